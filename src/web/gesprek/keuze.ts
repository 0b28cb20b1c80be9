import type { Bladzijde } from '../../domain/begrippen/lijst.ts'
import type { Gesprekskolom } from '../../domain/act/gesprek/list-gesprekken.ts'
import type { Gezienkolom } from '../../domain/act/gesprek/list-gezien.ts'
import type { Context } from '../../platform/context.ts'
import { aanbiederfilter, leesAanbiederkeuze, type Aanbiederkeuze } from '../aanbiederkeuze.ts'
import { leesBladzijde, leesWoord, volgordeInUrl } from '../lijst.ts'

const STANDEN = ['verslag', 'definitief', 'geannuleerd', 'alle'] as const

export type Gespreksoverzicht = Bladzijde<Gesprekskolom> &
  Aanbiederkeuze & { stand: 'komend' | (typeof STANDEN)[number]; soort: string; jaar: string }

export const STANDAARD = { sorteer: 'datum', richting: 'op' } as const

/** The choice in the list of meetings from a URL; anything unknown is the default. */
export function leesKeuze(query: Record<string, string>): Gespreksoverzicht {
  const { soort = '', jaar = '' } = query
  return {
    ...leesBladzijde(query, ['datum', 'titel', 'aanbieder', 'stand'], STANDAARD),
    stand: leesWoord(query['stand'], STANDEN) ?? 'komend',
    soort: /^[a-z-]{1,60}$/.test(soort) ? soort : '',
    jaar: /^\d{4}$/.test(jaar) ? jaar : '',
    ...leesAanbiederkeuze(query),
  }
}

export function leesFilter(ctx: Context, keuze: Gespreksoverzicht) {
  const { stand, soort, jaar } = keuze
  return {
    stand: stand === 'alle' ? undefined : stand,
    soort: soort || undefined,
    jaar: jaar ? Number(jaar) : undefined,
    ...aanbiederfilter(ctx, keuze),
  }
}

/** The choice as it stands in a URL; the default order is left out. */
export function gespreksquery(keuze: Gespreksoverzicht) {
  const { stand, soort, jaar, van, aanbieder } = keuze
  return { stand: stand === 'komend' ? '' : stand, soort, jaar, van, aanbieder, ...volgordeInUrl(keuze, STANDAARD) }
}

export type Gezienkeuze = Bladzijde<Gezienkolom> & { jaar: number; alle: boolean; van: 'mij' | '' }

export const GEZIEN_STANDAARD = { sorteer: 'naam', richting: 'op' } as const

export function leesGezienkeuze(query: Record<string, string>, vandaag: Temporal.PlainDate): Gezienkeuze {
  return {
    ...leesBladzijde(query, ['naam', 'nodig', 'gehouden', 'laatste'], GEZIEN_STANDAARD),
    jaar: leesJaar(query['jaar'], vandaag),
    alle: query['toon'] === 'alle',
    van: query['van'] === 'mij' ? 'mij' : '',
  }
}

export function gezienquery(keuze: Gezienkeuze, vandaag: Temporal.PlainDate) {
  const { jaar, alle, van } = keuze
  return {
    jaar: jaar === vandaag.year ? '' : String(jaar),
    toon: alle ? 'alle' : '',
    van,
    ...volgordeInUrl(keuze, GEZIEN_STANDAARD),
  }
}

export function leesJaar(tekst: string | undefined, vandaag: Temporal.PlainDate): number {
  return /^20\d{2}$/.test(tekst ?? '') ? Number(tekst) : vandaag.year
}
