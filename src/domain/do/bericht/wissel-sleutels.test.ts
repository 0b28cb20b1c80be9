import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { BSN, xml301, xml305, xml307, xml323, xml325, xmlRetour } from '../../../../test/builders-bericht.ts'
import { lever, maakAfspraken, stand } from '../../../../test/inlezen.ts'
import { als, maakProefregio } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import { controleerAudit } from '../../../platform/audit-controle.ts'
import type { Context } from '../../../platform/context.ts'
import { openSleutels } from '../../../platform/sleutels.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { lockBeoordeling } from './lock-berichten.ts'
import { wisselSleutels } from './wissel-sleutels.ts'

// Messages of three clients in both laws, among them numbers that hide a BSN and answers to those.
const EERST = [
  xml301({ identificatie: 'T1' }, { nummer: 1 }),
  xml301({ identificatie: BSN.jan, bsn: BSN.truus }, { nummer: 2 }),
  xml305({ identificatie: 'S1' }, { nummer: 1 }),
  xml323(
    { identificatie: BSN.piet, nummer: 'D1' },
    { nummer: 1, referentie: `R${BSN.jan}` },
    { nummer: 2, bsn: BSN.truus, referentie: 'R2' },
  ),
  xml301({ wet: 'jw', identificatie: 'J1', bsn: BSN.piet }, { nummer: 9, categorie: '45', code: '45A04' }),
]
const DAN = [
  xmlRetour(302, { identificatie: BSN.jan, identificatieRetour: 'A1', codes: ['0200'] }),
  xml305({ identificatie: 'S2', bsn: BSN.truus }, { nummer: 2 }),
  xml325({ identificatie: 'A2', declaratie: BSN.piet }, { nummer: 1, referentie: `R${BSN.jan}` }),
  xml301({ identificatie: 'T3', bsn: BSN.piet }, { nummer: 3 }),
]
const LAATST = [
  xml307({ identificatie: 'E1' }, { nummer: 1, einddatum: '2024-03-31' }),
  xml307({ identificatie: 'E2', bsn: BSN.truus }, { nummer: 2, einddatum: '2024-03-31' }),
  xml305({ identificatie: 'S3', bsn: BSN.piet }, { nummer: 3 }),
]

async function metRegio(werk: (ctx: Context, map: string) => Promise<void>) {
  const map = mkdtempSync(join(tmpdir(), 'overlap-wissel-'))
  await using fresh = await freshDatabase()
  try {
    const ctx = await maakProefregio(fresh.db, openSleutels(map))
    await inTransaction(ctx, maakAfspraken)
    await werk(ctx, map)
  } finally {
    rmSync(map, { recursive: true })
  }
}

/** The state without what a key makes: clients as the messages they are in. */
async function wieEnWat(ctx: Context) {
  return inTransaction(ctx, async (ctx) => {
    const { rows: clienten } =
      await sql`select c.wet, array(select t.nummer from toewijzing t where t.client_id = c.id order by 1) as nummers,
      (select count(*) from toewijzing_versie v where v.client_id = c.id) as versies,
      (select count(*) from start_melding s where s.client_id = c.id) as starts,
      (select count(*) from stop_melding s where s.client_id = c.id) as stops,
      (select count(*) from declaratie_regel r where r.client_id = c.id) as regels
      from client c order by 1, 2`.execute(ctx.db)
    const alles = JSON.stringify(await stand(ctx, { sleutels: false })).replaceAll(
      /verborgen-[0-9A-Z]{5}-[0-9A-Z]{5}/g,
      'verborgen',
    )
    return { clienten, alles }
  })
}

const sleutelwaarden = async (ctx: Context) => {
  const { rows } = await inTransaction(ctx, ({ db }) =>
    sql<{
      w: string
    }>`select encode(pseudoniem, 'hex') as w from client union all select encode(inhoud_hmac, 'hex') from bericht
      union all select identificatie from bericht where identificatie like 'verborgen-%'
      union all select referentie from declaratie_regel where referentie like 'verborgen-%'`.execute(db),
  )
  return rows.map(({ w }) => w)
}

/** Breaks a change off after so many transactions. */
async function breekAf(ctx: Context, na: number) {
  let keer = 0
  const opVoortgang = () => {
    if (++keer === na) throw new Error('afgebroken')
  }
  await expect(wisselSleutels(ctx, { perKeer: 1, opVoortgang })).rejects.toThrow('afgebroken')
}

