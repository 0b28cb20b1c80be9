import { z } from 'zod'
import { Bron } from '../../begrippen/bron.ts'
import { Termijn } from '../../begrippen/termijn.ts'

const code = z.string().regex(/^[a-zA-Z0-9.-]+$/, 'Gebruik letters, cijfers, punten en streepjes')
const zin = z.string().min(1)

/** A question that every point of a plan answers, in words. */
const Vraag = z.strictObject({ code, naam: zin, hulp: z.string().default(''), verplicht: z.boolean() })
export type Vraag = z.infer<typeof Vraag>

/** Besides the questions a point always says who does it and when it is done: without these it cannot be followed. */
export const VAST = ['wie', 'wanneer'] as const

/** Which record of a case an event of the plan becomes, and the step that it makes by itself; `velden`: of each point, by field. */
const Stuk = z.strictObject({
  stuk: code,
  veld: code.optional(),
  velden: z.record(code, z.array(code).min(1)).optional(),
  stap: code.nullable(),
})

export const zaakgebeurtenissen = [
  'ingediend',
  'akkoord',
  'afgewezen',
  'gerapporteerd',
  'gerealiseerd',
  'niet gerealiseerd',
] as const
export type Zaakgebeurtenis = (typeof zaakgebeurtenissen)[number]

/** How a plan and a case on the ladder belong together. */
const Zaakband = z.strictObject({
  /** The term of the ladder with which a plan is asked, and the one by which the improvements must be there. */
  termijn: code,
  realisatie: code.optional(),
  /** Fields of the step that asks the plan, which say what falls short. */
  aanleiding: z.array(code),
  /** States of the ladder in which a plan can run, and those that say that all was restored. */
  toestanden: z.array(code).min(1),
  hersteld: z.array(code),
  stukken: z.partialRecord(z.enum(zaakgebeurtenissen), Stuk),
})
export type Zaakband = z.infer<typeof Zaakband>

/** Part "verbeterplan" of a regelset: the form (PLN-04), by what it is judged (ESA-11), its terms, and how it belongs to the ladder. */
export const Planregels = z
  .strictObject({
    naam: zin,
    inleiding: zin,
    vragen: z.array(Vraag).min(1),
    /** The question whose answer names a point in lists. */
    kern: code,
    wie: z.strictObject({ naam: zin, hulp: z.string() }),
    wanneer: z.strictObject({ naam: zin, hulp: z.string() }),
    hoogstensPunten: z.int().min(1).max(50),
    criteria: z.array(z.strictObject({ tekst: zin, bron: Bron })),
    termijnVoor: z.strictObject({ indienen: code, beoordelen: code, aanvullen: code, eindoordeel: code }),
    termijnen: z.array(Termijn).min(4),
    realisatie: Bron,
    zaak: Zaakband.nullable(),
    bron: Bron,
  })
  .refine(({ vragen, kern }) => vragen.some((vraag) => vraag.code === kern && vraag.verplicht), {
    path: ['kern'],
    message: 'De vraag die een punt benoemt, is er niet of is niet verplicht',
  })
  .refine(
    ({ vragen }) => new Set([...VAST, ...vragen.map((vraag) => vraag.code)]).size === vragen.length + VAST.length,
    {
      path: ['vragen'],
      message: 'Een vraag staat er twee keer in',
    },
  )
  .refine(
    ({ termijnVoor, termijnen }) => Object.values(termijnVoor).every((wat) => termijnen.some((t) => t.code === wat)),
    {
      path: ['termijnVoor'],
      message: 'Een termijn verwijst naar een looptijd die er niet is',
    },
  )
export type Planregels = z.infer<typeof Planregels>

/** A term of the form by what it is for; the schema saw to it that it is there. */
export function looptijdVan(regels: Planregels, wat: keyof Planregels['termijnVoor']): Termijn {
  return regels.termijnen.find(({ code }) => code === regels.termijnVoor[wat])!
}
