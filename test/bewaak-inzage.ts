import { sql } from 'kysely'
import type { Context } from '../src/platform/context.ts'
import { inTransaction } from '../src/platform/transaction.ts'

/**
 * Gives the answer back when every label of a client in it has a line in the log, written by this very request (S48, S50); throws
 * otherwise. A label that stands in the question shows nothing that was not known.
 */
export async function bewaakInzage(ctx: Context, antwoord: Response, vraag: string): Promise<Response> {
  if (!/^text\//.test(antwoord.headers.get('content-type') ?? '')) return antwoord
  const traceId = /^00-([0-9a-f]{32})-/.exec(antwoord.headers.get('traceparent') ?? '')?.[1]
  if (traceId === undefined) return antwoord
  const { rows } = await inTransaction(ctx, (ctx) =>
    alsRegio(ctx, () =>
      sql<{ label: string; vastgelegd: boolean }>`select c.label, exists (select from inzage i
          join inzage_client r on r.regio_id = i.regio_id and r.inzage_id = i.id and r.data_subject_id = c.id
          where i.regio_id = c.regio_id and i.trace_id = decode(${traceId}, 'hex')) as vastgelegd
        from client c where c.regio_id = ${ctx.regioId}`.execute(ctx.db),
    ),
  )
  if (rows.length === 0) return antwoord
  const tekst = await antwoord.clone().text()
  const gevraagd = decodeURIComponent(vraag)
  const zonder = rows.filter(
    ({ label, vastgelegd }) => !vastgelegd && !staatIn(gevraagd, label) && staatIn(tekst, label),
  )
  if (zonder.length > 0) {
    throw new Error(`shown without a line in the log: ${zonder.map(({ label }) => label).join(', ')}`)
  }
  return antwoord
}

// "C-1" does not stand in "C-10"
function staatIn(tekst: string, label: string): boolean {
  return new RegExp(`${label}(?![\\w-])`).test(tekst)
}

/** Looks at the whole region, whatever the test narrowed its transaction to. */
async function alsRegio<T>(ctx: Context, werk: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{
    agb: string | null
    bereik: string | null
  }>`select current_setting('overlap.agb', true) as agb,
    current_setting('overlap.bereik', true) as bereik, set_config('overlap.agb', '', true), set_config('overlap.bereik', '', true)`.execute(
    ctx.db,
  )
  const uitkomst = await werk()
  await sql`select set_config('overlap.agb', ${rows[0]!.agb ?? ''}, true), set_config('overlap.bereik', ${rows[0]!.bereik ?? ''}, true)`.execute(
    ctx.db,
  )
  return uitkomst
}
