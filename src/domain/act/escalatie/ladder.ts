import { z } from 'zod'
import { Bron } from '../../begrippen/bron.ts'
import { gronden, type Grond } from './gronden.ts'
import { Waarborg } from './waarborgen.ts'

const code = z.string().regex(/^[a-zA-Z0-9.-]+$/, 'Gebruik letters, cijfers, punten en streepjes')
const zin = z.string().min(1)

/** Something to fill in with a step, a record or a letter. Amounts in cents, days as 2026-11-25. */
export const Veld = z.strictObject({
  code,
  naam: zin,
  soort: z.enum(['tekst', 'datum', 'bedrag', 'keuze']),
  verplicht: z.boolean(),
  hulp: z.string().optional(),
  opties: z.array(z.strictObject({ code, naam: zin })).optional(),
})
export type Veld = z.infer<typeof Veld>

/** A rung as people see it. */
const Stap = z.strictObject({ code, naam: zin, uitleg: zin, bron: Bron })

const soorten = ['lopend', 'voorstel', 'actief', 'bezwaar', 'einde'] as const

/** Where a case can be. `stap`: the rung it belongs to; `voorstel` waits for a decision and a letter before it holds. */
const Toestand = z.strictObject({
  code,
  naam: zin,
  stap: code.nullable(),
  soort: z.enum(soorten),
  /** One sentence: what is going on, and for whom one waits. */
  zin,
})

/** A term of the ladder. Without `looptijd` only the day in the letter counts. */
const Laddertermijn = z.strictObject({
  code,
  naam: zin,
  wie: z.enum(['aanbieder', 'opdrachtgever']),
  /** A right and no duty, such as to object: when it passes nobody is late. */
  recht: z.boolean().default(false),
  startgebeurtenis: zin,
  looptijd: z
    .strictObject({
      eenheid: z.enum(['werkdagen', 'kalenderdagen', 'weken', 'maanden']),
      lengte: z.int().min(1).max(999),
      doorrollen: z.enum(['niet', 'volgende werkdag']),
    })
    .nullable(),
  /** What follows when it passes; nothing happens by itself. */
  gevolg: zin,
  bron: Bron,
})

/** A record that a step asks for: a document, or a text with its fields. */
const Stuksoort = z.strictObject({
  code,
  naam: zin,
  uitleg: z.string().default(''),
  van: z.enum(['opdrachtgever', 'aanbieder', 'beide']),
  /** The aanbieder reads it although the region made it, such as minutes. */
  delen: z.boolean().default(false),
  /** Counts only in the state in which it was recorded: each judgement is a new one. */
  eenmalig: z.boolean(),
  /** Part of the evidence frame for the heaviest rungs (ESB-17…-19). */
  bewijs: z.boolean().default(false),
  velden: z.array(Veld).default([]),
  /** Minutes of a meeting of the case that give this record: of which kinds, from which moment, and which fields they fill. */
  uitGesprek: z
    .strictObject({
      soorten: z.array(code).min(1),
      vanaf: z.enum(['gehouden', 'definitief']),
      velden: z.strictObject({ tekst: code, aanwezig: code.optional(), uitgenodigd: code.optional() }),
    })
    .nullable()
    .default(null),
})

/** MTR-03: what can be taken as a measure, on which basis, with whose mandate, under which guards, with which effect. */
const Maatregelsoort = z.strictObject({
  code,
  naam: zin,
  basis: Bron,
  /** Task of the mandate register. */
  taak: code,
  stap: code.nullable(),
  effect: z.enum(['toewijzing', 'betaling', 'tarief', 'overeenkomst', 'geen']),
  waarborgen: z.array(Waarborg).default([]),
  velden: z.array(Veld).default([]),
})

const Briefsoort = z.strictObject({
  code,
  naam: zin,
  /** What the letter is about, for who reads it; empty: its name. */
  onderwerp: z.string().max(200).default(''),
  aangetekend: z.boolean(),
  velden: z.array(Veld),
  /** Text with the codes of fields between braces. */
  alineas: z.array(zin).min(1),
})

const Overgang = z.strictObject({
  code,
  /** The number in the requirements, for people who check. */
  regel: zin,
  naam: zin,
  /** Empty: opens a case. */
  van: z.array(code),
  naar: z.union([z.array(code).min(1), z.literal('zelfde'), z.literal('vorige')]),
  wie: z.enum(['opdrachtgever', 'aanbieder', 'beide']),
  /** Task of the mandate register; null: who may act on the case. */
  mandaat: code.nullable(),
  /** Proposed by one and decided by another. */
  voorstel: z.boolean(),
  motivering: z.boolean(),
  /** One of these is chosen; each with its own guards. */
  gronden: z.array(
    z.strictObject({
      grond: z.enum(Object.keys(gronden) as [Grond, ...Grond[]], 'Deze grond bestaat niet'),
      waarborgen: z.array(Waarborg).default([]),
    }),
  ),
  waarborgen: z.array(Waarborg),
  stukken: z.array(code),
  velden: z.array(Veld),
  maatregelen: z.strictObject({ start: z.array(code), minstens: z.int().min(0), einde: z.array(code) }),
  brief: code.nullable(),
  termijnen: z.array(
    z.strictObject({
      termijn: code,
      vanaf: z.enum(['stap', 'ontvangst', 'stuk']),
      stuk: code.optional(),
      /** A field with the day that was agreed; it comes before the calculation. */
      veld: code.optional(),
    }),
  ),
  klaar: z.array(code),
  /** ESB-14, -15: this step (an objection) suspends, unless the field of the step that brought the measure names one of these. */
  schorst: z
    .strictObject({ tot: code, veld: code, nietBij: z.array(code), termijnen: z.array(code) })
    .nullable()
    .default(null),
})
export type Overgang = z.infer<typeof Overgang>

/** A ladder is data (MTR-04): part "escalatieladder" of a regelset. */
export const Ladder = z.strictObject({
  code,
  naam: zin,
  bron: Bron,
  stappen: z.array(Stap).min(1),
  toestanden: z.array(Toestand).min(2),
  termijnen: z.array(Laddertermijn),
  stukken: z.array(Stuksoort),
  maatregelen: z.array(Maatregelsoort),
  brieven: z.array(Briefsoort),
  overgangen: z.array(Overgang).min(1),
})
export type Ladder = z.infer<typeof Ladder>
export type Toestand = Ladder['toestanden'][number]
export type Laddertermijn = Ladder['termijnen'][number]
export type Stuksoort = Ladder['stukken'][number]
export type Maatregelsoort = Ladder['maatregelen'][number]
export type Briefsoort = Ladder['brieven'][number]

type Benoemd = 'stappen' | 'toestanden' | 'termijnen' | 'stukken' | 'maatregelen' | 'brieven' | 'overgangen'

/** The part of a ladder with this code; a ladder that was checked has it. */
export function deelVan<Deel extends Benoemd>(ladder: Ladder, deel: Deel, wat: string): Ladder[Deel][number] {
  const gevonden = (ladder[deel] as Ladder[Deel][number][]).find((een) => een.code === wat)
  if (!gevonden) throw new Error(`ladder ${ladder.code} has no ${deel} ${wat}`)
  return gevonden
}

/** How high a state stands: 0 before the first rung and after the last act. */
export function hoogte(ladder: Ladder, toestand: string | null): number {
  const stap = toestand === null ? null : deelVan(ladder, 'toestanden', toestand).stap
  return ladder.stappen.findIndex(({ code }) => code === stap) + 1
}
