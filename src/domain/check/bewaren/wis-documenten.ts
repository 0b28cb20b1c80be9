import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Aantallen } from './bewaarsoort.ts'
import { wis, wisLogwaarden } from './wis.ts'

/** Documents of the file (`waar` on x: document), with every version and the bytes of each. That a norm was told stays, without its letter. */
export async function wisDocumenten(ctx: Context, waar: RawBuilder<unknown>): Promise<Aantallen> {
  const { rows } = await sql<{ id: string }>`select x.id::text from document x
    where x.regio_id = ${ctx.regioId} and ${waar} order by x.id for update`.execute(ctx.db)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return { documenten: 0 }
  const van = sql`x.document_id = any(${ids}::uuid[])`
  await sql`update normmededeling x set document_id = null where x.regio_id = ${ctx.regioId} and ${van}`.execute(ctx.db)
  await wis(ctx, 'documentbestand', van)
  await wis(ctx, 'documentversie', van)
  return {
    documenten: await wis(ctx, 'document', sql`x.id = any(${ids}::uuid[])`),
    logwaarden: await wisLogwaarden(ctx, 'document', ids),
  }
}

/** The documents that were made of these things: they say what those said, so they go with them. */
export function documentenVan(onderwerp: 'escalatie' | 'gesprek', ids: readonly string[]): RawBuilder<unknown> {
  return sql`x.onderwerp = ${onderwerp} and x.onderwerp_id = any(${ids}::text[])`
}
