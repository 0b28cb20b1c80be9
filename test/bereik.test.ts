import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect } from 'vitest'
import { bereikTekst, type Bereik } from '../src/platform/bereik.ts'
import type { Context } from '../src/platform/context.ts'
import { geenSleutels } from './gelezen.ts'
import { maakProefregio, test } from './regio.ts'
import { freshDatabase } from './test.ts'

const GEMEENTEN = ['0439', '0385', '0479']
// laws follow from the category: 01…18 is Wmo
const CATEGORIEEN = ['01', '05', '45']
const OVEREENKOMSTEN = ['A', 'B', 'C']

type Stand = Map<string, { aanbieder: string; gemeenten: Set<string>; producten: Set<number> }>
type Daad =
  | { soort: 'gemeente erbij'; overeenkomst: string; gemeente: string }
  | { soort: 'gemeente eraf'; overeenkomst: string; gemeente: string }
  | { soort: 'product erbij'; overeenkomst: string; product: number }
  | { soort: 'product eraf'; overeenkomst: string; product: number }
  | { soort: 'product verandert'; product: number; categorie: string }
  | { soort: 'aanbieder'; overeenkomst: string; aanbieder: string }

const overeenkomst = fc.constantFrom(...OVEREENKOMSTEN)
const product = fc.constantFrom(0, 1, 2)
const daad: fc.Arbitrary<Daad> = fc.oneof(
  fc.record({
    soort: fc.constantFrom('gemeente erbij' as const, 'gemeente eraf' as const),
    overeenkomst,
    gemeente: fc.constantFrom(...GEMEENTEN),
  }),
  fc.record({ soort: fc.constantFrom('product erbij' as const, 'product eraf' as const), overeenkomst, product }),
  fc.record({
    soort: fc.constant('product verandert' as const),
    product,
    categorie: fc.constantFrom(...CATEGORIEEN),
  }),
  fc.record({ soort: fc.constant('aanbieder' as const), overeenkomst, aanbieder: fc.constantFrom('X', 'Y') }),
)
const grens: fc.Arbitrary<Bereik> = fc.record({
  gemeenten: fc.option(fc.subarray(GEMEENTEN, { minLength: 1 })),
  wet: fc.option(fc.constantFrom('wmo', 'jw')),
  categorieen: fc.option(fc.subarray(CATEGORIEEN, { minLength: 1 })),
})

// each act that changes what lies in a scope, undone or moved once
const erbij = (gemeente: string): Daad => ({ soort: 'gemeente erbij', overeenkomst: 'A', gemeente })
const metProduct: Daad = { soort: 'product erbij', overeenkomst: 'B', product: 1 }
const vanGemeente = (...gemeenten: string[]): Bereik => ({ gemeenten, wet: null, categorieen: null })
const vanWet = (wet: string): Bereik => ({ gemeenten: null, wet, categorieen: null })
const VOORBEELDEN: [Daad[], Bereik[]][] = [
  [[erbij('0439'), erbij('0385')], [vanGemeente('0385')]],
  [[erbij('0439'), { soort: 'gemeente eraf', overeenkomst: 'A', gemeente: '0439' }], [vanGemeente('0439')]],
  [[metProduct], [vanWet('wmo')]],
  [[metProduct, { soort: 'product eraf', overeenkomst: 'B', product: 1 }], [vanWet('wmo')]],
  [[metProduct, { soort: 'product verandert', product: 1, categorie: '45' }], [vanWet('wmo')]],
  [[metProduct, { soort: 'product verandert', product: 1, categorie: '45' }], [vanWet('jw')]],
  [[erbij('0439'), { soort: 'aanbieder', overeenkomst: 'A', aanbieder: 'Y' }], [vanGemeente('0439')]],
  // gemeente and law must be of the same overeenkomst
  [[erbij('0439'), metProduct], [{ ...vanGemeente('0439'), wet: 'wmo' }]],
  [
    [erbij('0439'), metProduct],
    [vanGemeente('0439'), vanWet('wmo')],
  ],
]

const wetVan = (categorie: string) => (categorie <= '18' ? 'wmo' : 'jw')

/** What 008 says in words: one of the limits holds the gemeente and, in one product, the law and the category. */
function valtErin(
  { gemeenten, producten }: { gemeenten: Set<string>; producten: Set<number> },
  categorieVan: string[],
  grenzen: readonly Bereik[],
): boolean {
  return grenzen.some(
    (grens) =>
      (grens.gemeenten === null || grens.gemeenten.some((code) => gemeenten.has(code))) &&
      ((grens.wet === null && grens.categorieen === null) ||
        [...producten].some((product) => {
          const categorie = categorieVan[product]!
          return (
            (grens.wet === null || grens.wet === wetVan(categorie)) &&
            (grens.categorieen === null || grens.categorieen.includes(categorie))
          )
        })),
  )
}

