import { procent } from '../../domain/begrippen/percentage.ts'
import { domeinen } from '../../domain/plan/overeenkomst/domein.ts'
import { faseOp } from '../../domain/plan/overeenkomst/fase.ts'
import type { OvereenkomstInLijst } from '../../domain/plan/overeenkomst/list-overeenkomsten.ts'
import { relatietypen } from '../../domain/plan/overeenkomst/relatietype.ts'
import type { Uitvoerkolom } from '../uitvoer.ts'

/** The columns of the list of overeenkomsten as a file. */
export function overeenkomstuitvoer(
  vandaag: Temporal.PlainDate,
  metGeld: boolean,
): Uitvoerkolom<OvereenkomstInLijst>[] {
  return [
    { kop: 'Overeenkomst', waarde: ({ nummer }) => nummer },
    { kop: 'Relatietype', waarde: ({ relatietype }) => relatietypen[relatietype] },
    { kop: 'Domein', waarde: ({ domein }) => domeinen[domein] },
    { kop: 'Onderwerp', waarde: ({ onderwerp }) => onderwerp },
    { kop: 'Aanbieder', waarde: ({ aanbieder }) => aanbieder },
    { kop: 'AGB', waarde: ({ agb }) => agb },
    { kop: 'Stand', waarde: (rij) => faseOp(rij, vandaag) },
    { kop: 'Begindatum', soort: 'datum', waarde: ({ begindatum }) => begindatum },
    { kop: 'Einddatum', soort: 'datum', waarde: ({ einddatum }) => einddatum },
    { kop: 'Loopt tot en met', soort: 'datum', waarde: ({ looptTot }) => looptTot },
    { kop: 'Verlengingen', soort: 'getal', waarde: ({ verlengingen }) => verlengingen },
    { kop: 'Maanden per verlenging', soort: 'getal', waarde: ({ verlengingMaanden }) => verlengingMaanden },
    { kop: 'Verlengd', soort: 'getal', waarde: ({ verlengd }) => verlengd },
    { kop: 'Niet verlengd op', soort: 'datum', waarde: ({ nietVerlengdOp }) => nietVerlengdOp },
    ...(metGeld ? geld(vandaag) : []),
  ]
}

function geld(vandaag: Temporal.PlainDate): Uitvoerkolom<OvereenkomstInLijst>[] {
  return [
    { kop: `Plafond ${vandaag.year}`, soort: 'bedrag', waarde: ({ plafondCent }) => plafondCent },
    { kop: `Gedeclareerd ${vandaag.year}`, soort: 'bedrag', waarde: ({ gedeclareerdCent }) => gedeclareerdCent },
    {
      kop: 'Deel van plafond',
      soort: 'procent',
      waarde: ({ gedeclareerdCent, plafondCent }) =>
        plafondCent && gedeclareerdCent !== null ? procent(gedeclareerdCent, plafondCent, 1) : null,
    },
  ]
}
