import { sql } from 'kysely'
import type { Db } from '../../../platform/context.ts'

/** Whether anybody in this installation has an account, or an invitation that still holds. */
export async function kanIemandAanmelden(db: Db, now: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{
    kan: boolean
  }>`select kan_iemand_aanmelden(${now.toString()}::timestamptz) as kan`.execute(db)
  return rows[0]!.kan
}
