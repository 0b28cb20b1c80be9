import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { ZipFile } from 'yazl'
import { AGB, BSN, xml301, xml305, xml323 } from '../../../../test/builders-bericht.ts'
import { lever, maakAfspraken, stand } from '../../../../test/inlezen.ts'
import { als, maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import type { Context } from '../../../platform/context.ts'
import { leesIn } from './lees-in.ts'
import { startRonde } from './inleesronde.ts'

async function zip(bestanden: Record<string, string>): Promise<Buffer> {
  const archief = new ZipFile()
  for (const [naam, inhoud] of Object.entries(bestanden)) {
    archief.addBuffer(Buffer.from(inhoud), naam)
  }
  archief.end()
  const delen: Buffer[] = []
  for await (const deel of archief.outputStream) {
    delen.push(deel as Buffer)
  }
  return Buffer.concat(delen)
}

const tel = async (ctx: Context, wat: string) =>
  (
    await sql<{ n: number }>`select count(*) as n from ${sql.table(wat)} where regio_id = ${ctx.regioId}`.execute(
      ctx.db,
    )
  ).rows[0]!.n

const EVALUATIES = 'gemeentecode;toewijzingNummer;datum;soort;resultaat;reden\n'

describe('wat er geleverd wordt', () => {
  test('losse berichten, zips en CSV door elkaar; een zipdeel heet naar zijn zip', async ({ ctx }) => {
    await maakAfspraken(ctx)
    const verslag = await lever(
      ctx,
      {
        naam: 'map/b.zip',
        inhoud: await zip({
          'een.xml': xml305({ identificatie: 'S1' }),
          'diep/twee.xml': '<kapot',
          'evaluaties.csv': `${EVALUATIES}0439;1001;2024-03-01;tussentijds;behaald;\n0439;7;2024-03-01;tussentijds;behaald;\n`,
        }),
      },
      { naam: 'map/a.xml', inhoud: xml301({ identificatie: 'T1' }) },
      { naam: 'cto 2024.csv', inhoud: 'a;b\n1;2\n' },
    )
    expect(verslag).toMatchObject({ verwerkt: 3, dubbel: 0, wachtend: 0, aantalAfgekeurd: 2 })
    expect(verslag.afgekeurd.map(({ bestand, code }) => [bestand, code])).toEqual([
      ['map/b.zip/diep/twee.xml', 'niet-welgevormd'],
      ['map/b.zip/evaluaties.csv', 'onbekende-toewijzing'],
      ['cto 2024.csv', 'csv-kolommen'],
    ])
  })

  test('een CSV waarvan alle rijen wachten telt als wachtend; wat in dezelfde levering nog komt, wacht niet', async ({
    ctx,
  }) => {
    await maakAfspraken(ctx)
    const csv = { naam: 'e.csv', inhoud: `${EVALUATIES}0439;1001;2024-03-01;tussentijds;behaald;\n` }
    expect(await lever(ctx, csv)).toMatchObject({
      verwerkt: 0,
      wachtend: 1,
      afgekeurd: [{ code: 'onbekende-toewijzing', oordeel: 'wachtend' }],
    })
    const ander = { naam: 'e.csv', inhoud: `${EVALUATIES}0439;1001;2024-03-02;tussentijds;behaald;\n` }
    expect(await lever(ctx, ander, xml301({ identificatie: 'T1' }))).toMatchObject({
      verwerkt: 2,
      wachtend: 0,
      afgekeurd: [],
    })
    expect(await lever(ctx, csv)).toMatchObject({ dubbel: 1, afgekeurd: [] })
  })

  test('een bericht dat al wachtte is dubbel, en staat met zijn reden in de lijst', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(ctx, xml305({ identificatie: 'S1' }))
    expect(await lever(ctx, xml305({ identificatie: 'S1' }))).toMatchObject({
      dubbel: 1,
      wachtend: 0,
      afgekeurd: [{ code: 'onbekende-toewijzing', oordeel: 'wachtend' }],
    })
  })

  test('cijferreeksen in namen worden niet bewaard; de map is in het verslag zoals hij was opgegeven', async ({
    ctx,
  }) => {
    const verslag = await lever(ctx, { naam: `map 1732312345678/${BSN.jan}.xml`, inhoud: 'x' })
    expect(verslag.afgekeurd).toMatchObject([{ bestand: 'map 1732312345678/*********.xml' }])
    const { rows } = await sql<{
      naam: string
    }>`select naam from inleesbestand where regio_id = ${ctx.regioId}`.execute(ctx.db)
    expect(rows).toEqual([{ naam: 'map *************/*********.xml' }])
  })

  test('een naam met een nulteken of een half teken houdt niets tegen', async ({ ctx }) => {
    const verslag = await lever(ctx, { naam: 'a\u0000b\ud800.xml', inhoud: 'x' })
    expect(verslag).toMatchObject({ aantalAfgekeurd: 1 })
  })

  test('een 323 waarvan elke regel fout is, wordt geweigerd en niet bewaard', async ({ ctx }) => {
    await maakAfspraken(ctx)
    const verslag = await lever(ctx, xml323({ identificatie: 'D1' }, { bsn: '999900007' }))
    expect(verslag).toMatchObject({ verwerkt: 0, aantalAfgekeurd: 1, afgekeurd: [{ code: 'bsn-elfproef' }] })
    expect(await tel(ctx, 'bericht')).toBe(0)
  })
})

