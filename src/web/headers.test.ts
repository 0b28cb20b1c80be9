import { expect } from 'vitest'
import { test } from '../../test/regio.ts'
import { createApp } from '../app.ts'
import { makeClock } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { makeLog } from '../platform/log.ts'

const VANDAAG = Temporal.PlainDate.from('2026-11-22')

function maakApp({ db, sleutels }: Context, voorbeeld: boolean, beveiligingscontact?: string) {
  return createApp({ db, sleutels, clock: makeClock(VANDAAG), log: makeLog('silent'), voorbeeld, beveiligingscontact })
}

const PADEN = ['/', '/aanmelden', '/bestaat-niet', '/assets/bestaat-niet', '/gezond', '/.well-known/security.txt']

test.for(PADEN)('S19, S20, S21, S22: %s krijgt de beveiligingskoppen', async (pad, { ctx }) => {
  const { headers } = await maakApp(ctx, false).request(pad)
  const kop = (naam: string) => headers.get(naam) ?? ''
  expect(Number(/max-age=(\d+)/.exec(kop('strict-transport-security'))?.[1])).toBeGreaterThanOrEqual(31_536_000)
  expect(kop('strict-transport-security')).toContain('includeSubDomains')
  expect(kop('x-content-type-options')).toBe('nosniff')
  expect(kop('x-frame-options')).toBe('DENY')
  expect(kop('referrer-policy')).toBe('same-origin')
  expect(kop('cache-control')).toBe('no-store')
  const csp = new Map(
    kop('content-security-policy')
      .split(';')
      .map((deel) => deel.trim().split(' '))
      .map(([naam, ...bronnen]) => [naam!, bronnen]),
  )
  for (const naam of ['default-src', 'frame-ancestors', 'base-uri', 'form-action']) expect(csp.has(naam)).toBe(true)
  expect(csp.get('default-src')).toEqual(["'none'"])
  expect(csp.get('frame-ancestors')).toEqual(["'none'"])
  // what internet.nl rejects: unsafe words, schemes, wildcards, loopback
  for (const bron of [...csp.values()].flat()) expect(["'self'", "'none'"]).toContain(bron)
})

test.for(PADEN)(
  'ASVS V3.4.2, V4.1.1: %s noemt zijn soort en tekenset, en laat geen andere site meelezen',
  async (pad, { ctx }) => {
    const antwoord = await maakApp(ctx, false).request(pad, { headers: { origin: 'https://kwaad.example' } })
    const koppen = [...antwoord.headers.keys()].filter((naam) => naam.startsWith('access-control-'))
    expect(koppen).toEqual([])
    if ((await antwoord.text()) !== '')
      expect(antwoord.headers.get('content-type')).toMatch(/^text\/.+; ?charset=utf-8$/i)
  },
)

test('ASVS V15.2.3: de pagina met bouwstenen is er alleen in de voorbeeldregio', ({ ctx }) => {
  const paden = (voorbeeld: boolean) => maakApp(ctx, voorbeeld).routes.map(({ path }) => path)
  expect(paden(true)).toContain('/stijl')
  expect(paden(false)).not.toContain('/stijl')
})

test('S20: de voorbeeldregio draait op http en vraagt geen https', async ({ ctx }) => {
  expect((await maakApp(ctx, true).request('/aanmelden')).headers.get('strict-transport-security')).toBeNull()
})

test('S23: security.txt noemt waar een zwakke plek te melden is, tot hoogstens een jaar vooruit', async ({ ctx }) => {
  const antwoord = await maakApp(ctx, false, 'mailto:beveiliging@gemeente.example').request('/.well-known/security.txt')
  expect(antwoord.headers.get('content-type')?.toLowerCase()).toBe('text/plain; charset=utf-8')
  const regels = (await antwoord.text()).split('\r\n')
  expect(regels).toContain('Contact: mailto:beveiliging@gemeente.example')
  expect(regels).toContain('Expires: 2027-05-22T00:00:00Z')
  expect((await maakApp(ctx, false).request('/.well-known/security.txt')).status).toBe(404)
})
