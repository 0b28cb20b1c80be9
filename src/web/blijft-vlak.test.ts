import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, vi } from 'vitest'
import { geenSleutels, telGelezen, werkStatistiekBij } from '../../test/gelezen.ts'
import { maakProefregio, test, VANDAAG } from '../../test/regio.ts'
import { freshDatabase, type FreshDatabase } from '../../test/test.ts'
import { makeTestApp } from '../../test/web.ts'
import { bewaarTellingen } from '../domain/check/kpi/bewaar-tellingen.ts'
import { listMatrix } from '../domain/check/kpi/list-matrix.ts'
import { listVerdeling } from '../domain/check/kpi/list-verdeling.ts'
import { telUitkomsten, type Berekening } from '../domain/check/kpi/tel-uitkomsten.ts'
import { listAflopende, listOpenBevindingen } from '../domain/check/rapportage/vandaag.ts'
import { listVeranderingen } from '../domain/check/rapportage/veranderingen.ts'
import { listAanbiedercijfers } from '../domain/plan/aanbieder/list-aanbiedercijfers.ts'
import type { Kleinzicht } from '../domain/plan/inrichting/kleine-aantallen.ts'
import type { Context, Rolhouder } from '../platform/context.ts'
import { inReadTransaction, inTransaction } from '../platform/transaction.ts'

// Adding up a whole region on the spot takes seconds, on a machine that may be busy.
vi.setConfig({ testTimeout: 90_000 })

const AANBIEDERS = 3_000
const OVEREENKOMSTEN = 12_000
const ACTS = 5_000
// what somebody sees who does not work with cases
const KLEIN: Kleinzicht = { minimum: 10, agbs: [], subregios: [] }

let fresh: FreshDatabase
let ctx: Context
let berekeningId: string
let berekening: Berekening
let get: (pad: string) => Response | Promise<Response>

