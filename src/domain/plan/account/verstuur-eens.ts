import type { Context } from '../../../platform/context.ts'
import type { Bericht, Uitkomst } from '../../../platform/mail.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Post } from './verstuur-mail.ts'

/**
 * Sends one mail of the queue between two transactions: one that makes it (undefined: nothing to send, or no longer), one that records what became of
 * it. When the server may take it later this throws, and the queue tries again.
 */
export async function verstuurEens(
  ctx: Context,
  post: Post,
  bereidVoor: (ctx: Context) => Promise<Bericht | undefined>,
  legVast: (ctx: Context, uitkomst: Uitkomst) => Promise<unknown>,
): Promise<void> {
  const bericht = await inTransaction(ctx, bereidVoor)
  if (!bericht) return
  const uitkomst: Uitkomst = post
    ? await post.mailer.verstuur(bericht)
    : { soort: 'blijvend', fout: 'geen mailserver ingesteld' }
  await inTransaction(ctx, (ctx) => legVast(ctx, uitkomst))
  if (uitkomst.soort === 'voorlopig') throw new Error(`mail not accepted yet: ${uitkomst.fout}`)
}
