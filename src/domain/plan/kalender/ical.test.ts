import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderIcal } from './ical.ts'

const basis = {
  id: '019aaaaa-0000-7000-8000-000000000001',
  titel: 'Verlengen of niet: ZW-HO-001',
  datum: Temporal.PlainDate.from('2027-06-30'),
  toelichting: 'Zonder besluit eindigt de overeenkomst vanzelf.',
  url: 'https://overlap.example/kalender/019aaaaa-0000-7000-8000-000000000001',
  gewijzigdOp: Temporal.Instant.from('2026-11-22T10:00:00.123Z'),
}

/** What a reader of RFC 5545 does: unfold, then split name, parameters and value. */
function lees(ical: string): string[] {
  return ical.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)
}

function waarde(ical: string, naam: string): string {
  const tekst = lees(ical)
    .find((regel) => regel.startsWith(`${naam}:`))!
    .slice(naam.length + 1)
  return tekst.replaceAll(/\\([\\;,nN])/g, (_, teken: string) => (teken.toLowerCase() === 'n' ? '\n' : teken))
}

describe('TRM-03, CAT-05: de kalender voor een agendaprogramma', () => {
  test('een termijn is een hele dag die niemands tijd bezet, met een vast kenmerk', () => {
    expect(lees(renderIcal('Overlap', [basis]))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Overlap//Kalender//NL',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Overlap',
      'X-WR-TIMEZONE:Europe/Amsterdam',
      'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
      'X-PUBLISHED-TTL:PT4H',
      'BEGIN:VEVENT',
      'UID:019aaaaa-0000-7000-8000-000000000001@overlap',
      'DTSTAMP:20261122T100000Z',
      'LAST-MODIFIED:20261122T100000Z',
      'DTSTART;VALUE=DATE:20270630',
      'DTEND;VALUE=DATE:20270701',
      'SUMMARY:Verlengen of niet: ZW-HO-001',
      'DESCRIPTION:Zonder besluit eindigt de overeenkomst vanzelf.',
      'URL:https://overlap.example/kalender/019aaaaa-0000-7000-8000-000000000001',
      'TRANSP:TRANSPARENT',
      'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
      'END:VEVENT',
      'END:VCALENDAR',
    ])
  })

  test('het einde van een jaar of maand is de eerste dag erna', () => {
    const ical = renderIcal('Overlap', [{ ...basis, datum: Temporal.PlainDate.from('2026-12-31') }])
    expect(lees(ical)).toContain('DTEND;VALUE=DATE:20270101')
  })

  test.each([
    ['komma, puntkomma; en \\ streep', 'SUMMARY:komma\\, puntkomma\\; en \\\\ streep'],
    ['twee\nregels\r\nof drie', 'SUMMARY:twee\\nregels\\nof drie'],
    ['een\u0000tab\ten bel\u0007', 'SUMMARY:een tab en bel '],
    ['X\r\nATTENDEE:mailto:a@b.example', 'SUMMARY:X\\nATTENDEE:mailto:a@b.example'],
  ])('%j wordt %j', (titel, verwacht) => {
    const regels = lees(renderIcal('Overlap', [{ ...basis, titel }]))
    expect(regels).toContain(verwacht)
    expect(regels.filter((regel) => regel.startsWith('ATTENDEE'))).toEqual([])
  })

  test('elke tekst komt heel over: regels van hoogstens 75 octetten, nooit midden in een teken, alleen CRLF', () => {
    const teksten = fc
      .string({ unit: 'grapheme', maxLength: 200, size: 'max' })
      .filter((tekst) => !/[\u0000-\u001f\u007f]/.test(tekst))
    fc.assert(
      fc.property(teksten, teksten, (titel, toelichting) => {
        const ical = renderIcal('Overlap', [{ ...basis, titel, toelichting }])
        for (const regel of ical.split('\r\n')) {
          expect(Buffer.byteLength(regel)).toBeLessThanOrEqual(75)
          expect(regel).not.toMatch(/[\r\n]/)
          expect(regel.isWellFormed()).toBe(true)
        }
        expect(ical.endsWith('END:VCALENDAR\r\n')).toBe(true)
        expect([waarde(ical, 'SUMMARY'), waarde(ical, 'DESCRIPTION')]).toEqual([titel, toelichting])
      }),
    )
  })
})