// A region in which every page that reads all of something shows: an outcome for each aanbieder, KPI and subregio, and one person
// with a function in every overeenkomst. max: 1, so that all that is kept is kept by one connection.
beforeAll(async () => {
  fresh = await freshDatabase({ max: 1 })
  ctx = await maakProefregio(fresh.db, geenSleutels)
  await inTransaction(ctx, async (ctx) => {
    const { db, regioId } = ctx
    await sql`insert into aanbieder (regio_id, agb, kvk, naam, plaats, grootteklasse, medewerkers)
      select ${regioId}, (10000000 + g)::text, '12345678', 'Aanbieder ' || md5(g::text), 'Plaats ' || g % 50, 'klein', g % 400
      from generate_series(1, ${AANBIEDERS}::int) g`.execute(db)
    await sql`insert into overeenkomst (regio_id, nummer, aanbieder_id, agb, onderwerp, begindatum, einddatum)
      select ${regioId}, 'ZW-' || lpad(g::text, 6, '0'), a.id, a.agb, 'Onderwerp', '2024-01-01', date '2024-06-01' + g % 4000
      from generate_series(1, ${OVEREENKOMSTEN}::int) g
      join aanbieder a on a.regio_id = ${regioId} and a.agb = (10000001 + g % ${AANBIEDERS}::int)::text`.execute(db)
    await sql`insert into overeenkomst_gemeente (regio_id, overeenkomst_id, gemeente_code)
      select regio_id, id, '0439' from overeenkomst where regio_id = ${regioId}`.execute(db)
    await sql`insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
      select regio_id, agb, make_date(2026, 1 + m, 1), id, 1, 100 * m from overeenkomst, generate_series(0, 9) m
      where regio_id = ${regioId} and m % 3 <> 1`.execute(db)
    const { rows } = await sql<{
      id: string
    }>`insert into kpi_berekening (regio_id, jaar, periode_van, periode_tot, peildatum, voorlopig,
        berekend_op, berekend_door, invoer, vingerafdruk, getoond_minimum, regelsetdelen)
      select ${regioId}, 2025, '2025-01-01', '2025-12-31', '2026-03-01', false, ${ctx.now}, 'x', '{}', '\\x00', ${KLEIN.minimum}, array(
        select id from regelsetdeel where regio_id = ${regioId} and deel like 'kpi-%') returning id`.execute(db)
    berekeningId = rows[0]!.id
    berekening = { berekeningId, getoondMinimum: KLEIN.minimum }
    // three in ten have a value; some values and names come more than once; of half of them something is about few clients
    await sql`insert into kpi_uitkomst (regio_id, berekening_id, jaar, kpi, agb, aanbieder_id, subregio_id, clienten_in_zorg, n, teller,
        waarde, oordeel, reden, uitgesloten, regelsetdeel_id)
      select ${regioId}, ${berekeningId}, 2025, kpi, a.agb, a.id, s.id, case h % 7 when 0 then 4 else 40 end, 40, 4 + h % 33, w, case when w is null then null when w::numeric < 80 then 'onvoldoende'
          when w::numeric < 90 then 'voldoende' else 'goed' end, case when w is null then (array['te weinig clienten', 'geen meting'])[1 + h % 2] end, '{}',
        (select id from regelsetdeel where regio_id = ${regioId} and deel = 'kpi-' || kpi)
      from (select *, abs(hashtext(agb)) % 1000 as z from aanbieder where regio_id = ${regioId}) a
      cross join (select * from subregio where regio_id = ${regioId}) s
      cross join unnest(array['clienttevredenheid', 'resultaat-behaald', 'start-zorg']) kpi
      cross join lateral (select abs(hashtext(a.agb || s.naam || kpi)) as h) hash
      cross join lateral (select case when h % 10 < 3 then (60 + h % 400 / 10.0)::numeric(5, 1)::text end as w) waarde`.execute(
      db,
    )
    await bewaarTellingen(ctx, berekeningId, KLEIN.minimum)
    await sql`select count(audit_toevoegen(${ctx.now.toString()}::timestamptz - g * interval '1 minute', 'iemand ' || g % 5, 'Iemand', 'aanbieder:gewijzigd',
      'aanbieder', 'x', '{}')) from generate_series(1, ${ACTS}::int) g`.execute(db)
  })
  const bezoeker = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Overal' })
  const { gebruikerId } = bezoeker
  get = bezoeker.get
  await inTransaction(ctx, async ({ db, regioId }) => {
    await sql`insert into overeenkomst_functie (regio_id, overeenkomst_id, functie, gebruiker_id, vanaf)
      select regio_id, id, 'contracteigenaar', ${gebruikerId}, '2024-01-01' from overeenkomst where regio_id = ${regioId}`.execute(
      db,
    )
    await sql`update aanbieder set contractmanager_id = ${gebruikerId} where regio_id = ${regioId} and agb like '100000%'`.execute(
      db,
    )
  })
  ctx = met(gebruikerId, [{ rol: 'contractmanager', agb: null }])
  await werkStatistiekBij(fresh.eigenaarUrl, [
    'aanbieder', 'overeenkomst', 'overeenkomst_functie', 'overeenkomst_gemeente', 'kpi_uitkomst', 'kpi_aanbieder', 'kpi_telling', 'audit_regel', 'declaratie_maand', 'declaratie_jaar', 'plafond',
  ]) // prettier-ignore
}, 120_000)
afterAll(() => fresh.drop())

function met(id: string, rollen: Rolhouder[]): Context {
  return { ...ctx, actor: { soort: 'gebruiker', id, naam: 'Overal', rollen, agb: null } }
}

const JAAR_VERDER = VANDAAG.add({ years: 1 })
const blad = { klein: null, volgorde: 'mis', limit: 50, offset: 0 } as const

