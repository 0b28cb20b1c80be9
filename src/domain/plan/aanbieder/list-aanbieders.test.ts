import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst, maakPersoon } from '../../../../test/afspraken.ts'
import { als, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { narrow } from '../../../platform/transaction.ts'
import { listAanbiedercijfers } from './list-aanbiedercijfers.ts'
import { listAanbieders, type Aanbiederfilter } from './list-aanbieders.ts'
import { findAanbieder, listGeldPerJaar, listPlaatsen } from './queries.ts'
import { listGebeurtenissen } from './tijdlijn.ts'
import { wijzigContractmanager } from './wijzig-contractmanager.ts'

const opNaam = { sorteer: 'naam', richting: 'op', pagina: 1 } as const

async function maakDrie(ctx: Context) {
  return {
    veen: await maakAanbieder(ctx),
    dijk: await maakAanbieder(ctx, {
      agb: '98990108',
      naam: 'Coöperatie Dijk & Doen',
      plaats: 'Edam',
      grootteklasse: 'klein',
      medewerkers: 9,
    }),
    zee: await maakAanbieder(ctx, {
      agb: '98990115',
      naam: 'Ésmee 100% Zeegras',
      plaats: 'Edam',
      grootteklasse: 'zzp',
      medewerkers: 0,
    }),
  }
}

const namen = async (ctx: Context, filter: Aanbiederfilter, bladzijde: Parameters<typeof listAanbieders>[2] = opNaam) =>
  (await listAanbieders(ctx, filter, bladzijde)).rijen.map(({ agb }) => agb.slice(-3))

describe('lijst van aanbieders', () => {
  test.for<[Aanbiederfilter, string[]]>([
    [{}, ['108', '115', '101']],
    [{ zoek: 'cooperatie' }, ['108']],
    [{ zoek: 'DOEN dijk' }, ['108']],
    [{ zoek: '98990115' }, ['115']],
    [{ zoek: '100%' }, ['115']],
    [{ zoek: 'esmée' }, ['115']],
    [{ zoek: 'bestaat niet' }, []],
    [{ zoek: 'ed' }, ['108', '115', '101']],
    [{ plaats: 'Edam' }, ['108', '115']],
    [{ plaats: 'Edam', grootteklasse: 'zzp' }, ['115']],
    [{ contractmanager: 'geen' }, ['108', '115', '101']],
  ])('filter %j', async ([filter, verwacht], { ctx }) => {
    await maakDrie(ctx)
    expect(await namen(ctx, filter)).toEqual(verwacht)
    expect((await listAanbieders(ctx, filter, opNaam)).totaal).toBe(verwacht.length)
  })

  test('sorteert op naam, plaats en medewerkers, beide kanten op', async ({ ctx }) => {
    await maakDrie(ctx)
    expect(await namen(ctx, {}, { ...opNaam, richting: 'af' })).toEqual(['101', '115', '108'])
    expect(await namen(ctx, {}, { ...opNaam, sorteer: 'medewerkers' })).toEqual(['115', '108', '101'])
    expect((await namen(ctx, {}, { ...opNaam, sorteer: 'plaats' }))[2]).toBe('101')
    expect(await namen(ctx, {}, { ...opNaam, pagina: 2 })).toEqual([])
    expect(await listPlaatsen(ctx)).toEqual(['Edam', 'Purmerend'])
  })

  test('ROL-06: wie geen contractmanager of achtervanger heeft is te vinden, en wie bij iemand hoort ook', async ({
    ctx,
  }) => {
    const { veen, dijk } = await maakDrie(ctx)
    const wit = await maakPersoon(ctx, 'M. de Wit')
    const postma = await maakPersoon(ctx, 'L. Postma')
    await wijzigContractmanager(ctx, { aanbiederIds: [veen], contractmanagerId: wit, achtervangerId: postma })
    await wijzigContractmanager(ctx, { aanbiederIds: [dijk], contractmanagerId: postma })
    expect(await namen(ctx, { contractmanager: 'geen' })).toEqual(['108', '115'])
    expect(await namen(ctx, { contractmanager: postma })).toEqual(['108', '101'])
  })

  test('de aanbieder zelf ziet alleen zichzelf, ook bij zoeken', async ({ ctx }) => {
    const { veen, dijk } = await maakDrie(ctx)
    const zelf = als(ctx, 'aanbieder', '98990108')
    await narrow(zelf)
    expect(await namen(zelf, {})).toEqual(['108'])
    expect(await namen(zelf, { zoek: 'veenlicht' })).toEqual([])
    expect(await namen(zelf, { zoek: 'dijk' })).toEqual(['108'])
    expect(await findAanbieder(zelf, dijk)).toMatchObject({ agb: '98990108' })
    await expect(findAanbieder(zelf, veen)).rejects.toMatchObject({ status: 404 })
  })
})

describe('cijfers naast een aanbieder', () => {
  test('CTR-07: gedeclareerd en plafond van dit jaar, per maand, en de eerste overeenkomst die afloopt', async ({
    ctx,
  }) => {
    const { veen, dijk } = await maakDrie(ctx)
    const een = await maakOvereenkomst(ctx)
    await maakOvereenkomst(ctx, { overeenkomst: 'ZW-2', einddatum: '2027-06-30', plafondCent: 1_000_000 })
    await maakOvereenkomst(ctx, {
      overeenkomst: 'ZW-OUD',
      begindatum: '2020-01-01',
      einddatum: '2023-12-31',
      jaar: 2023,
      plafondCent: 5,
    })
    for (const [maand, cent] of [
      ['2025-06-01', 5],
      ['2025-12-01', 100],
      ['2026-01-01', 200],
      ['2026-10-01', -50],
    ] as const) {
      await sql`insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
        values (${ctx.regioId}, '98990101', ${maand}, ${een}, 1, ${cent})`.execute(ctx.db)
    }
    const aanbieders = (await listAanbieders(ctx, {}, opNaam)).rijen
    const cijfers = await listAanbiedercijfers(ctx, null, aanbieders, 2025)
    expect(cijfers.get(veen)).toMatchObject({
      overeenkomsten: 3,
      gedeclareerdCent: 150,
      plafondCent: 42_000_000,
      perMaandCent: [100, 200, -50],
      openBevindingen: 0,
      oordelen: [],
    })
    expect(cijfers.get(veen)!.eersteEinde!.toString()).toBe('2027-06-30')
    expect(cijfers.get(dijk)).toMatchObject({
      overeenkomsten: 0,
      gedeclareerdCent: 0,
      plafondCent: null,
      eersteEinde: null,
    })
    expect(await listGeldPerJaar(ctx, { id: veen, agb: '98990101' })).toEqual([
      { jaar: 2026, gedeclareerdCent: 150, plafondCent: 42_000_000 },
      { jaar: 2025, gedeclareerdCent: 105, plafondCent: null },
      { jaar: 2023, gedeclareerdCent: 0, plafondCent: 5 },
    ])
  })

  test('de tijdlijn vertelt wat er gebeurde, het nieuwste eerst', async ({ ctx }) => {
    const { veen } = await maakDrie(ctx)
    await maakOvereenkomst(ctx)
    await maakOvereenkomst(ctx, { tariefCent: 3800 })
    const lijst = await listGebeurtenissen(ctx, { id: veen, agb: '98990101' }, 10)
    expect(lijst).toMatchObject([
      {
        wat: 'gewijzigd',
        soort: 'overeenkomst:gewijzigd',
        wijzigingen: [{ veld: 'tarief', oud: '3759', nieuw: '3800' }],
      },
      { wat: 'overeenkomst begonnen', nummer: 'ZW-HO-001' },
    ])
    expect(lijst.map(({ op }) => op.toString())).toEqual(['2026-11-22', '2024-01-01'])
  })
})
