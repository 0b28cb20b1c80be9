import { z } from 'zod'
import { kapAf, procent } from '../../begrippen/percentage.ts'
import {
  gemiddeldePerClient,
  letterlijkPerClient,
  telClienten,
  telUitkomstenVan,
  type Clientgroep,
} from './gemiddelde-per-client.ts'

// KPI-33: a stuurindicator is a measurement to steer by, about all subregio's of an aanbieder together. It has no norm, no scale and
// no judgement, and nothing follows from it by itself. Below the smallest number only that number is kept (FRM-05).

const aantal = z.int().min(0)
const teKlein = z.object({ n: aantal, waarde: z.null() })

export const Resultaatrealisatie = z.union([
  teKlein,
  z.object({
    n: aantal,
    waarde: z.string(),
    letterlijk: z.string(),
    evaluaties: aantal,
    inZorg: aantal,
    daarvan: aantal,
    tussentijds: aantal,
  }),
])
export type Resultaatrealisatie = z.infer<typeof Resultaatrealisatie>

/** FRM-04: how far results were reached, in percent. Of the clients in care `daarvan` were evaluated (coverage), `tussentijds` (also) in between. */
export function resultaatrealisatie(
  groepen: readonly Clientgroep[],
  { inZorg, daarvan, tussentijds }: { inZorg: number; daarvan: number; tussentijds: number },
  minimum: number,
): Resultaatrealisatie {
  const n = telClienten(groepen)
  const gemiddelde = gemiddeldePerClient(groepen)
  const letterlijk = letterlijkPerClient(groepen)
  return n < minimum || gemiddelde === null || letterlijk === null
    ? { n, waarde: null }
    : {
        n,
        waarde: procent(gemiddelde.teller, gemiddelde.noemer, 1),
        letterlijk: kapAf(letterlijk.teller, letterlijk.noemer, 2),
        evaluaties: telUitkomstenVan(groepen),
        inZorg,
        daarvan,
        tussentijds,
      }
}

const Onderzoek = z.object({ veldwerkEinde: z.iso.date(), n: aantal, waarde: z.string().nullable() })

export const TevredenheidPerClient = z.union([
  teKlein,
  z.object({ n: aantal, waarde: z.string(), antwoorden: aantal, onderzoeken: z.array(Onderzoek) }),
])
export type TevredenheidPerClient = z.infer<typeof TevredenheidPerClient>

/** FRM-05: mean grade with one value per client, over all surveys of the year and of each survey (KPI-30). `som` in tenths. */
export function tevredenheidPerClient(
  groepen: readonly Clientgroep[],
  onderzoeken: readonly { veldwerkEinde: string; groepen: readonly Clientgroep[] }[],
  minimum: number,
): TevredenheidPerClient {
  const n = telClienten(groepen)
  const waarde = cijfer(groepen, minimum)
  return waarde === null
    ? { n, waarde }
    : {
        n,
        waarde,
        antwoorden: telUitkomstenVan(groepen),
        onderzoeken: onderzoeken.map((onderzoek) => ({
          veldwerkEinde: onderzoek.veldwerkEinde,
          n: telClienten(onderzoek.groepen),
          waarde: cijfer(onderzoek.groepen, minimum),
        })),
      }
}

function cijfer(groepen: readonly Clientgroep[], minimum: number): string | null {
  const gemiddelde = gemiddeldePerClient(groepen)
  return telClienten(groepen) < minimum || gemiddelde === null
    ? null
    : kapAf(gemiddelde.teller, 10n * gemiddelde.noemer, 2)
}

const Eindreden = z.object({ wet: z.enum(['wmo', 'jw']), code: z.string(), clienten: aantal })

export const VoortijdigeUitval = z.union([
  teKlein,
  z.object({ n: aantal, waarde: z.string(), voortijdig: aantal, redenen: z.array(Eindreden), overig: aantal }),
])
export type VoortijdigeUitval = z.infer<typeof VoortijdigeUitval>

/**
 * FRM-15: clients whose care ended prematurely, in percent of those whose care ended. `redenen` (KPI-32) holds the reasons of at
 * least `minimum` clients, most first; `overig` counts the rest together.
 */
export function voortijdigeUitval(
  { n, voortijdig, redenen }: { n: number; voortijdig: number; redenen: readonly z.infer<typeof Eindreden>[] },
  minimum: number,
): VoortijdigeUitval {
  if (n < minimum) {
    return { n, waarde: null }
  }
  const groot = redenen.filter(({ clienten }) => clienten >= minimum)
  const klein = redenen.filter(({ clienten }) => clienten < minimum)
  return {
    n,
    waarde: procent(voortijdig, n, 1),
    voortijdig,
    redenen: groot.toSorted((a, b) => b.clienten - a.clienten || a.code.localeCompare(b.code)),
    overig: klein.reduce((som, { clienten }) => som + clienten, 0),
  }
}

export const Wachttijd = z.union([teKlein, z.object({ n: aantal, waarde: z.string(), p90: aantal })])
export type Wachttijd = z.infer<typeof Wachttijd>

/** Middle of the waiting days from the reference date to the start, of all toewijzingen that started (KPI-32). */
export function wachttijdHeleRegio(n: number, mediaan: string, p90: number, minimum: number): Wachttijd {
  return n < minimum ? { n, waarde: null } : { n, waarde: mediaan, p90 }
}
