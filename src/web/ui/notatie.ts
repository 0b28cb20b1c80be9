/** Dutch notation of dates, money and numbers. Everything that belongs together is joined by no-break spaces. */
const NBSP = '\u00a0'
const MIN = '\u2212'
const TIJDZONE = 'Europe/Amsterdam'

const DAGEN = 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'.split(' ')
const MAANDEN = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')
const MAANDEN_KORT = 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' ')
const WOORDEN = 'geen één twee drie vier vijf zes zeven acht negen tien elf twaalf'.split(' ')

type Dag = Pick<Temporal.PlainDate, 'day' | 'month' | 'year' | 'dayOfWeek'>

/** "wo 25 nov 2026" */
export function datum(d: Dag): string {
  return `${datumKort(d)}${NBSP}${d.year}`
}

/** "wo 25 nov", where the year is clear from the context */
export function datumKort(d: Dag): string {
  return DAGEN[d.dayOfWeek - 1]!.slice(0, 2) + NBSP + dagMaand(d)
}

/** "25 nov" */
export function dagMaand(d: Dag): string {
  return `${d.day}${NBSP}${MAANDEN_KORT[d.month - 1]!}`
}

/** "woensdag 25 november 2026" */
export function datumLang(d: Dag): string {
  return [DAGEN[d.dayOfWeek - 1], d.day, maandnaam(d.month), d.year].join(NBSP)
}

/** "november"; 1 is januari */
export function maandnaam(maand: number): string {
  return MAANDEN[maand - 1]!
}

/** "nov"; 1 is januari */
export function maandKort(maand: number): string {
  return MAANDEN_KORT[maand - 1]!
}

/** "over 3 dagen", "morgen", "vandaag", "gisteren", "3 dagen geleden" */
export function relatief(d: Temporal.PlainDate, vandaag: Temporal.PlainDate): string {
  const dagen = vandaag.until(d).days
  if (dagen === 0) return 'vandaag'
  if (dagen === 1) return 'morgen'
  if (dagen === -1) return 'gisteren'
  return dagen > 0 ? `over${NBSP}${getal(dagen)}${NBSP}dagen` : `${getal(-dagen)}${NBSP}dagen${NBSP}geleden`
}

/** "1 dag te laat"; the day must have passed */
export function teLaat(d: Temporal.PlainDate, vandaag: Temporal.PlainDate): string {
  return aantal(d.until(vandaag).days, 'dag', 'dagen') + NBSP + 'te' + NBSP + 'laat'
}

/** "zo 22 nov 2026, 23.10 uur", in Dutch time */
export function moment(op: Temporal.Instant | Date): string {
  const z = inNederland(op)
  return `${datum(z)}, ${klok(z)}${NBSP}uur`
}

/** The day in the Netherlands on which a moment fell. */
export function dagVanMoment(op: Temporal.Instant): Temporal.PlainDate {
  return inNederland(op).toPlainDate()
}

/** "zo 22 nov 23.10" */
export function momentKort(op: Temporal.Instant | Date): string {
  const z = inNederland(op)
  return datumKort(z) + NBSP + klok(z)
}

/** "23.10 uur" */
export function tijd(op: Temporal.Instant | Date): string {
  return klok(inNederland(op)) + NBSP + 'uur'
}

function inNederland(op: Temporal.Instant | Date): Temporal.ZonedDateTime {
  const instant = op instanceof Date ? Temporal.Instant.fromEpochMilliseconds(op.getTime()) : op
  return instant.toZonedDateTimeISO(TIJDZONE)
}

function klok(z: { hour: number; minute: number }): string {
  return `${String(z.hour).padStart(2, '0')}.${String(z.minute).padStart(2, '0')}`
}

/** "€ 1.234,56" from integer cents */
export function bedrag(cents: number): string {
  const heel = Math.abs(cents)
  return `${teken(cents)}€${NBSP}${punten(Math.floor(heel / 100))},${String(heel % 100).padStart(2, '0')}`
}

/** "€ 1.235" from integer cents, rounded half away from zero; for tables where cents do not matter */
export function bedragHeel(cents: number): string {
  const euros = Math.floor((Math.abs(cents) + 50) / 100)
  return `${euros === 0 ? '' : teken(cents)}€${NBSP}${punten(euros)}`
}

/** "1.234", at most the decimals that are there: 1234.5 is "1.234,5" */
export function getal(n: number): string {
  return decimaal(String(n))
}

/** "1.234,50" from exact decimal text "1234.50"; never rounds, keeps every digit given */
export function decimaal(tekst: string): string {
  const [heel, breuk] = tekst.replace(/^-/, '').split('.')
  const getal = puntenIn(heel!) + (breuk === undefined ? '' : ',' + breuk)
  return (tekst.startsWith('-') ? MIN : '') + getal
}

/** "59,4%" from exact decimal text "59.4" */
export function procent(tekst: string): string {
  return decimaal(tekst) + '%'
}

/** "22 van 37" */
export function vanTotaal(deel: number, totaal: number): string {
  return getal(deel) + NBSP + 'van' + NBSP + getal(totaal)
}

/** "1 overeenkomst", "3 overeenkomsten" */
export function aantal(n: number, enkelvoud: string, meervoud: string): string {
  return getal(n) + NBSP + (n === 1 ? enkelvoud : meervoud)
}

/** "geen", "één" … "twaalf", then digits */
export function woord(n: number): string {
  return WOORDEN[n] ?? getal(n)
}

/** First letter as a capital; of "één" only the second keeps its accent */
export function hoofdletter(tekst: string): string {
  return (tekst.charAt(0).toUpperCase() + tekst.slice(1)).replace(/^Éé/, 'Eé')
}

/** The full stop that still has to follow `tekst`: "B.V." and a sentence have theirs. */
export function punt(tekst: string): '' | '.' {
  return /[.?!…]$/.test(tekst) ? '' : '.'
}

/** "a, b en c" */
export function opsomming(delen: string[]): string {
  return delen.length < 2 ? (delen[0] ?? '') : `${delen.slice(0, -1).join(', ')} en ${delen.at(-1)!}`
}

function teken(n: number): string {
  return n < 0 ? MIN : ''
}

function punten(n: number): string {
  return puntenIn(String(n))
}

function puntenIn(cijfers: string): string {
  return cijfers.replace(/\B(?=(\d{3})+$)/g, '.')
}
