import type { Stand, Termijnfilter } from '../../domain/plan/kalender/termijn.sql.ts'
import { leesWoord, UUID } from '../lijst.ts'

/** What somebody chose in the calendar; the words of the URL. */
export type Kalenderkeuze = {
  weergave: 'lijst' | 'maand'
  stand: 'open' | 'alle' | Stand
  /** 'mij', everybody, or somebody by id. */
  van: string
  /** What the term is of; '' is everything. */
  bron: string
  aanbieder: string | undefined
  overeenkomst: string | undefined
  /** Undefined: every year; with a month, that month only. */
  jaar: number | undefined
  maand: number | undefined
  pagina: number
}

export function leesKalenderkeuze(query: Record<string, string>): Kalenderkeuze {
  const getal = (naam: string, patroon: RegExp) => (patroon.test(query[naam] ?? '') ? Number(query[naam]) : undefined)
  const uuid = (naam: string) => (UUID.test(query[naam] ?? '') ? query[naam] : undefined)
  const jaar = getal('jaar', /^20\d\d$/)
  return {
    weergave: leesWoord(query['weergave'], ['maand']) ?? 'lijst',
    stand: leesWoord(query['stand'], ['alle', 'verstreken', 'gehaald', 'vervallen']) ?? 'open',
    van: leesWoord(query['van'], ['iedereen']) ?? uuid('van') ?? 'mij',
    bron: /^[a-z][a-z-]{0,39}$/.test(query['bron'] ?? '') ? query['bron']! : '',
    aanbieder: uuid('aanbieder'),
    overeenkomst: uuid('overeenkomst'),
    jaar,
    maand: jaar === undefined ? undefined : getal('maand', /^([1-9]|1[0-2])$/),
    pagina: getal('pagina', /^[1-9]\d{0,3}$/) ?? 1,
  }
}

/** The choice as it stands in a URL, without the page; what is the default is left out. */
export function kalenderQuery({ weergave, stand, van, bron, pagina: _, ...rest }: Kalenderkeuze) {
  return {
    ...rest,
    ...(weergave !== 'lijst' && { weergave }),
    ...(stand !== 'open' && { stand }),
    ...(van !== 'mij' && { van }),
    ...(bron !== '' && { bron }),
  }
}

/** Whose terms, by id; undefined is everybody's. */
export function gekozenPersoon({ van }: Kalenderkeuze, ik: string): string | undefined {
  return van === 'iedereen' ? undefined : van === 'mij' ? ik : van
}

/** Which terms, without whose and without the days. */
export function kalenderfilter({ stand, bron, aanbieder, overeenkomst }: Kalenderkeuze): Termijnfilter {
  return {
    aanbiederId: aanbieder,
    overeenkomstId: overeenkomst,
    stand: stand === 'alle' ? undefined : stand,
    bron: bron === '' ? undefined : bron,
  }
}

/** The days of the list: a month, a year, or all. */
export function kalenderdagen({
  jaar,
  maand,
}: Pick<Kalenderkeuze, 'jaar' | 'maand'>): Pick<Termijnfilter, 'van' | 'tot'> {
  if (jaar === undefined) return {}
  if (maand === undefined) return { van: new Temporal.PlainDate(jaar, 1, 1), tot: new Temporal.PlainDate(jaar, 12, 31) }
  const van = new Temporal.PlainDate(jaar, maand, 1)
  return { van, tot: van.add({ months: 1 }).subtract({ days: 1 }) }
}
