import { expect, test } from 'vitest'
import { rangorde } from './beoordeling/rangorde.ts'
import { aanvaardbareCodes, berichtcodes, meldingVan } from './meldingen.ts'

test('elke code van de beoordeling heeft een eigen zin die zegt wat er moet gebeuren', () => {
  const zinnen = [...rangorde, ...berichtcodes.map((code) => ({ code, oordeel: 'wachtend' }))].map(
    ({ code, oordeel }) => meldingVan(code, oordeel),
  )
  expect(new Set(zinnen).size).toBe(zinnen.length)
  expect(zinnen).not.toContain(meldingVan('bestaat niet', 'wachtend'))
  for (const zin of zinnen) {
    expect(zin).toMatch(/^[A-Z].{30,}\.$/)
    expect(zin).not.toMatch(/!|\d{4,}/)
  }
})

test('aanvaarden kan alleen wat niet past, nooit wat door de afspraken is afgekeurd', () => {
  const afgekeurd = rangorde.filter(({ oordeel }) => oordeel === 'afgekeurd').map(({ code }) => code)
  for (const code of aanvaardbareCodes) {
    expect(afgekeurd).not.toContain(code)
  }
  const aangehouden = rangorde.filter(({ oordeel }) => oordeel === 'aangehouden').map(({ code }) => code)
  expect(aanvaardbareCodes).toEqual(expect.arrayContaining(aangehouden))
})
