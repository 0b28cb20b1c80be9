import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import { leesRegelsVan } from './lees-gespreksregels.ts'
import { listRapportage } from './list-rapportage.ts'
import { lockGesprek } from './queries.ts'
import { ontbrekendeDelen } from './rapportage.ts'
import { zetGesprek } from './zet-gesprek.ts'

/** Part by part what the aanbieder wrote, with the version it was written over (0: nothing yet). */
export type Rapportageinvoer = { code: string; tekst: string; versie: number }[]

/**
 * Keeps the draft of the report, or hands it in (GES-03): that can only when no part is empty. Throws 409 when it was not asked, was
 * handed in, or a colleague wrote over the same part; 422 with the names of the parts that are missing.
 */
export function bewaarRapportage(
  ctx: Context,
  gesprekId: string,
  invoer: Rapportageinvoer,
  indienen: boolean,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gesprek:reageren')
    const gesprek = await lockGesprek(ctx, gesprekId)
    eisAct('rapportage indienen', gesprek)
    if (!gesprek.rapportageGevraagdOp) throw conflict('Voor dit gesprek is geen rapportage gevraagd.')
    if (gesprek.rapportageIngediendOp) throw conflict('De rapportage is al aangeleverd.')
    const { delen } = (await leesRegelsVan(ctx, gesprek.regelsetdeelId)).regels.rapportage
    const bekend = new Map((await listRapportage(ctx, gesprekId)).map((deel) => [deel.code, deel]))
    for (const { code, tekst, versie } of invoer) {
      if (!delen.some((deel) => deel.code === code)) throw notFound('Dit deel van de rapportage')
      const oud = bekend.get(code)
      if (oud?.tekst === tekst || (!oud && tekst === '')) continue
      if ((oud?.versie ?? 0) !== versie) throw conflict('Een collega heeft dit deel net gewijzigd.')
      await schrijf(ctx, gesprekId, code, tekst, versie + 1)
    }
    const ingevuld = Object.fromEntries((await listRapportage(ctx, gesprekId)).map(({ code, tekst }) => [code, tekst]))
    if (indienen) {
      const mist = ontbrekendeDelen(delen, ingevuld).map(({ naam }) => naam.toLowerCase())
      if (mist.length > 0)
        throw invalid(`De rapportage is nog niet volledig. Vul nog in: ${mist.join(', ')}.`, 'onvolledig')
      await zetGesprek(ctx, gesprekId, { rapportageIngediendOp: ctx.now, rapportageIngediendDoor: ctx.actor.naam })
    }
    await recordEvent(ctx, {
      soort: indienen ? 'rapportage:aangeleverd' : 'rapportage:bewaard',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: indienen ? ingevuld : { delen: invoer.map(({ code }) => code) },
    })
  })
}

async function schrijf(ctx: Context, gesprekId: string, code: string, tekst: string, versie: number) {
  const waarden = { tekst, versie, gewijzigdOp: ctx.now, gewijzigdDoor: ctx.actor.naam }
  await ctx.db
    .insertInto('rapportagedeel')
    .values({ regioId: ctx.regioId, gesprekId, code, ...waarden })
    .onConflict((al) => al.columns(['regioId', 'gesprekId', 'code']).doUpdateSet(waarden))
    .execute()
}