/** Three overeenkomsten of two aanbieders, and three products, written straight into the tables as the program does. */
async function maakRijen({ db, regioId }: Context) {
  await sql`insert into aanbieder (regio_id, agb, kvk, naam, grootteklasse)
    values (${regioId}, '98990101', '99331200', 'X', 'klein'), (${regioId}, '98990102', '99331201', 'Y', 'klein')`.execute(
    db,
  )
  await sql`insert into product (regio_id, categorie, code, naam)
    select ${regioId}, ${CATEGORIEEN[0]}, 'p' || i, 'p' || i from generate_series(0, 2) i`.execute(db)
  await sql`insert into overeenkomst (regio_id, nummer, aanbieder_id, agb, onderwerp, begindatum, einddatum)
    select a.regio_id, n, a.id, a.agb, '', '2025-01-01', '2027-12-31'
    from unnest(${OVEREENKOMSTEN}::text[]) n join aanbieder a on a.regio_id = ${regioId} and a.naam = 'X'`.execute(db)
}

const dit = (naam: string, regioId: string) =>
  sql`(select id from overeenkomst where regio_id = ${regioId} and nummer = ${naam})`

async function voerUit({ db, regioId }: Context, daad: Daad, stand: Stand, categorieVan: string[]) {
  if (daad.soort === 'product verandert') {
    await sql`update product set categorie = ${daad.categorie}
      where regio_id = ${regioId} and code = ${`p${String(daad.product)}`}`.execute(db)
    categorieVan[daad.product] = daad.categorie
    return
  }
  const rij = stand.get(daad.overeenkomst)!
  const van = dit(daad.overeenkomst, regioId)
  if (daad.soort === 'aanbieder') {
    await sql`update overeenkomst set aanbieder_id = (select id from aanbieder where regio_id = ${regioId} and naam = ${daad.aanbieder})
      where id = ${van}`.execute(db)
    rij.aanbieder = daad.aanbieder
  } else if (daad.soort === 'gemeente erbij') {
    await sql`insert into overeenkomst_gemeente (regio_id, overeenkomst_id, gemeente_code)
      values (${regioId}, ${van}, ${daad.gemeente}) on conflict do nothing`.execute(db)
    rij.gemeenten.add(daad.gemeente)
  } else if (daad.soort === 'gemeente eraf') {
    await sql`delete from overeenkomst_gemeente where regio_id = ${regioId} and overeenkomst_id = ${van}
      and gemeente_code = ${daad.gemeente}`.execute(db)
    rij.gemeenten.delete(daad.gemeente)
  } else {
    const code = `p${String(daad.product)}`
    if (daad.soort === 'product erbij') {
      await sql`insert into overeenkomst_product (regio_id, overeenkomst_id, product_id, eenheid_tarief, eenheid_declaratie)
        select ${regioId}, ${van}, id, '04', '04' from product where regio_id = ${regioId} and code = ${code}
        on conflict do nothing`.execute(db)
      rij.producten.add(daad.product)
    } else {
      await sql`delete from overeenkomst_product where regio_id = ${regioId} and overeenkomst_id = ${van}
        and product_id = (select id from product where regio_id = ${regioId} and code = ${code})`.execute(db)
      rij.producten.delete(daad.product)
    }
  }
}

/** What row-level security shows in this scope, and what search finds. */
async function ziet({ db }: Context, bereik: string) {
  await sql`select set_config('overlap.bereik', ${bereik}, true)`.execute(db)
  const { rows } = await sql<Record<'overeenkomsten' | 'aanbieders' | 'gezocht' | 'delen', string[]>>`select
    array(select nummer from overeenkomst order by 1) as overeenkomsten, array(select naam from aanbieder order by 1) as aanbieders,
    array(select nummer from overeenkomst where id in (select zoek_overeenkomsten(array['%'], 99)) order by 1)
      || array(select naam from aanbieder where id in (select zoek_aanbieders(array['%'], 99)) order by 1) as gezocht,
    array(select distinct o.nummer from overeenkomst_gemeente g join overeenkomst o on o.id = g.overeenkomst_id order by 1) as delen`.execute(
    db,
  )
  await sql`select set_config('overlap.bereik', '', true)`.execute(db)
  return rows[0]!
}

