import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test } from '../../../../test/regio.ts'

// ORG-03: one uniform approach for all regional contracts. It cannot be otherwise: rules are of the region.
describe('één aanpak', () => {
  test('ORG-03: een regel is van de regio, nooit van een overeenkomst, aanbieder of gemeente', async ({ ctx }) => {
    const kolommen = async (tabel: string) =>
      (
        await sql<{ naam: string }>`select column_name as naam from information_schema.columns
          where table_schema = 'public' and table_name = ${tabel} order by ordinal_position`.execute(ctx.db)
      ).rows.map(({ naam }) => naam)
    expect(await kolommen('regelsetdeel')).toEqual([
      'regio_id',
      'id',
      'deel',
      'versie',
      'geldig_vanaf',
      'bron',
      'inhoud',
      'reden',
      'vastgelegd_op',
      'vastgelegd_door',
    ])
    expect(await kolommen('overeenkomst')).toContain('nummer')
  })

  test('ORG-03: wat bij een overeenkomst hoort, verwijst naar geen regel en heeft geen eigen ladder of norm', async ({
    ctx,
  }) => {
    const { rows } = await sql<{ tabel: string; kolom: string; verwijst: string | null }>`
      select c.relname as tabel, a.attname as kolom, (select k.confrelid::regclass::text from pg_constraint k
          where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey) and a.attname <> 'regio_id' limit 1) as verwijst
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and (c.relname ~ '^overeenkomst' or c.relname in ('tarief', 'plafond', 'verlengingsbesluit'))`.execute(ctx.db)
    expect(rows.length).toBeGreaterThan(40)
    expect(rows.filter(({ verwijst }) => verwijst === 'regelsetdeel')).toEqual([])
    expect(rows.filter(({ kolom }) => /ladder|norm|drempel|regel|schaal|sjabloon/.test(kolom))).toEqual([])
  })

  test('ORG-03: alles wat een regel toepast, wijst een versie van de eigen regio aan', async ({ ctx }) => {
    const { rows } = await sql<{ tabel: string; regio: boolean }>`
      select k.conrelid::regclass::text as tabel, exists (select from unnest(k.conkey) n
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n where a.attname = 'regio_id') as regio
      from pg_constraint k where k.contype = 'f' and k.confrelid = 'regelsetdeel'::regclass order by 1`.execute(ctx.db)
    expect(rows.map(({ tabel }) => tabel)).toEqual(
      expect.arrayContaining(['escalatie', 'gesprek', 'kpi_uitkomst', 'overlegtafel']),
    )
    expect(rows.filter(({ regio }) => !regio)).toEqual([])
  })
})
