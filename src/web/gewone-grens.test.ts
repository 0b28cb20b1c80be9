import { Hono } from 'hono'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, test as los, vi } from 'vitest'
import { maakProefregio, test } from '../../test/regio.ts'
import { freshDatabase } from '../../test/test.ts'
import { makeTestApp } from '../../test/web.ts'
import type { AppEnv } from '../app-env.ts'
import type { Context } from '../platform/context.ts'
import { Weigering } from '../platform/errors.ts'
import { inReadTransaction } from '../platform/transaction.ts'
import { GEWONE_GRENS, maakEmmers } from './gewone-grens.ts'
import { begrensZwaarWerk, ZWAARGRENS } from './zwaar-werk.ts'

describe('hoe vaak', () => {
  los('ASVS V2.4.1: zoveel achter elkaar, en gelijkmatig terug; ieder heeft een eigen teller', () => {
    const neem = maakEmmers({ aantal: 60, seconden: 60 })
    expect(Array.from({ length: 60 }, () => neem('een', 0)).filter((wacht) => wacht > 0)).toEqual([])
    expect([neem('een', 0), neem('een', 500), neem('twee', 0)]).toEqual([1, 1, 0])
    expect([neem('een', 1_000), neem('een', 1_000)]).toEqual([0, 1])
    // long after, all are back; a clock that was put back keeps nobody out
    expect(Array.from({ length: 60 }, () => neem('een', 900_000)).filter((wacht) => wacht > 0)).toEqual([])
    expect(neem('een', 100)).toBe(0)
  })

  los('een vloed van nieuwe afzenders vult het geheugen niet, en wie over de grens is blijft dat', () => {
    const neem = maakEmmers({ aantal: 2, seconden: 60 }, 100)
    for (let keer = 0; keer < 10_000; keer++) neem(`vreemde ${String(keer)}`, keer)
    neem('vol', 10_000)
    neem('vol', 10_000)
    expect(neem('vol', 10_000)).toBeGreaterThan(0)
  })

  test('ASVS V2.4.1: boven de grens is het 429 met Retry-After, zonder één vraag aan de database', async ({ ctx }) => {
    const gewoon = { sessie: { aantal: 5, seconden: 60 }, adres: { aantal: 20, seconden: 60 } }
    let dag = ctx.now
    const clock = { now: () => dag, today: () => ctx.today }
    const app = await makeTestApp({ ctx, rol: 'contractmanager', clock, gewoon })
    const { get } = app
    for (let keer = 0; keer < 5; keer++) expect((await get('/voorkeuren')).status).toBe(200)
    const gevraagd = vi.spyOn(ctx.db, 'getExecutor')
    const vraag = (pad: string) => app.app.request(pad, { headers: { cookie: app.cookie } })
    const antwoord = await vraag('/voorkeuren')
    expect([antwoord.status, antwoord.headers.get('retry-after')]).toEqual([429, '12'])
    expect(await antwoord.text()).toContain('te vaak geprobeerd')
    expect(gevraagd).not.toHaveBeenCalled()
    expect((await get('/assets/weg')).status).toBe(404)
    dag = dag.add({ seconds: 12 })
    expect((await get('/voorkeuren')).status).toBe(200)
    // the watch sees a question when there is one
    expect(gevraagd).toHaveBeenCalled()
    // another session from the same address has turns of its own, until the address has had its turns
    const ander = await makeTestApp({ ctx, rol: 'beleid', clock })
    const statussen: number[] = []
    for (let keer = 0; keer < 20; keer++) {
      statussen.push((await app.app.request('/aanmelden', { headers: { cookie: `overlap=x${String(keer)}` } })).status)
    }
    expect(statussen.filter((status) => status === 200)).toHaveLength(17)
    expect(statussen.at(-1)).toBe(429)
    expect((await ander.get('/voorkeuren')).status).toBe(200)
  })

  test('wie de grens aanzet, zoals het programma buiten de voorbeeldregio, krijgt de gewone', async ({ ctx }) => {
    const clock = { now: () => ctx.now, today: () => ctx.today }
    const { app } = await makeTestApp({ ctx, rol: 'beleid', clock, gewoon: true })
    const statussen = new Set<number>()
    const vraag = async () => (await app.request('/weg', { headers: { cookie: 'overlap=verzonnen' } })).status
    for (let keer = 0; keer < GEWONE_GRENS.sessie.aantal; keer++) statussen.add(await vraag())
    expect([[...statussen], await vraag()]).toEqual([[303], 429])
  })

  los('de grens is ruim voor mensen en te klein voor een programma', () => {
    expect(GEWONE_GRENS.sessie.aantal / GEWONE_GRENS.sessie.seconden).toBeLessThanOrEqual(10)
    expect(GEWONE_GRENS.sessie.aantal).toBeGreaterThanOrEqual(300)
    expect(GEWONE_GRENS.adres.aantal).toBeGreaterThanOrEqual(20 * GEWONE_GRENS.sessie.aantal)
  })
})

