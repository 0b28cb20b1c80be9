import { sql } from 'kysely'
import { expect } from 'vitest'
import { test } from '../../../../../test/test.ts'
import { kolommen } from './kolommen.ts'

test('elke waarde komt in de database zoals zij was', async ({ db }) => {
  const rijen = [
    ['gewoon', 1, true],
    ['', -2, false],
    ['null', 3, null],
    ['NULL', null, true],
    [null, 4, true],
    ['a,b{c}"d"\\e\n\tf é €', 5, true],
    [' spatie ', 6, true],
    ['\\x00ff', 7, true],
  ]
  const [tekst, getal, waar] = kolommen(3, rijen)
  const { rows } = await sql<{ t: string | null; g: number | null; w: boolean | null }>`
    select * from unnest(${tekst}::text[], ${getal}::int[], ${waar}::boolean[]) as u (t, g, w)`.execute(db)
  expect(rows.map(({ t, g, w }) => [t, g, w])).toEqual(rijen)
})

test('zonder rijen is een kolom leeg', () => {
  expect(kolommen(2, [])).toEqual(['{}', '{}'])
})
