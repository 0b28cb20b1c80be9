import { belet, gebrek } from './planacten.ts'
import { puntenVan, type Gebrek, type Plan, type Realisatieoordeel, type Uitkomst, type Wie } from './plan.ts'
import type { Puntoordeel } from './doe-oordeel.ts'
import { isBeslist, isOpen, puntstand } from './puntstand.ts'

export type Meldinvoer = { nr: number; tekst: string; bewijs: string }

/** Reports of one or more points what was realised (ESA-16); with the last of them the plan waits for its judgement. */
export function doeMelding(plan: Plan, punten: readonly Meldinvoer[], wie: Wie): Uitkomst {
  const stop = belet('melden', plan, wie)
  if (stop) return stop
  if (punten.length === 0) return gebrek('Kies ten minste één punt om te melden.', 'melden')
  const gebreken = punten.flatMap(({ nr, tekst }): Gebrek[] => {
    if (!puntenVan(plan).some((punt) => punt.nr === nr) || !isOpen(puntstand(plan, nr))) {
      return [{ veld: null, zin: `Punt ${nr} is al gemeld of beoordeeld.` }]
    }
    return tekst.trim() === ''
      ? [{ veld: `punten.${nr}.tekst`, zin: `Punt ${nr}: schrijf op wat er is gerealiseerd.` }]
      : []
  })
  if (gebreken.length > 0) return { gebreken }
  const { partij, naam: door, op } = wie
  return {
    plan: metStand({
      ...plan,
      meldingen: [...plan.meldingen, ...punten.map((punt) => ({ ...punt, partij, door, op }))],
    }),
  }
}

export type Realisatieinvoer = {
  /** Only the points that somebody judged now. */
  punten: readonly Puntoordeel<Realisatieoordeel>[]
  /** Asked with "nog niet": until when the aanbieder gets. */
  realisatieUiterlijk: Temporal.PlainDate | null
}

/**
 * Judges the realisation of points, each with a reason. A point that was not reported can only be judged as not realised, after the
 * term (ESA-17 vi); "nog niet" gives it back with a new day.
 */
export function doeRealisatieoordeel(plan: Plan, invoer: Realisatieinvoer, wie: Wie): Uitkomst {
  const stop = belet('realisatie beoordelen', plan, wie)
  if (stop) return stop
  if (invoer.punten.length === 0) return gebrek('Beoordeel ten minste één punt.', 'oordelen')
  const voorbij =
    plan.realisatieUiterlijk !== null && Temporal.PlainDate.compare(wie.vandaag, plan.realisatieUiterlijk) > 0
  const gebreken = [...invoer.punten.flatMap((punt) => toetsPunt(plan, punt, voorbij)), ...toetsDag(invoer, wie)]
  if (gebreken.length > 0) return { gebreken }
  const basis = { fase: 'realisatie' as const, ronde: plan.ronde, door: wie.naam, op: wie.op }
  const terug = invoer.punten.some(({ oordeel }) => oordeel === 'nog niet')
  return {
    plan: metStand({
      ...plan,
      oordelen: [
        ...plan.oordelen,
        ...invoer.punten.map(({ nr, oordeel, reden }) => ({
          ...basis,
          nr,
          oordeel: oordeel as Realisatieoordeel,
          reden,
        })),
      ],
      ...(terug && { realisatieUiterlijk: invoer.realisatieUiterlijk }),
    }),
  }
}

function toetsPunt(plan: Plan, { nr, oordeel, reden }: Puntoordeel<Realisatieoordeel>, voorbij: boolean): Gebrek[] {
  const veld = (naam: string) => `punten.${nr}.${naam}`
  const stand = puntenVan(plan).some((punt) => punt.nr === nr) ? puntstand(plan, nr) : 'gerealiseerd'
  if (isBeslist(stand)) return [{ veld: null, zin: `Punt ${nr} is al beoordeeld.` }]
  if (oordeel === '') return [{ veld: veld('oordeel'), zin: `Punt ${nr}: kies een oordeel.` }]
  if (isOpen(stand) && (oordeel !== 'niet gerealiseerd' || !voorbij)) {
    return [
      {
        veld: veld('oordeel'),
        zin: `Punt ${nr} is niet gemeld. Na de laatste dag kunt u vaststellen dat het niet is gerealiseerd.`,
      },
    ]
  }
  return reden.trim() === '' ? [{ veld: veld('reden'), zin: `Punt ${nr}: schrijf op waarom.` }] : []
}

function toetsDag({ punten, realisatieUiterlijk }: Realisatieinvoer, { vandaag }: Wie): Gebrek[] {
  if (!punten.some(({ oordeel }) => oordeel === 'nog niet')) return []
  const veld = 'realisatieUiterlijk'
  if (realisatieUiterlijk === null) return [{ veld, zin: 'Vul in tot wanneer de aanbieder de tijd krijgt.' }]
  return Temporal.PlainDate.compare(realisatieUiterlijk, vandaag) < 0 ? [{ veld, zin: 'Deze dag is al voorbij.' }] : []
}

/** While a point is open the aanbieder is at work; when none is, the region has to judge or to close. */
function metStand(plan: Plan): Plan {
  const open = puntenVan(plan).some(({ nr }) => isOpen(puntstand(plan, nr)))
  return { ...plan, stand: open ? 'uitvoering' : 'gerapporteerd' }
}
