import { plusWerkdagen, type Kalender } from './werkdagen.ts'

type Verzending = {
  verzonden: Temporal.PlainDate
  wijze: 'digitaal' | 'aangetekend'
  bewezenOntvangst?: Temporal.PlainDate
}

/** Day on which a term for the aanbieder starts (TRM-06): proven receipt, else the day sent, one werkdag later by registered mail. */
export function ontvangstdatum(verzending: Verzending, kalender: Kalender): Temporal.PlainDate {
  const { verzonden, wijze, bewezenOntvangst } = verzending
  return bewezenOntvangst ?? (wijze === 'digitaal' ? verzonden : plusWerkdagen(verzonden, 1, kalender))
}
