import type { Toegang } from '../../domain/plan/gebruiker/bekijk-toegang.ts'
import type { GebruikerInLijst } from '../../domain/plan/gebruiker/list-gebruikers.ts'
import { moment } from '../ui/notatie.ts'
import type { Uitvoerkolom } from '../uitvoer.ts'
import { rolnaam, standen } from './woorden.ts'
import { grensVan } from './toegang-page.tsx'

/** The list of people as a file. */
export const gebruikeruitvoer: Uitvoerkolom<GebruikerInLijst>[] = [
  { kop: 'Naam', waarde: ({ naam }) => naam },
  { kop: 'Functie', waarde: ({ functie }) => functie },
  { kop: 'E-mailadres', waarde: ({ email }) => email },
  {
    kop: 'Rollen',
    waarde: ({ rollen }) =>
      rollen
        .map(({ rol, aanbieder, begrensd }) =>
          [rolnaam(rol), aanbieder, begrensd && 'voor een deel'].filter(Boolean).join(', '),
        )
        .join('; '),
  },
  { kop: 'Stand', waarde: ({ stand }) => standen[stand] },
  { kop: 'Laatst aangemeld', waarde: ({ laatstAangemeldOp }) => laatstAangemeldOp && moment(laatstAangemeldOp) },
]

/** S7: who has which right since when. */
export const toegangsuitvoer: Uitvoerkolom<Toegang>[] = [
  { kop: 'Naam', waarde: ({ naam }) => naam },
  { kop: 'E-mailadres', waarde: ({ email }) => email },
  { kop: 'Rol', waarde: ({ rol }) => rolnaam(rol) },
  { kop: 'Voor', waarde: grensVan },
  { kop: 'Sinds', soort: 'datum', waarde: ({ begindatum }) => begindatum },
  { kop: 'Tot en met', soort: 'datum', waarde: ({ einddatum }) => einddatum },
  { kop: 'Gegeven door', waarde: ({ toegekendDoor }) => toegekendDoor },
  { kop: 'Laatst aangemeld', waarde: ({ laatstAangemeldOp }) => laatstAangemeldOp && moment(laatstAangemeldOp) },
]
