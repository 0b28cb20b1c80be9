import type { Getoond } from '../../domain/begrippen/getoond-aantal.ts'
import { aantal, getal } from './notatie.ts'

const NBSP = '\u00a0'

/** "37", "minder dan 10" or "10 of meer" */
export function getoond(hoeveel: Getoond): string {
  if (typeof hoeveel === 'number') return getal(hoeveel)
  return 'onder' in hoeveel
    ? ['minder', 'dan', getal(hoeveel.onder)].join(NBSP)
    : [getal(hoeveel.vanaf), 'of', 'meer'].join(NBSP)
}

/** "1 cliënt", "minder dan 10 cliënten" */
export function getoondAantal(hoeveel: Getoond, enkelvoud: string, meervoud: string): string {
  return typeof hoeveel === 'number' ? aantal(hoeveel, enkelvoud, meervoud) : getoond(hoeveel) + NBSP + meervoud
}

/** A number that may not be told to this person: hatched grey, in words, never 0. */
export function Afgeschermd({ minimum }: { minimum: number }) {
  return (
    <span className="ov-afgeschermd">
      <i>{getoond({ onder: minimum })}</i>
    </span>
  )
}
