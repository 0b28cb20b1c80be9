import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { houdtBsn, verhuld } from './kenmerk.ts'

const BSN = '999932172'

test.each([
  ['negen cijfers die aan de elfproef voldoen', BSN, true],
  ['met een streepje en een maand', `${BSN}-24`, true],
  ['na een letter', `D${BSN}`, true],
  ['negen cijfers die niet voldoen', '999932173', false],
  ['een oplopend nummer met nullen ervoor', '000000012', false],
  ['een BSN van acht cijfers met een nul ervoor', '012345672', true],
  ['elf cijfers', '12400000072', false],
  ['het BSN in een langere reeks: dat is niet te weten', `${BSN}24`, false],
  ['letters en cijfers', 'acafd56c39af', false],
])('het nummer van een bericht: %s', (_, kenmerk, verwacht) => {
  expect(houdtBsn(kenmerk, null)).toBe(verwacht)
})

test.each([
  ['het BSN van de cliënt zelf', BSN, true],
  ['het BSN met een maand erachter', `${BSN}202402`, true],
  ['het BSN in een woord', `REF${BSN}A`, true],
  ['een nummer dat toevallig aan de elfproef voldoet', 'R999940004', false],
  ['een oplopend nummer', 'R000000277', false],
])('de referentie van een regel: %s', (_, kenmerk, verwacht) => {
  expect(houdtBsn(kenmerk, BSN)).toBe(verwacht)
})

test('zonder cliënt is in een referentie niets te herkennen', () => {
  expect(houdtBsn(BSN, '')).toBe(false)
})

test('een verhuld nummer is voor hetzelfde nummer hetzelfde, en anders onder een andere sleutel', () => {
  const met = (sleutel: string, kenmerk: string) => verhuld(kenmerk, createHmac('sha256', sleutel))
  expect(met('a', BSN)).toMatch(/^verborgen-[0-9A-Z]{5}-[0-9A-Z]{5}$/)
  expect(met('a', BSN)).toBe(met('a', BSN))
  expect(met('a', BSN)).not.toBe(met('a', `${BSN}-1`))
  expect(met('a', BSN)).not.toBe(met('b', BSN))
})
