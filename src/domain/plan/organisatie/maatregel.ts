import { z } from 'zod'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { dag, tekst } from './invoer.ts'
import { modelsoorten, type Modelsoort, type Nadeel } from './regels.ts'

export const MaatregelInvoer = z.object({
  soort: z.enum(modelsoorten, 'Kies een model'),
  /** Code of a known disadvantage, or empty for one of our own. */
  nadeelCode: z.union([z.string().regex(/^[a-z0-9-]+$/), z.literal('')], 'Kies een nadeel'),
  nadeel: vrijeTekst(500),
  maatregel: tekst(1000, 'Beschrijf de maatregel'),
  eigenaarId: z.uuid('Kies wie dit doet'),
  uiterlijk: dag,
})
export type MaatregelInvoer = z.output<typeof MaatregelInvoer>

export type Maatregel = {
  id: string
  soort: Modelsoort
  model: string
  nadeelCode: string | null
  nadeel: string
  maatregel: string
  eigenaarId: string
  eigenaar: string
  uiterlijk: Temporal.PlainDate
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
  gereedOp: Temporal.PlainDate | null
  vervallenOp: Temporal.PlainDate | null
  afloop: string | null
  geslotenDoor: string | null
}

export type Maatregelstand = 'loopt' | 'te laat' | 'gereed' | 'vervallen'

/** Where a measure stands on a day (ORG-08). The last day itself is in time. */
export function maatregelstand(
  { gereedOp, vervallenOp, uiterlijk }: Pick<Maatregel, 'gereedOp' | 'vervallenOp' | 'uiterlijk'>,
  vandaag: Temporal.PlainDate,
): Maatregelstand {
  if (gereedOp) return 'gereed'
  if (vervallenOp) return 'vervallen'
  return Temporal.PlainDate.compare(uiterlijk, vandaag) < 0 ? 'te laat' : 'loopt'
}

/** Known disadvantages of the chosen model against which nothing was done or is planned; what lapsed does not count (ORG-08). */
export function nadelenZonderMaatregel(
  gekozen: { soort: Modelsoort; code: string; nadelen: readonly Nadeel[] },
  maatregelen: readonly Pick<Maatregel, 'soort' | 'model' | 'nadeelCode' | 'vervallenOp'>[],
): Nadeel[] {
  const gedekt = new Set(
    maatregelen
      .filter(({ soort, model, vervallenOp }) => soort === gekozen.soort && model === gekozen.code && !vervallenOp)
      .map(({ nadeelCode }) => nadeelCode),
  )
  return gekozen.nadelen.filter(({ code }) => !gedekt.has(code))
}
