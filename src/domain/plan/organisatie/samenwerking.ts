import { z } from 'zod'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { dag, gemeente, tekst } from './invoer.ts'

export const partners = ['beleid', 'wijkteam'] as const
export const onderwerpen = ['verantwoordelijkheden', 'samenwerking'] as const
export type Partner = (typeof partners)[number]
export type Onderwerp = (typeof onderwerpen)[number]

export const SamenwerkingInvoer = z.object({
  gemeente,
  met: z.enum(partners, 'Kies met wie de afspraak is'),
  onderwerp: z.enum(onderwerpen, 'Kies waar de afspraak over gaat'),
  tekst: tekst(4000, 'Beschrijf wat er is afgesproken'),
  vindplaats: vrijeTekst(300),
  geldigVanaf: dag,
})
export type SamenwerkingInvoer = z.output<typeof SamenwerkingInvoer>

export type Samenwerking = Omit<SamenwerkingInvoer, 'gemeente'> & {
  id: string
  gemeente: string
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

type Plek = { gemeente: string; met: Partner; onderwerp: Onderwerp }

/** The agreement that holds on a day; `afspraken`: newest first. */
export function kiesSamenwerking<T extends Plek & { geldigVanaf: Temporal.PlainDate }>(
  afspraken: readonly T[],
  { gemeente, met, onderwerp }: Plek,
  op: Temporal.PlainDate,
): T | undefined {
  return afspraken.find(
    (een) =>
      een.gemeente === gemeente &&
      een.met === met &&
      een.onderwerp === onderwerp &&
      Temporal.PlainDate.compare(een.geldigVanaf, op) <= 0,
  )
}

/** What was not agreed yet: per gemeente, with policy and with the wijkteams, on both subjects (ORG-17). */
export function ontbrekendeSamenwerking(
  gemeenten: readonly { code: string }[],
  afspraken: readonly (Plek & { geldigVanaf: Temporal.PlainDate })[],
  op: Temporal.PlainDate,
): Plek[] {
  return gemeenten
    .flatMap(({ code }) =>
      partners.flatMap((met) => onderwerpen.map((onderwerp) => ({ gemeente: code, met, onderwerp }))),
    )
    .filter((plek) => !kiesSamenwerking(afspraken, plek, op))
}