describe('wat binnen een bereik ligt', () => {
  test('ORG-09, ORG-12: na elke wijziging precies de overeenkomsten en aanbieders die de grenzen noemen', async ({
    ctx,
  }) => {
    await maakRijen(ctx)
    let nietLeeg = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(daad, { minLength: 4, maxLength: 16 }),
        fc.array(grens, { minLength: 1, maxLength: 3 }),
        async (daden, grenzen) => {
          await sql`savepoint voor`.execute(ctx.db)
          const stand: Stand = new Map(
            OVEREENKOMSTEN.map((naam) => [naam, { aanbieder: 'X', gemeenten: new Set(), producten: new Set() }]),
          )
          const categorieVan = [CATEGORIEEN[0]!, CATEGORIEEN[0]!, CATEGORIEEN[0]!]
          for (const daad of daden) await voerUit(ctx, daad, stand, categorieVan)
          const bereik = bereikTekst(grenzen.map((grens) => ({ rol: 'contractmanager', agb: null, ...grens })))
          const heel = bereik === ''
          const binnen = [...stand].filter(([, rij]) => heel || valtErin(rij, categorieVan, grenzen))
          const overeenkomsten = binnen.map(([naam]) => naam)
          const aanbieders = heel ? ['X', 'Y'] : [...new Set(binnen.map(([, { aanbieder }]) => aanbieder))].toSorted()
          if (!heel && binnen.length > 0) nietLeeg++
          expect(await ziet(ctx, bereik)).toEqual({
            overeenkomsten,
            aanbieders,
            gezocht: [...overeenkomsten, ...aanbieders],
            delen: binnen.filter(([, { gemeenten }]) => gemeenten.size > 0).map(([naam]) => naam),
          })
          await sql`rollback to voor`.execute(ctx.db)
        },
      ),
      { numRuns: Number(process.env['FC_RUNS'] ?? 60), examples: VOORBEELDEN },
    )
    expect(nietLeeg).toBeGreaterThanOrEqual(5)
  })

  test('ORG-09: wie niets mag zien, ziet ook niet welke overeenkomsten er zijn', async ({ ctx }) => {
    await maakRijen(ctx)
    await sql`insert into overeenkomst_gemeente (regio_id, overeenkomst_id, gemeente_code)
      values (${ctx.regioId}, ${dit('A', ctx.regioId)}, '0439')`.execute(ctx.db)
    const tel = async (bereik: string, agb: string) => {
      await sql`select set_config('overlap.bereik', ${bereik}, true), set_config('overlap.agb', ${agb}, true)`.execute(
        ctx.db,
      )
      return (await sql`select from overeenkomst_bereik`.execute(ctx.db)).rows.length
    }
    const purmerend = JSON.stringify([{ gemeenten: ['0439'], wet: null, categorieen: null }])
    expect([await tel('', ''), await tel(purmerend, ''), await tel('[]', ''), await tel('', '98990101')]).toEqual([
      3, 1, 0, 0,
    ])
  })

  test('twee die tegelijk een gemeente toevoegen, houden allebei hun gemeente', async () => {
    await using fresh = await freshDatabase()
    const ctx = await maakProefregio(fresh.db, geenSleutels)
    await ctx.db.transaction().execute(async (db) => {
      await sql`select set_config('overlap.regio_id', ${ctx.regioId}, true)`.execute(db)
      await maakRijen({ ...ctx, db })
    })
    const [een, twee] = [new pg.Client(fresh.appUrl), new pg.Client(fresh.appUrl)]
    try {
      for (const client of [een, twee]) {
        await client.connect()
        await client.query(`begin; select set_config('overlap.regio_id', '${ctx.regioId}', true)`)
      }
      const voegToe = (client: pg.Client, gemeente: string) =>
        client.query(
          `insert into overeenkomst_gemeente (regio_id, overeenkomst_id, gemeente_code)
            select regio_id, id, $1 from overeenkomst where nummer = 'A'`,
          [gemeente],
        )
      const {
        rows: [proces],
      } = await twee.query<{ nummer: number }>('select pg_backend_pid() as nummer')
      const nummer = proces!.nummer
      await voegToe(een, '0439')
      const wacht = voegToe(twee, '0479')
      const wachtend = () => een.query('select from pg_locks where pid = $1 and not granted', [nummer])
      await expect.poll(async () => (await wachtend()).rowCount, { timeout: 5_000 }).toBeGreaterThan(0)
      await een.query('commit')
      await wacht
      await twee.query('commit')
      await twee.query(`begin; select set_config('overlap.regio_id', '${ctx.regioId}', true)`)
      const { rows } = await twee.query<{ gemeenten: string[] }>(
        `select gemeenten from overeenkomst_bereik b join overeenkomst o on o.id = b.overeenkomst_id where nummer = 'A'`,
      )
      expect(rows).toEqual([{ gemeenten: ['0439', '0479'] }])
    } finally {
      await een.end()
      await twee.end()
    }
  })
})
