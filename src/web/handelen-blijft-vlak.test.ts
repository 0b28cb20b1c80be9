import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { vulRegio } from '../../bench/generator/vul-regio.ts'
import { telVerzonden, type Opdrachtstand } from '../../bench/tel-verzonden.ts'
import { geenSleutels } from '../../test/gelezen.ts'
import { maakProefregio, VANDAAG } from '../../test/regio.ts'
import { freshDatabase, type FreshDatabase } from '../../test/test.ts'
import { createApp } from '../app.ts'
import { makeClock } from '../platform/clock.ts'
import { makeLog } from '../platform/log.ts'
import { startSessie } from '../platform/sessie.ts'
import { routes } from './routes.ts'

// Two regions are made here, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 })

const TIENDE = { termijnen: 2_000, acties: 200, zaken: 30 }
const HEEL = { termijnen: 20_000, acties: 2_000, zaken: 300 }

type Gelezen = { opdrachten: number; rijen: Map<string, number> }
type Proef = {
  zaken: string[]
  meet: (pad: string) => Promise<Gelezen>
  /** Kept statements that were asked often and still get a plan for each parameter. */
  steedsOpnieuwGepland: () => Promise<string[]>
  stop: () => Promise<void>
}

let tiende: Proef
let heel: Proef

beforeAll(async () => {
  tiende = await maakProef(200, TIENDE)
  heel = await maakProef(2_000, HEEL)
}, 240_000)
afterAll(async () => {
  await tiende.stop()
  await heel.stop()
})

/** The regions of `npm run bench handelen`, with one connection, so that what a page sends and reads can be counted. */
async function maakProef(overeenkomsten: number, handelen: typeof HEEL): Promise<Proef> {
  const fresh: FreshDatabase = await freshDatabase({ max: 1 })
  const verzonden: Opdrachtstand = telVerzonden(fresh.pool)
  const ctx = await maakProefregio(fresh.db, geenSleutels)
  const eigen = new pg.Client(fresh.beheerUrl)
  await eigen.connect()
  const maten = { zaad: 1, overeenkomsten, aanbieders: overeenkomsten / 5, contractmanagers: overeenkomsten / 100 }
  await vulRegio(eigen, ctx.regioId, { ...maten, toewijzingen: 0, jaren: 3 }, handelen)
  const kies = async (vraag: string) => (await eigen.query<{ id: string }>(vraag)).rows.map(({ id }) => id)
  const [ik] = await kies(`select id from gebruiker where naam = 'Contractmanager 1'`)
  const clock = makeClock(VANDAAG)
  const token = await startSessie({ ...ctx, now: clock.now() }, ik!, {
    wijze: 'wachtwoord en code',
    toestel: 'Proef',
  })
  const app = createApp({ db: fresh.db, clock, sleutels: geenSleutels, log: makeLog('silent'), voorbeeld: true })
  const vraag = async (pad: string) => {
    const antwoord = await app.request(pad, { headers: { cookie: `overlap=${token}` } })
    expect(antwoord.status).toBe(200)
    await antwoord.text()
  }
  /** Rows read of each table until now. The server tells it when a transaction ends, if it is asked to. */
  const gelezen = async () => {
    await fresh.pool.query('select pg_stat_force_next_flush()')
    const { rows } = await eigen.query<{ tabel: string; n: number }>(
      `select relname as tabel, (seq_tup_read + idx_tup_fetch)::int as n from pg_stat_user_tables where schemaname = 'public'`,
    )
    return new Map(rows.map(({ tabel, n }) => [tabel, n]))
  }
  return {
    zaken: await kies(`select id from escalatie where gesloten_op is null order by nummer limit 9`),
    async meet(pad) {
      // what a process keeps, such as the regelset, and plans for all parameters
      for (let keer = 0; keer < 7; keer++) await vraag(pad)
      const [eerst, verstuurd] = [await gelezen(), { ...verzonden }]
      await vraag(pad)
      const opdrachten = verzonden.opdrachten - verzonden.rand - (verstuurd.opdrachten - verstuurd.rand)
      const dan = await gelezen()
      return { opdrachten, rijen: new Map([...dan].map(([tabel, n]) => [tabel, n - (eerst.get(tabel) ?? 0)])) }
    },
    async steedsOpnieuwGepland() {
      const { rows } = await fresh.pool.query<{ vraag: string }>(`select left(statement, 200) as vraag
        from pg_prepared_statements where generic_plans + custom_plans >= 8 and generic_plans = 0`)
      return rows.map(({ vraag }) => vraag)
    },
    async stop() {
      await eigen.end()
      await fresh.drop()
    },
  }
}

const som = ({ rijen }: Gelezen) => [...rijen.values()].reduce((som, n) => som + n, 0)

describe('een bladzijde waarvan iemand handelt, vraagt in een grote regio niet meer dan in een kleine en leest haar niet heel', () => {
  const { year: jaar, month: maand } = VANDAAG
  const iedereen = { van: 'iedereen' }
  test.each<[naam: string, hoogstens: number, pad: (proef: Proef) => string]>([
    // the last thousand acts, and what of this person or aanbieder is near
    ['Vandaag', 4_000, () => routes.vandaag()],
    // what one person has: counted by month, counted as open, as a list, and how many
    ['kalender', 9_000, () => routes.kalender()],
    // every open term of the year for the strip, and a thousand for each count
    ['kalender van iedereen', 7_000, () => routes.kalender(iedereen)],
    ['maand', 4_500, () => routes.kalender({ weergave: 'maand', jaar, maand })],
    ['maand van iedereen', 7_000, () => routes.kalender({ ...iedereen, weergave: 'maand', jaar, maand })],
    ['acties', 1_500, () => routes.acties()],
    // so few meetings are read at once rather than one by one
    ['eigen acties', 800, () => routes.acties({ van: 'mij' })],
    ['escalaties', 1_800, () => routes.escalaties()],
    ['een zaak', 500, ({ zaken }) => routes.escalatie(zaken[4]!)],
  ])('%s', async (_, hoogstens, pad) => {
    const [klein, groot] = [await tiende.meet(pad(tiende)), await heel.meet(pad(heel))]
    expect(groot.opdrachten).toBe(klein.opdrachten)
    expect(som(groot)).toBeLessThanOrEqual(hoogstens)
  })

  test('wat iemand zelf heeft, wordt niet gezocht in wat iedereen heeft', async () => {
    const termijnen = async (proef: Proef) => (await proef.meet(routes.vandaag())).rijen.get('termijn')!
    expect(await termijnen(heel)).toBeLessThan(2 * (await termijnen(tiende)))
  })

  test('wat een verbinding bewaart, gaat met één plan voor alle parameters', async () => {
    for (const pad of [
      routes.vandaag(),
      routes.kalender(),
      routes.kalender(iedereen),
      routes.acties(),
      routes.escalaties(),
    ])
      await heel.meet(pad)
    expect(await heel.steedsOpnieuwGepland()).toEqual([])
  })

  test('de bewaking ziet het als toch alles wordt gelezen', async () => {
    const { rijen } = await heel.meet(routes.kalenderUitvoer('csv', { ...iedereen, stand: 'alle' }))
    expect(rijen.get('termijn')).toBeGreaterThan(9_000)
  })
})
