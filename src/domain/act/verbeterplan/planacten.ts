import { planstanden, type Partij, type Plan, type Planstand, type Uitkomst, type Wie } from './plan.ts'

/**
 * Everything that can be done with a plan: from where, by which side, and where it can lead. The rules of each act are beside it
 * (doe-….ts); this table is what they are held to (ESA-09 to -17, GES-07, STM).
 */
export const planacten = {
  indienen: { naam: 'Verbeterplan indienen', van: ['gevraagd', 'aanvullen'], wie: 'aanbieder', naar: ['ingediend'] },
  beoordelen: {
    naam: 'Verbeterplan beoordelen',
    van: ['ingediend'],
    wie: 'opdrachtgever',
    naar: ['uitvoering', 'aanvullen', 'afgewezen'],
  },
  verzetten: {
    naam: 'Termijn verzetten',
    van: ['gevraagd', 'aanvullen', 'uitvoering'],
    wie: 'opdrachtgever',
    naar: ['gevraagd', 'aanvullen', 'uitvoering'],
  },
  melden: {
    naam: 'Realisatie melden',
    van: ['uitvoering'],
    wie: 'aanbieder',
    naar: ['uitvoering', 'gerapporteerd'],
  },
  'realisatie beoordelen': {
    naam: 'Realisatie beoordelen',
    van: ['uitvoering', 'gerapporteerd'],
    wie: 'opdrachtgever',
    naar: ['uitvoering', 'gerapporteerd'],
  },
  afsluiten: {
    naam: 'Verbeterplan afsluiten',
    van: ['gevraagd', 'ingediend', 'aanvullen', 'uitvoering', 'gerapporteerd'],
    wie: 'opdrachtgever',
    naar: ['gerealiseerd', 'niet gerealiseerd', 'afgewezen', 'niet ingediend', 'ingetrokken'],
  },
} as const satisfies Record<
  string,
  { naam: string; van: readonly Planstand[]; wie: Partij; naar: readonly Planstand[] }
>
export type Planact = keyof typeof planacten

/** What can be done with a plan now, whoever does it. */
export function mogelijkePlanacten(stand: Planstand): Planact[] {
  return (Object.keys(planacten) as Planact[]).filter((act) => kan(act, stand))
}

export function kan(act: Planact, stand: Planstand): boolean {
  return (planacten[act].van as readonly Planstand[]).includes(stand)
}

/** Why this side cannot do this now; null when it can. The region may act for an aanbieder (on paper, by telephone), never the other way. */
export function belet(act: Planact, { stand }: Plan, { partij }: Pick<Wie, 'partij'>): Uitkomst | null {
  if (!kan(act, stand)) {
    return gebrek(`Dit kan niet meer: het plan staat op "${planstanden[stand].toLowerCase()}".`)
  }
  return planacten[act].wie === 'opdrachtgever' && partij === 'aanbieder'
    ? gebrek('Dit doet de gemeente of regio.')
    : null
}

export const gebrek = (zin: string, veld: string | null = null): Uitkomst => ({ gebreken: [{ veld, zin }] })
