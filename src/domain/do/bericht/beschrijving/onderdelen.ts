import { basisgroep, deel, el, mag, persoon, type Doel, type Element, type Waardetype } from './vorm.ts'
import { typen } from './typen.ts'

// Groups of the basisschema (CDT_...) that stand in more than one place. Those that name the client are dropped whole.

const { Datum, Naam, Voorvoegsel, Voorletters, Versie, DebetCredit } = typen

const achternaam = basisgroep('CDT_Achternaam', [
  el('Achternaam', Naam, persoon),
  mag(el('Voorvoegsel', Voorvoegsel, persoon)),
])

const voornamen = [mag(el('Voornamen', Naam, persoon)), mag(el('Voorletters', Voorletters, persoon))]

export const verkorteNaam = basisgroep('CDT_VerkorteNaam', [deel('Geslachtsnaam', achternaam), ...voornamen])

export const volledigeNaam = basisgroep('CDT_VolledigeNaam', [
  deel('Geslachtsnaam', achternaam),
  mag(deel('Partnernaam', achternaam)),
  ...voornamen,
  el('NaamGebruik', typen.NaamGebruik, persoon),
])

export const geboortedatum = basisgroep('CDT_Geboortedatum', [
  el('Datum', Datum, persoon),
  mag(el('DatumGebruik', typen.DatumGebruik, persoon)),
])

export const communicatie = basisgroep('CDT_Communicatie', [
  el('Vorm', typen.Communicatievorm, persoon),
  mag(el('Taal', typen.Taal, persoon)),
])

const huis = basisgroep('CDT_Huis', [
  el('Huisnummer', typen.Huisnummer, persoon),
  mag(el('Huisletter', typen.Huisletter, persoon)),
  mag(el('HuisnummerToevoeging', typen.HuisnummerToevoeging, persoon)),
  mag(el('AanduidingWoonadres', typen.AanduidingWoonadres, persoon)),
])

export const adres = basisgroep('CDT_Adres', [
  mag(deel('Huis', huis)),
  mag(el('Postcode', typen.Postcode, persoon)),
  mag(el('Straatnaam', typen.Straatnaam, persoon)),
  mag(el('Plaatsnaam', typen.Plaatsnaam, persoon)),
  mag(el('LandCode', typen.LandCode, persoon)),
])

const telefoon = basisgroep('CDT_Telefoon', [
  el('Telefoonnummer', typen.Telefoonnummer, persoon),
  el('Landnummer', typen.Landnummer, persoon),
])

export const telefoonnummers = basisgroep('CDT_Telefoonnummers', [
  deel('Telefoon01', telefoon),
  mag(deel('Telefoon02', telefoon)),
])

export const openPeriode = basisgroep('CDT_OpenPeriode', [
  mag(el('Begindatum', Datum, persoon)),
  mag(el('Einddatum', Datum, persoon)),
])

export const xsdVersie = basisgroep('CDT_XsdVersie', [
  el('BasisschemaXsdVersie', Versie),
  el('BerichtXsdVersie', Versie),
])

export function identificatieDeel(naam: string, identificatie: Doel, dagtekening: Doel): Element {
  const groep = basisgroep('CDT_BerichtIdentificatie', [
    el('Identificatie', typen.IdentificatieBericht, identificatie),
    el('Dagtekening', Datum, dagtekening),
  ])
  return deel(naam, groep)
}

export function productDeel(categorie: Waardetype, doelCategorie: Doel, doelCode: Doel): Element {
  const groep = basisgroep('CDT_Product', [
    el('Categorie', categorie, doelCategorie),
    mag(el('Code', typen.ProductCode, doelCode)),
  ])
  return deel('Product', groep)
}

export function omvangDeel(volume: Doel, eenheid: Doel, frequentie: Doel): Element {
  const groep = basisgroep('CDT_Omvang', [
    el('Volume', typen.Volume, volume),
    el('Eenheid', typen.Eenheid, eenheid),
    el('Frequentie', typen.Frequentie, frequentie),
  ])
  return deel('Omvang', groep)
}

export function periodeDeel(naam: string, begin: Doel, einde: Doel): Element {
  return deel(naam, basisgroep('CDT_GeslotenPeriode', [el('Begindatum', Datum, begin), el('Einddatum', Datum, einde)]))
}

export function referentieDeel(naam: string, referentie: Doel, vorige: Doel): Element {
  const groep = basisgroep('CDT_Referentie', [
    el('ReferentieNummer', typen.ReferentieNummer, referentie),
    mag(el('VorigReferentieNummer', typen.ReferentieNummer, vorige)),
  ])
  return deel(naam, groep)
}

export function bedragDeel(naam: string, bedrag: Doel, debetCredit: Doel): Element {
  const groep = basisgroep('CDT_BedragMetDC', [
    el('Bedrag', typen.Bedrag, bedrag),
    el('DebetCredit', DebetCredit, debetCredit),
  ])
  return deel(naam, groep)
}

export function totaalDeel(naam: string, bedrag: Doel, debetCredit: Doel): Element {
  const groep = basisgroep('CDT_TotaalBedragMetDC', [
    el('TotaalBedrag', typen.TotaalBedrag, bedrag),
    el('DebetCredit', DebetCredit, debetCredit),
  ])
  return deel(naam, groep)
}
