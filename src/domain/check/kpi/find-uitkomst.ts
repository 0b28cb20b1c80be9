import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { zicht } from '../../rechten/zicht.ts'
import { KpiDefinitie } from './kpi-definitie.ts'
import type { UitkomstInLijst } from './list-uitkomsten.ts'
import { standPerJaar } from './stand.ts'

type Rij = UitkomstInLijst & {
  jaar: number
  uitgesloten: Record<string, number>
  kenmerken: Record<string, unknown>
  berekeningId: string
  peildatum: Temporal.PlainDate
  voorlopig: boolean
  nulmeting: boolean
  berekendOp: Temporal.Instant
  berekendDoor: string
  vastgesteldOp: Temporal.Instant | null
  deel: string
  versie: number
  bron: string
  inhoud: unknown
  nieuwereBerekeningId: string | null
}

export type Uitkomst = Omit<Rij, 'inhoud'> & { definitie: KpiDefinitie }

/** One outcome with its calculation, the version of the definition it was judged by, and whether it was established. */
export async function findUitkomst(ctx: Context, id: string): Promise<Uitkomst> {
  const { rows } = await sql<Rij>`
    select u.id, u.kpi, u.jaar, u.aanbieder_id, a.naam as aanbieder, u.agb, u.subregio_id, s.naam as subregio, u.clienten_in_zorg, u.n, u.teller,
      u.waarde, u.oordeel, u.reden, u.uitgesloten, u.kenmerken, b.id as berekening_id, b.peildatum, b.voorlopig, b.nulmeting, b.berekend_op,
      b.berekend_door, d.deel, d.versie, d.bron, d.inhoud,
      (select max(v.vastgesteld_op) from kpi_vaststelling v where v.regio_id = b.regio_id and v.berekening_id = b.id) as vastgesteld_op,
      (select n.id from kpi_berekening n where ${zicht(ctx).berekening('n')} and n.jaar = b.jaar and n.berekend_op > b.berekend_op
        order by n.berekend_op desc limit 1) as nieuwere_berekening_id
    from kpi_uitkomst u
    join kpi_berekening b on b.regio_id = u.regio_id and b.id = u.berekening_id
    join regelsetdeel d on d.regio_id = u.regio_id and d.id = u.regelsetdeel_id
    join aanbieder a on a.regio_id = u.regio_id and a.id = u.aanbieder_id
    join subregio s on s.regio_id = u.regio_id and s.id = u.subregio_id
    where ${zicht(ctx).uitkomst('u')} and u.id = ${id}`.execute(ctx.db)
  const [rij] = rows
  if (!rij) throw notFound('Dit resultaat')
  const { inhoud, ...uitkomst } = rij
  return { ...uitkomst, definitie: KpiDefinitie.parse(inhoud) }
}

export type Jaarwaarde = Pick<
  Rij,
  'id' | 'jaar' | 'waarde' | 'oordeel' | 'reden' | 'n' | 'teller' | 'voorlopig' | 'vastgesteldOp'
>

/** The same KPI of the same aanbieder and subregio through the years, oldest first. */
export async function listJaarwaarden(ctx: Context, { kpi, aanbiederId, subregioId }: Uitkomst): Promise<Jaarwaarde[]> {
  const { rows } = await sql<Jaarwaarde>`
    with stand as (${standPerJaar(ctx)})
    select u.id, u.jaar, u.waarde, u.oordeel, u.reden, u.n, u.teller, s.voorlopig, s.vastgesteld_op
    from stand s
    join kpi_uitkomst u on ${zicht(ctx).uitkomst('u')} and u.berekening_id = s.berekening_id
    where u.aanbieder_id = ${aanbiederId} and u.kpi = ${kpi} and u.subregio_id = ${subregioId}
    order by u.jaar`.execute(ctx.db)
  return rows
}
