import { z } from 'zod'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { dag, gemeente, tekst } from './invoer.ts'

export const HarmonisatieInvoer = z.object({
  /** A code of the regelset, or the words of the region. */
  onderwerp: tekst(100, 'Kies een onderwerp of schrijf het op'),
  tekst: tekst(4000, 'Beschrijf wat er is afgesproken'),
  gemeenten: z.array(gemeente).min(1, 'Kies welke gemeenten meedoen'),
  vindplaats: vrijeTekst(300),
  geldigVanaf: dag,
})
export type HarmonisatieInvoer = z.output<typeof HarmonisatieInvoer>

export type Harmonisatie = HarmonisatieInvoer & {
  id: string
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

export type Harmonisatieregel<T> = {
  onderwerp: string
  naam: string
  vereist: boolean
  afspraak: T | undefined
  ontbreken: string[]
}

type Deel = Pick<Harmonisatie, 'onderwerp' | 'gemeenten' | 'geldigVanaf'>

const gelijk = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** The newest version of a subject that has begun. `afspraken`: newest first. */
export function kiesHarmonisatie<T extends Deel>(
  afspraken: readonly T[],
  onderwerp: string,
  op: Temporal.PlainDate,
): T | undefined {
  return afspraken.find(
    (een) => gelijk(een.onderwerp, onderwerp) && Temporal.PlainDate.compare(een.geldigVanaf, op) <= 0,
  )
}

/**
 * Per subject what holds on a day and which gemeenten do not take part: first those that the regelset names (ORG-18: at least
 * bevoorschotting, managementinformatie and facturatie), then the region's own.
 */
export function vatHarmonisatieSamen<T extends Deel>(
  vereist: readonly { code: string; naam: string }[],
  afspraken: readonly T[],
  gemeenten: readonly { code: string }[],
  op: Temporal.PlainDate,
): Harmonisatieregel<T>[] {
  const eigen = afspraken
    .map(({ onderwerp }) => onderwerp)
    .filter((onderwerp, i, alle) => alle.findIndex((een) => gelijk(een, onderwerp)) === i)
    .filter((onderwerp) => !vereist.some(({ code }) => gelijk(code, onderwerp)))
    .toSorted((a, b) => a.localeCompare(b, 'nl'))
  return [
    ...vereist.map(({ code, naam }) => ({ onderwerp: code, naam, vereist: true })),
    ...eigen.map((onderwerp) => ({ onderwerp, naam: onderwerp, vereist: false })),
  ].map((regel) => {
    const afspraak = kiesHarmonisatie(afspraken, regel.onderwerp, op)
    const ontbreken = gemeenten.flatMap(({ code }) => (afspraak?.gemeenten.includes(code) ? [] : [code]))
    return { ...regel, afspraak, ontbreken }
  })
}
