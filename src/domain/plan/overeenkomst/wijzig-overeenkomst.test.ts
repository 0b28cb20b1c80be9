import { describe, expect } from 'vitest'
import { leesGebeurtenissen, maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import { als, maakProefregio, test as base } from '../../../../test/regio.ts'
import { freshDatabase } from '../../../../test/test.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction, narrow } from '../../../platform/transaction.ts'
import { Overeenkomstgegevens } from './gegevens.ts'
import { listOvereenkomsten } from './list-overeenkomsten.ts'
import { listProducten } from './list-producten.ts'
import { listWijzigingenSinds } from './list-wijzigingen-sinds.ts'
import { findOvereenkomst } from './queries.ts'
import { wijzigOvereenkomst } from './wijzig-overeenkomst.ts'

const gegevens: Overeenkomstgegevens = {
  relatietype: 'inkoop',
  motiveringJuridisch: '',
  motiveringBeleid: '',
  domeinKeuze: null,
  vindplaats: '',
  budgetkader: '',
  beleidskader: '',
  bekostigingsvormen: {},
}
const subsidie = {
  ...gegevens,
  relatietype: 'subsidie' as const,
  motiveringJuridisch: 'Geen opdracht onder bezwarende titel.',
  motiveringBeleid: 'Het veld bepaalt zelf hoe.',
}

const test = base.extend<{ id: string }>({
  id: async ({ ctx }, use) => {
    await maakAanbieder(ctx)
    await use(await maakOvereenkomst(ctx))
  },
})

describe('gegevens van een overeenkomst wijzigen', () => {
  test('CTR-01, CTR-06, ORG-10: vindplaats, kaders en domein, met oud en nieuw in het logboek', async ({ ctx, id }) => {
    const nieuw = {
      ...gegevens,
      vindplaats: 'zaak Z-2023-00418',
      budgetkader: 'Programmabegroting 2026, programma 4',
      beleidskader: 'Beleidsplan sociaal domein 2024-2027',
      domeinKeuze: 'participatie' as const,
    }
    expect(await wijzigOvereenkomst(als(ctx, 'contractbeheerder'), id, nieuw, 0)).toEqual({ gewijzigd: true })
    expect(await findOvereenkomst(ctx, id)).toMatchObject({
      vindplaats: 'zaak Z-2023-00418',
      budgetkader: 'Programmabegroting 2026, programma 4',
      beleidskader: 'Beleidsplan sociaal domein 2024-2027',
      domein: 'participatie',
      gegevensVersie: 1,
    })
    expect(await leesGebeurtenissen(ctx, 'overeenkomst:gewijzigd')).toEqual([
      {
        versie: 1,
        wijzigingen: [
          { veld: 'domeinKeuze', oud: null, nieuw: 'participatie' },
          { veld: 'vindplaats', oud: '', nieuw: 'zaak Z-2023-00418' },
          { veld: 'budgetkader', oud: '', nieuw: 'Programmabegroting 2026, programma 4' },
          { veld: 'beleidskader', oud: '', nieuw: 'Beleidsplan sociaal domein 2024-2027' },
        ],
      },
    ])
  })

  test('niets gewijzigd: geen nieuwe versie en geen gebeurtenis', async ({ ctx, id }) => {
    expect(await wijzigOvereenkomst(ctx, id, gegevens, 0)).toEqual({ gewijzigd: false })
    expect((await findOvereenkomst(ctx, id)).gegevensVersie).toBe(0)
    expect(await leesGebeurtenissen(ctx, 'overeenkomst:gewijzigd')).toEqual([])
  })

  test('ORG-11, ORG-13: subsidie vraagt een juridisch argument en een argument uit het beleid', async ({ ctx, id }) => {
    for (const [anders, code] of [
      [{ motiveringJuridisch: '' }, 'motiveringJuridisch'],
      [{ motiveringBeleid: '' }, 'motiveringBeleid'],
    ] as const) {
      await expect(wijzigOvereenkomst(ctx, id, { ...subsidie, ...anders }, 0)).rejects.toMatchObject({
        status: 422,
        code,
      })
    }
    await wijzigOvereenkomst(ctx, id, subsidie, 0)
    const opNummer = { sorteer: 'nummer', richting: 'op', pagina: 1 } as const
    expect(
      (await listOvereenkomsten(ctx, { relatietype: 'subsidie' }, opNummer)).rijen.map(({ nummer }) => nummer),
    ).toEqual(['ZW-HO-001'])
    expect((await listOvereenkomsten(ctx, { relatietype: 'inkoop' }, opNummer)).rijen).toEqual([])
    await expect(
      wijzigOvereenkomst(ctx, id, { ...subsidie, motiveringJuridisch: '', motiveringBeleid: '' }, 1),
    ).rejects.toMatchObject({ status: 422 })
  })

  test('CTR-05: de bekostigingsvorm staat per product, en een product van een andere overeenkomst doet niet mee', async ({
    ctx,
    id,
  }) => {
    const ander = await maakOvereenkomst(ctx, { overeenkomst: 'ZW-2' })
    const [[regel], [vreemd]] = [await listProducten(ctx, id), await listProducten(ctx, ander)]
    await wijzigOvereenkomst(
      ctx,
      id,
      { ...gegevens, bekostigingsvormen: { [regel!.id]: 'taakgericht', [vreemd!.id]: 'outputgericht' } },
      0,
    )
    expect((await listProducten(ctx, id))[0]!.bekostigingsvorm).toBe('taakgericht')
    expect((await listProducten(ctx, ander))[0]!.bekostigingsvorm).toBeNull()
    expect(await leesGebeurtenissen(ctx, 'overeenkomst:gewijzigd')).toMatchObject([
      { wijzigingen: [{ veld: 'bekostigingsvorm', bij: '01A03', oud: null, nieuw: 'taakgericht' }] },
    ])
  })

  test('opnieuw inlezen laat staan wat geen bestand geeft', async ({ ctx, id }) => {
    const [regel] = await listProducten(ctx, id)
    await wijzigOvereenkomst(
      ctx,
      id,
      { ...subsidie, vindplaats: 'kast 3', domeinKeuze: 'sport', bekostigingsvormen: { [regel!.id]: 'taakgericht' } },
      0,
    )
    await maakOvereenkomst(ctx, { tariefCent: 4000 })
    await maakOvereenkomst(ctx, { onderwerp: 'Hulp', tariefCent: 4000 })
    expect(await findOvereenkomst(ctx, id)).toMatchObject({
      onderwerp: 'Hulp',
      relatietype: 'subsidie',
      vindplaats: 'kast 3',
      domein: 'sport',
      gegevensVersie: 1,
    })
    expect((await listProducten(ctx, id))[0]!.bekostigingsvorm).toBe('taakgericht')
  })

  test('ORG-10: zonder keuze volgt het domein uit de producten', async ({ ctx }) => {
    const jeugd = { productcategorie: '45', productcode: '45A48', product: 'Jeugdhulp' }
    const id = await maakOvereenkomst(ctx, { overeenkomst: 'JW-1', ...jeugd })
    expect(await findOvereenkomst(ctx, id)).toMatchObject({ domein: 'jeugd', domeinKeuze: null })
    await maakOvereenkomst(ctx, { overeenkomst: 'JW-1' })
    expect(await findOvereenkomst(ctx, id)).toMatchObject({ domein: 'wmo', domeinKeuze: null })
  })

  test('een aanbieder leest de motivering, de kaders en de vindplaats niet', async ({ ctx, id }) => {
    await wijzigOvereenkomst(ctx, id, { ...subsidie, vindplaats: 'kast 3', budgetkader: 'b', beleidskader: 'k' }, 0)
    const eigen = als(ctx, 'aanbieder', '98990101')
    await narrow(eigen)
    expect(await findOvereenkomst(eigen, id)).toMatchObject({
      relatietype: 'subsidie',
      motiveringJuridisch: '',
      motiveringBeleid: '',
      vindplaats: '',
      budgetkader: '',
      beleidskader: '',
    })
  })

  test.for(['contracteigenaar', 'backoffice', 'beleid', 'aanbieder'] as const)(
    'een %s wijzigt niets',
    async (rol, { ctx, id }) => {
      await expect(wijzigOvereenkomst(als(ctx, rol), id, gegevens, 0)).rejects.toMatchObject({ status: 403 })
    },
  )

  test.for<[Partial<Record<keyof Overeenkomstgegevens, unknown>>, string]>([
    [{ relatietype: 'contract' }, 'relatietype'],
    [{ domeinKeuze: 'zorg' }, 'domeinKeuze'],
    [{ vindplaats: 'x'.repeat(501) }, 'vindplaats'],
    [{ beleidskader: 'cliënt 999990019' }, 'beleidskader'],
    [{ bekostigingsvormen: { '11111111-1111-4111-8111-111111111111': 'p x q' } }, 'bekostigingsvormen'],
  ])('wat niet klopt wordt geweigerd: %j', ([anders, veld]) => {
    const invoer = { ...gegevens, domeinKeuze: '', ...anders }
    expect(Overeenkomstgegevens.safeParse(invoer).error?.issues[0]?.path[0]).toBe(veld)
  })
})

test('twee tegelijk: de tweede schrijft niets en kan zien wat er is gewijzigd', async ({ sleutels }) => {
  await using fresh = await freshDatabase({ max: 4 })
  const ctx = await maakProefregio(fresh.db, sleutels)
  await inTransaction(ctx, maakAanbieder)
  const id = await inTransaction(ctx, (ctx) => maakOvereenkomst(ctx))
  const aylin: Context = { ...ctx, actor: { ...ctx.actor, naam: 'Aylin Kaya' } }
  const uitkomsten = await Promise.allSettled([
    wijzigOvereenkomst(aylin, id, { ...gegevens, vindplaats: 'kast 3' }, 0),
    wijzigOvereenkomst(aylin, id, { ...gegevens, vindplaats: 'kast 4' }, 0),
  ])
  expect(uitkomsten.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(uitkomsten.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409 } })
  await inTransaction(ctx, async (ctx) => {
    const { vindplaats, gegevensVersie } = await findOvereenkomst(ctx, id)
    expect(gegevensVersie).toBe(1)
    expect(await listWijzigingenSinds(ctx, id, 0)).toMatchObject([
      { door: 'Aylin Kaya', wijzigingen: [{ veld: 'vindplaats', oud: '', nieuw: vindplaats }] },
    ])
    expect(await listWijzigingenSinds(ctx, id, 1)).toEqual([])
  })
})
