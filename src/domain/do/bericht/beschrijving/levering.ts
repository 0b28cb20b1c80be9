import { geboortedatum, productDeel, verkorteNaam } from './onderdelen.ts'
import { bewaarHeen, bsnDeel, codesBijRetour, type Opzet } from './retour.ts'
import { typen, typenPerWet } from './typen.ts'
import { deel, el, groep, mag, meer, persoon, type Element } from './vorm.ts'

/** The product of a 305 (start) or 307 (stop), which differ in two elements. */
function geleverdProduct(naam: 'StartProduct' | 'StopProduct', opzet: Opzet): Element {
  const houd = (veld: string) => bewaarHeen(opzet, veld)
  const stop = [
    el('RedenBeeindiging', typenPerWet.RedenBeeindiging[opzet.wet], houd('redenBeeindiging')),
    el('Einddatum', typen.Datum, houd('einddatum')),
  ]
  const elementen = [
    mag(el('ToewijzingNummer', typen.Nummer, houd('toewijzingNummer'))),
    mag(productDeel(typenPerWet.ProductCategorie[opzet.wet], houd('productcategorie'), houd('productcode'))),
    mag(el('ToewijzingIngangsdatum', typen.Datum, houd('toewijzingIngangsdatum'))),
    el('Begindatum', typen.Datum, houd('begindatum')),
    ...(naam === 'StopProduct' ? stop : []),
    el('StatusAanlevering', typen.StatusAanlevering, houd('statusAanlevering')),
    ...codesBijRetour(opzet),
  ]
  return deel(naam, groep(naam, elementen, 'item'))
}

/** The client of a 305 to 308 with what started or stopped. */
export function clientLevering(naam: 'StartProduct' | 'StopProduct', opzet: Opzet): Element {
  const lijst = naam === 'StartProduct' ? 'StartProducten' : 'StopProducten'
  const elementen = [
    bsnDeel(opzet),
    deel('Geboortedatum', geboortedatum),
    el('Geslacht', typen.Geslacht, persoon),
    deel('Naam', verkorteNaam),
    deel(lijst, groep(lijst, [meer(geleverdProduct(naam, opzet))])),
    ...codesBijRetour(opzet),
  ]
  return deel('Client', groep('Client', elementen, 'client'))
}
