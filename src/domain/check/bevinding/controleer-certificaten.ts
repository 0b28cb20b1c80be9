import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { datumzin } from '../../begrippen/datumzin.ts'
import { titelVerlopen } from '../../plan/aanbieder/certificaatstand.ts'
import { maakBevindingen } from './maak-bevindingen.ts'

type Rij = {
  id: string
  naam: string
  geldigTot: Temporal.PlainDate
  aanbiederId: string
  agb: string
}

/**
 * One finding per quality certificate that expired without another to take over (CTR-13); found again, it is not made again. Another
 * last day is another expiry. The condition is `certificaatstand` in SQL.
 */
export function controleerCertificaten(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const { rows } = await sql<Rij>`
      select c.id, c.naam, c.geldig_tot, c.aanbieder_id, a.agb
      from certificaat c join aanbieder a on a.regio_id = c.regio_id and a.id = c.aanbieder_id
      where c.regio_id = ${ctx.regioId} and c.geldig_tot < ${ctx.today}
        and not exists (select from certificaat n where n.regio_id = c.regio_id and n.aanbieder_id = c.aanbieder_id
          and lower(n.naam) = lower(c.naam) and n.geldig_tot > c.geldig_tot
          and (n.geldig_van <= ${ctx.today} or n.geldig_van <= c.geldig_tot + 1))
        and not exists (select from bevinding f where f.regio_id = c.regio_id and f.sleutel = 'certificaat:' || c.id || ':' || to_char(c.geldig_tot, 'YYYY-MM-DD'))
      order by c.geldig_tot, c.id`.execute(ctx.db)
    return maakBevindingen(
      ctx,
      rows.map(({ id, naam, geldigTot, aanbiederId, agb }) => ({
        bron: 'certificaat' as const,
        sleutel: `certificaat:${id}:${geldigTot.toString()}`,
        titel: titelVerlopen(naam),
        toelichting: `Het kwaliteitscertificaat ${naam} was geldig tot en met ${datumzin(geldigTot)}. Vraag de aanbieder om het nieuwe certificaat en leg het vast bij de aanbieder.`,
        aanbiederId,
        agb,
      })),
    )
  })
}
