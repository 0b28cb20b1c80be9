import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst } from '../../../test/afspraken.ts'
import { EIGEN, maakCijfers } from '../../../test/cijfers.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import type { Rol } from '../../domain/rechten.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

describe('budget', () => {
  test('ROL-01, ROL-03: RVM, lokaal team en toezichthouder zien er nergens iets van; wie het wel mag lezen overal', async ({
    ctx,
  }) => {
    const aanbieder = await maakAanbieder(ctx)
    const overeenkomst = await maakOvereenkomst(ctx, { plafondCent: 12_300_000 })
    await maakOvereenkomst(ctx, { plafondCent: 41_000_000 })
    const paden = [
      '/aanbieders.csv',
      `/aanbieders/${aanbieder}`,
      `/aanbieders/${aanbieder}/overeenkomsten`,
      `/aanbieders/${aanbieder}/gebeurtenissen`,
      `/aanbieders/${aanbieder}/gegevens`,
      '/overeenkomsten',
      '/overeenkomsten.csv',
      `/overeenkomsten/${overeenkomst}`,
    ]
    for (const rol of ['rvm', 'lokaal team', 'toezichthouder', 'backoffice'] satisfies Rol[]) {
      const { get } = await makeTestApp({ ctx, rol })
      for (const pad of ['/aanbieders', ...paden]) {
        const tekst = await lees(get(pad))
        expect(tekst, `${rol} ${pad}`).not.toMatch(/410\.000|410000|123\.000|[Pp]lafond|[Gg]edeclareerd|prognose/)
      }
      expect((await get(`/overeenkomsten/${overeenkomst}/geld`)).status).toBe(403)
      expect(await lees(get(`/overeenkomsten/${overeenkomst}`))).not.toContain('/geld')
      // tariffs are of the overeenkomst
      expect(await lees(get(`/overeenkomsten/${overeenkomst}/producten`))).toContain('€ 37,59')
    }
    for (const rol of ['contracteigenaar', 'beleid', 'budgethouder', 'directie'] satisfies Rol[]) {
      const { get } = await makeTestApp({ ctx, rol })
      for (const pad of paden) expect(await lees(get(pad)), `${rol} ${pad}`).toMatch(/410\.000|410000/)
      expect(await lees(get(`/overeenkomsten/${overeenkomst}/geld`))).toContain('€ 410.000')
    }
  })

  test('ORG-09: wie niet alle toewijzingen ziet, leest dat de ruimte niet te bepalen is, en geen verkeerd bedrag', async ({
    ctx,
  }) => {
    await maakAanbieder(ctx)
    const id = await maakOvereenkomst(ctx)
    const deels = await makeTestApp({ ctx, rol: 'contractmanager', gemeenten: ['0439'] })
    expect(await lees(deels.get(`/overeenkomsten/${id}`))).toContain('Niet te bepalen met uw rol')
    const heel = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect(await lees(heel.get(`/overeenkomsten/${id}`))).toContain('€ 410.000 van € 410.000')
  })

  test('ORG-09: het geld van een overeenkomst is alleen te zien in de grens van de rol die het budget mag lezen', async ({
    ctx,
  }) => {
    await maakAanbieder(ctx)
    await maakOvereenkomst(ctx, { overeenkomst: 'PUR-01', gemeenten: '0439', plafondCent: 41_000_000 })
    const zaans = await maakOvereenkomst(ctx, { overeenkomst: 'ZAA-01', gemeenten: '0479', plafondCent: 52_000_000 })
    const { get } = await makeTestApp({
      ctx,
      rol: 'contractmanager',
      gemeenten: ['0439'],
      ook: [{ rol: 'backoffice', gemeenten: ['0479'] }],
    })
    const lijst = await lees(get('/overeenkomsten'))
    expect(lijst).toContain('ZAA-01')
    expect(lijst).toContain('€ 410.000')
    expect(lijst).not.toContain('520.000')
    const blad = await lees(get(`/overeenkomsten/${zaans}`))
    expect(blad).not.toMatch(/520\.000|Hoeveel ruimte|\/geld"/)
    expect((await get(`/overeenkomsten/${zaans}/geld`)).status).toBe(404)
  })
})

describe('KPI-resultaten', () => {
  test('ROL-17, ROL-19: RVM en lokaal team zien geen resultaat, ook niet in een bevinding, een lijst of het zoeken', async ({
    ctx,
  }) => {
    const maart = {
      ...ctx,
      now: Temporal.Instant.from('2026-03-20T10:00:00Z'),
      today: Temporal.PlainDate.from('2026-03-20'),
    }
    const cijfers = await maakCijfers(maart)
    const { id, aanbiederId } = cijfers[EIGEN.agb]!
    const manager = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    expect((await manager.post('/kpis/vaststellen/2025')).status).toBe(303)
    const [{ bevinding }] = (
      await sql<{ bevinding: string }>`select id as bevinding from bevinding where regio_id = ${ctx.regioId}
        and kpi_uitkomst_id = ${id}`.execute(ctx.db)
    ).rows as [{ bevinding: string }]
    await manager.post('/bevindingen/nieuw', { aanbiederId, titel: 'Rapportage ontbreekt', toelichting: 'Gezien.' })

    for (const rol of ['rvm', 'lokaal team'] satisfies Rol[]) {
      const { get, post } = await makeTestApp({ ctx: maart, rol })
      for (const pad of ['/kpis', `/kpis/${id}`, `/aanbieders/${aanbiederId}/kpis`, '/kpis.csv?jaar=2025']) {
        expect((await get(pad)).status, `${rol} ${pad}`).toBe(403)
      }
      const paden = [
        '/',
        '/aanbieders',
        '/aanbieders.csv',
        `/aanbieders/${aanbiederId}`,
        `/aanbieders/${aanbiederId}/gebeurtenissen`,
        `/aanbieders/${aanbiederId}/bevindingen`,
        '/bevindingen',
        '/bevindingen.csv',
      ]
      for (const pad of paden) {
        expect(await lees(get(pad)), `${rol} ${pad}`).not.toMatch(
          /70,0|onvoldoende|onder de norm|[Ss]tart zorg|Cliënten in zorg/,
        )
      }
      expect(await lees(get('/bevindingen'))).toContain('Rapportage ontbreekt')
      expect((await get(`/bevindingen/${bevinding}`)).status).toBe(404)
      expect(await lees(post('/zoeken', { zoek: 'start zorg' }))).toContain('Niets gevonden')
    }
    const { get, post } = await makeTestApp({ ctx: maart, rol: 'beleid' })
    expect(await lees(get('/bevindingen'))).toContain('onder de norm')
    expect((await get(`/bevindingen/${bevinding}`)).status).toBe(200)
    expect(await lees(manager.get(`/bevindingen/${bevinding}`))).toContain('70,0')
    expect(await lees(post('/zoeken', { zoek: 'start zorg' }))).toMatch(/start zorg 2025/i)
  })
})
