import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import { vervalTermijn } from './verval-termijn.ts'
import { vervulTermijn } from './vervul-termijn.ts'

/** What a term of one's own asked was done on this day. 404; 409 when it is closed or belongs to an act; 422 for a day to come. */
export function meldTermijnGedaan(ctx: Context, id: string, { op }: { op: Temporal.PlainDate }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const bronId = await lockEigen(ctx, id)
    if (Temporal.PlainDate.compare(op, ctx.today) > 0) throw invalid('Deze dag moet nog komen.', 'op')
    await vervulTermijn(ctx, 'hand', bronId, op)
  })
}

/** A term of one's own asks nothing any more, for this reason. 404; 409 as above; 422 without a reason. */
export function laatTermijnVervallen(ctx: Context, id: string, { reden }: { reden: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const bronId = await lockEigen(ctx, id)
    if (reden.trim() === '') throw invalid('Schrijf op waarom de termijn vervalt.', 'reden')
    await vervalTermijn(ctx, 'hand', bronId, reden.trim())
  })
}

async function lockEigen(ctx: Context, id: string): Promise<string> {
  await authorize(ctx, 'termijn:vastleggen')
  const { rows } = await sql<{ bron: string; bronId: string; gesloten: boolean }>`select t.bron, t.bron_id,
      t.gesloten_op is not null as gesloten
    from termijn t where ${zicht(ctx).termijn('t')} and t.id = ${id} for update of t`.execute(ctx.db)
  const [termijn] = rows
  if (!termijn) throw notFound('Deze termijn')
  if (termijn.bron !== 'hand') {
    throw conflict('Deze termijn hoort bij iets anders en is daar af te ronden.')
  }
  if (termijn.gesloten) throw conflict('Deze termijn is al gesloten. Ververs de pagina.')
  return termijn.bronId
}
