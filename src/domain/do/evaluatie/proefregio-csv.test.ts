import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { soortCsv } from '../../begrippen/csv-soort.ts'
import type { CsvUitkomst } from '../../begrippen/csv.ts'
import { leesAanbiedersIn } from '../../plan/aanbieder/lees-aanbieders-in.ts'
import { leesOvereenkomstenIn } from '../../plan/overeenkomst/lees-overeenkomsten-in.ts'
import { leesCtoIn } from './lees-cto-in.ts'
import { leesEvaluatiesIn } from './lees-evaluaties-in.ts'

const map = join(process.env['OVERLAP_SHARED'] ?? join(import.meta.dirname, '../../../../../shared'), 'proefregio')
const aanwezig = existsSync(map)
if (process.env['OVERLAP_SHARED'] !== undefined && !aanwezig) {
  throw new Error('OVERLAP_SHARED holds no proefregio')
}

function lees(ctx: Context, bestand: string): Promise<CsvUitkomst> {
  const bytes = readFileSync(join(map, bestand))
  switch (soortCsv(bytes, bestand)) {
    case 'aanbieders':
      return leesAanbiedersIn(ctx, bytes)
    case 'overeenkomsten':
      return leesOvereenkomstenIn(ctx, bytes)
    case 'evaluaties':
      return leesEvaluatiesIn(ctx, bytes)
    case 'cto':
      return leesCtoIn(ctx, bytes)
    case null:
      throw new Error(`soort van ${bestand} onbekend`)
  }
}

async function tellingen(ctx: Context) {
  const { rows } = await sql`select (select count(*) from aanbieder a where a.regio_id = r.id) as aanbieders,
      (select count(*) from overeenkomst o where o.regio_id = r.id) as overeenkomsten,
      (select count(*) from overeenkomst o where o.regio_id = r.id and aanbieder_id is null) as ongekoppeld,
      (select count(*) from tarief t where t.regio_id = r.id) as tarieven,
      (select count(*) from plafond p where p.regio_id = r.id) as plafonds,
      (select count(*) from evaluatie e where e.regio_id = r.id) as evaluaties,
      (select count(*) from cto_respons c where c.regio_id = r.id) as antwoorden
    from regio r where r.id = ${ctx.regioId}`.execute(ctx.db)
  return rows[0]
}

describe.runIf(aanwezig)('de bestanden van de proefregio', () => {
  const bestanden = ['cto.csv', 'overeenkomsten.csv', 'evaluaties.csv', 'aanbieders.csv']
  const alles = {
    aanbieders: 24,
    overeenkomsten: 40,
    ongekoppeld: 0,
    tarieven: 321,
    plafonds: expect.any(Number) as number,
    evaluaties: 2212,
    antwoorden: 1407,
  }

  test('komen er helemaal in, in elke volgorde, en een tweede keer verandert niets', async ({ ctx }) => {
    for (const bestand of bestanden) {
      expect(await lees(ctx, bestand)).toMatchObject({ uitkomst: 'verwerkt', fouten: [] })
    }
    const eerst = await tellingen(ctx)
    expect(eerst).toEqual(alles)
    for (const bestand of bestanden.toReversed()) {
      expect(await lees(ctx, bestand)).toMatchObject({ uitkomst: 'dubbel', nieuw: 0, gewijzigd: 0 })
    }
    expect(await tellingen(ctx)).toEqual(eerst)
  })

  const slecht = aanwezig ? readdirSync(join(map, 'afgekeurd')).filter((naam) => /^[0-9].*\.csv$/.test(naam)) : []
  const verwacht = new Map(
    (aanwezig ? readFileSync(join(map, 'afgekeurd/verwacht.csv'), 'utf8') : '')
      .split('\n')
      .map((rij) => [rij.split(';')[0], (rij.split(';')[1] ?? '').split('|')] as const),
  )

  test.for(slecht)('%s krijgt de verwachte reden en verandert niets', async (naam, { ctx }) => {
    const eerst = await tellingen(ctx)
    const { uitkomst, fouten, wachtend } = await lees(ctx, `afgekeurd/${naam}`)
    const codes = new Set([...fouten, ...wachtend].map(({ code }) => code))
    expect([...codes]).toHaveLength(1)
    expect(verwacht.get(naam)).toContain([...codes][0])
    if (uitkomst === 'afgekeurd') {
      expect(await tellingen(ctx)).toEqual(eerst)
    } else {
      expect(codes).toEqual(new Set(['onbekende-toewijzing']))
    }
  })
})
