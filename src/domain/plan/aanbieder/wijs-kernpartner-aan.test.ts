import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { leesGebeurtenissen, maakAanbieder, maakPersoon } from '../../../../test/afspraken.ts'
import { als, maakProefregio, test } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import { inTransaction, narrow } from '../../../platform/transaction.ts'
import { findKernpartner, listKernpartnerschap } from './find-kernpartner.ts'
import { listAanbieders } from './list-aanbieders.ts'
import { beeindigKernpartner, wijsKernpartnerAan } from './wijs-kernpartner-aan.ts'

const opNaam = { sorteer: 'naam', richting: 'op', pagina: 1 } as const
const waarom = 'Levert in drie domeinen en is groot.'

describe('CTR-11, ROL-10: kernpartners', () => {
  test('een kernpartner heeft één aanspreekpunt; een ander neemt het over en de geschiedenis blijft', async ({
    ctx,
  }) => {
    const veen = await maakAanbieder(ctx)
    await maakAanbieder(ctx, { agb: '98990108', naam: 'Dijk' })
    const toen = { ...ctx, today: ctx.today.subtract({ days: 10 }) }
    const wit = await maakPersoon(toen, 'M. de Wit')
    const postma = await maakPersoon(toen, 'L. Postma')
    await wijsKernpartnerAan(als(toen, 'contractmanager'), veen, { aanspreekpuntId: wit, motivering: waarom })
    await wijsKernpartnerAan(ctx, veen, { aanspreekpuntId: postma, motivering: waarom })
    expect(await findKernpartner(ctx, veen)).toMatchObject({
      aanspreekpunt: 'L. Postma',
      motivering: waarom,
      tot: null,
    })
    expect(
      (await listKernpartnerschap(ctx, veen)).map(({ aanspreekpunt, vanaf, tot }) => [
        aanspreekpunt,
        vanaf.toString(),
        tot?.toString(),
      ]),
    ).toEqual([
      ['L. Postma', '2026-11-22', undefined],
      ['M. de Wit', '2026-11-12', '2026-11-22'],
    ])
    expect(await leesGebeurtenissen(ctx, 'kernpartner:aangewezen')).toEqual([
      { motivering: waarom, wijzigingen: [{ veld: 'aanspreekpunt', oud: null, nieuw: 'M. de Wit' }] },
      { motivering: waarom, wijzigingen: [{ veld: 'aanspreekpunt', oud: 'M. de Wit', nieuw: 'L. Postma' }] },
    ])
    const { rijen, totaal } = await listAanbieders(ctx, { kernpartner: true }, opNaam)
    expect([totaal, rijen.map(({ naam, aanspreekpunt }) => [naam, aanspreekpunt])]).toEqual([
      1,
      [['Stichting Veenlicht', 'L. Postma']],
    ])
  })

  test('hetzelfde nog een keer verandert niets; beëindigen kan één keer', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    const invoer = { aanspreekpuntId: await maakPersoon(ctx, 'M. de Wit'), motivering: waarom }
    await wijsKernpartnerAan(ctx, veen, invoer)
    await wijsKernpartnerAan(ctx, veen, invoer)
    expect(await leesGebeurtenissen(ctx, 'kernpartner:aangewezen')).toHaveLength(1)
    await beeindigKernpartner(ctx, veen)
    expect(await findKernpartner(ctx, veen)).toBeNull()
    expect((await listAanbieders(ctx, { kernpartner: true }, opNaam)).totaal).toBe(0)
    await expect(beeindigKernpartner(ctx, veen)).rejects.toMatchObject({ status: 409 })
    await wijsKernpartnerAan(ctx, veen, invoer)
    expect((await findKernpartner(ctx, veen))?.aanspreekpunt).toBe('M. de Wit')
  })

  test('het aanspreekpunt mag contracten beheren; wie het niet mag krijgt 403, wat er niet is 404', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    const backoffice = await maakPersoon(ctx, 'T. Molenaar', 'backoffice')
    const wit = await maakPersoon(ctx, 'M. de Wit')
    await expect(
      wijsKernpartnerAan(ctx, veen, { aanspreekpuntId: backoffice, motivering: waarom }),
    ).rejects.toMatchObject({
      status: 422,
      code: 'aanspreekpuntId',
    })
    await expect(wijsKernpartnerAan(ctx, wit, { aanspreekpuntId: wit, motivering: waarom })).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      wijsKernpartnerAan(als(ctx, 'beleid'), veen, { aanspreekpuntId: wit, motivering: waarom }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(beeindigKernpartner(als(ctx, 'beleid'), veen)).rejects.toMatchObject({ status: 403 })
  })

  test('een aanbieder ziet zijn aanspreekpunt, niet waarom; een ander ziet niets', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    await wijsKernpartnerAan(ctx, veen, { aanspreekpuntId: await maakPersoon(ctx, 'M. de Wit'), motivering: waarom })
    const eigen = als(ctx, 'aanbieder', '98990101')
    await narrow(eigen)
    expect(await findKernpartner(eigen, veen)).toMatchObject({ aanspreekpunt: 'M. de Wit', motivering: '' })
    const ander = als(ctx, 'aanbieder', '98990999')
    await narrow(ander)
    expect(await findKernpartner(ander, veen)).toBeNull()
  })

  test('ROL-10: twee mensen wijzen tegelijk iemand aan: er blijft precies één aanspreekpunt', async ({ sleutels }) => {
    await using fresh = await freshDatabase({ max: 6 })
    const ctx = await maakProefregio(fresh.db, sleutels)
    const veen = await inTransaction(ctx, maakAanbieder)
    const personen = [
      await maakPersoon(ctx, 'M. de Wit'),
      await maakPersoon(ctx, 'L. Postma'),
      await maakPersoon(ctx, 'S. Yildiz'),
    ]
    await Promise.all(
      personen.map((aanspreekpuntId) => wijsKernpartnerAan(ctx, veen, { aanspreekpuntId, motivering: waarom })),
    )
    await inTransaction(ctx, async (ctx) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from kernpartner where tot is null`.execute(
        ctx.db,
      )
      expect(rows).toEqual([{ n: 1 }])
      expect(await listKernpartnerschap(ctx, veen)).toHaveLength(3)
    })
  })
})
