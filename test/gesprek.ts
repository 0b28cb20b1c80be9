import { sql } from 'kysely'
import type pg from 'pg'
import type { Context } from '../src/platform/context.ts'
import { maakVersie } from '../src/domain/act/gesprek/verslag.ts'

type Over = { aanbiederId: string; agb: string; naam: string; eigenaarId: string }

/** A meeting with one of everything that hangs below it, each with the id of the aanbieder, as it is before it was held. */
export async function maakGesprek(ctx: Context, { aanbiederId: id, agb, naam, eigenaarId }: Over): Promise<void> {
  const { regioId, db, now, today } = ctx
  const op = sql`${now}::timestamptz`
  await sql`insert into aanbieder_klasse (regio_id, aanbieder_id, agb, klasse, geldig_vanaf, reden, vastgelegd_op, vastgelegd_door)
    values (${regioId}, ${id}, ${agb}, 2, ${today}, ${`Klasse van ${naam}`}, ${op}, 'proef')`.execute(db)
  await sql`insert into gesprek (regio_id, id, soort, titel, telt_mee, regelsetdeel_id, aanbieder_id, agb, datum, begintijd, eindtijd, plaats,
      wijze, eigenaar_id, gepland_op, gepland_door, uitgenodigd_op, rapportage_gevraagd_op, rapportage_uiterlijk)
    select ${regioId}, ${id}, 'contractmanagementgesprek', ${`Gesprek ${naam}`}, true, r.id, ${id}, ${agb}, ${today}, '10:00', '11:00',
      'Zaal', 'fysiek', ${eigenaarId}, ${op}, 'proef', ${op}, ${op}, ${today} from regelsetdeel r
    where r.regio_id = ${regioId} and r.deel = 'gesprekken'`.execute(db)
  await sql`insert into gesprek_overeenkomst select regio_id, ${id}, id from overeenkomst where aanbieder_id = ${id}`.execute(
    db,
  )
  await sql`insert into gesprek_verplaatsing (regio_id, gesprek_id, van_datum, naar_datum, reden, verplaatst_op, verplaatst_door)
    values (${regioId}, ${id}, ${today}, ${today}, 'Ziekte', ${op}, 'proef')`.execute(db)
  await sql`insert into deelnemer (regio_id, gesprek_id, hoedanigheid, gebruiker_id, naam) values (${regioId}, ${id}, 'voorzitter', ${eigenaarId}, 'Wie leidt')`.execute(
    db,
  )
  await sql`insert into deelnemer (regio_id, id, gesprek_id, hoedanigheid, naam, functie, email, antwoord, antwoord_op, antwoord_door)
    values (${regioId}, ${id}, ${id}, 'aanbieder', ${`Contact ${naam}`}, 'directeur', 'contact@example.nl', 'ja', ${op}, 'proef')`.execute(
    db,
  )
  await sql`insert into gesprek_bericht (regio_id, gesprek_id, deelnemer_id, soort, gevraagd_op, uiterlijk_op, laatste_fout)
    values (${regioId}, ${id}, ${id}, 'uitnodiging', ${op}, ${op}, 'proef')`.execute(db)
  await sql`insert into agendapunt (regio_id, id, gesprek_id, sleutel, volgorde, titel, toelichting, bron)
    values (${regioId}, ${id}, ${id}, 'hand:proef', 10, ${`Punt ${naam}`}, 'Toelichting', 'hand')`.execute(db)
  await sql`insert into verslagtekst (regio_id, gesprek_id, agendapunt_id, tekst, gewijzigd_op, gewijzigd_door)
    values (${regioId}, ${id}, ${id}, ${`Besproken ${naam}`}, ${op}, 'proef')`.execute(db)
  await sql`insert into gesprek_besluit (regio_id, id, gesprek_id, tekst, taak, besloten_als, grond, vastgelegd_op, vastgelegd_door)
    values (${regioId}, ${id}, ${id}, ${`Besluit ${naam}`}, 'verbeterplan', 'contractmanager', 'proef', ${op}, 'proef')`.execute(
    db,
  )
  await sql`insert into actie (regio_id, id, gesprek_id, aanbieder_id, agb, tekst, kant, eigenaar, einddatum, vastgelegd_op, vastgelegd_door, gedeeld_op)
    values (${regioId}, ${id}, ${id}, ${id}, ${agb}, ${`Actie ${naam}`}, 'aanbieder', 'Iemand', ${today}, ${op}, 'proef', ${op})`.execute(
    db,
  )
  await sql`insert into rapportagedeel (regio_id, gesprek_id, code, tekst, gewijzigd_op, gewijzigd_door)
    values (${regioId}, ${id}, 'klachten', ${`Klachten ${naam}`}, ${op}, 'proef')`.execute(db)
  await sql`insert into verslagreactie (regio_id, id, gesprek_id, soort, tekst, gegeven_op, gegeven_door)
    values (${regioId}, ${id}, ${id}, 'opmerking', ${`Opmerking ${naam}`}, ${op}, 'proef')`.execute(db)
  const { inhoud, sha256 } = maakVersie(leegVerslag(naam))
  await sql`insert into verslagversie (regio_id, gesprek_id, soort, inhoud, sha256, gemaakt_op, gemaakt_door)
    values (${regioId}, ${id}, 'gedeeld', ${inhoud}, ${sha256}, ${op}, 'proef')`.execute(db)
}

