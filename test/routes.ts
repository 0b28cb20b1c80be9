import type pg from 'pg'
import { geeft, vanAanbieder, type Recht, type Rol } from '../src/domain/rechten.ts'
import { zetBrief, zetDocument, zetHuisstijl, zetNorm, zetPublicatie } from './brief.ts'
import { zetGesprekIn, type Fase } from './gesprek.ts'
import { zetPlanIn, type Planfase } from './verbeterplan-rijen.ts'
import type { Persoon, Verzoek, Wereld, Zaak } from './wereld.ts'

type Plek = { zaak: Zaak; wereld: Wereld; persoon: Persoon | null }

/** One route: who may ask it, and how a test asks it so that it does its work. */
export type Route = {
  /** All of these are asked */
  alle?: readonly Recht[]
  /** One of these is enough */
  een?: readonly Recht[]
  /** Nobody of an aanbieder, whatever his rights */
  binnen?: true
  /** Anybody who is signed in, or anybody at all; with the reason */
  iedereen?: string
  openbaar?: string
  /** The path for what is of this aanbieder; without, the pattern is the path */
  pad?: (plek: Plek) => string
  velden?: Record<string, string> | ((plek: Plek) => Record<string, string>)
  bestand?: Verzoek['bestand']
  /** Puts back what the request before took away, past row-level security */
  vooraf?: (beheer: pg.Client, plek: Plek) => Promise<unknown>
  /** The path holds an id: somebody of another region, and another aanbieder, gets 404 */
  eigen?: true
  /** Not of one aanbieder: only another region gets 404 */
  vanRegio?: true
}

const aanbieder = ({ zaak }: Plek) => `/aanbieders/${zaak.aanbiederId}`
const overeenkomst = ({ zaak }: Plek) => `/overeenkomsten/${zaak.overeenkomstId}`
const uitkomst = ({ zaak }: Plek) => `/kpis/${zaak.uitkomstId}`
const ronde = ({ zaak }: Plek) => `/berichten/rondes/${zaak.rondeId}`
const contactpersoon = (plek: Plek) => `${aanbieder(plek)}/contactpersonen/${plek.zaak.contactpersoonId}`
const contact = { naam: 'Rachid Vos', functie: 'planner', email: 'r.vos@example.nl', telefoon: '' }
const escalatie = ({ zaak }: Plek) => `/escalaties/${zaak.escalatieId}`
// the id of the plan is that of its aanbieder: see test/verbeterplan-rijen.ts
const vanPlan = (deel: string, recht: Recht, fase: Planfase, velden?: Record<string, string>): Route => ({
  alle: [recht],
  pad: ({ zaak }) => `/verbeterplannen/${zaak.aanbiederId}${deel}`,
  vooraf: (beheer, { zaak }) => zetPlanIn(beheer, zaak.aanbiederId, fase),
  eigen: true,
  ...(velden && { velden: { gezien: '1', ...velden } }),
})
// the ids of a document, a letter and its first addressee are that of the aanbieder: see test/brief.ts
const document = ({ zaak }: Plek) => `/documenten/${zaak.aanbiederId}`
const brief = ({ zaak }: Plek) => `/brieven/${zaak.aanbiederId}`
const ontvanger = (plek: Plek) => `${brief(plek)}/ontvangers/${plek.zaak.aanbiederId}`
const papier = { naam: 'rapportage.pdf', inhoud: '%PDF-1.7 x' }
const papierwerk = { soort: 'D19', titel: 'Rapportage', richting: 'in', datum: '1-11-2026', auteur: 'De aanbieder' }
const vanBrief = (
  recht: Recht,
  stand: Parameters<typeof zetBrief>[0],
  pad: (plek: Plek) => string,
  velden?: Record<string, string>,
): Route => ({
  alle: [recht],
  pad,
  vooraf: zetBrief(stand),
  vanRegio: true,
  ...(velden && { velden }),
})
const mensen = ({ wereld }: Plek) => ({
  contractmanagerId: wereld.personen.contractmanager.gebruikerId,
  achtervangerId: wereld.achtervanger.gebruikerId,
})
const zetConcept = (beheer: pg.Client) =>
  beheer.query(`insert into ladderconcept (regio_id, regelsetdeel_id, inhoud, begonnen_op, begonnen_door, gewijzigd_op, gewijzigd_door)
    select distinct on (regio_id) regio_id, id, inhoud, now(), 'proef', now(), 'proef' from regelsetdeel where deel = 'escalatieladder'
      order by regio_id, versie on conflict (regio_id) do update set inhoud = excluded.inhoud, versie = 1`)
const heropenTermijn = (beheer: pg.Client, { zaak }: Plek) =>
  beheer.query(
    "update termijn set stand = 'loopt', gehaald_op = null, gesloten_op = null, gesloten_reden = null where id = $1",
    [zaak.termijnId],
  )
const gebruiker = ({ wereld }: Plek) => `/gebruikers/${wereld.doelwit.gebruikerId}`
// the id of the certificate is that of its aanbieder: see zetCertificaatTerug
const certificaat = (plek: Plek) => `${aanbieder(plek)}/certificaten/${plek.zaak.aanbiederId}`
// the ids of the meeting and of all below it are that of its aanbieder: see test/gesprek.ts
const gesprek = ({ zaak }: Plek) => `/gesprekken/${zaak.aanbiederId}`
const actie = ({ zaak }: Plek) => `/acties/${zaak.aanbiederId}`
const inFase =
  (fase: Fase) =>
  (beheer: pg.Client, { zaak, persoon }: Plek) =>
    zetGesprekIn(beheer, zaak.aanbiederId, fase, persoon && !vanAanbieder(persoon.rol) ? persoon.gebruikerId : null)
const vanGesprek = (deel: string, recht: Recht, fase: Fase, velden?: Record<string, string>, binnen?: true): Route => ({
  alle: [recht],
  pad: (plek) => `${gesprek(plek)}${deel.replace(':eigen', plek.zaak.aanbiederId)}`,
  vooraf: inFase(fase),
  eigen: true,
  ...(velden && { velden }),
  ...(binnen && { binnen }),
})
const waar = { datum: '1-3-2027', begintijd: '10.00', eindtijd: '11.00', wijze: 'fysiek', plaats: 'Zaal' }
const inlezen: Recht[] = [
  'bericht:inlezen',
  'aanbieder:inlezen',
  'overeenkomst:inlezen',
  'evaluatie:inlezen',
  'cto:inlezen',
]
const bevestig = { stap: 'bevestigen' }
// far from the numbers that the database gives out, and another one in every region
const inzageId = ({ zaak }: Plek) => 1_000_000_000 + zaak.berichtId
const inzage = (plek: Plek) => `/inzage/${String(inzageId(plek))}`
const label = ({ zaak }: Plek) => ({ label: zaak.label })
const rvm = ({ wereld }: Plek) => ({ functie: 'rvm', gebruikerId: wereld.personen.rvm.gebruikerId })

const zetContactpersoonTerug = (beheer: pg.Client, { wereld, zaak }: Plek) =>
  beheer.query(
    `insert into contactpersoon (regio_id, id, aanbieder_id, naam) values ($1, $2, $3, 'Terug') on conflict do nothing`,
    [wereld.ctx.regioId, zaak.contactpersoonId, zaak.aanbiederId],
  )
const zetBerichtTerug = (beheer: pg.Client, { zaak }: Plek) =>
  beheer.query(
    `with weg as (delete from aanvaarding where bericht_id = $1)
    update bericht set oordeel = 'aangehouden', code = 'identificatie-hergebruikt' where id = $1`,
    [zaak.berichtId],
  )

const zetInzage = (beheer: pg.Client, plek: Plek) =>
  beheer.query(
    `with kop as (insert into inzage (regio_id, id, trace_id, span_id, status, name, start_time, end_time, resource, processing_activity_id,
        data_subject_id_type, gebruiker_id, gebruiker, rol, namens, clienten) overriding system value
      values ($1, $2, decode(repeat('0a', 16), 'hex'), decode(repeat('0b', 8), 'hex'), 'Ok', 'casus:getoond', now(), now(), '{}', 'urn:x', 'urn:y',
        'iemand', 'Iemand', 'Contractmanager', 'Proefregio', 1) on conflict do nothing returning regio_id, id)
    insert into inzage_client (regio_id, inzage_id, data_subject_id, span_id)
      select k.regio_id, k.id, t.client_id, decode(repeat('0c', 8), 'hex') from kop k join toewijzing t on t.id = $3`,
    [plek.wereld.ctx.regioId, inzageId(plek), plek.zaak.toewijzingId],
  )
const zetCertificaatTerug = (beheer: pg.Client, { wereld, zaak }: Plek) =>
  beheer.query(
    `insert into certificaat (regio_id, id, aanbieder_id, naam, geldig_van, geldig_tot)
      values ($1, $2, $2, 'ISO 9001', '2024-01-01', '2027-12-31') on conflict do nothing`,
    [wereld.ctx.regioId, zaak.aanbiederId],
  )
// the id of the table is that of its aanbieder, which is invited to it
const tafel = (deel?: string) => (plek: Plek) => `/overlegtafels/${plek.zaak.aanbiederId}${deel ? `/${deel}` : ''}`
const zetTafel =
  (...momenten: string[]) =>
  async (beheer: pg.Client, { wereld, zaak }: Plek) => {
    const [regio, id] = [wereld.ctx.regioId, zaak.aanbiederId]
    const op = (naam: string) => (momenten.includes(naam) ? 'now()' : 'null')
    await beheer.query(`delete from overlegtafel_bericht where overlegtafel_id = $1`, [id])
    for (const tabel of ['besluit_partij'])
      await beheer.query(
        `delete from overlegtafel_${tabel} where besluit_id in (select id from overlegtafel_besluit where overlegtafel_id = $1)`,
        [id],
      )
    for (const tabel of ['toets', 'besluit', 'terugkoppeling', 'aanwezigheid', 'deelname', 'kandidaat', 'product'])
      await beheer.query(`delete from overlegtafel_${tabel} where overlegtafel_id = $1`, [id])
    await beheer.query('delete from overlegtafel where id = $1', [id])
    await beheer.query(
      `insert into overlegtafel (regio_id, id, titel, thema, datum, gepland_op, gepland_door, samengesteld_voor, regels_id, samengesteld_op,
          uitgenodigd_op, gehouden_op, terugkoppeling, teruggekoppeld_op, teruggekoppeld_door)
        select $1, $2, 'Begeleiding', 'Wachtlijst', '2026-11-22', now(), 'Test', case when ${op('samengesteld')}::timestamptz is not null
            then date '2026-11-22' end, case when ${op('samengesteld')}::timestamptz is not null then r.id end, ${op('samengesteld')},
          ${op('uitgenodigd')}, ${op('gehouden')}, case when ${op('teruggekoppeld')}::timestamptz is not null then 'Besproken' end,
          ${op('teruggekoppeld')}, case when ${op('teruggekoppeld')}::timestamptz is not null then 'Test' end
        from regelsetdeel r where r.regio_id = $1 and r.deel = 'overlegtafel'`,
      [regio, id],
    )
    if (momenten.includes('samengesteld'))
      await beheer.query(
        `insert into overlegtafel_kandidaat (regio_id, overlegtafel_id, aanbieder_id, volgorde, klasse, omvang, subregio_id, clienten,
            uitgesloten, voorgesteld, reden)
          select $1, $2, $2, 0, 'klein', '{"jaar":2025,"clienten":null,"medewerkers":null,"omzetCent":null,"budget":false,"zzp":false,"punten":null}',
            s.id, 0, false, true, '{"soort":"allen"}' from subregio s where s.regio_id = $1 order by s.volgorde limit 1`,
        [regio, id],
      )
    if (momenten.includes('uitgenodigd'))
      await beheer.query(
        `insert into overlegtafel_deelname (regio_id, overlegtafel_id, aanbieder_id, agb, uitgenodigd_op, uitgenodigd_door)
          values ($1, $2, $2, $3, now(), 'Test')`,
        [regio, id, zaak.agb],
      )
    if (momenten.includes('gehouden'))
      await beheer.query(
        `insert into overlegtafel_aanwezigheid (regio_id, overlegtafel_id, aanbieder_id, agb, aanwezigheid, vastgelegd_op, vastgelegd_door)
          values ($1, $2, $2, $3, 'aanwezig', now(), 'Test')`,
        [regio, id, zaak.agb],
      )
  }
