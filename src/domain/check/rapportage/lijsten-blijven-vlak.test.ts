import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { geenSleutels, telGelezen, werkStatistiekBij } from '../../../../test/gelezen.ts'
import { maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase, type FreshDatabase } from '../../../../test/test.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import {
  berichtvolgordes,
  listBerichten,
  telBerichten,
  type Berichtfilter,
  type Berichtvolgorde,
} from '../../do/bericht/queries.ts'
import { listRondes, rondevolgordes, type Rondefilter } from '../../do/bericht/rondes.ts'
import { listBevindingen, type Bevindingfilter, type Bevindingkolom } from '../bevinding/queries.ts'
import { countLogregels, listLogregels, type Logfilter } from './logboek.ts'

const RIJEN = 12_000
// A page is fifty and counting stops after a thousand; a list that reads all there is cannot hide below this.
const RUIM = 4_000

let fresh: FreshDatabase
let ctx: Context

beforeAll(async () => {
  fresh = await freshDatabase()
  ctx = await maakProefregio(fresh.db, geenSleutels)
  const nu = sql`${ctx.now.toString()}::timestamptz`
  await inTransaction(ctx, async ({ db, regioId }) => {
    const vul = (tabel: string, kolommen: string, waarden: ReturnType<typeof sql>) =>
      sql`insert into ${sql.table(tabel)} (regio_id, ${sql.raw(kolommen)}) select ${regioId}, ${waarden} from generate_series(1, ${RIJEN}::int) g`.execute(
        db,
      )
    await vul(
      'aanbieder',
      'agb, kvk, naam, plaats, grootteklasse, medewerkers',
      sql`(10000000 + g)::text, '12345678', 'Aanbieder ' || md5(g::text), 'Plaats', 'klein', 1`,
    )
    await vul(
      'bericht',
      'wet, soort, afzender, ontvanger, identificatie, dagtekening, gemeente, agb, inhoud_hmac, ingelezen_op, oordeel',
      sql`'wmo', (array['301', '305', '307', '323'])[1 + g % 4], '0439', '1', md5(g::text), date '2024-01-01' + (g * 7) % 1000, '0439',
        (10000000 + g % 40)::text, '\\x00', ${nu}, 'geldig'`,
    )
    await vul(
      'inleesronde',
      'bron, gestart_op, gestart_door, laatste_teken_op, klaar_op, afgekeurd',
      sql`'web', ${nu} - g * interval '1 hour', 'Persoon ' || g % 200, ${nu}, case when g % 1000 > 0 then ${nu} end, case when g % 500 = 0 then 1 else 0 end`,
    )
    await sql`insert into bevinding (regio_id, bron, sleutel, titel, aanbieder_id, agb, jaar, ontstaan_op, ontstaan_door, gesloten_op)
      select ${regioId}, case when g % 100 = 0 then 'hand' else 'kpi' end, g::text, 'Bevinding ' || md5(g::text), a.id, a.agb, 2015 + g % 12,
        ${nu} - g * interval '1 hour', 'test', case when g % 10 > 0 then ${nu} end
      from generate_series(1, ${RIJEN}::int) g join aanbieder a on a.regio_id = ${regioId} and a.agb = (10000001 + (g * 5) % ${RIJEN}::int)::text`.execute(
      db,
    )
  })
  const eigenaar = new pg.Client(fresh.eigenaarUrl)
  await eigenaar.connect()
  await eigenaar.query(
    `insert into audit_regel select $1::uuid, 1000 + g, $2::timestamptz - (${RIJEN} - g) * interval '1 hour', 'persoon ' || g % 200, 'Persoon', 'x:y',
      'type ' || g % 20, g::text, '\\x00', '\\x00', '\\x00' from generate_series(1, ${RIJEN}) g`,
    [ctx.regioId, ctx.now.toString()],
  )
  await eigenaar.end()
  await werkStatistiekBij(fresh.eigenaarUrl, ['aanbieder', 'bericht', 'inleesronde', 'bevinding', 'audit_regel'])
})
afterAll(() => fresh.drop())

