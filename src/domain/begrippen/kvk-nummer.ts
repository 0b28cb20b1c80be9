import { z } from 'zod'

/** Number of a party in the trade register: text, because leading zeros count. No check digit exists. */
export const KvkNummer = z.string().regex(/^\d{8}$/, 'Een KvK-nummer bestaat uit 8 cijfers')

export type KvkNummer = z.infer<typeof KvkNummer>
