import { z } from 'zod'
import { bereikVan } from '../../../platform/bereik.ts'
import type { Context, Rolhouder } from '../../../platform/context.ts'
import { houdersVan } from '../../rechten.ts'
import { leesRegelset } from './lees-regelset.ts'
import { listSubregios } from './queries.ts'
import { leesInhoud } from './regelset-inhoud.ts'

/** Part "kleine-aantallen" of the regelset: figures about fewer clients are for who works with cases (S44). */
export const KleineAantallen = z.object({
  minimumClienten: z.int().min(3, 'Kies minstens 3, anders is een cliënt te herkennen').max(100, 'Kies hooguit 100'),
})

/** From how many clients on somebody sees a figure, and where he works with cases and sees every figure. */
export type Kleinzicht = { minimum: number; agbs: readonly string[]; subregios: readonly string[] }

// They hold the database anyway (overlap cijfers), or are nobody.
const ZIEN_ALLES = ['beheer (opdrachtregel)', 'systeem (wachtrij)']

/** What this person may see of small numbers; null when nothing is hidden from him. */
export async function leesKleinzicht(ctx: Context): Promise<Kleinzicht | null> {
  if (ctx.actor.rollen.some(({ rol }) => ZIEN_ALLES.includes(rol))) return null
  const houders = houdersVan(ctx.actor, 'casus:lezen')
  const regionaal = houders.filter(({ agb }) => agb === null)
  const agbs = houders.flatMap(({ agb }) => agb ?? [])
  if (regionaal.length > 0 && bereikVan(regionaal) === null) return null
  // An aanbieder's account sees its own rows only (row-level security).
  if (ctx.actor.agb !== null && agbs.includes(ctx.actor.agb)) return null

  return { minimum: await leesMinimum(ctx), agbs, subregios: await subregiosVan(ctx, regionaal) }
}

/** From how many clients on a figure is shown to who does not work with cases. */
export async function leesMinimum(ctx: Context): Promise<number> {
  return leesInhoud(KleineAantallen, (await leesRegelset(ctx, 'kleine-aantallen', ctx.today)).inhoud).minimumClienten
}

/** Whether nothing is hidden about this aanbieder, in this subregio when one is named. */
export function isOpen(klein: Kleinzicht | null, { agb, subregioId }: { agb: string; subregioId?: string }): boolean {
  if (klein === null || klein.agbs.includes(agb)) return true
  return subregioId !== undefined && klein.subregios.includes(subregioId)
}

// A figure of a subregio holds the clients of all its gemeenten, of every law and category: only who sees all of those sees them.
async function subregiosVan(ctx: Context, houders: readonly Rolhouder[]): Promise<string[]> {
  const gemeenten = new Set(
    houders.filter(({ wet, categorieen }) => !wet && !categorieen).flatMap(({ gemeenten }) => gemeenten ?? []),
  )
  if (gemeenten.size === 0) return []
  return (await listSubregios(ctx))
    .filter((subregio) => subregio.gemeenten.every(({ code }) => gemeenten.has(code)))
    .map(({ id }) => id)
}
