import { describe, expect, test } from 'vitest'
import { kiesOntvangers } from './kies-ontvangers.ts'

const mens = (naam: string, anders: Partial<{ email: string; gebonden: boolean; vrij: boolean }> = {}) => ({
  naam,
  email: `${naam}@zorg.example`,
  gebonden: false,
  vrij: false,
  ...anders,
})
const namen = (...mensen: ReturnType<typeof mens>[]) => kiesOntvangers(mensen).map(({ naam }) => naam)

describe('CTR-04: wie bij een aanbieder een bericht krijgt', () => {
  test('CTR-04: wie er voor een betrokken overeenkomst is gaat voor, dan wie er voor alle is, dan iedereen', () => {
    const [eigen, alle, ander] = [mens('a', { gebonden: true }), mens('b', { vrij: true }), mens('c')]
    expect(namen(ander, alle, eigen)).toEqual(['a'])
    expect(namen(ander, alle)).toEqual(['b'])
    expect(namen(ander)).toEqual(['c'])
    expect(namen()).toEqual([])
  })

  test('CTR-04: zonder e-mailadres telt iemand niet mee', () => {
    expect(namen(mens('a', { gebonden: true, email: '' }), mens('b', { vrij: true }))).toEqual(['b'])
    expect(namen(mens('a', { email: 'geen adres' }), mens('b', { email: 'a@b@c' }))).toEqual([])
  })

  test('een adres krijgt één bericht', () => {
    expect(namen(mens('a', { vrij: true }), mens('b', { vrij: true, email: 'A@zorg.example' }))).toEqual(['a'])
  })
})
