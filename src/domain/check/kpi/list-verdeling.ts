import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { isCijferGetoond } from '../../plan/inrichting/kleine-aantallen.sql.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { KpiCode, KpiOordeel, UitkomstInLijst } from './list-uitkomsten.ts'
import { bijAanbieders, type Matrixfilter } from './tel-uitkomsten.ts'

/** Above this dots of a spread run together, and the table below it says more. */
export const MEESTE_PUNTEN = 600
/** Rows of that table. */
export const LAAGSTE = 40

export type Verdelingspunt = Pick<UitkomstInLijst, 'id' | 'kpi' | 'aanbieder' | 'subregioId' | 'subregio' | 'reden'> & {
  n: number
  waarde: string
  oordeel: KpiOordeel
}

export type Verdeling = {
  /** The measured values per subregio, lowest first; at most MEESTE_PUNTEN + 1 of them together. */
  waarden: Map<string, number[]>
  /** The lowest of them all, by value, name and id. */
  laagste: Verdelingspunt[]
  /** Of each subregio the lowest. */
  slechtste: { subregioId: string; aanbieder: string; waarde: string }[]
}

/** How the measured values of one KPI are spread, as far as they may be shown. */
export async function listVerdeling(
  ctx: Context,
  berekeningId: string,
  kpi: KpiCode,
  filter: Matrixfilter,
): Promise<Verdeling> {
  const gemeten = sql`kpi_uitkomst u where ${zicht(ctx).uitkomst('u')} and u.berekening_id = ${berekeningId}
    and u.kpi = ${kpi} and u.waarde is not null and ${isCijferGetoond(filter.klein)}${bijAanbieders(ctx, filter)}`
  const volgorde = sql`order by u.waarde::numeric, a.naam collate "nl-x-icu", u.id`
  const bij = sql`join aanbieder a on a.regio_id = ${ctx.regioId} and a.id = u.aanbieder_id`
  const [waarden, laagste, slechtste] = await Promise.all([
    prepared(sql<{ subregioId: string; waarden: string }>`
      select subregio_id, string_agg(waarde, ' ' order by waarde::numeric) as waarden
      from (select u.subregio_id, u.waarde from ${gemeten} order by u.waarde::numeric limit ${sql.lit(MEESTE_PUNTEN + 1)}) as punt
      group by 1`).execute(ctx.db),
    prepared(sql<Verdelingspunt>`
      select u.id, u.kpi, a.naam as aanbieder, u.subregio_id, s.naam as subregio, u.n, u.reden, u.waarde, u.oordeel
      from (select u.* from ${gemeten} order by u.waarde::numeric fetch first ${sql.lit(LAAGSTE)} rows with ties) as u ${bij}
      join subregio s on s.regio_id = ${ctx.regioId} and s.id = u.subregio_id
      ${volgorde} limit ${sql.lit(LAAGSTE)}`).execute(ctx.db),
    prepared(sql<Verdeling['slechtste'][number]>`
      select s.id as subregio_id, l.aanbieder, l.waarde from subregio s
      cross join lateral (select a.naam as aanbieder, u.waarde from (select u.* from ${gemeten}) as u ${bij}
        where u.subregio_id = s.id ${volgorde} limit 1) as l
      where s.regio_id = ${ctx.regioId}`).execute(ctx.db),
  ])
  const getallen = ({ waarden }: { waarden: string }) => waarden.split(' ').map(Number)
  return {
    waarden: new Map(waarden.rows.map((rij) => [rij.subregioId, getallen(rij)])),
    laagste: laagste.rows,
    slechtste: slechtste.rows,
  }
}