describe('wat een bladzijde leest, groeit niet met de regio', () => {
  test.for<[string, string, number, (ctx: Context) => Promise<unknown>]>([
    // nine cells for each of fifty aanbieders
    ['de matrix', 'kpi_uitkomst', 450, (ctx) => listMatrix(ctx, berekening, blad)],
    ['de matrix op naam', 'kpi_uitkomst', 450, (ctx) => listMatrix(ctx, berekening, { ...blad, volgorde: 'naam' })],
    ['de aantallen', 'kpi_uitkomst', 0, (ctx) => telUitkomsten(ctx, berekening, { klein: null })],
    ['de matrix, afgeschermd', 'kpi_uitkomst', 450, (ctx) => listMatrix(ctx, berekening, { ...blad, klein: KLEIN })],
    ['de aantallen, afgeschermd', 'kpi_uitkomst', 0, (ctx) => telUitkomsten(ctx, berekening, { klein: KLEIN })],
    // the six hundred that can be drawn, the lowest hundred with those that have the same value, and the lowest of each subregio
    ['de verdeling', 'kpi_uitkomst', 850, (ctx) => listVerdeling(ctx, berekeningId, 'start-zorg', { klein: null })],
    // the same, and what lies between them that may not be shown
    [
      'de verdeling, afgeschermd',
      'kpi_uitkomst',
      1_600,
      (ctx) => listVerdeling(ctx, berekeningId, 'start-zorg', { klein: KLEIN }),
    ],
    ['Vandaag: wat afloopt', 'overeenkomst', 1_200, (ctx) => listAflopende(ctx, JAAR_VERDER)],
    ['Vandaag: functies', 'overeenkomst_functie', 1_200, (ctx) => listAflopende(ctx, JAAR_VERDER)],
    ['Vandaag: bevindingen', 'aanbieder', 200, (ctx) => listOpenBevindingen(ctx)],
    [
      'Vandaag: wat er veranderde',
      'audit_regel',
      1_050,
      (ctx) => listVeranderingen(ctx, ctx.now.subtract({ hours: 24 * 7 })),
    ],
  ])('%s', async ([, tabel, hoogstens, lees]) => {
    await inReadTransaction(ctx, async (ctx) => {
      expect(await telGelezen(ctx, tabel, () => lees(ctx))).toBeLessThanOrEqual(hoogstens)
    })
  })

  test('de bewaking ziet het als toch alles wordt gelezen', async () => {
    await inReadTransaction(ctx, async (ctx) => {
      const alles = () => sql`select max(n) from kpi_uitkomst where berekening_id = ${berekeningId}`.execute(ctx.db)
      expect(await telGelezen(ctx, 'kpi_uitkomst', alles)).toBe(9 * AANBIEDERS)
    })
  })
})

