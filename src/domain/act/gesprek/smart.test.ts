import { describe, expect, test } from 'vitest'
import { smartTips } from './smart.ts'

const vandaag = Temporal.PlainDate.from('2026-11-25')
const goed = {
  tekst: 'Stuurt de lijst van wachtenden per product aan de contractmanager',
  eigenaar: 'M. de Wit',
  einddatum: Temporal.PlainDate.from('2026-12-15'),
}

describe('een actie die af kan', () => {
  test('GES-16: over een goede actie zegt het programma niets', () => {
    expect(smartTips(goed, vandaag)).toEqual([])
  })

  test.each([
    [{ tekst: 'De wachttijden bekijken met het team' }, /“bekijken”/],
    [{ tekst: 'Zo snel mogelijk de lijst sturen' }, /“zo snel mogelijk”/],
    [{ tekst: 'Wachtlijst sturen' }, /werkwoord en een resultaat/],
    [{ tekst: 'a '.repeat(120) }, /Splits haar/],
    [{ eigenaar: 'Gemeente' }, /één persoon/],
    [{ eigenaar: ' we ' }, /één persoon/],
    [{ einddatum: Temporal.PlainDate.from('2026-11-24') }, /verleden/],
    [{ einddatum: Temporal.PlainDate.from('2027-06-30') }, /tussenstand/],
    [{ einddatum: Temporal.PlainDate.from('2026-11-28') }, /weekend/],
  ])('GES-16: %j krijgt een tip', (anders, tip) => {
    const tips = smartTips({ ...goed, ...anders }, vandaag)
    expect(tips).toHaveLength(1)
    expect(tips[0]).toMatch(tip)
  })

  test('GES-16: nooit meer dan twee tips tegelijk', () => {
    const slecht = { tekst: 'oppakken', eigenaar: 'wij', einddatum: Temporal.PlainDate.from('2026-01-01') }
    expect(smartTips(slecht, vandaag)).toHaveLength(2)
  })
})
