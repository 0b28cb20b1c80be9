import { expect, test } from 'vitest'
import { NormInvoer } from './norm-invoer.ts'

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
