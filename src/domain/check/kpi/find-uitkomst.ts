import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { toonAantal, type Getoond } from '../../begrippen/getoond-aantal.ts'
import { isOpen, type Kleinzicht } from '../../plan/inrichting/kleine-aantallen.ts'
import { zicht } from '../../rechten/zicht.ts'
import { KpiDefinitie } from './kpi-definitie.ts'
import type { OpgeslagenCel, UitkomstInLijst } from './list-uitkomsten.ts'
import { schermUitkomsten } from './scherm-uitkomsten.ts'
import { standPerJaar } from './stand.ts'

type Rij = OpgeslagenCel & {
  jaar: number
  uitgesloten: Record<string, number>
  kenmerken: Record<string, unknown>
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

export type Uitkomst = UitkomstInLijst &
  Omit<Rij, keyof OpgeslagenCel | 'inhoud' | 'uitgesloten'> & {
    definitie: KpiDefinitie
    uitgesloten: Record<string, Getoond>
  }

/**
 * One outcome with its calculation, the version of the definition it was judged by, and whether it was established; without what
 * this person may not see of small numbers.
 */
export async function findUitkomst(ctx: Context, klein: Kleinzicht | null, id: string): Promise<Uitkomst> {
  const { rows } = await sql<Rij>`
    select u.id, u.kpi, u.jaar, u.aanbieder_id, a.naam as aanbieder, u.agb, u.subregio_id, s.naam as subregio, u.clienten_in_zorg, u.n, u.teller,
      u.waarde, u.oordeel, u.reden, u.clienten, u.regelsetdeel_id, u.uitgesloten, u.kenmerken, b.id as berekening_id, b.peildatum, b.voorlopig, b.nulmeting, b.berekend_op,
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
  const { inhoud, ...opgeslagen } = rij
  const definitie = KpiDefinitie.parse(inhoud)
  if (klein === null || isOpen(klein, rij)) {
    return { ...(await schermUitkomsten(ctx, null, [opgeslagen]))[0]!, definitie }
  }
  const [getoond] = await schermUitkomsten(ctx, klein, [opgeslagen], await listAndereKpis(ctx, rij))
  const { uitgesloten, kenmerken } = details(rij, getoond!.afgeschermd !== null, klein.minimum)
  return { ...getoond!, uitgesloten, kenmerken, definitie }
}

// What one KPI shows of the clients in care depends on the others.
async function listAndereKpis(ctx: Context, { berekeningId, aanbiederId, subregioId, id }: Rij) {
  const { rows } = await sql<OpgeslagenCel>`select u.* from kpi_uitkomst u where ${zicht(ctx).uitkomst('u')}
    and u.berekening_id = ${berekeningId} and u.aanbieder_id = ${aanbiederId} and u.subregio_id = ${subregioId} and u.id <> ${id}`.execute(
    ctx.db,
  )
  return rows
}

// Of what stands beside a figure: the reasons with enough clients, the middle of the waiting days, and the ninth of ten only where
// the tenth that waited longer are many. The benchmark leaves out one aanbieder at a time, so seeing all of them gives the values.
function details({ n, uitgesloten, kenmerken, clienten }: Rij, afgeschermd: boolean, minimum: number) {
  return {
    uitgesloten: Object.fromEntries(
      Object.entries(uitgesloten).map(([reden, aantal]) => [
        reden,
        toonAantal(aantal, clienten.uitgesloten?.[reden] ?? aantal, minimum),
      ]),
    ),
    kenmerken: afgeschermd
      ? {}
      : { mediaan: kenmerken['mediaan'], ...((clienten.n ?? n) >= 10 * minimum && { p90: kenmerken['p90'] }) },
  }
}

export type Jaarwaarde = Pick<UitkomstInLijst, 'id' | 'waarde' | 'oordeel' | 'reden' | 'n' | 'teller' | 'afgeschermd'> &
  Pick<Rij, 'jaar' | 'voorlopig' | 'vastgesteldOp'>

/** The same KPI of the same aanbieder and subregio through the years, oldest first. */
export async function listJaarwaarden(
  ctx: Context,
  klein: Kleinzicht | null,
  { kpi, aanbiederId, subregioId }: Uitkomst,
): Promise<Jaarwaarde[]> {
  const { rows } = await sql<OpgeslagenCel & Pick<Rij, 'jaar' | 'voorlopig' | 'vastgesteldOp'>>`
    with stand as (${standPerJaar(ctx)})
    select u.*, s.voorlopig, s.vastgesteld_op
    from stand s
    join kpi_uitkomst u on ${zicht(ctx).uitkomst('u')} and u.berekening_id = s.berekening_id
    where u.aanbieder_id = ${aanbiederId} and u.kpi = ${kpi} and u.subregio_id = ${subregioId}
    order by u.jaar`.execute(ctx.db)
  return schermUitkomsten(ctx, klein, rows)
}
