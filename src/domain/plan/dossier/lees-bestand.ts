import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Vorm } from './bestandsvorm.ts'

/** The bytes of the newest version in one form, for who has the document already; the file itself asks `queries.ts`. Throws 404. */
export async function findBestand(
  ctx: Context,
  documentId: string,
  vorm: Vorm,
): Promise<{ inhoud: Buffer; kenmerk: string }> {
  const { rows } = await sql<{ inhoud: Buffer; kenmerk: string }>`select b.inhoud, v.kenmerk
    from document d
    join documentversie v on v.regio_id = d.regio_id and v.document_id = d.id and v.nr = d.versie
    join documentbestand b on b.regio_id = v.regio_id and b.document_id = v.document_id and b.nr = v.nr and b.vorm = ${vorm}
    where d.regio_id = ${ctx.regioId} and d.id = ${documentId}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Dit bestand')
  return rows[0]
}
