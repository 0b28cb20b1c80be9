import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Wijziging } from '../../begrippen/csv.ts'

export type Tussentijds = { door: string; op: Temporal.Instant; wijzigingen: Wijziging[] }

/** What people changed by hand in an overeenkomst after this version, in order: for whoever had the form open meanwhile. */
export async function listWijzigingenSinds(
  ctx: Context,
  overeenkomstId: string,
  versie: number,
): Promise<Tussentijds[]> {
  const { rows } = await sql<{ door: string; op: Temporal.Instant; waarden: string }>`
    select r.actor_naam as door, r.tijdstip as op, w.waarden from audit_regel r
    join audit_waarden w on w.regio_id = r.regio_id and w.volgnr = r.volgnr
    where r.regio_id = ${ctx.regioId} and r.onderwerp_type = 'overeenkomst' and r.onderwerp_id = ${overeenkomstId}
      and r.soort = 'overeenkomst:gewijzigd' order by r.volgnr desc limit 100`.execute(ctx.db)
  return rows
    .map(({ door, op, waarden }) => {
      const { versie: toen = 0, wijzigingen } = JSON.parse(waarden) as { versie?: number; wijzigingen: Wijziging[] }
      return { door, op, wijzigingen, toen }
    })
    .filter(({ toen }) => toen > versie)
    .map(({ toen: _, ...tussentijds }) => tussentijds)
    .toReversed()
}
