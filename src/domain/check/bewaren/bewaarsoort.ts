import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** How many of what: { toewijzingen: 12 }. */
export type Aantallen = Record<string, number>

/** One kind of record: what of it may go, what it holds, and how it goes. */
export type Bewaarsoort = {
  /** One and more, for sentences */
  woorden: [string, string]
  /** Rows (id text, einde date) of what ended on `grens` or before. */
  rijp: (ctx: Context, grens: Temporal.PlainDate) => RawBuilder<unknown>
  /** What hangs below it: counts over the rows of "rijp" (id). */
  inhoud: (ctx: Context) => Record<string, RawBuilder<unknown>>
  /** So many go in one transaction. */
  perKeer: number
  /** Takes the locks under which nothing of these changes (none yet when the list is made); before it is read whether they may go. */
  lock?: (ctx: Context, ids: readonly string[]) => Promise<unknown>
  /** Destroys these with all that hangs below them. `klaar` false: there was too much for one time, the same ids come again. */
  wis: (ctx: Context, ids: readonly string[]) => Promise<{ aantallen: Aantallen; klaar?: false }>
}
