import type { Gevolgd } from '../../plan/kalender/volg-bron.ts'
import { deelVan, type Ladder } from './ladder.ts'
import { stilstanden } from './termijnen.ts'
import type { Schorsing, Termijnstand } from './zaak.ts'

/** A term of a case as it is kept, with what the calendar must know of the case. */
export type Zaaktermijn = Omit<Termijnstand, 'klaar'> & {
  escalatieId: string
  nummer: string
  aanbiederId: string
  overeenkomstId: string | null
  werkelijkEinde: Temporal.PlainDate
  /** Of the part of the regelset the case stands under. */
  versie: number
}

/** The term as the calendar shows it: the same last day, with every step that led to it (ESA-05, ESA-10, AMB-44). */
export function kalendertermijn(
  ladder: Ladder,
  termijn: Zaaktermijn,
  schorsingen: readonly Schorsing[],
): Omit<Gevolgd, 'berekend'> & { berekend: { einddatum: Temporal.PlainDate; opslag: unknown } } {
  const { code, start, einddatum, werkelijkEinde, afgesproken, stappen } = termijn
  const soort = deelVan(ladder, 'termijnen', code)
  const stil = stilstanden(termijn, schorsingen)
  return {
    bronId: termijn.escalatieId,
    sleutel: code,
    titel: `${soort.naam} (${termijn.nummer})`.slice(-200),
    // a right that passes, such as to object, makes nobody late
    aard: soort.recht ? 'moment' : 'uiterlijk',
    code,
    startgebeurtenis: soort.startgebeurtenis,
    startdatum: start,
    berekend: {
      einddatum: werkelijkEinde,
      opslag: {
        regel: soort.naam,
        looptijd: afgesproken || soort.looptijd === null ? null : { ...soort.looptijd, richting: 'vooruit' },
        bron: soort.bron,
        versie: `escalatieladder, versie ${termijn.versie}`,
        stappen: [
          ...stappen.map((stap) => ({ ...stap, datum: stap.datum.toString() })),
          ...(afgesproken ? [{ soort: 'afgesproken', datum: einddatum.toString() }] : []),
          ...stil.map(({ vanaf, tot, dagen }) => ({
            soort: 'stilgezet',
            datum: tot.toString(),
            vanaf: vanaf.toString(),
            dagen,
          })),
          ...(werkelijkEinde.equals(einddatum)
            ? []
            : [{ soort: 'nieuwe laatste dag', datum: werkelijkEinde.toString() }]),
        ],
      },
    },
    wie: soort.wie === 'aanbieder' ? { kant: 'aanbieder' } : { kant: 'regio', rol: 'contractmanager' },
    aanbiederId: termijn.aanbiederId,
    overeenkomstId: termijn.overeenkomstId,
    gevolg: soort.gevolg,
    bijVerstrijken: 'maak-termijnbevinding',
  }
}
