import { hoofdletter, woord } from '../ui/notatie.ts'
import type { Werkgroep } from '../ui/werklijst.tsx'

/** The conclusion of the day in two sentences: what is late or due today, and what follows. */
export function leadzin(groepen: Werkgroep[]): { conclusie: string; rest: string } {
  const n = (titel: string) => groepen.find((groep) => groep.titel === titel)?.items.length ?? 0
  const [laat, vandaag, week, open] = [n('Te laat'), n('Vandaag'), n('Deze week'), n('Te doen')]
  return { conclusie: hoofdletter(nu(laat, vandaag)), rest: straks(week, open) }
}

function nu(laat: number, vandaag: number): string {
  const delen = [
    laat > 0 ? `${woord(laat)} ${laat === 1 ? 'ding is' : 'dingen zijn'} te laat` : '',
    vandaag > 0 ? `${woord(vandaag)} ${vandaag === 1 ? 'moet' : 'moeten'} vandaag` : '',
  ].filter((deel) => deel !== '')
  return delen.length === 0 ? 'niets is te laat en niets hoeft vandaag.' : `${delen.join(', ')}.`
}

function straks(week: number, open: number): string {
  const delen = [
    week > 0 ? `Deze week ${week === 1 ? 'volgt' : 'volgen'} er nog ${woord(week)}.` : '',
    open > 0 ? `${hoofdletter(woord(open))} ${open === 1 ? 'staat' : 'staan'} open zonder einddatum.` : '',
  ]
  return delen.filter((deel) => deel !== '').join(' ')
}
