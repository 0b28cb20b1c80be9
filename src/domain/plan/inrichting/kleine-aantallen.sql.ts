import { sql, type RawBuilder } from 'kysely'
import type { Kleinzicht } from './kleine-aantallen.ts'

const clienten = (deel: 'n' | 'teller' | 'rest', aantal: RawBuilder<number>) =>
  sql`coalesce((u.clienten ->> ${sql.lit(deel)})::int, ${aantal})`

/** As check/kpi/scherm-af.ts, for `kpi_uitkomst u`: the judgement may be shown. */
export function isOordeelGetoond(klein: Kleinzicht | null): RawBuilder<boolean> {
  if (klein === null) return sql`true`
  const { minimum } = klein
  return sql`(${isVanZelf(klein)} or not (u.clienten_in_zorg between 1 and ${minimum - 1}
    or (u.n > 0 and ${clienten('n', sql`u.n`)} < ${minimum})))`
}

/** As check/kpi/scherm-af.ts, for `kpi_uitkomst u`: the value and its counts may be shown too. */
export function isCijferGetoond(klein: Kleinzicht | null): RawBuilder<boolean> {
  if (klein === null) return sql`true`
  const { minimum } = klein
  return sql`(${isVanZelf(klein)} or (${isOordeelGetoond(klein)} and (u.kpi = 'clienttevredenheid' or (
    (u.teller = 0 or ${clienten('teller', sql`u.teller`)} >= ${minimum})
    and (u.n = u.teller or ${clienten('rest', sql`u.n - u.teller`)} >= ${minimum})))))`
}

/** The judgement of `kpi_uitkomst u`, null when it may not be shown. */
export function getoondOordeel(klein: Kleinzicht | null): RawBuilder<string | null> {
  return klein === null ? sql`u.oordeel` : sql`case when ${isOordeelGetoond(klein)} then u.oordeel end`
}

/** Why `kpi_uitkomst u` has no judgement, for this person: too few clients when it may not be shown. */
export function getoondeReden(klein: Kleinzicht | null): RawBuilder<string | null> {
  return klein === null
    ? sql`u.reden`
    : sql`case when ${isOordeelGetoond(klein)} then u.reden else coalesce(u.reden, 'te weinig clienten') end`
}

function isVanZelf({ agbs, subregios }: Kleinzicht): RawBuilder<boolean> {
  if (agbs.length === 0 && subregios.length === 0) return sql`false`
  return sql`(u.agb = any(${agbs}::text[]) or u.subregio_id = any(${subregios}::uuid[]))`
}
