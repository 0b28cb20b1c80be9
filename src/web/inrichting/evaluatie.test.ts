import { describe, expect } from 'vitest'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'

const PAD = '/inrichting/kpi-start-zorg/evaluatie'
const goed = {
  datum: '2-11-2026',
  gevraagd: '20',
  gereageerd: '14',
  uitkomst: 'De schaal is haalbaar.',
  status: 'geevalueerd',
  geldigVanaf: '1-1-2027',
  bron: 'Verslag van de ronde',
}
const lees = async (antwoord: Response | Promise<Response>) =>
  (await (await antwoord).text()).replaceAll('\u00a0', ' ').replaceAll('<!-- -->', '')

describe('evaluatie vastleggen', () => {
  test('KPI-08: vanaf de definitie, met wie reageerde en wat eruit kwam', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    expect(await lees(get('/inrichting/kpi-start-zorg'))).toContain(`href="${PAD}"`)
    const leeg = await lees(get(PAD))
    expect(leeg).toContain('Continuïteit: start zorg is voorgesteld.')
    expect(leeg).not.toContain('Eerdere raadplegingen')
    // one step at a time: voorgesteld or geëvalueerd
    expect(leeg.match(/type="radio"/g)).toHaveLength(2)

    const antwoord = await post(PAD, goed)
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([
      303,
      '/inrichting/kpi-start-zorg?gedaan=gewijzigd',
    ])
    expect(await lees(get('/inrichting/kpi-start-zorg'))).toContain('De schaal is haalbaar.')
    const daarna = await lees(get(PAD))
    expect(daarna).toContain('14 van 20')
    expect(daarna).toContain('is geëvalueerd.')
  })

  test('KPI-08: wat niet klopt staat bij zijn veld, en wat is ingevuld blijft staan', async ({ ctx }) => {
    const { post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    const antwoord = await post(PAD, { ...goed, datum: '23-11-2026', gereageerd: '21', bron: '' })
    expect(antwoord.status).toBe(422)
    const html = await lees(antwoord)
    for (const melding of ['als zij is geweest', 'waar dit is besloten']) expect(html).toContain(melding)
    expect(html).toContain('De schaal is haalbaar.')
    const meer = await lees(post(PAD, { ...goed, gereageerd: '21' }))
    expect(meer).toContain('niet meer aanbieders reageren dan er zijn gevraagd')
    expect(await lees(post(PAD, { ...goed, status: 'vastgesteld' }))).toContain('kan niet volgen op voorgesteld')
  })

  test('KPI-08, KPI-13: bij een KPI zonder methode wordt ernaar gevraagd', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    const pad = '/inrichting/kpi-clienttevredenheid/evaluatie'
    expect(await lees(get(pad))).toContain('Hoe wordt onderzocht en geteld?')
    expect(await lees(post(pad, { ...goed, status: 'voorgesteld', methode: '' }))).toContain('Vul de methode in')
    expect((await post(pad, { ...goed, status: 'voorgesteld', methode: 'Zeven vragen.' })).status).toBe(303)
  })

  test('KPI-08: alleen de functioneel beheerder, en alleen bij een KPI', async ({ ctx }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect((await manager.get(PAD)).status).toBe(403)
    expect((await manager.post(PAD, goed)).status).toBe(403)
    expect(await lees(manager.get('/inrichting/kpi-start-zorg'))).not.toContain(PAD)
    const beheerder = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    expect((await beheerder.get('/inrichting/feestdagen/evaluatie')).status).toBe(404)
    expect((await beheerder.post('/inrichting/bestaat-niet/evaluatie', goed)).status).toBe(404)
  })
})
