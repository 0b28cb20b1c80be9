/** STM-08, with `vervallen` for a table that does not go ahead (besluit 024). */
export const fasen = {
  gepland: 'Gepland',
  samengesteld: 'Samengesteld',
  uitgenodigd: 'Uitgenodigd',
  gehouden: 'Gehouden',
  teruggekoppeld: 'Terugkoppeling verzonden',
  gesloten: 'Gesloten',
  vervallen: 'Vervallen',
} as const
export type Fase = keyof typeof fasen

/** The moments that make the phase. */
export type Momenten = {
  samengesteldOp: Temporal.Instant | null
  uitgenodigdOp: Temporal.Instant | null
  gehoudenOp: Temporal.Instant | null
  teruggekoppeldOp: Temporal.Instant | null
  geslotenOp: Temporal.Instant | null
  vervallenOp: Temporal.Instant | null
}

/** Where a table stands. */
export function faseVan(tafel: Momenten): Fase {
  if (tafel.vervallenOp) return 'vervallen'
  if (tafel.geslotenOp) return 'gesloten'
  if (tafel.teruggekoppeldOp) return 'teruggekoppeld'
  if (tafel.gehoudenOp) return 'gehouden'
  if (tafel.uitgenodigdOp) return 'uitgenodigd'
  return tafel.samengesteldOp ? 'samengesteld' : 'gepland'
}

/** What may be done in which phase, and the phase it leads to; null stays where it is. */
export const handelingen = {
  onderwerp: { van: ['gepland'], naar: null },
  afspraak: { van: ['gepland', 'samengesteld', 'uitgenodigd'], naar: null },
  samenstellen: { van: ['gepland', 'samengesteld'], naar: 'samengesteld' },
  afwijken: { van: ['samengesteld'], naar: null },
  uitnodigen: { van: ['samengesteld'], naar: 'uitgenodigd' },
  vervangen: { van: ['uitgenodigd'], naar: null },
  antwoorden: { van: ['uitgenodigd'], naar: null },
  houden: { van: ['uitgenodigd'], naar: 'gehouden' },
  aanwezigheid: { van: ['gehouden', 'teruggekoppeld'], naar: null },
  besluit: { van: ['gehouden'], naar: null },
  terugkoppelen: { van: ['gehouden'], naar: 'teruggekoppeld' },
  toetsen: { van: ['gehouden', 'teruggekoppeld', 'gesloten'], naar: null },
  sluiten: { van: ['teruggekoppeld'], naar: 'gesloten' },
  vervallen: { van: ['gepland', 'samengesteld', 'uitgenodigd'], naar: 'vervallen' },
} as const satisfies Record<string, { van: readonly Fase[]; naar: Fase | null }>
export type Handeling = keyof typeof handelingen

/** Why this may not be done now, as a sentence for people; null when it may. A table is held on its day or after it, never before. */
export function weigerHandeling(
  handeling: Handeling,
  tafel: Momenten & { datum: Temporal.PlainDate },
  vandaag: Temporal.PlainDate,
): string | null {
  const fase = faseVan(tafel)
  if (!(handelingen[handeling].van as readonly Fase[]).includes(fase)) return zinnen[fase]
  const dag = Temporal.PlainDate.compare(vandaag, tafel.datum)
  if (handeling === 'houden' && dag < 0) return 'De dag van deze tafel is nog niet aangebroken.'
  if ((handeling === 'samenstellen' || handeling === 'uitnodigen') && dag > 0) {
    return 'De datum van deze tafel is voorbij. Kies eerst een nieuwe datum.'
  }
  if (handeling === 'antwoorden' && dag > 0) return 'Deze tafel is al geweest.'
  return null
}

const zinnen: Record<Fase, string> = {
  gepland: 'Stel de tafel eerst samen.',
  samengesteld: 'De uitnodigingen voor deze tafel zijn nog niet verstuurd.',
  uitgenodigd: 'De uitnodigingen voor deze tafel zijn al verstuurd, en zij is nog niet gehouden.',
  gehouden: 'Deze tafel is al gehouden, en de terugkoppeling is nog niet verzonden.',
  teruggekoppeld: 'De terugkoppeling van deze tafel is al verzonden.',
  gesloten: 'Deze tafel is gesloten.',
  vervallen: 'Deze tafel is vervallen.',
}
