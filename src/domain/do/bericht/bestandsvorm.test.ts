import { expect, test } from 'vitest'
import { bestandsvorm } from './bestandsvorm.ts'

const EVALUATIES = 'gemeentecode;toewijzingNummer;datum;soort;resultaat;reden\n'

test.each([
  ['bericht.xml', '<?xml', 'bericht'],
  ['map/bericht.XML', '', 'bericht'],
  ['zonder-einde', '<Bericht', 'bericht'],
  ['levering.zip', 'kapot', 'zip'],
  ['levering', 'PK\u0003\u0004', 'zip'],
  ['leeg', 'PK\u0005\u0006', 'zip'],
  ['evaluaties.csv', 'wat dan ook', 'csv'],
  ['export.txt', EVALUATIES, 'csv'],
  ['bericht.xml', EVALUATIES, 'bericht'],
  ['notitie.txt', 'hallo', 'bericht'],
] as const)('%s met inhoud %j is een %s', (naam, begin, vorm) => {
  expect(bestandsvorm(naam, Buffer.from(begin))).toBe(vorm)
})
