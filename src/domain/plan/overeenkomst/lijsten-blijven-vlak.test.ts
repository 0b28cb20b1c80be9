import { sql } from 'kysely'
import { beforeAll, afterAll, describe, expect } from 'vitest'
import { geenSleutels, telGelezen, werkStatistiekBij } from '../../../../test/gelezen.ts'
import { maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/test.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { listAanbieders, type Aanbiederfilter } from '../aanbieder/list-aanbieders.ts'
import { listOvereenkomsten, type Overeenkomstfilter } from './list-overeenkomsten.ts'

const AANBIEDERS = 12_000
const OVEREENKOMSTEN = 12_000

let fresh: FreshDatabase
let ctx: Context

// Row-level security makes the planner forget an index more easily than one thinks: counted is what was really read.
beforeAll(async () => {
  fresh = await freshDatabase()
  ctx = await maakProefregio(fresh.db, geenSleutels)
  await inTransaction(ctx, async ({ db, regioId }) => {
    await sql`insert into aanbieder (regio_id, agb, kvk, naam, plaats, grootteklasse, medewerkers)
      select ${regioId}, (10000000 + g)::text, '12345678', 'Aanbieder ' || md5(g::text), 'Plaats ' || g % 50, (array['zzp', 'klein', 'groot'])[1 + g % 3], g % 400
      from generate_series(1, ${AANBIEDERS}::int) g`.execute(db)
    await sql`insert into overeenkomst (regio_id, nummer, aanbieder_id, agb, onderwerp, begindatum, einddatum)
      select ${regioId}, 'ZW-' || lpad(g::text, 6, '0'), a.id, a.agb, 'Onderwerp ' || g % 40, '2024-01-01', date '2025-12-31' + g % 1000
      from generate_series(1, ${OVEREENKOMSTEN}::int) g join aanbieder a on a.regio_id = ${regioId} and a.agb = (10000001 + g % ${AANBIEDERS}::int)::text`.execute(
      db,
    )
  })
  await werkStatistiekBij(fresh.eigenaarUrl, ['aanbieder', 'overeenkomst'])
})
afterAll(() => fresh.drop())

// The count stops after a thousand; a page is fifty. With twelve thousand rows, a whole scan or sort cannot hide below this; a word that half of them hold reads some more, until it found a thousand.
const RUIM = 6_000

describe('lijsten lezen niet het hele register, ook onder row-level security', () => {
  const op = { richting: 'op', pagina: 1 } as const

  test.for<[Overeenkomstfilter, 'nummer' | 'onderwerp' | 'begindatum' | 'looptTot']>([
    [{}, 'nummer'],
    [{}, 'onderwerp'],
    [{}, 'begindatum'],
    [{}, 'looptTot'],
    [{ fase: 'loopt' }, 'nummer'],
    [{ fase: 'verlengd' }, 'looptTot'],
    [{ domein: 'jeugd' }, 'nummer'],
    [{ domein: 'wmo' }, 'nummer'],
    [{ relatietype: 'subsidie' }, 'nummer'],
    [{ zoek: 'zw-00123' }, 'nummer'],
    [{ zoek: 'onderwerp 7' }, 'nummer'],
  ])('overeenkomsten %j op %s', async ([filter, sorteer]) => {
    await inTransaction(ctx, async (ctx) => {
      const n = await telGelezen(ctx, 'overeenkomst', () => listOvereenkomsten(ctx, filter, { ...op, sorteer }))
      expect(n).toBeLessThan(RUIM)
    })
  })

  test.for<[Aanbiederfilter, 'naam' | 'plaats' | 'medewerkers']>([
    [{}, 'naam'],
    [{}, 'plaats'],
    [{}, 'medewerkers'],
    [{ plaats: 'Plaats 7' }, 'naam'],
    [{ grootteklasse: 'klein' }, 'naam'],
    [{ kernpartner: true }, 'naam'],
    [{ zoek: 'c4ca4238a0' }, 'naam'],
  ])('aanbieders %j op %s', async ([filter, sorteer]) => {
    await inTransaction(ctx, async (ctx) => {
      const n = await telGelezen(ctx, 'aanbieder', () => listAanbieders(ctx, filter, { ...op, sorteer }))
      expect(n).toBeLessThan(RUIM)
    })
  })

  test('de bewaking ziet het als een lijst toch alles leest', async () => {
    await inTransaction(ctx, async (ctx) => {
      const alles = () => sql`select id from overeenkomst where zoektekst like '%00123%'`.execute(ctx.db)
      expect(await telGelezen(ctx, 'overeenkomst', alles)).toBe(OVEREENKOMSTEN)
    })
  })
})
