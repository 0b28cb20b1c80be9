import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Getoond } from '../../begrippen/getoond-aantal.ts'
import type { Kleinzicht } from '../../plan/inrichting/kleine-aantallen.ts'
import { findDefinities, type Definitie } from './definities.ts'
import type { Reden } from './oordeel.ts'
import type { Achter, Afscherming } from './scherm-af.ts'
import { schermUitkomsten } from './scherm-uitkomsten.ts'

export type KpiCode = 'clienttevredenheid' | 'resultaat-behaald' | 'start-zorg'
export type KpiOordeel = 'onvoldoende' | 'voldoende' | 'goed' | 'behaald' | 'niet behaald'

export type UitkomstInLijst = {
  id: string
  kpi: KpiCode
  aanbiederId: string
  aanbieder: string
  agb: string
  subregioId: string
  subregio: string
  clientenInZorg: Getoond
  n: Getoond | null
  teller: number | null
  waarde: string | null
  oordeel: KpiOordeel | null
  reden: Reden | null
  /** Set when it is about too few clients for this person: nothing is shown, or only the judgement */
  afgeschermd: Afscherming | null
}

/** A row as it is stored, before anything is hidden. */
export type OpgeslagenCel = Omit<UitkomstInLijst, 'clientenInZorg' | 'n' | 'teller' | 'afgeschermd'> & {
  berekeningId: string
  clientenInZorg: number
  n: number
  teller: number
  clienten: Achter
  regelsetdeelId: string
}

/** All outcomes of one calculation, by aanbieder, KPI and subregio: one row per cell of the matrix. */
export async function listUitkomsten(
  ctx: Context,
  zicht: Kleinzicht | null,
  berekeningId: string,
  filter: { aanbiederIds?: readonly string[] } = {},
): Promise<UitkomstInLijst[]> {
  const { rows } = await sql<OpgeslagenCel>`
    select u.id, u.berekening_id, u.kpi, u.aanbieder_id, a.naam as aanbieder, u.agb, u.subregio_id, s.naam as subregio, u.clienten_in_zorg, u.n, u.teller,
      u.waarde, u.oordeel, u.reden, u.clienten, u.regelsetdeel_id
    from kpi_uitkomst u
    join aanbieder a on a.regio_id = u.regio_id and a.id = u.aanbieder_id
    join subregio s on s.regio_id = u.regio_id and s.id = u.subregio_id
    where u.regio_id = ${ctx.regioId} and u.berekening_id = ${berekeningId}
      ${filter.aanbiederIds ? sql`and u.aanbieder_id = any(${filter.aanbiederIds}::uuid[])` : sql``}
    order by a.naam collate "nl-x-icu", u.agb, u.kpi, s.volgorde`.execute(ctx.db)
  return schermUitkomsten(ctx, zicht, rows)
}

/** The definitions the outcomes of one calculation were judged by, KPI 1 first. */
export async function listDefinitiesVan(ctx: Context, berekeningId: string): Promise<Definitie[]> {
  const { rows } = await sql<{ id: string }>`select distinct regelsetdeel_id as id from kpi_uitkomst
    where regio_id = ${ctx.regioId} and berekening_id = ${berekeningId}`.execute(ctx.db)
  const definities = await findDefinities(
    ctx,
    rows.map(({ id }) => id),
  )
  return [...definities.values()].toSorted((a, b) => a.nummer - b.nummer)
}
