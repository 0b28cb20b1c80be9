import type { Context } from '../../../platform/context.ts'
import { conflict, Weigering } from '../../../platform/errors.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import { listReacties } from './list-verslag.ts'
import { lockGesprek, type Gesprek } from './queries.ts'
import { zetGesprek } from './zet-gesprek.ts'

/** Locks a meeting for whoever writes in its minutes; what was shared changes only to work in a remark. Throws 403, 404 or 409. */
export async function magVerslagWijzigen(ctx: Context, gesprekId: string): Promise<Gesprek> {
  await authorize(ctx, 'gesprek:wijzigen')
  const gesprek = await lockGesprek(ctx, gesprekId)
  eisAct('verslag schrijven', gesprek)
  if (gesprek.gedeeldOp && !(await listReacties(ctx, gesprekId)).some(({ soort }) => soort === 'opmerking')) {
    throw conflict('Het verslag is gedeeld. U wijzigt het alleen nog om een opmerking te verwerken.')
  }
  if (!gesprek.verslagBegonnenOp) await zetGesprek(ctx, gesprekId, { verslagBegonnenOp: ctx.now })
  return gesprek
}

/** Somebody else saved the same text meanwhile: the page shows both, so that nothing is lost (409, code "bewerkt"). */
export function bewerkt(door: string): Weigering {
  return new Weigering(409, 'bewerkt', `${door} heeft dit net ook gewijzigd. Kijk wat er nu staat en bewaar opnieuw.`)
}
