import { sql } from 'kysely'
import type { Context } from './context.ts'

/** Queues a job in the running transaction: it runs if, and only if, the change is committed. `sleutel` keeps one of its kind. */
export function makeEnqueue<Jobs extends object>() {
  return async function enqueue<Name extends keyof Jobs & string>(
    ctx: Context,
    naam: Name,
    payload: Jobs[Name],
    sleutel?: string,
  ) {
    await sql`select enqueue_job(${naam}, ${JSON.stringify(payload)}::json, ${sleutel ?? null})`.execute(ctx.db)
  }
}
