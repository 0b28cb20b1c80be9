import { findAanbieder } from '../domain/plan/aanbieder/queries.ts'
import type { Context } from '../platform/context.ts'
import { UUID } from './lijst.ts'
import type { FilterDeel } from './ui/filter-zin.tsx'

/** Whose rows a list shows, in the words of its URL: everybody's, one's own, or those of one aanbieder (by id). */
export type Aanbiederkeuze = { van: 'mij' | ''; aanbieder: string }

/** The aanbieder that was chosen, by name. */
export type GekozenAanbieder = { id: string; naam: string } | undefined

/** From a URL; anything unknown is everybody's. */
export function leesAanbiederkeuze({ van, aanbieder = '' }: Record<string, string>): Aanbiederkeuze {
  return { van: van === 'mij' ? 'mij' : '', aanbieder: UUID.test(aanbieder) ? aanbieder : '' }
}

/** The same as the lists of the domain take it. */
export function aanbiederfilter({ actor }: Context, { van, aanbieder }: Aanbiederkeuze) {
  return { vanMij: van === 'mij' ? actor.id : undefined, aanbiederId: aanbieder || undefined }
}

/** Throws 404 when it may not be seen. */
export async function findGekozen(ctx: Context, { aanbieder }: Aanbiederkeuze): Promise<GekozenAanbieder> {
  return aanbieder ? await findAanbieder(ctx, aanbieder) : undefined
}

type Woorden = { voor: string; label: string; alle: string; mij: string; bijEen?: string }

const AANBIEDERS: Woorden = { voor: 'bij', label: 'Aanbieders', alle: 'alle aanbieders', mij: 'mijn aanbieders' }

/**
 * The end of the sentence above a list: "bij alle aanbieders". With one aanbieder chosen, that one or everybody (`bijEen`); an
 * aanbieder's account sees only its own and has nothing to choose.
 */
export function aanbiederdelen(
  { actor }: Context,
  { van }: Aanbiederkeuze,
  gekozen: GekozenAanbieder,
  { voor, label, alle, mij, bijEen = alle }: Woorden = AANBIEDERS,
): FilterDeel[] {
  if (actor.agb !== null) return []
  if (gekozen) {
    const opties = [
      { waarde: '', label: bijEen },
      { waarde: gekozen.id, label: gekozen.naam },
    ]
    return [voor, { naam: 'aanbieder', label: 'Aanbieder', waarde: gekozen.id, opties }]
  }
  const opties = [
    { waarde: '', label: alle },
    { waarde: 'mij', label: mij },
  ]
  return [voor, { naam: 'van', label, waarde: van, opties }]
}
