import { sql, type RawBuilder } from 'kysely'
import type { Kleinzicht } from './kleine-aantallen.ts'

const clienten = (deel: 'n' | 'teller' | 'rest', aantal: RawBuilder<number>) =>
  sql`coalesce((u.clienten ->> ${sql.lit(deel)})::int, ${aantal})`

/** As check/kpi/scherm-af.ts, for `kpi_uitkomst u`: the judgement may be shown. */
export function isOordeelGetoond(zicht: Kleinzicht | null): RawBuilder<boolean> {
  if (zicht === null) return sql`true`
  const { minimum } = zicht
  return sql`(${isVanZelf(zicht)} or not (u.clienten_in_zorg between 1 and ${minimum - 1}
    or (u.n > 0 and ${clienten('n', sql`u.n`)} < ${minimum})))`
}

/** As check/kpi/scherm-af.ts, for `kpi_uitkomst u`: the value and its counts may be shown too. */
export function isCijferGetoond(zicht: Kleinzicht | null): RawBuilder<boolean> {
  if (zicht === null) return sql`true`
  const { minimum } = zicht
  return sql`(${isVanZelf(zicht)} or (${isOordeelGetoond(zicht)} and (u.kpi = 'clienttevredenheid' or (
    (u.teller = 0 or ${clienten('teller', sql`u.teller`)} >= ${minimum})
    and (u.n = u.teller or ${clienten('rest', sql`u.n - u.teller`)} >= ${minimum})))))`
}

function isVanZelf({ agbs, subregios }: Kleinzicht): RawBuilder<boolean> {
  return sql`(u.agb = any(${agbs}::text[]) or u.subregio_id = any(${subregios}::uuid[]))`
}