describe('zwaar werk', () => {
  /** Files that are made until `maakAf` says that the next one is ready. */
  function proef(grens: Partial<typeof ZWAARGRENS>) {
    const gemaakt: { wie: string; klaar: () => void }[] = []
    const app = new Hono<AppEnv>()
    app.use((c, next) => {
      c.set('ctx', { actor: { id: c.req.query('wie') ?? '' } } as AppEnv['Variables']['ctx'])
      return next()
    })
    app.use(begrensZwaarWerk({ ...ZWAARGRENS, ...grens }))
    app.get('/lijst.csv', async (c) => {
      if (c.req.query('fout') !== undefined) throw new Error('fault')
      await new Promise<void>((klaar) => gemaakt.push({ wie: c.req.query('wie')!, klaar }))
      return c.text('klaar')
    })
    app.get('/lijst', (c) => c.text('pagina'))
    app.onError((error, c) => {
      if (!(error instanceof Weigering)) return c.text('fout', 500)
      return c.text(error.message, error.status, { 'retry-after': String(error.opnieuwNa) })
    })
    const vraag = async (wie: string, pad = '/lijst.csv') => (await app.request(`${pad}?wie=${wie}`)).status
    const rust = () => new Promise((verder) => setImmediate(verder))
    return { app, gemaakt, vraag, rust }
  }

  los(
    'ASVS V15.2.2: zoveel bestanden tegelijk, twee van één persoon; wie erna komt wacht, een pagina niet',
    async () => {
      const { gemaakt, vraag, rust } = proef({ tegelijk: 3, persoon: 2 })
      const antwoorden = ['an', 'an', 'an', 'bo', 'co'].map((wie) => vraag(wie))
      await rust()
      expect(gemaakt.map(({ wie }) => wie)).toEqual(['an', 'an', 'bo'])
      expect(await vraag('an', '/lijst')).toBe(200)
      // Bo is ready: An has two already, so Co is next although An came first
      gemaakt[2]!.klaar()
      await rust()
      expect(gemaakt.map(({ wie }) => wie)).toEqual(['an', 'an', 'bo', 'co'])
      gemaakt[0]!.klaar()
      await rust()
      expect(gemaakt.map(({ wie }) => wie)).toEqual(['an', 'an', 'bo', 'co', 'an'])
      for (const { klaar } of gemaakt) klaar()
      expect(await Promise.all(antwoorden)).toEqual([200, 200, 200, 200, 200])
      // all turns came back
      const weer = ['an', 'bo', 'co'].map((wie) => vraag(wie))
      await rust()
      expect(gemaakt).toHaveLength(8)
      for (const { klaar } of gemaakt) klaar()
      expect(await Promise.all(weer)).toEqual([200, 200, 200])
    },
  )

  los('een fout geeft de beurt terug; wie te lang wacht of niet meer in de rij past, krijgt 429', async () => {
    const { app, gemaakt, vraag, rust } = proef({ tegelijk: 1, wachtrij: 1, wachten: 5 })
    expect((await app.request('/lijst.csv?wie=an&fout')).status).toBe(500)
    const eerste = vraag('an')
    await rust()
    const tweede = vraag('bo')
    await rust()
    const derde = await app.request('/lijst.csv?wie=co')
    expect([derde.status, derde.headers.get('retry-after')]).toEqual([429, '60'])
    expect(await tweede).toBe(429)
    gemaakt[0]!.klaar()
    expect(await eerste).toBe(200)
    const laatste = vraag('co')
    await rust()
    expect(gemaakt.map(({ wie }) => wie)).toEqual(['an', 'co'])
    gemaakt[1]!.klaar()
    expect(await laatste).toBe(200)
  })

  test('het programma houdt zich eraan: zonder beurt geen bestand, wel een pagina', async ({ ctx }) => {
    const zwaar = { tegelijk: 0, persoon: 1, wachtrij: 0, wachten: 1 }
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager', zwaar })
    expect((await get('/aanbieders.csv')).status).toBe(429)
    expect((await get('/aanbieders.xlsx')).status).toBe(429)
    expect((await get('/aanbieders')).status).toBe(200)
  })
})

describe('een vraag die te lang duurt', () => {
  test('ASVS V15.2.2: een bladzijde vraagt hooguit een minuut; wat wordt afgebroken is 503 met Retry-After', async ({
    sleutels,
  }) => {
    await using fresh = await freshDatabase()
    const ctx = await maakProefregio(fresh.db, sleutels)
    const langst = (ctx: Context) =>
      inReadTransaction(ctx, async ({ db }) => {
        const { rows } = await sql<{ t: string }>`select current_setting('statement_timeout') as t`.execute(db)
        return rows[0]!.t
      })
    expect(await langst(ctx)).toBe('1min')
    // work that has nobody waiting for it may take long, also on the connection that a page just had
    expect(await langst({ ...ctx, actor: { ...ctx.actor, soort: 'systeem' } })).toBe('0')
    expect(await langst({ ...ctx, actor: { ...ctx.actor, soort: 'opdrachtregel' } })).toBe('0')

    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const beheer = new pg.Client(fresh.beheerUrl)
    await beheer.connect()
    try {
      await beheer.query('begin; lock table aanbieder')
      const antwoord = get('/aanbieders')
      const breekAf = `select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      for (let rijen = 0; rijen === 0;) rijen = (await beheer.query(breekAf)).rows.length
      await beheer.query('rollback')
      const { status, headers } = await antwoord
      expect([status, headers.get('retry-after')]).toEqual([503, '60'])
      expect(await (await antwoord).text()).toContain('duurde te lang')
      expect((await get('/aanbieders')).status).toBe(200)
    } finally {
      await beheer.end()
    }
  })
})
