import { describe, expect, test } from 'vitest'
import { maakHerstelcodes, vindHerstelcode } from './herstelcodes.ts'
import { leesToken, maakToken } from './token.ts'
import { geheimAlsTekst, maakGeheim, stapVan, totpAdres } from './totp.ts'

// RFC 6238 appendix B, SHA-1: the last six of the eight digits
const RFC = Buffer.from('12345678901234567890')
const op = (seconden: number) => Temporal.Instant.fromEpochMilliseconds(seconden * 1000)

describe('codes van een app', () => {
  test.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
  ])('RFC 6238: op %i is de code %s', (seconden, code, stap) => {
    expect(stapVan(RFC, code, op(seconden), 0)).toBe(stap)
    expect(stapVan(RFC, `${code.slice(0, 3)} ${code.slice(3)}`, op(seconden), 0)).toBe(stap)
    expect(stapVan(RFC, code, op(seconden), stap - 1)).toBe(stap)
    // used before
    expect(stapVan(RFC, code, op(seconden), stap)).toBeUndefined()
    expect(stapVan(RFC, code, op(seconden + 60), 0)).toBeUndefined()
  })

  test('wat geen code is, is mis', () => {
    for (const code of ['', '28708', '2870821', 'abcdef', '２８７０８２', '-87082']) {
      expect(stapVan(RFC, code, op(59), 0)).toBeUndefined()
    }
  })

  test('de app krijgt regio, adres en geheim; wie typt, krijgt groepen van vier', () => {
    const url = new URL(totpAdres(RFC, 'noor@gemeente.example', 'Zaanstreek-Waterland'))
    expect([url.protocol, url.host]).toEqual(['otpauth:', 'totp'])
    expect(decodeURIComponent(url.pathname)).toBe('/Overlap Zaanstreek-Waterland:noor@gemeente.example')
    expect(url.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
    expect(geheimAlsTekst(RFC)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
    expect(maakGeheim()).toHaveLength(20)
  })
})

describe('herstelcodes', () => {
  test('ASVS V6.5.2, V6.5.4: tien, van 59 bits, onder één zout; hoe getypt maakt niet uit', async () => {
    const { codes, zout, hashes } = await maakHerstelcodes()
    expect(new Set(codes).size).toBe(10)
    expect(codes.every((code) => /^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/.test(code))).toBe(true)
    expect(await vindHerstelcode(` ${codes[7]!.toUpperCase().replaceAll('-', '')}`, zout, hashes)).toEqual(hashes[7])
    expect(await vindHerstelcode('aaaa-aaaa-aaaa', zout, hashes)).toBeUndefined()
    expect(await vindHerstelcode(codes[7]!, Buffer.alloc(16), hashes)).toBeUndefined()
  })
})

describe('een token', () => {
  test('S28: 256 willekeurige bits, met de regio; wat er geen is, is niets', () => {
    const regio = '0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'
    const { token, hash } = maakToken(regio)
    expect(leesToken(token)).toEqual({ regioId: regio, hash })
    expect(maakToken(regio).token).not.toBe(token)
    for (const mis of [undefined, '', token.slice(1), `${token}a`, `${token.slice(1)}/`, "' or true --"]) {
      expect(leesToken(mis)).toBeUndefined()
    }
  })
})
