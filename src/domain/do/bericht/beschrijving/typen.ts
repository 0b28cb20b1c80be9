import type { Wet } from '../bericht.ts'
import type { Waardetype } from './vorm.ts'

// Value types of the basisschema, release 3.2. iWmo and iJw differ in two code lists only.

const ONBEPERKT = Number.POSITIVE_INFINITY
// "." matches no line end, so a filled text holds no line end either; a no-break space counts as filled, as in the XSD.
const GEVULD = /^[^\n\r]*[^ \t\n\r][^\n\r]*$/
const ERGENS_GEVULD = /[^ \t\n\r]/

function tekst(naam: string, max: number, patroon: RegExp | null = GEVULD, uitleg = ''): Waardetype {
  return { soort: 'tekst', naam, min: 1, max, patroon, uitleg: uitleg === '' ? uitlegLengte(max) : uitleg }
}

function uitlegLengte(max: number): string {
  return max === ONBEPERKT ? 'tekst' : `1 tot en met ${String(max)} tekens`
}

function cijfers(naam: string, aantal: number): Waardetype {
  const patroon = new RegExp(`^[0-9]{${String(aantal)}}$`)
  return { soort: 'tekst', naam, min: 1, max: aantal, patroon, uitleg: `precies ${String(aantal)} cijfers` }
}

function code(naam: string, codes: string): Waardetype {
  return { soort: 'code', naam, codes: codes.split(' ') }
}

function getal(naam: string, max: number): Waardetype {
  return { soort: 'getal', naam, min: 0, max, letterlijk: null }
}

/** A value fixed for this message; the standard gives the type no name. */
export function vasteTekst(waarde: string): Waardetype {
  return { soort: 'code', naam: null, codes: [waarde] }
}

/** A number written in exactly this way (03 is refused where 3 is fixed). */
export function vastGetal(waarde: number): Waardetype {
  return { soort: 'getal', naam: null, min: waarde, max: waarde, letterlijk: String(waarde) }
}

export const typen = {
  AanduidingWoonadres: code('LDT_AanduidingWoonadres', 'AB BY TO WW'),
  AdresSoort: code('LDT_AdresSoort', '01 02 03 04'),
  AgbCode: cijfers('LDT_AgbCode', 8),
  Bedrag: getal('LDT_Bedrag', 99_999_999),
  Budget: getal('LDT_Budget', 99_999_999),
  BurgerServicenummer: cijfers('LDT_BurgerServicenummer', 9),
  Commentaar: tekst('LDT_Commentaar', ONBEPERKT, ERGENS_GEVULD),
  Communicatievorm: code('LDT_Communicatievorm', '1 2 3'),
  Datum: { soort: 'datum', naam: 'LDT_Datum' },
  DatumGebruik: code('LDT_DatumGebruik', '1 2 3'),
  DebetCredit: code('LDT_DebetCredit', 'C D'),
  // A declaration number is letters and digits in a 323, anything in a 325: the standard restricts only the first.
  DeclaratieNummer: { ...tekst('', 12, /^[a-zA-Z0-9]+$/, '1 tot en met 12 letters of cijfers'), naam: null },
  Eenheid: code('LDT_Eenheid', '01 04 14 16 82 83 84'),
  Emailadres: tekst('LDT_Emailadres', 80),
  Frequentie: code('LDT_Frequentie', '1 2 4 6'),
  Gemeente: cijfers('LDT_Gemeente', 4),
  Geslacht: code('LDT_Geslacht', '0 1 2'),
  Huisletter: tekst('LDT_Huisletter', 1),
  Huisnummer: getal('LDT_Huisnummer', 99_999),
  HuisnummerToevoeging: tekst('LDT_HuisnummerToevoeging', 4),
  IdentificatieBericht: tekst('LDT_IdentificatieBericht', 12),
  IdentificatieDeclaratie: tekst('LDT_IdentificatieDeclaratie', 12, null),
  JuridischeStatus: code('LDT_JuridischeStatus', '01 02 03 04 05 11 12'),
  LandCode: code(
    'LDT_LandCode',
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI ' +
      'CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP ' +
      'GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK ' +
      'LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA ' +
      'PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF ' +
      'TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW',
  ),
  Landnummer: tekst('LDT_Landnummer', 4),
  Naam: tekst('LDT_Naam', 200),
  NaamGebruik: code('LDT_NaamGebruik', '1 2 3 4 5 6'),
  Nummer: getal('LDT_Nummer', 999_999_999),
  Organisatienaam: tekst('LDT_Organisatienaam', 35),
  Persoonsid: tekst('LDT_Persoonsid', 20),
  Plaatsnaam: tekst('LDT_Plaatsnaam', 80),
  Postcode: tekst('LDT_Postcode', 8),
  ProductCode: tekst('LDT_ProductCode', 5),
  RedenWijziging: code('LDT_RedenWijziging', '01 02 03 04 05 06 07 08 09 10 11 12 13 14'),
  Referentie: tekst('LDT_Referentie', 36),
  ReferentieNummer: tekst('LDT_ReferentieNummer', 20, null),
  RelatieVolgorde: getal('LDT_RelatieVolgorde', 99),
  RetourCode: code(
    'LDT_RetourCode',
    '0001 0200 0233 0611 8001 8017 8021 8187 8214 8848 9019 9056 9063 9069 9071 9074 9307 9308 9319 9321 9322 9326 9332 9333 9338 9339 ' +
      '9340 9341 9346 9347 9349 9350 9351 9355 9357 9359 9360 9361 9365 9366 9367 9369 9373 9374 9375 9379 9384 9385 9387 9388 9389 9390 ' +
      '9411 9412 9413 9414 9415 S300 S329',
  ),
  SoortRelatie: code('LDT_SoortRelatie', '03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25'),
  StatusAanlevering: code('LDT_StatusAanlevering', '1 2 3 9'),
  Straatnaam: tekst('LDT_Straatnaam', 24),
  Taal: tekst('LDT_Taal', 25),
  Telefoonnummer: tekst('LDT_Telefoonnummer', 15, /^[0-9]+$/, '1 tot en met 15 cijfers'),
  Tijd: { soort: 'tijd', naam: 'LDT_Tijd' },
  TotaalBedrag: getal('LDT_TotaalBedrag', 999_999_999_999),
  Versie: tekst('LDT_Versie', ONBEPERKT, /^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$/, 'een versie als 1.0.0'),
  Volume: getal('LDT_Volume', 99_999_999),
  Voorletters: tekst('LDT_Voorletters', 6, /^[a-zA-Z\u00C0-\u1EF3]+$/, '1 tot en met 6 letters'),
  Voorvoegsel: tekst('LDT_Voorvoegsel', 10),
  WettelijkeVertegenwoordiging: code('LDT_WettelijkeVertegenwoordiging', '06 07 08 09 10'),
} as const satisfies Record<string, Waardetype>

/** The two code lists in which iWmo and iJw differ. */
export const typenPerWet = {
  ProductCategorie: {
    wmo: code('LDT_ProductCategorie', '01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18'),
    jw: code('LDT_ProductCategorie', '31 32 33 34 35 36 37 38 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55'),
  },
  RedenBeeindiging: {
    wmo: code('LDT_RedenBeeindiging', '02 19 20 21 22 23 31 36 37 38 39'),
    jw: code('LDT_RedenBeeindiging', '02 20 31 32 33 34 35 36 37 38 39'),
  },
} satisfies Record<string, Record<Wet, Waardetype>>
