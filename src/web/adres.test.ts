import type { Context } from 'hono'
import { describe, expect, test } from 'vitest'
import { makeAdreslezer, telbaar } from './adres.ts'
import { toestelInWoorden } from './toestel.ts'

function verzoek(verbinding: string | undefined, doorgestuurd?: string): Context {
  return {
    env: { incoming: { socket: { remoteAddress: verbinding } } },
    req: { header: () => doorgestuurd },
  } as unknown as Context
}

describe('waar een verzoek vandaan komt', () => {
  test.each([
    ['zonder proxy telt de verbinding', [], '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['een onbekende proxy wordt niet geloofd', ['10.0.0.5'], '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['de eigen proxy wel', ['10.0.0.5'], '10.0.0.5', '198.51.100.7', '198.51.100.7'],
    ['wat de browser er zelf bij schreef niet', ['10.0.0.5'], '10.0.0.5', '1.2.3.4, 198.51.100.7', '198.51.100.7'],
    ['door twee proxy’s', ['10.0.0.0/24'], '10.0.0.5', '198.51.100.7, 10.0.0.9', '198.51.100.7'],
    ['IPv4 op een IPv6-verbinding', ['10.0.0.5'], '::ffff:10.0.0.5', '::ffff:198.51.100.7', '198.51.100.7'],
    ['onzin in de kop', ['10.0.0.5'], '10.0.0.5', 'onbekend', '10.0.0.5'],
    ['een lege kop', ['10.0.0.5'], '10.0.0.5', undefined, '10.0.0.5'],
    ['IPv6', ['2001:db8::1'], '2001:db8::1', '2001:db8:1::9', '2001:db8:1::9'],
    ['geen verbinding', [], undefined, '198.51.100.7', ''],
  ] as [string, string[], string | undefined, string | undefined, string][])(
    'U12: %s',
    (_, proxys, verbinding, kop, adres) => {
      expect(makeAdreslezer(proxys)(verzoek(verbinding, kop))).toBe(adres)
    },
  )

  test.each([
    ['198.51.100.7', '198.51.100.7'],
    ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0db8:0000:0001::5', '2001:db8:0:1'],
    ['::1', '0:0:0:0'],
  ])('een IPv6-verbinding telt per /64: %s', (adres, telt) => {
    expect(telbaar(adres)).toBe(telt)
  })
})

describe('een apparaat in woorden', () => {
  test.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox op Windows'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/153.0 Safari/537.36 Edg/153.0',
      'Edge op Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19.0 Safari/604.1',
      'Safari op iPhone',
    ],
    ['Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/153.0 Mobile Safari/537.36', 'Chrome op Android'],
    ['curl/8.0 <script>', 'Onbekende browser op een onbekend apparaat'],
    [undefined, 'Onbekende browser op een onbekend apparaat'],
  ])('%s', (userAgent, woorden) => {
    expect(toestelInWoorden(userAgent)).toBe(woorden)
  })
})