function leegVerslag(naam: string) {
  return {
    vorm: 1 as const,
    naam: 'Gesprek',
    titel: `Verslag ${naam}`,
    doel: '',
    met: naam,
    datum: '2026-01-01',
    van: '10:00',
    tot: '11:00',
    plaats: '',
    overeenkomsten: [],
    aanwezig: [],
    afwezig: [],
    punten: [],
    besluiten: [],
    acties: [],
    reacties: [],
  }
}

export type Fase = 'gepland' | 'gevraagd' | 'geschreven' | 'gedeeld' | 'te verwerken'

/** Puts the meeting of `maakGesprek` back into a state, past row-level security; somebody of the region is asked to it. */
export async function zetGesprekIn(
  beheer: pg.Client,
  id: string,
  fase: Fase,
  gebruikerId: string | null,
): Promise<void> {
  const gehouden = ['geschreven', 'gedeeld', 'te verwerken'].includes(fase) ? 'now()' : 'null'
  const gedeeld = ['gedeeld', 'te verwerken'].includes(fase) ? 'now()' : 'null'
  await beheer.query(
    `update gesprek set rapportage_gevraagd_op = ${fase === 'gepland' ? 'null' : 'now()'}, rapportage_ingediend_op = null, rapportage_ingediend_door = null,
      voorbereid_op = null, gehouden_op = ${gehouden}, verslag_begonnen_op = ${gehouden}, gedeeld_op = ${gedeeld}, definitief_op = null,
      geannuleerd_op = null, annulering_reden = null, reactie_uiterlijk = null, versie = 1 where id = $1`,
    [id],
  )
  await beheer.query('delete from gesprek_bericht where gesprek_id = $1', [id])
  await beheer.query(
    `insert into deelnemer (regio_id, id, gesprek_id, hoedanigheid, naam) select regio_id, id, id, 'aanbieder', 'Terug' from gesprek
      where id = $1 on conflict do nothing`,
    [id],
  )
  await beheer.query('update agendapunt set weggehaald_op = null where id = $1', [id])
  await beheer.query('update gesprek_besluit set weggehaald_op = null where id = $1', [id])
  await beheer.query(
    `update verslagreactie set verwerking = ${fase === 'gedeeld' ? "'Gedaan'" : 'null'}, verwerkt_op = ${fase === 'gedeeld' ? 'now()' : 'null'} where gesprek_id = $1`,
    [id],
  )
  await beheer.query('delete from rapportagedeel where gesprek_id = $1', [id])
  await beheer.query('delete from verslagversie where gesprek_id = $1', [id])
  await beheer.query(
    `update actie set begonnen_op = null, gereed_op = null, geaccepteerd_op = null, vervallen_op = null, vervallen_reden = null, versie = 1,
      kant = $2, eigenaar_id = (select u.id from gebruiker u where u.regio_id = actie.regio_id and u.id = $3::uuid) where id = $1`,
    [id, gebruikerId === null ? 'aanbieder' : 'regio', gebruikerId],
  )
  if (gebruikerId !== null) {
    await beheer.query(
      `insert into deelnemer (regio_id, gesprek_id, hoedanigheid, gebruiker_id, naam) select regio_id, id, 'gast', $2, 'Gast' from gesprek
        where id = $1 and exists (select from gebruiker u where u.regio_id = gesprek.regio_id and u.id = $2::uuid) on conflict do nothing`,
      [id, gebruikerId],
    )
  }
}
