import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { leesGebeurtenissen, maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import { als, test } from '../../../../test/regio.ts'
import {
  ContactpersoonInvoer,
  verwijderContactpersoon,
  voegContactpersoonToe,
  wijzigContactpersoon,
} from './bewaar-contactpersoon.ts'
import { listContactpersonen } from './list-contactpersonen.ts'

const bruin = {
  naam: 'Annemiek Bruin',
  functie: 'directeur',
  email: 'a.bruin@veenlicht.example',
  telefoon: '0299 000 115',
}

describe('contactpersonen', () => {
  test('CTR-04: toevoegen, wijzigen en weghalen, met oud en nieuw in het logboek', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    const id = await voegContactpersoonToe(als(ctx, 'contractmanager'), veen, bruin)
    await wijzigContactpersoon(ctx, veen, id, { ...bruin, telefoon: '' })
    expect(await listContactpersonen(ctx, veen)).toEqual([
      { id, ...bruin, telefoon: '', overeenkomsten: [], gemeenten: [] },
    ])
    expect(await leesGebeurtenissen(ctx, 'contactpersoon:gewijzigd')).toEqual([
      { wijzigingen: [{ veld: 'telefoon', oud: '0299 000 115', nieuw: '' }] },
    ])
    await verwijderContactpersoon(ctx, veen, id)
    expect(await listContactpersonen(ctx, veen)).toEqual([])
  })

  test('CTR-04: een contactpersoon van een andere aanbieder is niet te wijzigen', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    const dijk = await maakAanbieder(ctx, { agb: '98990108', naam: 'Dijk' })
    const id = await voegContactpersoonToe(ctx, veen, bruin)
    await expect(wijzigContactpersoon(ctx, dijk, id, bruin)).rejects.toMatchObject({ status: 404 })
    await expect(voegContactpersoonToe(als(ctx, 'backoffice'), veen, bruin)).rejects.toMatchObject({ status: 403 })
  })

  test('CTR-04: iemand is er voor sommige overeenkomsten en gemeenten, en dat staat in het logboek', async ({
    ctx,
  }) => {
    const veen = await maakAanbieder(ctx)
    const [ho, bg] = [await maakOvereenkomst(ctx), await maakOvereenkomst(ctx, { overeenkomst: 'ZW-BG-001' })]
    const id = await voegContactpersoonToe(ctx, veen, {
      ...bruin,
      overeenkomstIds: [ho],
      gemeenteCodes: ['0439', '0385'],
    })
    expect(await listContactpersonen(ctx, veen)).toMatchObject([
      {
        overeenkomsten: [{ id: ho, nummer: 'ZW-HO-001' }],
        gemeenten: [{ naam: 'Purmerend' }, { naam: 'Edam-Volendam' }],
      },
    ])
    await wijzigContactpersoon(ctx, veen, id, { ...bruin, overeenkomstIds: [ho, bg] })
    expect(await leesGebeurtenissen(ctx, 'contactpersoon:gewijzigd')).toEqual([
      {
        wijzigingen: [
          { veld: 'overeenkomsten', oud: 'ZW-HO-001', nieuw: 'ZW-BG-001, ZW-HO-001' },
          { veld: 'gemeenten', oud: 'Purmerend, Edam-Volendam', nieuw: '' },
        ],
      },
    ])
    await verwijderContactpersoon(ctx, veen, id)
    const { rows } = await sql`select from contactpersoon_overeenkomst where regio_id = ${ctx.regioId}`.execute(ctx.db)
    expect(rows).toEqual([])
  })

  test('CTR-04: een overeenkomst van een ander en een vreemde gemeente bestaan hier niet', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    await maakAanbieder(ctx, { agb: '98990108', naam: 'Dijk' })
    const vreemd = await maakOvereenkomst(ctx, { overeenkomst: 'ZW-2', agb: '98990108' })
    await expect(voegContactpersoonToe(ctx, veen, { ...bruin, overeenkomstIds: [vreemd] })).rejects.toMatchObject({
      status: 404,
    })
    await expect(voegContactpersoonToe(ctx, veen, { ...bruin, gemeenteCodes: ['0363'] })).rejects.toMatchObject({
      status: 404,
    })
  })

  test.for([
    [{ ...bruin, naam: ' ' }, 'naam'],
    [{ ...bruin, email: 'geen adres' }, 'email'],
    [{ ...bruin, telefoon: 'bel mij' }, 'telefoon'],
    [{ ...bruin, email: '', telefoon: '' }, 'email'],
  ] as const)('wat niet klopt wordt geweigerd: %#', ([invoer, veld]) => {
    expect(ContactpersoonInvoer.safeParse(invoer).error?.issues[0]?.path).toEqual([veld])
  })
})
