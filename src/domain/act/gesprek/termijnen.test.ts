import { describe, expect, test } from 'vitest'
import flevoland from '../../../../db/regelsets/flevoland.json' with { type: 'json' }
import zw from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { Kalender } from '../../begrippen/werkdagen.ts'
import { Termijnen } from '../../plan/inrichting/regelset.ts'
import { Gespreksregels } from './gespreksregels.ts'
import {
  gesprekstermijnen,
  kanNogReageren,
  rapportageUiterlijk,
  reactieUiterlijk,
  verslagUiterlijk,
} from './termijnen.ts'

const sdfl = flevoland.delen.find(({ deel }) => deel === 'gesprekken')!

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const deel = (naam: string) => zw.delen.find((een) => een.deel === naam)!.inhoud
const { termijnen } = Termijnen.parse(deel('termijnen'))
const kalender = Kalender.parse(deel('feestdagen'))
const inZw = gesprekstermijnen(Gespreksregels.parse(deel('gesprekken')), termijnen, kalender)
const inSdfl = gesprekstermijnen(Gespreksregels.parse(sdfl.inhoud), termijnen, kalender)

describe('termijnen rond een gesprek', () => {
  test.each([
    [
      'GES-03, AMB-09: tien werkdagen voor het gesprek, over Pasen heen',
      rapportageUiterlijk(inZw, dag('2027-04-07')),
      '2027-03-22',
    ],
    ['GES-03, AMB-09: tien werkdagen voor het gesprek', rapportageUiterlijk(inZw, dag('2026-11-25')), '2026-11-11'],
    [
      'GES-17, AMB-11: in Zaanstreek-Waterland een streven van vijf werkdagen',
      verslagUiterlijk(inZw, dag('2026-11-25')),
      '2026-12-02',
    ],
    [
      'GES-17, AMB-11: vijf werkdagen over 5 mei, Hemelvaart en een weekend',
      verslagUiterlijk(inZw, dag('2027-05-04')),
      '2027-05-13',
    ],
    ['GES-17: bij SDFL twee weken', verslagUiterlijk(inSdfl, dag('2026-11-25')), '2026-12-09'],
    ['GES-17, TRM-04: twee weken zijn geen tien werkdagen', verslagUiterlijk(inSdfl, dag('2027-05-03')), '2027-05-18'],
    [
      'GES-17, TRM-05: twee weken die op Eerste Kerstdag eindigen, schuiven door',
      verslagUiterlijk(inSdfl, dag('2026-12-11')),
      '2026-12-28',
    ],
    ['GES-17: een week om te reageren', reactieUiterlijk(inSdfl, dag('2026-12-09')), '2026-12-16'],
    [
      'GES-17, TRM-05: een week die op Nieuwjaarsdag eindigt, schuift door',
      reactieUiterlijk(inSdfl, dag('2026-12-25')),
      '2027-01-04',
    ],
    [
      'AMB-11: in Zaanstreek-Waterland ook een week om te reageren',
      reactieUiterlijk(inZw, dag('2026-12-02')),
      '2026-12-09',
    ],
  ])('%s', (_naam, termijn, verwacht) => {
    expect(termijn?.einddatum.toString()).toBe(verwacht)
    expect(termijn?.stappen.length).toBeGreaterThan(1)
  })

  test('TRM-01: een termijn die de regelset niet heeft, is er niet', () => {
    const zonder = gesprekstermijnen(
      {
        rapportage: { termijn: 'weg', delen: [] },
        verslag: { termijn: 'weg', streven: true, reactie: null },
        termijnen: [],
      },
      termijnen,
      kalender,
    )
    expect([zonder.rapportage, zonder.verslag, zonder.reactie]).toEqual([null, null, null])
    expect(reactieUiterlijk(zonder, dag('2026-12-02'))).toBeNull()
  })

  test.each([
    ['2026-12-09T22:59:59Z', true],
    ['2026-12-09T23:00:00Z', false],
  ])('TRM-03: op %s kan iemand nog reageren: %s', (nu, verwacht) => {
    expect(kanNogReageren(Temporal.Instant.from(nu), dag('2026-12-09'))).toBe(verwacht)
    expect(kanNogReageren(Temporal.Instant.from(nu), null)).toBe(true)
  })
})
