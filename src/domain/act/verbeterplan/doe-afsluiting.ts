import { belet, gebrek } from './planacten.ts'
import { puntenVan, type Oordeel, type Plan, type Planstand, type Uitkomst, type Wie } from './plan.ts'
import { isBeslist, puntstand } from './puntstand.ts'

export const eindes = ['gerealiseerd', 'niet gerealiseerd', 'niet ingediend', 'ingetrokken'] as const
export type Einde = (typeof eindes)[number]

/** The ways in which a plan can end from where it stands today. */
export function mogelijkeEindes(plan: Plan, vandaag: Temporal.PlainDate): Einde[] {
  return eindes.filter((einde) => weigering(plan, einde, vandaag) === null)
}

/** Closes a plan with a reason: realised only when every point is (ESA-20), not realised when each was judged (ESA-17 v). */
export function doeAfsluiting(plan: Plan, { einde, reden }: { einde: Einde | ''; reden: string }, wie: Wie): Uitkomst {
  const stop = belet('afsluiten', plan, wie)
  if (stop) return stop
  if (einde === '') return gebrek('Kies hoe het plan eindigt.', 'einde')
  const waarom = weigering(plan, einde, wie.vandaag)
  if (waarom) return gebrek(waarom, 'einde')
  if (reden.trim() === '') return gebrek('Schrijf op waarom.', 'reden')
  return { plan: sluit(plan, einde, reden, wie) }
}

/** The plan as it ends; how a realisation ends is a judgement of the whole. */
function sluit(plan: Plan, einde: Einde, reden: string, wie: Wie): Plan {
  const oordeel: Oordeel[] =
    einde === 'gerealiseerd' || einde === 'niet gerealiseerd'
      ? [{ fase: 'realisatie', ronde: plan.ronde, nr: null, oordeel: einde, reden, door: wie.naam, op: wie.op }]
      : []
  return { ...plan, stand: einde, geslotenReden: reden, oordelen: [...plan.oordelen, ...oordeel] }
}

function weigering(plan: Plan, einde: Einde, vandaag: Temporal.PlainDate): string | null {
  const { stand, uiterlijk } = plan
  const wacht = stand === 'gevraagd' || stand === 'aanvullen'
  if (einde === 'ingetrokken') return null
  if (einde === 'niet ingediend') {
    if (!wacht) return 'Het plan is ingediend.'
    return Temporal.PlainDate.compare(vandaag, uiterlijk) > 0 ? null : 'De termijn om in te dienen loopt nog.'
  }
  if (stand !== 'uitvoering' && stand !== 'gerapporteerd') return 'Het plan is nog niet uitgevoerd.'
  const standen = puntenVan(plan).map(({ nr }) => puntstand(plan, nr))
  if (!standen.every(isBeslist)) return 'Beoordeel eerst de realisatie van elk punt.'
  const alles = standen.every((een) => een === 'gerealiseerd')
  if (einde === 'gerealiseerd' && !alles) return 'Niet elk punt is gerealiseerd.'
  return null
}

/**
 * How a plan ends when the case it belongs to goes on without it; null: it stays as it is, a sentence: the case cannot.
 * `hoger`: the case went up the ladder; `hersteld`: it was closed as restored (A16, B6).
 */
export function eindeMetZaak(
  plan: Plan,
  zaak: { hoger: boolean; hersteld: boolean },
): { einde: Exclude<Planstand, 'gerealiseerd'> } | { belet: string } | null {
  const { stand } = plan
  if (zaak.hersteld) return { belet: 'Rond eerst het verbeterplan af: beoordeel elk punt en sluit het plan.' }
  if (!zaak.hoger) return { einde: 'ingetrokken' }
  if (stand === 'gevraagd' || stand === 'aanvullen') return { einde: 'niet ingediend' }
  if (stand === 'ingediend') return { einde: 'afgewezen' }
  return { einde: 'niet gerealiseerd' }
}

/** Ends a plan with its case, for the reason of the step; the reason is the judgement of the whole. */
export function sluitMetZaak(plan: Plan, einde: Exclude<Planstand, 'gerealiseerd'>, reden: string, wie: Wie): Plan {
  if (einde === 'afgewezen') {
    const oordeel: Oordeel = {
      fase: 'plan',
      ronde: plan.ronde,
      nr: null,
      oordeel: einde,
      reden,
      door: wie.naam,
      op: wie.op,
    }
    return { ...plan, stand: einde, geslotenReden: reden, oordelen: [...plan.oordelen, oordeel] }
  }
  return sluit(plan, einde as Einde, reden, wie)
}
