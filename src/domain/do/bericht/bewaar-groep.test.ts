import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { xml301 } from '../../../../test/builders-bericht.ts'
import { maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import { bewaarGroep } from './bewaar-groep.ts'
import type { Gelezen } from './gelezen.ts'
import { startRonde } from './inleesronde.ts'
import { leesBericht } from './lees-bericht.ts'

function gelezen(nummer: number, dagtekening?: string): Gelezen {
  const opties = { pseudoniem: () => 'ab'.repeat(32), hmac: () => createHmac('sha256', 'sleutel') }
  const uitkomst = leesBericht(Buffer.from(xml301({ identificatie: `T${nummer}` }, { nummer })), opties)
  if (!uitkomst.goed) {
    throw new Error(uitkomst.fout.melding)
  }
  const { bericht, prestatiefouten, inhoudHmac } = uitkomst
  return {
    plek: nummer,
    naam: `${nummer}.xml`,
    goed: { bericht: { ...bericht, ...(dagtekening && { dagtekening }) }, prestatiefouten, inhoudHmac },
  }
}

test('een waarde die de database weigert houdt de andere berichten niet tegen', async ({ sleutels }) => {
  await using fresh = await freshDatabase()
  const ctx = await maakProefregio(fresh.db, sleutels)
  const ronde = await startRonde(ctx, 'opdrachtregel')
  const groep = [1, 2, 3, 4, 5, 6, 7].map((nummer) => gelezen(nummer, nummer === 5 ? '2024-02-31' : undefined))
  expect(await bewaarGroep(ctx, ronde, groep, 10, new Map())).toEqual({
    bestanden: 7,
    verwerkt: 6,
    dubbel: 0,
    afgekeurd: 1,
  })
  const { rows } = await fresh.db.transaction().execute(async (db) => {
    await sql`select set_config('overlap.regio_id', ${ctx.regioId}, true)`.execute(db)
    return sql<object>`select naam, code from inleesbestand where uitkomst <> 'gelezen'`.execute(db)
  })
  expect(rows).toEqual([{ naam: '5.xml', code: 'schemafout' }])
})

test('een andere fout van de database stopt het inlezen', async ({ sleutels }) => {
  await using fresh = await freshDatabase()
  const ctx = await maakProefregio(fresh.db, sleutels)
  await expect(bewaarGroep(ctx, 'geen uuid', [gelezen(1)], 10, new Map())).rejects.toThrow()
  await expect(
    bewaarGroep({ ...ctx, db: { isTransaction: true } as never }, '', [gelezen(1)], 1, new Map()),
  ).rejects.toThrow()
})
