import { beoordeelBevinding } from '../domain/check/bevinding/beoordeel-bevinding.ts'
import type { BesluitInvoer } from '../domain/check/bevinding/bevinding.ts'
import { legBevindingVast } from '../domain/check/bevinding/leg-bevinding-vast.ts'
import { listBevindingen } from '../domain/check/bevinding/queries.ts'
import type { Context } from '../platform/context.ts'
import { inTransaction } from '../platform/transaction.ts'
import { binnen, type Daad, type Register } from './voorbeeld-register.ts'

/** bevindingen.json: findings written down by hand, each with what people decided about it. */
export type Voorbeeldbevinding = Daad & {
  agb: string
  titel: string
  toelichting: string
  besluiten: (Daad & BesluitInvoer)[]
}

/** Adds the findings by hand; all of them or none, and not when they are there. */
export function vulBevindingenAan(ctx: Context, bevindingen: Voorbeeldbevinding[], register: Register): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const bekend = await listBevindingen(ctx, { bron: 'hand' }, { sorteer: 'titel', richting: 'op', pagina: null })
    const titels = new Set(bekend.rijen.map(({ titel }) => titel))
    for (const { agb, titel, toelichting, besluiten, ...daad } of bevindingen) {
      if (titels.has(titel)) continue
      const aanbiederId = register.aanbiederId(agb)
      const { als } = binnen(ctx, register)
      const id = await legBevindingVast(als(daad), { aanbiederId, titel, toelichting })
      for (const { besluit, reden, ...wie } of besluiten) await beoordeelBevinding(als(wie), id, { besluit, reden })
    }
  })
}
