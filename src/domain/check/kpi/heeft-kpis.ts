import type { Context } from '../../../platform/context.ts'
import { inReadTransaction } from '../../../platform/transaction.ts'
import { listDefinities } from './definities.ts'

// A version is never taken back: a region that has a KPI keeps it for as long as this process runs.
const bekend = new Set<string>()

/** Whether the regelset of this region has a KPI today. Where it has none (AMB-66), no page speaks of them. */
export async function heeftKpis(ctx: Context): Promise<boolean> {
  if (bekend.has(ctx.regioId)) return true
  const definities = await inReadTransaction(ctx, (ctx) => listDefinities(ctx, ctx.today))
  if (definities.length > 0) bekend.add(ctx.regioId)
  return definities.length > 0
}
