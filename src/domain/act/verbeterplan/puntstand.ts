import { puntenVan, type Oordeel, type Plan, type Planoordeel } from './plan.ts'

export const puntstanden = {
  'te beoordelen': 'Te beoordelen',
  akkoord: 'Akkoord',
  aanvullen: 'Aanvullen',
  afgewezen: 'Afgewezen',
  'te realiseren': 'Te realiseren',
  'nog niet': 'Nog niet gerealiseerd',
  gemeld: 'Gemeld, nog te beoordelen',
  gerealiseerd: 'Gerealiseerd',
  'niet gerealiseerd': 'Niet gerealiseerd',
} as const
export type Puntstand = keyof typeof puntstanden

type Realisatie = Extract<Oordeel, { fase: 'realisatie' }>

/**
 * Where one point stands. While the plan is being agreed: its judgement in the version that counts, or that of the version in which it
 * was agreed. Afterwards: the last judgement of its realisation, unless it was reported again since.
 */
export function puntstand(plan: Plan, nr: number): Puntstand {
  const realisatie = plan.oordelen.filter((een): een is Realisatie => een.fase === 'realisatie' && een.nr === nr)
  const laatste = realisatie.at(-1)?.oordeel
  if (laatste === 'gerealiseerd' || laatste === 'niet gerealiseerd') return laatste
  const gemeld = plan.meldingen.filter((een) => een.nr === nr).length
  if (gemeld > realisatie.length) return 'gemeld'
  if (laatste === 'nog niet') return 'nog niet'
  if (isAkkoord(plan)) return 'te realiseren'
  return planoordeelVan(plan, nr) ?? 'te beoordelen'
}

/** The judgement of a point in the version that counts; undefined when it is still to be given. */
export function planoordeelVan(plan: Plan, nr: number): Planoordeel | undefined {
  const punt = puntenVan(plan).find((een) => een.nr === nr)
  const ronde = punt?.akkoordIn ?? plan.ronde
  const oordeel = plan.oordelen.findLast((een) => een.fase === 'plan' && een.ronde === ronde && een.nr === nr)
  return oordeel?.fase === 'plan' ? oordeel.oordeel : undefined
}

/** Whether the whole was agreed: from then on points are realised. */
function isAkkoord({ oordelen }: Plan): boolean {
  return oordelen.some(({ fase, nr, oordeel }) => fase === 'plan' && nr === null && oordeel === 'akkoord')
}

/** A point on which nobody has to report or judge any more. */
export function isBeslist(stand: Puntstand): boolean {
  return stand === 'gerealiseerd' || stand === 'niet gerealiseerd'
}

/** A point that the aanbieder still has to report. */
export function isOpen(stand: Puntstand): boolean {
  return stand === 'te realiseren' || stand === 'nog niet'
}

export type Voortgang = { totaal: number; gerealiseerd: number; gemeld: number; niet: number; open: number }

/** How far a plan is, in points. */
export function voortgang(plan: Plan): Voortgang {
  const standen = puntenVan(plan).map(({ nr }) => puntstand(plan, nr))
  const tel = (welke: (stand: Puntstand) => boolean) => standen.filter(welke).length
  return {
    totaal: standen.length,
    gerealiseerd: tel((stand) => stand === 'gerealiseerd'),
    gemeld: tel((stand) => stand === 'gemeld'),
    niet: tel((stand) => stand === 'niet gerealiseerd'),
    open: tel(isOpen),
  }
}
