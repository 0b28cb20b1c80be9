import type { Agendabijlage } from '../../../platform/mail.ts'

type Afspraak = {
  id: string
  titel: string
  datum: Temporal.PlainDate
  begintijd: string
  eindtijd: string
  plaats: string
  omschrijving: string
  volgnummer: number
  nu: Temporal.Instant
  organisator: { naam: string; email: string } | null
  genodigde: { naam: string; email: string }
  geannuleerd: boolean
}

/**
 * The appointment as calendar programs read it (RFC 5545, RFC 5546). The same UID for every change, with a higher SEQUENCE, so that a
 * moved meeting moves in the calendar too. Without an address of who organises it nobody can answer by mail: then it is published only.
 */
export function maakAgendabijlage(afspraak: Afspraak): Agendabijlage {
  const { organisator, genodigde, geannuleerd } = afspraak
  const methode = geannuleerd ? 'CANCEL' : organisator ? 'REQUEST' : 'PUBLISH'
  const regels = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Overlap//gesprekken//NL',
    `METHOD:${methode}`,
    'BEGIN:VEVENT',
    `UID:${afspraak.id}@overlap.invalid`,
    `SEQUENCE:${String(afspraak.volgnummer)}`,
    `DTSTAMP:${utc(afspraak.nu)}`,
    `DTSTART:${utc(moment(afspraak.datum, afspraak.begintijd))}`,
    `DTEND:${utc(moment(afspraak.datum, afspraak.eindtijd))}`,
    `SUMMARY:${tekst(afspraak.titel)}`,
    ...(afspraak.plaats === '' ? [] : [`LOCATION:${tekst(afspraak.plaats)}`]),
    `DESCRIPTION:${tekst(afspraak.omschrijving)}`,
    `STATUS:${geannuleerd ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(organisator ? [`ORGANIZER;CN=${parameter(organisator.naam)}:mailto:${adres(organisator.email)}`] : []),
    `ATTENDEE;CN=${parameter(genodigde.naam)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=${organisator ? 'TRUE' : 'FALSE'}:mailto:${adres(genodigde.email)}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return { methode, tekst: regels.map(vouw).join('\r\n') + '\r\n' }
}

function moment(datum: Temporal.PlainDate, tijd: string): Temporal.Instant {
  return datum.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: tijd }).toInstant()
}

function utc(op: Temporal.Instant): string {
  return op.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}

function tekst(waarde: string): string {
  return waarde
    .replaceAll(/([\\;,])/g, '\\$1')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/[\u0000-\u001f\u007f]/g, '')
}

// A quoted parameter may hold anything but a quote and control characters.
function parameter(waarde: string): string {
  return `"${waarde.replaceAll(/["\u0000-\u001f\u007f]/g, ' ')}"`
}

function adres(email: string): string {
  return email.replaceAll(/[\s<>"\u0000-\u001f]/g, '')
}

/** A line is at most 75 bytes; what is longer goes on after a line end and a space. */
function vouw(regel: string): string {
  const delen: string[] = []
  let deel = ''
  for (const teken of regel) {
    const grens = delen.length === 0 ? 75 : 74
    if (Buffer.byteLength(deel + teken) > grens) {
      delen.push(deel)
      deel = ''
    }
    deel += teken
  }
  return [...delen, deel].join('\r\n ')
}
