import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'

const MEESTE = 1_000

// A stored version never changes (the program has no right to), so what was read of it holds in every process for as long as it runs.
const inhouden = new Map<string, unknown>()
const gelezen = new WeakMap<object, Map<z.ZodType, unknown>>()

/** These versions with their content; what this process read before is not asked again. */
export async function vulInhoud<Versie extends { id: string }>(
  ctx: Context,
  versies: readonly Versie[],
): Promise<(Versie & { inhoud: unknown })[]> {
  const onbekend = versies.flatMap(({ id }) => (inhouden.has(id) ? [] : [id]))
  if (onbekend.length > 0) {
    const { rows } = await sql<{ id: string; inhoud: unknown }>`select id, inhoud from regelsetdeel
      where regio_id = ${ctx.regioId} and id = any(${onbekend}::uuid[])`.execute(ctx.db)
    if (inhouden.size + rows.length > MEESTE) inhouden.clear()
    for (const { id, inhoud } of rows) inhouden.set(id, inhoud)
  }
  return versies.map((versie) => ({ ...versie, inhoud: inhouden.get(versie.id) }))
}

/** The content of a version by the schema of its room; each version is checked once. Do not change what comes out of it. */
export function leesInhoud<Schema extends z.ZodType>(schema: Schema, inhoud: unknown): z.output<Schema> {
  if (typeof inhoud !== 'object' || inhoud === null) return schema.parse(inhoud)
  const bekend = gelezen.get(inhoud) ?? new Map<z.ZodType, unknown>()
  if (!bekend.has(schema)) bekend.set(schema, schema.parse(inhoud))
  gelezen.set(inhoud, bekend)
  return bekend.get(schema) as z.output<Schema>
}
