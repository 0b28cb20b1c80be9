import { aantal, dagMaand, datumKort, relatief, teLaat } from '../ui/notatie.ts'
import type { Werk, Werkgroep } from '../ui/werklijst.tsx'

/** Something that asks for an act; without a date it is open until somebody takes it up. */
export type Werkpunt = Pick<Werk, 'id' | 'titel' | 'href' | 'tekst'> & {
  vanMij: boolean
  datum: Temporal.PlainDate | null
  /** Without a date: since when, and how it is called */
  sinds?: Temporal.PlainDate | undefined
  actie: string
}

/** Points grouped by when, the first to come first; empty groups are left out by the list. */
export function groepeer(punten: Werkpunt[], vandaag: Temporal.PlainDate): Werkgroep[] {
  const zondag = vandaag.add({ days: 7 - vandaag.dayOfWeek })
  const oudejaar = vandaag.with({ month: 12, day: 31 })
  // As text each date is turned into something to compare once, not at every comparison.
  const opDatum = punten
    .flatMap((punt) => (punt.datum === null ? [] : [{ punt, op: punt.datum.toString() }]))
    .sort((a, b) => (a.op < b.op ? -1 : a.op > b.op ? 1 : 0))
  const tussen = (na: Temporal.PlainDate | null, tot: Temporal.PlainDate | null) => {
    const [begin, einde] = [na?.toString() ?? '', tot?.toString() ?? '~']
    return opDatum.filter(({ op }) => op > begin && op <= einde).map(({ punt }) => punt)
  }
  const gisteren = vandaag.subtract({ days: 1 })
  const weekeinde = Temporal.PlainDate.compare(zondag, oudejaar) < 0 ? zondag : oudejaar
  const groepen: (Omit<Werkgroep, 'items'> & { punten: Werkpunt[] })[] = [
    { titel: 'Te laat', punten: tussen(null, gisteren) },
    { titel: 'Vandaag', punten: tussen(gisteren, vandaag) },
    { titel: 'Deze week', noot: `tot en met ${datumKort(weekeinde)}`, punten: tussen(vandaag, weekeinde) },
    { titel: 'Te doen', noot: 'zonder einddatum', punten: punten.filter(({ datum }) => datum === null) },
    {
      titel: 'Voor het einde van het jaar',
      noot: `tot en met ${datumKort(oudejaar)}`,
      punten: tussen(weekeinde, oudejaar),
    },
    { titel: 'Later', punten: tussen(oudejaar, null) },
  ]
  return groepen.map(({ punten, ...groep }) => ({ ...groep, items: punten.map((punt) => maakWerk(punt, vandaag)) }))
}

/** Makes the first act of the page its filled button. */
export function metHoofdknop(groepen: Werkgroep[]): Werkgroep[] {
  const eerste = groepen.flatMap(({ items }) => items)[0]
  return groepen.map((groep) => ({
    ...groep,
    items: groep.items.map((item) =>
      item === eerste && item.actie ? { ...item, actie: { ...item.actie, hoofd: true } } : item,
    ),
  }))
}

function maakWerk({ id, titel, href, tekst, datum, sinds, actie }: Werkpunt, vandaag: Temporal.PlainDate): Werk {
  const basis = { id, titel, href, tekst, actie: { label: actie, href } }
  if (datum === null) {
    if (!sinds) return { ...basis, wanneer: 'open' }
    const dagen = sinds.until(vandaag).days
    return {
      ...basis,
      wanneer: metJaar(dagMaand(sinds), sinds, vandaag),
      relatief: dagen === 0 ? 'sinds vandaag' : `${aantal(dagen, 'dag', 'dagen')} open`,
    }
  }
  const over = Temporal.PlainDate.compare(datum, vandaag) < 0
  return {
    ...basis,
    wanneer: metJaar(datumKort(datum), datum, vandaag),
    relatief: over ? teLaat(datum, vandaag) : relatief(datum, vandaag),
    teLaat: over,
  }
}

function metJaar(tekst: string, datum: Temporal.PlainDate, vandaag: Temporal.PlainDate): string {
  return datum.year === vandaag.year ? tekst : `${tekst}\u00a0${datum.year}`
}
