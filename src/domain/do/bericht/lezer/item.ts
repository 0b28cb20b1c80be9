import type { Berichtsoort } from '../bericht.ts'
import type { Velden } from './verzameling.ts'

const PRODUCT = { toewijzingNummer: null, productcategorie: null, productcode: null }
const START = { ...PRODUCT, toewijzingIngangsdatum: null, begindatum: '', statusAanlevering: '' }
const TOEWIJZING = {
  ...PRODUCT,
  toewijzingsdatum: '',
  toewijzingstijd: '',
  ingangsdatum: '',
  einddatum: null,
  redenWijziging: null,
  volume: null,
  eenheid: null,
  frequentie: null,
  budgetCent: null,
}
const PRESTATIE = {
  referentie: '',
  vorigeReferentie: null,
  toewijzingNummer: 0,
  productcategorie: '',
  productcode: '',
  periodeBegin: '',
  periodeEinde: '',
  volume: 0,
  eenheid: '',
  tariefCent: null,
  bedragCent: 0,
  debetCredit: 'D',
}

/** A product or prestatie before its elements are read: null for what may be absent. Lines of a 323 and 325 repeat their client. */
export function leegItem(
  soort: Berichtsoort,
  volgnummer: number,
  client: unknown,
  clientRetourcodes: string[],
): Velden {
  switch (soort) {
    case '301':
      return { ...TOEWIJZING }
    case '305':
      return { ...START }
    case '307':
      return { ...START, redenBeeindiging: '', einddatum: '' }
    case '323':
      return { volgnummer, client, ...PRESTATIE }
    case '325':
      return { volgnummer, client, ...PRESTATIE, retourcodes: [], clientRetourcodes }
    case '302':
    case '306':
    case '308':
      return {}
  }
}
