import type { Gesprekdag } from './gesprekdagen.ts'

/** Why a date of a meeting asks nothing any more: the day on which it was done, or null with the reason. */
export function gesprekdagGesloten(
  g: Gesprekdag | undefined,
  sleutel: string,
  einddatum: Temporal.PlainDate,
  vandaag: Temporal.PlainDate,
): { op: Temporal.PlainDate | null; reden: string } {
  const weg = { op: null, reden: g?.geannuleerd ? 'Het gesprek is geannuleerd.' : 'Dit wordt niet meer gevraagd.' }
  const gedaan = (op: Temporal.PlainDate | null, reden: string) => (op === null ? weg : { op, reden })
  switch (sleutel) {
    case 'rapportage':
      return gedaan(g?.rapportageIngediend ?? null, 'De rapportage is aangeleverd.')
    case 'verslag':
      return gedaan(g?.gedeeld ?? null, 'Het verslag is gedeeld.')
    case 'reactie':
      return gedaan(g?.gereageerd ?? null, 'De aanbieder heeft gereageerd.')
    default:
      if (g?.geannuleerd || g === undefined) return weg
      return g.gehouden || Temporal.PlainDate.compare(einddatum, vandaag) < 0
        ? { op: g.datum, reden: 'Dit was op de afgesproken dag.' }
        : weg
  }
}
