import type { Knoop } from './knoop.ts'
import { declareer, volledigeNaam, type Ruimten } from './namen.ts'

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
const WIJZERS = new Set([`${XSI} schemaLocation`, `${XSI} noNamespaceSchemaLocation`])

/** The declarations among the attributes applied; null when they are not well-formed. */
export function ruimtenMet(ruimten: Ruimten, attributen: Record<string, string>): Ruimten | null {
  const declaraties: [string, string][] = []
  for (const [naam, waarde] of Object.entries(attributen)) {
    if (naam === 'xmlns') {
      declaraties.push(['', waarde])
    } else if (naam.startsWith('xmlns:')) {
      if (naam.length === 6) {
        return null
      }
      declaraties.push([naam.slice(6), waarde])
    }
  }
  return declaraties.length === 0 ? ruimten : declareer(ruimten, declaraties)
}

export type Attribuutoordeel = 'goed' | 'niet-welgevormd' | 'niet-toegestaan'

/**
 * No element of the standard has attributes. Everywhere allowed are pointers to a schema (never followed) and an xsi:type that
 * names the type the element has anyway; xsi:nil never, because no element may be nil.
 */
export function beoordeelAttributen(
  knoop: Knoop | null,
  ruimten: Ruimten,
  attributen: Record<string, string>,
): Attribuutoordeel {
  const gezien = new Set<string>()
  let oordeel: Attribuutoordeel = 'goed'
  for (const [naam, waarde] of Object.entries(attributen)) {
    if (naam === 'xmlns' || naam.startsWith('xmlns:')) {
      continue
    }
    const volledig = volledigeNaam(ruimten, naam, false)
    if (volledig === null || gezien.has(volledig)) {
      return 'niet-welgevormd'
    }
    gezien.add(volledig)
    const type =
      volledig === `${XSI} type` && knoop?.type != null && volledigeNaam(ruimten, waarde, true) === knoop.type
    if (!type && !WIJZERS.has(volledig)) {
      oordeel = 'niet-toegestaan'
    }
  }
  return oordeel
}
