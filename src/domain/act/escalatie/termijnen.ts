import { berekenTermijn } from '../../begrippen/termijn.ts'
import { isWerkdag, volgendeWerkdag, type Kalender } from '../../begrippen/werkdagen.ts'
import type { Laddertermijn } from './ladder.ts'
import type { Schorsing, Termijnstand, Verzending, Zaak } from './zaak.ts'

/** Starts a term of a ladder: counted from its start, or on the day that was agreed (ESA-05, ESA-10). The one place that counts terms. */
export function startTermijn(
  termijn: Laddertermijn,
  start: Temporal.PlainDate,
  afgesproken: Temporal.PlainDate | undefined,
  kalender: Kalender,
): Termijnstand {
  const { looptijd, code } = termijn
  const berekend = looptijd && berekenTermijn({ ...looptijd, richting: 'vooruit' }, start, kalender)
  if (!berekend && !afgesproken) throw new Error(`term ${code} needs the day that was agreed`)
  const einddatum = afgesproken ?? berekend!.einddatum
  return {
    code,
    start,
    einddatum,
    afgesproken: berekend === null || !berekend.einddatum.equals(einddatum),
    stappen: berekend?.stappen ?? [{ soort: 'start', datum: start }],
    klaar: null,
  }
}

// TRM-06 [D]: digital on the day it was sent, post one working day later, unless there is proof of delivery (AMB-43).
export function ontvangstdatum({ datum, wijze, ontvangen }: Verzending, kalender: Kalender): Temporal.PlainDate {
  if (ontvangen) return ontvangen
  return wijze === 'digitaal' ? datum : volgendeWerkdag(datum.add({ days: 1 }), kalender)
}

/** The last day of a term with the days that an objection stopped it (AMB-44), rolled to a working day. */
export function werkelijkEinde(
  termijn: Pick<Termijnstand, 'code' | 'start' | 'einddatum'>,
  schorsingen: readonly Schorsing[],
  kalender: Kalender,
): Temporal.PlainDate {
  let einde = termijn.einddatum
  for (const schorsing of schorsingen) {
    if (!raakt(termijn, schorsing, einde)) continue
    einde = einde.add({ days: dagenStil(schorsing) })
    if (!isWerkdag(einde, kalender)) einde = volgendeWerkdag(einde, kalender)
  }
  return einde
}

/** The times that an objection stopped a term: from when, until when, how many days that is. */
export function stilstanden(
  termijn: Pick<Termijnstand, 'code' | 'start' | 'einddatum'> & { werkelijkEinde: Temporal.PlainDate },
  schorsingen: readonly Schorsing[],
) {
  return schorsingen
    .filter((schorsing) => raakt(termijn, schorsing, termijn.werkelijkEinde))
    .map((schorsing) => ({ vanaf: schorsing.vanaf, tot: eindeVan(schorsing), dagen: dagenStil(schorsing) }))
}

function raakt(
  { code, start }: Pick<Termijnstand, 'code' | 'start'>,
  { termijnen, vanaf }: Schorsing,
  einde: Temporal.PlainDate,
) {
  return termijnen.includes(code) && voor(start, vanaf) && voor(vanaf, einde)
}

function dagenStil(schorsing: Schorsing): number {
  return schorsing.vanaf.until(eindeVan(schorsing)).days
}

/** The last day on which an objection suspends: the outcome, or the day by which it should have been there. */
export function eindeVan({ tot, uiterlijk }: Schorsing): Temporal.PlainDate {
  return tot !== null && Temporal.PlainDate.compare(tot, uiterlijk) < 0 ? tot : uiterlijk
}

/** Whether an objection suspends on this day: from the day it came until the day before the outcome. */
export function isGeschorst(schorsingen: readonly Schorsing[], dag: Temporal.PlainDate): boolean {
  return schorsingen.some(({ vanaf, tot, uiterlijk }) => {
    const begonnen = Temporal.PlainDate.compare(vanaf, dag) <= 0
    const voorbij =
      (tot !== null && Temporal.PlainDate.compare(tot, dag) <= 0) || Temporal.PlainDate.compare(uiterlijk, dag) < 0
    return begonnen && !voorbij
  })
}

/** The term with this code that was started last. */
export function laatsteTermijn({ termijnen }: Pick<Zaak, 'termijnen'>, code: string): Termijnstand | undefined {
  return termijnen.findLast((termijn) => termijn.code === code)
}

function voor(een: Temporal.PlainDate, ander: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(een, ander) <= 0
}
