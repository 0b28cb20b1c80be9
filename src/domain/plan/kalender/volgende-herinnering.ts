import type { Ritme } from './herinneringsregels.ts'

type Lopend = {
  einddatum: Temporal.PlainDate
  /** uiterlijk: after the end somebody must still act; moment: then it is over. */
  aard: 'uiterlijk' | 'moment'
  /** Reminders that were sent. */
  herinneringen: number
}

const na = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) > 0

/**
 * The next day on which somebody is reminded: the first of the rhythm after `vandaag`, null when there is none or the maximum was
 * reached. Days that were missed are not made up for one by one: the one reminder that goes out stands for all of them.
 */
export function volgendeHerinnering(
  { einddatum, aard, herinneringen }: Lopend,
  ritme: Ritme,
  maximum: number,
  vandaag: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (herinneringen >= maximum) return null
  return dagen(einddatum, aard, ritme).find((dag) => na(dag, vandaag)) ?? null
}

/** The same for a term that is planned today: when only its end is left, it is not passed over. */
export function eersteHerinnering(
  termijn: Omit<Lopend, 'herinneringen'>,
  ritme: Ritme,
  maximum: number,
  vandaag: Temporal.PlainDate,
): Temporal.PlainDate | null {
  const volgende = volgendeHerinnering({ ...termijn, herinneringen: 0 }, ritme, maximum, vandaag)
  const vergeten = volgende === null || na(volgende, termijn.einddatum)
  return vergeten && termijn.einddatum.equals(vandaag) ? vandaag : volgende
}

/** The moment in the morning at which the reminders of a day go out. */
export function ochtend(dag: Temporal.PlainDate): Temporal.Instant {
  return dag.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '07:00' }).toInstant()
}

function dagen(einddatum: Temporal.PlainDate, aard: Lopend['aard'], { dagenVooraf, dagenNaAfloop }: Ritme) {
  const vooraf = dagenVooraf.map((days) => einddatum.subtract({ days }))
  const erna = aard === 'moment' ? [] : dagenNaAfloop.map((days) => einddatum.add({ days }))
  return [...vooraf, ...erna].toSorted((a, b) => Temporal.PlainDate.compare(a, b))
}
