import { createHash } from 'node:crypto'
import { z } from 'zod'

/** The minutes as they are kept: everything a reader needs, in a fixed order, without anything that can change later. */
export const Verslag = z.object({
  vorm: z.literal(1),
  naam: z.string(),
  titel: z.string(),
  doel: z.string(),
  met: z.string(),
  datum: z.string(),
  van: z.string(),
  tot: z.string(),
  plaats: z.string(),
  overeenkomsten: z.array(z.string()),
  aanwezig: z.array(z.string()),
  afwezig: z.array(z.string()),
  punten: z.array(
    z.object({ nummer: z.string(), titel: z.string(), niveau: z.string().nullable(), tekst: z.string() }),
  ),
  besluiten: z.array(z.object({ tekst: z.string(), maatregel: z.string().nullable(), als: z.string().nullable() })),
  acties: z.array(z.object({ tekst: z.string(), wie: z.string(), kant: z.string(), einddatum: z.string() })),
  reacties: z.array(
    z.object({
      soort: z.string(),
      tekst: z.string(),
      door: z.string(),
      op: z.string(),
      verwerking: z.string().nullable(),
    }),
  ),
})
export type Verslag = z.infer<typeof Verslag>

/** The text that is stored, and its SHA-256: the same minutes always give the same bytes. */
export function maakVersie(verslag: Verslag): { inhoud: string; sha256: Buffer } {
  // parse gives the fields in the order of the schema, whoever made the object
  const inhoud = JSON.stringify(Verslag.parse(verslag))
  return { inhoud, sha256: hash(inhoud) }
}

/** Reads what was stored; `klopt` says whether it still is what was stored then. */
export function leesVersie({ inhoud, sha256 }: { inhoud: string; sha256: Buffer }): {
  verslag: Verslag
  klopt: boolean
} {
  return { verslag: Verslag.parse(JSON.parse(inhoud)), klopt: hash(inhoud).equals(sha256) }
}

function hash(inhoud: string): Buffer {
  return createHash('sha256').update(inhoud, 'utf8').digest()
}
