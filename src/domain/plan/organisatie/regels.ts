import { z } from 'zod'
import { Bron } from '../../begrippen/bron.ts'
import { rollen, type Rol } from '../../rechten.ts'

const code = z.string().regex(/^[a-z0-9-]+$/, 'Gebruik kleine letters, cijfers en streepjes')
const Nadeel = z.object({ code, soort: z.enum(['nadeel', 'risico']), tekst: z.string().min(1) })
const model = { code, naam: z.string().min(1), nadelen: z.array(Nadeel), bron: Bron }

/** What a model of positioning asks to be agreed with the gemeenten. */
export const eisen = ['dienstverlening', 'samenwerking', 'harmonisatie'] as const

const Positionering = z.object({
  ...model,
  regionaal: z.boolean(),
  /** Who does the work for the others, when somebody does. */
  uitvoerder: z.enum(['gemeente', 'organisatie']).nullable(),
  vraagt: z.array(z.enum(eisen)),
})

/** Roles that one person in a function usually has (ORG-07). */
const Rolbundel = z.object({
  code,
  naam: z.string().min(1),
  rollen: z.array(z.enum(Object.keys(rollen) as [Rol, ...Rol[]], 'Deze rol bestaat niet')).min(1),
})

const Functiemodel = z.object({ ...model, omschrijving: z.string().min(1), bundels: z.array(Rolbundel).min(1) })

/** Part "organisatie" of a regelset: the models there are, with what is known against them, and what each of them asks. */
export const Organisatieregels = z.object({
  /** ORG-03: one approach for all contracts of the region; null where the source does not prescribe it. */
  aanpak: z
    .object({
      uitvoering: z.literal('regionaal'),
      coordinatie: z.literal('centraal'),
      uitvoerder: z.string().min(1),
      bron: Bron,
    })
    .nullable(),
  /** From how long before its end an agreement without a successor is warned of. */
  waarschuwMaanden: z.int().min(1),
  positionering: z.array(Positionering).min(1),
  functiemodellen: z.array(Functiemodel).min(1),
  /** ORG-18: what gemeenten at least agree on when they cooperate without an organisation. */
  harmonisatie: z.array(z.object({ code, naam: z.string().min(1) })),
  /** ROL-11: what contract management does, for the opdrachtgever to set priorities among. */
  kerntaken: z.array(z.object({ code, naam: z.string().min(1) })).min(1),
  bronnen: z.array(Bron),
})

export type Organisatieregels = z.infer<typeof Organisatieregels>
export type Positionering = z.infer<typeof Positionering>
export type Functiemodel = z.infer<typeof Functiemodel>
export type Rolbundel = z.infer<typeof Rolbundel>
export type Nadeel = z.infer<typeof Nadeel>

export const modelsoorten = ['positionering', 'functiemodel'] as const
export type Modelsoort = (typeof modelsoorten)[number]

/** A model of the regelset by its code. */
export function zoekModel(regels: Organisatieregels, soort: Modelsoort, code: string) {
  const modellen: (Positionering | Functiemodel)[] =
    soort === 'positionering' ? regels.positionering : regels.functiemodellen
  return modellen.find((een) => een.code === code)
}
