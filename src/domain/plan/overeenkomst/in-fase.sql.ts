import { sql, type RawBuilder } from 'kysely'
import type { Overeenkomstfase } from './fase.ts'

/** `faseOp` (fase.ts) as a condition on overeenkomst o. */
export function inFase(fase: Overeenkomstfase, vandaag: Temporal.PlainDate): RawBuilder<unknown> {
  switch (fase) {
    case 'implementatie':
      return sql`o.begindatum > ${vandaag}`
    case 'afgelopen':
      return sql`o.begindatum <= ${vandaag} and o.loopt_tot < ${vandaag}`
    case 'loopt':
      return sql`o.begindatum <= ${vandaag} and o.loopt_tot >= ${vandaag} and o.verlengd = 0`
    case 'verlengd':
      return sql`o.begindatum <= ${vandaag} and o.loopt_tot >= ${vandaag} and o.verlengd > 0`
  }
}
