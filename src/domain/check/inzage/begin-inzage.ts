import type { Context } from '../../../platform/context.ts'
import { mag, rollen, type Recht, type Rol } from '../../rechten.ts'
import type { activiteiten } from './inzage.ts'

type Soort = { recht: Recht; activiteit: (typeof activiteiten)[number] }

/** What can be done with data of clients: the name of its line in the log, the right it asks and its entry in the register. */
export const soorten = {
  'casus:getoond': { recht: 'casus:lezen', activiteit: 'casus-onderzoeken' },
  'client:gezocht': { recht: 'casus:lezen', activiteit: 'casus-onderzoeken' },
  'gevallen:getoond': { recht: 'casus:lezen', activiteit: 'gevallen-bekijken' },
  'gevallen:uitgevoerd': { recht: 'casus:lezen', activiteit: 'gevallen-bekijken' },
  'bericht:getoond': { recht: 'bericht:lezen', activiteit: 'berichten-afhandelen' },
  'inzage:getoond': { recht: 'inzage:lezen', activiteit: 'inzage-nagaan' },
  // S46: a person asks what is known about him; under the entry for telling him who looked, which rests on the same articles.
  'client:op-verzoek': { recht: 'client:lezen', activiteit: 'inzage-nagaan' },
  'inzage:uitgevoerd': { recht: 'inzage:lezen', activiteit: 'inzage-nagaan' },
} as const satisfies Record<string, Soort>

export type Inzagesoort = keyof typeof soorten

/**
 * Says what this request is about to do with data of clients, before it is known whether that may: a refusal is recorded too (S50).
 * `toewijzingId` is the case that was asked for.
 */
export function beginInzage(
  ctx: Context,
  soort: Inzagesoort,
  { toewijzingId, altijd = false }: { toewijzingId?: string; altijd?: boolean } = {},
) {
  if (!ctx.inzage) throw new Error('there is nothing to record this in')
  const { recht, activiteit } = soorten[soort]
  ctx.inzage.poging = { name: soort, activiteit, rol: rolVoor(ctx, recht), toewijzingId }
  ctx.inzage.altijd = altijd
}

/** Nothing was shown after all: somebody is first asked what for. */
export function vergeetInzage({ inzage }: Context) {
  if (inzage) inzage.poging = undefined
}

/** The roles that give the right; of somebody without it, all he has. */
function rolVoor({ actor }: Context, recht: Recht): string {
  const gevend = actor.rollen.filter((houder) => mag({ rollen: [houder] }, recht))
  return [...new Set((gevend.length > 0 ? gevend : actor.rollen).map(({ rol }) => rollen[rol as Rol]))].join(', ')
}
