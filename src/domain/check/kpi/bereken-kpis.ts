import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { bewaarBerekening, maakVingerafdruk } from './bewaar-berekening.ts'
import { listMeetjaren, type Meetjaar } from './list-meetjaren.ts'
import { lockKpis } from './lock-kpis.ts'
import { maakUitkomsten } from './maak-uitkomsten.ts'
import { findLaatsteBerekening } from './queries.ts'
import { telKpis } from './tel-kpis.ts'

export type Berekening = { jaar: number; berekeningId: string; nieuw: boolean }

/**
 * Calculates the KPI's of every measuring year that has begun, or of one. A calculation stands beside the earlier ones of its
 * year with what it was made of; when nothing changed since the last one, none is added.
 */
export function berekenKpis(ctx: Context, { jaar }: { jaar?: number | undefined } = {}): Promise<Berekening[]> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'kpi:berekenen')
    await lockKpis(ctx)
    const berekeningen: Berekening[] = []
    for (const meetjaar of await listMeetjaren(ctx, jaar)) {
      berekeningen.push(await berekenJaar(ctx, meetjaar))
    }
    const nieuw = berekeningen.filter((berekening) => berekening.nieuw)
    if (nieuw.length > 0) {
      await recordEvent(ctx, {
        soort: 'kpi:berekend',
        onderwerp: { type: 'kpi-berekening', id: nieuw.map(({ berekeningId }) => berekeningId).join(' ') },
        gegevens: { jaren: nieuw.map((berekening) => berekening.jaar) },
      })
    }
    return berekeningen
  })
}

async function berekenJaar(ctx: Context, meetjaar: Meetjaar): Promise<Berekening> {
  const { jaar } = meetjaar.periode
  const uitkomsten = await maakUitkomsten(ctx, meetjaar, await telKpis(ctx, meetjaar))
  const vingerafdruk = await maakVingerafdruk(ctx, meetjaar, uitkomsten)
  const laatste = await findLaatsteBerekening(ctx, jaar)

  return laatste?.vingerafdruk.equals(vingerafdruk)
    ? { jaar, berekeningId: laatste.id, nieuw: false }
    : { jaar, berekeningId: await bewaarBerekening(ctx, meetjaar, uitkomsten, vingerafdruk), nieuw: true }
}
