import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Omvang } from '../bericht/beoordeling/verzamel.ts'
import { vanSleutel } from './verzamel-sleutels.ts'

/**
 * The valid starts and stops of the toewijzingen that are judged, each once: w_start (begindatum) and w_stop (einddatum). Decision 6
 * (proefregio/LEESMIJ.md): a delivery counts unless a removal (StatusAanlevering 3) with the same key has a later or the same
 * Dagtekening.
 */
export async function verzamelMeldingen(ctx: Context, omvang: Omvang) {
  const { regioId } = ctx
  const geldig = sql`s.regio_id = ${regioId} and s.oordeel = 'geldig' and s.status_aanlevering = 1 and s.nummer is not null`
  await sql`drop table if exists pg_temp.w_start, pg_temp.w_stop`.execute(ctx.db)
  await sql`create temp table w_start on commit drop as
    select distinct s.nummer, s.gemeente, s.wet, s.begindatum
    from start_melding s ${vanSleutel(omvang, sql`s`)}
    where ${geldig} and not exists (select from start_melding x where x.regio_id = ${regioId} and x.gemeente = s.gemeente
      and x.nummer = s.nummer and x.wet = s.wet and x.begindatum = s.begindatum and x.status_aanlevering = 3
      and x.oordeel = 'geldig' and x.dagtekening >= s.dagtekening)`.execute(ctx.db)
  await sql`create temp table w_stop on commit drop as
    select distinct s.nummer, s.gemeente, s.wet, s.einddatum
    from stop_melding s ${vanSleutel(omvang, sql`s`)}
    where ${geldig} and not exists (select from stop_melding x where x.regio_id = ${regioId} and x.gemeente = s.gemeente
      and x.nummer = s.nummer and x.wet = s.wet and x.begindatum = s.begindatum and x.einddatum = s.einddatum
      and x.reden_beeindiging = s.reden_beeindiging and x.status_aanlevering = 3 and x.oordeel = 'geldig'
      and x.dagtekening >= s.dagtekening)`.execute(ctx.db)
  await sql`analyze w_start, w_stop`.execute(ctx.db)
}
