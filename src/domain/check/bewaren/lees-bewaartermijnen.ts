import type { Context } from '../../../platform/context.ts'
import { leesRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../plan/inrichting/regelset-inhoud.ts'
import { Bewaartermijnen, type Bewaartermijn } from './bewaartermijn.ts'

/** The terms of this region today, and the version they are from. */
export async function leesBewaartermijnen(
  ctx: Context,
): Promise<{ id: string; versie: number; termijnen: Bewaartermijn[] }> {
  const { id, versie, inhoud } = await leesRegelset(ctx, 'bewaartermijnen', ctx.today)
  return { id, versie, termijnen: leesInhoud(Bewaartermijnen, inhoud).termijnen }
}

/** "Selectielijst 2020, 16.1: 10 jaar na het einde van de overeenkomst" */
export function grondVan({ resultaat }: Bewaartermijn, zin: string): string {
  return resultaat === null ? `Keuze van de regio: ${zin}` : `Selectielijst 2020, ${resultaat}: ${zin}`
}
