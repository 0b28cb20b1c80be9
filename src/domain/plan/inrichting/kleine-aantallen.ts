import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { houdersVan } from '../../rechten.ts'
import { gemeentenMetCasussen, zietKleineAantallen } from '../../rechten/kleine-aantallen.ts'
import { leesRegelset } from './lees-regelset.ts'
import { listSubregios } from './queries.ts'
import { leesInhoud } from './regelset-inhoud.ts'

/** Part "kleine-aantallen" of the regelset: figures about fewer clients are for who works with cases (S44). */
export const KleineAantallen = z.object({
  minimumClienten: z.int().min(3, 'Kies minstens 3, anders is een cliënt te herkennen').max(100, 'Kies hooguit 100'),
})

/** From how many clients on somebody sees a figure, and where he works with cases and sees every figure. */
export type Kleinzicht = { minimum: number; agbs: readonly string[]; subregios: readonly string[] }

/** What this person may see of small numbers; null when nothing is hidden from him. */
export async function leesKleinzicht(ctx: Context): Promise<Kleinzicht | null> {
  if (zietKleineAantallen(ctx.actor)) return null
  const agbs = houdersVan(ctx.actor, 'casus:lezen').flatMap(({ agb }) => agb ?? [])
  return { minimum: await leesMinimum(ctx), agbs, subregios: await listOpenSubregios(ctx) }
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

async function listOpenSubregios(ctx: Context): Promise<string[]> {
  const gemeenten = new Set(gemeentenMetCasussen(ctx.actor))
  if (gemeenten.size === 0) return []
  return (await listSubregios(ctx))
    .filter((subregio) => subregio.gemeenten.every(({ code }) => gemeenten.has(code)))
    .map(({ id }) => id)
}
