export const periodes = [
  { waarde: '', label: 'alle dagen' },
  { waarde: 'vandaag', label: 'vandaag' },
  { waarde: 'week', label: 'de laatste 7 dagen' },
  { waarde: 'maand', label: 'de laatste 30 dagen' },
  { waarde: 'jaar', label: 'dit jaar' },
  { waarde: 'vorig-jaar', label: 'vorig jaar' },
]

/** First and last day of a chosen period; nothing for all days or an unknown word. */
export function leesPeriode(
  keuze: string | undefined,
  vandaag: Temporal.PlainDate,
): { vanaf?: Temporal.PlainDate; tot?: Temporal.PlainDate } {
  const jaar = vandaag.with({ month: 1, day: 1 })
  switch (keuze) {
    case 'vandaag':
      return { vanaf: vandaag }
    case 'week':
      return { vanaf: vandaag.subtract({ days: 6 }) }
    case 'maand':
      return { vanaf: vandaag.subtract({ days: 29 }) }
    case 'jaar':
      return { vanaf: jaar }
    case 'vorig-jaar':
      return { vanaf: jaar.subtract({ years: 1 }), tot: jaar.subtract({ days: 1 }) }
    default:
      return {}
  }
}
