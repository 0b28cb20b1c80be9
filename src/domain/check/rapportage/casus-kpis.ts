import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Casus } from './casus.ts'

/** How a case was counted in a figure. `geval` is the word of the calculation: counted, or why it was left out. */
export type CasusKpi = {
  uitkomstId: string
  kpi: 'clienttevredenheid' | 'resultaat-behaald' | 'start-zorg'
  jaar: number
  voorlopig: boolean
  vastgesteldOp: Temporal.Instant | null
  peildatum: Temporal.PlainDate
  geval: string
  referentiedatum: Temporal.PlainDate | null
  startdatum: Temporal.PlainDate | null
}

/**
 * The figures in which a toewijzing is a case: of each year the calculation that was established, else the newest. Newest year first.
 */
export async function listCasusKpis(ctx: Context, { id, agb }: Pick<Casus, 'id' | 'agb'>): Promise<CasusKpi[]> {
  const { rows } = await sql<CasusKpi>`
    with berekening as (
      select distinct on (b.jaar) b.id, b.jaar, b.voorlopig, b.peildatum, v.vastgesteld_op
      from kpi_berekening b
      left join kpi_vaststelling v on v.regio_id = b.regio_id and v.berekening_id = b.id
      where ${zicht(ctx).berekening('b')}
      order by b.jaar, v.vastgesteld_op desc nulls last, b.berekend_op desc, b.id desc
    )
    select u.id as uitkomst_id, u.kpi, u.jaar, b.voorlopig, b.vastgesteld_op, b.peildatum, g.uitkomst[n.plek] as geval,
      g.referentiedatum[n.plek] as referentiedatum, g.startdatum[n.plek] as startdatum
    from berekening b
    join kpi_uitkomst u on ${zicht(ctx, 'kpi:lezen').uitkomst('u')} and u.berekening_id = b.id and u.agb = ${agb}
    join kpi_gevallen g on g.regio_id = u.regio_id and g.uitkomst_id = u.id
    cross join lateral unnest(array_positions(g.toewijzing_id, ${id}::uuid)) as n (plek)
    order by u.jaar desc, u.kpi desc`.execute(ctx.db)
  return rows
}

export type CasusEvaluatie = {
  datum: Temporal.PlainDate
  soort: 'einde-beschikking' | 'tussentijds'
  resultaat: 'behaald' | 'niet behaald'
  reden: string | null
  ingelezenDoor: string
}

/** Evaluations of the local team about a toewijzing, newest first. */
export async function listCasusEvaluaties(
  ctx: Context,
  { gemeenteCode, nummer }: Pick<Casus, 'gemeenteCode' | 'nummer'>,
): Promise<CasusEvaluatie[]> {
  const { rows } = await sql<CasusEvaluatie>`
    select datum, soort, resultaat, reden, ingelezen_door from evaluatie
    where ${zicht(ctx).oordeel('evaluatie')} and gemeente = ${gemeenteCode} and nummer = ${nummer}
    order by datum desc, volgnr desc limit 50`.execute(ctx.db)
  return rows
}
