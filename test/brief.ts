import type pg from 'pg'
import type { Wereld, Zaak } from './wereld.ts'

type Plek = { zaak: Zaak; wereld: Wereld }

/** A document of an aanbieder with one version, a PDF; its id is that of the aanbieder. */
export async function zetDocument(beheer: pg.Client, { wereld, zaak }: Plek) {
  const waarden = [wereld.ctx.regioId, zaak.aanbiederId]
  await beheer.query(
    `insert into document (regio_id, id, soort, titel, richting, aanbieder_id, agb, overeenkomst_id, voor_aanbieder, versie, datum, auteur, toegevoegd_op)
      values ($1, $2, 'D19', 'Kwartaalrapportage', 'in', $2, $3, $4, true, 1, '2026-11-01', 'De aanbieder', now()) on conflict do nothing`,
    [...waarden, zaak.agb, zaak.overeenkomstId],
  )
  await beheer.query(
    `insert into documentversie (regio_id, document_id, nr, datum, auteur, kenmerk, toelichting, toegevoegd_op, toegevoegd_door)
      values ($1, $2, 1, '2026-11-01', 'De aanbieder', 'K-1', 'Eerste', now(), 'proef') on conflict do nothing`,
    waarden,
  )
  await beheer.query(
    `insert into documentbestand (regio_id, document_id, nr, vorm, omvang, sha256, inhoud)
      values ($1, $2, 1, 'pdf', 10, sha256('%PDF-1.7 x'), '%PDF-1.7 x') on conflict do nothing`,
    waarden,
  )
}

type Stand = 'concept' | 'zonder-taak' | 'voorgelegd' | 'verzonden' | 'mislukt' | 'te-posten'

/** A letter to two aanbieders in a state; its id and that of its first addressee are that of the aanbieder. */
export const zetBrief = (stand: Stand) => async (beheer: pg.Client, plek: Plek) => {
  const { wereld, zaak } = plek
  const [regio, id] = [wereld.ctx.regioId, zaak.aanbiederId]
  await zetDocument(beheer, plek)
  await beheer.query('delete from publicatie where brief_id = $1', [id])
  await beheer.query('delete from brief_ontvanger where brief_id = $1', [id])
  await beheer.query('delete from brief_norm where brief_id = $1', [id])
  await beheer.query('delete from brief where id = $1', [id])
  const uit = ['verzonden', 'mislukt', 'te-posten'].includes(stand)
  await beheer.query(
    `insert into brief (regio_id, id, sjabloon, regelsetdeel_id, soort, naam, onderwerp, gemeente_code, velden, alineas, selectie, wijze, aangetekend,
        taak, stand, versie, opgesteld_op, opgesteld_door, besloten_op, besloten_door, besloten_als, mandaat_grond, reden, verzonden_op)
      select $1, $2, 'informatiebrief', r.id, 'D52', 'Informatiebrief', 'Bereikbaarheid', null, '{"bericht":"Wij zijn dicht."}', '["{bericht}"]',
        'alle aanbieders', $3, $4, $5, $6, 3, now(), $7, now(), $7, 'contracteigenaar', 'Mandaatbesluit', 'Anders', $8
      from regelsetdeel r where r.regio_id = $1 and r.deel = 'briefsjablonen' order by r.versie limit 1`,
    [
      regio,
      id,
      stand === 'te-posten' ? 'post' : 'mail',
      stand === 'te-posten',
      stand === 'voorgelegd' || stand === 'concept' ? 'overeenkomst-wijzigen' : null,
      uit ? 'verzonden' : stand === 'voorgelegd' ? 'voorgelegd' : 'concept',
      wereld.doelwit.gebruikerId,
      uit ? new Date() : null,
    ],
  )
  const ander = zaak === wereld.eigen ? wereld.ander : wereld.eigen
  // a world can have one aanbieder only
  const zaken = ander.aanbiederId === zaak.aanbiederId ? [zaak] : [zaak, ander]
  for (const [nr, { aanbiederId, agb }] of zaken.entries()) {
    await beheer.query(
      `insert into brief_ontvanger (regio_id, id, brief_id, aanbieder_id, agb, tav, email, eigen, nummer, document_id, pogingen, laatste_fout, mislukt_op)
        values ($1, coalesce($2::uuid, uuidv7()), $3, $4, $5, 'Contact', 'contact@example.nl', '{}', $6, $7, $8, $9, $10)`,
      [
        regio,
        nr === 0 ? id : null,
        id,
        aanbiederId,
        agb,
        uit ? `P-${id}-${String(nr)}` : null,
        stand === 'te-posten' && nr === 0 ? id : null,
        stand === 'mislukt' ? 1 : 0,
        stand === 'mislukt' ? 'geen adres' : null,
        stand === 'mislukt' ? new Date() : null,
      ],
    )
  }
}

/** Something on the website for everybody; its id is that of an aanbieder. */
export const zetPublicatie = (beheer: pg.Client, { wereld, zaak }: Plek) =>
  beheer.query(
    `insert into publicatie (regio_id, id, titel, tekst, doelgroep, kanaal, datum, vastgelegd_op, vastgelegd_door)
      values ($1, $2, 'Overlegtafels', 'De planning staat vast.', 'iedereen', 'website', '2026-11-01', now(), 'proef')
      on conflict (regio_id, id) do update set ingetrokken_op = null, ingetrokken_door = null`,
    [wereld.ctx.regioId, zaak.aanbiederId],
  )

/** A house style of the region with a logo. */
export const zetHuisstijl = (beheer: pg.Client, { wereld }: Plek) =>
  beheer.query(
    `insert into huisstijl (regio_id, naam, adres, voettekst, reeks, logo, logo_vorm, vastgelegd_op, vastgelegd_door)
      values ($1, 'Proefregio', '', '', 'PR', 'geen echt plaatje', 'png', now(), 'proef')`,
    [wereld.ctx.regioId],
  )

/** A changed norm that was told to this aanbieder by hand; the id of the record is that of the aanbieder. */
export async function zetNorm(beheer: pg.Client, { wereld, zaak }: Plek) {
  await beheer.query(
    `insert into regelsetdeel (regio_id, deel, versie, geldig_vanaf, bron, inhoud, reden, vastgelegd_op, vastgelegd_door)
      select regio_id, deel, 2, '2027-01-01', bron, inhoud || '{"minimumWaarnemingen": 7}', 'Evaluatie', now(), 'proef'
      from regelsetdeel where regio_id = $1 and deel = 'kpi-start-zorg' and versie = 1 on conflict do nothing`,
    [wereld.ctx.regioId],
  )
  await beheer.query(
    `insert into normmededeling (regio_id, id, regelsetdeel_id, aanbieder_id, agb, datum, kanaal, vastgelegd_op, vastgelegd_door)
      select $1, $2, id, $2, $3, '2026-11-01', 'post', now(), 'proef'
      from regelsetdeel where regio_id = $1 and deel = 'kpi-start-zorg' and versie = 2
      on conflict (regio_id, id) do update set ingetrokken_op = null, ingetrokken_door = null`,
    [wereld.ctx.regioId, zaak.aanbiederId, zaak.agb],
  )
}