const vlak = (tabel: string, werk: (ctx: Context) => Promise<unknown>) =>
  inTransaction(ctx, async (ctx) => {
    expect(await telGelezen(ctx, tabel, () => werk(ctx))).toBeLessThan(RUIM)
  })

describe('lijsten lezen niet alles wat er is, ook onder row-level security', () => {
  const heen = ['op', 'af'] as const

  test.for<[Berichtfilter, Berichtvolgorde]>([
    ...berichtvolgordes.flatMap((sorteer) =>
      heen.map((richting): [Berichtfilter, Berichtvolgorde] => [{}, { sorteer, richting }]),
    ),
    [{ soort: '305' }, { sorteer: 'dagtekening', richting: 'af' }],
    [{ soort: '305' }, { sorteer: 'ingelezen', richting: 'af' }],
    [{ agb: '10000007' }, { sorteer: 'dagtekening', richting: 'op' }],
    [{ uitkomst: 'geldig' }, { sorteer: 'identificatie', richting: 'op' }],
  ])('berichten %j op %j', async ([filter, orde]) => {
    await vlak('bericht', async (ctx) => {
      await listBerichten(ctx, filter, { ...orde, offset: 0, limit: 50 })
      await telBerichten(ctx, filter)
    })
  })

  test.for<[Rondefilter, (typeof rondevolgordes)[number], 'op' | 'af']>([
    ...rondevolgordes.flatMap((sorteer) =>
      heen.map((richting): [Rondefilter, typeof sorteer, typeof richting] => [{}, sorteer, richting]),
    ),
    [{ stand: 'mis' }, 'gestart', 'af'],
    [{ stand: 'open' }, 'gestart', 'op'],
    [{ door: 'Persoon 7' }, 'gestart', 'af'],
  ])('leveringen %j op %s %s', async ([filter, sorteer, richting]) => {
    await vlak('inleesronde', (ctx) => listRondes(ctx, filter, { sorteer, richting, pagina: 1 }))
  })

  test.for<[Bevindingfilter, Bevindingkolom, 'op' | 'af']>([
    ...(['ontstaan', 'titel', 'aanbieder'] as const).flatMap((sorteer) =>
      heen.map((richting): [Bevindingfilter, typeof sorteer, typeof richting] => [{}, sorteer, richting]),
    ),
    [{ stand: 'open' }, 'ontstaan', 'af'],
    [{ stand: 'nieuw' }, 'ontstaan', 'op'],
    [{ stand: 'gesloten' }, 'titel', 'op'],
    [{ bron: 'hand' }, 'ontstaan', 'af'],
    [{ jaar: 2024 }, 'ontstaan', 'af'],
  ])('bevindingen %j op %s %s', async ([filter, sorteer, richting]) => {
    await vlak('bevinding', (ctx) => listBevindingen(ctx, filter, { sorteer, richting, pagina: 1 }))
  })

  const dag = (dagen: number) => ctx.now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: dagen })
  test.for<[string, () => Logfilter]>([
    ['alles', () => ({})],
    ['een persoon', () => ({ persoon: 'persoon 7' })],
    ['een onderwerp', () => ({ onderwerp: 'type 7' })],
    ['een oude periode', () => ({ vanaf: dag(400), tot: dag(380) })],
    ['een persoon in een periode', () => ({ persoon: 'persoon 7', vanaf: dag(400) })],
  ])('logboek: %s', async ([, filter]) => {
    for (const richting of heen) {
      await vlak('audit_regel', async (ctx) => {
        await listLogregels(ctx, filter(), { richting, offset: 0, limit: 50 })
        await countLogregels(ctx, filter(), 1001)
      })
    }
  })

  test('de bewaking ziet het als een lijst toch alles leest', async () => {
    await inTransaction(ctx, async (ctx) => {
      const alles = () => sql`select id from bericht order by ontvanger, code limit 50`.execute(ctx.db)
      expect(await telGelezen(ctx, 'bericht', alles)).toBeGreaterThanOrEqual(RIJEN)
    })
  })
})
