import { z } from 'zod'
import { Bron } from '../../begrippen/bron.ts'

/** Kinds of record whose term stands in part "bewaartermijnen". Each has a file in soort/. */
export const deelcodes = [
  'overeenkomsten',
  'clienten',
  'evaluaties',
  'kpis',
  'bevindingen',
  'gesprekken',
  'gesprekken-zonder-overeenkomst',
  'escalaties',
  'escalaties-zonder-overeenkomst',
  'verbeterplannen',
  'verbeterplannen-zonder-overeenkomst',
  'brieven',
  'publicaties',
  'documenten',
  'documenten-zonder-overeenkomst',
  'overlegtafels',
  'termijnen',
  'mails',
  'leveringen',
  'accounts',
  'logwaarden',
  'aanmeldingen',
  'weigeringen',
] as const

/** Every kind of record that has a term; how long looks at cases are kept stands with the rules about looking (part "inzage"). */
export const soortcodes = [...deelcodes, 'inzagen'] as const

export type Soortcode = (typeof soortcodes)[number]

const Deeltermijn = z.object({
  code: z.enum(deelcodes, 'Deze soort gegevens bestaat niet'),
  naam: z.string().min(1),
  lengte: z.int().min(1, 'Een bewaartermijn duurt minstens 1').max(100),
  eenheid: z.enum(['jaren', 'maanden']),
  /** What it counts from, in words */
  vanaf: z.string().min(1),
  /** Result of the Selectielijst 2020; null where no source gives a term and the region decides */
  resultaat: z.string().min(1).nullable(),
  bron: Bron,
})

type Deeltermijn = z.infer<typeof Deeltermijn>
export type Bewaartermijn = Omit<Deeltermijn, 'code'> & { code: Soortcode }

/** Part "bewaartermijnen" of a regelset: how long each kind of record is kept. */
export const Bewaartermijnen = z.object({
  termijnen: z.array(Deeltermijn).refine((een) => new Set(een.map(({ code }) => code)).size === een.length, {
    message: 'Een soort gegevens komt twee keer voor',
  }),
})

type Duur = Pick<Bewaartermijn, 'lengte' | 'eenheid'>

const alsDuur = ({ lengte, eenheid }: Duur) => (eenheid === 'jaren' ? { years: lengte } : { months: lengte })

/**
 * The first day on which something may be destroyed: the day after its term, which runs from the last day it was about. Without an
 * end there is none (R1, R2; Selectielijst 2020: "na einde"). 29 February counts as the last day of February.
 */
export function vernietigbaarVanaf(einde: Temporal.PlainDate | null, termijn: Duur): Temporal.PlainDate | null {
  return einde === null ? null : einde.add(alsDuur(termijn)).add({ days: 1 })
}

/** The last end that may be destroyed on this day: vernietigbaarVanaf, the other way round. */
export function grensVan(vandaag: Temporal.PlainDate, termijn: Duur): Temporal.PlainDate {
  const rijp = (einde: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(vernietigbaarVanaf(einde, termijn)!, vandaag) <= 0
  let grens = vandaag.subtract(alsDuur(termijn)).add({ days: 2 })
  while (!rijp(grens)) grens = grens.subtract({ days: 1 })
  return grens
}

/** "10 jaar na het einde van de overeenkomst" */
export function termijnzin({ lengte, eenheid, vanaf }: Bewaartermijn): string {
  return `${lengte} ${eenheid === 'jaren' ? 'jaar' : lengte === 1 ? 'maand' : 'maanden'} na ${vanaf}`
}
