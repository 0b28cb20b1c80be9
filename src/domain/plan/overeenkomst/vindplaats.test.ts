import { expect, test } from 'vitest'
import { vindplaatsLink } from './vindplaats.ts'

test.for([
  ['https://archief.example/zaak/Z-2023-00418', 'https://archief.example/zaak/Z-2023-00418'],
  ['HTTPS://archief.example', 'https://archief.example/'],
  ['zaak Z-2023-00418', null],
  ['archief.example/zaak', null],
  ['http://archief.example', null],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['https://', null],
  ['https://naam:geheim@archief.example/', null],
  ['https://archief.example/een twee', null],
  [' https://archief.example', null],
  ['', null],
])('CTR-01: vindplaats "%s" wordt link %s', ([vindplaats, link]) => {
  expect(vindplaatsLink(vindplaats!)).toBe(link)
})
