import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import zw from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { isWerkdag, Kalender } from '../../begrippen/werkdagen.ts'
import { stelDatumsVoor } from './stel-datums-voor.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const kalender = Kalender.parse(zw.delen.find(({ deel }) => deel === 'feestdagen')!.inhoud)
const datums = (vraag: Parameters<typeof stelDatumsVoor>[0]) =>
  stelDatumsVoor(vraag, kalender).map((datum) => datum.toString())

describe('voorstel voor data', () => {
  const jaar = { van: dag('2027-01-04'), tot: dag('2027-12-17'), plek: 0, hoeveel: 1 }

  test('CAT-05: vier gesprekken vallen in het midden van vier gelijke delen van het jaar', () => {
    expect(datums({ ...jaar, aantal: 4 })).toEqual(['2027-02-16', '2027-05-14', '2027-08-09', '2027-11-04'])
  })

  test('CAT-05: wat er nog over is van het jaar telt, en nul is niets', () => {
    expect(datums({ ...jaar, van: dag('2027-12-13'), aantal: 1 })).toEqual(['2027-12-15'])
    expect(datums({ ...jaar, aantal: 0 })).toEqual([])
    expect(datums({ ...jaar, van: dag('2027-12-20'), aantal: 2 })).toEqual([])
  })

  test('CAT-05: dertig aanbieders tegelijk krijgen niet dezelfde dag', () => {
    const alle = Array.from({ length: 30 }, (_, plek) => datums({ ...jaar, aantal: 1, plek, hoeveel: 30 })[0])
    expect(new Set(alle).size).toBeGreaterThan(25)
    expect(alle).toEqual(alle.toSorted())
  })

  test('TRM-02: altijd een werkdag binnen de tijd die er is, in volgorde, en bij dezelfde vraag dezelfde dagen', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 7, max: 360 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(59),
        (begin, duur, aantal, hoeveel, plek) => {
          const van = dag('2026-01-01').add({ days: begin })
          const vraag = { aantal, van, tot: van.add({ days: duur }), hoeveel, plek: plek % hoeveel }
          const dagen = stelDatumsVoor(vraag, kalender)
          expect(dagen).toHaveLength(aantal)
          for (const een of dagen) {
            expect(isWerkdag(een, kalender)).toBe(true)
            expect(Temporal.PlainDate.compare(een, vraag.tot)).toBeLessThanOrEqual(0)
          }
          expect(dagen.map(String)).toEqual(dagen.map(String).toSorted())
          expect(stelDatumsVoor(vraag, kalender).map(String)).toEqual(dagen.map(String))
        },
      ),
    )
  })
})
