/** The moments of an action; its state follows from them (STM-03). */
export type Actiemomenten = {
  einddatum: Temporal.PlainDate
  begonnenOp: Temporal.Instant | null
  gereedOp: Temporal.Instant | null
  geaccepteerdOp: Temporal.Instant | null
  vervallenOp: Temporal.Instant | null
}

export const actiestanden = {
  open: 'Open',
  'in uitvoering': 'In uitvoering',
  gereed: 'Gereed, nog te accepteren',
  geaccepteerd: 'Geaccepteerd',
  vervallen: 'Vervallen',
} as const
export type Actiestand = keyof typeof actiestanden

export type Actieact = 'beginnen' | 'gereed melden' | 'accepteren' | 'teruggeven' | 'laten vervallen' | 'wijzigen'

/** The state of an action: it lives until it is accepted or lapses (STM-03). The column `actie.stand` says the same in SQL. */
export function actiestand(m: Omit<Actiemomenten, 'einddatum'>): Actiestand {
  if (m.vervallenOp) return 'vervallen'
  if (m.geaccepteerdOp) return 'geaccepteerd'
  if (m.gereedOp) return 'gereed'
  return m.begonnenOp ? 'in uitvoering' : 'open'
}

/** Late: the day passed and it was not reported ready. What is ready waits for somebody else. */
export function isTeLaat({ einddatum, ...m }: Actiemomenten, vandaag: Temporal.PlainDate): boolean {
  const stand = actiestand(m)
  return (stand === 'open' || stand === 'in uitvoering') && Temporal.PlainDate.compare(einddatum, vandaag) < 0
}

const mogelijk: Record<Actiestand, readonly Actieact[]> = {
  open: ['beginnen', 'gereed melden', 'laten vervallen', 'wijzigen'],
  'in uitvoering': ['gereed melden', 'laten vervallen', 'wijzigen'],
  gereed: ['accepteren', 'teruggeven', 'laten vervallen'],
  geaccepteerd: [],
  vervallen: [],
}

/** What may be done with an action now. */
export function mogelijkeActieacten(stand: Actiestand): readonly Actieact[] {
  return mogelijk[stand]
}