describe('rechten', () => {
  test('wie niets mag inlezen krijgt geen ronde', async ({ ctx }) => {
    await expect(startRonde(als(ctx, 'toezichthouder'), 'web')).rejects.toMatchObject({ status: 403 })
    expect(await tel(ctx, 'inleesronde')).toBe(0)
  })

  test('ROL-17: het lokaal team leest evaluaties in, maar geen berichten en geen overeenkomsten', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(ctx, xml301({ identificatie: 'T1' }))
    const verslag = await lever(
      als(ctx, 'lokaal team'),
      xml305({ identificatie: 'S1' }),
      { naam: 'e.csv', inhoud: `${EVALUATIES}0439;1001;2024-03-01;tussentijds;behaald;\n` },
      { naam: 'aanbieders.csv', inhoud: 'agb;kvk;naam;rechtsvorm;plaats;grootteklasse;medewerkers;contractVan\n' },
    )
    expect(verslag).toMatchObject({
      verwerkt: 1,
      aantalAfgekeurd: 2,
      afgekeurd: [{ code: 'geen-recht' }, { code: 'geen-recht' }],
    })
    expect(await tel(ctx, 'start_melding')).toBe(0)
  })
})

describe('de ronde', () => {
  test('telt wat er gelezen is en staat met een begin en een eind in het logboek', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(
      ctx,
      xml301({ identificatie: 'T1' }),
      xml305({ identificatie: 'S1' }, { nummer: 9 }),
      xml301({ identificatie: 'T1' }),
      'x',
    )
    const { rows } =
      await sql<object>`select bron, bestanden, verwerkt, dubbel, wachtend, afgekeurd, gelezen > 1000 as gelezen,
      klaar_op is not null as klaar from inleesronde where regio_id = ${ctx.regioId}`.execute(ctx.db)
    expect(rows).toEqual([
      {
        bron: 'opdrachtregel',
        bestanden: 4,
        verwerkt: 1,
        dubbel: 1,
        wachtend: 1,
        afgekeurd: 1,
        gelezen: true,
        klaar: true,
      },
    ])
    const logboek = await sql<{
      soort: string
      waarden: string
    }>`select r.soort, w.waarden from audit_regel r join audit_waarden w
      using (regio_id, volgnr) where r.regio_id = ${ctx.regioId} and r.onderwerp_type = 'inleesronde' order by r.volgnr`.execute(
      ctx.db,
    )
    expect(logboek.rows.map(({ soort }) => soort)).toEqual(['inleesronde:gestart', 'bericht:ingelezen'])
    expect(JSON.parse(logboek.rows[1]!.waarden)).toMatchObject({
      bestanden: 4,
      verwerkt: 1,
      dubbel: 1,
      wachtend: 1,
      afgekeurd: 1,
    })
  })

  test('breekt de levering af, dan blijft wat gelezen is, telt de stand en staat de beoordeling klaar', async ({
    sleutels,
  }) => {
    await using fresh = await freshDatabase()
    const ctx = await maakProefregio(fresh.db, sleutels)
    const clock = { now: () => ctx.now, today: () => ctx.today }
    async function* afgebroken() {
      for (const inhoud of [xml301({ identificatie: 'T1' }), xml301({ identificatie: 'T2' }, { nummer: 2 })]) {
        yield await Promise.resolve({
          naam: 'a.xml',
          inhoud: (async function* () {
            yield await Promise.resolve(Buffer.from(inhoud))
          })(),
        })
      }
      throw new Error('de verbinding is weg')
    }
    await expect(leesIn({ ...ctx, clock, scanner: undefined }, 'web', afgebroken())).rejects.toThrow(
      'de verbinding is weg',
    )
    const stand = await fresh.pool.connect()
    await stand.query(`select set_config('overlap.regio_id', $1, false)`, [ctx.regioId])
    expect((await stand.query('select bestanden, verwerkt, klaar_op from inleesronde')).rows).toEqual([
      { bestanden: 2, verwerkt: 2, klaar_op: null },
    ])
    expect((await stand.query('select sum(tot - van + 1)::int as n from te_beoordelen')).rows).toEqual([{ n: 2 }])
    stand.release()
  })
})

