import { describe, expect } from 'vitest'
import { leesGebeurtenissen, maakPersoon } from '../../../../test/afspraken.ts'
import { als, maakProefregio, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { narrow } from '../../../platform/transaction.ts'
import { bewaarWeergave, listWeergaven, verwijderWeergave } from './bewaar-weergave.ts'

async function persoon(ctx: Context, naam: string): Promise<Context> {
  const van = als(ctx, 'contractmanager')
  return { ...van, actor: { ...van.actor, id: await maakPersoon(ctx, naam), naam } }
}

const klein = {
  lijst: 'aanbieders',
  naam: ' Klein ',
  keuze: { plaats: 'Purmerend', grootte: 'klein', zoek: 'Jansen' },
} as const

describe('weergaven', () => {
  test('staan bij wie ze bewaarde, zonder wat er werd gezocht, en in het logboek', async ({ ctx }) => {
    const [marloes, sven] = [await persoon(ctx, 'Marloes'), await persoon(ctx, 'Sven')]
    expect(await bewaarWeergave(marloes, klein)).toEqual({ grootte: 'klein', plaats: 'Purmerend' })
    await bewaarWeergave(marloes, { ...klein, naam: 'Ander', keuze: { van: 'mij' } })
    const eigen = await listWeergaven(marloes, 'aanbieders')
    expect(eigen.map(({ naam, keuze }) => [naam, keuze])).toEqual([
      ['Ander', { van: 'mij' }],
      ['Klein', { grootte: 'klein', plaats: 'Purmerend' }],
    ])
    // in the order of the list, whatever the order it was kept in
    expect(Object.keys(eigen[1]!.keuze)).toEqual(['grootte', 'plaats'])
    expect(await listWeergaven(marloes, 'berichten')).toEqual([])
    expect(await listWeergaven(sven, 'aanbieders')).toEqual([])
    expect((await leesGebeurtenissen(ctx, 'weergave:bewaard'))[0]).toEqual({
      lijst: 'aanbieders',
      naam: 'Klein',
      grootte: 'klein',
      plaats: 'Purmerend',
    })
  })

  test('een naam één keer per persoon en per lijst, hooguit twintig, en nooit zonder keuze', async ({ ctx }) => {
    const [marloes, sven] = [await persoon(ctx, 'Marloes'), await persoon(ctx, 'Sven')]
    await bewaarWeergave(marloes, klein)
    await expect(bewaarWeergave(marloes, klein)).rejects.toMatchObject({ status: 422 })
    await bewaarWeergave(sven, klein)
    await bewaarWeergave(marloes, { ...klein, lijst: 'kpis', keuze: { jaar: '2025' } })
    await expect(bewaarWeergave(marloes, { ...klein, naam: 'Leeg', keuze: { zoek: 'x' } })).rejects.toMatchObject({
      status: 422,
    })
    await expect(bewaarWeergave(marloes, { ...klein, naam: '123456782' })).rejects.toMatchObject({ status: 422 })
    for (let n = 2; n <= 20; n++) await bewaarWeergave(marloes, { ...klein, naam: `nr ${n}` })
    await expect(bewaarWeergave(marloes, { ...klein, naam: 'nr 21' })).rejects.toMatchObject({ status: 409 })
    expect(await listWeergaven(marloes, 'aanbieders')).toHaveLength(20)
  })

  test('alleen wie haar bewaarde, verwijdert haar', async ({ ctx, db, sleutels }) => {
    const [marloes, sven] = [await persoon(ctx, 'Marloes'), await persoon(ctx, 'Sven')]
    await bewaarWeergave(marloes, klein)
    const { id } = (await listWeergaven(marloes, 'aanbieders'))[0]!
    await expect(verwijderWeergave(sven, id)).rejects.toMatchObject({ status: 404 })
    const elders = { ...(await maakProefregio(db, sleutels, 'Elders')), actor: marloes.actor }
    await expect(verwijderWeergave(elders, id)).rejects.toMatchObject({ status: 404 })
    await narrow(marloes)
    expect(await verwijderWeergave(marloes, id)).toBe('aanbieders')
    expect(await listWeergaven(marloes, 'aanbieders')).toEqual([])
    expect(await leesGebeurtenissen(ctx, 'weergave:verwijderd')).toEqual([{ lijst: 'aanbieders', naam: 'Klein' }])
    await expect(verwijderWeergave(marloes, id)).rejects.toMatchObject({ status: 404 })
  })

  test('de opdrachtregel heeft er geen', async ({ ctx }) => {
    const beheer = { ...ctx, actor: { ...ctx.actor, soort: 'opdrachtregel' as const } }
    await expect(bewaarWeergave(beheer, klein)).rejects.toMatchObject({ status: 404 })
    expect(await listWeergaven(beheer, 'aanbieders')).toEqual([])
  })
})
