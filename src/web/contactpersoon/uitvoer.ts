import type { ContactpersoonInLijst } from '../../domain/plan/aanbieder/list-contactpersonen.ts'
import type { Uitvoerkolom } from '../uitvoer.ts'

/** The columns of the list of contactpersonen as a file. */
export const contactpersoonuitvoer: Uitvoerkolom<ContactpersoonInLijst>[] = [
  { kop: 'Naam', waarde: ({ naam }) => naam },
  { kop: 'Functie', waarde: ({ functie }) => functie },
  { kop: 'E-mail', waarde: ({ email }) => email },
  { kop: 'Telefoon', waarde: ({ telefoon }) => telefoon },
  { kop: 'Aanbieder', waarde: ({ aanbieder }) => aanbieder },
  { kop: 'AGB', waarde: ({ agb }) => agb },
  {
    kop: 'Overeenkomsten',
    waarde: ({ overeenkomsten }) => overeenkomsten.map(({ nummer }) => nummer).join(', ') || 'alle',
  },
  { kop: 'Gemeenten', waarde: ({ gemeenten }) => gemeenten.map(({ naam }) => naam).join(', ') || 'alle' },
]
