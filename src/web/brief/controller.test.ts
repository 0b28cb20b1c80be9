import { expect } from 'vitest'
import { maakAanbieder } from '../../../test/afspraken.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { leesDatum } from '../lees-datum.ts'

test('de datum die al in het formulier staat is een datum die het formulier leest', async ({ ctx }) => {
  await maakAanbieder(ctx)
  const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
  const html = await (await get('/publicaties/nieuw')).text()
  const datum = /name="datum"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="datum"/.exec(html)
  expect(leesDatum((datum![1] ?? datum![2])!.replaceAll('&nbsp;', ' '))?.toString()).toBe('2026-11-22')
})

test('DOC-02: wat ontbreekt staat bij het veld, en wat was ingevuld blijft staan', async ({ ctx }) => {
  await maakAanbieder(ctx)
  const { post } = await makeTestApp({ ctx, rol: 'contractmanager' })
  const antwoord = await post('/brieven/nieuw?sjabloon=gewijzigde-afspraken', {
    onderwerp: 'Norm',
    'veld-wijziging': 'De norm wordt 85%.',
    'veld-ingang': '22 nov 2026',
    'veld-reden': '',
  })
  const html = await antwoord.text()
  expect(antwoord.status).toBe(422)
  expect(html).toContain('Vul in: reden')
  expect(html).toContain('Een wijziging wordt medegedeeld voordat zij ingaat')
  expect(html).toContain('De norm wordt 85%.')
})