test(
  'twee leveringen tegelijk van dezelfde berichten: alles een keer, en dezelfde stand als na elkaar',
  { timeout: 60_000 },
  async ({ sleutels }) => {
    await using fresh = await freshDatabase({ max: 8 })
    const ctx = await maakProefregio(fresh.db, sleutels)
    const inRegio = async <T>(werk: (ctx: Context) => Promise<T>) =>
      fresh.db.transaction().execute(async (db) => {
        await sql`select set_config('overlap.regio_id', ${ctx.regioId}, true)`.execute(db)
        return werk({ ...ctx, db })
      })
    await inRegio(maakAfspraken)
    const berichten = Array.from({ length: 120 }, (_, i) => [
      xml301({ identificatie: `T${i}`, bsn: i % 2 ? BSN.jan : BSN.truus }, { nummer: i + 1 }),
      xml305({ identificatie: `S${i}`, bsn: i % 2 ? BSN.jan : BSN.truus }, { nummer: i + 1 }),
      xml323(
        { identificatie: `D${i}`, nummer: `D${i}` },
        { nummer: i + 1, referentie: `R${i}`, bsn: i % 2 ? BSN.jan : BSN.truus },
      ),
    ]).flat()
    const verslagen = await Promise.all([
      lever(ctx, ...berichten),
      lever(ctx, ...berichten.toReversed()),
      lever(ctx, ...berichten.slice(100), ...berichten.slice(0, 100)),
    ])
    expect(verslagen.reduce((som, { verwerkt }) => som + verwerkt, 0)).toBe(360)
    expect(verslagen.reduce((som, { dubbel }) => som + dubbel, 0)).toBe(720)
    const samen = await inRegio(stand)
    expect(samen['berichten']).toHaveLength(360)
    expect(new Set(samen['berichten']!.map((b) => (b as { oordeel: string }).oordeel))).toEqual(new Set(['geldig']))
    expect(await inRegio((ctx) => tel(ctx, 'client'))).toBe(2)
    await lever(ctx, ...berichten)
    expect(await inRegio(stand)).toEqual(samen)
  },
)

