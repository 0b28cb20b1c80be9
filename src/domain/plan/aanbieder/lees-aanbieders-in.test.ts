import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { als, maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import type { Context } from '../../../platform/context.ts'
import { bekijkAanbieders, leesAanbiedersIn } from './lees-aanbieders-in.ts'

const KOP = 'agb;kvk;naam;rechtsvorm;plaats;grootteklasse;medewerkers;contractVan'
const veen = '98990101;99331200;Stichting Veenlicht Thuiszorg;stichting;Purmerend;groot;343;2024-01-01'
const dijk = '98990108;00331217;Coöperatie Dijk & Doen;coöperatie;Purmerend;klein;16;2024-01-01'

const csv = (...rijen: string[]) => Buffer.from([KOP, ...rijen, ''].join('\n'))

async function stand(ctx: Context) {
  const { rows } = await sql<{ agb: string; kvk: string; naam: string; medewerkers: number }>`
    select agb, kvk, naam, medewerkers from aanbieder where regio_id = ${ctx.regioId} order by agb`.execute(ctx.db)
  return rows
}

async function gebeurtenissen(ctx: Context) {
  const { rows } = await sql<{ soort: string; waarden: string }>`select r.soort, w.waarden from audit_regel r
    join audit_waarden w using (regio_id, volgnr) where r.regio_id = ${ctx.regioId} and r.soort like 'aanbieder%'
    order by r.volgnr`.execute(ctx.db)
  return rows.map(({ soort, waarden }) => ({ soort, ...(JSON.parse(waarden) as object) }))
}

async function gemeld(ctx: Context) {
  const { rows } = await sql<{
    agb: string
  }>`select agb from afspraak_wijziging where regio_id = ${ctx.regioId} order by agb`.execute(ctx.db)
  return rows.map(({ agb }) => agb)
}

describe('aanbieders inlezen', () => {
  test('CTR-02: nieuwe aanbieders komen in het register, met voorloopnullen', async ({ ctx }) => {
    expect(await leesAanbiedersIn(ctx, csv(veen, dijk))).toMatchObject({
      uitkomst: 'verwerkt',
      nieuw: 2,
      gewijzigd: 0,
      fouten: [],
    })
    expect(await stand(ctx)).toEqual([
      { agb: '98990101', kvk: '99331200', naam: 'Stichting Veenlicht Thuiszorg', medewerkers: 343 },
      { agb: '98990108', kvk: '00331217', naam: 'Coöperatie Dijk & Doen', medewerkers: 16 },
    ])
    expect(await gemeld(ctx)).toEqual(['98990101', '98990108'])
    expect(await gebeurtenissen(ctx)).toEqual([
      { soort: 'aanbieders:ingelezen', nieuw: 2, gewijzigd: 0, ongewijzigd: 0 },
    ])
  })

  test('hetzelfde bestand nog een keer wijzigt niets', async ({ ctx }) => {
    await leesAanbiedersIn(ctx, csv(veen, dijk))
    expect(await leesAanbiedersIn(ctx, csv(veen, dijk))).toMatchObject({ uitkomst: 'dubbel', ongewijzigd: 2 })
    expect(await gebeurtenissen(ctx)).toHaveLength(1)
  })

  test('een bestand uit Excel (BOM, regeleinden van Windows, kolommen in andere volgorde) is hetzelfde bestand', async ({
    ctx,
  }) => {
    await leesAanbiedersIn(ctx, csv(veen))
    const excel =
      '\ufeffnaam;agb;kvk;rechtsvorm;plaats;grootteklasse;medewerkers;contractVan\r\n"Stichting Veenlicht Thuiszorg";98990101;99331200;stichting;Purmerend;groot;343;2024-01-01\r\n\r\n'
    expect(await leesAanbiedersIn(ctx, Buffer.from(excel))).toMatchObject({ uitkomst: 'dubbel' })
  })

  test('CTR-08: een ander aantal medewerkers staat met oud en nieuw in het logboek', async ({ ctx }) => {
    await leesAanbiedersIn(ctx, csv(veen, dijk))
    const { rows } = await sql<{ id: string }>`delete from afspraak_wijziging where regio_id = ${ctx.regioId}`.execute(
      ctx.db,
    )
    expect(rows).toEqual([])
    expect(await leesAanbiedersIn(ctx, csv(veen.replace('343', '350')))).toMatchObject({
      uitkomst: 'verwerkt',
      gewijzigd: 1,
      nieuw: 0,
    })
    expect((await stand(ctx))[0]).toMatchObject({ medewerkers: 350 })
    expect((await gebeurtenissen(ctx)).slice(1)).toEqual([
      { soort: 'aanbieder:gewijzigd', wijzigingen: [{ veld: 'medewerkers', oud: '343', nieuw: '350' }] },
      { soort: 'aanbieders:ingelezen', nieuw: 0, gewijzigd: 1, ongewijzigd: 0 },
    ])
    expect(await gemeld(ctx)).toEqual([])
  })

  test('alles of niets: met één foute rij komt er niets in, en elke foute rij wordt genoemd', async ({ ctx }) => {
    const uitkomst = await leesAanbiedersIn(
      ctx,
      csv(
        veen,
        '6995555;331217;;b.v.;Zaanstad;klein;3;2024-02-30',
        '=1+1;99335560;Naam;b.v.;Zaanstad;reus;-1;2024-01-01',
      ),
    )
    expect(uitkomst.uitkomst).toBe('afgekeurd')
    expect(uitkomst.fouten.map(({ code, rij }) => [rij, code])).toEqual([
      [3, 'csv-waarde'],
      [3, 'csv-waarde'],
      [3, 'csv-waarde'],
      [3, 'csv-waarde'],
      [4, 'csv-formule'],
      [4, 'csv-waarde'],
      [4, 'csv-formule'],
    ])
    expect(uitkomst.fouten[1]!.melding).toBe(
      'Rij 3: het KvK-nummer moet uit 8 cijfers bestaan. Controleer of voorloopnullen zijn weggevallen.',
    )
    expect(await stand(ctx)).toEqual([])
  })

  test('dezelfde AGB-code met andere gegevens: beide rijen worden genoemd', async ({ ctx }) => {
    const { uitkomst, fouten } = await leesAanbiedersIn(ctx, csv(veen, dijk, veen.replace('343', '1')))
    expect(uitkomst).toBe('afgekeurd')
    expect(fouten).toEqual([
      {
        code: 'csv-waarde',
        rij: 4,
        melding: 'Rij 4: deze AGB-code staat ook in rij 2, met andere gegevens. Laat één van beide rijen weg.',
      },
    ])
  })

  test('een overeenkomst die er eerder was, wordt gekoppeld zodra haar aanbieder komt', async ({ ctx }) => {
    await sql`insert into overeenkomst (regio_id, nummer, agb, onderwerp, begindatum, einddatum)
      values (${ctx.regioId}, 'ZW-1', '98990101', 'HO', '2024-01-01', '2027-12-31')`.execute(ctx.db)
    await leesAanbiedersIn(ctx, csv(veen))
    const { rows } = await sql<{
      naam: string
    }>`select a.naam from overeenkomst o join aanbieder a on a.id = o.aanbieder_id
      where o.regio_id = ${ctx.regioId}`.execute(ctx.db)
    expect(rows).toEqual([{ naam: 'Stichting Veenlicht Thuiszorg' }])
  })

  test('het voorbeeld zegt per rij wat er gebeurt, en schrijft niets', async ({ ctx }) => {
    await leesAanbiedersIn(ctx, csv(veen))
    const voorbeeld = await bekijkAanbieders(ctx, csv(veen.replace('343', '350'), dijk, dijk))
    expect(voorbeeld).toMatchObject({ uitkomst: 'verwerkt', nieuw: 1, gewijzigd: 1, ongewijzigd: 1, meer: 0 })
    expect(voorbeeld.rijen).toMatchObject([
      {
        rij: 2,
        titel: 'Stichting Veenlicht Thuiszorg',
        oordeel: 'gewijzigd',
        wijzigingen: [{ veld: 'medewerkers', oud: '343', nieuw: '350' }],
      },
      { rij: 3, oordeel: 'nieuw', wijzigingen: [] },
      { rij: 4, oordeel: 'ongewijzigd', melding: 'Deze rij staat al eerder in het bestand.' },
    ])
    expect(await stand(ctx)).toHaveLength(1)
  })

  test.for(['contractmanager', 'backoffice', 'lokaal team'] as const)(
    '%s mag geen aanbieders inlezen',
    async (rol, { ctx }) => {
      await expect(leesAanbiedersIn(als(ctx, rol), csv(veen))).rejects.toMatchObject({ status: 403 })
      await expect(bekijkAanbieders(als(ctx, rol), csv(veen))).rejects.toMatchObject({ status: 403 })
    },
  )

  test('twee keer tegelijk geeft één keer dezelfde stand', async ({ sleutels }) => {
    await using fresh = await freshDatabase()
    const ctx = await maakProefregio(fresh.db, sleutels)
    const uitkomsten = await Promise.all([1, 2, 3].map(() => leesAanbiedersIn(ctx, csv(veen, dijk))))
    expect(uitkomsten.map(({ uitkomst }) => uitkomst).sort()).toEqual(['dubbel', 'dubbel', 'verwerkt'])
    const { rows } = await fresh.pool.query(`select set_config('overlap.regio_id', '${ctx.regioId}', false)`)
    expect(rows).toHaveLength(1)
  })
})
