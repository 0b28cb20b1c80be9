import type { Context } from '../../../platform/context.ts'
import { leesRegelsetdelen } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../plan/inrichting/regelset-inhoud.ts'
import { Inzageregels } from '../inzage/inzage.ts'
import { Bewaartermijnen, type Bewaartermijn } from './bewaartermijn.ts'

/** A term of this region, with the part and the version it is from. */
export type GeldendeTermijn = Bewaartermijn & { deel: { id: string; naam: string; versie: number } }

/** The terms of this region today: those of part "bewaartermijnen", and how long looks at cases are kept, of part "inzage". */
export async function leesBewaartermijnen(ctx: Context): Promise<GeldendeTermijn[]> {
  const delen = await leesRegelsetdelen(ctx, ['bewaartermijnen', 'inzage'], ctx.today)
  const deel = (naam: keyof typeof delen) => ({ id: delen[naam].id, naam, versie: delen[naam].versie })
  const { termijnen } = leesInhoud(Bewaartermijnen, delen.bewaartermijnen.inhoud)
  const { jaren, vanaf } = leesInhoud(Inzageregels, delen.inzage.inhoud).bewaartermijn
  const inzage: Bewaartermijn = {
    code: 'inzagen',
    naam: 'Wie welke casus bekeek',
    lengte: jaren,
    eenheid: 'jaren',
    vanaf,
    resultaat: null,
    bron: { document: 'Overlap, keuze bij een open plek in de bron', paragraaf: 'Inzage', tekst: delen.inzage.bron },
  }
  return [...termijnen.map((een) => ({ ...een, deel: deel('bewaartermijnen') })), { ...inzage, deel: deel('inzage') }]
}

/** "Selectielijst 2020, 16.1: 10 jaar na het einde van de overeenkomst" */
export function grondVan({ resultaat }: Bewaartermijn, zin: string): string {
  return resultaat === null ? `Keuze van de regio: ${zin}` : `Selectielijst 2020, ${resultaat}: ${zin}`
}
