import type { Gebrek } from './plan.ts'
import type { Vraag } from './planregels.ts'

export const termijneenheden = ['werkdagen', 'kalenderdagen', 'weken', 'maanden'] as const
export type Termijneenheid = (typeof termijneenheden)[number]
export const formuliertermijnen = ['indienen', 'beoordelen', 'aanvullen', 'eindoordeel'] as const
export type Formuliertermijn = (typeof formuliertermijnen)[number]

/** A question as it was filled in; `rij` is where, for what is wrong with it, `code` null is a new one. */
export type Vraaginvoer = Omit<Vraag, 'code'> & { code: string | null; rij: number }

export type Formulierinvoer = {
  naam: string
  inleiding: string
  /** In their order */
  vragen: readonly Vraaginvoer[]
  /** The question that names a point in lists */
  kern: string
  wie: { naam: string; hulp: string }
  wanneer: { naam: string; hulp: string }
  hoogstensPunten: number | null
  criteria: readonly string[]
  termijnen: Readonly<Record<Formuliertermijn, { lengte: number | null; eenheid: Termijneenheid }>>
}

/** A question with its code. */
export type Genoemd = Vraag & { rij: number }

/** PLN-04: what is wrong with a form that somebody filled in, by field; none when it can be. */
export function toetsFormulier(vragen: readonly Genoemd[], invoer: Formulierinvoer): Gebrek[] {
  return [...toetsVragen(vragen, invoer), ...toetsRest(invoer)]
}

function toetsVragen(vragen: readonly Genoemd[], { kern, wie, wanneer }: Formulierinvoer): Gebrek[] {
  const gebreken: Gebrek[] = []
  if (vragen.length === 0) gebreken.push({ veld: 'vragen', zin: 'Een punt heeft ten minste één vraag.' })
  const namen = [wie.naam, wanneer.naam]
  for (const { naam, rij } of vragen) {
    if (namen.some((een) => een.toLowerCase() === naam.toLowerCase()))
      gebreken.push({
        veld: `vragen.${String(rij)}.naam`,
        zin: `De vraag "${naam}" staat er al. Geef haar een andere naam.`,
      })
    namen.push(naam)
  }
  const gekozen = vragen.find(({ code }) => code === kern)
  if (!gekozen) gebreken.push({ veld: 'kern', zin: 'Kies de vraag die een punt benoemt uit de vragen die blijven.' })
  else if (!gekozen.verplicht)
    gebreken.push({
      veld: 'kern',
      zin: `De vraag "${gekozen.naam}" benoemt een punt in lijsten en moet dus verplicht zijn.`,
    })
  return gebreken
}

function toetsRest({ naam, inleiding, wie, wanneer, hoogstensPunten, criteria, termijnen }: Formulierinvoer): Gebrek[] {
  const gebreken: Gebrek[] = []
  const eis = (goed: boolean, veld: string, zin: string) => {
    if (!goed) gebreken.push({ veld, zin })
  }
  eis(naam !== '', 'naam', 'Geef het formulier een naam.')
  eis(inleiding !== '', 'inleiding', 'Schrijf op wat u van de aanbieder vraagt.')
  // without these two a point cannot be followed (ESA-09)
  eis(wie.naam !== '', 'wie.naam', 'Een punt zegt altijd wie het doet. Geef die vraag een naam.')
  eis(wanneer.naam !== '', 'wanneer.naam', 'Een punt zegt altijd wanneer het klaar is. Geef die vraag een naam.')
  eis(
    hoogstensPunten !== null && hoogstensPunten >= 1 && hoogstensPunten <= 50,
    'hoogstensPunten',
    'Vul een heel getal in van 1 tot en met 50.',
  )
  // ESA-11: the aanbieder knows beforehand by what it is judged
  eis(
    criteria.length > 0,
    'criteria',
    'Noem ten minste één criterium: de aanbieder weet vooraf waaraan wordt getoetst.',
  )
  eis(new Set(criteria).size === criteria.length, 'criteria', 'Een criterium staat er twee keer in.')
  for (const wat of formuliertermijnen) {
    const { lengte } = termijnen[wat]
    eis(
      lengte !== null && lengte >= 1 && lengte <= 365,
      `termijnen.${wat}.lengte`,
      'Vul een heel getal in van 1 tot en met 365.',
    )
  }
  return gebreken
}
