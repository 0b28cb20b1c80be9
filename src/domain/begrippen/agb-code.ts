import { z } from 'zod'

/** Code of an aanbieder in the Vektis register: text, because leading zeros count. No check digit exists. */
export const AgbCode = z.string().regex(/^\d{8}$/, 'Een AGB-code bestaat uit 8 cijfers')

export type AgbCode = z.infer<typeof AgbCode>
