import { bepaalDekking, type Dienstverlening } from './dienstverlening.ts'
import { vatHarmonisatieSamen, type Harmonisatie } from './harmonisatie.ts'
import { maatregelstand, nadelenZonderMaatregel, type Maatregel } from './maatregel.ts'
import { kiesModel, type Modelversie } from './model.ts'
import { zoekModel, type Modelsoort, type Organisatieregels, type Positionering } from './regels.ts'
import { ontbrekendeSamenwerking, type Samenwerking } from './samenwerking.ts'

/** What is recorded of how contract management is organised; lists newest first. */
export type Vastgelegd = {
  modellen: readonly Modelversie[]
  maatregelen: readonly Maatregel[]
  dienstverlening: readonly Dienstverlening[]
  samenwerking: readonly Samenwerking[]
  harmonisatie: readonly Harmonisatie[]
}

type Gemeente = { code: string; naam: string }

/** What is missing, one thing each, in the order in which one would repair it. Codes of gemeenten stand in the order of the region. */
export type Gebrek =
  | { soort: 'geen model'; model: Modelsoort }
  | { soort: 'model past niet'; uitvoerder: string }
  | { soort: 'nadelen zonder maatregel'; model: Modelsoort; aantal: number }
  | { soort: 'maatregelen te laat'; aantal: number }
  | { soort: 'geen dienstverlening'; gemeenten: string[] }
  | { soort: 'dienstverlening loopt af'; gemeente: string; tot: Temporal.PlainDate }
  | { soort: 'samenwerking ontbreekt'; gemeenten: string[]; aantal: number }
  | { soort: 'harmonisatie ontbreekt'; onderwerp: string; gemeenten: string[] }

/** The model of positioning that holds on a day, by its rules. */
export function positioneringOp(regels: Organisatieregels, modellen: readonly Modelversie[], op: Temporal.PlainDate) {
  const versie = kiesModel(modellen, 'positionering', op)
  const model = versie && (zoekModel(regels, 'positionering', versie.model) as Positionering | undefined)
  return model && { versie, model }
}

/** The partners of the centrumgemeente, each with how long it is served; empty in another model (ORG-06). */
export function partnerdekking(
  regels: Organisatieregels,
  { modellen, dienstverlening }: Pick<Vastgelegd, 'modellen' | 'dienstverlening'>,
  gemeenten: readonly Gemeente[],
  op: Temporal.PlainDate,
) {
  const positionering = positioneringOp(regels, modellen, op)
  if (!positionering?.model.vraagt.includes('dienstverlening')) return []
  const centrum = positionering.versie.centrumgemeente
  return gemeenten
    .filter(({ code }) => code !== centrum)
    .map((gemeente) => {
      const eigen = dienstverlening.filter((een) => een.dienstverlener === centrum && een.gemeente === gemeente.code)
      return { gemeente, dekking: bepaalDekking(eigen, op, regels.waarschuwMaanden) }
    })
}

/** What is missing on a day in how contract management is organised (ORG-03, ORG-05…ORG-08, ORG-17, ORG-18). */
export function zoekGebreken(
  regels: Organisatieregels,
  vastgelegd: Vastgelegd,
  gemeenten: readonly Gemeente[],
  op: Temporal.PlainDate,
): Gebrek[] {
  const gevraagd = positioneringOp(regels, vastgelegd.modellen, op)?.model
  return [
    ...modelgebreken(regels, vastgelegd, op),
    ...dienstverleningsgebreken(regels, vastgelegd, gemeenten, op),
    ...(gevraagd?.vraagt.includes('samenwerking') ? samenwerkingsgebreken(vastgelegd, gemeenten, op) : []),
    ...(gevraagd?.vraagt.includes('harmonisatie') ? harmonisatiegebreken(regels, vastgelegd, gemeenten, op) : []),
  ]
}

function modelgebreken(
  regels: Organisatieregels,
  { modellen, maatregelen }: Vastgelegd,
  op: Temporal.PlainDate,
): Gebrek[] {
  const gebreken = (['positionering', 'functiemodel'] as const).flatMap((soort): Gebrek[] => {
    const versie = kiesModel(modellen, soort, op)
    const model = versie && zoekModel(regels, soort, versie.model)
    if (!model) return [{ soort: 'geen model', model: soort }]
    const open = nadelenZonderMaatregel({ ...model, soort }, maatregelen).length
    return [
      ...(regels.aanpak && 'regionaal' in model && !model.regionaal
        ? [{ soort: 'model past niet' as const, uitvoerder: regels.aanpak.uitvoerder }]
        : []),
      ...(open > 0 ? [{ soort: 'nadelen zonder maatregel' as const, model: soort, aantal: open }] : []),
    ]
  })
  const teLaat = maatregelen.filter((maatregel) => maatregelstand(maatregel, op) === 'te laat').length
  return teLaat > 0 ? [...gebreken, { soort: 'maatregelen te laat', aantal: teLaat }] : gebreken
}

function dienstverleningsgebreken(
  regels: Organisatieregels,
  vastgelegd: Vastgelegd,
  gemeenten: readonly Gemeente[],
  op: Temporal.PlainDate,
): Gebrek[] {
  const partners = partnerdekking(regels, vastgelegd, gemeenten, op)
  const zonder = partners
    .filter(({ dekking }) => !dekking.stand.startsWith('loopt'))
    .map(({ gemeente }) => gemeente.code)
  const eindigt = partners.flatMap(({ gemeente, dekking }): Gebrek[] =>
    dekking.stand === 'loopt af' && dekking.tot
      ? [{ soort: 'dienstverlening loopt af', gemeente: gemeente.code, tot: dekking.tot }]
      : [],
  )
  return [...(zonder.length > 0 ? [{ soort: 'geen dienstverlening' as const, gemeenten: zonder }] : []), ...eindigt]
}

function samenwerkingsgebreken(
  { samenwerking }: Vastgelegd,
  gemeenten: readonly Gemeente[],
  op: Temporal.PlainDate,
): Gebrek[] {
  const mist = ontbrekendeSamenwerking(gemeenten, samenwerking, op)
  if (mist.length === 0) return []
  return [
    {
      soort: 'samenwerking ontbreekt',
      gemeenten: [...new Set(mist.map(({ gemeente }) => gemeente))],
      aantal: mist.length,
    },
  ]
}

function harmonisatiegebreken(
  regels: Organisatieregels,
  { harmonisatie }: Vastgelegd,
  gemeenten: readonly Gemeente[],
  op: Temporal.PlainDate,
): Gebrek[] {
  return vatHarmonisatieSamen(regels.harmonisatie, harmonisatie, gemeenten, op)
    .filter(({ vereist, ontbreken }) => vereist && ontbreken.length > 0)
    .map(({ naam, ontbreken }) => ({ soort: 'harmonisatie ontbreekt', onderwerp: naam, gemeenten: ontbreken }))
}
