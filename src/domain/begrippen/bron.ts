import { z } from 'zod'

/** Where a rule comes from: the document, the place in it, and what it says in our own words. */
export const Bron = z.object({
  document: z.string().min(1),
  paragraaf: z.string().min(1),
  tekst: z.string().min(1),
})

export type Bron = z.infer<typeof Bron>
