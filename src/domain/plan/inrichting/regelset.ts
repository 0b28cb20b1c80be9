import { z } from 'zod'
import { Bron } from '../../begrippen/bron.ts'
import { Termijn } from '../../begrippen/termijn.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { KleineAantallen } from './kleine-aantallen.ts'

const code = z.string().regex(/^[a-z0-9-]+$/, 'Gebruik kleine letters, cijfers en streepjes')

/** One versioned part; the room that owns it checks `inhoud`. */
export const Regelsetdeel = z.object({
  deel: code,
  versie: z.int().min(1),
  geldigVanaf: z.iso.date(),
  bron: z.string().min(1, 'Noem bij elk deel de bron'),
  inhoud: z.unknown(),
})

export type Regelsetdeel = z.infer<typeof Regelsetdeel>

/** A regelset as shipped in db/regelsets: what one region agreed, as data. */
export const Regelset = z.object({
  code,
  naam: z.string().min(1),
  delen: z.array(Regelsetdeel).refine((delen) => isUniek(delen.map(({ deel, versie }) => `${deel} ${versie}`)), {
    message: 'Een deel komt met dezelfde versie twee keer voor',
  }),
})

export type Regelset = z.infer<typeof Regelset>

export const Termijnen = z.object({
  termijnen: z.array(Termijn).refine((termijnen) => isUniek(termijnen.map((termijn) => termijn.code)), {
    message: 'Een code van een termijn komt twee keer voor',
  }),
})

/** How often something must happen: `aantal` times per `perJaren` calendar years. */
export const Frequenties = z.object({
  frequenties: z.array(
    z.object({
      code,
      naam: z.string().min(1),
      aantal: z.int().min(1),
      perJaren: z.int().min(1),
      per: z.enum(['aanbieder', 'productcategorie', 'organisatie']),
      bron: Bron,
    }),
  ),
})

/** Default for a new regio; the date that counts stands with the regio (LIF-07). */
export const Contractfase = z.object({ contractfaseVanaf: z.iso.date() })

const functie = z.enum(['contracteigenaar', 'contractmanager', 'achtervanger', 'rvm'])

/** Functions an overeenkomst must have before it becomes actief (ROL-23). */
export const Rollen = z.object({
  vereisteFuncties: z.array(z.object({ functie, naam: z.string().min(1), minimaal: z.int().min(1), bron: Bron })),
  /** Pairs of functions that one person may not hold together (ROL-06). */
  verschillendePersonen: z.array(z.tuple([functie, functie])),
})

/** Smallest numbers for showing figures; the minimum of a KPI stands in its own definition. */
export const Minimumaantallen = z.object({
  benchmarkAndereAanbieders: z.int().min(1),
  benchmarkHoogsteAandeelProcent: z.int().min(1).max(100),
})

/** What this region calls things that elsewhere have another name (AMB-02). */
export const Namen = z.object({ namen: z.record(code, z.string().min(1)) })

/** The parts this room owns; other parts (kpi-…, bestedingsruimte, verlenging) have their schema where they are used. */
export const eigenDelen = {
  feestdagen: Kalender,
  termijnen: Termijnen,
  frequenties: Frequenties,
  contractfase: Contractfase,
  rollen: Rollen,
  minimumaantallen: Minimumaantallen,
  'kleine-aantallen': KleineAantallen,
  namen: Namen,
} satisfies Record<string, z.ZodType>

/** The version of a part that applies on a day: the highest one that has begun. */
export function kiesVersie(
  delen: readonly Regelsetdeel[],
  deel: string,
  datum: Temporal.PlainDate,
): Regelsetdeel | undefined {
  return delen
    .filter((kandidaat) => kandidaat.deel === deel && isBegonnen(kandidaat, datum))
    .toSorted((a, b) => b.versie - a.versie)[0]
}

function isBegonnen({ geldigVanaf }: Regelsetdeel, datum: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(geldigVanaf, datum) <= 0
}

function isUniek(waarden: readonly string[]): boolean {
  return new Set(waarden).size === waarden.length
}
