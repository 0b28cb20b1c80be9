import { expect } from 'vitest'
import { test } from '../../test/regio.ts'
import { makeTestApp } from '../../test/web.ts'
import { createApp } from '../app.ts'
import { makeLog } from '../platform/log.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

test('ASVS V16.3.3: wie zonder sessie een slot probeert te omzeilen, staat in het logboek van het programma, één keer per minuut', async ({
  ctx,
}) => {
  const regels: string[] = []
  const log = makeLog('silent')
  log.warn = ((gegevens: object, msg: string) =>
    regels.push(JSON.stringify({ ...gegevens, msg }))) as unknown as typeof log.warn
  let nu = ctx.now
  const app = createApp({
    db: ctx.db,
    clock: { now: () => nu, today: () => ctx.today },
    sleutels: ctx.sleutels,
    log,
    voorbeeld: false,
  })
  const stuur = (pad: string, headers: Record<string, string>) =>
    app.request(pad, { method: 'POST', headers, body: 'geheim=1' })
  const elders = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }
  for (let keer = 0; keer < 3; keer++) expect((await stuur('/wachtwoord/EEN-GEHEIM', elders)).status).toBe(403)
  expect((await stuur('/aanbieders/1', { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(400)
  const gemeld = () => regels.map((regel) => JSON.parse(regel) as Record<string, unknown>)
  expect(gemeld()).toMatchObject([
    { msg: 'request refused', code: 'herkomst', route: '/wachtwoord', method: 'POST', status: 403 },
    { msg: 'request refused', code: 'geen-bestanden', route: '/aanbieders', status: 400 },
  ])
  expect(regels.join('')).not.toMatch(/GEHEIM|geheim=1/)

  nu = nu.add({ seconds: 61 })
  await stuur('/wachtwoord/EEN-GEHEIM', elders)
  expect(gemeld()).toHaveLength(3)
  // too often from one address, before anybody is known
  for (let keer = 0, status = 0; status !== 429; keer++) {
    expect(keer).toBeLessThan(200)
    status = (await stuur('/wachtwoord-vergeten', { 'content-type': 'application/x-www-form-urlencoded' })).status
  }
  expect(gemeld().at(-1)).toMatchObject({ code: 'te-vaak', route: '/wachtwoord-vergeten', status: 429 })
})

test('ASVS V16.3.3: wie met een sessie te vaak vraagt, staat bij wat geweigerd is', async ({ ctx }) => {
  const manager = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Marloes de Wit' })
  const wachter = await makeTestApp({ ctx, rol: 'privacyfunctionaris' })
  for (let keer = 0, status = 0; status !== 429; keer++) {
    expect(keer).toBeLessThan(500)
    status = (await manager.post('/zoeken', { zoek: 'veen' })).status
  }
  const html = await lees(wachter.get('/logboek/geweigerd'))
  expect(html).toContain('Te vaak achter elkaar gevraagd')
  expect(html).toContain('Marloes de Wit')
  expect(html).not.toContain('veen')
})
