import { describe, expect } from 'vitest'
import { maakAanbieder } from '../../../test/afspraken.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { leesPeriode } from './periode.ts'
import { leesWaarden } from './waarden.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

describe('logboek', () => {
  test('toont wie wat deed met oude en nieuwe waarden, en dat de keten heel is', async ({ ctx }) => {
    const id = await maakAanbieder(ctx)
    await maakAanbieder(ctx, { medewerkers: 350 })
    const { get, gebruikerId } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    const html = await lees(get('/logboek'))
    expect(html).toContain('De keten is heel.')
    expect(html).toContain('Aanbieder gewijzigd')
    expect(html).toContain(`<a href="/aanbieders/${id}">Stichting Veenlicht</a>`)
    expect(html).toContain('medewerkers: 343 → 350')
    expect(html).toContain('beheer (opdrachtregel)')

    const gefilterd = await lees(get('/logboek?onderwerp=aanbieder'))
    expect(gefilterd).toContain('Aanbieder gewijzigd')
    expect(gefilterd).not.toContain('Regio aangemaakt')
    expect(await lees(get(`/logboek?persoon=${gebruikerId}`))).toContain('Niets gevonden')
    expect(await lees(get('/logboek?periode=vorig-jaar'))).toContain('Niets gevonden')
    const oud = await lees(get('/logboek?richting=op'))
    expect(oud.indexOf('Regio aangemaakt')).toBeLessThan(oud.indexOf('Aanbieder gewijzigd'))
    expect((await get('/logboek.csv')).status).toBe(200)
  })

  test('alleen wie het logboek mag lezen', async ({ ctx }) => {
    for (const rol of ['contractmanager', 'backoffice', 'lokaal team'] as const) {
      expect((await (await makeTestApp({ ctx, rol })).get('/logboek')).status).toBe(403)
    }
  })
})

describe('waarden van een regel', () => {
  test.each([
    ['{"wijzigingen":[{"veld":"naam","oud":null,"nieuw":"B"}]}', [{ naam: 'naam', oud: '–', nieuw: 'B' }]],
    [
      '{"oud":{"a":1,"b":2},"nieuw":{"a":1,"b":3},"reden":"x"}',
      [
        { naam: 'b', oud: '2', nieuw: '3' },
        { naam: 'reden', nieuw: 'x' },
      ],
    ],
    ['{"oud":null,"nieuw":{"a":true}}', [{ naam: 'a', oud: '–', nieuw: 'ja' }]],
    [
      '{"agb":["1","2"],"diep":{"x":1}}',
      [
        { naam: 'agb', nieuw: '1, 2' },
        { naam: 'diep', nieuw: '{"x":1}' },
      ],
    ],
    ['{"oud":"A","nieuw":"B"}', [{ naam: 'waarde', oud: 'A', nieuw: 'B' }]],
    [
      '{"nieuw":2,"gewijzigd":0}',
      [
        { naam: 'nieuw', nieuw: '2' },
        { naam: 'gewijzigd', nieuw: '0' },
      ],
    ],
    ['"los"', [{ naam: 'waarde', nieuw: 'los' }]],
    ['{}', []],
  ])('%s', (tekst, waarden) => {
    expect(leesWaarden(tekst)).toEqual(waarden)
  })
})

describe('periode', () => {
  const vandaag = Temporal.PlainDate.from('2026-11-22')
  test.each([
    ['vandaag', '2026-11-22', undefined],
    ['week', '2026-11-16', undefined],
    ['maand', '2026-10-24', undefined],
    ['jaar', '2026-01-01', undefined],
    ['vorig-jaar', '2025-01-01', '2025-12-31'],
    ['onzin', undefined, undefined],
  ])('%s', (keuze, vanaf, tot) => {
    const periode = leesPeriode(keuze, vandaag)
    expect([periode.vanaf?.toString(), periode.tot?.toString()]).toEqual([vanaf, tot])
  })
})
