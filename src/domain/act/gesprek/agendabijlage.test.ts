import { describe, expect, test } from 'vitest'
import { maakAgendabijlage } from './agendabijlage.ts'

const afspraak = {
  id: '0193-proef',
  titel: 'Contractmanagementgesprek Dijk & Doen; en meer, veel meer',
  datum: Temporal.PlainDate.from('2027-03-29'),
  begintijd: '10:00',
  eindtijd: '11:30',
  plaats: 'Stadhuis, zaal 3\nZaandam',
  omschrijving: `Doel: ${'é'.repeat(80)}`,
  volgnummer: 2,
  nu: Temporal.Instant.from('2026-11-22T10:00:00.123Z'),
  organisator: { naam: 'M. "de" Wit', email: 'm.dewit@regio.example' },
  genodigde: { naam: 'Noor\r\nATTENDEE:x', email: 'noor@zorg.example' },
  geannuleerd: false,
}
const regels = (anders = {}) => {
  const { methode, tekst } = maakAgendabijlage({ ...afspraak, ...anders })
  return { methode, tekst, regels: tekst.replaceAll('\r\n ', '').split('\r\n') }
}

describe('agendabijlage', () => {
  test('GES-10: een uitnodiging die elke agenda begrijpt, in zomertijd en wintertijd', () => {
    const { methode, regels: r } = regels()
    expect(methode).toBe('REQUEST')
    expect(r).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'UID:0193-proef@overlap.invalid',
        'SEQUENCE:2',
        'DTSTAMP:20261122T100000Z',
        // summer time began the day before
        'DTSTART:20270329T080000Z',
        'DTEND:20270329T093000Z',
        'SUMMARY:Contractmanagementgesprek Dijk & Doen\\; en meer\\, veel meer',
        'LOCATION:Stadhuis\\, zaal 3\\nZaandam',
        `ORGANIZER;CN="M.  de  Wit":mailto:m.dewit@regio.example`,
      ]),
    )
    expect(regels({ datum: Temporal.PlainDate.from('2026-12-01') }).regels).toContain('DTSTART:20261201T090000Z')
  })

  test('GES-10: een naam kan geen regel toevoegen, en geen regel is langer dan 75 bytes', () => {
    const { tekst, regels: r } = regels()
    expect(r.filter((regel) => regel.startsWith('ATTENDEE'))).toHaveLength(1)
    for (const regel of tekst.split('\r\n')) expect(Buffer.byteLength(regel)).toBeLessThanOrEqual(75)
    expect(r).toContain(`DESCRIPTION:Doel: ${'é'.repeat(80)}`)
    expect(tekst.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  test('STM-02: een gesprek dat niet doorgaat, verdwijnt met hetzelfde kenmerk', () => {
    const { methode, regels: r } = regels({ geannuleerd: true })
    expect([methode, r.includes('STATUS:CANCELLED'), r.includes('UID:0193-proef@overlap.invalid')]).toEqual([
      'CANCEL',
      true,
      true,
    ])
    expect(regels({ organisator: null }).methode).toBe('PUBLISH')
  })
})
