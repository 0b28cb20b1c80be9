import { describe, expect } from 'vitest'
import { als, test } from '../../../../test/regio.ts'
import { leesGebeurtenissen } from '../../../../test/afspraken.ts'
import type { Context } from '../../../platform/context.ts'
import { listVersies } from '../../plan/inrichting/lees-regelset.ts'
import { KpiDefinitie } from './kpi-definitie.ts'
import { legEvaluatieVast, type Evaluatie } from './leg-evaluatie-vast.ts'
import { wijzigNorm } from './wijzig-norm.ts'

const evaluatie: Evaluatie = {
  raadpleging: { datum: '2026-11-02', gevraagd: 20, gereageerd: 14, uitkomst: 'De schaal is haalbaar.' },
  status: 'geevalueerd',
  geldigVanaf: Temporal.PlainDate.from('2027-01-01'),
  bron: 'Verslag van de ronde',
}

async function definitie(ctx: Context, deel = 'kpi-start-zorg') {
  return KpiDefinitie.parse((await listVersies(ctx, deel))[0]!.inhoud)
}

describe('evaluatie met aanbieders', () => {
  test('KPI-08, KPI-07: een ronde langs de aanbieders hoort bij de definitie, en blijft bij elke latere versie', async ({
    ctx,
  }) => {
    const beheerder = als(ctx, 'functioneel beheerder')
    expect(await legEvaluatieVast(beheerder, 'start-zorg', evaluatie)).toMatchObject({ versie: 2 })
    const tweede = { ...evaluatie.raadpleging, datum: '2026-11-20', gereageerd: 20 }
    await legEvaluatieVast(beheerder, 'start-zorg', { ...evaluatie, raadpleging: tweede, status: 'vastgesteld' })
    const { status, raadplegingen, norm } = await definitie(ctx)
    expect({ status, raadplegingen, norm }).toEqual({
      status: 'vastgesteld',
      raadplegingen: [evaluatie.raadpleging, tweede],
      norm: '80',
    })
    const gebeurtenissen = await leesGebeurtenissen(ctx, 'regelsetdeel:gewijzigd')
    expect(gebeurtenissen[0]).toMatchObject({ reden: 'Evaluatie met aanbieders: De schaal is haalbaar.' })
  })

  test('KPI-08: zonder raadpleging wordt een definitie niet geëvalueerd', async ({ ctx }) => {
    const { raadpleging: _, status, ...rest } = evaluatie
    await expect(
      wijzigNorm(als(ctx, 'functioneel beheerder'), 'start-zorg', {
        ...rest,
        wijziging: { status },
        reden: 'evaluatie',
      }),
    ).rejects.toThrow('Leg eerst vast hoe de aanbieders zijn geraadpleegd.')
    expect((await definitie(ctx)).status).toBe('voorgesteld')
  })

  test('KPI-08: een raadpleging die nog moet komen, of met meer reacties dan vragen, wordt geweigerd', async ({
    ctx,
  }) => {
    const beheerder = als(ctx, 'functioneel beheerder')
    const met = (raadpleging: Partial<Evaluatie['raadpleging']>) =>
      legEvaluatieVast(beheerder, 'start-zorg', {
        ...evaluatie,
        raadpleging: { ...evaluatie.raadpleging, ...raadpleging },
      })
    await expect(met({ datum: '2026-11-23' })).rejects.toThrow('ligt in de toekomst')
    await expect(met({ gereageerd: 21 })).rejects.toThrow('niet meer aanbieders reageren')
    expect((await definitie(ctx)).raadplegingen).toEqual([])
  })

  test('KPI-08, KPI-13: bij de eerste evaluatie hoort de methode, als die er nog niet is', async ({ ctx }) => {
    const beheerder = als(ctx, 'functioneel beheerder')
    const eerste = { ...evaluatie, status: 'voorgesteld' } as const
    await expect(legEvaluatieVast(beheerder, 'clienttevredenheid', eerste)).rejects.toThrow('Vul de methode in')
    await legEvaluatieVast(beheerder, 'clienttevredenheid', { ...eerste, methode: 'Zeven vragen per post.' })
    expect(await definitie(ctx, 'kpi-clienttevredenheid')).toMatchObject({
      status: 'voorgesteld',
      methode: 'Zeven vragen per post.',
    })
  })

  test.for(['contractmanager', 'aanbieder', 'beleid'] as const)(
    'KPI-08: een %s legt geen evaluatie vast',
    async (rol, { ctx }) => {
      await expect(legEvaluatieVast(als(ctx, rol), 'start-zorg', evaluatie)).rejects.toThrow(/mag dit niet/)
    },
  )
})
