import { expect, test } from 'vitest'
import { contactpersonenVoor } from './contactpersonen-voor.ts'

const persoon = (naam: string, ...overeenkomsten: string[]) => ({
  naam,
  overeenkomsten: overeenkomsten.map((id) => ({ id })),
})

test.for([
  ['A', ['bij A', 'bij A en B', 'overal', 'ook overal']],
  ['B', ['bij A en B', 'overal', 'ook overal']],
  ['C', ['overal', 'ook overal']],
] as const)('CTR-04: bij overeenkomst %s horen %j', ([id, namen]) => {
  const alle = [persoon('overal'), persoon('bij A', 'A'), persoon('ook overal'), persoon('bij A en B', 'A', 'B')]
  expect(contactpersonenVoor(alle, id).map(({ naam }) => naam)).toEqual(namen)
})
