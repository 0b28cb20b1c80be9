import { PAGINA, TELGRENS, type Bladzijde } from '../domain/begrippen/lijst.ts'
import { aantal, dagMaand, getal } from './ui/notatie.ts'

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Order and page from a URL; anything unknown is the default. */
export function leesBladzijde<Kolom extends string>(
  query: Record<string, string>,
  kolommen: readonly Kolom[],
  standaard: { sorteer: Kolom; richting: 'op' | 'af' },
): Bladzijde<Kolom> {
  const sorteer = kolommen.find((kolom) => kolom === query['sorteer'])
  const richting = query['richting']
  return {
    sorteer: sorteer ?? standaard.sorteer,
    richting: richting === 'op' || richting === 'af' ? richting : standaard.richting,
    pagina: /^[1-9][0-9]{0,3}$/.test(query['pagina'] ?? '') ? Number(query['pagina']) : 1,
  }
}

type Volgorde = { sorteer: string; richting: 'op' | 'af' }

/** The order as it stands in a URL; the default one is left out. */
export function volgordeInUrl({ sorteer, richting }: Volgorde, standaard: Volgorde): Partial<Volgorde> {
  return sorteer === standaard.sorteer && richting === standaard.richting ? {} : { sorteer, richting }
}

/** One of a few words from a URL, else undefined. */
export function leesWoord<T extends string>(waarde: string | undefined, woorden: readonly T[]): T | undefined {
  return woorden.find((woord) => woord === waarde)
}

/** "24 aanbieders", or "meer dan 1.000 aanbieders" where counting stopped. */
export function hoeveel(totaal: number, enkel: string, meer: string): string {
  return totaal > TELGRENS ? `meer dan ${getal(TELGRENS)} ${meer}` : aantal(totaal, enkel, meer)
}

/** The same as the first words of a sentence: none is "Geen aanbieders". */
export function hoeveelVooraan(totaal: number, enkel: string, meer: string): string {
  return totaal === 0 ? `Geen ${meer}` : hoeveel(totaal, enkel, meer)
}

/** What `<Bladeren>` needs for this page of a list. */
export function bladstand(pagina: number, { rijen, totaal }: { rijen: unknown[]; totaal: number }) {
  const eerste = (pagina - 1) * PAGINA
  return {
    pagina,
    paginas: Math.max(
      1,
      Math.ceil(Math.min(totaal, TELGRENS) / PAGINA),
      rijen.length === PAGINA && totaal > TELGRENS ? pagina + 1 : pagina,
    ),
    van: rijen.length === 0 ? 0 : eerste + 1,
    tot: eerste + rijen.length,
    totaal: Math.min(totaal, TELGRENS),
    meer: totaal > TELGRENS,
  }
}

/** "31 dec 2026": in columns the day of the week only takes room. */
export function datumZonderDag(dag: Temporal.PlainDate): string {
  return `${dagMaand(dag)}\u00a0${dag.year}`
}
