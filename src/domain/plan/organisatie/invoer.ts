import { z } from 'zod'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'

/** A day that the form read. */
export const dag = z.custom<Temporal.PlainDate>((waarde) => waarde instanceof Temporal.PlainDate, 'Vul een datum in')

/** Text that must be there. */
export const tekst = (max: number, leeg: string) => vrijeTekst(max).pipe(z.string().min(1, leeg))

export const gemeente = z.string().regex(/^\d{4}$/, 'Kies een gemeente')
