import { beslissend, vergelijkBeurt, type Beurtgegevens, type Criterium } from './beurt.ts'
import { grootteklassen, type Grootteklasse, type Tafelregels } from './regels.ts'

/** A contracted aanbieder for whom the subject is relevant within the scope of the table. */
export type Kandidaat = Beurtgegevens & {
  aanbiederId: string
  klasse: Grootteklasse
  /** The one subregio it counts for (AMB-58) */
  subregioId: string
  /** Flagged "(tijdelijk) niet uitnodigen" (TAF-12) */
  uitgesloten: boolean
}

/** Why an aanbieder is invited or not; `stoel` counts within the class, `rang` within class and subregio, both from 1. */
export type Reden =
  | { soort: 'allen' }
  | { soort: 'gekozen'; stoel: number; rang: number; door: Criterium | null }
  | { soort: 'vervangt'; stoel: number; voor: string; zelfdeSubregio: boolean }
  | { soort: 'quotum vol'; rang: number; na: Criterium | null }
  | { soort: 'uitgesloten'; vervangenDoor: string | null; aanDeBeurt: boolean }

export type Plaats = { aanbiederId: string; uitgenodigd: boolean; reden: Reden }

/** A seat with who takes it; null stays empty, for want of anybody of that class. */
type Zetel = { van: Kandidaat; door: Kandidaat | null }

/**
 * FRM-09, TAF-07…-10, TAF-13: who is proposed for a table, and why. Up to twelve relevant aanbieders all are; above that each class is
 * filled up to its quota, round by round over the subregio's, the one with the fewest seats at this table first. Who may not be invited
 * leaves the seat to the next of the same class, of the same subregio when there is one. `subregios`: those in scope, in the order of
 * the region. The same candidates give the same list, in whatever order they come.
 */
export function stelSamen(
  kandidaten: readonly Kandidaat[],
  subregios: readonly string[],
  { allenTotEnMet, quota }: Pick<Tafelregels, 'allenTotEnMet' | 'quota'>,
): Plaats[] {
  if (kandidaten.some(({ subregioId }) => !subregios.includes(subregioId))) {
    throw new Error('a candidate from outside the scope')
  }
  const gesorteerd = kandidaten.toSorted(
    (a, b) => subregios.indexOf(a.subregioId) - subregios.indexOf(b.subregioId) || vergelijkBeurt(a, b),
  )
  const aanTafel: Kandidaat[] = []
  return grootteklassen.flatMap((klasse) => {
    const eigen = gesorteerd.filter((kandidaat) => kandidaat.klasse === klasse)
    if (kandidaten.length <= allenTotEnMet) return eigen.map(nodigUit)
    const zetels = vervang(eigen, kiesOmDeBeurt(eigen, quota[klasse], subregios, aanTafel), aanTafel)
    aanTafel.push(...zetels.flatMap(({ door }) => door ?? []))
    return eigen.map((kandidaat) => licht(kandidaat, eigen, zetels))
  })
}

function nodigUit({ aanbiederId, uitgesloten }: Kandidaat): Plaats {
  if (!uitgesloten) return { aanbiederId, uitgenodigd: true, reden: { soort: 'allen' } }
  const reden = { soort: 'uitgesloten' as const, vervangenDoor: null, aanDeBeurt: true }
  return { aanbiederId, uitgenodigd: false, reden }
}

/** Round by round over the subregio's, in one order: those with the fewest seats first, else the order of the region. */
function kiesOmDeBeurt(
  klasse: readonly Kandidaat[],
  quotum: number,
  subregios: readonly string[],
  aanTafel: readonly Kandidaat[],
): Kandidaat[] {
  const rijen = subregios
    .toSorted((a, b) => telIn(aanTafel, a) - telIn(aanTafel, b))
    .map((id) => klasse.filter(({ subregioId }) => subregioId === id))
  const rondes = Math.max(0, ...rijen.map(({ length }) => length))
  return Array.from({ length: rondes }, (_, ronde) => rijen.flatMap((rij) => rij[ronde] ?? []))
    .flat()
    .slice(0, quotum)
}

