import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst } from '../../../test/afspraken.ts'
import { maakProefregio, test as metCtx } from '../../../test/regio.ts'
import { freshDatabase } from '../../../test/test.ts'
import { makeTestApp } from '../../../test/web.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/transaction.ts'

// Commits, so that row-level security is that of each request.
const test = metCtx.extend<{ regio: Context }>({
  regio: async ({ sleutels }, use) => {
    await using fresh = await freshDatabase()
    const ctx = await maakProefregio(fresh.db, sleutels)
    await inTransaction(ctx, async (ctx) => {
      await maakAanbieder(ctx, { agb: '98990101', naam: 'Stichting Veenlicht' })
      await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Dijk & Doen' })
      await maakOvereenkomst(ctx, { overeenkomst: 'VEEN-1', agb: '98990101' })
      await maakOvereenkomst(ctx, { overeenkomst: 'DIJK-1', agb: '98990108' })
    })
    await use(ctx)
  },
})
const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

describe('voor wie iemand werkt', () => {
  test('ROL-21: wie rollen bij twee aanbieders heeft, ziet er een tegelijk en wisselt in het menu', async ({
    regio,
  }) => {
    const { get, post } = await makeTestApp({
      ctx: regio,
      rol: 'aanbieder directie',
      agb: '98990101',
      ook: [{ rol: 'aanbieder administratie', agb: '98990108' }],
    })
    const eerst = await lees(get('/overeenkomsten'))
    expect(eerst).toContain('U werkt nu voor Stichting Veenlicht')
    expect(eerst).toContain('Werken voor Dijk &amp; Doen')
    expect(eerst).toContain('VEEN-1')
    expect(eerst).not.toContain('DIJK-1')
    expect((await get('/kpis')).status).toBe(200)

    const antwoord = await post('/werkt-voor', { voor: '98990108' })
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, '/'])
    const daarna = await lees(get('/overeenkomsten'))
    expect(daarna).toContain('U werkt nu voor Dijk &amp; Doen')
    expect(daarna).toContain('DIJK-1')
    expect(daarna).not.toContain('VEEN-1')
    // with the role he has there, and no other
    expect((await get('/kpis')).status).toBe(403)
  })

  test('ROL-21: een rol bij een aanbieder opent niets van de regio, en een rol in de regio niets van de casussen', async ({
    regio,
  }) => {
    const { get, post } = await makeTestApp({
      ctx: regio,
      rol: 'raad',
      ook: [{ rol: 'aanbieder', agb: '98990101' }],
    })
    const html = await lees(get('/'))
    expect(html).toContain('U werkt nu voor Proefregio')
    expect((await get('/overeenkomsten')).status).toBe(403)
    await post('/werkt-voor', { voor: '98990101' })
    const eigen = await lees(get('/overeenkomsten'))
    expect(eigen).toContain('VEEN-1')
    expect(eigen).not.toContain('DIJK-1')
    await post('/werkt-voor', { voor: 'regio' })
    expect((await get('/overeenkomsten')).status).toBe(403)
  })

  test('kiezen kan alleen uit wat van iemand is, en wie niets te kiezen heeft, ziet geen keuze', async ({ regio }) => {
    const { get, post } = await makeTestApp({ ctx: regio, rol: 'aanbieder', agb: '98990101' })
    expect(await lees(get('/'))).not.toContain('U werkt nu voor')
    expect((await post('/werkt-voor', { voor: '98990101' })).status).toBe(303)
    for (const voor of ['98990108', 'regio', '', "'--"]) expect((await post('/werkt-voor', { voor })).status).toBe(404)
    expect(await lees(get('/overeenkomsten'))).not.toContain('DIJK-1')
    const gekozen = await inTransaction(regio, ({ db }) =>
      db.selectFrom('sessie').select('werktVoor').where('werktVoor', 'is not', null).execute(),
    )
    expect(gekozen).toEqual([{ werktVoor: '98990101' }])
  })

  test('een keuze die niet meer bestaat, valt terug op wat er wel is', async ({ regio }) => {
    const { get, post, gebruikerId } = await makeTestApp({
      ctx: regio,
      rol: 'aanbieder',
      agb: '98990101',
      ook: [
        { rol: 'aanbieder', agb: '98990108' },
        { rol: 'aanbieder rvm', agb: '98990108' },
      ],
    })
    await post('/werkt-voor', { voor: '98990108' })
    await inTransaction(regio, async ({ db }) => {
      await sql`update roltoewijzing set begindatum = '2020-01-01', einddatum = '2020-01-02'
        where gebruiker_id = ${gebruikerId} and agb = '98990108'`.execute(db)
    })
    const html = await lees(get('/overeenkomsten'))
    expect(html).toContain('VEEN-1')
    expect(html).not.toContain('DIJK-1')
  })
})
