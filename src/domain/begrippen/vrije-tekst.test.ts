import { expect, test } from 'vitest'
import { vrijeTekst } from './vrije-tekst.ts'

test('witruimte aan de randen en regeleinden van Windows worden gewoon', () => {
  expect(vrijeTekst(20).parse('  een\r\ntwee \n')).toBe('een\ntwee')
})

test.for([
  ['123456', 'Gebruik hooguit 5 tekens'],
  ['999990019', 'Hier staat een getal van negen cijfers'],
])('"%s" wordt geweigerd: %s', ([tekst, melding]) => {
  expect(vrijeTekst(tekst === '123456' ? 5 : 50).safeParse(tekst).error?.issues[0]?.message).toContain(melding)
})

test('negen cijfers die geen burgerservicenummer zijn, mogen', () => {
  expect(vrijeTekst(50).parse('zaak 123456780')).toBe('zaak 123456780')
})
