import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect } from 'vitest'
import { als, maakProefregio, metInzage, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import { controleerAudit } from '../../../platform/audit-controle.ts'
import type { Context } from '../../../platform/context.ts'
import { legInzageVast, toonClienten } from '../../../platform/inzage.ts'
import { inReadTransaction } from '../../../platform/transaction.ts'
import { activiteiten, Inzageregels, Verwerkingen } from './inzage.ts'
import { beginInzage, soorten } from './begin-inzage.ts'
import { leesRegels, type Inzageregel } from './lees-regels.ts'
import { maakBron, maakSpans } from './otlp.ts'
import { verzegelInzage } from './verzegel-inzage.ts'
import { controleerZegels } from './zegels.ts'

/** So many clients, put in at once. */
async function maakClienten(ctx: Context, hoeveel: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`insert into client (regio_id, wet, pseudoniem, sleutelversie, label)
    select ${ctx.regioId}, 'wmo', decode(lpad(to_hex(i), 8, '0'), 'hex'), 1, 'C-' || lpad(i::text, 8, '0') from generate_series(1, ${hoeveel}) i
    returning id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

async function toon(ctx: Context, ids: readonly string[]) {
  const met = metInzage(als(ctx, 'contractmanager'))
  toonClienten(met, ids)
  await legInzageVast(ctx.db, met, ctx.now)
}

describe('vastleggen', () => {
  test('S48: vijfduizend cliënten zijn vijfduizend regels, elk met een eigen nummer, in één opdracht', async ({
    ctx,
  }) => {
    const ids = await maakClienten(ctx, 5_000)
    await toon(ctx, [...ids, ...ids.slice(0, 100)])
    const { rows } = await sql<{ clienten: number; regels: number; spans: number }>`select max(i.clienten) as clienten,
        count(*)::int as regels, count(distinct r.span_id)::int as spans
      from inzage i join inzage_client r on r.regio_id = i.regio_id and r.inzage_id = i.id where i.regio_id = ${ctx.regioId}`.execute(
      ctx.db,
    )
    expect(rows).toEqual([{ clienten: 5_000, regels: 5_000, spans: 5_000 }])
  })

  test('S50: een cliënt tonen zonder te zeggen waarvoor is een fout van het programma', ({ ctx }) => {
    expect(() => toonClienten(ctx, [])).toThrow(/beginInzage first/)
    expect(() => beginInzage(ctx, 'casus:getoond')).toThrow(/nothing to record/)
  })

  test('S47: een verwerking die niet in het register staat, wordt niet vastgelegd en dus niet getoond', async ({
    ctx,
  }) => {
    const met = metInzage(als(ctx, 'contractmanager'))
    met.inzage.poging!.activiteit = 'zomaar-kijken'
    toonClienten(met, await maakClienten(ctx, 1))
    await expect(legInzageVast(ctx.db, met, ctx.now)).rejects.toThrow(/staat niet in het register/)
  })

  test('S48: vastgelegd voor het antwoord gaat, in een eigen transactie; lezen schrijft niet', async () => {
    await using fresh = await freshDatabase({ max: 1 })
    const ctx = await maakProefregio(fresh.db, { maak: () => undefined } as never)
    const met = metInzage(als(ctx, 'contractmanager'))
    const beheer = new pg.Client(fresh.beheerUrl)
    await beheer.connect()
    const [id] = (
      await beheer.query<{ id: string }>(
        `insert into client (regio_id, wet, pseudoniem, sleutelversie, label) values ($1, 'wmo', '\\x01', 1, 'C-12345678') returning id`,
        [ctx.regioId],
      )
    ).rows
    await inReadTransaction(met, (lezend) => {
      toonClienten(lezend, [id!.id])
      return Promise.resolve()
    })
    await expect(
      inReadTransaction(met, (lezend) => sql`insert into inzage_reden default values`.execute(lezend.db)),
    ).rejects.toThrow(/read-only/)
    const telt = async () => (await beheer.query<{ n: string }>('select count(*) as n from inzage_client')).rows[0]!.n
    expect(await telt()).toBe('0')
    // one connection in the pool: recording does not wait for the one that was read with
    await legInzageVast(fresh.db, met, ctx.now)
    expect(await telt()).toBe('1')
    // and afterwards the connection stands in no region
    const { rows } = await sql`select from inzage`.execute(fresh.db)
    expect(rows).toHaveLength(0)
    await beheer.end()
  })
})

describe('het register', () => {
  test('S47: wat wij meeleveren klopt, en noemt elke verwerking van het programma', () => {
    const map = join(import.meta.dirname, '../../../../db')
    const { delen } = JSON.parse(readFileSync(join(map, 'regelsets/zaanstreek-waterland.json'), 'utf8')) as {
      delen: { deel: string; bron: string; inhoud: unknown }[]
    }
    const deel = (naam: string) => delen.find((kandidaat) => kandidaat.deel === naam)!
    expect(Verwerkingen.parse(deel('verwerkingen').inhoud).verwerkingen.map(({ code }) => code)).toEqual([
      ...activiteiten,
    ])
    expect(new Set(Object.values(soorten).map(({ activiteit }) => activiteit))).toEqual(new Set(activiteiten))
    expect(Inzageregels.parse(deel('inzage').inhoud).bewaartermijn.jaren).toBe(5)
    const ontbreekt = { ...Verwerkingen.parse(deel('verwerkingen').inhoud), verwerkingen: [] }
    expect(Verwerkingen.safeParse(ontbreekt).success).toBe(false)
  })
})

describe('zegels', () => {
  test('S3: elke nacht ligt vast wat er stond; niets nieuws is geen zegel', async ({ ctx }) => {
    const ids = await maakClienten(ctx, 3)
    await toon(ctx, ids)
    await toon(ctx, ids.slice(0, 1))
    expect(await verzegelInzage(als(ctx, 'systeem (wachtrij)'))).toBe(2)
    expect(await verzegelInzage(als(ctx, 'systeem (wachtrij)'))).toBe(0)
    await toon(ctx, ids.slice(1))
    expect(await verzegelInzage(als(ctx, 'systeem (wachtrij)'))).toBe(1)
    expect(await controleerZegels(ctx)).toEqual({ zegels: 2, fout: undefined })
    expect((await controleerAudit(ctx)).fout).toBeUndefined()
    await expect(verzegelInzage(als(ctx, 'privacyfunctionaris'))).rejects.toThrow(/mag dit niet/)
  })

  test.for([
    ['een naam veranderen', `update inzage set gebruiker = 'iemand anders'`],
    ['een reden veranderen', `update inzage set taak_id = 'vraag'`],
    ['een tijd veranderen', `update inzage set start_time = start_time - interval '1 millisecond'`],
    [
      'een regel weghalen',
      `delete from inzage_client where data_subject_id = (select min(data_subject_id::text)::uuid from inzage_client)`,
    ],
    ['een inzage weghalen', `with weg as (delete from inzage_client) delete from inzage`],
    [
      'een inzage bijmaken',
      `insert into inzage (regio_id, id, trace_id, span_id, status, name, start_time, end_time, resource,
      processing_activity_id, data_subject_id_type, gebruiker_id, gebruiker, rol, namens, clienten) overriding system value
      select regio_id, 2, trace_id, span_id, status, name, start_time, end_time, resource, processing_activity_id, data_subject_id_type,
        gebruiker_id, gebruiker, rol, namens, 0 from inzage where id = 1`,
    ],
  ] as const)('S3: %s komt uit', async ([, opdracht]) => {
    await using fresh = await freshDatabase()
    const ctx = await maakProefregio(fresh.db, { maak: () => undefined } as never)
    const beheer = new pg.Client(fresh.beheerUrl)
    await beheer.connect()
    const ids = (
      await beheer.query<{ id: string }>(
        `insert into client (regio_id, wet, pseudoniem, sleutelversie, label)
          select $1, 'wmo', decode(lpad(to_hex(i), 8, '0'), 'hex'), 1, 'C-1234567' || i from generate_series(1, 2) i returning id`,
        [ctx.regioId],
      )
    ).rows.map(({ id }) => id)
    await toon(ctx, ids)
    // a number that nobody used, as after a statement that failed
    await beheer.query(`select nextval(pg_get_serial_sequence('inzage', 'id'))`)
    await toon(ctx, ids)
    await verzegelInzage(als(ctx, 'systeem (wachtrij)'))
    expect((await controleerZegels(ctx)).fout).toBeUndefined()
    await beheer.query(opdracht)
    await beheer.end()
    expect((await controleerZegels(ctx)).fout).toMatchObject({ na: 0, tot: 3 })
  })
})

describe('uitvoer', () => {
  test('S47, S48: in de vorm van OpenTelemetry, een span per cliënt onder die van het verzoek', async ({ ctx }) => {
    const ids = await maakClienten(ctx, 2)
    await toon(ctx, ids)
    const regels: Inzageregel[] = []
    for await (const regel of leesRegels(metInzage(ctx, 'inzage:uitgevoerd'), {})) regels.push(regel)
    const spans = regels.flatMap((regel, i) => maakSpans(regel, i === 0))
    expect(spans).toHaveLength(3)
    const [verzoek, een, twee] = spans
    expect(verzoek).toMatchObject({ name: 'gevallen:getoond', kind: 2, status: { code: 1 } })
    expect(verzoek!.attributes).toContainEqual({
      key: 'dpl.core.processing_activity_id',
      value: { stringValue: 'urn:overlap:verwerking:gevallen-bekijken' },
    })
    for (const span of [een!, twee!]) {
      expect(span).toMatchObject({ traceId: verzoek!.traceId, parentSpanId: verzoek!.spanId, kind: 1 })
      expect(span.traceId).toMatch(/^[0-9a-f]{32}$/)
      expect(span.spanId).toMatch(/^[0-9a-f]{16}$/)
      expect(span.startTimeUnixNano).toMatch(/^[0-9]{13}000000$/)
    }
    const clienten = [een!, twee!].map(
      ({ attributes }) => attributes.find(({ key }) => key === 'dpl.core.data_subject_id')!.value.stringValue,
    )
    expect(new Set(clienten)).toEqual(new Set(ids))
    expect(JSON.stringify(maakBron(regels[0]!.resource, spans))).not.toContain('C-0000')
  })
})
