import { describe, expect, test } from 'vitest'
import { bedragveld, dagveld, leegOf, leesBedrag } from './invoer.ts'

describe('invoer van mensen', () => {
  test.each([
    ['50000', 5_000_000],
    ['50.000', 5_000_000],
    ['€ 1.234,56', 123_456],
    ['0,05', 5],
    ['12,-', 1_200],
    ['1.234.567', 123_456_700],
    ['1.23', undefined],
    ['12,5', undefined],
    ['-5', undefined],
    ['1,234.56', undefined],
    ['vijftig', undefined],
    ['', undefined],
  ])('een bedrag %j is %j cent', (tekst, cent) => {
    expect(leesBedrag(tekst)).toBe(cent)
  })

  test('een leeg veld is null, een fout veld zegt wat een goed is', () => {
    expect(leegOf(bedragveld).parse('  ')).toBeNull()
    expect(leegOf(bedragveld).parse('10')).toBe(1000)
    expect(leegOf(bedragveld).safeParse('x').error?.issues[0]?.message).toContain('bijvoorbeeld')
    expect(dagveld.parse('1-2-2027').toString()).toBe('2027-02-01')
    expect(dagveld.safeParse('31-2-2027').success).toBe(false)
  })
})
