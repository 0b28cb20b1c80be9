import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import type { Bron } from '../../begrippen/bron.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { leesRegelsetdelen } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud, leesVersies } from '../../plan/inrichting/regelset-inhoud.ts'
import { Frequenties, Termijnen } from '../../plan/inrichting/regelset.ts'
import { Gespreksregels, type Gesprekssoort, type Sjabloon } from './gespreksregels.ts'
import { gesprekstermijnen, type Gesprekstermijnen } from './termijnen.ts'

export type Regels = {
  /** The version of the part "gesprekken". */
  id: string
  regels: Gespreksregels
  frequenties: readonly { code: string; naam: string; aantal: number; perJaren: number; per: string; bron: Bron }[]
  termijnen: Gesprekstermijnen
}

/** The rules about meetings as they apply today. */
export async function leesGespreksregels(ctx: Context): Promise<Regels> {
  const delen = await leesRegelsetdelen(ctx, ['gesprekken', 'frequenties', 'termijnen', 'feestdagen'], ctx.today)
  const regels = leesInhoud(Gespreksregels, delen.gesprekken.inhoud)
  return {
    id: delen.gesprekken.id,
    regels,
    frequenties: leesInhoud(Frequenties, delen.frequenties.inhoud).frequenties,
    termijnen: gesprekstermijnen(
      regels,
      leesInhoud(Termijnen, delen.termijnen.inhoud).termijnen,
      leesInhoud(Kalender, delen.feestdagen.inhoud),
    ),
  }
}

/** The rules a meeting was planned under: what they said then stays visible with it. */
export async function leesRegelsVan(ctx: Context, regelsetdeelId: string): Promise<Regels> {
  const nu = await leesGespreksregels(ctx)
  if (regelsetdeelId === nu.id) return nu
  const [toen] = await leesVersies(ctx, [{ id: regelsetdeelId }])
  const regels = leesInhoud(Gespreksregels, toen!.inhoud)
  const { termijnen, feestdagen } = await leesRegelsetdelen(ctx, ['termijnen', 'feestdagen'], ctx.today)
  return {
    ...nu,
    id: regelsetdeelId,
    regels,
    termijnen: gesprekstermijnen(
      regels,
      leesInhoud(Termijnen, termijnen.inhoud).termijnen,
      leesInhoud(Kalender, feestdagen.inhoud),
    ),
  }
}

/** A kind of meeting of these rules. Throws 422 when there is none of that code. */
export function kiesSoort({ soorten }: Gespreksregels, code: string): Gesprekssoort {
  const soort = soorten.find((een) => een.code === code)
  if (!soort) throw invalid('Kies een soort gesprek uit de lijst.', 'soort')
  return soort
}

export function kiesSjabloon({ sjablonen }: Gespreksregels, code: string): Sjabloon {
  const sjabloon = sjablonen.find((een) => een.code === code)
  if (!sjabloon) throw notFound('Dit sjabloon')
  return sjabloon
}
