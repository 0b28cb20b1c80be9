import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, afterAll, describe, expect } from 'vitest'
import { als, maakProefregio, test } from '../../test/regio.ts'
import { geenSleutels } from '../../test/gelezen.ts'
import { freshDatabase, type FreshDatabase } from '../../test/test.ts'
import { bereikTekst } from './bereik.ts'
import type { Context, Db, Rolhouder } from './context.ts'
import { prepared } from './prepared.ts'
import { readOnce, readOnly } from './read-only.ts'
import { inReadTransaction, inTransaction, narrowTo, runningScope, together, within } from './transaction.ts'

let fresh: FreshDatabase
let ctx: Context

beforeAll(async () => {
  fresh = await freshDatabase({ max: 1 })
  ctx = await maakProefregio(fresh.db, geenSleutels)
})
afterAll(() => fresh.drop())

const tel = async (db: Db) => (await sql<{ n: number }>`select count(*)::int as n from gemeente`.execute(db)).rows[0]!.n
const bewaard = async () =>
  (await fresh.pool.query<{ n: number }>(`select count(*)::int as n from pg_prepared_statements`)).rows[0]!.n

describe('een leestransactie', () => {
  test('geeft rijen zoals elke andere vraag: namen, datums, getallen en JSON', async () => {
    const vraag = sql`select 1::bigint as een_getal, '2026-11-22'::date as "eenDag", '{"in_json": [1, null]}'::jsonb as een_json,
      array['a_b', null] as lijst, null::text as niets_erin`
    const [gelezen, gewoon] = [
      await readOnly(fresh.db, undefined, async (db) => (await vraag.execute(db)).rows[0]),
      (await vraag.execute(fresh.db)).rows[0],
    ]
    expect(gelezen).toEqual(gewoon)
    expect(gelezen).toMatchObject({
      eenGetal: 1,
      eenJson: { in_json: [1, null] },
      lijst: ['a_b', null],
      nietsErin: null,
    })
  })

  test('begint zonder regio, en laat de volgende niets na', async () => {
    expect(await inReadTransaction(ctx, ({ db }) => tel(db))).toBe(7)
    expect(await readOnly(fresh.db, undefined, tel)).toBe(0)
    expect(await tel(fresh.db)).toBe(0)
  })

  test('ziet één onveranderlijk beeld en schrijft niets', async () => {
    await using ander = await freshDatabase()
    const elders = await maakProefregio(ander.db, geenSleutels)
    const tellen = ({ db }: Context) => tel(db)
    await inReadTransaction(elders, async (binnen) => {
      const eerst = await tellen(binnen)
      await inTransaction(elders, ({ db, regioId }) =>
        sql`delete from gemeente where regio_id = ${regioId}`.execute(db),
      )
      expect(await tellen(binnen)).toBe(eerst)
      expect(await inReadTransaction(elders, tellen)).toBe(0)
    })
    await expect(inReadTransaction(elders, ({ db }) => sql`delete from subregio`.execute(db))).rejects.toThrow(
      /read-only transaction/,
    )
  })

  test('een fout naast andere vragen: ieder krijgt zijn eigen antwoord, en de verbinding is daarna als nieuw', async () => {
    const lezing = inReadTransaction(ctx, async ({ db }) => {
      const eerder = tel(db)
      const fout = sql`select 1 / 0`.execute(db)
      const later = tel(db)
      const antwoorden = await Promise.allSettled([eerder, fout, later])
      expect(antwoorden.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
      await fout
    })
    await expect(lezing).rejects.toThrow(/division by zero/)
    expect(await inReadTransaction(ctx, ({ db }) => tel(db))).toBe(7)
    expect(fresh.pool.totalCount).toBe(1)
  })

  test('een fout voordat er iets gevraagd is, of met iets gevraagd dat niemand afwacht, laat geen transactie open', async () => {
    const stil = { uit: () => undefined }
    for (const werk of [
      () => Promise.reject(new Error('nee')),
      ({ db }: Context) => {
        tel(db).catch(stil.uit)
        return Promise.reject(new Error('nee'))
      },
    ]) {
      await expect(inReadTransaction(ctx, werk)).rejects.toThrow('nee')
      const { rows } = await fresh.pool.query<{ begonnen: boolean }>(
        'select now() <> statement_timestamp() as begonnen',
      )
      expect(rows).toEqual([{ begonnen: false }])
      await fresh.pool.query('create temporary table geschreven (n int) on commit drop')
    }
    expect(fresh.pool.totalCount).toBe(1)
  })

  test('het einde gaat mee met de volgende vraag, welke ook, en komt anders vanzelf', async () => {
    const binnen = sql<{
      buiten: boolean
    }>`select coalesce(current_setting('overlap.regio_id', true), '') = '' as buiten`
    const lees = () => inReadTransaction(ctx, ({ db }) => tel(db))
    for (const vraag of [
      () => readOnce(fresh.db, binnen),
      () => readOnly(fresh.db, undefined, (db) => binnen.execute(db)),
      () => binnen.execute(fresh.db),
      () => fresh.db.transaction().execute((db) => binnen.execute(db)),
    ]) {
      await lees()
      expect((await vraag()).rows).toEqual([{ buiten: true }])
    }
    await lees()
    await using elders = await freshDatabase({ empty: true })
    const naam = new URL(fresh.appUrl).pathname.slice(1)
    const toestand = () =>
      elders.pool.query<{ state: string }>(
        `select state from pg_stat_activity where datname = $1 and usename = current_user`,
        [naam],
      )
    await expect.poll(async () => (await toestand()).rows).toEqual([{ state: 'idle' }])
  })

  test('na het einde is er niets meer te vragen', async () => {
    const db = await readOnly(fresh.db, undefined, (db) => Promise.resolve(db))
    await expect(tel(db)).rejects.toThrow(/after the end/)
  })

  test('een verbinding die wegvalt, is een fout en geen hangende vraag', async () => {
    const lezing = inReadTransaction(ctx, ({ db }) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(db))
    await expect(lezing).rejects.toThrow()
    expect(await inReadTransaction(ctx, ({ db }) => tel(db))).toBe(7)
  })
})

describe('vragen waarvan het plan blijft', () => {
  test('een verbinding houdt er ten hoogste 250, en wie vergeten is komt gewoon terug', async () => {
    const vraag = (i: number) => prepared(sql<{ n: number }>`select ${i}::int as n, ${sql.lit(i)} as plek`)
    const stel = (van: number, tot: number) =>
      inReadTransaction(ctx, async ({ db }) => {
        for (let i = van; i < tot; i++) expect((await vraag(i).execute(db)).rows[0]!.n).toBe(i)
      })
    await stel(0, 400)
    expect(await bewaard()).toBeLessThanOrEqual(250)
    await stel(0, 10)
    expect(await bewaard()).toBeLessThanOrEqual(250)
  })

  test('wat na een fout niet is bekeken, wordt de volgende keer gewoon weer gevraagd', async () => {
    const [eerst, later] = [
      prepared(sql<{ n: number }>`select ${1}::int as n, 'eerst' as wat`),
      prepared(sql<{ n: number }>`select ${2}::int as n, 'later' as wat, '2026-11-22'::date as dag`),
    ]
    const fout = prepared(sql`select 1 / ${0}::int as n`)
    for (let keer = 0; keer < 3; keer++) {
      await inReadTransaction(ctx, async ({ db }) => {
        const antwoorden = await Promise.allSettled([eerst.execute(db), fout.execute(db), later.execute(db)])
        expect(antwoorden.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
        throw new Error('terug')
      }).catch((error: unknown) => expect(String(error)).toContain('terug'))
      await inReadTransaction(ctx, async ({ db }) => {
        const [een, twee] = await Promise.all([eerst.execute(db), later.execute(db)])
        expect(een.rows).toEqual([{ n: 1, wat: 'eerst' }])
        expect(twee.rows).toEqual([{ n: 2, wat: 'later', dag: Temporal.PlainDate.from('2026-11-22') }])
      })
    }
    expect(fresh.pool.totalCount).toBe(1)
  })

  test('wat nooit aan de beurt kwam, wordt later zonder gevolgen vergeten', async () => {
    const vraag = (i: number) =>
      prepared(sql<{ n: number }>`select ${i}::int as n, ${sql.lit(`vergeten ${i}`)} as plek`)
    await inReadTransaction(ctx, async ({ db }) => {
      const fout = prepared(sql`select 1 / ${0}::int as n`).execute(db)
      const antwoorden = await Promise.allSettled([fout, vraag(-1).execute(db), vraag(-2).execute(db)])
      expect(antwoorden.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
      throw new Error('terug')
    }).catch((error: unknown) => expect(String(error)).toContain('terug'))
    // so many others that these make room, in the middle of a transaction
    await inReadTransaction(ctx, async ({ db }) => {
      for (let i = 0; i < 300; i++) expect((await vraag(i).execute(db)).rows[0]!.n).toBe(i)
    })
    expect(fresh.pool.totalCount).toBe(1)
  })

  test('een antwoord dat niet te lezen is, is een fout van die vraag alleen', async () => {
    const [groot, gewoon] = [
      prepared(sql`select ${'9007199254740993'}::bigint as te_groot`),
      prepared(sql`select ${3}::int as n`),
    ]
    await inReadTransaction(ctx, async ({ db }) => {
      const antwoorden = await Promise.allSettled([groot.execute(db), gewoon.execute(db)])
      expect(antwoorden.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
      expect((await gewoon.execute(db)).rows).toEqual([{ n: 3 }])
    })
  })

  test('een parameter die niet te schrijven is, laat niets hangen', async () => {
    const raar = sql`select ${{ toPostgres: () => { throw new Error('niet te schrijven') } }}::text as x` // prettier-ignore
    await expect(inReadTransaction(ctx, ({ db }) => raar.execute(db))).rejects.toThrow('niet te schrijven')
    expect(await inReadTransaction(ctx, ({ db }) => tel(db))).toBe(7)
  })

  test('alleen wie dat vraagt', async () => {
    const eerst = await bewaard()
    await inReadTransaction(ctx, ({ db }) => sql`select ${1}::int as zomaar_een_vraag`.execute(db))
    expect(await bewaard()).toBe(eerst)
  })
})

describe('tegelijk lezen', () => {
  const volgorde = async (ctx: Context) => {
    const stappen: string[] = []
    await together(
      ctx,
      async () => {
        stappen.push('a begint')
        await Promise.resolve()
        stappen.push('a klaar')
      },
      () => stappen.push('b'),
    )
    return stappen
  }

  test('zonder transactie: door elkaar', async () => {
    expect(await volgorde(als(ctx, 'contractmanager'))).toEqual(['a begint', 'b', 'a klaar'])
  })

  // contractmanager in one gemeente, realisatie- en verificatiemanager in another, and something over the whole region
  const beperkt = (...gemeenten: string[]) => {
    const rol = als(ctx, 'contractmanager')
    const rollen = gemeenten.map((gemeente) => ({ rol: 'contractmanager', agb: null, gemeenten: [gemeente] }))
    return { ...rol, actor: { ...rol.actor, rollen: [...rollen, { rol: 'raad', agb: null }] } }
  }

  // also for who sees the whole region: a right he does not have has an empty scope
  test('ORG-09: in een transactie die schrijft: na elkaar, want die heeft één bereik tegelijk', async () => {
    for (const wie of [beperkt('0439'), als(ctx, 'contractmanager')]) {
      await inTransaction(wie, async (ctx) => {
        expect(await volgorde(ctx)).toEqual(['a begint', 'a klaar', 'b'])
      })
    }
  })

  test('ORG-09: in een leestransactie door elkaar, en elke vraag in het bereik van haar eigen recht', async () => {
    const gezien: unknown[] = []
    await inReadTransaction(beperkt('0439', '0479'), async (ctx) => {
      const [een, twee] = ctx.actor.rollen.slice(0, 2).map((houder) => [houder]) as [Rolhouder[], Rolhouder[]]
      const bereik = async () =>
        (await sql<{ nu: string }>`select current_setting('overlap.bereik') as nu`.execute(ctx.db)).rows[0]!.nu
      const lees = (houders: Rolhouder[]) => async () => {
        // so that the questions of the two come in turn
        for (let keer = 0; keer < 3; keer++) gezien.push([bereikTekst(houders), await bereik()])
        await within(ctx, twee, async () => gezien.push([bereikTekst(twee), await bereik()]))
        gezien.push([bereikTekst(houders), await bereik()])
      }
      const stappen = volgorde(ctx)
      await together(
        ctx,
        () => within(ctx, een, lees(een)),
        () => within(ctx, twee, lees(twee)),
        async () => {
          await narrowTo(ctx, een)
          await lees(een)()
        },
        lees([]),
      )
      // without together too
      await Promise.all([within(ctx, een, lees(een)), within(ctx, twee, lees(twee))])
      expect(await stappen).toEqual(['a begint', 'b', 'a klaar'])
      expect([runningScope(ctx), await bereik()]).toEqual(['[]', '[]'])
    })
    expect(gezien).toHaveLength(30)
    expect(gezien.filter((paar) => (paar as string[])[0] !== (paar as string[])[1])).toEqual([])
    expect(new Set(gezien.map((paar) => (paar as string[])[1])).size).toBe(3)
  })
})

describe('de rol waarin gelezen wordt', () => {
  const wie = async ({ db }: Context) =>
    (await sql<{ wie: string }>`select current_user as wie`.execute(db)).rows[0]!.wie
  const manager = () => als(ctx, 'contractmanager')
  const deels = (): Context => {
    const rol = manager()
    const actor = { ...rol.actor, rollen: [...rol.actor.rollen, { rol: 'rvm', agb: null, gemeenten: ['0439'] }] }
    return { ...rol, actor }
  }

  test('ORG-09: alleen wie met elke rol de hele regio ziet, leest als de rol die dat in één regel vraagt', async () => {
    expect(await inReadTransaction(manager(), wie)).toBe('overlap_lezer')
    for (const persoon of [
      deels(),
      als(ctx, 'aanbieder', '98990101'),
      { ...manager(), actor: { ...manager().actor, rollen: [] } },
    ])
      expect(await inReadTransaction(persoon, wie)).toBe('overlap_app')
    expect(await inTransaction(manager(), wie)).toBe('overlap_app')
    // nothing stays on the one connection there is, whether it went well or not
    expect(await wie(ctx)).toBe('overlap_app')
    await expect(
      inReadTransaction(manager(), async ({ db }) => {
        expect(await wie({ ...ctx, db })).toBe('overlap_lezer')
        await sql`select 1 / 0`.execute(db)
      }),
    ).rejects.toThrow(/division by zero/)
    expect(await wie(ctx)).toBe('overlap_app')
    expect(fresh.pool.totalCount).toBe(1)
  })

  test('ORG-09, ROL-21: met een bereik of een aanbieder ziet die rol in geen enkele tabel een rij', async () => {
    const tel = async (zet: Record<string, string>) => {
      const client = await fresh.pool.connect()
      try {
        await client.query('begin')
        for (const [naam, waarde] of Object.entries({ regio_id: ctx.regioId, agb: '', bereik: '', rollen: '', ...zet }))
          await client.query('select set_config($1, $2, true)', [`overlap.${naam}`, waarde])
        await client.query('set local role overlap_lezer')
        const { rows: tabellen } = await client.query<{ naam: string }>(`select relname as naam from pg_class
          where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege(oid, 'select') order by 1`)
        expect(tabellen.length).toBeGreaterThan(130)
        const gezien: string[] = []
        for (const { naam } of tabellen) {
          const { rows } = await client.query(`select from ${pg.escapeIdentifier(naam)} limit 1`)
          if (rows.length > 0) gezien.push(naam)
        }
        return gezien
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    expect(await tel({})).toEqual(expect.arrayContaining(['gemeente', 'regelsetdeel', 'regio', 'subregio']))
    for (const zet of [
      { bereik: '[]' },
      { bereik: '[{"gemeenten":["0439"],"wet":null,"categorieen":null}]' },
      { agb: '98990101' },
      { regio_id: '' },
      { regio_id: '00000000-0000-0000-0000-000000000001' },
    ])
      // prettier-ignore
      expect([zet, await tel(zet)]).toEqual([zet, []])
  })

  test('die rol schrijft niets, ook niet in een transactie die dat kan', async () => {
    const client = await fresh.pool.connect()
    try {
      await client.query('begin')
      await client.query('set local role overlap_lezer')
      await expect(client.query(`update regio set naam = 'x'`)).rejects.toThrow(/permission denied/)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  test('wie minder ziet, krijgt van wat bewaard wordt meteen het ene plan, en van andere vragen een eigen plan', async () => {
    const wijze = sql<{ nu: string }>`select current_setting('plan_cache_mode') as nu`
    const lees = (persoon: Context) =>
      inReadTransaction(persoon, async ({ db }) => {
        const antwoorden = [await wijze.execute(db), await prepared(wijze).execute(db), await wijze.execute(db)]
        return antwoorden.map(({ rows }) => rows[0]!.nu)
      })
    expect(await lees(deels())).toEqual(['auto', 'force_generic_plan', 'auto'])
    expect(await lees(manager())).toEqual(['auto', 'auto', 'auto'])
    expect((await wijze.execute(fresh.db)).rows).toEqual([{ nu: 'auto' }])
  })

  test('wie om de beurt lezen, houden elk hun eigen plannen', async () => {
    const vraag = prepared(sql<{ n: number }>`select count(*)::int as n from gemeente g where g.code <> 'om de beurt'`)
    for (let keer = 0; keer < 8; keer++)
      for (const persoon of [manager(), deels()])
        expect((await inReadTransaction(persoon, ({ db }) => vraag.execute(db))).rows[0]!.n).toBe(7)
    const { rows } = await fresh.pool.query<{ generic: number }>(
      `select generic_plans::int as generic from pg_prepared_statements where statement like '%om de beurt%'`,
    )
    expect(rows.length).toBe(2)
    expect(rows.every(({ generic }) => generic >= 2)).toBe(true)
  })
})
