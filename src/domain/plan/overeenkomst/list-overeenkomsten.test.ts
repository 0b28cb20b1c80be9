import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst, maakPersoon } from '../../../../test/afspraken.ts'
import { als, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { narrow } from '../../../platform/transaction.ts'
import { wijzigContractmanager } from '../aanbieder/wijzig-contractmanager.ts'
import { volgendeVerlenging } from './beslismoment.ts'
import { faseOp } from './fase.ts'
import { leesRegels } from './lees-regels.ts'
import { listOvereenkomsten, type Overeenkomstfilter } from './list-overeenkomsten.ts'
import { listProducten } from './list-producten.ts'
import { findOvereenkomst, listGemeentenVan, listJaren } from './queries.ts'
import { einddatumNa } from './verlenging.ts'

const opNummer = { sorteer: 'nummer', richting: 'op', pagina: 1 } as const

const nummers = async (
  ctx: Context,
  filter: Overeenkomstfilter,
  bladzijde: Parameters<typeof listOvereenkomsten>[2] = opNummer,
) => (await listOvereenkomsten(ctx, filter, bladzijde)).rijen.map(({ nummer }) => nummer)

async function maakVier(ctx: Context) {
  await maakAanbieder(ctx)
  await maakOvereenkomst(ctx, { overeenkomst: 'A-1' })
  await maakOvereenkomst(ctx, { overeenkomst: 'B-2', begindatum: '2027-01-01', onderwerp: 'Begeleiding' })
  await maakOvereenkomst(ctx, { overeenkomst: 'C-3', einddatum: '2026-11-21', gemeenten: '0479' })
  await maakOvereenkomst(ctx, { overeenkomst: 'D-4', einddatum: '2025-12-31', agb: '99999999' })
  await sql`update overeenkomst set verlengd = 1 where nummer = 'D-4'`.execute(ctx.db)
}

describe('lijst van overeenkomsten', () => {
  test.for<[Overeenkomstfilter, string[]]>([
    [{}, ['A-1', 'B-2', 'C-3', 'D-4']],
    [{ fase: 'loopt' }, ['A-1']],
    [{ fase: 'implementatie' }, ['B-2']],
    [{ fase: 'afgelopen' }, ['C-3']],
    [{ fase: 'verlengd' }, ['D-4']],
    [{ gemeente: '0479' }, ['C-3']],
    [{ zoek: 'begeleiding' }, ['B-2']],
    [{ zoek: 'a-1 huish' }, ['A-1']],
    [{ relatietype: 'subsidie' }, []],
    [{ domein: 'jeugd' }, []],
    [{ domein: 'wmo' }, ['A-1', 'B-2', 'C-3', 'D-4']],
  ])('LIF-06: filter %j', async ([filter, verwacht], { ctx }) => {
    await maakVier(ctx)
    expect(await nummers(ctx, filter)).toEqual(verwacht)
  })

  test('LIF-06: de fase in de lijst is de fase van de regel, op elke dag rond het begin en het einde', async ({
    ctx,
  }) => {
    await maakVier(ctx)
    for (const today of [
      '2023-12-31',
      '2024-01-01',
      '2026-11-21',
      '2026-11-22',
      '2026-12-31',
      '2027-01-01',
      '2027-12-31',
      '2028-01-01',
    ]) {
      const toen = { ...ctx, today: Temporal.PlainDate.from(today) }
      const alle = (await listOvereenkomsten(toen, {}, opNummer)).rijen
      for (const fase of ['implementatie', 'loopt', 'verlengd', 'afgelopen'] as const) {
        expect(await nummers(toen, { fase })).toEqual(
          alle.filter((een) => faseOp(een, toen.today) === fase).map(({ nummer }) => nummer),
        )
      }
    }
  })

  test('sorteert op looptijd en onderwerp, en vindt wat bij iemand hoort', async ({ ctx }) => {
    await maakVier(ctx)
    expect(await nummers(ctx, {}, { ...opNummer, sorteer: 'looptTot' })).toEqual(['C-3', 'D-4', 'A-1', 'B-2'])
    expect((await nummers(ctx, {}, { ...opNummer, sorteer: 'onderwerp' }))[0]).toBe('B-2')
    const wit = await maakPersoon(ctx, 'M. de Wit')
    await wijzigContractmanager(ctx, { aanbiederIds: [await maakAanbieder(ctx)], achtervangerId: wit })
    expect(await nummers(ctx, { contractmanager: wit })).toEqual(['A-1', 'B-2', 'C-3'])
  })

  test('een aanbieder ziet alleen de eigen overeenkomsten, met wat eronder hangt', async ({ ctx }) => {
    await maakVier(ctx)
    const { rows } = await sql<{ id: string }>`select id from overeenkomst where nummer = 'A-1'`.execute(ctx.db)
    const ander = als(ctx, 'aanbieder', '99999999')
    await narrow(ander)
    expect(await nummers(ander, {})).toEqual(['D-4'])
    expect(await nummers(ander, { zoek: 'huishoudelijke' })).toEqual(['D-4'])
    await expect(findOvereenkomst(ander, rows[0]!.id)).rejects.toMatchObject({ status: 404 })
    expect(await listProducten(ander, rows[0]!.id)).toEqual([])
    expect(await listJaren(ander, rows[0]!.id)).toEqual([])
  })

  test('einddatum na verlengingen is in de database dezelfde als in de regel', async ({ ctx }) => {
    const dagen = ['2024-02-28', '2024-02-29', '2024-01-30', '2024-01-31', '2024-12-31', '2024-06-30', '2023-02-28']
    for (const dag of dagen) {
      for (const maanden of [1, 6, 12, 13]) {
        const { rows } = await sql<{
          einde: Temporal.PlainDate
        }>`select einde_na_maanden(${dag}::date, ${maanden}) as einde`.execute(ctx.db)
        const looptijd = { einddatum: Temporal.PlainDate.from(dag), verlengingen: 1, verlengingMaanden: maanden }
        expect(rows[0]!.einde.toString(), `${dag} + ${maanden}`).toBe(einddatumNa(looptijd, 1).toString())
      }
    }
  })
})

describe('één overeenkomst', () => {
  test('CTR-01: wie, waarvoor, tot wanneer, wanneer verlengen, en hoeveel ruimte, uit één set vragen', async ({
    ctx,
  }) => {
    await maakAanbieder(ctx)
    const id = await maakOvereenkomst(ctx)
    await maakOvereenkomst(ctx, { productcode: '01A04', product: 'Plus', tariefCent: 4000 })
    await maakOvereenkomst(ctx, { jaar: 2025, tariefCent: 3664, plafondCent: '' })
    await sql`insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
      values (${ctx.regioId}, '98990101', '2026-02-01', ${id}, 1, 1000), (${ctx.regioId}, '98990101', '2026-04-01', ${id}, 1, 500)`.execute(
      ctx.db,
    )

    const overeenkomst = await findOvereenkomst(ctx, id)
    expect(overeenkomst).toMatchObject({
      nummer: 'ZW-HO-001',
      aanbieder: 'Stichting Veenlicht',
      kvk: '99331200',
      verlengingen: 2,
    })
    expect(await listGemeentenVan(ctx, id)).toEqual([
      { code: '0385', naam: 'Edam-Volendam' },
      { code: '0439', naam: 'Purmerend' },
    ])
    expect(
      (await listProducten(ctx, id)).map(({ code, tarieven }) => [
        code,
        tarieven.map(({ cent, tot }) => [tot.toString(), cent]),
      ]),
    ).toEqual([
      [
        '01A03',
        [
          ['2025-12-31', 3664],
          ['2026-12-31', 3759],
        ],
      ],
      ['01A04', [['2026-12-31', 4000]]],
    ])
    expect(await listJaren(ctx, id)).toEqual([
      {
        jaar: 2026,
        plafondCent: 41_000_000,
        gedeclareerdCent: 1500,
        perMaandCent: [0, 1000, 0, 500, 0, 0, 0, 0, 0, 0, 0, 0],
      },
    ])
  })

  test('CTR-10: de eerstvolgende verlenging heeft een uiterste beslisdag; na de laatste is er geen', async ({
    ctx,
  }) => {
    await maakAanbieder(ctx)
    const overeenkomst = await findOvereenkomst(ctx, await maakOvereenkomst(ctx))
    const regels = await leesRegels(ctx)
    const eerste = volgendeVerlenging(overeenkomst, regels)
    expect([eerste!.optie, eerste!.uiterlijkBeslissen.toString(), eerste!.metVerlengingTotEnMet.toString()]).toEqual([
      1,
      '2027-06-30',
      '2028-12-31',
    ])
    expect(volgendeVerlenging({ ...overeenkomst, verlengd: 1 }, regels)!.optie).toBe(2)
    expect(volgendeVerlenging({ ...overeenkomst, verlengd: 2 }, regels)).toBeNull()
    expect(regels.bronnen.verlenging.bron).toContain('Contractstandaard')
  })
})
