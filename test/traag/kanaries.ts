import { createHash } from 'node:crypto'

/** People who do not exist, so that nothing of them can be anywhere but in the messages that a test delivers. */
export const BSN = '999932172'
export const ANDERE_BSN = '999940004'
/** Fails the elfproef: a sender's typing error still names somebody. */
export const FOUTE_BSN = '999932173'

/** What each type of the standard holds of a client. Codes and small numbers are left out: they would be found everywhere. */
export const PERSOON = {
  Achternaam: 'Kanariezanger',
  Voorvoegsel: 'tjilp der',
  Voornamen: 'Pietje Kwetter',
  Voorletters: 'QXZQXZ',
  Datum: '1899-02-13',
  Begindatum: '1899-03-17',
  Einddatum: '1899-04-19',
  Postcode: '7411QZ',
  Straatnaam: 'Vogelkooistraat',
  Plaatsnaam: 'Tjilpstad',
  HuisnummerToevoeging: 'zwÿñ',
  Organisatie: 'Volièrevereniging Ñandoe',
  Telefoonnummer: '06901744118823',
  Emailadres: 'kwetter@volière.example',
  Commentaar: `Belt liever met de buurvrouw van Krijsemeer, BSN ${BSN}.`,
  ReferentieAanbieder: `dossier Kanariezanger ${BSN}`,
  Nummer: 'relatie-Kakelbont',
  Taal: 'Snavelspraak',
} as const

export const KANARIES: readonly string[] = [
  BSN,
  ANDERE_BSN,
  FOUTE_BSN,
  ...Object.values(PERSOON).filter((waarde) => waarde.length >= 6),
  'Krijsemeer',
]

type Vorm = { kanarie: string; bytes: Buffer; letters: 'vast' | 'los' }

const MAANDEN = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ')

/** The ways in which people and programs write a text. */
function schrijfwijzen(kanarie: string): string[] {
  const url = encodeURIComponent(kanarie)
  const wijzen = [
    kanarie,
    url,
    url.replaceAll('%20', '+'),
    kanarie.replaceAll('&', '&amp;').replaceAll("'", '&#x27;'),
    // as JSON, HTML and XML may write what is not ASCII
    kanarie.replace(/[^\x20-\x7e]/g, (teken) => `\\u${teken.charCodeAt(0).toString(16).padStart(4, '0')}`),
    kanarie.replace(/[^\x20-\x7e]/g, (teken) => `&#${String(teken.charCodeAt(0))};`),
    kanarie.replace(/[^\x20-\x7e]/g, (teken) => `&#x${teken.charCodeAt(0).toString(16)};`),
  ]
  const [, jaar = '', maand = '', dag = ''] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(kanarie) ?? []
  if (jaar !== '') {
    const naam = MAANDEN[Number(maand) - 1]!
    const [d, n] = [String(Number(dag)), `${naam} ${jaar}`]
    wijzen.push(`${dag}-${maand}-${jaar}`, `${jaar}${maand}${dag}`, `${dag}/${maand}/${jaar}`)
    wijzen.push(`${d} ${n}`, `${d}\u00a0${naam}\u00a0${jaar}`, `${d} ${naam.slice(0, 3)} ${jaar}`)
    wijzen.push(`${d}\u00a0${naam.slice(0, 3)}\u00a0${jaar}`)
  }
  if (/^\d{9}$/.test(kanarie)) {
    wijzen.push(kanarie.replace(/(...)(...)(...)/, '$1 $2 $3'), kanarie.replace(/(...)(...)(...)/, '$1.$2.$3'))
    wijzen.push(kanarie.replace(/(...)(...)(...)/, '$1-$2-$3'), kanarie.replace(/(....)(..)(...)/, '$1.$2.$3'))
  }
  return [...new Set(wijzen)]
}

