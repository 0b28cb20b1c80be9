import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { leesRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { Termijnen } from '../../plan/inrichting/regelset.ts'
import { maakStarts } from './startberichten.sql.ts'
import { uiterste305Datum } from './tijdig-startbericht.ts'

export type Startberichten = { agb: string; subregioId: string; jaar: number; starts: number; tijdig: number }

/** FRM-06: starts and tijdige 305's per aanbieder, subregio and year of Begindatum. Needs a transaction. */
export async function telStartberichten(ctx: Context): Promise<Startberichten[]> {
  await sql`drop table if exists pg_temp.tel_start`.execute(ctx.db)
  await maakStarts(ctx.regioId).execute(ctx.db)
  const dagen = await sql<{ vanaf: Temporal.PlainDate }>`select distinct vanaf from tel_start`.execute(ctx.db)
  const uiterste = await maakUiterste(ctx)
  const vanaf = dagen.rows.map((rij) => rij.vanaf)
  const { rows } = await sql<Startberichten>`select agb, subregio_id, extract(year from begindatum)::int as jaar,
      count(*)::int as starts, count(*) filter (where dagtekening <= uiterste)::int as tijdig
    from tel_start
    join unnest(${vanaf}::date[], ${vanaf.map(uiterste)}::date[]) as termijn (vanaf, uiterste) using (vanaf)
    join gemeente on gemeente.regio_id = ${ctx.regioId} and gemeente.code = tel_start.gemeente
    group by agb, subregio_id, jaar order by agb, subregio_id, jaar`.execute(ctx.db)
  return rows
}

async function maakUiterste(ctx: Context): Promise<(vanaf: Temporal.PlainDate) => Temporal.PlainDate> {
  const { termijnen } = Termijnen.parse((await leesRegelset(ctx, 'termijnen', ctx.today)).inhoud)
  const kalender = Kalender.parse((await leesRegelset(ctx, 'feestdagen', ctx.today)).inhoud)
  const termijn = termijnen.find(({ code }) => code === 'startbericht-305')
  if (termijn?.eenheid !== 'werkdagen') {
    throw new Error('The regelset has no term startbericht-305 in werkdagen')
  }
  return (vanaf) => uiterste305Datum(vanaf, vanaf, termijn.lengte, kalender)
}
