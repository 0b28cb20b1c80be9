import { alsMail, type Mailinhoud } from '../../plan/account/mailtekst.ts'

/** Why a mail about a table is sent: D39 (uitnodiging), D40 (terugkoppeling), D41 (uitsluiting), and what changes in between. */
export type Berichtsoort =
  'uitnodiging' | 'wijziging' | 'intrekking' | 'vervallen' | 'terugkoppeling' | 'uitsluiting' | 'opheffing'

export type Tafelgegevens = {
  titel: string
  /** "woensdag 25 november 2026" */
  dag: string
  begintijd: string
  wijze: 'fysiek' | 'online'
  plaats: string
  vervallenReden: string | null
  terugkoppeling: string | null
  besluiten: readonly string[]
}

export type Uitsluitingsgegevens = {
  tot: string | null
  motivering: string
  opheffingReden: string | null
  vanaf: string
}

type Wie = { naam: string; aanbieder: string | null; regio: string; url: string }
type Gegevens = Wie & { link: string } & ({ tafel: Tafelgegevens } | { uitsluiting: Uitsluitingsgegevens })

/** A mail about a table, as subject, plain text and simple HTML. */
export function maakTafelmail(soort: Berichtsoort, gegevens: Gegevens): Mailinhoud {
  const { onderwerp, alineas } =
    'tafel' in gegevens
      ? overTafel(soort, gegevens, gegevens.tafel)
      : overUitsluiting(soort, gegevens, gegevens.uitsluiting)
  return alsMail({ onderwerp, alineas, ...gegevens })
}

function overTafel(soort: Berichtsoort, { aanbieder, link }: Wie & { link: string }, tafel: Tafelgegevens) {
  const { titel } = tafel
  switch (soort) {
    case 'uitnodiging':
      return {
        onderwerp: `Uitnodiging overlegtafel ${titel}`,
        alineas: [
          `De gemeenten nodigen ${aanbieder ?? 'u'} uit voor de overlegtafel ${titel}.`,
          wanneer(tafel),
          'Deelname is verplicht. Laat in Overlap weten wie er namens uw organisatie komt, of meld u af met de reden:',
          link,
        ],
      }
    case 'wijziging':
      return {
        onderwerp: `Gewijzigd: overlegtafel ${titel}`,
        alineas: [
          `De dag, de tijd of de plaats van de overlegtafel ${titel} is gewijzigd.`,
          wanneer(tafel),
          'Laat in Overlap weten of er iemand komt:',
          link,
        ],
      }
    case 'intrekking':
      return {
        onderwerp: `Uitnodiging ingetrokken: overlegtafel ${titel}`,
        alineas: [`De uitnodiging aan ${aanbieder ?? 'u'} voor de overlegtafel ${titel} is ingetrokken.`],
      }
    case 'vervallen':
      return {
        onderwerp: `Vervallen: overlegtafel ${titel}`,
        alineas: [
          `De overlegtafel ${titel} van ${tafel.dag} gaat niet door.`,
          `Reden: ${tafel.vervallenReden ?? 'niet vermeld'}`,
        ],
      }
    default:
      return {
        onderwerp: `Terugkoppeling overlegtafel ${titel}`,
        alineas: [
          `Dit is de terugkoppeling van de overlegtafel ${titel} van ${tafel.dag}. Alle betrokken aanbieders krijgen haar, ook wie niet aan tafel zat.`,
          tafel.terugkoppeling ?? '',
          ...(tafel.besluiten.length === 0 ? [] : ['Besloten is:', ...tafel.besluiten.map((tekst) => `– ${tekst}`)]),
          // who has no account has nothing to open
          ...(aanbieder === null ? [] : ['In Overlap:', link]),
        ],
      }
  }
}

function overUitsluiting(
  soort: Berichtsoort,
  { aanbieder }: Wie,
  { tot, motivering, opheffingReden, vanaf }: Uitsluitingsgegevens,
) {
  if (soort === 'opheffing') {
    return {
      onderwerp: 'Besluit: weer uitgenodigd voor overlegtafels',
      alineas: [
        `De gemeenten nodigen ${aanbieder ?? 'u'} vanaf ${vanaf} weer uit voor overlegtafels.`,
        `Reden: ${opheffingReden ?? 'niet vermeld'}`,
      ],
    }
  }
  return {
    onderwerp: 'Besluit: niet uitgenodigd voor overlegtafels',
    alineas: [
      tot === null
        ? `De gemeenten hebben besloten ${aanbieder ?? 'u'} tot nader bericht niet uit te nodigen voor overlegtafels.`
        : `De gemeenten hebben besloten ${aanbieder ?? 'u'} tot en met ${tot} niet uit te nodigen voor overlegtafels.`,
      `Motivering: ${motivering}`,
      'Besluitvorming aan die tafels vindt plaats zonder u. De terugkoppeling krijgt u wel.',
    ],
  }
}

function wanneer({ dag, begintijd, wijze, plaats }: Tafelgegevens): string {
  const tijd = begintijd === '' ? '' : `, ${begintijd.replace(':', '.')} uur`
  const waar =
    wijze === 'online' ? `online${plaats === '' ? '' : `, ${plaats}`}` : plaats === '' ? 'plaats volgt' : plaats
  return `Wanneer: ${dag}${tijd}\nWaar: ${waar}`
}
