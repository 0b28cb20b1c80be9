import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Ladder } from './ladder.ts'

/**
 * The regional turnover of an aanbieder in cents (FRM-11, AMB-40): what counts of its claims over the last closed calendar year, in
 * all gemeenten of the region. Null when nothing was claimed, and when the ladder does not ask.
 */
export async function leesOmzet(ctx: Context, agb: string, ladder: Ladder): Promise<number | null> {
  const vraagt = ladder.maatregelen.some(({ waarborgen }) =>
    waarborgen.some((een) => een.waarborg === 'hooguit-van-omzet'),
  )
  if (!vraagt) return null
  const jaar = ctx.today.year - 1
  const { rows } = await sql<{ cent: number | null }>`select sum(bedrag_cent)::bigint as cent from declaratie_maand
    where regio_id = ${ctx.regioId} and agb = ${agb} and maand between make_date(${jaar}::int, 1, 1) and make_date(${jaar}::int, 12, 31)`.execute(
    ctx.db,
  )
  return rows[0]?.cent ?? null
}
