import { describe, expect } from 'vitest'
import { leesGebeurtenissen, maakAanbieder } from '../../../../test/afspraken.ts'
import { als, test } from '../../../../test/regio.ts'
import {
  ContactpersoonInvoer,
  verwijderContactpersoon,
  voegContactpersoonToe,
  wijzigContactpersoon,
} from './bewaar-contactpersoon.ts'
import { listContactpersonen } from './queries.ts'

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
    expect(await listContactpersonen(ctx, veen)).toEqual([{ id, ...bruin, telefoon: '' }])
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

  test.for([
    [{ ...bruin, naam: ' ' }, 'naam'],
    [{ ...bruin, email: 'geen adres' }, 'email'],
    [{ ...bruin, telefoon: 'bel mij' }, 'telefoon'],
    [{ ...bruin, email: '', telefoon: '' }, 'email'],
  ] as const)('wat niet klopt wordt geweigerd: %#', ([invoer, veld]) => {
    expect(ContactpersoonInvoer.safeParse(invoer).error?.issues[0]?.path).toEqual([veld])
  })
})