describe('wat vooraf is opgeteld, is wat iemand anders optelt van wat hij ziet', () => {
  // Limited to the one gemeente in which all overeenkomsten are, so nothing is hidden and everything is added up on the spot. Its
  // subregio is the only one such a role sees.
  const beperkt = (rol: string): Rolhouder[] => [{ rol, agb: null, gemeenten: ['0439', '0431', '0479'] }]
  const lees = (ctx: Context, klein: Kleinzicht | null) =>
    inReadTransaction(ctx, async (ctx) => {
      await ctx.db.selectFrom('regio').select('id').execute()
      const { authorize } = await import('../domain/rechten.ts')
      await authorize(ctx, 'kpi:lezen')
      const { rows } = await sql<{
        id: string
        agb: string
      }>`select id, agb from aanbieder where regio_id = ${ctx.regioId} order by agb limit 60`.execute(ctx.db)
      const aantallen = await telUitkomsten(ctx, berekening, { klein })
      const matrix = [
        await listMatrix(ctx, berekening, { ...blad, klein }),
        await listMatrix(ctx, berekening, { ...blad, klein, offset: 450 }),
        await listMatrix(ctx, berekening, { ...blad, klein, volgorde: 'naam', offset: 100 }),
      ]
      return {
        aantallen: aantallen.toSorted((a, b) => `${a.kpi}${a.subregioId}`.localeCompare(`${b.kpi}${b.subregioId}`)),
        totaal: matrix[0]!.totaal ?? Math.max(...aantallen.map(({ aanbieders }) => aanbieders)),
        matrix: matrix.map(({ aanbieders, cellen }) => ({
          aanbieders: aanbieders.map(({ id, naam }) => [id, naam]),
          cellen: cellen.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        })),
        verdeling: await listVerdeling(ctx, berekeningId, 'resultaat-behaald', { klein }),
        cijfers: await listAanbiedercijfers(ctx, klein, rows, 2025),
      }
    })

  test('matrix, aantallen, verdeling en de cijfers van een lijst zijn gelijk', async () => {
    const [opgeteld, terPlekke] = [
      await lees(ctx, null),
      await lees(met(ctx.actor.id, beperkt('contractmanager')), null),
    ]
    expect(opgeteld.totaal).toBe(AANBIEDERS)
    expect(opgeteld.matrix.map(({ aanbieders }) => aanbieders.length)).toEqual([50, 50, 50])
    expect([...opgeteld.cijfers.values()].some(({ perMaandCent }) => perMaandCent.length === 7)).toBe(true)
    expect(terPlekke).toEqual(opgeteld)
  })

  test('S44: ook voor wie niet met casussen werkt, en dat is iets anders', async () => {
    const [alles, opgeteld, terPlekke] = [
      await lees(ctx, null),
      await lees(met(ctx.actor.id, [{ rol: 'beleid', agb: null }]), KLEIN),
      await lees(met(ctx.actor.id, beperkt('beleid')), KLEIN),
    ]
    expect(terPlekke).toEqual(opgeteld)
    expect(opgeteld.aantallen.every(({ afgeschermd, gemeten }) => afgeschermd < gemeten)).toBe(true)
    for (const deel of ['aantallen', 'matrix', 'verdeling', 'cijfers'] as const)
      expect(opgeteld[deel]).not.toEqual(alles[deel])
  })

  test('S44: met een andere ondergrens dan bij de berekening wordt ter plekke opgeteld', async () => {
    const ander = { ...KLEIN, minimum: 25 }
    await inReadTransaction(met(ctx.actor.id, [{ rol: 'beleid', agb: null }]), async (ctx) => {
      const som = async (klein: Kleinzicht) =>
        (await telUitkomsten(ctx, berekening, { klein })).reduce((som, { afgeschermd }) => som + afgeschermd, 0)
      expect(await som(ander)).toBeGreaterThan(await som(KLEIN))
    })
  })

  test('een aanbieder die anders gaat heten, staat op haar nieuwe plek in de matrix', async () => {
    const naam = 'AAA eerste'
    const eerste = () =>
      inReadTransaction(ctx, (ctx) => listMatrix(ctx, berekening, { ...blad, volgorde: 'naam', limit: 1 }))
    expect((await eerste()).aanbieders[0]!.naam).not.toBe(naam)
    await inTransaction(ctx, ({ db, regioId }) =>
      sql`update aanbieder set naam = ${naam} where regio_id = ${regioId} and agb = '10001234'`.execute(db),
    )
    expect((await eerste()).aanbieders[0]!.naam).toBe(naam)
  })

  test('een overeenkomst die wordt verlengd, loopt ook voor wie er een functie in heeft later af', async () => {
    await inTransaction(ctx, async ({ db, regioId }) => {
      const { rows } = await sql<{
        id: string
        bij: string
      }>`update overeenkomst set verlengingen = 1, verlenging_maanden = 12, verlengd = 1
        where regio_id = ${regioId} and nummer = 'ZW-000100' returning id, loopt_tot::text as bij`.execute(db)
      const functie = await sql<{
        bij: string
      }>`select loopt_tot::text as bij from overeenkomst_functie where overeenkomst_id = ${rows[0]!.id}`.execute(db)
      expect(functie.rows).toEqual([{ bij: rows[0]!.bij }])
    })
  })
})

describe('de drukste bladzijden gaan met één plan voor alle parameters', () => {
  test.for([
    ['/', 'aanbieder'],
    ['/aanbieders', 'aanbieder'],
    ['/aanbieders/:id', 'aanbieder'],
    ['/overeenkomsten', 'overeenkomst'],
    ['/overeenkomsten/:id', 'overeenkomst'],
    ['/kpis', 'aanbieder'],
  ] as const)('%s', async ([pad, tabel]) => {
    const { rows } = await inReadTransaction(ctx, ({ db, regioId }) =>
      sql<{ id: string }>`select id from ${sql.table(tabel)} where regio_id = ${regioId} order by agb limit 12`.execute(
        db,
      ),
    )
    await fresh.pool.query('deallocate all')
    // the connection forgets with the server what it kept
    const verbinding = await fresh.pool.connect()
    verbinding.release(true)
    // five plans made for their parameters, after which PostgreSQL chooses
    for (const { id } of rows) {
      const antwoord = await get(pad.replace(':id', id))
      expect(antwoord.status).toBe(200)
      await antwoord.text()
    }
    const { rows: bewaard } = await fresh.pool.query<{ vraag: string }>(
      `select regexp_replace(left(statement, 200), '\\s+', ' ', 'g') as vraag, generic_plans from pg_prepared_statements where generic_plans + custom_plans >= 10`,
    )
    expect(bewaard.length).toBeGreaterThan(4)
    expect(bewaard.filter((rij) => Number(Reflect.get(rij, 'generic_plans')) < 5).map(({ vraag }) => vraag)).toEqual([])
  })
})
