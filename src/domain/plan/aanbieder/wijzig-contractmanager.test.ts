import { describe, expect } from 'vitest'
import { leesGebeurtenissen, maakAanbieder, maakPersoon } from '../../../../test/afspraken.ts'
import { als, test as base } from '../../../../test/regio.ts'
import { findAanbieder } from './queries.ts'
import { wijzigContractmanager } from './wijzig-contractmanager.ts'

const test = base.extend<{ mensen: { veen: string; dijk: string; wit: string; postma: string } }>({
  mensen: async ({ ctx }, use) => {
    await use({
      veen: await maakAanbieder(ctx),
      dijk: await maakAanbieder(ctx, { agb: '98990108', naam: 'Dijk & Doen' }),
      wit: await maakPersoon(ctx, 'M. de Wit'),
      postma: await maakPersoon(ctx, 'L. Postma'),
    })
  },
})

describe('contractmanager en achtervanger', () => {
  test('ROL-06: een aanbieder krijgt een vaste contractmanager en een achtervanger', async ({
    ctx,
    mensen: { veen, wit, postma },
  }) => {
    const uitkomst = await wijzigContractmanager(als(ctx, 'contractbeheerder'), {
      aanbiederIds: [veen],
      contractmanagerId: wit,
      achtervangerId: postma,
    })
    expect(uitkomst).toEqual({ gewijzigd: 1 })
    expect(await findAanbieder(ctx, veen)).toMatchObject({ contractmanager: 'M. de Wit', achtervanger: 'L. Postma' })
    expect(await leesGebeurtenissen(ctx, 'aanbieder:contractmanager-gewijzigd')).toEqual([
      {
        wijzigingen: [
          { veld: 'contractmanager', oud: null, nieuw: 'M. de Wit' },
          { veld: 'achtervanger', oud: null, nieuw: 'L. Postma' },
        ],
      },
    ])
  })

  test('ROL-06: voor veel aanbieders tegelijk; wie al goed staat wordt niet gewijzigd', async ({
    ctx,
    mensen: { veen, dijk, wit },
  }) => {
    await wijzigContractmanager(ctx, { aanbiederIds: [veen], contractmanagerId: wit })
    expect(await wijzigContractmanager(ctx, { aanbiederIds: [veen, dijk, dijk], contractmanagerId: wit })).toEqual({
      gewijzigd: 1,
    })
    expect(await findAanbieder(ctx, dijk)).toMatchObject({ contractmanager: 'M. de Wit', achtervanger: null })
    expect(await leesGebeurtenissen(ctx, 'aanbieder:contractmanager-gewijzigd')).toHaveLength(2)
  })

  test('ROL-06: de twee moeten verschillende personen zijn, ook als er één al stond; dan verandert er niets', async ({
    ctx,
    mensen: { veen, dijk, wit, postma },
  }) => {
    await expect(
      wijzigContractmanager(ctx, { aanbiederIds: [veen], contractmanagerId: wit, achtervangerId: wit }),
    ).rejects.toThrow('twee personen')
    await wijzigContractmanager(ctx, { aanbiederIds: [dijk], achtervangerId: postma })
    await expect(wijzigContractmanager(ctx, { aanbiederIds: [veen, dijk], contractmanagerId: postma })).rejects.toThrow(
      'Dat klopt niet bij: Dijk & Doen.',
    )
    expect(await findAanbieder(ctx, veen)).toMatchObject({ contractmanager: null })
  })

  test('alleen wie contracten mag beheren kan het worden', async ({ ctx, mensen: { veen } }) => {
    const toezicht = await maakPersoon(ctx, 'T. Toezicht', 'toezichthouder')
    await expect(
      wijzigContractmanager(ctx, { aanbiederIds: [veen], contractmanagerId: toezicht }),
    ).rejects.toMatchObject({ status: 422 })
  })

  test('een onbekende aanbieder is 404, en wie het niet mag krijgt 403', async ({ ctx, mensen: { veen, wit } }) => {
    const onbekend = '00000000-0000-7000-8000-000000000000'
    await expect(
      wijzigContractmanager(ctx, { aanbiederIds: [veen, onbekend], contractmanagerId: wit }),
    ).rejects.toMatchObject({ status: 404 })
    await expect(
      wijzigContractmanager(als(ctx, 'backoffice'), { aanbiederIds: [veen], contractmanagerId: wit }),
    ).rejects.toMatchObject({ status: 403 })
  })
})
