import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { bewerkt, magVerslagWijzigen } from './mag-verslag-wijzigen.ts'
import { listAgendapunten } from './queries.ts'
import { listVerslagteksten } from './list-verslag.ts'

/**
 * Keeps what was said about one item. `versie` is the one it was written over (0: nothing yet): when a colleague saved in between this
 * throws 409 "bewerkt" and writes nothing, so neither loses a word.
 */
export function schrijfVerslagtekst(
  ctx: Context,
  gesprekId: string,
  agendapuntId: string,
  { tekst, versie }: { tekst: string; versie: number },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await magVerslagWijzigen(ctx, gesprekId)
    const punt = (await listAgendapunten(ctx, gesprekId)).find(({ id }) => id === agendapuntId)
    if (!punt) throw notFound('Dit agendapunt')
    const oud = (await listVerslagteksten(ctx, gesprekId)).find((een) => een.agendapuntId === agendapuntId)
    if ((oud?.tekst ?? '') === tekst) return
    if ((oud?.versie ?? 0) !== versie) throw bewerkt(oud?.gewijzigdDoor ?? 'Iemand anders')
    const waarden = { tekst, versie: versie + 1, gewijzigdOp: ctx.now, gewijzigdDoor: ctx.actor.naam }
    await ctx.db
      .insertInto('verslagtekst')
      .values({ regioId: ctx.regioId, gesprekId, agendapuntId, ...waarden })
      .onConflict((al) => al.columns(['regioId', 'agendapuntId']).doUpdateSet(waarden))
      .execute()
    await recordEvent(ctx, {
      soort: 'verslag:geschreven',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { punt: punt.titel, oud: oud?.tekst ?? null, nieuw: tekst },
    })
  })
}
