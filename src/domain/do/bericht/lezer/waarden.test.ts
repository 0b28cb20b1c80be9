import { describe, expect, test } from 'vitest'
import { typen, typenPerWet, vasteTekst, vastGetal } from '../beschrijving/typen.ts'
import type { Waardetype } from '../beschrijving/vorm.ts'
import { maakLezer } from './waarden.ts'

function lees(type: Waardetype, tekst: string): string | null {
  return maakLezer(type)(tekst)
}

const {
  Datum,
  Tijd,
  Nummer,
  TotaalBedrag,
  Naam,
  Commentaar,
  AgbCode,
  Voorletters,
  ReferentieNummer,
  Huisletter,
  Versie,
} = typen

// Every line was put to libxml2 with the official XSD too; the differential test keeps them together.
describe('waarden', () => {
  test.each<[string, Waardetype, string, string | null]>([
    ['datum', Datum, '2024-02-29', '2024-02-29'],
    ['datum met witruimte', Datum, ' \n2025-01-01\t', '2025-01-01'],
    ['schrikkeldag in gewoon jaar', Datum, '2025-02-29', null],
    ['schrikkeldag in 1900', Datum, '1900-02-29', null],
    ['schrikkeldag in 2000', Datum, '2000-02-29', '2000-02-29'],
    ['31 april', Datum, '2025-04-31', null],
    ['dag nul', Datum, '2025-04-00', null],
    ['maand 13', Datum, '2025-13-01', null],
    ['tijdzone Z', Datum, '2025-01-01Z', null],
    ['tijdzone', Datum, '2025-01-01+01:00', null],
    ['jaar nul', Datum, '0000-01-01', null],
    ['jaar van vijf cijfers', Datum, '12025-01-01', '12025-01-01'],
    ['jaar met voorloopnul', Datum, '02025-01-01', null],
    ['voor Christus', Datum, '-2024-02-29', '-2024-02-29'],
    ['jaar boven 32 bits', Datum, '2147483648-01-01', null],
    ['letters in een datum', Datum, '20a5-01-01', null],
    ['vaste spatie', Datum, '\u00a02025-01-01', null],
    ['tijd', Tijd, '12:34:56', '12:34:56'],
    ['tijd met fractie', Tijd, '12:34:56.750', '12:34:56.75'],
    ['fractie van nullen', Tijd, '12:34:50.000', '12:34:50'],
    ['einde van de dag', Tijd, '24:00:00', '24:00:00'],
    ['na het einde van de dag', Tijd, '24:00:01', null],
    ['schrikkelseconde', Tijd, '23:59:60', null],
    ['seconden die op 60 uitkomen', Tijd, '12:00:59.99999999999999999999', null],
    ['tijd met zone', Tijd, '12:34:56Z', null],
    ['tijd zonder seconden', Tijd, '12:34', null],
    ['getal', Nummer, '1234', '1234'],
    ['voorloopnullen', Nummer, '000000000000000000001234', '1234'],
    ['teken en witruimte', Nummer, ' +7\n', '7'],
    ['min nul', Nummer, '-0', '0'],
    ['negatief', Nummer, '-1', null],
    ['te groot', Nummer, '1000000000', null],
    ['grootste totaal', TotaalBedrag, '999999999999', '999999999999'],
    ['te groot totaal', TotaalBedrag, '1000000000000', null],
    ['decimalen', Nummer, '1.0', null],
    ['leeg getal', Nummer, '', null],
    ['alleen een teken', Nummer, '+', null],
    ['Arabisch cijfer', Nummer, '\u0661', null],
    ['vast getal', vastGetal(3), ' 3 ', '3'],
    ['vast getal met nul', vastGetal(3), '03', null],
    ['vaste tekst', vasteTekst('414'), '414', '414'],
    ['vaste tekst met spatie', vasteTekst('414'), '414 ', null],
    ['naam', Naam, ' van der ', ' van der '],
    ['alleen spaties', Naam, '  ', null],
    ['regeleinde in een naam', Naam, 'a\nb', null],
    ['vaste spatie is gevuld', Naam, '\u00a0', '\u00a0'],
    ['lengte telt tekens, niet codes', Naam, '😀'.repeat(200), '😀'.repeat(200)],
    ['een teken te lang', Naam, '😀'.repeat(201), null],
    ['een letter', Huisletter, '😀', '😀'],
    ['twee letters', Huisletter, 'ab', null],
    ['commentaar over regels', Commentaar, '\n a\n', '\n a\n'],
    ['leeg commentaar', Commentaar, ' \n ', null],
    ['AGB', AgbCode, '01234567', '01234567'],
    ['AGB met spatie', AgbCode, '01234567 ', null],
    ['voorletters', Voorletters, 'ÀỳZ', 'ÀỳZ'],
    ['voorletters met punt', Voorletters, 'A.', null],
    ['referentie met regeleinde', ReferentieNummer, 'a\n', 'a\n'],
    ['referentie van 21 tekens', ReferentieNummer, 'x'.repeat(21), null],
    ['versie', Versie, '1.10.0', '1.10.0'],
    ['versie met voorloopnul', Versie, '1.01.0', null],
    ['reden van iWmo', typenPerWet.RedenBeeindiging.wmo, '19', '19'],
    ['reden van iWmo in iJw', typenPerWet.RedenBeeindiging.jw, '19', null],
    ['categorie van iJw', typenPerWet.ProductCategorie.jw, '39', null],
  ])('%s', (_, type, tekst, verwacht) => {
    expect(lees(type, tekst)).toBe(verwacht)
  })
})
