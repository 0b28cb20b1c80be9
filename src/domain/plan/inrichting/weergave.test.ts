import { describe, expect, test } from 'vitest'
import { kiesWoorden, naamfout, weergavelijsten, type Weergavelijst } from './weergave.ts'

describe('wat een weergave bewaart', () => {
  test.each(Object.keys(weergavelijsten) as Weergavelijst[])('%s: nooit waarop is gezocht', (lijst) => {
    const alles = { zoek: 'Jansen', pagina: '3', gedaan: 'ja', __proto__: 'x', constructor: 'x' }
    expect(kiesWoorden(lijst, alles)).toEqual({})
  })

  test.each<[Record<string, unknown>, Record<string, string>]>([
    [
      { plaats: 'Edam-Volendam', grootte: 'zzp', zoek: 'Jansen' },
      { grootte: 'zzp', plaats: 'Edam-Volendam' },
    ],
    [{ plaats: '', grootte: undefined, van: ['mij'] }, {}],
    [{ plaats: '123456782' }, {}],
    [{ plaats: 'x'.repeat(101) }, {}],
  ])('aanbieders %j', (query, keuze) => {
    const gekozen = kiesWoorden('aanbieders', query)
    expect(gekozen).toEqual(keuze)
    expect(Object.keys(gekozen)).toEqual(Object.keys(keuze))
  })

  test('een kenmerk van het programma of een AGB-code is geen nummer van een cliënt', () => {
    const id = '01a21437-521c-769e-a7e5-123456782012'
    expect(kiesWoorden('bevindingen', { aanbieder: id })).toEqual({ aanbieder: id })
    expect(kiesWoorden('berichten', { aanbieder: '98990115' })).toEqual({ aanbieder: '98990115' })
  })

  test.each([
    ['Mijn kleine aanbieders', null],
    ['KPI’s 2025, Purmerend/Edam', null],
    ['Overeenkomsten tot 31-12-2026', null],
    ['AGB 98990115', null],
    ['', 'Geef de weergave een naam.'],
    ['x'.repeat(61), 'Gebruik hooguit 60 tekens.'],
    ['zaak 123456782', 'Zet geen nummer of label van een cliënt in de naam.'],
    ['zaak 1234.56.782', 'Zet geen nummer of label van een cliënt in de naam.'],
    ['zaak 123 456 782', 'Zet geen nummer of label van een cliënt in de naam.'],
    ['Rond C-7KQ2M-9XD4T', 'Zet geen nummer of label van een cliënt in de naam.'],
    ['rond c 7kq2m 9xd4t', 'Zet geen nummer of label van een cliënt in de naam.'],
  ])('de naam %s', (naam, fout) => {
    expect(naamfout(naam)).toBe(fout)
  })
})
