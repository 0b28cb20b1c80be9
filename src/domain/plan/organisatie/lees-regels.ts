import type { Context } from '../../../platform/context.ts'
import { leesRegelset } from '../inrichting/lees-regelset.ts'
import { leesInhoud, type Regelsetversie } from '../inrichting/regelset-inhoud.ts'
import { Missie } from './missie.ts'
import { Organisatieregels } from './regels.ts'

/** Part "organisatie" as it applies today, with its version. */
export async function leesOrganisatieregels(ctx: Context): Promise<Organisatieregels & { versie: Regelsetversie }> {
  const versie = await leesRegelset(ctx, 'organisatie', ctx.today)
  return { ...leesInhoud(Organisatieregels, versie.inhoud), versie }
}

/** Part "missie" as it applies today, with its version. */
export async function leesMissie(ctx: Context): Promise<Missie & { versie: Regelsetversie }> {
  const versie = await leesRegelset(ctx, 'missie', ctx.today)
  return { ...leesInhoud(Missie, versie.inhoud), versie }
}
