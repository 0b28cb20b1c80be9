import {
  adres,
  communicatie,
  geboortedatum,
  omvangDeel,
  openPeriode,
  productDeel,
  telefoonnummers,
  volledigeNaam,
} from './onderdelen.ts'
import { bewaarHeen, bsnDeel, codesBijRetour, type Opzet } from './retour.ts'
import { typen, typenPerWet } from './typen.ts'
import { deel, el, groep, mag, meer, persoon, type Element } from './vorm.ts'

function contact(opzet: Opzet): Element {
  const elementen = [
    el('Soort', typen.AdresSoort, persoon),
    mag(deel('Adres', adres)),
    mag(el('Organisatie', typen.Organisatienaam, persoon)),
    mag(deel('Telefoon', telefoonnummers)),
    mag(el('Emailadres', typen.Emailadres, persoon)),
    mag(deel('Periode', openPeriode)),
    ...codesBijRetour(opzet),
  ]
  return deel('Contact', groep('Contact', elementen))
}

function relatie(opzet: Opzet): Element {
  const elementen = [
    el('Nummer', typen.Persoonsid, persoon),
    mag(el('Volgorde', typen.RelatieVolgorde, persoon)),
    el('Soort', typen.SoortRelatie, persoon),
    mag(deel('Geboortedatum', geboortedatum)),
    mag(el('Geslacht', typen.Geslacht, persoon)),
    deel('Naam', volledigeNaam),
    contact(opzet),
    ...codesBijRetour(opzet),
  ]
  return deel('Relatie', groep('Relatie', elementen))
}

function toegewezenProduct(opzet: Opzet): Element {
  const houd = (veld: string) => bewaarHeen(opzet, veld)
  const elementen = [
    el('ToewijzingNummer', typen.Nummer, houd('toewijzingNummer')),
    // Free text for the aanbieder's own use: it may name the client, and nothing here needs it.
    mag(el('ReferentieAanbieder', typen.Referentie, persoon)),
    mag(productDeel(typenPerWet.ProductCategorie[opzet.wet], houd('productcategorie'), houd('productcode'))),
    el('Toewijzingsdatum', typen.Datum, houd('toewijzingsdatum')),
    el('Toewijzingstijd', typen.Tijd, houd('toewijzingstijd')),
    el('Ingangsdatum', typen.Datum, houd('ingangsdatum')),
    mag(el('Einddatum', typen.Datum, houd('einddatum'))),
    mag(el('RedenWijziging', typen.RedenWijziging, houd('redenWijziging'))),
    mag(omvangDeel(houd('volume'), houd('eenheid'), houd('frequentie'))),
    mag(el('Budget', typen.Budget, houd('budgetCent'))),
    mag(el('Commentaar', typen.Commentaar, persoon)),
    ...codesBijRetour(opzet),
  ]
  return deel('ToegewezenProduct', groep('ToegewezenProduct', elementen, 'item'))
}

/** The client of a 301 or 302 with what was assigned. */
export function clientToewijzing(opzet: Opzet): Element {
  const elementen = [
    bsnDeel(opzet),
    deel('Geboortedatum', geboortedatum),
    el('Geslacht', typen.Geslacht, persoon),
    deel('Naam', volledigeNaam),
    mag(deel('Communicatie', communicatie)),
    mag(el('JuridischeStatus', typen.JuridischeStatus, persoon)),
    mag(el('WettelijkeVertegenwoordiging', typen.WettelijkeVertegenwoordiging, persoon)),
    mag(el('Commentaar', typen.Commentaar, persoon)),
    mag(deel('Relaties', groep('Relaties', [meer(relatie(opzet))]))),
    deel('Contactgegevens', groep('Contactgegevens', [meer(contact(opzet))])),
    deel('ToegewezenProducten', groep('ToegewezenProducten', [meer(toegewezenProduct(opzet))])),
    ...codesBijRetour(opzet),
  ]
  return deel('Client', groep('Client', elementen, 'client'))
}
