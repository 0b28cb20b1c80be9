import { z } from 'zod'
import { Bron } from '../../begrippen/bron.ts'
import { berekenTermijn, type Looptijd, type Stap } from '../../begrippen/termijn.ts'
import type { Kalender } from '../../begrippen/werkdagen.ts'

const Dag = z.iso.date().transform((tekst) => Temporal.PlainDate.from(tekst))
const Rol = z.object({ datum: Dag, reden: z.string() })

/** How a day was found, as it is kept with the term: rule, source, version of the regelset, every step. */
export const Berekening = z.object({
  regel: z.string(),
  /** null: the day was given, not counted. */
  looptijd: z
    .object({
      eenheid: z.enum(['werkdagen', 'kalenderdagen', 'weken', 'maanden', 'vaste datum']),
      lengte: z.int().optional(),
      richting: z.enum(['vooruit', 'achteruit']).optional(),
      doorrollen: z.enum(['niet', 'volgende werkdag']).optional(),
    })
    .nullable(),
  bron: Bron.nullable(),
  versie: z.string().nullable(),
  stappen: z.array(
    z.discriminatedUnion('soort', [
      z.object({ soort: z.literal('start'), datum: Dag }),
      z.object({
        soort: z.literal('geteld'),
        datum: Dag,
        aantal: z.int(),
        eenheid: z.enum(['werkdagen', 'dagen', 'maanden']),
      }),
      Rol.extend({ soort: z.literal('overgeslagen') }),
      z.object({ soort: z.literal('laatste dag van de maand'), datum: Dag }),
      z.object({ soort: z.literal('vaste datum'), datum: Dag }),
      Rol.extend({ soort: z.literal('doorgeschoven') }),
      z.object({ soort: z.literal('afgesproken'), datum: Dag }),
      // an objection stopped it from `vanaf` until `datum`, so many days (AMB-44)
      z.object({ soort: z.literal('stilgezet'), datum: Dag, vanaf: Dag, dagen: z.int() }),
      z.object({ soort: z.literal('nieuwe laatste dag'), datum: Dag }),
    ]),
  ),
})

export type Berekening = z.output<typeof Berekening>

type Regel = { regel: string; bron: Bron | null; versie: string | null }

/** A counted term with all that explains it; `opslag` is what the database keeps. */
export type Berekend = { einddatum: Temporal.PlainDate; opslag: unknown }

/** Counts a term from its start event and keeps how (TRM-01). */
export function berekenMet(looptijd: Looptijd, start: Temporal.PlainDate, kalender: Kalender, regel: Regel): Berekend {
  const { einddatum, stappen } = berekenTermijn(looptijd, start, kalender)
  return { einddatum, opslag: { ...regel, looptijd: kern(looptijd), stappen: stappen.map(alsTekst) } }
}

/** A day that somebody or something else gave. */
export function gegevenDag(datum: Temporal.PlainDate, regel: Regel): Berekend {
  return {
    einddatum: datum,
    opslag: { ...regel, looptijd: null, stappen: [{ soort: 'start', datum: datum.toString() }] },
  }
}

function kern(looptijd: Looptijd) {
  if (looptijd.eenheid === 'vaste datum') return { eenheid: looptijd.eenheid }
  const { eenheid, lengte, richting, doorrollen } = looptijd
  return { eenheid, lengte, richting, doorrollen }
}

function alsTekst(stap: Stap) {
  return { ...stap, datum: stap.datum.toString() }
}
