import { describe, expect } from 'vitest'
import { leesGebeurtenissen, maakPersoon } from '../../../../test/afspraken.ts'
import { als, maakProefregio, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { narrow } from '../../../platform/transaction.ts'
import { wijzigVoorkeuren } from './wijzig-voorkeuren.ts'

async function persoon(ctx: Context, naam: string) {
  const van = als(ctx, 'contractmanager')
  return { ...van, actor: { ...van.actor, id: await maakPersoon(ctx, naam), naam } }
}

const lees = (ctx: Context) =>
  ctx.db
    .selectFrom('gebruiker')
    .select(['naam', 'rijhoogte', 'sneltoetsen'])
    .where('regioId', '=', ctx.regioId)
    .orderBy('naam')
    .execute()

describe('voorkeuren', () => {
  test('gelden voor wie ze wijzigt en voor niemand anders, en staan met oud en nieuw in het logboek', async ({
    ctx,
  }) => {
    const marloes = await persoon(ctx, 'Marloes')
    await persoon(ctx, 'Sven')
    await wijzigVoorkeuren(marloes, { rijhoogte: 'ruim', sneltoetsen: false })
    expect(await lees(ctx)).toEqual([
      { naam: 'Marloes', rijhoogte: 'ruim', sneltoetsen: false },
      { naam: 'Sven', rijhoogte: 'compact', sneltoetsen: true },
    ])
    expect(await leesGebeurtenissen(ctx, 'voorkeuren:gewijzigd')).toEqual([
      { oud: { rijhoogte: 'compact', sneltoetsen: true }, nieuw: { rijhoogte: 'ruim', sneltoetsen: false } },
    ])
  })

  test('ook wie bij een aanbieder werkt heeft ze: wat hij doet komt in een logboek dat hij zelf niet kan lezen', async ({
    ctx,
  }) => {
    const annemiek = await persoon(ctx, 'Annemiek')
    const aanbieder = {
      ...annemiek,
      actor: { ...annemiek.actor, rollen: [{ rol: 'aanbieder', agb: '98990101' }], agb: '98990101' },
    }
    // as outside a test: row-level security knows that this is somebody of an aanbieder
    await narrow(aanbieder)
    await wijzigVoorkeuren(aanbieder, { rijhoogte: 'ruim', sneltoetsen: true })
    expect(await leesGebeurtenissen(aanbieder, 'voorkeuren:gewijzigd')).toEqual([])
    await narrow(ctx)
    expect(await leesGebeurtenissen(ctx, 'voorkeuren:gewijzigd')).toEqual([
      { oud: { rijhoogte: 'compact', sneltoetsen: true }, nieuw: { rijhoogte: 'ruim', sneltoetsen: true } },
    ])
  })

  test('wie niets verandert, laat geen regel na', async ({ ctx }) => {
    await wijzigVoorkeuren(await persoon(ctx, 'Marloes'), { rijhoogte: 'compact', sneltoetsen: true })
    expect(await leesGebeurtenissen(ctx, 'voorkeuren:gewijzigd')).toEqual([])
  })

  test('de opdrachtregel en iemand uit een andere regio hebben er geen', async ({ ctx, db, sleutels }) => {
    const nieuw = { rijhoogte: 'ruim', sneltoetsen: true } as const
    const beheer = { ...ctx, actor: { ...ctx.actor, soort: 'opdrachtregel' as const } }
    await expect(wijzigVoorkeuren(beheer, nieuw)).rejects.toMatchObject({ status: 404 })
    const { actor } = await persoon(ctx, 'Marloes')
    const elders = { ...(await maakProefregio(db, sleutels, 'Elders')), actor }
    await expect(wijzigVoorkeuren(elders, nieuw)).rejects.toMatchObject({ status: 404 })
  })
})
