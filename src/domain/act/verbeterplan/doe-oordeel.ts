import { belet } from './planacten.ts'
import {
  planoordelen,
  puntenVan,
  type Gebrek,
  type Oordeel,
  type Plan,
  type Planoordeel,
  type Uitkomst,
  type Wie,
} from './plan.ts'

export type Puntoordeel<Soort extends string> = { nr: number; oordeel: Soort | ''; reden: string }

export type Oordeelinvoer = {
  punten: readonly Puntoordeel<Planoordeel>[]
  geheel: Planoordeel | ''
  reden: string
  /** Asked with "aanvullen": the last day to hand it in again. */
  uiterlijk: Temporal.PlainDate | null
  /** Asked with "akkoord": the last day to have realised it. */
  realisatieUiterlijk: Temporal.PlainDate | null
}

/**
 * Judges the version that was handed in: each point that was not agreed before, and the whole, all with a reason (GES-07, ESA-11,
 * ESA-15 i). Agreed is the whole only when every point is; fields are `punten.<nr>.oordeel`, `punten.<nr>.reden`, `geheel`, …
 */
export function doeOordeel(plan: Plan, invoer: Oordeelinvoer, wie: Wie): Uitkomst {
  const stop = belet('beoordelen', plan, wie)
  if (stop) return stop
  const teBeoordelen = puntenVan(plan).filter(({ akkoordIn }) => akkoordIn === null)
  const bij = new Map(invoer.punten.map((punt) => [punt.nr, punt]))
  const gebreken = [
    ...teBeoordelen.flatMap(({ nr }) => toetsPunt(nr, bij.get(nr))),
    ...toetsGeheel(
      invoer,
      wie,
      teBeoordelen.map(({ nr }) => bij.get(nr)?.oordeel ?? ''),
    ),
  ]
  if (gebreken.length > 0 || invoer.geheel === '') return { gebreken }

  const basis = { fase: 'plan' as const, ronde: plan.ronde, door: wie.naam, op: wie.op }
  const oordelen: Oordeel[] = [
    ...teBeoordelen.map(({ nr }) => {
      const { oordeel, reden } = bij.get(nr)!
      return { ...basis, nr, oordeel: oordeel as Planoordeel, reden }
    }),
    { ...basis, nr: null, oordeel: invoer.geheel, reden: invoer.reden },
  ]
  return {
    plan: {
      ...plan,
      oordelen: [...plan.oordelen, ...oordelen],
      ...(invoer.geheel === 'akkoord' && { stand: 'uitvoering', realisatieUiterlijk: invoer.realisatieUiterlijk! }),
      ...(invoer.geheel === 'aanvullen' && { stand: 'aanvullen', uiterlijk: invoer.uiterlijk! }),
      ...(invoer.geheel === 'afgewezen' && { stand: 'afgewezen', geslotenReden: invoer.reden }),
    },
  }
}

/** What the judgements of the points allow for the whole. */
export function mogelijkGeheel(oordelen: readonly (Planoordeel | '')[]): Planoordeel[] {
  return oordelen.every((oordeel) => oordeel === 'akkoord')
    ? ['akkoord', 'aanvullen', 'afgewezen']
    : ['aanvullen', 'afgewezen']
}

function toetsPunt(nr: number, punt: Puntoordeel<Planoordeel> | undefined): Gebrek[] {
  const { oordeel = '', reden = '' } = punt ?? {}
  return [
    ...(oordeel === '' ? [{ veld: `punten.${nr}.oordeel`, zin: `Punt ${nr}: kies een oordeel.` }] : []),
    ...(reden.trim() === '' ? [{ veld: `punten.${nr}.reden`, zin: `Punt ${nr}: schrijf op waarom.` }] : []),
  ]
}

function toetsGeheel(invoer: Oordeelinvoer, { vandaag }: Wie, oordelen: readonly (Planoordeel | '')[]): Gebrek[] {
  const { geheel, reden, uiterlijk, realisatieUiterlijk } = invoer
  const dag = (waarde: Temporal.PlainDate | null, veld: string, wat: string): Gebrek[] => {
    if (waarde === null) return [{ veld, zin: `Vul in wanneer ${wat}.` }]
    return Temporal.PlainDate.compare(waarde, vandaag) < 0 ? [{ veld, zin: 'Deze dag is al voorbij.' }] : []
  }
  return [
    ...(geheel === '' ? [{ veld: 'geheel', zin: 'Kies een oordeel over het hele plan.' }] : []),
    ...(geheel !== '' && !mogelijkGeheel(oordelen).includes(geheel)
      ? [
          {
            veld: 'geheel',
            zin: `Het hele plan kan niet op "${planoordelen[geheel].toLowerCase()}": niet elk punt is akkoord.`,
          },
        ]
      : []),
    ...(reden.trim() === '' ? [{ veld: 'reden', zin: 'Schrijf op waarom u zo over het hele plan oordeelt.' }] : []),
    ...(geheel === 'aanvullen' ? dag(uiterlijk, 'uiterlijk', 'de aanvulling er moet zijn') : []),
    ...(geheel === 'akkoord' ? dag(realisatieUiterlijk, 'realisatieUiterlijk', 'alles gerealiseerd moet zijn') : []),
  ]
}
