export const planstanden = {
  gevraagd: 'Gevraagd',
  ingediend: 'Ingediend, nog te beoordelen',
  aanvullen: 'Aan te vullen',
  uitvoering: 'In uitvoering',
  gerapporteerd: 'Gerapporteerd, nog te beoordelen',
  gerealiseerd: 'Gerealiseerd',
  'niet gerealiseerd': 'Niet gerealiseerd',
  afgewezen: 'Afgewezen',
  'niet ingediend': 'Niet ingediend',
  ingetrokken: 'Ingetrokken',
} as const
export type Planstand = keyof typeof planstanden

/** States in which somebody must still act. */
export const lopend = [
  'gevraagd',
  'ingediend',
  'aanvullen',
  'uitvoering',
  'gerapporteerd',
] as const satisfies Planstand[]
export const isLopend = (stand: Planstand): boolean => (lopend as readonly Planstand[]).includes(stand)

export type Partij = 'opdrachtgever' | 'aanbieder'

export const planoordelen = { akkoord: 'Akkoord', aanvullen: 'Aanvullen', afgewezen: 'Afgewezen' } as const
export type Planoordeel = keyof typeof planoordelen

export const realisatieoordelen = {
  gerealiseerd: 'Gerealiseerd',
  'nog niet': 'Nog niet gerealiseerd',
  'niet gerealiseerd': 'Niet gerealiseerd',
} as const
export type Realisatieoordeel = keyof typeof realisatieoordelen

/** What a point says: answers to the questions of the form, who does it and by when. */
export type Puntinhoud = {
  nr: number
  velden: Readonly<Record<string, string>>
  wie: string
  einddatum: Temporal.PlainDate
}

/** A point of a version. `akkoordIn`: the earlier version in which it was agreed; it goes on unchanged. */
export type Punt = Puntinhoud & { akkoordIn: number | null }

export type Indiening = {
  ronde: number
  toelichting: string
  ontvangen: Temporal.PlainDate
  partij: Partij
  door: string
  op: Temporal.Instant
  punten: readonly Punt[]
}

type Oordeelbasis = { ronde: number; nr: number | null; reden: string; door: string; op: Temporal.Instant }

/** A judgement with its reason: of a point, or of the whole when `nr` is null. */
export type Oordeel = Oordeelbasis &
  ({ fase: 'plan'; oordeel: Planoordeel } | { fase: 'realisatie'; oordeel: Realisatieoordeel })

export type Melding = {
  nr: number
  tekst: string
  bewijs: string
  partij: Partij
  door: string
  op: Temporal.Instant
}

export type Verzetting = {
  soort: 'plan' | 'realisatie'
  van: Temporal.PlainDate
  naar: Temporal.PlainDate
  reden: string
  door: string
  op: Temporal.Instant
}

/** A plan as everything that happened to it made it. Lists are in the order in which it happened and only grow. */
export type Plan = {
  stand: Planstand
  /** How often it was handed in; that version counts. */
  ronde: number
  uiterlijk: Temporal.PlainDate
  realisatieUiterlijk: Temporal.PlainDate | null
  indieningen: readonly Indiening[]
  oordelen: readonly Oordeel[]
  meldingen: readonly Melding[]
  verzettingen: readonly Verzetting[]
  geslotenReden: string | null
}

/** A plan that was just asked. */
export function nieuwPlan(uiterlijk: Temporal.PlainDate, realisatieUiterlijk: Temporal.PlainDate | null): Plan {
  return {
    stand: 'gevraagd',
    ronde: 0,
    uiterlijk,
    realisatieUiterlijk,
    indieningen: [],
    oordelen: [],
    meldingen: [],
    verzettingen: [],
    geslotenReden: null,
  }
}

/** Who does something, when; `partij` is the side of the table. */
export type Wie = { partij: Partij; naam: string; op: Temporal.Instant; vandaag: Temporal.PlainDate }

/** Why something cannot be done, beside which field of the form; without a field it is about the plan as it stands. */
export type Gebrek = { veld: string | null; zin: string }

export type Uitkomst = { plan: Plan } | { gebreken: Gebrek[] }

/** The points of the version that counts. */
export function puntenVan({ indieningen }: Plan): readonly Punt[] {
  return indieningen.at(-1)?.punten ?? []
}
