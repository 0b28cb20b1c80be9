import { sql } from 'kysely'
import type { Context } from '../src/platform/context.ts'

type Dag = string
type Sleutel = { gemeente?: string; nummer: number; wet?: 'wmo' | 'jw' }

/** Lines of valid messages straight into the tables, as reading and judging would leave them: for tests of the figures only. */
export function maakRegels(ctx: Context) {
  const clienten = new Map<string, string>()
  const bericht = async (soort: string, wet: string, gemeente: string, agb: string, dagtekening: Dag) => {
    const { rows } = await sql<{
      id: number
    }>`insert into bericht (regio_id, wet, soort, afzender, ontvanger, identificatie,
        dagtekening, gemeente, agb, inhoud_hmac, ingelezen_op, beoordeeld_op, oordeel)
      values (${ctx.regioId}, ${wet}, ${soort}, ${agb}, ${gemeente}, ${`test ${(volgnr++).toString()}`}, ${dagtekening}::date,
        ${gemeente}, ${agb}, ''::bytea, ${ctx.now}, ${ctx.now}, 'geldig') returning id`.execute(ctx.db)
    return rows[0]!.id
  }
  const client = async (naam: string, wet: 'wmo' | 'jw' = 'wmo') => {
    const bekend = clienten.get(`${naam} ${wet}`)
    if (bekend) return bekend
    const { rows } = await sql<{ id: string }>`insert into client (regio_id, wet, pseudoniem, sleutelversie, label)
      values (${ctx.regioId}, ${wet}, ${Buffer.from(naam)}, 1, ${`TEST-${wet}-${naam}`}) returning id`.execute(ctx.db)
    clienten.set(`${naam} ${wet}`, rows[0]!.id)
    return rows[0]!.id
  }
  let volgnr = 1

  return {
    async aanbieder(agb: string, naam = `Aanbieder ${agb}`): Promise<string> {
      const { rows } = await sql<{ id: string }>`insert into aanbieder (regio_id, agb, kvk, naam, grootteklasse)
        values (${ctx.regioId}, ${agb}, '12345678', ${naam}, 'klein') returning id`.execute(ctx.db)
      return rows[0]!.id
    },

    /** A 301 with one line; `toewijzing` (the derived state) follows it. */
    async toewijzing({
      gemeente = '0439',
      wet = 'wmo',
      agb = '98990101',
      categorie = '01',
      ...regel
    }: Sleutel & {
      client: string
      agb?: string
      categorie?: string | null
      ingang: Dag
      eind?: Dag
      reden?: string
      /** Toewijzingsdatum and -tijd. */
      moment: string
      dagtekening?: Dag
    }) {
      const clientId = await client(regel.client, wet)
      const dagtekening = regel.dagtekening ?? regel.moment.slice(0, 10)
      const id = await bericht('301', wet, gemeente, agb, dagtekening)
      await sql`insert into toewijzing_versie (regio_id, bericht_id, regel, wet, gemeente, nummer, client_id, agb, categorie, code,
          toewijzing_moment, ingangsdatum, einddatum, reden_wijziging, dagtekening, identificatie, oordeel)
        values (${ctx.regioId}, ${id}, 1, ${wet}, ${gemeente}, ${regel.nummer}, ${clientId}, ${agb}, ${categorie}, null,
          ${regel.moment}::timestamp, ${regel.ingang}::date, ${regel.eind ?? null}::date, ${regel.reden ?? null},
          ${dagtekening}::date, ${id.toString()}, 'geldig')`.execute(ctx.db)
      await sql`insert into toewijzing (regio_id, wet, gemeente, nummer, client_id, agb, categorie, ingangsdatum, einddatum,
          ingetrokken, toegewezen_op, referentiedatum)
        values (${ctx.regioId}, ${wet}, ${gemeente}, ${regel.nummer}, ${clientId}, ${agb}, ${categorie}, ${regel.ingang}::date,
          ${regel.eind ?? null}::date, ${regel.reden === '13'}, ${regel.moment}::date, ${regel.ingang}::date)
        on conflict (regio_id, gemeente, nummer, wet) do update set ingetrokken = excluded.ingetrokken`.execute(ctx.db)
    },

    async start({
      gemeente = '0439',
      wet = 'wmo',
      agb = '98990101',
      categorie = '01',
      ...regel
    }: Sleutel & {
      client: string
      agb?: string
      categorie?: string
      begin: Dag
      dagtekening?: Dag
      /** Status 3. */
      verwijderd?: boolean
      oordeel?: string
    }) {
      const clientId = await client(regel.client, wet)
      const dagtekening = regel.dagtekening ?? regel.begin
      const id = await bericht('305', wet, gemeente, agb, dagtekening)
      await sql`insert into start_melding (regio_id, bericht_id, regel, wet, gemeente, nummer, client_id, agb, categorie, begindatum,
          status_aanlevering, dagtekening, oordeel)
        values (${ctx.regioId}, ${id}, 1, ${wet}, ${gemeente}, ${regel.nummer}, ${clientId}, ${agb}, ${categorie},
          ${regel.begin}::date, ${regel.verwijderd ? 3 : 1}, ${dagtekening}::date, ${regel.oordeel ?? 'geldig'})`.execute(
        ctx.db,
      )
    },

    async stop({
      gemeente = '0439',
      wet = 'wmo',
      agb = '98990101',
      ...regel
    }: Sleutel & {
      client: string
      agb?: string
      begin: Dag
      eind: Dag
      reden?: string
      dagtekening?: Dag
      verwijderd?: boolean
    }) {
      const clientId = await client(regel.client, wet)
      const dagtekening = regel.dagtekening ?? regel.eind
      const id = await bericht('307', wet, gemeente, agb, dagtekening)
      await sql`insert into stop_melding (regio_id, bericht_id, regel, wet, gemeente, nummer, client_id, agb, begindatum, einddatum,
          reden_beeindiging, status_aanlevering, dagtekening, oordeel)
        values (${ctx.regioId}, ${id}, 1, ${wet}, ${gemeente}, ${regel.nummer}, ${clientId}, ${agb}, ${regel.begin}::date,
          ${regel.eind}::date, ${regel.reden ?? '19'}, ${regel.verwijderd ? 3 : 1}, ${dagtekening}::date, 'geldig')`.execute(
        ctx.db,
      )
    },

    async evaluatie({
      gemeente = '0439',
      ...regel
    }: Omit<Sleutel, 'wet'> & {
      datum: Dag
      behaald: boolean
      tussentijds?: boolean
    }) {
      await sql`insert into evaluatie (regio_id, gemeente, nummer, datum, soort, resultaat, reden, volgnr, ingelezen_op, ingelezen_door)
        values (${ctx.regioId}, ${gemeente}, ${regel.nummer}, ${regel.datum}::date,
          ${regel.tussentijds ? 'tussentijds' : 'einde-beschikking'}, ${regel.behaald ? 'behaald' : 'niet behaald'},
          ${regel.behaald ? null : 'aanbieder'}, ${volgnr++}, ${ctx.now}, 'test')`.execute(ctx.db)
    },

    async respons({
      gemeente = '0439',
      ...regel
    }: Omit<Sleutel, 'wet'> & { datum: Dag; cijfer: string; veldwerkEinde?: Dag }) {
      await sql`insert into cto_respons (regio_id, gemeente, nummer, veldwerk_einde, datum_respons, cijfer, volgnr, ingelezen_op,
          ingelezen_door)
        values (${ctx.regioId}, ${gemeente}, ${regel.nummer}, ${regel.veldwerkEinde ?? regel.datum}::date, ${regel.datum}::date,
          ${regel.cijfer}, ${volgnr++}, ${ctx.now}, 'test')`.execute(ctx.db)
    },
  }
}
