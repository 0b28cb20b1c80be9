import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { serve } from '@hono/node-server'
import { expect } from 'vitest'
import { createApp } from '../src/app.ts'
import { breekTrageAf, controleerAanmelden, serverOptions } from '../src/cli/start.ts'
import type { Diensten } from '../src/diensten.ts'
import { makeClock } from '../src/platform/clock.ts'
import { readEnv } from '../src/platform/env.ts'
import { makeLog } from '../src/platform/log.ts'
import { maakAccount } from './accounts.ts'
import { test as metRegio } from './regio.ts'

/** The program behind a real port, as `overlap start` opens it; `stuur` gives the bytes it answers to these bytes. */
const test = metRegio.extend<{ stuur: (regels: string[], inhoud?: string) => Promise<string> }>({
  stuur: async ({ ctx: { db, sleutels } }, use) => {
    const app = createApp({ db, sleutels, clock: makeClock(), log: makeLog('silent'), voorbeeld: false })
    const server = await new Promise<ReturnType<typeof serve>>((klaar) => {
      const begonnen = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0, serverOptions }, () => klaar(begonnen))
    })
    breekTrageAf(server, 300)
    const { port } = server.address() as AddressInfo
    await use(async (regels, inhoud = '') => {
      const verbinding = connect(port, '127.0.0.1')
      verbinding.write([...regels, 'Host: localhost', 'Connection: close', '', inhoud].join('\r\n'))
      let antwoord = ''
      for await (const deel of verbinding) antwoord += String(deel)
      return antwoord
    })
    await new Promise((klaar) => server.close(klaar))
  },
})

test('ASVS V4.2.1: een verzoek waarvan de lengte op twee manieren is te lezen, wordt geweigerd', async ({ stuur }) => {
  const form = 'Content-Type: application/x-www-form-urlencoded'
  const smokkel = '0\r\n\r\nGET /gezond HTTP/1.1\r\nHost: localhost\r\n\r\n'
  const tweemaal = await stuur(['POST /aanmelden HTTP/1.1', form, 'Content-Length: 3', 'Content-Length: 60'], smokkel)
  const beide = await stuur(
    ['POST /aanmelden HTTP/1.1', form, 'Content-Length: 3', 'Transfer-Encoding: chunked'],
    smokkel,
  )
  for (const antwoord of [tweemaal, beide]) {
    expect(antwoord).toMatch(/^HTTP\/1\.1 400 /)
    expect(antwoord).not.toContain('gezond')
  }
  expect(await stuur(['GET /gezond HTTP/1.1'])).toMatch(/^HTTP\/1\.1 200 [\s\S]*gezond/)
})

test('ASVS V13.4.4: TRACE herhaalt niets', async ({ stuur }) => {
  const antwoord = await stuur(['TRACE /aanmelden HTTP/1.1', 'Cookie: __Host-overlap=kanarie'])
  expect(antwoord).toMatch(/^HTTP\/1\.1 4\d\d /)
  expect(antwoord).not.toContain('kanarie')
})

test('ASVS V12.2.1: in productie start het programma alleen met een adres dat https is', async ({ ctx }) => {
  await maakAccount(ctx, 'Noor Haddad')
  const diensten = { db: ctx.db, clock: makeClock(ctx.today) } as Diensten
  const env = (url?: string) => readEnv({ NODE_ENV: 'production', ...(url !== undefined && { OVERLAP_URL: url }) })
  await expect(controleerAanmelden(diensten, env())).rejects.toThrow(/Stel OVERLAP_URL in .* met https/)
  await expect(controleerAanmelden(diensten, env('http://overlap.example'))).rejects.toThrow(/met https/)
  await expect(controleerAanmelden(diensten, env('https://overlap.example'))).resolves.toBeUndefined()
})

test('U13: te lange koppen worden geweigerd, en wie ze niet afmaakt houdt geen verbinding bezet', async ({ stuur }) => {
  expect(await stuur(['GET /gezond HTTP/1.1', `X-Lang: ${'x'.repeat(20_000)}`])).toMatch(/^HTTP\/1\.1 431 /)
  const server = createServer(serverOptions)
  expect(server.headersTimeout).toBeGreaterThan(0)
  expect(server.headersTimeout).toBeLessThanOrEqual(60_000)
})

test('ASVS V15.2.2: wie een formulier druppel voor druppel stuurt, wordt afgebroken; een bestand mag lang duren', async ({
  stuur,
}) => {
  const begin = performance.now()
  const form = ['POST /aanmelden HTTP/1.1', 'Content-Type: application/x-www-form-urlencoded', 'Content-Length: 5000']
  expect(await stuur(form, 'a=')).toBe('')
  expect(performance.now() - begin).toBeLessThan(10_000)

  const gezien: string[] = []
  const server = createServer((verzoek, antwoord) => {
    verzoek.on('data', () => gezien.push('deel')).on('end', () => antwoord.end('klaar'))
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  breekTrageAf(server, 50)
  const verbinding = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const regels = ['POST /inlezen HTTP/1.1', 'Host: x', 'Connection: close', 'Content-Length: 2']
  verbinding.write([...regels, 'Content-Type: multipart/form-data; boundary=x', '', 'a'].join('\r\n'))
  await new Promise((verder) => setTimeout(verder, 250))
  verbinding.write('b')
  expect(await text(verbinding)).toContain('klaar')
  expect(gezien).toHaveLength(2)
  await new Promise((klaar) => server.close(klaar))
})
