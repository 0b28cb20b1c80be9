import { z } from 'zod'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'

/** A day that the form read. */
export const dag = z.custom<Temporal.PlainDate>(
  (waarde) => waarde instanceof Temporal.PlainDate,
  'Vul een bestaande datum in, bijvoorbeeld 1-1-2027',
)

/** Text that must be there. */
export const tekst = (max: number, leeg: string) => z.string(leeg).pipe(vrijeTekst(max)).pipe(z.string().min(1, leeg))

export const gemeente = z.string('Kies een gemeente').regex(/^\d{4}$/, 'Kies een gemeente')
