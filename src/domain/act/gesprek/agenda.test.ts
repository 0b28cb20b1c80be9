import { describe, expect, test } from 'vitest'
import flevoland from '../../../../db/regelsets/flevoland.json' with { type: 'json' }
import zw from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { maakAgenda, nieuwePunten, type Agendainhoud } from './agenda.ts'
import { Gespreksregels } from './gespreksregels.ts'
import { nummerAgenda } from './nummer-agenda.ts'

const sdfl = flevoland.delen.find(({ deel }) => deel === 'gesprekken')!

const inZw = Gespreksregels.parse(zw.delen.find(({ deel }) => deel === 'gesprekken')!.inhoud)
const inSdfl = Gespreksregels.parse(sdfl.inhoud)
const sjabloon = (code: string, regels = inZw) => regels.sjablonen.find((een) => een.code === code)!

const inhoud: Agendainhoud = {
  kpis: [{ code: 'start-zorg', naam: 'Start zorg', tekst: '61,2%' }],
  zaak: null,
  bevindingen: [
    { id: 'b1', titel: 'Start zorg 2025 onder de norm', toelichting: '', bron: 'kpi' },
    { id: 'b2', titel: 'Certificaat HKZ is verlopen', toelichting: '', bron: 'certificaat' },
  ],
  meegenomen: [{ id: 'p1', titel: 'Wachtlijst dagbesteding', toelichting: '', niveau: 'tactisch' }],
}
const leeg: Agendainhoud = { kpis: [], zaak: null, bevindingen: [], meegenomen: [] }

describe('agenda', () => {
  test('GES-05: zonder inhoud is de agenda het sjabloon, in dezelfde volgorde', () => {
    const { punten } = sjabloon('contractmanagementgesprek')
    expect(maakAgenda(sjabloon('contractmanagementgesprek'), leeg).map(({ titel }) => titel)).toEqual(
      punten.flatMap(({ titel, onder }) => [titel, ...onder.map((punt) => punt.titel)]),
    )
  })

  test.each([
    ['contractmanagementgesprek', inZw, 'kpi:start-zorg', 'sjabloon:kpis'],
    // GES-06: an insufficient KPI is talked about with its figure, anything else where the template says
    ['contractmanagementgesprek', inZw, 'bevinding:b1', 'sjabloon:kpis'],
    ['contractmanagementgesprek', inZw, 'bevinding:b2', 'sjabloon:samenwerking'],
    ['contractmanagementgesprek', inZw, 'punt:p1', 'sjabloon:overig'],
    ['contractvoortgangsgesprek', inSdfl, 'bevinding:b1', 'sjabloon:cijfers'],
    ['contractvoortgangsgesprek', inSdfl, 'bevinding:b2', 'sjabloon:kwaliteit'],
    // a short meeting has no place for figures: the finding stands with the others, the figure is left out
    ['kort', inZw, 'bevinding:b1', 'sjabloon:aanleiding'],
    ['kort', inZw, 'kpi:start-zorg', undefined],
    ['opdrachtgeversoverleg', inZw, 'bevinding:b2', null],
  ] as const)('GES-06: agenda van %s: plaats van een punt, nr. %#', (code, regels, sleutel, onder) => {
    const punt = maakAgenda(sjabloon(code, regels), inhoud).find((een) => een.sleutel === sleutel)
    expect(punt?.onder).toBe(onder)
  })

  test('GES-06: wat er al staat komt er niet nog eens bij, ook niet als iemand het weghaalde', () => {
    const agenda = maakAgenda(sjabloon('contractmanagementgesprek'), inhoud)
    const bestaand = new Set(agenda.map(({ sleutel }) => sleutel))
    expect(bestaand.size).toBe(agenda.length)
    expect(nieuwePunten(bestaand, agenda)).toEqual([])
    bestaand.delete('bevinding:b2')
    expect(nieuwePunten(bestaand, agenda).map(({ sleutel }) => sleutel)).toEqual(['bevinding:b2'])
  })

  test('GES-08: elk punt draagt zijn niveau', () => {
    const agenda = maakAgenda(sjabloon('contractmanagementgesprek'), inhoud)
    const niveau = (sleutel: string) => agenda.find((een) => een.sleutel === sleutel)?.niveau
    expect([niveau('sjabloon:initiatieven'), niveau('sjabloon:lokaal'), niveau('punt:p1')]).toEqual([
      'strategisch',
      'operationeel',
      'tactisch',
    ])
  })

  test('GES-05: punten zijn genummerd in leesvolgorde; een punt zonder kop staat achteraan', () => {
    const punt = (id: string, onderId: string | null, volgorde: number) => ({ id, onderId, volgorde })
    const uit = nummerAgenda([
      punt('weeskind', 'weg', 1),
      punt('b', null, 2),
      punt('b2', 'b', 20),
      punt('b1', 'b', 10),
      punt('a', null, 1),
      punt('b1x', 'b1', 1),
    ])
    expect(uit.map(({ id, nummer, diepte }) => `${nummer} ${id} ${diepte}`)).toEqual([
      '1 a 1',
      '2 b 1',
      '2.1 b1 2',
      '2.1.1 b1x 3',
      '2.2 b2 2',
      '3 weeskind 1',
    ])
  })
})
