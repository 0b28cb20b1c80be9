import { describe, expect } from 'vitest'
import { maakAanbieder } from '../../../test/afspraken.ts'
import { maakProefregio, test } from '../../../test/regio.ts'
import { freshDatabase } from '../../../test/test.ts'
import { makeTestApp } from '../../../test/web.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { leesPeriode } from './periode.ts'
import { gebeurtenisNaam } from './gebeurtenis.ts'
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
        { naam: 'diep', nieuw: 'x 1' },
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
    [
      '{"punten":[{"nr":1,"oordeel":"akkoord"},{"nr":2,"oordeel":null}],"op":"2026-10-02"}',
      [
        { naam: 'punten', nieuw: 'nr 1, oordeel akkoord; nr 2, oordeel –' },
        { naam: 'op', nieuw: 'vr\u00a02\u00a0okt\u00a02026' },
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

describe('geweigerd', () => {
  test('wat niet mocht, staat er een keer per persoon, route en minuut, zonder wat er gevraagd werd', async ({
    ctx,
  }) => {
    const id = await maakAanbieder(ctx)
    const clock = { now: () => ctx.now, today: () => ctx.today }
    const manager = await makeTestApp({ ctx, clock, rol: 'contractmanager', naam: 'Marloes de Wit' })
    const wachter = await makeTestApp({ ctx, clock, rol: 'privacyfunctionaris' })
    expect(await lees(wachter.get('/logboek/geweigerd'))).toContain('Niets geweigerd')

    for (let keer = 0; keer < 3; keer++) expect((await manager.get(`/berichten/${keer}`)).status).toBe(403)
    expect((await manager.post(`/aanbieders/${id}/contactpersonen`, { csrf: 'oud' })).status).toBe(403)
    expect((await manager.get('/aanbieders/11111111-1111-4111-8111-111111111111')).status).toBe(404)
    expect((await wachter.get(`/aanbieders/${id}`)).status).toBe(403)

    const html = await lees(wachter.get('/logboek/geweigerd'))
    expect(html).toContain('<b>3 keer</b>')
    expect(html.match(/\/berichten\/…/g)).toHaveLength(1)
    expect(html).toContain('Geen recht om berichten te zien')
    expect(html).toContain('/aanbieders/…/contactpersonen')
    expect(html).toContain('Het formulier was te oud of kwam van elders')
    expect(html).toContain('Marloes de Wit')
    expect(html).not.toContain(id)
    // the chain does not grow with it
    expect(await lees(wachter.get('/logboek'))).not.toContain('eweigerd:')
    expect((await manager.get('/logboek/geweigerd')).status).toBe(403)
  })

  test('een aanbieder die iets vraagt wat niet mag, staat er ook in, en ziet er zelf niets van', async ({
    sleutels,
  }) => {
    await using fresh = await freshDatabase()
    const ctx = await maakProefregio(fresh.db, sleutels)
    const aanbieder = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })
    expect((await aanbieder.get('/berichten')).status).toBe(403)
    expect((await aanbieder.get('/berichten')).status).toBe(403)
    const wachter = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    expect(await lees(wachter.get('/logboek/geweigerd'))).toContain('<b>1 keer</b>')
    const als = (agb: string | null) => ({ ...ctx, actor: { ...ctx.actor, agb } })
    const rijen = (agb: string | null) =>
      inTransaction(als(agb), ({ db }) => db.selectFrom('weigering').select(['route', 'minuut']).execute())
    expect(await rijen('98990101')).toEqual([])
    const [rij] = await rijen(null)
    expect(rij).toMatchObject({ route: '/berichten' })
    expect(rij!.minuut.toString()).toMatch(/:00Z$/)
    const weg = inTransaction(als(null), ({ db }) => db.deleteFrom('weigering').execute())
    await expect(weg).rejects.toThrow(/permission denied/)
    await expect(fresh.pool.query('update weigering set code = null')).rejects.toThrow(/permission denied/)
  })
})

test('een gebeurtenis leest als een zin, ook waar het woord niet bij het ding past', () => {
  expect(gebeurtenisNaam('verslag:gereageerd')).toBe('Op een verslag gereageerd')
  expect(gebeurtenisNaam('aanbieder:gewijzigd')).toBe('Aanbieder gewijzigd')
})
