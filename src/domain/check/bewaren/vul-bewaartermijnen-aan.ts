import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { bewaarRegelsetdeel } from '../../plan/inrichting/bewaar-regelsetdeel.ts'
import { listVersies } from '../../plan/inrichting/lees-regelset.ts'
import { lockRegelset } from '../../plan/inrichting/lock-regelset.ts'
import { leesRegelsetbestand } from '../../plan/inrichting/maak-regio.ts'
import { findRegio } from '../../plan/inrichting/queries.ts'
import { Bewaartermijnen } from './bewaartermijn.ts'

/**
 * Gives a region the terms of kinds of record that the program has gained since its terms were set, as a new version; terms it has stay
 * as they are. Without it what is new would never be proposed. Gives the codes of what was added.
 */
export function vulBewaartermijnenAan(ctx: Context): Promise<string[]> {
  return inTransaction(ctx, async (ctx) => {
    await lockRegelset(ctx)
    const [vorige] = await listVersies(ctx, 'bewaartermijnen')
    if (!vorige) return []
    const { regelset } = await findRegio(ctx)
    const deel = (await leesRegelsetbestand(regelset)).delen.find(({ deel }) => deel === 'bewaartermijnen')
    if (!deel) return []
    const { termijnen } = Bewaartermijnen.parse(vorige.inhoud)
    const bekend = new Set(termijnen.map(({ code }) => code))
    const nieuw = Bewaartermijnen.parse(deel.inhoud).termijnen.filter(({ code }) => !bekend.has(code))
    if (nieuw.length === 0) return []
    const later = Temporal.PlainDate.compare(vorige.geldigVanaf, ctx.today) > 0
    await bewaarRegelsetdeel(ctx, {
      deel: 'bewaartermijnen',
      inhoud: { termijnen: [...termijnen, ...nieuw] },
      geldigVanaf: later ? vorige.geldigVanaf : ctx.today,
      bron: deel.bron,
      reden: 'Het programma bewaart er soorten gegevens bij; elke soort heeft een termijn.',
    })
    return nieuw.map(({ code }) => code)
  })
}
