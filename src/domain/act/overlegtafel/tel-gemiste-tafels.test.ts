import { describe, expect, test } from 'vitest'
import { telGemisteTafels, type Aanwezigheid, type Deelname } from './tel-gemiste-tafels.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const aanleiding = { gemist: 3, zonderReden: 1 }
const reeks = (...standen: Aanwezigheid[]): Deelname[] =>
  standen.map((aanwezigheid, i) => ({ datum: dag(`2026-0${i + 1}-15`), aanwezigheid }))

describe('FRM-20, TAF-11, AMB-16: gemiste overlegtafels', () => {
  test.each<[Aanwezigheid[], number, number, string | null]>([
    [[], 0, 0, null],
    [['aanwezig', 'aanwezig', 'aanwezig'], 0, 0, null],
    [['afgemeld'], 1, 0, null],
    [['afgemeld', 'afgemeld'], 2, 0, null],
    [['afgemeld', 'afgemeld', 'afgemeld'], 3, 0, 'te vaak gemist'],
    [['afgemeld', 'aanwezig', 'afgemeld', 'aanwezig', 'afgemeld'], 3, 0, 'te vaak gemist'],
    [['afwezig'], 1, 1, 'afwezig zonder reden'],
    [['aanwezig', 'aanwezig', 'afwezig', 'aanwezig'], 1, 1, 'afwezig zonder reden'],
    [['afgemeld', 'afgemeld', 'afwezig'], 3, 1, 'afwezig zonder reden'],
  ])('FRM-20: %j is %i gemist, %i zonder reden', (standen, gemist, zonderReden, verwacht) => {
    expect(telGemisteTafels(reeks(...standen), null, aanleiding)).toEqual({ gemist, zonderReden, aanleiding: verwacht })
  })

  test('FRM-20, AMB-16: het tellen begint opnieuw na herstel, op die dag zelf', () => {
    const deelnames = reeks('afwezig', 'afgemeld', 'afgemeld', 'afgemeld')
    const tel = (vanaf: string) => telGemisteTafels(deelnames, dag(vanaf), aanleiding)
    expect(tel('2026-01-15')).toEqual({ gemist: 4, zonderReden: 1, aanleiding: 'afwezig zonder reden' })
    expect(tel('2026-01-16')).toEqual({ gemist: 3, zonderReden: 0, aanleiding: 'te vaak gemist' })
    expect(tel('2026-02-16')).toEqual({ gemist: 2, zonderReden: 0, aanleiding: null })
    expect(tel('2026-05-01')).toEqual({ gemist: 0, zonderReden: 0, aanleiding: null })
  })

  test('TAF-11: de aanleiding komt uit de regelset', () => {
    const deelnames = reeks('afgemeld', 'afwezig')
    expect(telGemisteTafels(deelnames, null, { gemist: 2, zonderReden: 2 }).aanleiding).toBe('te vaak gemist')
    expect(telGemisteTafels(deelnames, null, { gemist: 3, zonderReden: 2 }).aanleiding).toBeNull()
  })
})
