import type { Wachtregel } from '../../../platform/mislukkingen.ts'

const DAG = 86_400

type Regel = {
  vrij: number
  eerste: number
  hoogstens: number
  vergeet: number
  laatste?: { na: number; seconden: number }
}

// Own choice within NIST SP 800-63B-4 §3.2.2: at most a hundred failures in a row, with a growing wait before that. The wait is for who
// comes from an unknown device; a device from which the person signed in before has a counter of its own, so that nobody can lock out
// somebody else by guessing (ASVS V6.1.1, V6.3.1).
export const wachtregels = {
  account: { vrij: 5, eerste: 30, hoogstens: 900, vergeet: 30 * DAG, laatste: { na: 100, seconden: DAG } },
  'bekend toestel': { vrij: 5, eerste: 30, hoogstens: 900, vergeet: 30 * DAG },
  // a whole gemeente can come from one address
  adres: { vrij: 30, eerste: 30, hoogstens: 900, vergeet: DAG },
} as const satisfies Record<string, Regel>

/** Seconds to wait after this many failures in a row: nothing at first, then twice as long each time. */
export function wachttijd({ vrij, eerste, hoogstens, laatste }: Regel, aantal: number): number {
  if (aantal < vrij) return 0
  if (laatste !== undefined && aantal >= laatste.na) return laatste.seconden
  return Math.min(hoogstens, eerste * 2 ** (aantal - vrij))
}

/** The same as a list, for the database to look up. */
export function wachtregel(regel: Regel): Wachtregel {
  return { wachttijden: Array.from({ length: 100 }, (_, i) => wachttijd(regel, i + 1)), vergeet: regel.vergeet }
}
