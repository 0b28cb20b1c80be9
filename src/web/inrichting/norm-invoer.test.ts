import { expect, test } from 'vitest'
import { leesDatum, NormInvoer } from './norm-invoer.ts'

test.for([
  ['1-1-2027', '2027-01-01'],
  ['01/02/2027', '2027-02-01'],
  ['2027-12-31', '2027-12-31'],
  ['30-2-2027', undefined],
  ['morgen', undefined],
  ['1-1-27', undefined],
] as const)('de datum "%s" wordt gelezen als %s', ([tekst, verwacht]) => {
  expect(leesDatum(tekst)?.toString()).toBe(verwacht)
})

test('KPI-11: een norm wordt met een komma gelezen, en een onzin-norm krijgt een melding bij het veld', () => {
  const goed = {
    norm: '8,5',
    minimumClienten: '10',
    minimumWaarnemingen: '10',
    geldigVanaf: '1-1-2027',
    bron: 'besluit',
    reden: 'evaluatie',
  }
  expect(NormInvoer.parse(goed)).toMatchObject({ norm: '8.5', minimumClienten: 10 })
  const fout = NormInvoer.safeParse({ ...goed, norm: 'hoog', minimumClienten: '0', reden: ' ' })
  expect(fout.error?.issues.map(({ path }) => path[0])).toEqual(['norm', 'minimumClienten', 'reden'])
})
