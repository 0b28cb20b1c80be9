import { z } from 'zod'
import { Bron } from './bron.ts'
import { telWerkdagen, volgendeWerkdag, vrijeDag, type Kalender } from './werkdagen.ts'

const omschrijving = {
  code: z.string().regex(/^[a-z0-9-]+$/, 'Gebruik kleine letters, cijfers en streepjes'),
  naam: z.string().min(1),
  startgebeurtenis: z.string().min(1),
  kalender: z.literal('feestdagen', 'De vrije dagen staan in het deel feestdagen van de regelset'),
  bron: Bron,
}

const Vast = z.object({
  ...omschrijving,
  eenheid: z.literal('vaste datum'),
  maand: z.int().min(1).max(12),
  dag: z.int().min(1).max(31),
})

const Lopend = z
  .object({
    ...omschrijving,
    eenheid: z.enum(['werkdagen', 'kalenderdagen', 'weken', 'maanden']),
    lengte: z.int('Vul een geheel getal in').min(0).max(9999),
    richting: z.enum(['vooruit', 'achteruit']),
    doorrollen: z.enum(['niet', 'volgende werkdag']),
  })
  .refine((termijn) => termijn.doorrollen === 'niet' || magDoorrollen(termijn), {
    path: ['doorrollen'],
    message: 'Alleen een termijn vooruit in weken of kalenderdagen kan doorschuiven naar een werkdag',
  })

/** A term is data (TRM-01): unit, length, start event, roll rule, holiday calendar and source. */
export const Termijn = z.discriminatedUnion('eenheid', [Vast, Lopend])

export type Termijn = z.infer<typeof Termijn>

/** The part of a term that is needed to count with it. */
export type Looptijd =
  | Pick<z.infer<typeof Vast>, 'eenheid' | 'maand' | 'dag'>
  | Pick<z.infer<typeof Lopend>, 'eenheid' | 'lengte' | 'richting' | 'doorrollen'>

/** One line of the calculation, to show to people. `datum` is the day reached. */
export type Stap =
  | { soort: 'start'; datum: Temporal.PlainDate }
  | { soort: 'geteld'; datum: Temporal.PlainDate; aantal: number; eenheid: 'werkdagen' | 'dagen' | 'maanden' }
  | { soort: 'overgeslagen'; datum: Temporal.PlainDate; reden: string }
  | { soort: 'laatste dag van de maand'; datum: Temporal.PlainDate }
  | { soort: 'vaste datum'; datum: Temporal.PlainDate }
  | { soort: 'doorgeschoven'; datum: Temporal.PlainDate; reden: string }

export type BerekendeTermijn = {
  einddatum: Temporal.PlainDate
  /** The end before it moved to a werkdag. */
  ruweEinddatum: Temporal.PlainDate
  stappen: Stap[]
}

/** Counts a term from its start event, which is day 0 (TRM-03). The last day itself still belongs to the term. */
export function berekenTermijn(
  termijn: Looptijd,
  startdatum: Temporal.PlainDate,
  kalender: Kalender,
): BerekendeTermijn {
  const stappen: Stap[] = [{ soort: 'start', datum: startdatum }, ...tel(termijn, startdatum, kalender)]
  const ruweEinddatum = stappen.at(-1)?.datum ?? startdatum
  const reden = moetDoorrollen(termijn) ? vrijeDag(ruweEinddatum, kalender) : null

  if (reden === null) {
    return { einddatum: ruweEinddatum, ruweEinddatum, stappen }
  }
  const einddatum = volgendeWerkdag(ruweEinddatum, kalender)
  return { einddatum, ruweEinddatum, stappen: [...stappen, { soort: 'doorgeschoven', datum: einddatum, reden }] }
}

/** The last second of a term: 23:59:59 in Amsterdam on the last day (TRM-03). */
export function eindmoment(einddatum: Temporal.PlainDate): Temporal.ZonedDateTime {
  return einddatum.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '23:59:59' })
}

/** Did it happen in time? Judged by the day in Amsterdam, so also the last second of the last day counts. */
export function isBinnenTermijn(moment: Temporal.Instant, einddatum: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(moment.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate(), einddatum) <= 0
}

// TRM-05: only weeks and calendar days forward move; months, notice periods and terms counted back never do.
function magDoorrollen({ eenheid, richting }: { eenheid: string; richting: string }): boolean {
  return richting === 'vooruit' && (eenheid === 'weken' || eenheid === 'kalenderdagen')
}

function moetDoorrollen(termijn: Looptijd): boolean {
  return termijn.eenheid !== 'vaste datum' && termijn.doorrollen === 'volgende werkdag' && magDoorrollen(termijn)
}

function tel(termijn: Looptijd, start: Temporal.PlainDate, kalender: Kalender): Stap[] {
  if (termijn.eenheid === 'vaste datum') {
    return [{ soort: 'vaste datum', datum: eerstvolgende(termijn, start) }]
  }
  const aantal = termijn.richting === 'vooruit' ? termijn.lengte : -termijn.lengte

  switch (termijn.eenheid) {
    case 'werkdagen':
      return telInWerkdagen(start, aantal, kalender)
    case 'kalenderdagen':
      return [{ soort: 'geteld', datum: start.add({ days: aantal }), aantal, eenheid: 'dagen' }]
    case 'weken':
      // TRM-04: n weeks are 7 × n days and end on the same day of the week.
      return [{ soort: 'geteld', datum: start.add({ days: 7 * aantal }), aantal: 7 * aantal, eenheid: 'dagen' }]
    case 'maanden':
      return telMaanden(start, aantal)
  }
}

function telInWerkdagen(start: Temporal.PlainDate, aantal: number, kalender: Kalender): Stap[] {
  let geteld = 0
  return telWerkdagen(start, aantal, kalender).map(({ datum, vrij }) => {
    if (vrij !== null) {
      return { soort: 'overgeslagen', datum, reden: vrij }
    }
    geteld += Math.sign(aantal)
    return { soort: 'geteld', datum, aantal: geteld, eenheid: 'werkdagen' }
  })
}

function telMaanden(start: Temporal.PlainDate, aantal: number): Stap[] {
  const datum = start.add({ months: aantal })
  const geteld: Stap = { soort: 'geteld', datum, aantal, eenheid: 'maanden' }
  return datum.day === start.day ? [geteld] : [geteld, { soort: 'laatste dag van de maand', datum }]
}

/** The first time this day comes round after the start event; 31 in a short month is its last day. */
function eerstvolgende({ maand, dag }: { maand: number; dag: number }, start: Temporal.PlainDate): Temporal.PlainDate {
  const ditJaar = Temporal.PlainDate.from({ year: start.year, month: maand, day: dag })
  return Temporal.PlainDate.compare(ditJaar, start) > 0
    ? ditJaar
    : Temporal.PlainDate.from({ year: start.year + 1, month: maand, day: dag })
}
