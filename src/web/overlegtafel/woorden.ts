import type { KandidaatInTafel } from '../../domain/act/overlegtafel/list-kandidaten.ts'
import type { Overlegtafel, TafelInLijst } from '../../domain/act/overlegtafel/queries.ts'
import type { Criterium } from '../../domain/act/overlegtafel/beurt.ts'
import type { Grootteklasse } from '../../domain/act/overlegtafel/regels.ts'
import { toonGrens } from '../../domain/begrippen/getoond-aantal.ts'
import { categorienaam } from '../../domain/begrippen/productcategorie.ts'
import { getoond } from '../ui/getoond.tsx'
import { aantal, bedragHeel, datum, getal, hoofdletter, opsomming } from '../ui/notatie.ts'
import { wetten } from '../gebruiker/woorden.ts'

export const klassenamen: Record<Grootteklasse, string> = {
  groot: 'Groot',
  middelgroot: 'Middelgroot',
  klein: 'Klein of zzp',
}

/** What a table is about, in words: its products, its theme, or both. */
export function onderwerpzin({ categorieen, thema }: Pick<TafelInLijst, 'categorieen' | 'thema'>): string {
  const producten = opsomming(categorieen.map(categorienaam))
  return thema === '' ? producten : producten === '' ? thema : `${producten}; ${thema}`
}

/** "wo 25 nov 2026, 13.30 uur" */
export function wanneer({ datum: dag, begintijd }: Pick<Overlegtafel, 'datum' | 'begintijd'>): string {
  return begintijd === '' ? datum(dag) : `${datum(dag)}, ${begintijd.replace(':', '.')}\u00a0uur`
}

const criteria: Record<Criterium, string> = {
  'langst geleden': 'deze aanbieder is daar het langst niet uitgenodigd',
  'meeste clienten': 'deze aanbieder heeft daar de meeste cliënten',
  'laagste kvk': 'deze aanbieder heeft daar het laagste KvK-nummer',
  'laagste agb': 'deze aanbieder heeft daar de laagste AGB-code',
}

const achterom: Record<Criterium, string> = {
  'langst geleden': 'wie voorging was langer niet uitgenodigd',
  'meeste clienten': 'wie voorging heeft meer cliënten',
  'laagste kvk': 'wie voorging heeft een lager KvK-nummer',
  'laagste agb': 'wie voorging heeft een lagere AGB-code',
}

/** Why the proposal invites this aanbieder or does not; `namen`: of aanbieders, by id. */
export function redenzin({ reden, klasse, subregio }: KandidaatInTafel, namen: ReadonlyMap<string, string>): string {
  const wie = (id: string) => namen.get(id) ?? 'een andere aanbieder'
  switch (reden.soort) {
    case 'allen':
      return 'Alle relevante aanbieders zijn uitgenodigd.'
    case 'gekozen':
      return `Stoel ${reden.stoel} van ${klassenamen[klasse].toLowerCase()}. ${subregio} was aan de beurt; ${
        reden.door === null ? 'daar is niemand anders meer' : criteria[reden.door]
      }.`
    case 'vervangt':
      return `In de plaats van ${wie(reden.voor)}, die niet wordt uitgenodigd: de volgende van dezelfde klasse${
        reden.zelfdeSubregio ? ' en subregio' : '; in die subregio was niemand meer'
      }.`
    case 'quotum vol':
      return `Het quotum is vol. Plaats ${reden.rang} in ${subregio}${
        reden.na === null ? '; die subregio was niet aan de beurt' : `: ${achterom[reden.na]}`
      }.`
    case 'uitgesloten':
      return `Besloten is deze aanbieder niet uit te nodigen.${
        reden.vervangenDoor === null
          ? reden.aanDeBeurt
            ? ' Er is geen gelijksoortige aanbieder meer.'
            : ' Zij was ook niet aan de beurt.'
          : ` In haar plaats: ${wie(reden.vervangenDoor)}.`
      }`
  }
}

/** How the size class came about, step by step; how many clients only roughly for who does not work with cases (`minimum`, S44). */
export function omvangstappen(
  { omvang, klasse }: KandidaatInTafel,
  minimum: number | null,
): { stap: string; uitkomst: string }[] {
  const { jaar, clienten, medewerkers, omzetCent, budget, punten, zzp } = omvang
  const wet = wetten[omvang.wet ?? 'wmo']
  const naar = (punt: number | null | undefined) => (punt == null ? 'telt niet mee' : aantal(punt, 'punt', 'punten'))
  return [
    {
      stap: `Cliënten ${wet} in ${jaar}: ${clienten === null ? 'niet bekend' : getoond(minimum === null ? clienten : toonGrens(clienten, minimum))}`,
      uitkomst: naar(punten?.clienten),
    },
    {
      stap: `Medewerkers: ${medewerkers === null ? 'niet bekend' : getal(medewerkers)}`,
      uitkomst: naar(punten?.medewerkers),
    },
    {
      stap: `${budget ? `Budget ${wet} in ${jaar + 1}` : `Omzet ${wet} in ${jaar}`}: ${omzetCent === null ? 'niet bekend' : bedragHeel(omzetCent)}`,
      uitkomst: naar(punten?.omzetCent),
    },
    {
      stap: zzp
        ? 'Zonder medewerkers: een zzp’er is klein'
        : punten
          ? 'De middelste telt'
          : 'Niets bekend: de opgegeven klasse telt',
      uitkomst: hoofdletter(klassenamen[klasse]),
    },
  ]
}

export const antwoorden = { komt: 'Komt', afgemeld: 'Afgemeld' } as const
