import decodeQR from 'qr/decode.js'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { QrCode } from './qr-code.tsx'

const ADRES =
  'otpauth://totp/Overlap%20Zaanstreek-Waterland:noor%40gemeente.example?issuer=Overlap&secret=GEZDGNBVGY3TQOJQ'

test('de getekende QR-code is te lezen', () => {
  const html = renderToStaticMarkup(<QrCode tekst={ADRES} titel="QR-code" />)
  const zijde = Number(/viewBox="0 0 (\d+) /.exec(html)![1])
  const schaal = 8
  const breedte = zijde * schaal
  const data = new Uint8Array(breedte * breedte * 4).fill(255)
  const vakjes = [...html.matchAll(/M(\d+) (\d+)h1v1h-1z/g)]
  expect(vakjes.length).toBeGreaterThan(300)
  for (const [, x, y] of vakjes) {
    for (let dy = 0; dy < schaal; dy++) {
      const begin = ((Number(y) * schaal + dy) * breedte + Number(x) * schaal) * 4
      for (let dx = 0; dx < schaal; dx++) data.fill(0, begin + dx * 4, begin + dx * 4 + 3)
    }
  }
  expect(decodeQR({ width: breedte, height: breedte, data })).toBe(ADRES)
})
