export type Actietekst = { tekst: string; eigenaar: string; einddatum: Temporal.PlainDate }

// Words that promise effort, not a result.
const vaag = [
  'bekijken',
  'kijken naar',
  'oppakken',
  'meenemen',
  'aandacht',
  'in de gaten',
  'nadenken',
  'nagaan',
  'monitoren',
  'proberen',
  'zo snel mogelijk',
  'zsm',
  'z.s.m.',
  'op termijn',
  'eventueel',
  'waar mogelijk',
]
const HOOGSTENS = 2
const LANG = 200
const VER = 180

/**
 * Hints that make an action specific, measurable and timely (GES-16). They never stop anybody: text, owner and date are asked for
 * by the form, the rest is advice, and two at a time is enough.
 */
export function smartTips({ tekst, eigenaar, einddatum }: Actietekst, vandaag: Temporal.PlainDate): string[] {
  const klein = tekst.toLowerCase()
  const woord = vaag.find((een) => klein.includes(een))
  const dagen = vandaag.until(einddatum).days
  return [
    woord !== undefined && `“${woord}” zegt niet wanneer het klaar is. Schrijf op wat er dan ligt.`,
    tekst.trim().split(/\s+/).length < 3 && 'Zet erbij wat er precies gebeurt: een werkwoord en een resultaat.',
    tekst.length > LANG && 'Dit lijkt meer dan één actie. Splits haar, dan is van elk te zien of zij af is.',
    /\ben\b.*\ben\b/.test(klein) &&
      tekst.length <= LANG &&
      tekst.length > 120 &&
      'Staan hier twee acties in? Splits ze dan.',
    /^(wij|we|gemeente|gemeenten|regio|aanbieder|team|allen|iedereen|partijen)$/i.test(eigenaar.trim()) &&
      'Noem één persoon als eigenaar; een groep maakt niets af.',
    dagen < 0 && 'De datum ligt in het verleden.',
    dagen > VER && 'Dit duurt meer dan een half jaar. Spreek een tussenstand af.',
    einddatum.dayOfWeek > 5 && dagen >= 0 && 'De datum valt in het weekend.',
  ]
    .filter((tip) => tip !== false)
    .slice(0, HOOGSTENS)
}
