import { z } from 'zod'
import { eerstePaasdag } from './paasdatum.ts'

type Feestdagregel = { naam: string; datum: (jaar: number) => Temporal.PlainDate }

const vast = (maand: number, dag: number) => (jaar: number) => new Temporal.PlainDate(jaar, maand, dag)
const naPasen = (dagen: number) => (jaar: number) => eerstePaasdag(jaar).add({ days: dagen })

/** Every holiday a regelset can choose from (Algemene termijnenwet art. 3 and the two Sundays). */
export const feestdagregels = {
  nieuwjaarsdag: { naam: 'Nieuwjaarsdag', datum: vast(1, 1) },
  'goede-vrijdag': { naam: 'Goede Vrijdag', datum: naPasen(-2) },
  'eerste-paasdag': { naam: 'Eerste Paasdag', datum: naPasen(0) },
  'tweede-paasdag': { naam: 'Tweede Paasdag', datum: naPasen(1) },
  koningsdag: { naam: 'Koningsdag', datum: koningsdag },
  bevrijdingsdag: { naam: 'Bevrijdingsdag', datum: vast(5, 5) },
  hemelvaartsdag: { naam: 'Hemelvaartsdag', datum: naPasen(39) },
  'eerste-pinksterdag': { naam: 'Eerste Pinksterdag', datum: naPasen(49) },
  'tweede-pinksterdag': { naam: 'Tweede Pinksterdag', datum: naPasen(50) },
  'eerste-kerstdag': { naam: 'Eerste Kerstdag', datum: vast(12, 25) },
  'tweede-kerstdag': { naam: 'Tweede Kerstdag', datum: vast(12, 26) },
} satisfies Record<string, Feestdagregel>

export type FeestdagCode = keyof typeof feestdagregels

/** Which days are free besides Saturday and Sunday; a part of the regelset (TRM-02, AMB-49). */
export const Kalender = z.object({
  feestdagen: z.array(z.enum(Object.keys(feestdagregels) as [FeestdagCode, ...FeestdagCode[]])).readonly(),
  bijzondereDagen: z.array(z.object({ datum: z.iso.date(), naam: z.string().min(1) })).readonly(),
})

export type Kalender = z.infer<typeof Kalender>

/** The holidays of a year that count in this calendar, in order of date. */
export function feestdagenVan(jaar: number, kalender: Kalender): { datum: Temporal.PlainDate; naam: string }[] {
  const bijzonder = kalender.bijzondereDagen.map(({ datum, naam }) => ({ datum: Temporal.PlainDate.from(datum), naam }))
  return kalender.feestdagen
    .map((code) => ({ datum: feestdagregels[code].datum(jaar), naam: feestdagregels[code].naam }))
    .concat(bijzonder.filter(({ datum }) => datum.year === jaar))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.datum, b.datum))
}

/** Why this day is no werkdag: "zaterdag", "zondag" or the name of the holiday; null on a werkdag. */
export function vrijeDag(datum: Temporal.PlainDate, kalender: Kalender): string | null {
  if (datum.dayOfWeek > 5) {
    return datum.dayOfWeek === 6 ? 'zaterdag' : 'zondag'
  }
  return namenPerDag(datum.year, kalender).get(datum.toString()) ?? null
}

export function isWerkdag(datum: Temporal.PlainDate, kalender: Kalender): boolean {
  return vrijeDag(datum, kalender) === null
}

/** The day itself when it is a werkdag, else the first one after it. */
export function volgendeWerkdag(datum: Temporal.PlainDate, kalender: Kalender): Temporal.PlainDate {
  return isWerkdag(datum, kalender) ? datum : plusWerkdagen(datum, 1, kalender)
}

/** The day `aantal` werkdagen after `datum`, which is day 0 (TRM-03); a negative number counts back, 0 is the day itself. */
export function plusWerkdagen(datum: Temporal.PlainDate, aantal: number, kalender: Kalender): Temporal.PlainDate {
  return telWerkdagen(datum, aantal, kalender).at(-1)?.datum ?? datum
}

/** Every day passed while counting `aantal` werkdagen, with the reason when it does not count; ends on the last werkdag. */
export function telWerkdagen(
  datum: Temporal.PlainDate,
  aantal: number,
  kalender: Kalender,
): { datum: Temporal.PlainDate; vrij: string | null }[] {
  const dagen: { datum: Temporal.PlainDate; vrij: string | null }[] = []
  const days = Math.sign(aantal)

  for (let geteld = 0, dag = datum.add({ days }); geteld < Math.abs(aantal); dag = dag.add({ days })) {
    const vrij = vrijeDag(dag, kalender)
    dagen.push({ datum: dag, vrij })
    geteld += vrij === null ? 1 : 0
  }
  return dagen
}

// A calendar is asked for thousands of days in a row; its holidays of a year are worked out once.
const bewaard = new WeakMap<Kalender, Map<number, Map<string, string>>>()

function namenPerDag(jaar: number, kalender: Kalender): Map<string, string> {
  const jaren = bewaard.get(kalender) ?? new Map<number, Map<string, string>>()
  const namen =
    jaren.get(jaar) ?? new Map(feestdagenVan(jaar, kalender).map(({ datum, naam }) => [datum.toString(), naam]))
  bewaard.set(kalender, jaren.set(jaar, namen))
  return namen
}

/** 27 April, or 26 April when the 27th is a Sunday. */
function koningsdag(jaar: number): Temporal.PlainDate {
  const dag = new Temporal.PlainDate(jaar, 4, 27)
  return dag.dayOfWeek === 7 ? dag.subtract({ days: 1 }) : dag
}
