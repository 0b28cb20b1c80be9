import { describe, expect, test } from 'vitest'
import { leesBelanghebbenden } from './lees-belanghebbenden.ts'

describe('TAF-15: belanghebbenden die de terugkoppeling ook krijgen', () => {
  test('TAF-15: een per regel, met of zonder naam', () => {
    expect(
      leesBelanghebbenden('Cliëntenraad Noord <raad@noord.example>\r\n\n  beleid@zaan.example ').belanghebbenden,
    ).toEqual([
      { naam: 'Cliëntenraad Noord', email: 'raad@noord.example' },
      { naam: 'beleid@zaan.example', email: 'beleid@zaan.example' },
    ])
  })

  test('TAF-15: een adres telt één keer, hoe het ook is geschreven', () => {
    expect(leesBelanghebbenden('A <a@b.example>\nA@B.example').belanghebbenden).toEqual([
      { naam: 'A', email: 'a@b.example' },
    ])
  })

  test.each([
    'Jan',
    'a@b@c',
    'a@b.example, c@d.example',
    'Jan <geen adres>',
    '<a@b.example',
    `${'a'.repeat(250)}@b.example`,
  ])('TAF-15: "%s" is geen adres', (regel) => {
    expect(leesBelanghebbenden(`goed@b.example\n${regel}`)).toEqual({
      belanghebbenden: [{ naam: 'goed@b.example', email: 'goed@b.example' }],
      fouten: [regel],
    })
  })
})