test(
  'S42: wie voor, tijdens en na een wissel wordt ingelezen, is dezelfde cliënt, met dezelfde uitkomst',
  { timeout: 60_000 },
  async () => {
    let verwacht: Awaited<ReturnType<typeof wieEnWat>> | undefined
    await metRegio(async (ctx) => {
      for (const deel of [EERST, DAN, LAATST]) await lever(ctx, ...deel)
      verwacht = await wieEnWat(ctx)
      expect(verwacht.clienten).toHaveLength(4)
    })
    await metRegio(async (ctx, map) => {
      await lever(ctx, ...EERST)
      const eerst = await sleutelwaarden(ctx)
      // a program that runs meanwhile, with the keys it knew
      const ander: Context = { ...ctx, sleutels: openSleutels(map) }
      ander.sleutels.vind(ctx.regioId, 'wmo')
      await breekAf(ctx, 1)
      await lever(ander, ...DAN)
      expect(await lever(ander, ...EERST)).toMatchObject({ verwerkt: 0, dubbel: EERST.length })
      expect(await wisselSleutels({ ...ctx, sleutels: openSleutels(map) })).toMatchObject({ hervat: true })
      const twee = await sleutelwaarden(ctx)
      expect(twee.filter((waarde) => eerst.includes(waarde))).toEqual([])

      // twice, and from a process that never saw the keys before
      expect(await wisselSleutels({ ...ctx, sleutels: openSleutels(map) })).toMatchObject({
        hervat: false,
        clienten: 4,
      })
      expect((await sleutelwaarden(ctx)).filter((waarde) => twee.includes(waarde))).toEqual([])
      const vers: Context = { ...ctx, sleutels: openSleutels(map) }
      await lever(vers, ...LAATST)
      expect(await lever(vers, ...EERST, ...DAN, ...LAATST)).toMatchObject({ verwerkt: 0, dubbel: 12 })
      expect(await wieEnWat(ctx)).toEqual(verwacht)
      expect((await controleerAudit(ctx)).fout).toBeUndefined()

      // the old keys are apart, only for the program
      expect(
        readdirSync(map)
          .filter((naam) => /(wmo|jw)/.test(naam))
          .map((naam) => /-(\d)\./.exec(naam)![1]),
      ).toEqual(['3', '3'])
      const oud = readdirSync(join(map, 'oud'))
      expect(oud).toHaveLength(4)
      for (const naam of oud) expect(statSync(join(map, 'oud', naam)).mode & 0o777).toBe(0o600)
      expect(statSync(join(map, 'oud')).mode & 0o777).toBe(0o700)
      // without one of them nobody is recognised: the program says so, and makes no new client
      rmSync(join(map, 'oud', oud[0]!))
      await expect(lever({ ...ctx, sleutels: openSleutels(map) }, xml301({ identificatie: 'N1' }))).rejects.toThrow(
        /OVERLAP_SLEUTELS_OUD/,
      )
    })
  },
)

test.each([1, 2, 3, 5, 8, 11])(
  'een wissel die na %i keer is afgebroken, gaat verder waar hij was',
  { timeout: 60_000 },
  (na) =>
    metRegio(async (ctx, map) => {
      await lever(ctx, ...EERST, ...DAN)
      const voor = await wieEnWat(ctx)
      await breekAf(ctx, na)
      expect(await wieEnWat(ctx)).toEqual(voor)
      expect(await lever(ctx, ...EERST, ...DAN)).toMatchObject({ verwerkt: 0 })
      expect(await wisselSleutels(ctx)).toMatchObject({ hervat: true })
      expect(readdirSync(map).filter((naam) => naam.includes('-2.'))).toHaveLength(2)
      expect(await lever(ctx, ...EERST, ...DAN)).toMatchObject({ verwerkt: 0, dubbel: 9 })
      expect(await wieEnWat(ctx)).toEqual(voor)
    }),
)

test('S42: berichten wisselen en beoordelen na elkaar, want zij wijzigen dezelfde rijen in een andere volgorde', () =>
  metRegio(async (ctx) => {
    await lever(ctx, ...EERST)
    const gewisseld = async () =>
      (
        await inTransaction(ctx, ({ db }) =>
          sql<{ n: number }>`select count(*)::int as n from bericht where sleutelversie > 1`.execute(db),
        )
      ).rows[0]!.n
    // somebody judges from the first client on; the messages come after the clients
    let oordeel: Promise<number[]> | undefined
    const opVoortgang = () => {
      oordeel ??= inTransaction(ctx, async (binnen) => {
        await lockBeoordeling(binnen)
        const begin = await gewisseld()
        await new Promise((later) => setTimeout(later, 500))
        return [begin, await gewisseld()]
      })
    }
    const { berichten } = await wisselSleutels(ctx, { perKeer: 1, opVoortgang })
    const [begin, einde] = (await oordeel)!
    expect(einde).toBe(begin)
    expect(await gewisseld()).toBe(berichten)
    expect(berichten).toBeGreaterThan(begin!)
  }))

test('alleen wie de regio inricht, wisselt', () =>
  metRegio(async (ctx) => {
    await expect(wisselSleutels(als(ctx, 'privacyfunctionaris'))).rejects.toMatchObject({ status: 403 })
  }))