/** Base64 of bytes that stand at each of the three places in a longer text, without what depends on their neighbours. */
export function base64Vormen(bytes: Buffer): string[] {
  return [0, 1, 2].map((ervoor) => {
    const tekst = Buffer.concat([Buffer.alloc(ervoor), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    return tekst.slice(Math.ceil((ervoor * 8) / 6), -1)
  })
}

function vormenVan(kanarie: string): Vorm[] {
  const vormen: Vorm[] = []
  const voegToe = (letters: Vorm['letters'], bytes: Buffer) => vormen.push({ kanarie, letters, bytes })
  for (const tekst of schrijfwijzen(kanarie)) {
    voegToe('los', Buffer.from(tekst))
    voegToe('los', Buffer.from(tekst, 'utf16le'))
    voegToe('los', Buffer.from(Buffer.from(tekst).toString('hex')))
    for (const vorm of base64Vormen(Buffer.from(tekst))) voegToe('vast', Buffer.from(vorm))
  }
  voegToe('vast', Buffer.from(kanarie, 'latin1'))
  // A plain digest of nine digits is no secret: all of them can be tried in a minute (overheid.md S42).
  for (const soort of ['md5', 'sha1', 'sha256', 'sha512']) {
    const samenvatting = createHash(soort).update(kanarie).digest()
    voegToe('vast', samenvatting)
    voegToe('los', Buffer.from(samenvatting.toString('hex')))
    for (const vorm of base64Vormen(samenvatting)) voegToe('vast', Buffer.from(vorm))
  }
  return vormen
}

/** Finds all forms of all canaries in one walk over the bytes (Aho and Corasick): hundreds of forms, a hundred megabytes. */
class Zoeker {
  readonly #volgende: Int32Array
  readonly #gevonden: (string | undefined)[]

  constructor(vormen: readonly Vorm[]) {
    const volgende: number[] = Array<number>(256).fill(-1)
    const gevonden: (string | undefined)[] = [undefined]
    for (const { kanarie, bytes } of vormen) {
      let stand = 0
      for (const byte of bytes) {
        let doel = volgende[stand * 256 + byte]!
        if (doel === -1) {
          doel = gevonden.push(undefined) - 1
          for (let i = 0; i < 256; i++) volgende.push(-1)
          volgende[stand * 256 + byte] = doel
        }
        stand = doel
      }
      gevonden[stand] ??= kanarie
    }
    this.#volgende = Int32Array.from(volgende)
    this.#gevonden = gevonden
    this.#vulAan()
  }

  /** Where to go on when a form breaks off: every state gets a next state for every byte. */
  #vulAan() {
    const volgende = this.#volgende
    const terug = new Int32Array(this.#gevonden.length)
    const rij: number[] = []
    for (let byte = 0; byte < 256; byte++) {
      if (volgende[byte] === -1) volgende[byte] = 0
      else rij.push(volgende[byte]!)
    }
    for (const stand of rij) {
      this.#gevonden[stand] ??= this.#gevonden[terug[stand]!]
      for (let byte = 0; byte < 256; byte++) {
        const uitweg = volgende[terug[stand]! * 256 + byte]!
        const doel = volgende[stand * 256 + byte]!
        if (doel === -1) {
          volgende[stand * 256 + byte] = uitweg
        } else {
          terug[doel] = uitweg
          rij.push(doel)
        }
      }
    }
  }

  vind(bytes: Uint8Array, vouw: Uint8Array | null, gevonden: Set<string>) {
    const volgende = this.#volgende
    let stand = 0
    for (let i = 0; i < bytes.length; i++) {
      stand = volgende[stand * 256 + (vouw === null ? bytes[i]! : vouw[bytes[i]!]!)]!
      if (this.#gevonden[stand] !== undefined) gevonden.add(this.#gevonden[stand]!)
    }
  }
}

/** Capital letters of ASCII as small ones; every other byte as it is. */
const KLEIN = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte))
const kleineLetters = (bytes: Buffer) => Buffer.from(bytes.map((byte) => KLEIN[byte]!))

const vormen = KANARIES.flatMap(vormenVan)
const vast = new Zoeker(vormen.filter(({ letters }) => letters === 'vast'))
const los = new Zoeker(
  vormen.filter(({ letters }) => letters === 'los').map((vorm) => ({ ...vorm, bytes: kleineLetters(vorm.bytes) })),
)

/** The canaries that are somewhere in these bytes, in any form. */
export function vind(inhoud: Uint8Array | string): string[] {
  const bytes = typeof inhoud === 'string' ? Buffer.from(inhoud) : inhoud
  const gevonden = new Set<string>()
  vast.vind(bytes, null, gevonden)
  los.vind(bytes, KLEIN, gevonden)
  return [...gevonden]
}
