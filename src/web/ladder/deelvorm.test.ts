import { describe, expect, test } from 'vitest'
import { flevoland, zw } from '../../../test/escalatie.ts'
import { leesMeegeleverd } from '../../domain/act/escalatie/begin-ladderconcept.ts'
import { ladderdelen } from '../../domain/act/escalatie/ladderdelen.ts'
import { alsWaarden, leesDeel, veldcodes, type Waarden } from './deelvorm.ts'

describe('MTR-04: wat in het formulier staat, is wat er in de ladder komt', () => {
  test.each(ladderdelen)('elk deel van de meegeleverde ladders gaat heen en weer: %s', async (deel) => {
    let gezien = 0
    for (const ladder of [zw.ladder, flevoland.ladder, await leesMeegeleverd('zaanstad')]) {
      for (const een of ladder[deel]) {
        expect(leesDeel(deel, een.code, alsWaarden(deel, een))).toEqual({ nieuw: een })
        gezien++
      }
    }
    expect(gezien).toBeGreaterThan(8)
  })

  test('een rij die wordt weggehaald of leeg blijft, telt niet; een nieuw veld krijgt een code van zijn naam', () => {
    const waarden: Waarden = {
      ...alsWaarden('stukken', zw.ladder.stukken[0]!),
      'velden.0.weg': 'ja',
      'velden.3.naam': 'Dag van ontvangst',
      'velden.3.soort': 'datum',
      'velden.4.naam': '',
      'velden.4.soort': 'tekst',
    }
    expect(leesDeel('stukken', 'aanleiding', waarden)).toMatchObject({
      nieuw: { velden: [{ code: 'dag-van-ontvangst', naam: 'Dag van ontvangst', soort: 'datum', verplicht: false }] },
    })
  })

  test('een stuk uit een gesprek: zonder soort gesprek is er geen, met een soort hoort er een veld en een moment bij', () => {
    const basis = alsWaarden('stukken', { ...zw.ladder.stukken[0]!, uitGesprek: null })
    expect(leesDeel('stukken', 'x', { ...basis, 'uitGesprek.vanaf': 'gehouden' })).toMatchObject({
      nieuw: { uitGesprek: null },
    })
    const met = { ...basis, 'uitGesprek.soorten': ['ordegesprek'] }
    expect(leesDeel('stukken', 'x', met)).toEqual({
      fouten: [
        { veld: 'uitGesprek.vanaf', melding: 'Kies vanaf wanneer het verslag van zo’n gesprek telt.' },
        { veld: 'uitGesprek.velden.tekst', melding: 'Kies in welk veld staat wat is besproken en afgesproken.' },
      ],
    })
    expect(veldcodes({ 'velden.0.naam': 'Wie er was', 'velden.1.naam': 'Tekst', 'velden.1.weg': 'ja' })).toEqual([
      { code: 'wie-er-was', naam: 'Wie er was' },
    ])
  })

  test('een fout staat bij het veld van de rij zoals zij in het formulier staat, in het Nederlands', () => {
    const basis = alsWaarden(
      'overgangen',
      zw.ladder.overgangen.find(({ code }) => code === 'A10')!,
    )
    const waarden: Waarden = {
      ...basis,
      naam: ' ',
      'waarborgen.7.waarborg': 'termijn-verstreken',
      'waarborgen.7.termijn': '',
      'waarborgen.7.bijGrond': '',
    }
    expect(leesDeel('overgangen', 'A10', waarden)).toEqual({
      fouten: [
        { veld: 'naam', melding: 'Vul dit in.' },
        { veld: 'waarborgen.7.termijn', melding: 'Vul dit in.' },
      ],
    })
    const bijGrond = { ...waarden, naam: 'x', 'waarborgen.7.bijGrond': 'plan-niet-ontvangen' }
    expect(leesDeel('overgangen', 'A10', bijGrond)).toEqual({
      fouten: [{ veld: 'waarborgen.7.termijn', melding: 'Vul dit in.' }],
    })
    expect(leesDeel('termijnen', 'x', { naam: 'x', looptijd: 'geteld', 'looptijd.lengte': 'veel' })).toMatchObject({
      fouten: expect.arrayContaining([
        { veld: 'looptijd.lengte', melding: 'Vul dit in.' },
        { veld: 'wie', melding: 'Maak een keuze.' },
      ]) as unknown,
    })
  })
})
