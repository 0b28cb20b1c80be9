import type { Wet } from '../bericht.ts'
import { retourcodes } from './kop.ts'
import { bedragDeel, periodeDeel, referentieDeel, totaalDeel } from './onderdelen.ts'
import { typen, typenPerWet } from './typen.ts'
import { bewaar, bewaarItem as item, bsn, deel, el, groep, kenmerk, mag, meer, type Element } from './vorm.ts'

/** Clients with their lines, in a 323 or, with codes, a 325. */
function clienten(wet: Wet, codes: boolean): Element {
  const prestatie = [
    referentieDeel('ProductReferentie', kenmerk('item', 'referentie'), kenmerk('item', 'vorigeReferentie')),
    el('ToewijzingNummer', typen.Nummer, item('toewijzingNummer')),
    el('ProductCategorie', typenPerWet.ProductCategorie[wet], item('productcategorie')),
    el('ProductCode', typen.ProductCode, item('productcode')),
    periodeDeel('ProductPeriode', item('periodeBegin'), item('periodeEinde')),
    el('GeleverdVolume', typen.Volume, item('volume')),
    el('Eenheid', typen.Eenheid, item('eenheid')),
    mag(el('ProductTarief', typen.Bedrag, item('tariefCent'))),
    bedragDeel('IngediendBedrag', item('bedragCent'), item('debetCredit')),
    ...(codes ? [retourcodes('item', 'retourcodes')] : []),
  ]
  const prestaties = groep('Prestaties', [meer(deel('Prestatie', groep('Prestatie', prestatie, 'item')))])
  const client = [
    el('Bsn', typen.BurgerServicenummer, bsn),
    deel('Prestaties', prestaties),
    ...(codes ? [retourcodes('client', 'clientRetourcodes')] : []),
  ]
  return deel('Clienten', groep('Clienten', [meer(deel('Client', groep('Client', client, 'client')))]))
}

/** The body of a 323. */
export function declaratie(wet: Wet): Element {
  const elementen = [
    el('DeclaratieNummer', typen.DeclaratieNummer, kenmerk('bericht', 'declaratienummer')),
    periodeDeel('DeclaratiePeriode', bewaar('periodeBegin'), bewaar('periodeEinde')),
    el('DeclaratieDagtekening', typen.Datum, bewaar('declaratiedagtekening')),
    totaalDeel('TotaalIngediendBedrag', bewaar('ingediendCent'), bewaar('ingediendDc')),
    clienten(wet, false),
  ]
  return deel('Declaratie', groep('Declaratie', elementen))
}

/** The body of a 325. */
export function declaratieAntwoord(wet: Wet): Element {
  const elementen = [
    el('DeclaratieNummer', typen.IdentificatieDeclaratie, kenmerk('bericht', 'declaratienummer')),
    totaalDeel('TotaalIngediendBedrag', bewaar('ingediendCent'), bewaar('ingediendDc')),
    totaalDeel('TotaalToegekendBedrag', bewaar('toegekendCent'), bewaar('toegekendDc')),
    mag(clienten(wet, true)),
    retourcodes('bericht', 'antwoordRetourcodes'),
  ]
  return deel('DeclaratieAntwoord', groep('DeclaratieAntwoord', elementen))
}
