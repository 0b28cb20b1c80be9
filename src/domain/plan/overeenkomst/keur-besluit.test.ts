import { describe, expect, test } from 'vitest'
import bestand from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { Kalender } from '../../begrippen/werkdagen.ts'
import { keurBesluit, keurIntrekken } from './keur-besluit.ts'
import { Verlengingsregels } from './verlenging.ts'
import type { Besluitsoort } from './verlengstand.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const deel = (naam: string) => bestand.delen.find((kandidaat) => kandidaat.deel === naam)?.inhoud
const regels = {
  kalender: Kalender.parse(deel('feestdagen')),
  opzegtermijn: Verlengingsregels.parse(deel('verlenging')).opzegtermijn,
}
// Two options of a year after 31 December 2026: the last days to decide are 30 June 2026 and 30 June 2027.
const tweeOpties = {
  begindatum: dag('2024-01-01'),
  einddatum: dag('2026-12-31'),
  verlengingen: 2,
  verlengingMaanden: 12,
}

const genomen = (besluit: Besluitsoort, besluitdatum: string, vanaf = '2027-01-01', vastgelegd = besluitdatum) => ({
  besluit,
  besluitdatum: dag(besluitdatum),
  vanaf: dag(vanaf),
  vastgelegdOp: Temporal.Instant.from(`${vastgelegd}T22:30:00Z`),
})
const eerste = genomen('verlengen', '2026-05-12')
const tweede = genomen('verlengen', '2027-05-12', '2028-01-01')

const inWoorden = (uitkomst: ReturnType<typeof keurBesluit>) =>
  'weigering' in uitkomst
    ? [uitkomst.veld, uitkomst.weigering].filter(Boolean).join(': ')
    : `optie ${uitkomst.optie}: ${uitkomst.vanaf.toString()} tot en met ${uitkomst.tot.toString()}`

describe('CTR-10: besluiten over verlengen', () => {
  test.for<[string, ReturnType<typeof genomen>[], string]>([
    ['2026-05-12', [], 'optie 1: 2027-01-01 tot en met 2027-12-31'],
    ['2026-06-30', [], 'optie 1: 2027-01-01 tot en met 2027-12-31'],
    ['2024-01-01', [], 'optie 1: 2027-01-01 tot en met 2027-12-31'],
    [
      '2026-07-01',
      [],
      'besluitdatum: Na 30 juni 2026 kan over deze verlenging niet meer worden besloten: de overeenkomst eindigt vanzelf op 31 december 2026. Is het besluit eerder genomen en aan de aanbieder gemeld, vul dan die dag in. Langer doorgaan kan alleen met een nieuwe overeenkomst.',
    ],
    ['2027-06-02', [], 'besluitdatum: Een besluit kan niet na vandaag zijn genomen. Vul de dag van het besluit in.'],
    [
      '2023-12-31',
      [],
      'besluitdatum: De overeenkomst ging in op 1 januari 2024; dit besluit kan niet eerder zijn genomen.',
    ],
    // one at a time, in order
    ['2027-05-12', [eerste], 'optie 2: 2028-01-01 tot en met 2028-12-31'],
    ['2026-05-12', [eerste], 'optie 2: 2028-01-01 tot en met 2028-12-31'],
    [
      '2026-05-11',
      [eerste],
      'besluitdatum: Het vorige besluit is van 12 mei 2026; dit besluit kan niet eerder zijn genomen.',
    ],
    [
      '2027-05-12',
      [eerste, tweede],
      'Alle verlengingen zijn gebruikt; de laatste loopt tot en met 31 december 2028. Langer doorgaan kan alleen met een nieuwe overeenkomst.',
    ],
    // declined
    [
      '2026-06-01',
      [genomen('niet verlengen', '2026-05-12')],
      'Op 12 mei 2026 is besloten niet te verlengen. Trek dat besluit eerst in.',
    ],
    [
      '2027-06-01',
      [eerste, genomen('niet verlengen', '2027-05-12')],
      'Op 12 mei 2027 is besloten niet te verlengen. Trek dat besluit eerst in.',
    ],
    [
      '2026-06-01',
      [genomen('niet verlengen', '2026-05-12'), genomen('intrekken', '2026-05-20')],
      'optie 1: 2027-01-01 tot en met 2027-12-31',
    ],
  ])('besluit van %s', ([besluitdatum, besluiten, verwacht]) => {
    expect(inWoorden(keurBesluit(tweeOpties, besluiten, dag(besluitdatum), dag('2027-06-01'), regels))).toBe(verwacht)
  })

  test('zonder afgesproken verlengingen valt er niets te besluiten', () => {
    const geen = { ...tweeOpties, verlengingen: 0, verlengingMaanden: 0 }
    expect(inWoorden(keurBesluit(geen, [], dag('2026-05-12'), dag('2026-05-12'), regels))).toBe(
      'Bij deze overeenkomst zijn geen verlengingen afgesproken. Langer doorgaan kan alleen met een nieuwe overeenkomst.',
    )
  })
})

describe('CTR-10: een besluit intrekken', () => {
  test.for<[string, ReturnType<typeof genomen>[], string]>([
    ['2026-12-31', [eerste], 'verlengen 2026-05-12'],
    [
      '2027-01-01',
      [eerste],
      'De verlengde termijn loopt al sinds 1 januari 2027. Dit besluit kan niet meer worden ingetrokken.',
    ],
    ['2027-06-01', [eerste, tweede], 'verlengen 2027-05-12'],
    ['2026-12-31', [genomen('niet verlengen', '2026-05-12')], 'niet verlengen 2026-05-12'],
    [
      '2027-01-01',
      [genomen('niet verlengen', '2026-05-12')],
      'De overeenkomst is geëindigd op 31 december 2026. Dit besluit kan niet meer worden ingetrokken.',
    ],
    ['2026-12-31', [], 'Er is geen besluit dat kan worden ingetrokken.'],
    ['2026-12-31', [eerste, genomen('intrekken', '2026-06-01')], 'Er is geen besluit dat kan worden ingetrokken.'],
    // recorded on 1 June 2027 at half past midnight in Amsterdam, of a decision of the year before
    ['2027-06-01', [genomen('verlengen', '2026-05-12', '2027-01-01', '2027-05-31')], 'verlengen 2026-05-12'],
    [
      '2027-06-02',
      [genomen('verlengen', '2026-05-12', '2027-01-01', '2027-05-31')],
      'De verlengde termijn loopt al sinds 1 januari 2027. Dit besluit kan niet meer worden ingetrokken.',
    ],
  ])('op %s', ([vandaag, besluiten, verwacht]) => {
    const uitkomst = keurIntrekken(besluiten, dag(vandaag))
    expect(
      'weigering' in uitkomst ? uitkomst.weigering : `${uitkomst.besluit} ${uitkomst.besluitdatum.toString()}`,
    ).toBe(verwacht)
  })
})
