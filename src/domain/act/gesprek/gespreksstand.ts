/** The moments of a meeting; its state follows from them (STM-02). */
export type Momenten = {
  rapportageGevraagdOp: Temporal.Instant | null
  voorbereidOp: Temporal.Instant | null
  gehoudenOp: Temporal.Instant | null
  verslagBegonnenOp: Temporal.Instant | null
  gedeeldOp: Temporal.Instant | null
  definitiefOp: Temporal.Instant | null
  geannuleerdOp: Temporal.Instant | null
}

export const standen = {
  gepland: 'Gepland',
  'rapportage gevraagd': 'Rapportage gevraagd',
  voorbereid: 'Voorbereid',
  gehouden: 'Gehouden',
  'verslag concept': 'Verslag in concept',
  'verslag gedeeld': 'Verslag gedeeld',
  definitief: 'Verslag definitief',
  geannuleerd: 'Geannuleerd',
} as const
export type Gespreksstand = keyof typeof standen

/** The state of a meeting: the furthest moment that came (STM-02). The column `gesprek.stand` says the same in SQL. */
export function gespreksstand(m: Momenten): Gespreksstand {
  if (m.geannuleerdOp) return 'geannuleerd'
  if (m.definitiefOp) return 'definitief'
  if (m.gedeeldOp) return 'verslag gedeeld'
  if (m.gehoudenOp) return m.verslagBegonnenOp ? 'verslag concept' : 'gehouden'
  if (m.voorbereidOp) return 'voorbereid'
  return m.rapportageGevraagdOp ? 'rapportage gevraagd' : 'gepland'
}

/** Whether it is still to come. */
export function staatNogTeGebeuren(stand: Gespreksstand): boolean {
  return ['gepland', 'rapportage gevraagd', 'voorbereid'].includes(stand)
}
