import { berekenTermijn, type Termijn } from '../../begrippen/termijn.ts'
import { berekenMet, gegevenDag } from '../../plan/kalender/berekening.ts'
import type { Gevolgd } from '../../plan/kalender/volg-bron.ts'
import type { Regels } from './lees-gespreksregels.ts'

/** A meeting as far as its days go. */
export type Gesprekdag = {
  id: string
  titel: string
  aanbiederId: string | null
  overeenkomstId: string | null
  eigenaarId: string
  datum: Temporal.PlainDate
  begintijd: string
  verteld: boolean
  rapportageGevraagd: Temporal.PlainDate | null
  rapportageUiterlijk: Temporal.PlainDate | null
  rapportageIngediend: Temporal.PlainDate | null
  gehouden: Temporal.PlainDate | null
  verslagUiterlijk: Temporal.PlainDate | null
  gedeeld: Temporal.PlainDate | null
  reactieUiterlijk: Temporal.PlainDate | null
  gereageerd: Temporal.PlainDate | null
  definitief: Temporal.PlainDate | null
  geannuleerd: boolean
}

/**
 * The dates a meeting still has, as terms: the day itself (for the aanbieder once it was told of it), the report it owes (GES-03), the
 * minutes we owe, and the last day to react (GES-17). To say nothing is to agree (AMB-11), so that day is no duty: then it is over.
 */
export function gesprekdagen(
  g: Gesprekdag,
  { regels, termijnen }: Pick<Regels, 'regels' | 'termijnen'>,
  vandaag: Temporal.PlainDate,
): Gevolgd[] {
  if (g.geannuleerd || g.definitief) return []
  const komt = (dag: Temporal.PlainDate | null): dag is Temporal.PlainDate =>
    dag !== null && Temporal.PlainDate.compare(dag, vandaag) >= 0
  const wij = { kant: 'regio', rol: 'contractmanager', gebruikerId: g.eigenaarId } as const
  const zij = { kant: 'aanbieder' } as const
  const basis = { bronId: g.id, aanbiederId: g.aanbiederId, overeenkomstId: g.overeenkomstId }
  const teller = { regel: termijnen, versie: null }
  const dag: Omit<Gevolgd, 'sleutel' | 'wie'> = {
    ...basis,
    titel: g.titel,
    aard: 'moment',
    code: null,
    startgebeurtenis: 'de afspraak',
    startdatum: g.datum,
    berekend: gegevenDag(g.datum, { regel: `Afgesproken om ${g.begintijd} uur`, bron: null, versie: null }),
    gevolg: 'Daarna komt het verslag.',
  }
  const uiterlijk = (
    sleutel: 'rapportage' | 'verslag' | 'reactie',
    start: Temporal.PlainDate,
    einde: Temporal.PlainDate,
  ): Pick<
    Gevolgd,
    'bronId' | 'sleutel' | 'code' | 'startgebeurtenis' | 'startdatum' | 'berekend' | 'aanbiederId' | 'overeenkomstId'
  > => {
    const termijn = teller.regel[sleutel]
    return {
      ...basis,
      sleutel,
      code: termijn?.code ?? null,
      startgebeurtenis: termijn?.startgebeurtenis ?? 'de afspraak',
      startdatum: start,
      berekend: zoGeteld(termijn, start, einde, termijnen),
    }
  }
  return [
    ...(g.gehouden === null && komt(g.datum)
      ? [
          { ...dag, sleutel: 'gesprek', wie: wij },
          ...(g.aanbiederId !== null && g.verteld
            ? [{ ...dag, sleutel: 'gesprek-aanbieder', wie: zij, spiegel: true }]
            : []),
        ]
      : []),
    ...(g.rapportageGevraagd && g.rapportageUiterlijk && !g.rapportageIngediend && !g.gedeeld
      ? [
          {
            ...uiterlijk('rapportage', g.datum, g.rapportageUiterlijk),
            titel: 'Rapportage voor het gesprek aanleveren',
            aard: 'uiterlijk' as const,
            wie: zij,
            gevolg: 'Zonder rapportage kan het gesprek niet goed worden voorbereid.',
            bijVerstrijken: 'maak-termijnbevinding' as const,
          },
        ]
      : []),
    ...(g.gehouden && g.verslagUiterlijk && !g.gedeeld
      ? [
          {
            ...uiterlijk('verslag', g.datum, g.verslagUiterlijk),
            titel: `Verslag delen: ${g.titel}`.slice(0, 200),
            aard: 'uiterlijk' as const,
            wie: wij,
            gevolg: regels.verslag.streven
              ? 'Dit is een eigen streeftermijn: te laat heeft geen rechtsgevolg.'
              : 'De afspraken uit het gesprek zijn dan nog niet gedeeld.',
          },
        ]
      : []),
    ...(g.gedeeld && !g.gereageerd && g.aanbiederId !== null && komt(g.reactieUiterlijk)
      ? [
          {
            ...uiterlijk('reactie', g.gedeeld, g.reactieUiterlijk),
            titel: 'Laatste dag om op het verslag te reageren',
            aard: 'moment' as const,
            wie: zij,
            gevolg: 'Zonder reactie is het verslag akkoord.',
          },
        ]
      : []),
  ]
}

// The day that was set with the act counts, also when the rules changed since or the day had passed already.
function zoGeteld(
  termijn: Termijn | null,
  start: Temporal.PlainDate,
  einde: Temporal.PlainDate,
  { kalender }: Regels['termijnen'],
) {
  const regel = { regel: termijn?.naam ?? 'Afgesproken dag', bron: termijn?.bron ?? null, versie: null }
  return termijn && berekenTermijn(termijn, start, kalender).einddatum.equals(einde)
    ? berekenMet(termijn, start, kalender, regel)
    : gegevenDag(einde, regel)
}
