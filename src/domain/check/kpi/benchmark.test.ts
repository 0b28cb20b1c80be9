import { describe, expect, test } from 'vitest'
import { benchmarks } from './benchmark.ts'

const minima = { benchmarkAndereAanbieders: 5, benchmarkHoogsteAandeelProcent: 50 }
const meting = (agb: string, waarde: string, n = 10) => ({ agb, waarde, n })

describe('benchmark', () => {
  test('ROL-21: zes aanbieders zien elkaar zonder naam: een kwart, de helft en driekwart van de vijf anderen', () => {
    const uitkomst = benchmarks(
      ['80.0', '60.0', '90.0', '70.0', '100.0', '95.0'].map((waarde, i) => meting(`a${i}`, waarde)),
      minima,
    )
    expect(uitkomst.get('a0')).toEqual({ andere: 5, laag: '70.0', midden: '90.0', hoog: '95.0' })
    expect(uitkomst.get('a1')).toEqual({ andere: 5, laag: '80.0', midden: '90.0', hoog: '95.0' })
    expect(uitkomst.get('a4')).toEqual({ andere: 5, laag: '70.0', midden: '80.0', hoog: '90.0' })
  })

  test('ROL-21: met vier anderen is er geen vergelijking', () => {
    const uitkomst = benchmarks(
      ['80', '60', '90', '70', '50'].map((waarde, i) => meting(`a${i}`, waarde)),
      minima,
    )
    expect([...uitkomst.values()]).toEqual([null, null, null, null, null])
  })

  test('ROL-21: weegt één ander meer dan de helft, dan is er geen vergelijking; voor die ander wel', () => {
    const uitkomst = benchmarks(
      [meting('groot', '80', 51), ...['1', '2', '3', '4', '5', '6'].map((agb) => meting(agb, '70', 10))],
      minima,
    )
    expect(uitkomst.get('1')).toBeNull()
    expect(uitkomst.get('groot')).toMatchObject({ andere: 6 })
  })
})
