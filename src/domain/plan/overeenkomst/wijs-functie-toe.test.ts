import { describe, expect } from 'vitest'
import { leesGebeurtenissen, maakAanbieder, maakOvereenkomst, maakPersoon } from '../../../../test/afspraken.ts'
import { als, test as base } from '../../../../test/regio.ts'
import { wijzigContractmanager } from '../aanbieder/wijzig-contractmanager.ts'
import { leesRegelset } from '../inrichting/lees-regelset.ts'
import { maakGebruiker } from '../inrichting/maak-gebruiker.ts'
import { Rollen } from '../inrichting/regelset.ts'
import { ontbrekendeFuncties } from './functies.ts'
import { listFuncties } from './queries.ts'
import { trekFunctieIn, wijsFunctieToe } from './wijs-functie-toe.ts'

const test = base.extend<{ staat: { aanbieder: string; overeenkomstId: string; wit: string; postma: string } }>({
  staat: async ({ ctx }, use) => {
    await use({
      aanbieder: await maakAanbieder(ctx),
      overeenkomstId: await maakOvereenkomst(ctx),
      wit: await maakPersoon(ctx, 'M. de Wit'),
      postma: await maakPersoon(ctx, 'L. Postma'),
    })
  },
})

describe('functies van een overeenkomst', () => {
  test('ROL-04, ROL-23: de vier functies zijn toe te wijzen, RVM’er ook aan meer personen; wat ontbreekt is te zien', async ({
    ctx,
    staat: { overeenkomstId, wit, postma },
  }) => {
    const regels = Rollen.parse((await leesRegelset(ctx, 'rollen', ctx.today)).inhoud)
    const ontbreekt = async () =>
      ontbrekendeFuncties(regels, await listFuncties(ctx, overeenkomstId)).map(({ functie }) => functie)
    expect(await ontbreekt()).toEqual(['contracteigenaar', 'contractmanager', 'achtervanger', 'rvm'])
    await wijsFunctieToe(als(ctx, 'contractmanager'), { overeenkomstId, functie: 'contracteigenaar', gebruikerId: wit })
    await wijsFunctieToe(ctx, { overeenkomstId, functie: 'contractmanager', gebruikerId: wit })
    await wijsFunctieToe(ctx, { overeenkomstId, functie: 'achtervanger', gebruikerId: postma })
    await wijsFunctieToe(ctx, { overeenkomstId, functie: 'rvm', gebruikerId: wit })
    await wijsFunctieToe(ctx, { overeenkomstId, functie: 'rvm', gebruikerId: postma })
    expect(await ontbreekt()).toEqual([])
    expect((await listFuncties(ctx, overeenkomstId)).filter(({ functie }) => functie === 'rvm')).toHaveLength(2)
  })

  test('ROL-09, ROL-23: een functie is niet voor iemand van een aanbieder', async ({
    ctx,
    staat: { overeenkomstId },
  }) => {
    const agb = '98990101'
    const persoon = { naam: 'R. Vos', functie: '', rol: 'aanbieder rvm', agb, voorbeeld: false } as const
    const gebruikerId = await maakGebruiker(ctx, persoon)
    await expect(wijsFunctieToe(ctx, { overeenkomstId, functie: 'rvm', gebruikerId })).rejects.toThrow('bestaat niet')
    expect(await listFuncties(ctx, overeenkomstId)).toEqual([])
  })

  test('ROL-06: contractmanager en achtervanger van één overeenkomst zijn verschillende personen', async ({
    ctx,
    staat: { overeenkomstId, wit },
  }) => {
    await wijsFunctieToe(ctx, { overeenkomstId, functie: 'contractmanager', gebruikerId: wit })
    await expect(wijsFunctieToe(ctx, { overeenkomstId, functie: 'achtervanger', gebruikerId: wit })).rejects.toThrow(
      'kan niet tegelijk',
    )
  })

  test('ROL-06, ROL-23: contractmanager en achtervanger van de aanbieder gelden waar de overeenkomst geen eigen heeft', async ({
    ctx,
    staat: { aanbieder, overeenkomstId, wit, postma },
  }) => {
    await wijzigContractmanager(ctx, { aanbiederIds: [aanbieder], contractmanagerId: wit, achtervangerId: postma })
    expect(await listFuncties(ctx, overeenkomstId)).toMatchObject([
      { functie: 'achtervanger', naam: 'L. Postma', eigen: false },
      { functie: 'contractmanager', naam: 'M. de Wit', eigen: false },
    ])
    await expect(
      wijsFunctieToe(ctx, { overeenkomstId, functie: 'contractmanager', gebruikerId: postma }),
    ).rejects.toThrow('kan niet tegelijk')
    await wijsFunctieToe(ctx, {
      overeenkomstId,
      functie: 'achtervanger',
      gebruikerId: await maakPersoon(ctx, 'S. Yildiz'),
    })
    await wijsFunctieToe(ctx, { overeenkomstId, functie: 'contractmanager', gebruikerId: postma })
    expect(await listFuncties(ctx, overeenkomstId)).toMatchObject([
      { naam: 'S. Yildiz', eigen: true },
      { naam: 'L. Postma', eigen: true },
    ])
  })

  test('een functie gaat over op de nieuwe persoon, met oud en nieuw in het logboek; intrekken kan ook', async ({
    ctx,
    staat: { overeenkomstId, wit, postma },
  }) => {
    await wijsFunctieToe(ctx, { overeenkomstId, functie: 'contracteigenaar', gebruikerId: wit })
    await wijsFunctieToe(ctx, { overeenkomstId, functie: 'contracteigenaar', gebruikerId: postma })
    await trekFunctieIn(ctx, { overeenkomstId, functie: 'contracteigenaar', gebruikerId: postma })
    await expect(
      trekFunctieIn(ctx, { overeenkomstId, functie: 'contracteigenaar', gebruikerId: postma }),
    ).rejects.toMatchObject({ status: 404 })
    expect(await leesGebeurtenissen(ctx, 'functie:toegewezen')).toEqual([
      { wijzigingen: [{ veld: 'contracteigenaar', oud: null, nieuw: 'M. de Wit' }] },
      { wijzigingen: [{ veld: 'contracteigenaar', oud: 'M. de Wit', nieuw: 'L. Postma' }] },
    ])
    expect(await listFuncties(ctx, overeenkomstId)).toEqual([])
  })

  test('wie het niet mag krijgt 403, wat er niet is 404', async ({ ctx, staat: { overeenkomstId, wit } }) => {
    await expect(
      wijsFunctieToe(als(ctx, 'backoffice'), { overeenkomstId, functie: 'rvm', gebruikerId: wit }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(wijsFunctieToe(ctx, { overeenkomstId: wit, functie: 'rvm', gebruikerId: wit })).rejects.toMatchObject({
      status: 404,
    })
  })
})
