type Gebeurtenis = {
  id: string
  titel: string
  datum: Temporal.PlainDate
  toelichting: string
  url: string
  gewijzigdOp: Temporal.Instant
}

const REGEL = 75
const VERS = 'PT4H'

/**
 * A calendar to subscribe to (RFC 5545): whole days that keep nobody's time occupied. A term keeps its UID when it moves. Lines end in
 * CRLF and are at most 75 octets; a fold never cuts a character.
 */
export function renderIcal(naam: string, gebeurtenissen: readonly Gebeurtenis[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Overlap//Kalender//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${tekst(naam)}`,
    'X-WR-TIMEZONE:Europe/Amsterdam',
    // how often to look again, for who reads RFC 7986 and for Outlook
    `REFRESH-INTERVAL;VALUE=DURATION:${VERS}`,
    `X-PUBLISHED-TTL:${VERS}`,
    ...gebeurtenissen.flatMap(vevent),
    'END:VCALENDAR',
  ]
    .flatMap(vouw)
    .map((regel) => `${regel}\r\n`)
    .join('')
}

function vevent({ id, titel, datum, toelichting, url, gewijzigdOp }: Gebeurtenis): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}@overlap`,
    `DTSTAMP:${moment(gewijzigdOp)}`,
    `LAST-MODIFIED:${moment(gewijzigdOp)}`,
    `DTSTART;VALUE=DATE:${dag(datum)}`,
    // the day after: an end is not part of what ends
    `DTEND;VALUE=DATE:${dag(datum.add({ days: 1 }))}`,
    `SUMMARY:${tekst(titel)}`,
    `DESCRIPTION:${tekst(toelichting)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
    'END:VEVENT',
  ]
}

function dag(datum: Temporal.PlainDate): string {
  return datum.toString().replaceAll('-', '')
}

function moment(op: Temporal.Instant): string {
  return op.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}

/** TEXT of RFC 5545, 3.3.11: escaped, without other control characters. */
function tekst(waarde: string): string {
  return waarde
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n')
}

/** A line in pieces of at most 75 octets, the space before each next piece included (RFC 5545, 3.1). */
function vouw(regel: string): string[] {
  const stukken: string[] = []
  let stuk = ''
  let lengte = 0
  for (const teken of regel) {
    const octetten = Buffer.byteLength(teken)
    if (lengte + octetten > REGEL) {
      stukken.push(stuk)
      stuk = ' '
      lengte = 1
    }
    stuk += teken
    lengte += octetten
  }
  return [...stukken, stuk]
}
