import { expect, test } from 'vitest'
import { zoekpatronen } from './lijst.ts'

test.for([
  ['Coöperatie', ['%cooperatie%']],
  ['  de Molen  Zuid ', ['%molen%', '%zuid%', '%de%']],
  ['een twee drie vier vijf', ['%twee%', '%drie%', '%vier%']],
  ['100%_\\', ['%100\\%\\_\\\\%']],
  ['de', null],
  ['', null],
] as const)('zoekwoorden van "%s"', ([tekst, patronen]) => {
  expect(zoekpatronen(tekst)).toEqual(patronen)
})
