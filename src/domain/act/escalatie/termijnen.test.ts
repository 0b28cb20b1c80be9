import { describe, expect, test } from 'vitest'
import { dag, flevoland, kalender, zw } from '../../../../test/escalatie.ts'
import { deelVan, type Ladder } from './ladder.ts'
import { isGeschorst, ontvangstdatum, startTermijn, werkelijkEinde } from './termijnen.ts'
import type { Schorsing, Verzending } from './zaak.ts'

const einde = (ladder: Ladder, code: string, start: string, afgesproken?: string) => {
  const termijn = deelVan(ladder, 'termijnen', code)
  return startTermijn(termijn, dag(start), afgesproken ? dag(afgesproken) : undefined, kalender)
}

// Worked out by hand with a calendar beside it; no term of the program was used to make these.
test.each([
  ['ESA-09: verbeterplan, twee weken', zw.ladder, 'verbeterplan', '2026-11-09', '2026-11-23'],
  ['ESA-09: twee weken tot op tweede pinksterdag schuift door', zw.ladder, 'verbeterplan', '2027-05-03', '2027-05-18'],
  [
    'ESA-09: twee weken tot op nieuwjaarsdag schuift door naar maandag',
    zw.ladder,
    'verbeterplan',
    '2026-12-18',
    '2027-01-04',
  ],
  ['ESA-03, AMB-11: verslag, vijf werkdagen', zw.ladder, 'verslag', '2026-11-09', '2026-11-16'],
  ['ESB-05: reactie, vijftien werkdagen', flevoland.ladder, 'reactie', '2026-11-11', '2026-12-02'],
  ['ESB-05: vijftien werkdagen over Kerst', flevoland.ladder, 'reactie', '2026-12-14', '2027-01-06'],
  ['AMB-38: verbeterplan, tien werkdagen', flevoland.ladder, 'verbeterplan', '2026-11-11', '2026-11-25'],
  ['ESB-12: bezwaar, vijf werkdagen', flevoland.ladder, 'bezwaar', '2026-11-11', '2026-11-18'],
  ['ESB-12: bezwaar over Kerst', flevoland.ladder, 'bezwaar', '2026-12-23', '2026-12-31'],
  ['ESB-12: bezwaar over Koningsdag', flevoland.ladder, 'bezwaar', '2026-04-24', '2026-05-04'],
  ['ESB-12: bezwaar over Bevrijdingsdag', flevoland.ladder, 'bezwaar', '2026-05-01', '2026-05-11'],
  ['ESB-13: directiegesprek, tien werkdagen', flevoland.ladder, 'directiegesprek', '2026-11-16', '2026-11-30'],
  ['ESB-13: directiegesprek over Pasen', flevoland.ladder, 'directiegesprek', '2026-03-30', '2026-04-15'],
  ['AMB-37: wederhoor achteraf, vijf werkdagen', flevoland.ladder, 'wederhoor-achteraf', '2026-11-13', '2026-11-20'],
] as const)('%s', (_, ladder, code, start, verwacht) => {
  const termijn = einde(ladder, code, start)
  expect([termijn.einddatum.toString(), termijn.afgesproken]).toEqual([verwacht, false])
  expect(termijn.stappen[0]).toMatchObject({ soort: 'start' })
  expect(termijn.stappen.at(-1)!.datum.toString()).toBe(verwacht)
})

test('ESA-10: een datum in de brief gaat voor de berekening, en dat is te zien', () => {
  expect(einde(zw.ladder, 'verbeterplan', '2026-11-09', '2026-11-16')).toMatchObject({ afgesproken: true })
  expect(einde(zw.ladder, 'verbeterplan', '2026-11-09', '2026-11-16').einddatum.toString()).toBe('2026-11-16')
  expect(einde(zw.ladder, 'verbeterplan', '2026-11-09', '2026-11-23').afgesproken).toBe(false)
})

describe('TRM-06, DOC-03: wanneer een brief is ontvangen', () => {
  const gevallen: [titel: string, verzending: Partial<Verzending>, verwacht: string][] = [
    ['digitaal: dezelfde dag', { wijze: 'digitaal' }, '2026-11-20'],
    ['aangetekend op vrijdag: de volgende werkdag', { wijze: 'aangetekend' }, '2026-11-23'],
    ['per post op vrijdag: de volgende werkdag', { wijze: 'post' }, '2026-11-23'],
    ['met bewijs van ontvangst: die dag', { wijze: 'aangetekend', ontvangen: dag('2026-11-25') }, '2026-11-25'],
  ]
  test.each(gevallen)('%s', (_, verzending, verwacht) => {
    const volledig = { datum: dag('2026-11-20'), wijze: 'post' as const, kenmerk: '', ...verzending }
    expect(ontvangstdatum(volledig, kalender).toString()).toBe(verwacht)
  })
})

describe('AMB-44: een bezwaar tegen trede 3 zet de hersteltermijn stil', () => {
  const herstel = einde(flevoland.ladder, 'herstel', '2026-11-11', '2026-12-10')
  const schorsing = (eigen: Partial<Schorsing> = {}): Schorsing => ({
    vanaf: dag('2026-11-16'),
    uiterlijk: dag('2026-11-30'),
    tot: null,
    termijnen: ['herstel'],
    ...eigen,
  })
  test.each([
    // ten days stood still: Sunday 20 December rolls to Monday
    ['tot de uitkomst', schorsing({ tot: dag('2026-11-26') }), '2026-12-21'],
    // fourteen days: Thursday 24 December
    ['zonder uitkomst tot tien werkdagen', schorsing(), '2026-12-24'],
    ['een uitkomst van na de tien werkdagen rekt niets op', schorsing({ tot: dag('2026-12-07') }), '2026-12-24'],
    ['een andere termijn loopt door', schorsing({ termijnen: ['verbeterplan'] }), '2026-12-10'],
    [
      'een bezwaar van na de termijn verandert niets',
      schorsing({ vanaf: dag('2026-12-11'), uiterlijk: dag('2026-12-28') }),
      '2026-12-10',
    ],
  ] as const)('%s', (_, een, verwacht) => {
    expect(werkelijkEinde(herstel, [een], kalender).toString()).toBe(verwacht)
  })

  test('op de dag van de uitkomst schort het niet meer op', () => {
    const een = [schorsing({ tot: dag('2026-11-26') })]
    expect(['2026-11-15', '2026-11-16', '2026-11-25', '2026-11-26'].map((iso) => isGeschorst(een, dag(iso)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})
