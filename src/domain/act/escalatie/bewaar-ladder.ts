import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { listTaken } from '../../plan/bezetting/lees-taken.ts'
import { bewaarRegelsetdeel } from '../../plan/inrichting/bewaar-regelsetdeel.ts'
import { authorize } from '../../rechten.ts'
import { controleerLadder, type Ladderfout } from './controleer-ladder.ts'
import type { Ladder } from './ladder.ts'
import { lockLadderconcept } from './ladderconcept.ts'
import { LADDERDEEL } from './lees-ladder.ts'

type Ingang = { geldigVanaf: Temporal.PlainDate; reden: string }

/**
 * Makes the draft the ladder of the region from a day on: a new version of the part, so cases that run keep theirs (MTR-04). Refuses one
 * that does not fit: 409 with how much is wrong. Throws 403, 404, 409 when somebody changed it, 422 for a day that is over or no reason.
 */
export function bewaarLadder(
  ctx: Context,
  gezien: number,
  { geldigVanaf, reden }: Ingang,
): Promise<{ versie: number }> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    const { ladder } = await lockLadderconcept(ctx, gezien)
    const fouten = await controleerConcept(ctx, ladder)
    if (fouten.length > 0) throw conflict('De ladder klopt nog niet. Los eerst op wat bovenaan staat.')
    if (Temporal.PlainDate.compare(geldigVanaf, ctx.today) < 0) {
      throw invalid('Een ladder kan niet met terugwerkende kracht ingaan.', 'geldigVanaf')
    }
    const { document, paragraaf } = ladder.bron
    const bewaard = await bewaarRegelsetdeel(ctx, {
      deel: LADDERDEEL,
      inhoud: ladder,
      geldigVanaf,
      reden,
      bron: `${document}, ${paragraaf}`,
    })
    await sql`delete from ladderconcept where regio_id = ${ctx.regioId}`.execute(ctx.db)
    return { versie: bewaard.versie }
  })
}

/** What is wrong with a ladder in this region, whose tasks it names. */
export async function controleerConcept(ctx: Context, ladder: Ladder): Promise<Ladderfout[]> {
  const taken = await listTaken(ctx, null, ctx.today)
  return controleerLadder(ladder, new Set(taken.map(({ code }) => code)))
}

/** Throws the draft away; the ladder that applies stays. 403, 404, 409 when somebody changed it. */
export function verwerpLadderconcept(ctx: Context, gezien: number): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    const { ladder } = await lockLadderconcept(ctx, gezien)
    await sql`delete from ladderconcept where regio_id = ${ctx.regioId}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'ladderconcept:verworpen',
      onderwerp: { type: 'regelsetdeel', id: LADDERDEEL },
      gegevens: { ladder },
    })
  })
}
