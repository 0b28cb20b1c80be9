import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst, maakPersoon } from '../../../../test/afspraken.ts'
import { als, test as base } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { narrow } from '../../../platform/transaction.ts'
import { voegContactpersoonToe } from './bewaar-contactpersoon.ts'
import {
  listAlleContactpersonen,
  listContactpersonenUitvoer,
  type Contactpersoonfilter,
} from './list-contactpersonen.ts'
import { wijzigContractmanager } from './wijzig-contractmanager.ts'

const opNaam = { sorteer: 'naam', richting: 'op', pagina: 1 } as const

// Veenlicht holds HO in Purmerend and Edam-Volendam and DB in Zaanstad; Dijk holds nothing.
const test = base.extend<{ staat: { veen: string; ho: string; db: string } }>({
  staat: async ({ ctx }, use) => {
    const veen = await maakAanbieder(ctx)
    const dijk = await maakAanbieder(ctx, { agb: '98990108', naam: 'Coöperatie Dijk & Doen' })
    const ho = await maakOvereenkomst(ctx, { overeenkomst: 'HO' })
    const db = await maakOvereenkomst(ctx, { overeenkomst: 'DB', gemeenten: '0479' })
    const persoon = (aanbieder: string, naam: string, anders: object = {}) =>
      voegContactpersoonToe(ctx, aanbieder, {
        naam,
        functie: 'manager',
        email: `${naam.toLowerCase()}@zorg.example`,
        telefoon: '',
        ...anders,
      })
    await persoon(veen, 'Alles')
    await persoon(veen, 'BijHo', { overeenkomstIds: [ho] })
    await persoon(veen, 'BijDb', { overeenkomstIds: [db] })
    await persoon(veen, 'InEdam', { gemeenteCodes: ['0385'] })
    await persoon(veen, 'InZaanstadVoorHo', { overeenkomstIds: [ho], gemeenteCodes: ['0479'] })
    await persoon(dijk, 'Zoë', { functie: 'directeur' })
    await use({ veen, ho, db })
  },
})

const namen = async (
  ctx: Context,
  filter: Contactpersoonfilter,
  bladzijde: Parameters<typeof listAlleContactpersonen>[2] = opNaam,
) => (await listAlleContactpersonen(ctx, filter, bladzijde)).rijen.map(({ naam }) => naam)

describe('CTR-04: contactpersonenlijst', () => {
  test.for<[string, (staat: { veen: string; ho: string; db: string }) => Contactpersoonfilter, string[]]>([
    ['alles', () => ({}), ['Alles', 'BijDb', 'BijHo', 'InEdam', 'InZaanstadVoorHo', 'Zoë']],
    ['per aanbieder', ({ veen }) => ({ aanbiederId: veen }), ['Alles', 'BijDb', 'BijHo', 'InEdam', 'InZaanstadVoorHo']],
    [
      'per overeenkomst: wie er alleen voor een andere is, niet',
      ({ ho }) => ({ overeenkomstId: ho }),
      ['Alles', 'BijHo', 'InEdam', 'InZaanstadVoorHo'],
    ],
    ['per overeenkomst', ({ db }) => ({ overeenkomstId: db }), ['Alles', 'BijDb', 'InEdam']],
    [
      'per gemeente: wie er voor is, en wie er is voor een overeenkomst die er geldt',
      () => ({ gemeente: '0385' }),
      ['Alles', 'BijHo', 'InEdam'],
    ],
    ['per gemeente', () => ({ gemeente: '0479' }), ['Alles', 'BijDb', 'InZaanstadVoorHo']],
    ['een gemeente zonder overeenkomst', () => ({ gemeente: '0415' }), []],
    ['zoeken op naam zonder accent', () => ({ zoek: 'zoe' }), ['Zoë']],
    ['zoeken op functie', () => ({ zoek: 'directeur' }), ['Zoë']],
    ['zoeken op aanbieder', () => ({ zoek: 'cooperatie' }), ['Zoë']],
    ['zoeken op e-mail', () => ({ zoek: 'bijho@' }), ['BijHo']],
  ])('%s', async ([, filter, verwacht], { ctx, staat }) => {
    expect(await namen(ctx, filter(staat))).toEqual(verwacht)
    expect((await listContactpersonenUitvoer(ctx, filter(staat), opNaam)).map(({ naam }) => naam)).toEqual(verwacht)
    expect((await listAlleContactpersonen(ctx, filter(staat), opNaam)).totaal).toBe(verwacht.length)
  })

  test('op aanbieder, van mij, en wie waarvoor is', async ({ ctx, staat: { veen } }) => {
    expect((await namen(ctx, {}, { ...opNaam, sorteer: 'aanbieder' }))[0]).toBe('Zoë')
    expect((await namen(ctx, {}, { ...opNaam, richting: 'af' }))[0]).toBe('Zoë')
    const wit = await maakPersoon(ctx, 'M. de Wit')
    await wijzigContractmanager(ctx, { aanbiederIds: [veen], achtervangerId: wit })
    expect(await namen(ctx, { contractmanager: wit })).toHaveLength(5)
    const { rijen } = await listAlleContactpersonen(ctx, { zoek: 'inzaanstad' }, opNaam)
    expect(rijen).toMatchObject([
      {
        aanbieder: 'Stichting Veenlicht',
        agb: '98990101',
        overeenkomsten: [{ nummer: 'HO' }],
        gemeenten: [{ naam: 'Zaanstad' }],
      },
    ])
  })

  test('een aanbieder ziet alleen wie bij hem werkt, ook als hij zoekt', async ({ ctx, staat }) => {
    expect(staat.veen).toBeTruthy()
    const dijk = als(ctx, 'aanbieder', '98990108')
    await narrow(dijk)
    expect(await namen(dijk, {})).toEqual(['Zoë'])
    expect(await namen(dijk, { zoek: 'manager' })).toEqual([])
    expect(await namen(dijk, { zoek: 'veenlicht' })).toEqual([])
  })
})
