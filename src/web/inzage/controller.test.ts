import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { ANDER, EIGEN, maakCijfers, type Cijfer } from '../../../test/cijfers.ts'
import { als, test as base } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { createApp } from '../../app.ts'
import { stelKpisVast } from '../../domain/check/kpi/stel-kpis-vast.ts'
import { maakGebruiker } from '../../domain/plan/inrichting/maak-gebruiker.ts'
import { makeClock } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { makeLog } from '../../platform/log.ts'
import { narrow } from '../../platform/transaction.ts'
import { routes } from '../routes.ts'

const test = base.extend<{ maart: Context; cijfers: Record<string, Cijfer> }>({
  maart: async ({ ctx }, use) => {
    await use({
      ...ctx,
      now: Temporal.Instant.from('2026-03-20T10:00:00Z'),
      today: Temporal.PlainDate.from('2026-03-20'),
    })
  },
  cijfers: async ({ maart }, use) => {
    await use(await maakCijfers(maart))
  },
})

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

type Regel = {
  id: number
  name: string
  status: string
  fout: string | null
  taak: string | null
  taakId: string | null
  rol: string
  namens: string
  gebruiker: string
  clienten: number
  labels: string[]
}

/** What was recorded, oldest first, with the labels of its lines. */
async function regels(ctx: Context): Promise<Regel[]> {
  await narrow({ ...ctx, actor: { ...ctx.actor, rollen: [{ rol: 'beheer (opdrachtregel)', agb: null }], agb: null } })
  const { rows } = await sql<Regel>`select i.*, array(select c.label from inzage_client r
      join client c on c.regio_id = r.regio_id and c.id = r.data_subject_id
      where r.regio_id = i.regio_id and r.inzage_id = i.id order by c.label) as labels
    from inzage i where i.regio_id = ${ctx.regioId} order by i.id`.execute(ctx.db)
  return rows
}

async function toewijzing(ctx: Context, label: string): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`select t.id from toewijzing t join client c on c.regio_id = t.regio_id and c.id = t.client_id
    where t.regio_id = ${ctx.regioId} and c.label = ${label}`.execute(ctx.db)
  return rows[0]!.id
}

