import type { Berichtsoort, Wet } from '../bericht.ts'
import { identificatieDeel, xsdVersie } from './onderdelen.ts'
import { typen, vasteTekst, vastGetal } from './typen.ts'
import { bewaar, deel, el, groep, kenmerk, mag, meer, verzamel, type Element } from './vorm.ts'

/** Who writes the Afzender: a retourbericht repeats that of the message it answers (IV028). */
export const vanGemeente: Record<Berichtsoort, boolean> = {
  '301': true,
  '302': true,
  '305': false,
  '306': false,
  '307': false,
  '308': false,
  '323': false,
  '325': true,
}

const berichtcode: Record<Wet, Record<Berichtsoort, string>> = {
  wmo: {
    '301': '414',
    '302': '415',
    '305': '418',
    '306': '419',
    '307': '420',
    '308': '421',
    '323': '484',
    '325': '485',
  },
  jw: {
    '301': '436',
    '302': '437',
    '305': '438',
    '306': '439',
    '307': '440',
    '308': '441',
    '323': '490',
    '325': '491',
  },
}

export function retourcodes(niveau: 'bericht' | 'client' | 'item', veld: string): Element {
  const lijst = groep('RetourCodes', [meer(el('RetourCode', typen.RetourCode, verzamel(niveau, veld)))])
  return deel('RetourCodes', lijst)
}

function begin(wet: Wet, soort: Berichtsoort): Element[] {
  const [afzender, ontvanger] = vanGemeente[soort] ? [typen.Gemeente, typen.AgbCode] : [typen.AgbCode, typen.Gemeente]
  return [
    el('BerichtCode', vasteTekst(berichtcode[wet][soort])),
    el('BerichtVersie', vastGetal(3)),
    el('BerichtSubversie', vastGetal(2)),
    el('Afzender', afzender, bewaar('afzender')),
    el('Ontvanger', ontvanger, bewaar('ontvanger')),
    identificatieDeel('BerichtIdentificatie', kenmerk('bericht', 'identificatie'), bewaar('dagtekening')),
    deel('XsdVersie', xsdVersie),
  ]
}

export function heenkop(wet: Wet, soort: Berichtsoort): Element {
  return deel('Header', groep('Header', begin(wet, soort)))
}

export function retourkop(wet: Wet, soort: Berichtsoort): Element {
  const elementen = [
    ...begin(wet, soort),
    el('IdentificatieRetour', typen.IdentificatieBericht, kenmerk('bericht', 'identificatieRetour')),
    el('DagtekeningRetour', typen.Datum, bewaar('dagtekeningRetour')),
    mag(el('XsltVersie', typen.Versie)),
    deel('XsdVersieRetour', xsdVersie),
    mag(retourcodes('bericht', 'retourcodes')),
  ]
  return deel('Header', groep('Header', elementen))
}

export function antwoordkop(wet: Wet): Element {
  const elementen = [
    ...begin(wet, '325'),
    identificatieDeel(
      'DeclaratieIdentificatie',
      kenmerk('bericht', 'declaratieIdentificatie'),
      bewaar('declaratieDagtekening'),
    ),
    mag(el('XsltVersie', typen.Versie)),
    deel('XsdVersieDeclaratie', xsdVersie),
    retourcodes('bericht', 'retourcodes'),
  ]
  return deel('Header', groep('Header', elementen))
}
