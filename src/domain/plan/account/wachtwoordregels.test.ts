import { describe, expect, test } from 'vitest'
import { isVeelgebruikt } from './wachtwoordlijst.ts'
import { keurWachtwoord } from './wachtwoordregels.ts'

const OMGEVING = ['Zaanstreek-Waterland', 'Marloes de Wit', 'm.dewit@veenlicht.example']

describe('een nieuw wachtwoord', () => {
  test.each([
    ['paars zeil 41', undefined],
    ['correct horse battery staple', undefined],
    ['ééñ zïn met diakrieten', undefined],
    ['        spaties tellen mee        ', undefined],
    ['🦆🦆 twaalf tekens', undefined],
    ['x'.repeat(20) + 'qwerty uit een kluis', undefined],
    ['elf tekens!', /ten minste 12/],
    ['🦆🦆🦆🦆🦆🦆', /ten minste 12/],
    ['lang genoeg, maar '.repeat(15), /hooguit 256/],
    ['qwertyuiop123', /veel gebruikt/],
    ['QwertyUiop123', /veel gebruikt/],
    ['aaaaaaaaaaaaaaaa', /veel gebruikt/],
    ['Overlap2026!!', /iedereen hier kent/],
    ['Zaanstreek-Waterland1', /iedereen hier kent/],
    ['waterland1234', /iedereen hier kent/],
    ['m.dewit@veenlicht.example', /iedereen hier kent/],
    ['MarloesMarloes', /iedereen hier kent/],
    ['Marloes fietst naar Wormer', undefined],
  ])('ASVS V6.2: %s', (wachtwoord, melding) => {
    const gekeurd = keurWachtwoord(wachtwoord, OMGEVING)
    if (melding === undefined) expect(gekeurd).toBeUndefined()
    else expect(gekeurd).toMatch(melding)
  })

  test('ASVS V6.2.4: de lijst kent de meest gebruikte, en niet zomaar alles', () => {
    const bekend = ['1234567890123', 'qwertyuiop123', 'passwordpassword', 'iloveyou1234', 'abcdefghijkl']
    expect(bekend.filter((wachtwoord) => !isVeelgebruikt(wachtwoord))).toEqual([])
    const vreemd = Array.from({ length: 2000 }, (_, i) => `een zin die niemand kiest ${i}`)
    expect(vreemd.filter((wachtwoord) => isVeelgebruikt(wachtwoord)).length).toBeLessThan(3)
  })
})
