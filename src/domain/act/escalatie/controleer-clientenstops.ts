import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { datumzin } from '../../begrippen/datumzin.ts'
import { maakBevindingen } from '../../check/bevinding/maak-bevindingen.ts'

type Rij = {
  escalatieId: string
  nummer: string
  nr: number
  aanbiederId: string
  agb: string
  begin: Temporal.PlainDate
  aantal: number
}

/**
 * ESA-13: a 301 that was sent during a stop is a fact, read and counted; here it becomes a finding, one per stop. Set-based: every
 * assignment that was sent on or after the first day of a stop and before its last, for a gemeente and product it holds for.
 */
export function controleerClientenstops(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const { rows } = await sql<Rij>`
      select m.escalatie_id, e.nummer, m.nr, e.aanbieder_id, e.agb, m.begin, count(*)::int as aantal
      from escalatie_maatregel m
      join escalatie e on e.regio_id = m.regio_id and e.id = m.escalatie_id
      join toewijzing t on t.regio_id = e.regio_id and t.agb = e.agb and not t.ingetrokken
        and t.toegewezen_op >= m.begin and (m.einde is null or t.toegewezen_op < m.einde)
        and (m.gemeenten is null or t.gemeente = any(m.gemeenten)) and (m.producten is null or t.code = any(m.producten))
      where m.regio_id = ${ctx.regioId} and m.effect = 'toewijzing'
        and not exists (select from escalatie_schorsing s where s.regio_id = m.regio_id and s.escalatie_id = m.escalatie_id
          and t.toegewezen_op >= s.vanaf and t.toegewezen_op <= s.uiterlijk and (s.tot is null or t.toegewezen_op < s.tot))
        and not exists (select from bevinding f where f.regio_id = m.regio_id and f.sleutel = 'clientenstop:' || m.escalatie_id || ':' || m.nr)
      group by 1, 2, 3, 4, 5, 6 order by 1, 3`.execute(ctx.db)
    return maakBevindingen(
      ctx,
      rows.map(({ escalatieId, nummer, nr, aanbiederId, agb, begin, aantal }) => ({
        bron: 'clientenstop' as const,
        sleutel: `clientenstop:${escalatieId}:${String(nr)}`,
        titel: 'Toegewezen tijdens een cliëntenstop',
        toelichting: `Sinds ${datumzin(begin)} geldt een cliëntenstop (${nummer}). Toch ${aantal === 1 ? 'is er één toewijzing' : `zijn er ${String(aantal)} toewijzingen`} verstuurd. De toewijzingen tellen mee; zoek met de toegang uit hoe dit kon.`,
        aanbiederId,
        agb,
      })),
    )
  })
}
