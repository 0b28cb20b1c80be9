import { expect } from 'vitest'
import { maakAanbieder } from '../../../test/afspraken.ts'
import { als, test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { listNormwijzigingen } from '../../domain/check/kpi/list-mededelingen.ts'
import { wijzigNorm } from '../../domain/check/kpi/wijzig-norm.ts'
import type { Context } from '../../platform/context.ts'

const PAD = '/inrichting/kpi-start-zorg/versies/2/verteld'
const lees = async (antwoord: Response | Promise<Response>) =>
  (await (await antwoord).text()).replaceAll('\u00a0', ' ').replaceAll('<!-- -->', '')
const wijzig = (ctx: Context) =>
  wijzigNorm(als(ctx, 'functioneel beheerder'), 'start-zorg', {
    wijziging: { norm: '90' },
    geldigVanaf: Temporal.PlainDate.from('2027-01-01'),
    bron: 'Besluit',
    reden: 'Evaluatie',
  })

test('LIF-15: de pagina zegt wie het niet weet en wat dan geldt, en van daar gaat de brief', async ({ ctx }) => {
  const id = await maakAanbieder(ctx)
  await wijzig(ctx)
  const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
  expect(await lees(get('/inrichting/kpi-start-zorg'))).toContain(`href="${PAD}"`)
  const leeg = await lees(get(PAD))
  expect(leeg).toContain('1 aanbieder weet nog niet van deze norm.')
  expect(leeg).toContain('versie 1 blijft gelden')

  const fout = await post(PAD, { kanaal: 'bijeenkomst', datum: '1-1-2028', toelichting: '', aanbieders: id })
  expect(fout.status).toBe(422)
  const html = await lees(fout)
  expect(html).toContain('Schrijf op waar dit uit blijkt')
  expect(html).toMatch(new RegExp(`value="${id}"[^>]*checked|checked[^>]*value="${id}"`))
  const toekomst = await post(PAD, { kanaal: 'post', datum: '1-1-2028', toelichting: 'Brief.', aanbieders: id })
  expect(await lees(toekomst)).toContain('Kies een dag die niet in de toekomst ligt')

  const goed = await post(PAD, { kanaal: 'bijeenkomst', datum: '20-11-2026', toelichting: 'Verslag.', aanbieders: id })
  expect([goed.status, goed.headers.get('location')]).toEqual([303, `${PAD}?gedaan=verteld`])
  const daarna = await lees(get(PAD))
  expect(daarna).toContain('Elke aanbieder kent deze norm.')
  expect(daarna).toContain('bijeenkomst')
  expect((await get('/inrichting/kpi-start-zorg/versies/1/verteld')).status).toBe(404)
})

test('LIF-15: de brief begint met de norm die verandert, en houdt die vast na een fout', async ({ ctx }) => {
  await maakAanbieder(ctx)
  await wijzig(ctx)
  const [norm] = await listNormwijzigingen(ctx)
  const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
  const html = await lees(get(`/brieven/nieuw?norm=${norm!.nieuw.id}`))
  expect(html).toContain('wordt 90%. De norm was 80%')
  const aan = new RegExp(`value="${norm!.nieuw.id}"[^>]*checked|checked[^>]*value="${norm!.nieuw.id}"`)
  expect(html).toMatch(aan)
  const terug = await post('/brieven/nieuw?sjabloon=gewijzigde-afspraken', { onderwerp: '', normen: norm!.nieuw.id })
  expect(terug.status).toBe(422)
  expect(await lees(terug)).toMatch(aan)
})