const SAMEN = ['samengesteld']
const UIT = [...SAMEN, 'uitgenodigd']
const GEHOUDEN = [...UIT, 'gehouden']
const TERUG = [...GEHOUDEN, 'teruggekoppeld']
// ended yesterday, so that its number of missed tables is known and nobody is excluded twice
const zetUitsluiting = (beheer: pg.Client, { wereld, zaak }: Plek) =>
  beheer.query(
    `insert into overlegtafel_uitsluiting (regio_id, id, aanbieder_id, agb, vanaf, tot, grond, motivering, besloten_op, besloten_door)
      values ($1, $2, $2, $3, '2026-01-01', '2026-01-02', '{}', 'Bleef weg', now(), 'Test') on conflict do nothing`,
    [wereld.ctx.regioId, zaak.aanbiederId, zaak.agb],
  )
const deelname = (plek: Plek) => `/overlegtafels/deelname/${plek.zaak.aanbiederId}`
/** The case as maakEscalatie left it, or with a letter that waits. */
const zetEscalatie =
  (brief: boolean) =>
  async (beheer: pg.Client, { wereld, zaak }: Plek) => {
    const door = wereld.personen.contractmanager.gebruikerId
    await beheer.query('delete from escalatie_voorstel where escalatie_id = $1', [zaak.escalatieId])
    await beheer.query('update escalatie set versie = 5, open_stand = $2 where id = $1', [
      zaak.escalatieId,
      brief ? 'besloten' : null,
    ])
    if (!brief) return
    const zet = {
      overgang: 'A9',
      motivering: 'Meer tijd nodig.',
      datum: '2026-11-22',
      velden: { plandatum: '2027-01-15' },
      stukken: [],
      maatregelen: [],
      partij: 'opdrachtgever',
      door,
    }
    await beheer.query(
      `insert into escalatie_voorstel (regio_id, escalatie_id, overgang, zet, stand, voorgesteld_op, voorgesteld_door, besloten_door)
        select regio_id, id, 'A9', $2, 'besloten', now(), $3, $3 from escalatie where id = $1`,
      [zaak.escalatieId, JSON.stringify(zet), door],
    )
  }
const zetAccount =
  (uit: boolean) =>
  (beheer: pg.Client, { wereld }: Plek) =>
    beheer.query('update gebruiker set uitgeschakeld_op = case when $2 then now() end where id = $1', [
      wereld.doelwit.gebruikerId,
      uit,
    ])

// the id of the proposal is that of the person on whom others act
const vernietiging = ({ wereld }: Plek) => `/bewaren/${wereld.doelwit.gebruikerId}`
const zetVernietiging =
  (voorgelegd: boolean) =>
  async (beheer: pg.Client, { wereld }: Plek) => {
    const { regioId } = wereld.ctx
    await beheer.query('delete from vernietiging where regio_id = $1', [regioId])
    await beheer.query(
      `insert into vernietiging (regio_id, id, soort, regelsetdeel_id, grond, grens, aantal, eerste, laatste, inhoud, voorgesteld_op,
          voorgelegd_op, voorgelegd_door, toelichting)
        select regio_id, $2, 'weigeringen', id, 'Keuze van de regio', '2023-01-01', 1, '2022-12-31', '2022-12-31', '{}', now(),
          case when $3 then now() end, case when $3 then $4::uuid end, case when $3 then 'Nagekeken.' end
        from regelsetdeel where regio_id = $1 and deel = 'bewaartermijnen'`,
      [regioId, wereld.doelwit.gebruikerId, voorgelegd, wereld.personen.contractbeheerder.gebruikerId],
    )
  }

/** Who has something to do it with: the person who asks, or somebody of the region for who comes from elsewhere. */
const eigenaar = ({ wereld, persoon }: Plek): Persoon =>
  Object.values(wereld.personen).find((een) => een === persoon) ?? wereld.doelwit
// What the rows below have as id: a person or overeenkomst has one of each.
const idVan = (plek: Plek) => eigenaar(plek).gebruikerId

const zetSessieTerug = (beheer: pg.Client, plek: Plek) =>
  beheer.query(
    `insert into sessie (regio_id, id, gebruiker_id, token_hash, csrf, gestart_op, laatst_gezien_op, verloopt_op)
      values ($1, $2, $2, sha256($2::uuid::text::bytea), 'x', now(), now(), now() + interval '1 hour')
      on conflict (regio_id, id) do update set beeindigd_op = null`,
    [plek.wereld.ctx.regioId, idVan(plek)],
  )
const zetWeergaveTerug = (beheer: pg.Client, plek: Plek) =>
  beheer.query(
    `insert into weergave (regio_id, id, gebruiker_id, lijst, naam, keuze, bewaard_op)
      values ($1, $2, $2, 'aanbieders', 'Terug', '{}', now()) on conflict do nothing`,
    [plek.wereld.ctx.regioId, idVan(plek)],
  )
const zetRolTerug = (beheer: pg.Client, { wereld }: Plek) =>
  beheer.query(
    `insert into roltoewijzing (regio_id, id, gebruiker_id, rol, begindatum, toegekend_op, toegekend_door)
      values ($1, $2, $2, 'bestuur', '2026-01-01', now(), 'proef')
      on conflict (regio_id, id) do update set ingetrokken_op = null, ingetrokken_door = null`,
    [wereld.ctx.regioId, wereld.doelwit.gebruikerId],
  )
const zetAdres = (beheer: pg.Client, { wereld }: Plek) =>
  beheer.query(
    `update gebruiker set email = 'doelwit@regio.example', voorbeeld = false, uitgeschakeld_op = null where id = $1`,
    [wereld.doelwit.gebruikerId],
  )
const zetMandaatTerug = (beheer: pg.Client, { wereld }: Plek) =>
  beheer.query(
    `insert into mandaat (regio_id, id, taak, rol, grond, geldig_vanaf, vastgelegd_op, vastgelegd_door)
      values ($1, $2, 'boete', 'directie', 'Mandaatbesluit', '2026-01-01', now(), 'proef')
      on conflict (regio_id, id) do update set ingetrokken_op = null, ingetrokken_door = null, intrekking_reden = null`,
    [wereld.ctx.regioId, wereld.doelwit.gebruikerId],
  )
const zetWaarnemingTerug = (beheer: pg.Client, plek: Plek) =>
  beheer.query(
    `insert into waarneming (regio_id, id, gebruiker_id, waarnemer_id, begindatum, einddatum, reden, vastgelegd_op, vastgelegd_door)
      values ($1, $2, $2, $3, '2026-11-01', '2027-12-31', 'Verlof', now(), 'proef')
      on conflict (regio_id, id) do update set beeindigd_op = null, beeindigd_door = null`,
    [plek.wereld.ctx.regioId, idVan(plek), plek.wereld.achtervanger.gebruikerId],
  )
/** A proposal that waits, made by `door`; who asks has the mandate for it. */
const zetVoorstelTerug = (door: (plek: Plek) => string) => async (beheer: pg.Client, plek: Plek) => {
  const { wereld, zaak, persoon } = plek
  await beheer.query(
    `insert into plafondvoorstel (regio_id, id, overeenkomst_id, jaar, oud_cent, nieuw_cent, motivering, voorgesteld_op, voorgesteld_door)
      values ($1, $2, $2, 2026, (select cent from plafond where overeenkomst_id = $2 and jaar = 2026), 12345600, 'Meer vraag', now(), $3)
      on conflict (regio_id, id) do update set besluit = null, besluit_reden = null, besloten_op = null, besloten_door = null,
        besloten_als = null, mandaat_id = null, oud_cent = excluded.oud_cent, voorgesteld_door = excluded.voorgesteld_door`,
    [wereld.ctx.regioId, zaak.overeenkomstId, door(plek)],
  )
  if (persoon && eigenaar(plek) === persoon) {
    await beheer.query(
      `insert into mandaat (regio_id, id, taak, rol, grond, geldig_vanaf, vastgelegd_op, vastgelegd_door)
        values ($1, $2, 'budget-wijzigen', $3, 'Mandaatbesluit', '2026-01-01', now(), 'proef') on conflict do nothing`,
      [wereld.ctx.regioId, persoon.gebruikerId, persoon.rol],
    )
  }
}
const zetKernpartnerTerug = (beheer: pg.Client, { wereld, zaak }: Plek) =>
  beheer.query(
    `insert into kernpartner (regio_id, aanbieder_id, aanspreekpunt_id, motivering, vanaf)
      values ($1, $2, $3, 'Levert in elke gemeente', '2026-01-01') on conflict do nothing`,
    [wereld.ctx.regioId, zaak.aanbiederId, wereld.personen.contractmanager.gebruikerId],
  )

const dienstverlening = (gemeente: string) => ({
  dienstverlener: '0479',
  gemeente,
  reikwijdte: 'Contractmanagement',
  begindatum: '1-1-2026',
  einddatum: '',
  vindplaats: 'Z-1',
})
// the ids of what a region has one of are that of the person on whom others act
const zetOrganisatieTerug = async (beheer: pg.Client, { wereld }: Plek) => {
  const [regio, id] = [wereld.ctx.regioId, wereld.doelwit.gebruikerId]
  for (const tabel of [
    'harmonisatieafspraak_gemeente',
    'harmonisatieafspraak',
    'samenwerkingsafspraak',
    'taakgebiedjaar',
  ])
    await beheer.query(`delete from ${tabel} where regio_id = $1`, [regio])
  for (const tabel of [
    'opdracht_advies',
    'opdracht',
    'organisatiemodel',
    'modelmaatregel',
    'dienstverleningsovereenkomst',
  ])
    await beheer.query(`delete from ${tabel} where regio_id = $1`, [regio])
  await beheer.query(
    `insert into opdracht (regio_id, jaar, tekst, prioriteiten, gegeven_op, gegeven_door, gegeven_als)
      values ($1, 2026, 'Sturen', '{}', now(), 'Test', 'Opdrachtgever')`,
    [regio],
  )
  await beheer.query(
    `insert into organisatiemodel (regio_id, soort, model, geldig_vanaf, besluit, reden, vastgelegd_op, vastgelegd_door)
      values ($1, 'functiemodel', 'een-functie', '2026-01-01', 'Besluit', 'Reden', now(), 'Test')`,
    [regio],
  )
  await beheer.query(
    `insert into modelmaatregel (regio_id, id, soort, model, nadeel, maatregel, eigenaar_id, uiterlijk, vastgelegd_op, vastgelegd_door)
      values ($1, $2, 'functiemodel', 'een-functie', 'Nadeel', 'Maatregel', $2, '2027-01-01', now(), 'Test')`,
    [regio, id],
  )
  await beheer.query(
    `insert into dienstverleningsovereenkomst (regio_id, id, dienstverlener_code, gemeente_code, reikwijdte, begindatum, vindplaats,
        vastgelegd_op, vastgelegd_door)
      values ($1, $2, '0479', '0439', 'Alles', '2026-01-01', 'Z-1', now(), 'Test')`,
    [regio, id],
  )
}

const EIGEN = 'alleen wat van iemand zelf is'
const ELK = 'wie is aangemeld; elk onderdeel vraagt zijn eigen recht'

