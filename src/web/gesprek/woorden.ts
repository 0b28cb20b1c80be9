import type { GesprekInLijst } from '../../domain/act/gesprek/list-gesprekken.ts'
import { dagMaand } from '../ui/notatie.ts'

type Termijnen = Pick<
  GesprekInLijst,
  'stand' | 'verslagUiterlijk' | 'reactieUiterlijk' | 'rapportageUiterlijk' | 'rapportageIngediendOp'
>

/** The term that runs now, in a few words; empty when none does. */
export function termijnVan(g: Termijnen, vandaag: Temporal.PlainDate): { tekst: string; laat: boolean } {
  const voorbij = (dag: Temporal.PlainDate) => Temporal.PlainDate.compare(dag, vandaag) < 0
  if ((g.stand === 'gehouden' || g.stand === 'verslag concept') && g.verslagUiterlijk) {
    return { tekst: `verslag delen tot en met\u00a0${dagMaand(g.verslagUiterlijk)}`, laat: voorbij(g.verslagUiterlijk) }
  }
  if (g.stand === 'verslag gedeeld' && g.reactieUiterlijk) {
    const klaar = voorbij(g.reactieUiterlijk)
    return {
      tekst: klaar ? 'termijn om te reageren voorbij' : `reageren tot en met\u00a0${dagMaand(g.reactieUiterlijk)}`,
      laat: false,
    }
  }
  if (
    g.rapportageUiterlijk &&
    g.rapportageIngediendOp === null &&
    ['rapportage gevraagd', 'voorbereid'].includes(g.stand)
  ) {
    return {
      tekst: `rapportage tot en met\u00a0${dagMaand(g.rapportageUiterlijk)}`,
      laat: voorbij(g.rapportageUiterlijk),
    }
  }
  return { tekst: '', laat: false }
}

/** "10.00 – 11.30 uur" */
export function tijden({ begintijd, eindtijd }: { begintijd: string; eindtijd: string }): string {
  return `${begintijd.replace(':', '.')}\u00a0–\u00a0${eindtijd.replace(':', '.')}\u00a0uur`
}

export const dagVan = (op: Temporal.Instant) => op.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
