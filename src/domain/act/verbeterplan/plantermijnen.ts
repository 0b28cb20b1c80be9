import { puntenVan, type Partij, type Plan, type Punt } from './plan.ts'
import type { Planregels } from './planregels.ts'
import { isOpen, puntstand } from './puntstand.ts'

/** A term that a plan has in the calendar now. Without `datum` it is counted from `start` by the rule of the form. */
export type Plantermijn = {
  sleutel: string
  titel: string
  kant: Partij
  wat: keyof Planregels['termijnVoor'] | 'realisatie' | 'punt'
  datum: Temporal.PlainDate | null
  start: Temporal.PlainDate
  gevolg: string
}

/** The terms that run, by what the plan waits for: asking, handing in, judging and realising stand with the side that must act. */
export function plantermijnen(plan: Plan, regels: Planregels, vandaag: Temporal.PlainDate): Plantermijn[] {
  const basis = { datum: null, start: vandaag, gevolg: '' }
  switch (plan.stand) {
    case 'gevraagd':
    case 'aanvullen': {
      const wat = plan.stand === 'gevraagd' ? 'indienen' : 'aanvullen'
      const titel = wat === 'indienen' ? 'Verbeterplan indienen' : 'Verbeterplan aanvullen'
      const gevolg = 'Zonder plan kan de regio vaststellen dat het niet is ingediend.'
      return [{ ...basis, sleutel: wat, titel, kant: 'aanbieder', wat, datum: plan.uiterlijk, gevolg }]
    }
    case 'ingediend': {
      const start = plan.indieningen.at(-1)!.ontvangen
      return [
        {
          ...basis,
          sleutel: 'beoordelen',
          titel: 'Verbeterplan beoordelen',
          kant: 'opdrachtgever',
          wat: 'beoordelen',
          start,
        },
      ]
    }
    case 'uitvoering':
      return [
        {
          ...basis,
          sleutel: 'realisatie',
          titel: 'Verbeterplan gerealiseerd en gerapporteerd',
          kant: 'aanbieder',
          wat: 'realisatie',
          datum: plan.realisatieUiterlijk,
          gevolg: 'Wat dan niet is gemeld, kan de regio als niet gerealiseerd vaststellen.',
        },
        ...puntenVan(plan)
          .filter(({ nr }) => isOpen(puntstand(plan, nr)))
          .map((punt) => ({
            ...basis,
            sleutel: `punt-${punt.nr}`,
            titel: `Punt ${punt.nr}: ${kort(punt, regels).replace(/\.$/, '')}`,
            kant: 'aanbieder' as const,
            wat: 'punt' as const,
            datum: dagVan(plan, punt),
          })),
      ]
    case 'gerapporteerd':
      return [
        { ...basis, sleutel: 'eindoordeel', titel: 'Realisatie beoordelen', kant: 'opdrachtgever', wat: 'eindoordeel' },
      ]
    default:
      return []
  }
}

/** When a point must be done: as it says itself, or with the rest when it was given back. */
export function dagVan(plan: Plan, { nr, einddatum }: Punt): Temporal.PlainDate {
  return puntstand(plan, nr) === 'nog niet' ? plan.realisatieUiterlijk! : einddatum
}

/** What a point is about, in one line. */
export function kort({ velden }: Pick<Punt, 'velden'>, { kern }: Pick<Planregels, 'kern'>): string {
  const tekst = (velden[kern] ?? '').replaceAll(/\s+/g, ' ').trim()
  return tekst.length > 100 ? `${tekst.slice(0, 99).trimEnd()}…` : tekst
}
