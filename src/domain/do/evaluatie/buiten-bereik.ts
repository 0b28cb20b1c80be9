import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { CsvFout } from '../../begrippen/csv.ts'

/** The rows of the temporary table `invoer` for a gemeente outside the scope of the running transaction, the first thousand (ROL-17). */
export async function buitenBereik(ctx: Context): Promise<CsvFout[]> {
  const { rows } = await sql<{ rij: number; gemeente: string }>`select i.rij, i.gemeente from invoer i
    where not volledig_bereik()
      and not exists (select from unnest(bereik()) b where b.gemeenten is null or i.gemeente = any(b.gemeenten))
    order by i.rij limit 1000`.execute(ctx.db)
  return rows.map(({ rij, gemeente }) => ({
    code: 'buiten-bereik',
    melding: `Rij ${rij}: uw rol geldt niet voor gemeente ${gemeente}. Haal deze rij weg, of laat iemand van die gemeente hem inlezen.`,
    rij,
  }))
}
