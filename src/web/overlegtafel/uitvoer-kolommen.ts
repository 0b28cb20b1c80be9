import { fasen, faseVan } from '../../domain/act/overlegtafel/toestand.ts'
import type { TafelInLijst } from '../../domain/act/overlegtafel/queries.ts'
import { categorienaam } from '../../domain/begrippen/productcategorie.ts'
import type { Uitvoerkolom } from '../uitvoer.ts'

/** The columns of the list of tables as a file. For an aanbieder the counts are its own. */
export const tafeluitvoer: Uitvoerkolom<TafelInLijst>[] = [
  { kop: 'Tafel', waarde: ({ titel }) => titel },
  { kop: 'Producten', waarde: ({ categorieen }) => categorieen.map(categorienaam).join(', ') },
  { kop: 'Thema', waarde: ({ thema }) => thema },
  { kop: 'Gebied', waarde: ({ subregio }) => subregio ?? 'hele regio' },
  { kop: 'Datum', soort: 'datum', waarde: ({ datum }) => datum },
  { kop: 'Stand', waarde: (tafel) => fasen[faseVan(tafel)] },
  { kop: 'Genodigd', soort: 'getal', waarde: ({ genodigd }) => genodigd },
  { kop: 'Aanwezig', soort: 'getal', waarde: ({ aanwezig, gehoudenOp }) => (gehoudenOp ? aanwezig : null) },
]
