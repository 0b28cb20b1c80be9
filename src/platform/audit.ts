import { sql } from 'kysely'
import type { Context } from './context.ts'

type Event = {
  soort: string
  onderwerp: { type: string; id: string }
  /** Old and new values, never of a client. They stand apart from the chain and can be destroyed. */
  gegevens: Record<string, unknown>
}

/** Records who did what, in the running transaction. The hash chain of the region is kept by the database. */
export async function recordEvent(ctx: Context, event: Event) {
  if (!ctx.db.isTransaction) {
    throw new Error('recordEvent outside a transaction')
  }
  await sql`select audit_toevoegen(${ctx.now.toString()}::timestamptz, ${ctx.actor.id}, ${ctx.actor.naam}, ${event.soort},
    ${event.onderwerp.type}, ${event.onderwerp.id}, ${JSON.stringify(event.gegevens)})`.execute(ctx.db)
}
