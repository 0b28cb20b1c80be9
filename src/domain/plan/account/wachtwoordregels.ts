import { isVeelgebruikt } from './wachtwoordlijst.ts'

export const MINIMUM = 12
export const MAXIMUM = 256

const VAST = ['overlap', 'wachtwoord', 'password', 'welkom', 'contractmanagement', 'gemeente', 'aanbieder']
const OVER = 8
const VERSCHILLEND = 5

/**
 * What is wrong with a new password, or undefined. Only length counts, no rules for the kinds of character and no change by the
 * calendar (NIST SP 800-63B-4 §3.1.1; ASVS 5.0 V6.2.1-V6.2.12): besides, it is not one that many people use, and it is more than
 * a word that everybody can guess here: `omgeving` is the name of the region, the person and the e-mail address.
 */
export function keurWachtwoord(wachtwoord: string, omgeving: readonly string[]): string | undefined {
  const lengte = lengteVan(wachtwoord)
  if (lengte < MINIMUM)
    return `Kies een wachtwoord van ten minste ${MINIMUM} tekens. Een korte zin onthoudt u makkelijk.`
  if (lengte > MAXIMUM) return `Kies een wachtwoord van hooguit ${MAXIMUM} tekens.`
  if (new Set(wachtwoord.toLowerCase()).size < VERSCHILLEND || isVeelgebruikt(wachtwoord)) {
    return 'Dit wachtwoord wordt veel gebruikt en is daardoor te raden. Kies een ander.'
  }
  if (lengteVan(zonderVoorspelbaar(wachtwoord, omgeving)) < OVER && bevatVoorspelbaar(wachtwoord, omgeving)) {
    return 'Dit wachtwoord bestaat vooral uit een naam die iedereen hier kent. Kies een ander.'
  }
  return undefined
}

/** In characters (Unicode code points: NIST SP 800-63B-4 §3.1.1.2). */
export function lengteVan(tekst: string): number {
  return Array.from(tekst).length
}

function zonderVoorspelbaar(wachtwoord: string, omgeving: readonly string[]): string {
  return woordenVan(omgeving).reduce((over, woord) => over.replaceAll(woord, ''), wachtwoord.toLowerCase())
}

function bevatVoorspelbaar(wachtwoord: string, omgeving: readonly string[]): boolean {
  return woordenVan(omgeving).some((woord) => wachtwoord.toLowerCase().includes(woord))
}

// the longest first, so that a name goes before a part of it
function woordenVan(omgeving: readonly string[]): string[] {
  const woorden = omgeving
    .flatMap((naam) => [naam, ...naam.split(/[^\p{L}\p{N}]+/u)])
    .map((woord) => woord.toLowerCase())
  return [...VAST, ...woorden].filter((woord) => woord.length >= 4).toSorted((a, b) => b.length - a.length)
}