/** TAF-13: the seats of who may not be invited go to others of the class: first within the subregio's, so that none loses its turn. */
function vervang(klasse: readonly Kandidaat[], gekozen: readonly Kandidaat[], aanTafel: readonly Kandidaat[]): Zetel[] {
  const over = klasse.filter((kandidaat) => !gekozen.includes(kandidaat))
  const binnen = [...aanTafel, ...gekozen.filter(({ uitgesloten }) => !uitgesloten)]
  const door = new Map<Kandidaat, Kandidaat>()
  for (const zelfde of [true, false]) {
    for (const van of gekozen.filter((een) => een.uitgesloten && !door.has(een))) {
      const ander = kiesGelijksoortige(over, van, binnen)
      if (!ander || (zelfde && ander.subregioId !== van.subregioId)) continue
      door.set(van, ander)
      binnen.push(ander)
    }
  }
  return gekozen.map((van) => ({ van, door: van.uitgesloten ? (door.get(van) ?? null) : van }))
}

/**
 * TAF-13: who takes the place of `van`. The next of the same class who may be invited and is not in yet: of the same subregio when there
 * is one, else of the subregio that has the fewest of the class, then the fewest seats at all. `over` stands in the order of the turns.
 */
export function kiesGelijksoortige(
  over: readonly Kandidaat[],
  van: Pick<Kandidaat, 'klasse' | 'subregioId'>,
  binnen: readonly Kandidaat[],
): Kandidaat | null {
  const mogelijk = over.filter(
    (kandidaat) => kandidaat.klasse === van.klasse && !kandidaat.uitgesloten && !binnen.includes(kandidaat),
  )
  const eigen = binnen.filter(({ klasse }) => klasse === van.klasse)
  const stoelen = ({ subregioId }: Kandidaat) => [telIn(eigen, subregioId), telIn(binnen, subregioId)] as const
  const [eerste = null] = mogelijk.toSorted((a, b) => {
    const [[aKlasse, aTafel], [bKlasse, bTafel]] = [stoelen(a), stoelen(b)]
    const zelfde = Number(b.subregioId === van.subregioId) - Number(a.subregioId === van.subregioId)
    return zelfde || aKlasse - bKlasse || aTafel - bTafel
  })
  return eerste
}

function telIn(kandidaten: readonly Kandidaat[], subregio: string): number {
  return kandidaten.filter(({ subregioId }) => subregioId === subregio).length
}

function licht(kandidaat: Kandidaat, klasse: readonly Kandidaat[], zetels: readonly Zetel[]): Plaats {
  const { aanbiederId, subregioId } = kandidaat
  const rij = klasse.filter((een) => een.subregioId === subregioId)
  const rang = rij.indexOf(kandidaat) + 1
  if (kandidaat.uitgesloten) {
    const eigen = zetels.find(({ van }) => van === kandidaat)
    const vervangenDoor = eigen?.door?.aanbiederId ?? null
    const reden = { soort: 'uitgesloten' as const, vervangenDoor, aanDeBeurt: eigen !== undefined }
    return { aanbiederId, uitgenodigd: false, reden }
  }
  const stoel = zetels.findIndex(({ door }) => door === kandidaat) + 1
  const zetel = zetels[stoel - 1]
  if (!zetel) {
    const laatste = rij.findLast((een) => zetels.some(({ van }) => van === een))
    const na = laatste ? beslissend(laatste, kandidaat) : null
    return { aanbiederId, uitgenodigd: false, reden: { soort: 'quotum vol', rang, na } }
  }
  if (zetel.van === kandidaat) {
    const volgende = rij[rang]
    const door = volgende ? beslissend(kandidaat, volgende) : null
    return { aanbiederId, uitgenodigd: true, reden: { soort: 'gekozen', stoel, rang, door } }
  }
  const { aanbiederId: voor, subregioId: daar } = zetel.van
  const zelfdeSubregio = daar === subregioId
  return { aanbiederId, uitgenodigd: true, reden: { soort: 'vervangt', stoel, voor, zelfdeSubregio } }
}
