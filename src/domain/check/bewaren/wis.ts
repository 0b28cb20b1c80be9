import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Aantallen } from './bewaarsoort.ts'

/** Deletes what `waar` gives of a table; how many. Row-level security lets it only while a decision is carried out. */
export async function wis(ctx: Context, tabel: string, waar: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from ${sql.table(tabel)} x where x.regio_id = ${ctx.regioId} and ${waar}`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}

/** Destroys the values of the audit records about these subjects; the chain keeps who did what (decision 003). */
export async function wisLogwaarden(ctx: Context, type: string, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select audit_waarden_vernietigen(array(select r.volgnr from audit_regel r
    join audit_waarden w on w.regio_id = r.regio_id and w.volgnr = r.volgnr
    where r.regio_id = ${ctx.regioId} and r.onderwerp_type = ${type} and r.onderwerp_id = any(${ids}::text[]))) as n`.execute(
    ctx.db,
  )
  return rows[0]!.n
}

/** Terms in the calendar of what goes, with who was reminded of them. */
export async function wisTermijnen(ctx: Context, bronIds: readonly string[]): Promise<number> {
  const van = sql`t.bron_id = any(${bronIds}::text[])`
  await wis(
    ctx,
    'herinnering',
    sql`x.termijn_id in (select t.id from termijn t where t.regio_id = ${ctx.regioId} and ${van})`,
  )
  return wis(ctx, 'termijn', sql`x.bron_id = any(${bronIds}::text[])`)
}

/** Holds these rows, as every use case that changes what hangs below them does, so that nothing of it changes before they go. */
export async function lockRijen(ctx: Context, tabel: string, ids: readonly string[]): Promise<void> {
  await sql`select from ${sql.table(tabel)} x where x.regio_id = ${ctx.regioId} and x.id = any(${ids}::uuid[])
    order by x.id for update`.execute(ctx.db)
}

/** The day of a moment, in Dutch time. */
export function dagVan(moment: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${moment} at time zone 'Europe/Amsterdam')::date`
}

/** Says on behalf of which decision this transaction deletes. */
export async function wisNamens(ctx: Context, id: string) {
  await sql`select set_config('overlap.wissen', ${id}, true)`.execute(ctx.db)
}

export function telOp(een: Aantallen, ander: Aantallen): Aantallen {
  const som = { ...een }
  for (const [wat, n] of Object.entries(ander)) som[wat] = (som[wat] ?? 0) + n
  return som
}
