import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Kpicode } from './kpi-definitie.ts'
import type { Achter } from './scherm-af.ts'

export type OpgeslagenBerekening = {
  id: string
  periodeTot: Temporal.PlainDate
  voorlopig: boolean
  nulmeting: boolean
  vingerafdruk: Buffer
  vastgesteldOp: Temporal.Instant | null
}

/** The newest calculation of a year, established or not. */
export async function findLaatsteBerekening(ctx: Context, jaar: number): Promise<OpgeslagenBerekening | undefined> {
  const { rows } =
    await sql<OpgeslagenBerekening>`select b.id, b.periode_tot, b.voorlopig, b.nulmeting, b.vingerafdruk, v.vastgesteld_op
    from kpi_berekening b
    left join kpi_vaststelling v on v.regio_id = b.regio_id and v.jaar = b.jaar and v.berekening_id = b.id
    where b.regio_id = ${ctx.regioId} and b.jaar = ${jaar}
    order by b.berekend_op desc, b.id desc limit 1`.execute(ctx.db)
  return rows[0]
}

export type OpgeslagenUitkomst = {
  id: string
  jaar: number
  kpi: Kpicode
  agb: string
  aanbiederId: string
  subregioId: string
  subregio: string
  clientenInZorg: number
  n: number
  teller: number
  clienten: Achter
  waarde: string | null
  reden: string | null
  regelsetdeelId: string
}

/** Every outcome of a calculation with a value, with what is needed to judge it again. */
export async function listGemeten(ctx: Context, berekeningId: string): Promise<OpgeslagenUitkomst[]> {
  const { rows } =
    await sql<OpgeslagenUitkomst>`select u.id, u.jaar, u.kpi, u.agb, u.aanbieder_id, u.subregio_id, s.naam as subregio,
      u.clienten_in_zorg, u.n, u.teller, u.clienten, u.waarde, u.reden, u.regelsetdeel_id
    from kpi_uitkomst u join subregio s on s.regio_id = u.regio_id and s.id = u.subregio_id
    where u.regio_id = ${ctx.regioId} and u.berekening_id = ${berekeningId} and u.waarde is not null
    order by u.aanbieder_id, s.volgorde, u.kpi`.execute(ctx.db)
  return rows
}