describe('casussen bekijken wordt vastgelegd', () => {
  test('S47, S49: welke gebeurtenis, wanneer, welke cliënt, wie, namens wie en waarvoor', async ({
    maart,
    cijfers,
  }) => {
    const { get, gebruikerId } = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    const uitkomst = cijfers[EIGEN.agb]!
    const id = await toewijzing(maart, 'TEST-wmo-08')
    expect((await get(routes.toewijzing(id, { bij: `kpi-${uitkomst.id}` }))).status).toBe(200)
    const { rows } = await sql<
      Record<string, unknown>
    >`select i.*, octet_length(i.trace_id) as trace, octet_length(i.span_id) as span,
        octet_length(r.span_id) as regel, r.data_subject_id = t.client_id as van_client
      from inzage i join inzage_client r on r.regio_id = i.regio_id and r.inzage_id = i.id, toewijzing t
      where i.regio_id = ${maart.regioId} and t.id = ${id}`.execute(maart.db)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      trace: 16,
      span: 8,
      regel: 8,
      vanClient: true,
      parentSpanId: null,
      status: 'Ok',
      name: 'casus:getoond',
      processingActivityId: 'urn:overlap:verwerking:casus-onderzoeken',
      dataSubjectIdType: 'urn:overlap:client',
      gebruikerId,
      gebruiker: 'Test contractmanager',
      rol: 'Contractmanager',
      namens: 'Proefregio',
      taak: 'kpi-uitkomst',
      taakId: uitkomst.id,
      fout: null,
      clienten: 1,
    })
    expect(rows[0]!['resource']).toMatchObject({ 'service.name': 'overlap' })
    const { startTime, endTime } = rows[0] as { startTime: Temporal.Instant; endTime: Temporal.Instant }
    expect(startTime.epochNanoseconds % 1_000_000n).toBe(0n)
    expect(Temporal.Instant.compare(startTime, endTime)).not.toBe(1)
    // the label stands nowhere in the log
    expect(JSON.stringify(rows)).not.toContain('TEST-wmo')
  })

  test('S48: één regel per cliënt, zonder steekproef, ook bij een uitvoer', async ({ maart, cijfers }) => {
    const { get } = await makeTestApp({ ctx: maart, rol: 'toezichthouder' })
    const { id } = cijfers[EIGEN.agb]!
    await get(routes.kpi(id, { groep: 'alle' }))
    // what is chosen is what is shown: three were too late, seven in time
    await get(routes.kpi(id))
    await get(routes.kpiGevallenUitvoer(id, 'csv'))
    await get(routes.kpiGevallenUitvoer(id, 'xlsx'))
    await get(routes.kpiGevallenUitvoer(id, 'csv', { groep: 'goed' }))
    const gezien = await regels(maart)
    expect(gezien.map(({ name, labels, clienten }) => [name, labels.length, clienten])).toEqual([
      ['gevallen:getoond', 10, 10],
      ['gevallen:getoond', 3, 3],
      ['gevallen:uitgevoerd', 10, 10],
      ['gevallen:uitgevoerd', 10, 10],
      ['gevallen:uitgevoerd', 7, 7],
    ])
    expect(gezien[1]!.labels).toEqual(['TEST-wmo-010', 'TEST-wmo-08', 'TEST-wmo-09'])
  })

  test('S48: de trace van wie vroeg loopt door, en het antwoord zegt waar', async ({ maart, cijfers }) => {
    const { get } = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    const traceId = '0af7651916cd43dd8448eb211c80319c'
    const antwoord = await get(routes.kpi(cijfers[EIGEN.agb]!.id), { traceparent: `00-${traceId}-b7ad6b7169203331-01` })
    const [, uit, span] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/.exec(antwoord.headers.get('traceparent') ?? '') ?? []
    expect(uit).toBe(traceId)
    const { rows } =
      await sql`select from inzage where regio_id = ${maart.regioId} and trace_id = decode(${traceId}, 'hex')
      and span_id = decode(${span!}, 'hex') and parent_span_id = decode('b7ad6b7169203331', 'hex')`.execute(maart.db)
    expect(rows).toHaveLength(1)
  })

  test('S50: wat wordt geweigerd of er niet is, staat er ook', async ({ maart, cijfers }) => {
    const id = await toewijzing(maart, 'TEST-wmo-08')
    const beleid = await makeTestApp({ ctx: maart, rol: 'beleid' })
    expect((await beleid.get(routes.toewijzing(id))).status).toBe(403)
    expect((await beleid.get(routes.kpiGevallenUitvoer(cijfers[EIGEN.agb]!.id, 'csv'))).status).toBe(403)
    const manager = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    expect((await manager.get('/toewijzingen/00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await manager.post('/zoeken', { zoek: 'C-ZZZZZ-ZZZZZ' })).status).toBe(200)
    expect(
      (await regels(maart)).map(({ name, status, fout, labels, rol }) => [name, status, fout, labels, rol]),
    ).toEqual([
      // the case that was tried, though nothing of it was shown
      ['casus:getoond', 'Error', 'geen-recht', ['TEST-wmo-08'], 'Opdrachtgever of beleid'],
      ['gevallen:uitgevoerd', 'Error', 'geen-recht', [], 'Opdrachtgever of beleid'],
      ['casus:getoond', 'Error', 'niet-gevonden', [], 'Contractmanager'],
      ['client:gezocht', 'Error', 'niet-gevonden', [], 'Contractmanager'],
    ])
  })

  test('S50: een aanbieder die de casus van een ander probeert, staat er met die cliënt', async ({
    maart,
    cijfers,
  }) => {
    expect(Object.keys(cijfers)).toHaveLength(2)
    const id = await toewijzing(maart, 'TEST-wmo-18')
    const { get } = await makeTestApp({ ctx: maart, rol: 'aanbieder', agb: EIGEN.agb, reden: 'eigen-levering' })
    await narrow(als(maart, 'aanbieder', EIGEN.agb))
    expect((await get(routes.toewijzing(id))).status).toBe(404)
    expect((await regels(maart)).map(({ fout, labels, namens }) => [fout, labels, namens])).toEqual([
      ['niet-gevonden', ['TEST-wmo-18'], `aanbieder AGB ${EIGEN.agb}`],
    ])
    expect(ANDER.agb).not.toBe(EIGEN.agb)
  })

  test('S50: cijfers zonder gevallen laten geen cliënt zien en leggen niets vast', async ({ maart, cijfers }) => {
    const { get } = await makeTestApp({ ctx: maart, rol: 'beleid' })
    for (const pad of ['/kpis?jaar=2025', routes.kpi(cijfers[EIGEN.agb]!.id), '/aanbieders', '/']) await get(pad)
    expect(await regels(maart)).toEqual([])
  })

  test('S48: wat niet kan worden vastgelegd, wordt niet getoond', async ({ maart, cijfers }) => {
    const { cookie } = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    const app = createApp({
      db: maart.db,
      clock: makeClock(maart.today),
      sleutels: maart.sleutels,
      log: makeLog('silent'),
      voorbeeld: true,
      legVast: () => Promise.reject(new Error('the log is full')),
    })
    const uitkomst = cijfers[EIGEN.agb]!
    const id = await toewijzing(maart, 'TEST-wmo-08')
    for (const pad of [
      routes.kpi(uitkomst.id),
      routes.kpiGevallenUitvoer(uitkomst.id, 'csv'),
      routes.toewijzing(id, { bij: `kpi-${uitkomst.id}` }),
    ]) {
      const antwoord = await app.request(pad, { headers: { cookie } })
      expect([pad, antwoord.status]).toEqual([pad, 503])
      expect(antwoord.headers.get('content-type')).toContain('text/html')
      expect(antwoord.headers.get('content-disposition')).toBeNull()
      const html = await lees(antwoord)
      expect(html).toContain('Daarom tonen wij het niet')
      expect(html).not.toContain('TEST-wmo')
    }
  })
})

describe('waarvoor', () => {
  test('S50: uit een resultaat, een bevinding of een bericht volgt het vanzelf', async ({ maart, cijfers }) => {
    const managerId = await maakGebruiker(maart, {
      naam: 'Vaststeller',
      functie: '',
      rol: 'contractmanager',
      voorbeeld: false,
    })
    const manager = als(maart, 'contractmanager')
    await stelKpisVast({ ...manager, actor: { ...manager.actor, id: managerId } }, 2025, '')
    const { rows } = await sql<{ bevinding: string; bericht: number }>`select
        (select id from bevinding where regio_id = ${maart.regioId} and kpi_uitkomst_id = ${cijfers[EIGEN.agb]!.id}) as bevinding,
        (select m.bericht_id from start_melding m join client c on c.regio_id = m.regio_id and c.id = m.client_id
          where m.regio_id = ${maart.regioId} and c.label = 'TEST-wmo-08') as bericht`.execute(maart.db)
    const { bevinding, bericht } = rows[0]!
    const { get } = await makeTestApp({ ctx: maart, rol: 'contractmanager', reden: null })
    const id = await toewijzing(maart, 'TEST-wmo-08')
    expect(await lees(get(routes.bevinding(bevinding)))).toContain(
      `/kpis/${cijfers[EIGEN.agb]!.id}?bij=bevinding-${bevinding}`,
    )
    const kpi = await lees(get(routes.kpi(cijfers[EIGEN.agb]!.id, { bij: `bevinding-${bevinding}` })))
    expect(kpi).toContain(routes.toewijzing(id, { bij: `bevinding-${bevinding}` }))
    // another choice of its cases, or an export of them, is for the same finding
    expect(kpi).toMatch(new RegExp(`name="bij" value="bevinding-${bevinding}"`))
    expect(kpi).toContain(`/gevallen.csv?bij=bevinding-${bevinding}&amp;`)
    await get(routes.toewijzing(id, { bij: `bevinding-${bevinding}` }))
    const los = await lees(get(routes.kpi(cijfers[EIGEN.agb]!.id)))
    expect(los).toContain(routes.toewijzing(id, { bij: `kpi-${cijfers[EIGEN.agb]!.id}` }))
    await get(routes.toewijzing(id, { bij: `bericht-${bericht}` }))
    const backoffice = await makeTestApp({ ctx: maart, rol: 'backoffice' })
    await backoffice.get(routes.bericht(bericht))
    expect((await regels(maart)).map(({ name, taak, taakId }) => [name, taak, taakId])).toEqual([
      ['gevallen:getoond', 'bevinding', bevinding],
      ['casus:getoond', 'bevinding', bevinding],
      ['gevallen:getoond', 'kpi-uitkomst', cijfers[EIGEN.agb]!.id],
      ['casus:getoond', 'bericht', String(bericht)],
      // a line of a message is about a client, also without the label
      ['bericht:getoond', 'bericht', String(bericht)],
    ])
  })

  test.for([
    ['een resultaat waar de cliënt niet in zit', (ander: string) => `kpi-${ander}`],
    ['een bevinding die er niet is', () => 'bevinding-00000000-0000-4000-8000-000000000000'],
    ['een bericht dat er niet is', () => 'bericht-999999'],
    ['onzin', () => 'kpi-x'],
  ] as const)('S50: %s in het adres is geen reden', async ([, bij], { maart, cijfers }) => {
    const { get } = await makeTestApp({ ctx: maart, rol: 'contractmanager', reden: null })
    const id = await toewijzing(maart, 'TEST-wmo-08')
    const antwoord = await get(routes.toewijzing(id, { bij: bij(cijfers[ANDER.agb]!.id) }))
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([
      302,
      `/inzage/reden?terug=${encodeURIComponent(`/toewijzingen/${id}`)}`,
    ])
    expect(await regels(maart)).toEqual([])
  })

  test('S50: anders kiest iemand één keer een reden, die de hele sessie geldt', async ({ maart, cijfers }) => {
    expect(Object.keys(cijfers)).toHaveLength(2)
    const { get, post } = await makeTestApp({ ctx: maart, rol: 'contractmanager', reden: null })
    const [een, twee] = [await toewijzing(maart, 'TEST-wmo-08'), await toewijzing(maart, 'TEST-wmo-09')]
    const vraag = await lees(get(routes.inzageReden({ terug: routes.toewijzing(een) })))
    expect(vraag).toContain('Een gesprek met de aanbieder voorbereiden')
    expect(vraag).not.toContain('De eigen levering nakijken')
    expect((await post('/inzage/reden', { terug: routes.toewijzing(een), reden: 'zomaar' })).status).toBe(422)
    const antwoord = await post('/inzage/reden', { terug: routes.toewijzing(een), reden: 'gesprek' })
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, routes.toewijzing(een)])
    expect(await lees(get(routes.toewijzing(een)))).toContain('met de reden: een gesprek met de aanbieder voorbereiden')
    expect((await get(routes.toewijzing(twee))).status).toBe(200)
    expect((await regels(maart)).map(({ taak, taakId }) => [taak, taakId])).toEqual([
      ['reden', 'gesprek'],
      ['reden', 'gesprek'],
    ])
    // and back goes to a case only
    for (const terug of ['//elders', 'https://elders', '/kpis', `/toewijzingen/${een}/..`]) {
      expect((await post('/inzage/reden', { terug, reden: 'gesprek' })).headers.get('location')).toBe('/')
    }
  })

  test('S50: wie een cliënt zoekt, zegt eerst waarvoor; het andere wordt wel gevonden', async ({ maart, cijfers }) => {
    expect(Object.keys(cijfers)).toHaveLength(2)
    await sql`update client set label = 'C-7KQ2M-9XD4T' where regio_id = ${maart.regioId} and label = 'TEST-wmo-08'`.execute(
      maart.db,
    )
    const { post } = await makeTestApp({ ctx: maart, rol: 'contractmanager', reden: null })
    const eerst = await lees(post('/zoeken', { zoek: 'C-7KQ2M' }))
    expect(eerst).toContain('Waarvoor bekijkt u casussen?')
    expect(eerst).not.toContain('C-7KQ2M-9XD4T')
    expect(await lees(post('/zoeken', { zoek: 'veenlicht' }))).not.toContain('Waarvoor bekijkt u casussen?')
    expect(await lees(post('/zoeken', { zoek: 'C-7KQ2M', reden: 'vraag' }))).toContain('C-7KQ2M-9XD4T')
    expect(await lees(post('/zoeken', { zoek: 'C-7KQ2M' }))).toContain('C-7KQ2M-9XD4T')
    expect((await regels(maart)).map(({ name, taakId, labels }) => [name, taakId, labels])).toEqual([
      ['client:gezocht', 'vraag', ['C-7KQ2M-9XD4T']],
      ['client:gezocht', 'vraag', ['C-7KQ2M-9XD4T']],
    ])
  })

  test('S8: een reden kiezen is voor wie casussen mag zien', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'beleid' })
    expect((await get('/inzage/reden')).status).toBe(403)
    expect((await post('/inzage/reden', { reden: 'vraag' })).status).toBe(403)
  })
})

