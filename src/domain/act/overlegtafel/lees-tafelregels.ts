import type { Context } from '../../../platform/context.ts'
import { Weigering } from '../../../platform/errors.ts'
import { leesRegelset, leesRegelsetdelen } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../plan/inrichting/regelset-inhoud.ts'
import { Frequenties } from '../../plan/inrichting/regelset.ts'
import { Tafelregels } from './regels.ts'
import type { Frequentie } from './zonder-tafel.ts'

/** The rules for tables as they apply today, with their version. 404 for a region whose regelset has none. */
export async function leesTafelregels(ctx: Context): Promise<{ id: string; versie: number; regels: Tafelregels }> {
  const { id, versie, inhoud } = await leesRegelset(ctx, 'overlegtafel', ctx.today)
  return { id, versie, regels: leesInhoud(Tafelregels, inhoud) }
}

/** Where a rule about tables comes from: its document and place; nothing for a region whose regelset has none. */
export type Tafelbron = (onderwerp: 'samenstelling' | 'deelname' | 'effectiviteit') => string | undefined

export async function leesTafelbron(ctx: Context): Promise<Tafelbron> {
  const { overlegtafel } = await leesRegelsetdelen(ctx, ['overlegtafel'], ctx.today).catch((error: unknown) => {
    if (error instanceof Weigering && error.status === 404) return { overlegtafel: undefined }
    throw error
  })
  const bronnen = overlegtafel ? leesInhoud(Tafelregels, overlegtafel.inhoud).bronnen : []
  return (onderwerp) => {
    const bron = bronnen.find(({ paragraaf }) => paragraaf.endsWith(onderwerp)) ?? bronnen[0]
    return bron && `${bron.document}, ${bron.paragraaf}`
  }
}

/** How often a product asks for a table (TAF-02); null when the regelset does not say. */
export async function leesTafelfrequentie(ctx: Context): Promise<Frequentie | null> {
  const { inhoud } = await leesRegelset(ctx, 'frequenties', ctx.today)
  return leesInhoud(Frequenties, inhoud).frequenties.find(({ code }) => code === 'overlegtafel') ?? null
}
