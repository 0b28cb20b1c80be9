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

/** The same for many of one kind, in one statement, in this order. */
export function makeEnqueueAll<Jobs extends object>() {
  return async function enqueueAll<Name extends keyof Jobs & string>(
    ctx: Context,
    naam: Name,
    jobs: readonly { payload: Jobs[Name]; sleutel?: string }[],
  ) {
    if (jobs.length === 0) return
    const rijen = jobs.map(({ payload, sleutel = null }) => ({ payload, sleutel }))
    await sql`select count(enqueue_job(${naam}, j.payload, j.sleutel))
      from json_to_recordset(${JSON.stringify(rijen)}::json) as j (payload json, sleutel text)`.execute(ctx.db)
  }
}