describe('nagaan wie keek', () => {
  test('S51: alleen de privacyfunctionaris, en dat hij kijkt staat er ook', async ({ maart, cijfers }) => {
    const manager = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    await manager.get(routes.kpi(cijfers[EIGEN.agb]!.id))
    for (const rol of ['contractmanager', 'functioneel beheerder', 'directie', 'beleid'] as const) {
      const { get, post } = await makeTestApp({ ctx: maart, rol, naam: `Ander ${rol}` })
      for (const pad of ['/inzage', '/inzage.csv', '/inzage/1'])
        expect((await get(pad)).status, `${rol} ${pad}`).toBe(403)
      for (const pad of ['/inzage/client', '/inzage/client.csv']) {
        expect((await post(pad, { label: 'TEST-wmo-08' })).status, `${rol} ${pad}`).toBe(403)
      }
    }
    const { get } = await makeTestApp({ ctx: maart, rol: 'privacyfunctionaris' })
    const html = await lees(get('/inzage'))
    expect(html).toContain('Gevallen bekeken')
    expect(html).toContain('Test contractmanager')
    expect(html).toContain(`KPI-resultaat: Start zorg 2025, ${EIGEN.naam}`)
    expect(html).toContain('geweigerd: geen recht')
    // no client is named in the list
    expect(html).not.toContain('TEST-wmo')
    const gezien = await regels(maart)
    expect(gezien.filter(({ fout }) => fout === 'geen-recht')).toHaveLength(20)
    expect(gezien.at(-1)).toMatchObject({
      name: 'inzage:getoond',
      gebruiker: 'Test privacyfunctionaris',
      taak: 'inzage',
      clienten: 0,
    })
  })

  test('S51: zoeken op persoon, periode, werk en wat is geweigerd', async ({ maart, cijfers }) => {
    const manager = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    await manager.get(routes.kpi(cijfers[EIGEN.agb]!.id, { groep: 'alle' }))
    await manager.get('/toewijzingen/00000000-0000-4000-8000-000000000000')
    const { get } = await makeTestApp({ ctx: maart, rol: 'privacyfunctionaris' })
    const telt = async (query: string) =>
      (await lees(get(`/inzage?${query}`))).match(/<td[^>]*>(<[^>]*>)*Test contractmanager/g)?.length ?? 0
    expect(await telt('')).toBe(2)
    expect(await telt(`persoon=${manager.gebruikerId}`)).toBe(2)
    expect(await telt('persoon=opdrachtregel')).toBe(0)
    expect(await telt('taak=kpi-uitkomst')).toBe(1)
    expect(await telt('uitkomst=mislukt')).toBe(1)
    expect(await telt('periode=vorig-jaar')).toBe(0)
    expect(await telt('periode=vandaag&taak=kpi-uitkomst')).toBe(1)
    expect(await telt("taak=';--&persoon=x&pagina=-1")).toBe(0)
  })

  test('S46, S51: wie keek naar deze cliënt, met uitvoer; het label staat in geen adres', async ({
    maart,
    cijfers,
  }) => {
    const manager = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    await manager.get(routes.kpi(cijfers[EIGEN.agb]!.id, { groep: 'alle' }))
    await manager.get(routes.toewijzing(await toewijzing(maart, 'TEST-wmo-08')))
    const beleid = await makeTestApp({ ctx: maart, rol: 'beleid' })
    await beleid.get(routes.toewijzing(await toewijzing(maart, 'TEST-wmo-08')))
    const { get, post } = await makeTestApp({ ctx: maart, rol: 'privacyfunctionaris' })
    const html = await lees(post('/inzage/client', { label: 'TEST-wmo-08' }))
    expect(html).toContain('Cliënt TEST-wmo-08')
    expect(html).toContain('2 personen')
    expect(html).toContain('samen 3 keer')
    expect(html).toContain('Casus bekeken')
    expect(html).not.toMatch(/href="[^"]*TEST-wmo/)
    const csv = (await lees(post('/inzage/client.csv', { label: 'TEST-wmo-08' }))).trim().split('\r\n')
    // two looks, one refusal, and the look of the privacy officer just now
    expect(csv).toHaveLength(5)
    expect(csv.slice(1).every((regel) => regel.includes('TEST-wmo-08'))).toBe(true)
    expect(csv.join('')).not.toContain('TEST-wmo-01')
    expect((await post('/inzage/client', { label: 'C-ZZZZZ-ZZZZZ' })).status).toBe(422)
    expect((await post('/inzage/client.csv', { label: 'C-ZZZZZ-ZZZZZ' })).status).toBe(404)
    expect((await post('/inzage/client', {})).status).toBe(422)
    const eerste = (await regels(maart)).find(({ name }) => name === 'gevallen:getoond')!
    const detail = await lees(get(routes.inzage(eerste.id)))
    expect(detail).toContain('TEST-wmo-01, TEST-wmo-010, TEST-wmo-02')
    expect(detail).toContain('urn:overlap:verwerking:gevallen-bekijken')
    const gezien = (await regels(maart)).filter(({ name, fout }) => name.startsWith('inzage:') && fout === null)
    expect(gezien.map(({ name, labels }) => [name, labels.length])).toEqual([
      ['inzage:getoond', 1],
      ['inzage:uitgevoerd', 1],
      ['inzage:getoond', 10],
    ])
  })

  test('S51: een uitvoer van alles heeft een regel per cliënt, en wordt per cliënt vastgelegd', async ({
    maart,
    cijfers,
  }) => {
    const manager = await makeTestApp({ ctx: maart, rol: 'contractmanager' })
    await manager.get(routes.kpi(cijfers[EIGEN.agb]!.id, { groep: 'alle' }))
    await manager.get('/toewijzingen/00000000-0000-4000-8000-000000000000')
    const { get } = await makeTestApp({ ctx: maart, rol: 'privacyfunctionaris' })
    const csv = (await lees(get('/inzage.csv'))).trim().split('\r\n')
    expect(csv).toHaveLength(1 + 10 + 1)
    expect(csv[0]).toContain('dpl.core.data_subject_id')
    expect((await regels(maart)).at(-1)).toMatchObject({ name: 'inzage:uitgevoerd', clienten: 10 })
  })
})
