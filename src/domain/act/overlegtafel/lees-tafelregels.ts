import type { Context } from '../../../platform/context.ts'
import { leesRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../plan/inrichting/regelset-inhoud.ts'
import { Frequenties } from '../../plan/inrichting/regelset.ts'
import { Tafelregels } from './regels.ts'
import type { Frequentie } from './zonder-tafel.ts'

/** The rules for tables as they apply today, with their version. 404 for a region whose regelset has none. */
export async function leesTafelregels(ctx: Context): Promise<{ id: string; versie: number; regels: Tafelregels }> {
  const { id, versie, inhoud } = await leesRegelset(ctx, 'overlegtafel', ctx.today)
  return { id, versie, regels: leesInhoud(Tafelregels, inhoud) }
}

/** How often a product asks for a table (TAF-02); null when the regelset does not say. */
export async function leesTafelfrequentie(ctx: Context): Promise<Frequentie | null> {
  const { inhoud } = await leesRegelset(ctx, 'frequenties', ctx.today)
  return leesInhoud(Frequenties, inhoud).frequenties.find(({ code }) => code === 'overlegtafel') ?? null
}
