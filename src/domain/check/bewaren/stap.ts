/** The last proposal of a kind, as far as it decides whether a new one may come. */
export type Laatste = {
  voorgelegdOp: Temporal.Instant | null
  besluit: 'vernietigen' | 'uitstellen' | null
  uitgesteldTot: Temporal.PlainDate | null
  klaarOp: Temporal.Instant | null
}

/**
 * What the daily job may do with a kind: propose anew, count again what nobody prepared yet, or nothing while somebody decides, a
 * destruction runs, or it was postponed (to and including that day).
 */
export function volgendeStap(
  laatste: Laatste | undefined,
  vandaag: Temporal.PlainDate,
): 'nieuw' | 'bijwerken' | 'niets' {
  if (!laatste) return 'nieuw'
  const { voorgelegdOp, besluit, uitgesteldTot, klaarOp } = laatste
  if (besluit === null) return voorgelegdOp ? 'niets' : 'bijwerken'
  if (besluit === 'vernietigen') return klaarOp ? 'nieuw' : 'niets'
  return uitgesteldTot && Temporal.PlainDate.compare(vandaag, uitgesteldTot) <= 0 ? 'niets' : 'nieuw'
}