/** Every route of the program, and the rights it asks. src/web/app.test.ts holds it to the program, both ways. */
export const routetabel: Record<string, Route> = {
  'GET /assets/*': { openbaar: 'stijl, letters en scripts zonder gegevens', pad: () => '/assets/niets.css' },
  'GET /favicon.svg': { openbaar: 'het pictogram' },
  'GET /gezond': { openbaar: 'of het programma antwoordt, zonder gegevens' },
  'GET /aanmelden': { openbaar: 'het aanmelden zelf' },
  'POST /aanmelden': { openbaar: 'het aanmelden zelf' },
  'GET /.well-known/security.txt': { openbaar: 'waar iemand een zwakke plek meldt' },
  'POST /aanmelden/verder': { openbaar: 'het aanmelden zelf' },
  'GET /aanmelden/code': { openbaar: 'het aanmelden zelf' },
  'POST /aanmelden/code': { openbaar: 'het aanmelden zelf' },
  'POST /afmelden': { openbaar: 'beëindigt alleen de eigen sessie' },

  'GET /sessie': { iedereen: EIGEN },
  'POST /sessie/verlengen': { iedereen: EIGEN },
  'GET /account': { iedereen: EIGEN },
  'GET /account/sessies/andere': { iedereen: EIGEN },
  'POST /account/sessies/andere': { iedereen: EIGEN },
  'GET /account/sessies/:id/beeindigen': {
    iedereen: EIGEN,
    pad: (plek) => `/account/sessies/${idVan(plek)}/beeindigen`,
    vooraf: zetSessieTerug,
    vanRegio: true,
  },
  'POST /account/sessies/:id/beeindigen': {
    iedereen: EIGEN,
    pad: (plek) => `/account/sessies/${idVan(plek)}/beeindigen`,
    vooraf: zetSessieTerug,
    vanRegio: true,
  },
  'GET /account/wachtwoord': { iedereen: EIGEN },
  'POST /account/wachtwoord': { iedereen: EIGEN },
  'GET /account/herstelcodes': { iedereen: EIGEN },
  'POST /account/herstelcodes': { iedereen: EIGEN },
  'GET /account/tweede-factor': { iedereen: EIGEN },
  'POST /account/tweede-factor': { iedereen: EIGEN },
  'GET /account/tweede-factor/code': { iedereen: EIGEN },
  'POST /account/tweede-factor/code': { iedereen: EIGEN },
  'GET /voorkeuren': { iedereen: EIGEN },
  'POST /voorkeuren': { iedereen: EIGEN, velden: { rijhoogte: 'ruim' } },
  'POST /weergaven': {
    alle: ['aanbieder:lezen'],
    velden: { lijst: 'aanbieders', naam: '', keuze: 'zoek=veen' },
  },
  'POST /weergaven/:id/verwijderen': {
    iedereen: EIGEN,
    pad: (plek) => `/weergaven/${idVan(plek)}/verwijderen`,
    vooraf: zetWeergaveTerug,
    vanRegio: true,
  },

  'GET /gebruikers': { alle: ['gebruiker:lezen'] },
  'GET /gebruikers.xlsx': { alle: ['gebruiker:lezen'] },
  'GET /gebruikers.csv': { alle: ['gebruiker:lezen'] },
  'GET /gebruikers/toegang': { alle: ['gebruiker:lezen'] },
  'GET /gebruikers/toegang.xlsx': { alle: ['gebruiker:lezen'] },
  'GET /gebruikers/toegang.csv': { alle: ['gebruiker:lezen'] },
  'POST /gebruikers/toegang': { alle: ['gebruiker:lezen'], velden: { soort: 'alle', aantal: '0', opmerking: '' } },
  'GET /gebruikers/uitnodigen': { alle: ['gebruiker:wijzigen'] },
  'POST /gebruikers/uitnodigen': { alle: ['gebruiker:wijzigen'] },
  'GET /gebruikers/:id': { alle: ['gebruiker:lezen'], pad: gebruiker, vanRegio: true },
  'GET /gebruikers/:id/rollen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/rollen`,
    vanRegio: true,
  },
  'POST /gebruikers/:id/rollen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/rollen`,
    vanRegio: true,
  },
  'POST /gebruikers/:id/rollen/:rolId/intrekken': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/rollen/${plek.wereld.doelwit.gebruikerId}/intrekken`,
    vooraf: zetRolTerug,
    vanRegio: true,
  },
  'POST /gebruikers/:id/uitschakelen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/uitschakelen`,
    velden: { 'reden-uitschakelen': 'Uit dienst' },
    vooraf: zetAccount(false),
    vanRegio: true,
  },
  'POST /gebruikers/:id/inschakelen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/inschakelen`,
    velden: { 'reden-inschakelen': 'Terug in dienst' },
    vooraf: zetAccount(true),
    vanRegio: true,
  },
  'POST /gebruikers/:id/sessies-beeindigen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/sessies-beeindigen`,
    vanRegio: true,
  },
  'POST /gebruikers/:id/opnieuw-uitnodigen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/opnieuw-uitnodigen`,
    vooraf: zetAdres,
    vanRegio: true,
  },
  'POST /gebruikers/:id/toegang-herstellen': {
    alle: ['gebruiker:wijzigen'],
    pad: (plek) => `${gebruiker(plek)}/toegang-herstellen`,
    velden: { 'reden-herstellen': 'Telefoon kwijt', herkend: 'teruggebeld' },
    vooraf: zetAdres,
    vanRegio: true,
  },

  'GET /kalender': { alle: ['termijn:lezen'] },
  'GET /kalender.xlsx': { alle: ['termijn:lezen'] },
  'GET /kalender.csv': { alle: ['termijn:lezen'] },
  'GET /kalender/abonnement': { alle: ['termijn:lezen'] },
  'POST /kalender/abonnement': { alle: ['termijn:lezen'] },
  'POST /kalender/abonnement/intrekken': { alle: ['termijn:lezen'] },
  'GET /kalender/ical/:bestand': {
    openbaar: 'een agendaprogramma heeft geen sessie; het geheim in het adres zegt van wie het is',
    pad: () => `/kalender/ical/${'a'.repeat(64)}.ics`,
  },
  'GET /kalender/nieuw': { alle: ['termijn:vastleggen'] },
  'POST /kalender/nieuw': {
    alle: ['termijn:vastleggen'],
    velden: ({ zaak }) => ({
      titel: 'Polis opvragen',
      aard: 'uiterlijk',
      hoe: 'dag',
      datum: '1-3-2027',
      wie: 'mij',
      aanbieder: zaak.aanbiederId,
    }),
  },
  'POST /kalender/:id/gedaan': {
    alle: ['termijn:vastleggen'],
    pad: ({ zaak }) => `/kalender/${zaak.termijnId}/gedaan`,
    vooraf: heropenTermijn,
    velden: { op: '22-11-2026' },
    eigen: true,
  },
  'POST /kalender/:id/vervallen': {
    alle: ['termijn:vastleggen'],
    pad: ({ zaak }) => `/kalender/${zaak.termijnId}/vervallen`,
    vooraf: heropenTermijn,
    velden: { vervalreden: 'Niet meer nodig' },
    eigen: true,
  },
  'GET /kalender/:id': { alle: ['termijn:lezen'], pad: ({ zaak }) => `/kalender/${zaak.termijnId}`, eigen: true },
  'POST /kalender/:id/uitstellen': {
    alle: ['termijn:uitstellen'],
    pad: ({ zaak }) => `/kalender/${zaak.termijnId}/uitstellen`,
    vooraf: heropenTermijn,
    velden: { tot: '1-12-2026', reden: 'Wacht op de bijlage' },
    eigen: true,
  },

  'GET /taken': { alle: ['mandaat:lezen'] },
  'GET /taken/:code': { alle: ['mandaat:lezen'], pad: () => '/taken/budget-wijzigen' },
  'POST /taken/:code': { alle: ['mandaat:wijzigen'], pad: () => '/taken/budget-wijzigen' },
  'GET /mandaten': { alle: ['mandaat:lezen'] },
  'GET /mandaten.xlsx': { alle: ['mandaat:lezen'] },
  'GET /mandaten.csv': { alle: ['mandaat:lezen'] },
  'GET /mandaten/nieuw': { alle: ['mandaat:wijzigen'] },
  'POST /mandaten/nieuw': { alle: ['mandaat:wijzigen'] },
  'POST /mandaten/:id/intrekken': {
    alle: ['mandaat:wijzigen'],
    pad: ({ wereld }) => `/mandaten/${wereld.doelwit.gebruikerId}/intrekken`,
    velden: { reden: 'Vervangen door een ander besluit' },
    vooraf: zetMandaatTerug,
    vanRegio: true,
  },
  'GET /organisatie': { alle: ['organisatie:lezen'] },
  'GET /organisatie/model': { alle: ['organisatie:lezen'] },
  'GET /organisatie/model/:soort': {
    alle: ['organisatie:wijzigen'],
    pad: () => '/organisatie/model/functiemodel',
  },
  'POST /organisatie/model/:soort': {
    alle: ['organisatie:wijzigen'],
    pad: () => '/organisatie/model/functiemodel',
    velden: { model: 'aparte-functies', geldigVanaf: '22-11-2026', besluit: 'Besluit', reden: 'Past bij ons' },
    vooraf: zetOrganisatieTerug,
  },
  'GET /organisatie/maatregelen/nieuw': { alle: ['organisatie:bijhouden'] },
  'POST /organisatie/maatregelen/nieuw': {
    alle: ['organisatie:bijhouden'],
    velden: ({ wereld }) => ({
      soort: 'functiemodel',
      nadeelCode: 'relatie',
      maatregel: 'Wekelijks overleg',
      eigenaarId: wereld.personen.contractmanager.gebruikerId,
      uiterlijk: '1-2-2027',
    }),
    vooraf: zetOrganisatieTerug,
  },
  'GET /organisatie/maatregelen/:id': {
    alle: ['organisatie:lezen'],
    pad: ({ wereld }) => `/organisatie/maatregelen/${wereld.doelwit.gebruikerId}`,
    vooraf: zetOrganisatieTerug,
    vanRegio: true,
  },
  'POST /organisatie/maatregelen/:id': {
    alle: ['organisatie:bijhouden'],
    pad: ({ wereld }) => `/organisatie/maatregelen/${wereld.doelwit.gebruikerId}`,
    velden: { als: 'gereed', afloop: 'Het overleg is er' },
    vooraf: zetOrganisatieTerug,
    vanRegio: true,
  },
  'GET /organisatie/dienstverlening': { alle: ['organisatie:lezen'] },
  'GET /organisatie/dienstverlening.xlsx': { alle: ['organisatie:lezen'] },
  'GET /organisatie/dienstverlening.csv': { alle: ['organisatie:lezen'] },
  'GET /organisatie/dienstverlening/nieuw': { alle: ['organisatie:bijhouden'] },
  'POST /organisatie/dienstverlening/nieuw': {
    alle: ['organisatie:bijhouden'],
    velden: dienstverlening('0852'),
    vooraf: zetOrganisatieTerug,
  },
  'GET /organisatie/dienstverlening/:id': {
    alle: ['organisatie:lezen'],
    pad: ({ wereld }) => `/organisatie/dienstverlening/${wereld.doelwit.gebruikerId}`,
    vooraf: zetOrganisatieTerug,
    vanRegio: true,
  },
  'POST /organisatie/dienstverlening/:id': {
    alle: ['organisatie:bijhouden'],
    pad: ({ wereld }) => `/organisatie/dienstverlening/${wereld.doelwit.gebruikerId}`,
    velden: { ...dienstverlening('0439'), versie: '1' },
    vooraf: zetOrganisatieTerug,
    vanRegio: true,
  },
  'POST /organisatie/dienstverlening/:id/beeindigen': {
    alle: ['organisatie:bijhouden'],
    pad: ({ wereld }) => `/organisatie/dienstverlening/${wereld.doelwit.gebruikerId}/beeindigen`,
    velden: { laatste: '31-12-2026', 'einde-reden': 'Andere aanpak', versie: '1' },
    vooraf: zetOrganisatieTerug,
    vanRegio: true,
  },
  'GET /organisatie/samenwerking': { alle: ['organisatie:lezen'] },
  'GET /organisatie/samenwerking/:gemeente': {
    alle: ['organisatie:lezen'],
    pad: () => '/organisatie/samenwerking/0439',
  },
  'POST /organisatie/samenwerking/:gemeente': {
    alle: ['organisatie:bijhouden'],
    pad: () => '/organisatie/samenwerking/0439',
    velden: { met: 'beleid', onderwerp: 'samenwerking', tekst: 'Elke maand', geldigVanaf: '22-11-2026' },
    vooraf: zetOrganisatieTerug,
  },
  'GET /organisatie/harmonisatie': { alle: ['organisatie:lezen'] },
  'GET /organisatie/harmonisatie/nieuw': { alle: ['organisatie:bijhouden'] },
  'POST /organisatie/harmonisatie/nieuw': {
    alle: ['organisatie:bijhouden'],
    velden: { bekend: 'facturatie', tekst: 'Elke maand', gemeenten: '0439', geldigVanaf: '22-11-2026' },
    vooraf: zetOrganisatieTerug,
  },
  'GET /organisatie/opdracht': { alle: ['organisatie:lezen'] },
  'GET /organisatie/opdracht/nieuw': { alle: ['opdracht:geven'] },
  'POST /organisatie/opdracht/nieuw': {
    alle: ['opdracht:geven'],
    // refused by the form: who may give it is a mandate besides (organisatie.test.ts)
    velden: { jaar: '2026', tekst: '' },
  },
  'POST /organisatie/opdracht/adviezen': {
    alle: ['opdracht:adviseren'],
    velden: { jaar: '2026', advies: 'Minder tegelijk' },
    vooraf: zetOrganisatieTerug,
  },
  'GET /organisatie/missie': { alle: ['organisatie:lezen'] },
  'GET /organisatie/missie/wijzigen': { alle: ['inrichting:wijzigen'] },
  'POST /organisatie/missie/wijzigen': {
    alle: ['inrichting:wijzigen'],
    velden: {
      'missierollen-naam-0': 'Opdrachtgever',
      'taakgebieden-naam-0': 'Inkoop',
      geldigVanaf: '22-11-2026',
      bron: 'Besluit',
      reden: 'Korter',
    },
  },
  'GET /organisatie/taakgebieden/:code/:jaar': {
    alle: ['organisatie:lezen'],
    pad: () => '/organisatie/taakgebieden/inkoop/2026',
    vooraf: zetOrganisatieTerug,
  },
  'POST /organisatie/taakgebieden/:code/:jaar': {
    alle: ['organisatie:bijhouden'],
    pad: () => '/organisatie/taakgebieden/inkoop/2026',
    velden: { plan: 'Samen inkopen', versie: '0' },
    vooraf: zetOrganisatieTerug,
  },
  'GET /waarnemingen': { alle: ['mandaat:lezen'] },
  'POST /waarnemingen': { alle: ['waarneming:eigen'] },
  'POST /waarnemingen/:id/beeindigen': {
    alle: ['waarneming:eigen'],
    pad: (plek) => `/waarnemingen/${idVan(plek)}/beeindigen`,
    vooraf: zetWaarnemingTerug,
    vanRegio: true,
  },
  'GET /verdeling': { alle: ['aanbieder:lezen'], binnen: true },
  'GET /verdeling.xlsx': { alle: ['aanbieder:lezen'], binnen: true },
  'GET /verdeling.csv': { alle: ['aanbieder:lezen'], binnen: true },
  'GET /verdeling/overdragen': { alle: ['werk:overdragen'] },
  'POST /verdeling/overdragen': { alle: ['werk:overdragen'] },
  'POST /budgetvoorstellen/:id/besluiten': {
    alle: ['budget:besluiten'],
    pad: ({ zaak }) => `/budgetvoorstellen/${zaak.overeenkomstId}/besluiten`,
    velden: { besluit: 'goedgekeurd', reden: 'Past in de begroting' },
    vooraf: zetVoorstelTerug(({ wereld }) => wereld.doelwit.gebruikerId),
    eigen: true,
  },
  'POST /budgetvoorstellen/:id/intrekken': {
    alle: ['budget:voorstellen'],
    pad: ({ zaak }) => `/budgetvoorstellen/${zaak.overeenkomstId}/intrekken`,
    // also for who made it in another role and may not take it back any more
    vooraf: zetVoorstelTerug(idVan),
    eigen: true,
  },

  'GET /': { iedereen: ELK },
  'GET /zoeken': { iedereen: ELK },
  'POST /zoeken': { iedereen: ELK, velden: { zoek: 'Veenlicht' } },
  'POST /werkt-voor': {
    iedereen: 'kiest uit wat van iemand zelf is',
    velden: ({ persoon, zaak }) => ({ voor: persoon && vanAanbieder(persoon.rol) ? zaak.agb : 'regio' }),
  },
  'GET /handleiding': { iedereen: 'zegt wat het programma doet, niet wat erin staat' },
  'GET /handleiding/:pagina': {
    iedereen: 'zegt wat het programma doet, niet wat erin staat',
    pad: () => '/handleiding/rollen',
  },
  'GET /stijl': { iedereen: 'voorbeelden van de onderdelen, met verzonnen gegevens' },

  'GET /aanbieders': { alle: ['aanbieder:lezen'] },
  'GET /aanbieders.xlsx': { alle: ['aanbieder:lezen'] },
  'GET /aanbieders.csv': { alle: ['aanbieder:lezen'] },
  'GET /aanbieders/inlezen': { alle: ['aanbieder:inlezen'] },
  'POST /aanbieders/inlezen': {
    alle: ['aanbieder:inlezen'],
    velden: bevestig,
    bestand: {
      naam: 'aanbieders.csv',
      inhoud:
        'agb;kvk;naam;rechtsvorm;plaats;grootteklasse;medewerkers;contractVan\n98990199;99331299;Nieuwe Zorg;bv;Zaandam;klein;12;2024-01-01\n',
    },
  },
  'GET /aanbieders/contractmanager': { alle: ['aanbieder:wijzigen'] },
  'POST /aanbieders/contractmanager': {
    alle: ['aanbieder:wijzigen'],
    velden: (plek) => ({ aanbieder: plek.zaak.aanbiederId, ...mensen(plek) }),
  },
  'GET /contactpersonen': { alle: ['aanbieder:lezen'] },
  'GET /contactpersonen.xlsx': { alle: ['aanbieder:lezen'] },
  'GET /contactpersonen.csv': { alle: ['aanbieder:lezen'] },
  'GET /aanbieders/:id/certificaten': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/certificaten`,
    eigen: true,
  },
  'POST /aanbieders/:id/certificaten': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/certificaten`,
    eigen: true,
  },
  'GET /aanbieders/:id/certificaten/:certificaat': {
    alle: ['aanbieder:wijzigen'],
    pad: certificaat,
    vooraf: zetCertificaatTerug,
    eigen: true,
  },
  'POST /aanbieders/:id/certificaten/:certificaat': {
    alle: ['aanbieder:wijzigen'],
    pad: certificaat,
    vooraf: zetCertificaatTerug,
    eigen: true,
  },
  'POST /aanbieders/:id/certificaten/:certificaat/verwijderen': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${certificaat(plek)}/verwijderen`,
    vooraf: zetCertificaatTerug,
    eigen: true,
  },
  'GET /aanbieders/:id/kernpartner': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/kernpartner`,
    eigen: true,
  },
  'POST /aanbieders/:id/kernpartner': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/kernpartner`,
    eigen: true,
  },
  'POST /aanbieders/:id/kernpartner/beeindigen': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/kernpartner/beeindigen`,
    vooraf: zetKernpartnerTerug,
    eigen: true,
  },
  'GET /aanbieders/:id/omvang': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/omvang`,
    eigen: true,
  },
  'POST /aanbieders/:id/omvang': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/omvang`,
    eigen: true,
  },
  'GET /aanbieders/:id': { alle: ['aanbieder:lezen'], pad: aanbieder, eigen: true },
  'GET /aanbieders/:id/overeenkomsten': {
    alle: ['aanbieder:lezen', 'overeenkomst:lezen'],
    pad: (plek) => `${aanbieder(plek)}/overeenkomsten`,
    eigen: true,
  },
  'GET /aanbieders/:id/kpis': {
    alle: ['aanbieder:lezen', 'kpi:lezen'],
    pad: (plek) => `${aanbieder(plek)}/kpis`,
    eigen: true,
  },
  'GET /aanbieders/:id/bevindingen': {
    alle: ['aanbieder:lezen', 'bevinding:lezen'],
    pad: (plek) => `${aanbieder(plek)}/bevindingen`,
    eigen: true,
  },
  'GET /aanbieders/:id/gebeurtenissen': {
    alle: ['aanbieder:lezen'],
    pad: (plek) => `${aanbieder(plek)}/gebeurtenissen`,
    eigen: true,
  },
  'GET /aanbieders/:id/gegevens': {
    alle: ['aanbieder:lezen'],
    pad: (plek) => `${aanbieder(plek)}/gegevens`,
    eigen: true,
  },
  'POST /aanbieders/:id/gegevens': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/gegevens`,
    velden: mensen,
    eigen: true,
  },
  'GET /aanbieders/:id/contactpersonen': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/contactpersonen`,
    eigen: true,
  },
  'POST /aanbieders/:id/contactpersonen': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${aanbieder(plek)}/contactpersonen`,
    velden: contact,
    eigen: true,
  },
  'GET /aanbieders/:id/contactpersonen/:persoon': {
    alle: ['aanbieder:wijzigen'],
    pad: contactpersoon,
    vooraf: zetContactpersoonTerug,
    eigen: true,
  },
  'POST /aanbieders/:id/contactpersonen/:persoon': {
    alle: ['aanbieder:wijzigen'],
    pad: contactpersoon,
    velden: contact,
    vooraf: zetContactpersoonTerug,
    eigen: true,
  },
  'POST /aanbieders/:id/contactpersonen/:persoon/verwijderen': {
    alle: ['aanbieder:wijzigen'],
    pad: (plek) => `${contactpersoon(plek)}/verwijderen`,
    vooraf: zetContactpersoonTerug,
    eigen: true,
  },

  'GET /overeenkomsten': { alle: ['overeenkomst:lezen'] },
  'GET /overeenkomsten.xlsx': { alle: ['overeenkomst:lezen'] },
  'GET /overeenkomsten.csv': { alle: ['overeenkomst:lezen'] },
  'GET /overeenkomsten/inlezen': { alle: ['overeenkomst:inlezen'] },
  'POST /overeenkomsten/inlezen': {
    alle: ['overeenkomst:inlezen'],
    velden: bevestig,
    bestand: { naam: 'o.csv', inhoud: 'niets' },
  },
  'GET /overeenkomsten/:id/gegevens': {
    alle: ['overeenkomst:wijzigen'],
    pad: (plek) => `${overeenkomst(plek)}/gegevens`,
    eigen: true,
  },
  'POST /overeenkomsten/:id/gegevens': {
    alle: ['overeenkomst:wijzigen'],
    pad: (plek) => `${overeenkomst(plek)}/gegevens`,
    eigen: true,
  },
  'GET /overeenkomsten/:id/verlenging': {
    alle: ['overeenkomst:lezen'],
    pad: (plek) => `${overeenkomst(plek)}/verlenging`,
    eigen: true,
  },
  'POST /overeenkomsten/:id/verlenging': {
    alle: ['overeenkomst:verlengen'],
    pad: (plek) => `${overeenkomst(plek)}/verlenging`,
    eigen: true,
  },
  'POST /overeenkomsten/:id/verlenging/intrekken': {
    alle: ['overeenkomst:verlengen'],
    pad: (plek) => `${overeenkomst(plek)}/verlenging/intrekken`,
    eigen: true,
  },
  'GET /overeenkomsten/:id/budget': {
    alle: ['overeenkomst:lezen', 'budget:lezen'],
    binnen: true,
    pad: (plek) => `${overeenkomst(plek)}/budget`,
    eigen: true,
  },
  'POST /overeenkomsten/:id/budget': {
    alle: ['budget:voorstellen'],
    pad: (plek) => `${overeenkomst(plek)}/budget`,
    eigen: true,
  },
  'GET /overeenkomsten/:id': { alle: ['overeenkomst:lezen'], pad: overeenkomst, eigen: true },
  'GET /overeenkomsten/:id/producten': {
    alle: ['overeenkomst:lezen'],
    pad: (plek) => `${overeenkomst(plek)}/producten`,
    eigen: true,
  },
  'GET /overeenkomsten/:id/geld': {
    alle: ['overeenkomst:lezen', 'budget:lezen'],
    pad: (plek) => `${overeenkomst(plek)}/geld`,
    eigen: true,
  },
  'GET /overeenkomsten/:id/functies': {
    alle: ['overeenkomst:lezen'],
    pad: (plek) => `${overeenkomst(plek)}/functies`,
    eigen: true,
  },
  'POST /overeenkomsten/:id/functies': {
    alle: ['overeenkomst:toewijzen'],
    pad: (plek) => `${overeenkomst(plek)}/functies`,
    velden: rvm,
    eigen: true,
  },
  'POST /overeenkomsten/:id/functies/intrekken': {
    alle: ['overeenkomst:toewijzen'],
    pad: (plek) => `${overeenkomst(plek)}/functies/intrekken`,
    velden: rvm,
    vooraf: (beheer, { wereld, zaak }) =>
      beheer.query(
        `insert into overeenkomst_functie (regio_id, overeenkomst_id, functie, gebruiker_id, vanaf)
          values ($1, $2, 'rvm', $3, '2026-01-01') on conflict do nothing`,
        [wereld.ctx.regioId, zaak.overeenkomstId, wereld.personen.rvm.gebruikerId],
      ),
    eigen: true,
  },

  'GET /berichten': { alle: ['bericht:lezen'] },
  'GET /berichten.xlsx': { alle: ['bericht:lezen'] },
  'GET /berichten.csv': { alle: ['bericht:lezen'] },
  'GET /berichten/inlezen': { een: inlezen },
  'POST /berichten/inlezen': { een: inlezen, bestand: { naam: 'onbekend.txt', inhoud: 'niets' } },
  'POST /berichten/rondes': { een: inlezen, velden: { omvang: '100' } },
  'GET /berichten/rondes': { alle: ['bericht:lezen'] },
  'GET /berichten/rondes/:id': {
    een: ['bericht:lezen', ...inlezen],
    pad: ronde,
    // who may only read in sees its own deliveries
    vooraf: (beheer, { zaak, persoon }) =>
      beheer.query('update inleesronde set gestart_door = $1 where id = $2', [
        persoon?.naam ?? 'niemand',
        zaak.rondeId,
      ]),
    vanRegio: true,
  },
  'GET /berichten/rondes/:id/afgekeurd.xlsx': {
    alle: ['bericht:lezen'],
    pad: (plek) => `${ronde(plek)}/afgekeurd.xlsx`,
    vanRegio: true,
  },
  'GET /berichten/rondes/:id/afgekeurd.csv': {
    alle: ['bericht:lezen'],
    pad: (plek) => `${ronde(plek)}/afgekeurd.csv`,
    vanRegio: true,
  },
  'GET /berichten/:id': { alle: ['bericht:lezen'], pad: ({ zaak }) => `/berichten/${zaak.berichtId}`, vanRegio: true },
  'POST /berichten/:id/aanvaarden': {
    alle: ['bericht:aanvaarden'],
    pad: ({ zaak }) => `/berichten/${zaak.berichtId}/aanvaarden`,
    velden: { regel: '0', reden: 'Nagevraagd.' },
    vooraf: zetBerichtTerug,
    vanRegio: true,
  },
  'GET /evaluaties/inlezen': { alle: ['evaluatie:inlezen'] },
  'POST /evaluaties/inlezen': {
    alle: ['evaluatie:inlezen'],
    velden: bevestig,
    bestand: { naam: 'e.csv', inhoud: 'niets' },
  },
  'GET /cto/inlezen': { alle: ['cto:inlezen'] },
  'POST /cto/inlezen': { alle: ['cto:inlezen'], velden: bevestig, bestand: { naam: 'c.csv', inhoud: 'niets' } },
  'GET /toewijzingen/:id': {
    alle: ['casus:lezen'],
    pad: ({ zaak }) => `/toewijzingen/${zaak.toewijzingId}`,
    eigen: true,
  },

  'GET /berichten/rondes.xlsx': { alle: ['bericht:lezen'] },
  'GET /berichten/rondes.csv': { alle: ['bericht:lezen'] },
  'GET /evaluaties': { alle: ['evaluatie:lezen'] },
  'GET /evaluaties.xlsx': { alle: ['evaluatie:lezen'] },
  'GET /evaluaties.csv': { alle: ['evaluatie:lezen'] },
  'GET /evaluaties/clienttevredenheid': { alle: ['evaluatie:lezen'] },
  'GET /evaluaties/clienttevredenheid.xlsx': { alle: ['evaluatie:lezen'] },
  'GET /evaluaties/clienttevredenheid.csv': { alle: ['evaluatie:lezen'] },

  'GET /kpis': { alle: ['kpi:lezen'] },
  'GET /kpis.xlsx': { alle: ['kpi:lezen'], pad: () => '/kpis.xlsx?jaar=2024' },
  'GET /kpis.csv': { alle: ['kpi:lezen'], pad: () => '/kpis.csv?jaar=2024' },
  'GET /kpis/vaststellen/:jaar': { alle: ['kpi:vaststellen'], pad: () => '/kpis/vaststellen/2025' },
  'POST /kpis/vaststellen/:jaar': {
    alle: ['kpi:vaststellen'],
    pad: () => '/kpis/vaststellen/2025',
    vooraf: (beheer) => beheer.query('delete from kpi_vaststelling where jaar = 2025'),
  },
  'GET /kpis/:id': { alle: ['kpi:lezen'], pad: uitkomst, eigen: true },
  'GET /kpis/:id/gevallen.xlsx': {
    alle: ['casus:lezen'],
    pad: (plek) => `${uitkomst(plek)}/gevallen.xlsx`,
    eigen: true,
  },
  'GET /kpis/:id/gevallen.csv': { alle: ['casus:lezen'], pad: (plek) => `${uitkomst(plek)}/gevallen.csv`, eigen: true },

  'GET /bevindingen': { alle: ['bevinding:lezen'] },
  'GET /bevindingen.xlsx': { alle: ['bevinding:lezen'] },
  'GET /bevindingen.csv': { alle: ['bevinding:lezen'] },
  'GET /bevindingen/nieuw': { alle: ['bevinding:vastleggen'] },
  'POST /bevindingen/nieuw': {
    alle: ['bevinding:vastleggen'],
    velden: ({ zaak }) => ({ aanbiederId: zaak.aanbiederId, titel: 'Nieuwe bevinding', toelichting: 'Gezien.' }),
  },
  'GET /bevindingen/:id': {
    alle: ['bevinding:lezen'],
    pad: ({ zaak }) => `/bevindingen/${zaak.bevindingId}`,
    eigen: true,
  },
  'POST /bevindingen/:id/besluiten': {
    alle: ['bevinding:beoordelen'],
    pad: ({ zaak }) => `/bevindingen/${zaak.bevindingId}/besluiten`,
    velden: { besluit: 'bespreken', reden: 'Op de agenda.' },
    eigen: true,
  },

  'GET /overlegtafels': { alle: ['overlegtafel:lezen'] },
  'GET /overlegtafels.xlsx': { alle: ['overlegtafel:lezen'] },
  'GET /overlegtafels.csv': { alle: ['overlegtafel:lezen'] },
  'GET /overlegtafels/nieuw': { alle: ['overlegtafel:organiseren'] },
  'POST /overlegtafels/nieuw': {
    alle: ['overlegtafel:organiseren'],
    velden: {
      titel: 'Wachtlijsten',
      thema: 'Wachtlijsten',
      subregioId: '',
      datum: '1-12-2026',
      begintijd: '',
      wijze: 'fysiek',
      plaats: '',
    },
  },
  'GET /overlegtafels/deelname': { alle: ['overlegtafel:lezen'], binnen: true },
  'GET /overlegtafels/deelname/:id': {
    alle: ['overlegtafel:lezen'],
    binnen: true,
    pad: deelname,
    vooraf: zetUitsluiting,
    vanRegio: true,
  },
  'POST /overlegtafels/deelname/:id': {
    alle: ['overlegtafel:organiseren'],
    pad: deelname,
    velden: { tot: '', motivering: 'Bleef weg.' },
    vooraf: zetUitsluiting,
    vanRegio: true,
  },
  'POST /overlegtafels/deelname/:id/opheffen': {
    alle: ['overlegtafel:organiseren'],
    pad: (plek) => `${deelname(plek)}/opheffen`,
    velden: { reden: 'Besproken.' },
    vooraf: zetUitsluiting,
    vanRegio: true,
  },
  'GET /overlegtafels/:id': { alle: ['overlegtafel:lezen'], pad: tafel(), vooraf: zetTafel(...TERUG), eigen: true },
  'GET /overlegtafels/:id/wijzigen': {
    alle: ['overlegtafel:organiseren'],
    pad: tafel('wijzigen'),
    vooraf: zetTafel(),
    vanRegio: true,
  },
  'POST /overlegtafels/:id/wijzigen': {
    alle: ['overlegtafel:organiseren'],
    pad: tafel('wijzigen'),
    velden: {
      titel: 'Anders',
      thema: 'Anders',
      subregioId: '',
      datum: '1-12-2026',
      begintijd: '9.30',
      wijze: 'online',
      plaats: '',
      versie: '0',
    },
    vooraf: zetTafel(),
    vanRegio: true,
  },
  'GET /overlegtafels/:id/samenstelling': {
    alle: ['overlegtafel:lezen'],
    binnen: true,
    pad: tafel('samenstelling'),
    vooraf: zetTafel(...SAMEN),
    vanRegio: true,
  },
  'POST /overlegtafels/:id/samenstelling': {
    alle: ['overlegtafel:organiseren'],
    pad: tafel('samenstelling'),
    velden: { versie: '0' },
    vooraf: zetTafel(),
    vanRegio: true,
  },
  'GET /overlegtafels/:id/afwijken': {
    alle: ['overlegtafel:organiseren'],
    pad: (plek) => `${tafel('afwijken')(plek)}?aanbieder=${plek.zaak.aanbiederId}`,
    vooraf: zetTafel(...SAMEN),
    vanRegio: true,
  },
  'POST /overlegtafels/:id/afwijken': {
    alle: ['overlegtafel:organiseren'],
    pad: tafel('afwijken'),
    velden: ({ zaak }) => ({ aanbiederId: zaak.aanbiederId, richting: 'niet', motivering: 'Stopt.' }),
    vooraf: zetTafel(...SAMEN),
    vanRegio: true,
  },
  'POST /overlegtafels/:id/uitnodigingen': {
    alle: ['overlegtafel:organiseren'],
    pad: tafel('uitnodigingen'),
    velden: { versie: '0' },
    vooraf: zetTafel(...SAMEN),
    vanRegio: true,
  },
  'GET /overlegtafels/:id/deelnemers': {
    alle: ['overlegtafel:lezen'],
    binnen: true,
    pad: tafel('deelnemers'),
    vooraf: zetTafel(...UIT),
    vanRegio: true,
  },
  'GET /overlegtafels/:id/antwoord': {
    een: ['overlegtafel:antwoorden', 'overlegtafel:bijwerken'],
    pad: (plek) => `${tafel('antwoord')(plek)}?aanbieder=${plek.zaak.aanbiederId}`,
    vooraf: zetTafel(...UIT),
    eigen: true,
  },
  'POST /overlegtafels/:id/antwoord': {
    een: ['overlegtafel:antwoorden', 'overlegtafel:bijwerken'],
    pad: tafel('antwoord'),
    velden: ({ zaak }) => ({ aanbiederId: zaak.aanbiederId, antwoord: 'komt', afgevaardigde: 'Wilma' }),
    vooraf: zetTafel(...UIT),
    vanRegio: true,
  },
  'POST /overlegtafels/:id/vervangen': {
    alle: ['overlegtafel:organiseren'],
    pad: tafel('vervangen'),
    velden: ({ zaak }) => ({ aanbiederId: zaak.aanbiederId }),
    vooraf: zetTafel(...UIT),
    vanRegio: true,
  },
  'GET /overlegtafels/:id/aanwezigheid': {
    alle: ['overlegtafel:bijwerken'],
    pad: tafel('aanwezigheid'),
    vooraf: zetTafel(...UIT),
    vanRegio: true,
  },
  'POST /overlegtafels/:id/aanwezigheid': {
    alle: ['overlegtafel:bijwerken'],
    pad: tafel('aanwezigheid'),
    velden: ({ zaak }) => ({ [`stand-${zaak.aanbiederId}`]: 'aanwezig' }),
    vooraf: zetTafel(...UIT),
    vanRegio: true,
  },
  'POST /overlegtafels/:id/besluiten': {
    alle: ['overlegtafel:bijwerken'],
    pad: tafel('besluiten'),
    velden: { tekst: 'De wachtlijst komt elke maand op tafel.' },
    vooraf: zetTafel(...GEHOUDEN),
    vanRegio: true,
  },
  'GET /overlegtafels/:id/terugkoppeling': {
    alle: ['overlegtafel:bijwerken'],
    pad: tafel('terugkoppeling'),
    vooraf: zetTafel(...GEHOUDEN),
    vanRegio: true,
  },
  'POST /overlegtafels/:id/terugkoppeling': {
    alle: ['overlegtafel:bijwerken'],
    pad: tafel('terugkoppeling'),
    velden: { tekst: 'Besproken.', belanghebbenden: '', versie: '0' },
    vooraf: zetTafel(...GEHOUDEN),
    vanRegio: true,
  },
  'POST /overlegtafels/:id/toetsen': {
    alle: ['overlegtafel:bijwerken'],
    pad: tafel('toetsen'),
    velden: { besprokenMet: 'de deelnemers', afspiegeling: 'ja', oordeel: 'Werkt.', aanpassing: '' },
    vooraf: zetTafel(...GEHOUDEN),
    vanRegio: true,
  },
  'POST /overlegtafels/:id/sluiten': {
    alle: ['overlegtafel:organiseren'],
    pad: tafel('sluiten'),
    vooraf: zetTafel(...TERUG),
    vanRegio: true,
  },
  'GET /overlegtafels/:id/vervallen': {
    alle: ['overlegtafel:organiseren'],
    pad: tafel('vervallen'),
    vooraf: zetTafel(),
    vanRegio: true,
  },
  'POST /overlegtafels/:id/vervallen': {
    alle: ['overlegtafel:organiseren'],
    pad: tafel('vervallen'),
    velden: { reden: 'Te vroeg.' },
    vooraf: zetTafel(),
    vanRegio: true,
  },

  'GET /bewaren': { alle: ['bewaren:lezen'] },
  'GET /bewaren/:id': {
    alle: ['bewaren:lezen'],
    pad: vernietiging,
    vooraf: zetVernietiging(false),
    vanRegio: true,
  },
  'POST /bewaren/:id/voorleggen': {
    alle: ['bewaren:voorbereiden'],
    pad: (plek) => `${vernietiging(plek)}/voorleggen`,
    velden: { toelichting: 'Geen bezwaar gevonden.' },
    vooraf: zetVernietiging(false),
    vanRegio: true,
  },
  'POST /bewaren/:id/besluiten': {
    alle: ['bewaren:besluiten'],
    pad: (plek) => `${vernietiging(plek)}/besluiten`,
    velden: { besluit: 'uitstellen', reden: 'Er loopt een bezwaar.', tot: '1-6-2027' },
    vooraf: zetVernietiging(true),
    vanRegio: true,
  },

  'GET /aanbieders/:id/gesprekken': {
    alle: ['aanbieder:lezen', 'gesprek:lezen'],
    pad: (plek) => `${aanbieder(plek)}/gesprekken`,
    eigen: true,
  },
  'GET /aanbieders/:id/klasse': {
    alle: ['klasse:lezen'],
    pad: (plek) => `${aanbieder(plek)}/klasse`,
    eigen: true,
  },
  'POST /aanbieders/:id/klasse': {
    alle: ['klasse:vastleggen'],
    pad: (plek) => `${aanbieder(plek)}/klasse`,
    velden: { klasse: '1', geldigVanaf: '1-1-2030', reden: 'Omvang.' },
    eigen: true,
  },
  'GET /gesprekken': { alle: ['gesprek:lezen'] },
  'GET /gesprekken.xlsx': { alle: ['gesprek:lezen'] },
  'GET /gesprekken.csv': { alle: ['gesprek:lezen'], pad: () => '/gesprekken.csv?stand=alle' },
  'GET /gesprekken/gezien': { alle: ['gesprek:plannen'] },
  'GET /gesprekken/gezien.xlsx': { alle: ['gesprek:plannen'] },
  'GET /gesprekken/gezien.csv': { alle: ['gesprek:plannen'] },
  'GET /gesprekken/plannen': { alle: ['gesprek:plannen'] },
  'POST /gesprekken/plannen': { alle: ['gesprek:plannen'] },
  'GET /gesprekken/nieuw': {
    alle: ['gesprek:plannen'],
    pad: ({ zaak }) => `/gesprekken/nieuw?aanbiederId=${zaak.aanbiederId}`,
  },
  'POST /gesprekken/nieuw': {
    alle: ['gesprek:plannen'],
    velden: ({ zaak }) => ({ ...waar, soort: 'extra-gesprek', aanbiederId: zaak.aanbiederId }),
  },
  'GET /gesprekken/:id': vanGesprek('', 'gesprek:lezen', 'gevraagd'),
  'GET /gesprekken/:id/uitnodiging.pdf': vanGesprek('/uitnodiging.pdf', 'gesprek:lezen', 'gepland'),
  'GET /gesprekken/:id/uitnodiging.docx': vanGesprek('/uitnodiging.docx', 'gesprek:lezen', 'gepland'),
  'GET /gesprekken/:id/voorbereiding.pdf': vanGesprek(
    '/voorbereiding.pdf',
    'gesprek:lezen',
    'gepland',
    undefined,
    true,
  ),
  'GET /gesprekken/:id/voorbereiding.docx': vanGesprek(
    '/voorbereiding.docx',
    'gesprek:lezen',
    'gepland',
    undefined,
    true,
  ),
  'GET /gesprekken/:id/voorbereiding': vanGesprek('/voorbereiding', 'gesprek:lezen', 'gevraagd', undefined, true),
  'GET /gesprekken/:id/rapportage': vanGesprek('/rapportage', 'gesprek:lezen', 'gevraagd'),
  'POST /gesprekken/:id/rapportage': vanGesprek('/rapportage', 'gesprek:reageren', 'gevraagd', { stap: 'bewaren' }),
  'POST /gesprekken/:id/rapportage/vragen': vanGesprek('/rapportage/vragen', 'gesprek:wijzigen', 'gepland'),
  'POST /gesprekken/:id/uitnodigen': vanGesprek('/uitnodigen', 'gesprek:wijzigen', 'gevraagd'),
  'POST /gesprekken/:id/voorbereid': vanGesprek('/voorbereid', 'gesprek:wijzigen', 'gevraagd'),
  'GET /gesprekken/:id/agenda': vanGesprek('/agenda', 'gesprek:wijzigen', 'gevraagd'),
  'POST /gesprekken/:id/agenda': vanGesprek('/agenda', 'gesprek:wijzigen', 'gevraagd', { titel: 'Nieuw punt' }),
  'POST /gesprekken/:id/agenda/bijwerken': vanGesprek('/agenda/bijwerken', 'gesprek:wijzigen', 'gevraagd'),
  'POST /gesprekken/:id/agenda/:deel/weghalen': vanGesprek('/agenda/:eigen/weghalen', 'gesprek:wijzigen', 'gevraagd'),
  'POST /gesprekken/:id/agenda/:deel/meenemen': vanGesprek('/agenda/:eigen/meenemen', 'gesprek:wijzigen', 'gevraagd'),
  'GET /gesprekken/:id/verplaatsen': vanGesprek('/verplaatsen', 'gesprek:wijzigen', 'gevraagd'),
  'POST /gesprekken/:id/verplaatsen': vanGesprek('/verplaatsen', 'gesprek:wijzigen', 'gevraagd', {
    ...waar,
    datum: '22-11-2026',
    reden: 'Ziekte.',
    versie: '1',
  }),
  'GET /gesprekken/:id/annuleren': vanGesprek('/annuleren', 'gesprek:plannen', 'gevraagd'),
  'POST /gesprekken/:id/annuleren': vanGesprek('/annuleren', 'gesprek:plannen', 'gevraagd', { reden: 'Ziekte.' }),
  'GET /gesprekken/:id/gehouden': vanGesprek('/gehouden', 'gesprek:wijzigen', 'gevraagd'),
  'POST /gesprekken/:id/gehouden': vanGesprek('/gehouden', 'gesprek:wijzigen', 'gevraagd'),
  'POST /gesprekken/:id/deelnemers': vanGesprek('/deelnemers', 'gesprek:wijzigen', 'gevraagd'),
  'POST /gesprekken/:id/deelnemers/:deel/weghalen': vanGesprek(
    '/deelnemers/:eigen/weghalen',
    'gesprek:wijzigen',
    'gevraagd',
  ),
  'POST /gesprekken/:id/deelnemers/:deel/antwoord': vanGesprek(
    '/deelnemers/:eigen/antwoord',
    'gesprek:lezen',
    'gevraagd',
    {
      antwoord: 'ja',
    },
  ),
  'GET /gesprekken/:id/verslag': vanGesprek('/verslag', 'gesprek:lezen', 'te verwerken'),
  'POST /gesprekken/:id/verslag/punten/:deel': {
    ...vanGesprek('/verslag/punten/:eigen', 'gesprek:wijzigen', 'geschreven'),
    velden: ({ zaak }) => ({ [`tekst-${zaak.aanbiederId}`]: `Besproken ${zaak.agb}`, versie: '99' }),
  },
  'POST /gesprekken/:id/verslag/besluiten': vanGesprek('/verslag/besluiten', 'gesprek:wijzigen', 'geschreven', {
    'besluit-tekst': 'Voortaan in maart.',
  }),
  'POST /gesprekken/:id/verslag/besluiten/:deel/weghalen': vanGesprek(
    '/verslag/besluiten/:eigen/weghalen',
    'gesprek:wijzigen',
    'geschreven',
  ),
  'POST /gesprekken/:id/verslag/acties': vanGesprek('/verslag/acties', 'gesprek:wijzigen', 'geschreven', {
    'actie-tekst': 'Stuurt de lijst',
    'actie-kant': 'aanbieder',
    'actie-eigenaar': 'Iemand',
    'actie-einddatum': '1-3-2027',
  }),
  'POST /gesprekken/:id/verslag/delen': vanGesprek('/verslag/delen', 'gesprek:vaststellen', 'geschreven'),
  'POST /gesprekken/:id/verslag/reacties': vanGesprek('/verslag/reacties', 'gesprek:reageren', 'gedeeld', {
    soort: 'akkoord',
  }),
  'POST /gesprekken/:id/verslag/reacties/:deel/verwerken': {
    ...vanGesprek('/verslag/reacties/:eigen/verwerken', 'gesprek:wijzigen', 'te verwerken'),
    velden: ({ zaak }) => ({ [`verwerking-${zaak.aanbiederId}`]: 'Aangepast.' }),
  },
  'POST /gesprekken/:id/verslag/definitief': vanGesprek('/verslag/definitief', 'gesprek:vaststellen', 'gedeeld'),
  'GET /acties': { alle: ['actie:lezen'] },
  'GET /acties.xlsx': { alle: ['actie:lezen'] },
  'GET /acties.csv': { alle: ['actie:lezen'] },
  'GET /acties/:id': { alle: ['actie:lezen'], pad: actie, vooraf: inFase('gedeeld'), eigen: true },
  'GET /acties/:id/wijzigen': {
    alle: ['gesprek:wijzigen'],
    pad: (plek) => `${actie(plek)}/wijzigen`,
    vooraf: inFase('geschreven'),
    eigen: true,
  },
  'POST /acties/:id/wijzigen': {
    alle: ['gesprek:wijzigen'],
    pad: (plek) => `${actie(plek)}/wijzigen`,
    velden: {
      'actie-tekst': 'Stuurt de lijst',
      'actie-kant': 'aanbieder',
      'actie-eigenaar': 'Iemand',
      'actie-einddatum': '1-3-2027',
      versie: '1',
    },
    vooraf: inFase('geschreven'),
    eigen: true,
  },
  'POST /acties/:id/stappen': {
    een: ['actie:afronden', 'actie:aanvaarden'],
    pad: (plek) => `${actie(plek)}/stappen`,
    velden: { act: 'beginnen' },
    vooraf: inFase('gedeeld'),
    eigen: true,
  },

  'GET /aanbieders/:id/dossier': {
    alle: ['document:lezen', 'aanbieder:lezen'],
    pad: (plek) => `${aanbieder(plek)}/dossier`,
    vooraf: zetDocument,
    eigen: true,
  },
  'GET /aanbieders/:id/dossier/nieuw': {
    alle: ['document:toevoegen'],
    pad: (plek) => `${aanbieder(plek)}/dossier/nieuw`,
    eigen: true,
  },
  'POST /aanbieders/:id/dossier/nieuw': {
    alle: ['document:toevoegen'],
    pad: (plek) => `${aanbieder(plek)}/dossier/nieuw`,
    velden: papierwerk,
    bestand: papier,
    eigen: true,
  },
  'GET /overeenkomsten/:id/dossier': {
    alle: ['overeenkomst:lezen', 'document:lezen'],
    pad: (plek) => `${overeenkomst(plek)}/dossier`,
    vooraf: zetDocument,
    eigen: true,
  },
  'GET /overeenkomsten/:id/dossier/nieuw': {
    alle: ['document:toevoegen'],
    pad: (plek) => `${overeenkomst(plek)}/dossier/nieuw`,
    eigen: true,
  },
  'POST /overeenkomsten/:id/dossier/nieuw': {
    alle: ['document:toevoegen'],
    pad: (plek) => `${overeenkomst(plek)}/dossier/nieuw`,
    velden: papierwerk,
    bestand: papier,
    eigen: true,
  },
  'GET /documenten/:id': { alle: ['document:lezen'], pad: document, vooraf: zetDocument, eigen: true },
  'GET /documenten/:id/:bestand': {
    alle: ['document:lezen'],
    pad: (plek) => `${document(plek)}/1.pdf`,
    vooraf: zetDocument,
    eigen: true,
  },
  'GET /documenten/:id/versies': {
    alle: ['document:toevoegen'],
    pad: (plek) => `${document(plek)}/versies`,
    vooraf: zetDocument,
    eigen: true,
  },
  'POST /documenten/:id/versies': {
    alle: ['document:toevoegen'],
    pad: (plek) => `${document(plek)}/versies`,
    velden: { datum: '2-11-2026', auteur: 'De aanbieder', toelichting: '' },
    bestand: papier,
    vooraf: zetDocument,
    eigen: true,
  },

  'GET /brieven': { alle: ['brief:lezen'], vooraf: zetBrief('concept') },
  'GET /brieven/nieuw': { alle: ['brief:opstellen'], pad: () => '/brieven/nieuw?sjabloon=informatiebrief' },
  'POST /brieven/nieuw': {
    alle: ['brief:opstellen'],
    pad: () => '/brieven/nieuw?sjabloon=informatiebrief',
    velden: { onderwerp: 'Bereikbaarheid', 'veld-bericht': 'Wij zijn dicht.' },
  },
  'GET /brieven/:id': vanBrief('brief:lezen', 'verzonden', brief),
  'GET /brieven/:id/ontvangers/:ontvanger': vanBrief('brief:lezen', 'concept', ontvanger),
  'GET /brieven/:id/ontvangers/:ontvanger/voorbeeld.pdf': vanBrief(
    'brief:lezen',
    'concept',
    (plek) => `${ontvanger(plek)}/voorbeeld.pdf`,
  ),
  'GET /brieven/:id/ontvangers/:ontvanger/voorbeeld.docx': vanBrief(
    'brief:lezen',
    'concept',
    (plek) => `${ontvanger(plek)}/voorbeeld.docx`,
  ),
  'POST /brieven/:id/ontvangers/:ontvanger/weghalen': vanBrief(
    'brief:opstellen',
    'concept',
    (plek) => `${ontvanger(plek)}/weghalen`,
  ),
  'POST /brieven/:id/ontvangers/:ontvanger/gepost': vanBrief(
    'brief:opstellen',
    'te-posten',
    (plek) => `${ontvanger(plek)}/gepost`,
    {
      datum: '1-11-2026',
      nummer: '3SRRC',
      ontvangen: '',
    },
  ),
  'POST /brieven/:id/voorleggen': vanBrief('brief:opstellen', 'concept', (plek) => `${brief(plek)}/voorleggen`, {
    gezien: '3',
  }),
  'POST /brieven/:id/besluiten': vanBrief('brief:goedkeuren', 'voorgelegd', (plek) => `${brief(plek)}/besluiten`, {
    gezien: '3',
    besluit: 'terug',
    reden: '',
  }),
  'POST /brieven/:id/versturen': vanBrief('brief:opstellen', 'zonder-taak', (plek) => `${brief(plek)}/versturen`, {
    gezien: '3',
  }),
  'POST /brieven/:id/opnieuw': vanBrief('brief:opstellen', 'mislukt', (plek) => `${brief(plek)}/opnieuw`),
  'POST /brieven/:id/vervallen': vanBrief('brief:opstellen', 'concept', (plek) => `${brief(plek)}/vervallen`),

  'GET /publicaties': { alle: ['publicatie:lezen'], vooraf: zetPublicatie },
  'GET /publicaties/nieuw': { alle: ['publicatie:plaatsen'] },
  'POST /publicaties/nieuw': {
    alle: ['publicatie:plaatsen'],
    velden: {
      titel: 'Overlegtafels',
      tekst: 'De planning.',
      doelgroep: 'aanbieders',
      kanaal: 'mail',
      datum: '1-11-2026',
    },
  },
  'POST /publicaties/:id/intrekken': {
    alle: ['publicatie:plaatsen'],
    pad: ({ zaak }) => `/publicaties/${zaak.aanbiederId}/intrekken`,
    vooraf: zetPublicatie,
    vanRegio: true,
  },
  'GET /nieuws/:slug': { openbaar: 'wat voor iedereen op de website is gezet', pad: () => '/nieuws/proefregio' },
  'GET /huisstijl': { alle: ['inrichting:lezen'] },
  'GET /huisstijl/:wie': { alle: ['inrichting:wijzigen'], pad: () => '/huisstijl/regio' },
  'POST /huisstijl/:wie': {
    alle: ['inrichting:wijzigen'],
    pad: () => '/huisstijl/regio',
    velden: { naam: 'Proefregio', adres: '', voettekst: '', reeks: 'PR' },
    bestand: { naam: 'niets.png', inhoud: '' },
  },
  'GET /huisstijl/:wie/logo': {
    alle: ['inrichting:lezen'],
    pad: () => '/huisstijl/regio/logo',
    vooraf: zetHuisstijl,
  },
  'GET /briefsjablonen': { iedereen: 'gaat naar de huisstijl' },
  'GET /briefsjablonen/:code': { alle: ['inrichting:lezen'], pad: () => '/briefsjablonen/informatiebrief' },
  'POST /briefsjablonen/:code': {
    alle: ['inrichting:wijzigen'],
    pad: () => '/briefsjablonen/informatiebrief',
    velden: { naam: 'Informatiebrief', tekst: '{bericht}', verzending: 'mail', taak: '', reden: '', gezien: '1' },
  },

  'GET /escalaties': { alle: ['escalatie:lezen'] },
  'GET /escalaties.xlsx': { alle: ['escalatie:lezen'] },
  'GET /escalaties.csv': { alle: ['escalatie:lezen'] },
  'GET /escalaties/ladder': { alle: ['escalatie:lezen'] },
  'GET /escalaties/nieuw': { alle: ['escalatie:stap-zetten'] },
  'POST /escalaties/nieuw': {
    alle: ['escalatie:stap-zetten'],
    velden: ({ zaak }) => ({
      aanbiederId: zaak.aanbiederId,
      stap: 'A1',
      titel: 'Te laat begonnen',
      grond: 'kpi',
      motivering: 'Het gesprek hielp niet.',
      'stuk.aanleiding.omschrijving': 'Vier keer te laat.',
    }),
  },
  'GET /escalaties/:id': { alle: ['escalatie:lezen'], pad: escalatie, eigen: true },
  'GET /escalaties/:id/stappen/:overgang': {
    alle: ['escalatie:stap-zetten'],
    pad: (plek) => `${escalatie(plek)}/stappen/A9`,
    eigen: true,
  },
  'POST /escalaties/:id/stappen/:overgang': {
    alle: ['escalatie:stap-zetten'],
    pad: (plek) => `${escalatie(plek)}/stappen/A9`,
    velden: { gezien: '5' },
    vooraf: zetEscalatie(false),
    eigen: true,
  },
  'POST /escalaties/:id/besluiten': {
    alle: ['escalatie:besluiten'],
    pad: (plek) => `${escalatie(plek)}/besluiten`,
    velden: { gezien: '5', besluit: 'afwijzen', reden: '' },
    eigen: true,
  },
  'POST /escalaties/:id/intrekken': {
    alle: ['escalatie:stap-zetten'],
    pad: (plek) => `${escalatie(plek)}/intrekken`,
    velden: { gezien: '5', redenIntrekken: 'Toch niet.' },
    vooraf: zetEscalatie(true),
    eigen: true,
  },
  'GET /escalaties/:id/versturen': {
    alle: ['escalatie:versturen'],
    pad: (plek) => `${escalatie(plek)}/versturen`,
    vooraf: zetEscalatie(true),
    eigen: true,
  },
  'POST /escalaties/:id/versturen': {
    alle: ['escalatie:versturen'],
    pad: (plek) => `${escalatie(plek)}/versturen`,
    velden: { gezien: '5', datum: '', wijze: 'digitaal' },
    vooraf: zetEscalatie(true),
    eigen: true,
  },
  'GET /escalaties/:id/brieven/:nr': {
    alle: ['escalatie:lezen'],
    pad: (plek) => `${escalatie(plek)}/brieven/1`,
    eigen: true,
  },
  'GET /escalaties/:id/stukken/:soort': {
    een: ['escalatie:stap-zetten', 'escalatie:reageren'],
    pad: (plek) => `${escalatie(plek)}/stukken/zienswijze`,
    eigen: true,
  },
  'POST /escalaties/:id/stukken/:soort': {
    een: ['escalatie:stap-zetten', 'escalatie:reageren'],
    pad: (plek) => `${escalatie(plek)}/stukken/zienswijze`,
    velden: { gezien: '5', 'stuk.zienswijze.tekst': 'Wij zijn het niet eens.', datum: '20-11-2026' },
    vooraf: zetEscalatie(false),
    eigen: true,
  },

  'GET /verbeterplannen': { alle: ['verbeterplan:lezen'] },
  'GET /verbeterplannen.xlsx': { alle: ['verbeterplan:lezen'] },
  'GET /verbeterplannen.csv': { alle: ['verbeterplan:lezen'] },
  'GET /verbeterplannen/formulier': { alle: ['verbeterplan:lezen'] },
  'GET /verbeterplannen/nieuw': { alle: ['verbeterplan:vragen'] },
  'POST /verbeterplannen/nieuw': {
    alle: ['verbeterplan:vragen'],
    velden: ({ zaak }) => ({
      aanbiederId: zaak.aanbiederId,
      titel: 'Te laat begonnen',
      aanleiding: 'Vier keer te laat.',
      // without a day: who has the right need not have the mandate
      uiterlijk: '',
    }),
  },
  'GET /verbeterplannen/:id': vanPlan('', 'verbeterplan:lezen', 'gerapporteerd'),
  'GET /verbeterplannen/:id/versies/:ronde': vanPlan('/versies/1', 'verbeterplan:lezen', 'gerapporteerd'),
  'GET /verbeterplannen/:id/indienen': vanPlan('/indienen', 'verbeterplan:indienen', 'aanvullen'),
  'POST /verbeterplannen/:id/indienen': vanPlan('/indienen', 'verbeterplan:indienen', 'aanvullen', {
    aantal: '1',
    'punten.0.nr': '1',
    'punten.0.oorzaak': 'Geen vervanging.',
    'punten.0.maatregel': 'Een invalpool.',
    'punten.0.resultaat': 'Altijd vervanging.',
    'punten.0.wie': 'Teamleider',
    'punten.0.wanneer': '1-3-2027',
  }),
  'GET /verbeterplannen/:id/beoordelen': vanPlan('/beoordelen', 'verbeterplan:beoordelen', 'ingediend'),
  'POST /verbeterplannen/:id/beoordelen': vanPlan('/beoordelen', 'verbeterplan:beoordelen', 'ingediend', {
    stap: 'bewaren',
    conceptgezien: '0',
    'punten.1.oordeel': 'akkoord',
    'punten.1.reden': 'Past.',
  }),
  'GET /verbeterplannen/:id/melden': vanPlan('/melden', 'verbeterplan:indienen', 'uitvoering'),
  'POST /verbeterplannen/:id/melden': vanPlan('/melden', 'verbeterplan:indienen', 'uitvoering', {
    'punten.1.melden': 'ja',
    'punten.1.tekst': 'De invalpool is er.',
  }),
  'GET /verbeterplannen/:id/realisatie': vanPlan('/realisatie', 'verbeterplan:beoordelen', 'gerapporteerd'),
  'POST /verbeterplannen/:id/realisatie': vanPlan('/realisatie', 'verbeterplan:beoordelen', 'gerapporteerd', {
    'punten.1.oordeel': 'gerealiseerd',
    'punten.1.reden': 'Gezien.',
  }),
  'GET /verbeterplannen/:id/afsluiten': vanPlan('/afsluiten', 'verbeterplan:beoordelen', 'gerapporteerd'),
  'POST /verbeterplannen/:id/afsluiten': vanPlan('/afsluiten', 'verbeterplan:beoordelen', 'gerapporteerd', {
    einde: 'ingetrokken',
    reden: '',
  }),
  'GET /verbeterplannen/:id/termijn': vanPlan('/termijn', 'verbeterplan:beoordelen', 'uitvoering'),
  'POST /verbeterplannen/:id/termijn': vanPlan('/termijn', 'verbeterplan:beoordelen', 'uitvoering', {
    naar: '1-4-2027',
    reden: 'Ziekte.',
  }),

  'GET /clientverzoek': { alle: ['client:lezen'] },
  'POST /clientverzoek': { alle: ['client:lezen'], velden: ({ zaak }) => ({ label: zaak.label }) },
  'POST /clientverzoek/uitvoer': {
    alle: ['client:lezen'],
    velden: ({ zaak }) => ({ label: zaak.label, 'reden-uitvoer': 'Verzoek om inzage.' }),
  },
  'POST /clientverzoek/verwijderen': {
    alle: ['client:verwijderen'],
    velden: ({ zaak }) => ({ label: zaak.label, 'reden-verwijderen': 'Verzoek om verwijdering.' }),
  },

  'GET /inrichting/escalatieladder/concept': { alle: ['inrichting:wijzigen'], vooraf: zetConcept },
  'POST /inrichting/escalatieladder/concept': {
    alle: ['inrichting:wijzigen'],
    vooraf: (beheer) => beheer.query('delete from ladderconcept'),
    velden: { van: 'eigen' },
  },
  'POST /inrichting/escalatieladder/concept/bewaren': {
    alle: ['inrichting:wijzigen'],
    vooraf: zetConcept,
    velden: { gezien: '1', geldigVanaf: '1-1-2030', reden: 'Nieuw contract' },
  },
  'POST /inrichting/escalatieladder/concept/verwerpen': {
    alle: ['inrichting:wijzigen'],
    vooraf: zetConcept,
    velden: { gezien: '1' },
  },
  'GET /inrichting/escalatieladder/concept/kop': { alle: ['inrichting:wijzigen'], vooraf: zetConcept },
  'POST /inrichting/escalatieladder/concept/kop': {
    alle: ['inrichting:wijzigen'],
    vooraf: zetConcept,
    velden: { gezien: '1', naam: 'Onze ladder', 'bron.document': 'd', 'bron.paragraaf': 'p', 'bron.tekst': 't' },
  },
  'GET /inrichting/escalatieladder/concept/:deel': {
    alle: ['inrichting:wijzigen'],
    vooraf: zetConcept,
    pad: () => '/inrichting/escalatieladder/concept/overgangen',
  },
  'POST /inrichting/escalatieladder/concept/:deel': {
    alle: ['inrichting:wijzigen'],
    vooraf: zetConcept,
    pad: () => '/inrichting/escalatieladder/concept/stukken',
    velden: { gezien: '1', naam: 'Nieuw stuk', van: 'opdrachtgever' },
  },
  'GET /inrichting/escalatieladder/concept/:deel/:code': {
    alle: ['inrichting:wijzigen'],
    vooraf: zetConcept,
    pad: () => '/inrichting/escalatieladder/concept/brieven/D25',
  },
  'POST /inrichting/escalatieladder/concept/:deel/:code': {
    alle: ['inrichting:wijzigen'],
    vooraf: zetConcept,
    pad: () => '/inrichting/escalatieladder/concept/stukken/aanleiding',
    velden: { gezien: '1', naam: 'Aanleiding', van: 'opdrachtgever' },
  },
  'POST /inrichting/escalatieladder/concept/:deel/:code/verwijderen': {
    alle: ['inrichting:wijzigen'],
    vooraf: zetConcept,
    pad: () => '/inrichting/escalatieladder/concept/brieven/D25/verwijderen',
    velden: { gezien: '1' },
  },
  'POST /inrichting/escalatieladder/concept/:deel/:code/verplaatsen': {
    alle: ['inrichting:wijzigen'],
    vooraf: zetConcept,
    pad: () => '/inrichting/escalatieladder/concept/stappen/2/verplaatsen',
    velden: { gezien: '1', richting: 'omhoog' },
  },
  'GET /inrichting': { alle: ['inrichting:lezen'] },
  'GET /inrichting/:deel': { alle: ['inrichting:lezen'], pad: () => '/inrichting/kpi-start-zorg' },
  'GET /inrichting/:deel/evaluatie': {
    alle: ['inrichting:wijzigen'],
    pad: () => '/inrichting/kpi-start-zorg/evaluatie',
  },
  'POST /inrichting/:deel/evaluatie': {
    alle: ['inrichting:wijzigen'],
    pad: () => '/inrichting/kpi-start-zorg/evaluatie',
  },
  'POST /inrichting/:deel/versies': {
    alle: ['inrichting:wijzigen'],
    pad: () => '/inrichting/kpi-start-zorg/versies',
    velden: {
      norm: '80',
      minimumClienten: '10',
      minimumWaarnemingen: '5',
      geldigVanaf: '1-1-2028',
      bron: 'Besluit van het overleg',
      reden: 'Afgesproken',
    },
  },
  'GET /inrichting/verbeterplan/wijzigen': { alle: ['inrichting:wijzigen'] },
  'POST /inrichting/verbeterplan/wijzigen': {
    alle: ['inrichting:wijzigen'],
    velden: {
      gezien: '1',
      naam: 'Verbeterplan',
      inleiding: 'Benoem per punt wat u doet.',
      kern: 'maatregel',
      'vragen.0.code': 'maatregel',
      'vragen.0.naam': 'Maatregel',
      'vragen.0.verplicht': 'ja',
      'wie.naam': 'Wie',
      'wanneer.naam': 'Wanneer',
      hoogstensPunten: '10',
      criteria: 'Concreet.',
      'termijnen.indienen.lengte': '2',
      'termijnen.indienen.eenheid': 'weken',
      'termijnen.beoordelen.lengte': '10',
      'termijnen.aanvullen.lengte': '5',
      'termijnen.eindoordeel.lengte': '10',
      geldigVanaf: '1-1-2028',
      bron: 'Besluit van het overleg',
      reden: 'Afgesproken',
    },
  },
  'GET /inrichting/:deel/versies/:versie/verteld': {
    een: ['inrichting:wijzigen', 'brief:lezen'],
    pad: () => '/inrichting/kpi-start-zorg/versies/2/verteld',
    vooraf: zetNorm,
  },
  'POST /inrichting/:deel/versies/:versie/verteld': {
    alle: ['publicatie:plaatsen'],
    pad: () => '/inrichting/kpi-start-zorg/versies/2/verteld',
    vooraf: zetNorm,
    velden: ({ zaak }) => ({
      aanbieders: zaak.aanbiederId,
      kanaal: 'post',
      datum: '1-11-2026',
      toelichting: 'Brief',
    }),
  },
  'POST /inrichting/:deel/versies/:versie/verteld/:id/intrekken': {
    alle: ['publicatie:plaatsen'],
    pad: ({ zaak }) => `/inrichting/kpi-start-zorg/versies/2/verteld/${zaak.aanbiederId}/intrekken`,
    vooraf: zetNorm,
    vanRegio: true,
  },
  'GET /rechten': { alle: ['inrichting:lezen'] },
  'GET /logboek': { alle: ['audit:lezen'] },
  'GET /logboek/geweigerd': { alle: ['audit:lezen'] },
  'GET /logboek.xlsx': { alle: ['audit:lezen'] },
  'GET /logboek.csv': { alle: ['audit:lezen'] },

  'GET /inzage': { alle: ['inzage:lezen'] },
  'GET /inzage.xlsx': { alle: ['inzage:lezen'] },
  'GET /inzage.csv': { alle: ['inzage:lezen'] },
  'GET /inzage/:id': { alle: ['inzage:lezen'], pad: inzage, vooraf: zetInzage, vanRegio: true },
  'POST /inzage/client': { alle: ['inzage:lezen'], velden: label },
  'POST /inzage/client.xlsx': { alle: ['inzage:lezen'], velden: label },
  'POST /inzage/client.csv': { alle: ['inzage:lezen'], velden: label },
  'GET /inzage/reden': { alle: ['casus:lezen'] },
  'POST /inzage/reden': { alle: ['casus:lezen'], velden: { reden: 'gegevens', terug: '' } },
}

const GEEN_ACCOUNT = 'in een voorbeeldregio heeft niemand een account'
/** Routes of which a test only sees that they refuse who has no right: an example that works is still to be made, or cannot be. */
export const nogGeenVoorbeeld: Record<string, string> = {
  'GET /account/sessies/andere': GEEN_ACCOUNT,
  'GET /account/sessies/:id/beeindigen': GEEN_ACCOUNT,
  'GET /account/wachtwoord': GEEN_ACCOUNT,
  'POST /account/wachtwoord': GEEN_ACCOUNT,
  'GET /account/herstelcodes': GEEN_ACCOUNT,
  'POST /account/herstelcodes': GEEN_ACCOUNT,
  'GET /account/tweede-factor': GEEN_ACCOUNT,
  'POST /account/tweede-factor': GEEN_ACCOUNT,
  'POST /overlegtafels/:id/vervangen': 'in de wereld van de proef is niemand die in de plaats kan komen',
  'POST /gesprekken/:id/deelnemers/:deel/antwoord':
    'van de aanbieder antwoordt alleen wie mag reageren; zie act/gesprek/gesprek.test.ts',
  'POST /gesprekken/:id/verslag/punten/:deel': 'botst met wat er staat: 409; zie web/gesprek/controller.test.ts',
  'POST /clientverzoek/verwijderen': 'de andere proeven hebben de cliënt nog nodig',
}

/** "/aanbieders/:id{[0-9a-f-]{36}}/kpis" as "/aanbieders/:id/kpis". */
export function zonderPatroon(pad: string): string {
  let uit = ''
  let diepte = 0
  for (const teken of pad) {
    if (teken === '{') diepte++
    if (diepte === 0) uit += teken
    if (teken === '}') diepte--
  }
  return uit
}

/** What a test asks of a route, for what is of `plek.zaak`. */
export function maakVerzoek(naam: string, plek: Plek): Verzoek {
  const { pad, velden, bestand } = routetabel[naam]!
  const [methode = '', patroon = ''] = naam.split(' ')
  return {
    methode,
    pad: pad ? pad(plek) : patroon,
    velden: typeof velden === 'function' ? velden(plek) : (velden ?? {}),
    ...(bestand && { bestand }),
  }
}

/** Whether a role opens a route. */
export function magRoute({ openbaar, iedereen, binnen, alle = [], een = [] }: Route, rol: Rol): boolean {
  if (binnen && vanAanbieder(rol)) return false
  return (
    openbaar !== undefined ||
    iedereen !== undefined ||
    (alle.every((recht) => geeft(rol, recht)) && (een.length === 0 || een.some((recht) => geeft(rol, recht))))
  )
}

/** The rights a route asks. */
export function rechtenVan({ alle = [], een = [] }: Route): Recht[] {
  return [...alle, ...een]
}
