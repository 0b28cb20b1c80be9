import type { Dagregel } from '../kalender/list-dagbericht.ts'

type Gegevens = {
  naam: string
  regio: string
  url: string
  /** With the token; only for mails that carry a link. */
  link: string | undefined
  geldigTot: Temporal.Instant | undefined
  door: string
  reden: string | null
  /** What a reminder is about */
  dagregels?: readonly Dagregel[]
}

export type Mailtekst = { onderwerp: string; alineas: string[] }

const NIET_GEVRAAGD = 'Hebt u dit niet zelf gedaan? Bel dan meteen de functioneel beheerder van uw regio.'

/** Every mail of the program, as paragraphs; a paragraph that is the link alone becomes one. */
export const mailteksten = {
  uitnodiging: ({ regio, door, link, geldigTot }) => ({
    onderwerp: `Uitnodiging voor Overlap, ${regio}`,
    alineas: [
      `${door} nodigt u uit om te werken in Overlap van ${regio}. Met deze link kiest u een wachtwoord en stelt u een tweede factor in:`,
      link!,
      `De link werkt één keer, tot en met ${dag(geldigTot!)}. Houd een telefoon bij de hand met een app voor codes.`,
      'Verwachtte u deze uitnodiging niet? Dan hoeft u niets te doen.',
    ],
  }),
  'toegang-hersteld': ({ regio, door, reden, link, geldigTot }) => ({
    onderwerp: `Uw toegang tot Overlap, ${regio}, is opnieuw ingesteld`,
    alineas: [
      `${door} heeft uw wachtwoord en uw tweede factor verwijderd. Reden: ${reden ?? 'niet vermeld'}. Met deze link stelt u ze opnieuw in:`,
      link!,
      `De link werkt één keer, tot en met ${dag(geldigTot!)}. Tot die tijd kan niemand met uw account aanmelden.`,
      'Hebt u hier niet om gevraagd? Bel dan meteen de functioneel beheerder van uw regio.',
    ],
  }),
  wachtwoord: ({ regio, link }) => ({
    onderwerp: `Nieuw wachtwoord voor Overlap, ${regio}`,
    alineas: [
      'Iemand vroeg om een nieuw wachtwoord voor uw account. Was u dat, kies dan een wachtwoord met deze link:',
      link!,
      'De link werkt één keer en een uur lang. Daarna vraagt Overlap om een code van uw app of een herstelcode.',
      'Was u het niet? Dan hoeft u niets te doen: uw wachtwoord blijft zoals het is.',
    ],
  }),
  'geen-wachtwoord': ({ regio }) => ({
    onderwerp: `Aanmelden bij Overlap, ${regio}`,
    alineas: [
      'Iemand vroeg om een nieuw wachtwoord voor uw account. Uw account heeft nog geen wachtwoord: u hebt uw uitnodiging nog niet aanvaard, of u meldt u aan met het account van uw organisatie.',
      'Is uw uitnodiging verlopen? Vraag de functioneel beheerder om een nieuwe.',
    ],
  }),
  'wachtwoord-gewijzigd': ({ regio }) => ({
    onderwerp: `Uw wachtwoord voor Overlap, ${regio}, is gewijzigd`,
    alineas: ['Het wachtwoord van uw account is gewijzigd. U bent op uw andere apparaten afgemeld.', NIET_GEVRAAGD],
  }),
  'tweede-factor-gewijzigd': ({ regio }) => ({
    onderwerp: `Uw tweede factor voor Overlap, ${regio}, is gewijzigd`,
    alineas: ['De app voor codes, de herstelcodes of een toegangssleutel van uw account is gewijzigd.', NIET_GEVRAAGD],
  }),
  'herstelcode-gebruikt': ({ regio }) => ({
    onderwerp: `Met een herstelcode aangemeld bij Overlap, ${regio}`,
    alineas: [
      'Iemand heeft zich met een van uw herstelcodes aangemeld. Die code werkt niet meer.',
      'Bent u uw telefoon kwijt? Stel dan in Overlap, onder Mijn account, een nieuwe app in.',
      NIET_GEVRAAGD,
    ],
  }),
  herinnering: ({ regio, url, dagregels = [] }) => ({
    onderwerp: `${dagregels.length === 1 ? '1 termijn vraagt' : `${dagregels.length} termijnen vragen`} uw aandacht in Overlap, ${regio}`,
    alineas: [
      'Dit zijn de termijnen waaraan Overlap u vandaag herinnert:',
      ...dagregels.map(termijnregel),
      `De berekening van elke termijn staat in de kalender: ${url}/kalender`,
      'U krijgt hoogstens één zo’n bericht per dag. Wat af is, komt niet terug.',
    ],
  }),
} satisfies Record<string, (gegevens: Gegevens) => Mailtekst>

export type Mailsoort = keyof typeof mailteksten

/** Subject, plain text and the same as simple HTML: no pictures, nothing that tells that it was opened. */
export function maakMail(soort: Mailsoort, gegevens: Gegevens): Mailinhoud {
  return alsMail({ ...mailteksten[soort](gegevens), ...gegevens })
}

export type Mailinhoud = { onderwerp: string; tekst: string; html: string }

/** The paragraphs of a mail as text and HTML, with a salutation and where it comes from; the paragraph that is the link becomes one. */
export function alsMail({
  onderwerp,
  alineas,
  naam,
  regio,
  url,
  link,
}: Mailtekst & Pick<Gegevens, 'naam' | 'regio' | 'url' | 'link'>): Mailinhoud {
  const alles = [`Beste ${naam},`, ...alineas, `Overlap, ${regio}\n${url}`]
  const html = alles.map((alinea) =>
    alinea === link ? `<p><a href="${veilig(alinea)}">${veilig(alinea)}</a></p>` : `<p>${veilig(alinea)}</p>`,
  )
  return {
    onderwerp: onderwerp.replaceAll(/[\r\n]+/g, ' '),
    tekst: `${alles.join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="nl"><head><meta charset="utf-8"><title>${veilig(onderwerp)}</title></head>\n<body>\n${html.join('\n')}\n</body></html>\n`,
  }
}

function termijnregel({ titel, einddatum, aanbieder, als, aard }: Dagregel): string {
  const over = [
    als === 'bewaakt' ? 'de aanbieder moet dit doen' : '',
    als === 'achtervanger' ? 'u bent achtervanger' : '',
    als === 'waarnemer' ? 'u neemt waar' : '',
    als === 'eigenaar' ? 'de dag is voorbij; u bent contracteigenaar' : '',
  ].filter((deel) => deel !== '')
  const dag = einddatum.toLocaleString('nl-NL', { dateStyle: 'full' })
  return `${titel}${aanbieder === null ? '' : `, ${aanbieder}`}\n${aard === 'moment' ? 'Op' : 'Uiterlijk'} ${dag}${over.length > 0 ? ` (${over.join('; ')})` : ''}`
}

function veilig(tekst: string): string {
  return tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>\n')
}

function dag(moment: Temporal.Instant): string {
  return moment.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toLocaleString('nl-NL', { dateStyle: 'long' })
}