describe('een grote levering, waarvan delen tegelijk worden bewaard', () => {
  const AANTAL = 1_300
  const berichten = Array.from({ length: AANTAL }, (_, i) => ({
    naam: `${String(i).padStart(4, '0')}.xml`,
    // the first ones come back later on, in another part
    inhoud: i % 700 === 3 ? '<kapot' : xml305({ identificatie: `S${i % 1_200}` }, { nummer: (i % 1_200) + 1 }),
  }))

  test('de bestanden staan in hun volgorde, elk bericht een keer', { timeout: 60_000 }, async ({ sleutels }) => {
    await using fresh = await freshDatabase({ max: 8 })
    const ctx = await maakProefregio(fresh.db, sleutels)
    const verslag = await lever(ctx, ...berichten)
    expect(verslag).toMatchObject({ verwerkt: 0, dubbel: 99, wachtend: 1_199 })
    expect(verslag.afgekeurd.filter(({ code }) => code === 'niet-welgevormd').map(({ bestand }) => bestand)).toEqual([
      '0003.xml',
      '0703.xml',
    ])
    const namen = await fresh.db.transaction().execute(async (db) => {
      await sql`select set_config('overlap.regio_id', ${ctx.regioId}, true)`.execute(db)
      return (await sql<{ naam: string }>`select naam from inleesbestand order by id`.execute(db)).rows
    })
    expect(namen).toEqual(berichten.map(({ naam }) => ({ naam })))
  })

  test('een deel dat niet te bewaren is stopt het inlezen met zijn fout', { timeout: 60_000 }, async ({ sleutels }) => {
    await using fresh = await freshDatabase({ max: 8 })
    const ctx = await maakProefregio(fresh.db, sleutels)
    let keer = 0
    const now = () => {
      // the start, the first part, its statistics, then two parts at once
      if (++keer === 5) throw new Error('de klok staat stil')
      return ctx.now
    }
    async function* stukken() {
      for (const { naam, inhoud } of berichten) {
        yield await Promise.resolve({
          naam,
          inhoud: (async function* () {
            yield await Promise.resolve(Buffer.from(inhoud))
          })(),
        })
      }
    }
    await expect(
      leesIn({ ...ctx, clock: { now, today: () => ctx.today }, scanner: undefined }, 'opdrachtregel', stukken()),
    ).rejects.toThrow('de klok staat stil')
  })
})

test('een bericht in twee regio’s heeft twee clienten, met een ander pseudoniem en een ander label', async ({
  ctx,
  db,
  sleutels,
}) => {
  await maakAfspraken(ctx)
  await lever(ctx, xml301({ identificatie: 'T1' }))
  const eerste = (await sql<{ pseudoniem: Buffer; label: string }>`select pseudoniem, label from client`.execute(db))
    .rows
  const ander = await maakProefregio(db, sleutels, 'Andere regio')
  await lever(ander, xml301({ identificatie: 'T1' }))
  const tweede = (await sql<{ pseudoniem: Buffer; label: string }>`select pseudoniem, label from client`.execute(db))
    .rows
  expect([eerste.length, tweede.length]).toEqual([1, 1])
  expect(tweede[0]!.pseudoniem.equals(eerste[0]!.pseudoniem)).toBe(false)
  expect(eerste[0]!.label).toMatch(/^C-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
})

test('een client in Wmo en Jeugdwet is niet als dezelfde te herkennen', async ({ ctx }) => {
  await lever(
    ctx,
    xml301({ identificatie: 'T1', agb: AGB }),
    xml301({ identificatie: 'T1', wet: 'jw' }, { categorie: '45', code: '45A03' }),
  )
  const { rows } = await sql<{
    wet: string
  }>`select wet from client where regio_id = ${ctx.regioId} order by wet`.execute(ctx.db)
  expect(rows).toEqual([{ wet: 'jw' }, { wet: 'wmo' }])
})
