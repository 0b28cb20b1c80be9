import { expect, test } from 'vitest'
import { begroting } from './begroting.ts'

const jaar = (maanden: number[], jaartal = 2026) => ({
  jaar: jaartal,
  plafondCent: null,
  gedeclareerdCent: 0,
  perMaandCent: [...maanden, ...Array.from({ length: 12 - maanden.length }, () => 0)],
})
const vandaag = Temporal.PlainDate.from('2026-05-26')

test('FRM-10: de prognose rekent met de volledig gedeclareerde maanden, de lopende maand telt niet mee', () => {
  // 1 januari tot en met 30 april is 120 dagen
  const { cumulatief, prognose } = begroting(jaar([10, 20, 30, 40, 999]), vandaag)
  expect(cumulatief).toEqual([10, 30, 60, 100])
  expect(prognose).toEqual({ laag: 100 + 8 * 10, midden: Math.trunc((100 * 365) / 120), hoog: 100 + 8 * 40 })
})

test('een afgesloten jaar heeft geen prognose, een jaar zonder declaraties ook niet', () => {
  expect(
    begroting(
      jaar(
        Array.from({ length: 12 }, () => 1),
        2025,
      ),
      vandaag,
    ),
  ).toEqual({ cumulatief: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], prognose: null })
  expect(begroting(jaar([]), vandaag)).toEqual({ cumulatief: [], prognose: null })
  expect(begroting(jaar([5], 2027), vandaag)).toEqual({ cumulatief: [], prognose: null })
})
