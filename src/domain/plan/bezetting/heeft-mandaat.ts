import type { Context } from '../../../platform/context.ts'
import { Weigering } from '../../../platform/errors.ts'
import { vereisMandaat } from './vereis-mandaat.ts'

/** Whether the actor may take this decision: to show it as his. The act itself asks again (vereisMandaat). */
export async function heeftMandaat(ctx: Context, vraag: Parameters<typeof vereisMandaat>[1]): Promise<boolean> {
  try {
    await vereisMandaat(ctx, vraag)
    return true
  } catch (error) {
    // 403: no mandate, or four eyes; 404: a task that the region took away
    if (error instanceof Weigering && [403, 404].includes(error.status)) return false
    throw error
  }
}
