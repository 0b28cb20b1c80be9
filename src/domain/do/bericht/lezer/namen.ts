// Names of elements as numbers. Prefixes differ per sender, and one sender always uses the same: so the meaning of 'x:Bsn'
// under a set of declared prefixes is looked up once and remembered for all messages that declare the same.

const sleutels = new Map<string, number>()

/** The number of an expanded name; known names come from the descriptions. */
export function sleutelVan(ruimte: string, naam: string): number {
  const volledig = `${ruimte} ${naam}`
  const bekend = sleutels.get(volledig)
  if (bekend !== undefined) {
    return bekend
  }
  sleutels.set(volledig, sleutels.size)
  return sleutels.size - 1
}

/** A name no description knows. */
export const ONBEKEND = -1
/** A name whose prefix was not declared: not well-formed. */
export const ONGELDIG = -2

export type Ruimten = {
  /** Prefix ('' for the default) to URI. */
  voorvoegsels: ReadonlyMap<string, string>
  namen: Map<string, number>
  afgeleid: Map<string, Ruimten>
}

const XML = 'http://www.w3.org/XML/1998/namespace'
const XMLNS = 'http://www.w3.org/2000/xmlns/'
const MAX_ONTHOUDEN = 500

function maakRuimten(voorvoegsels: ReadonlyMap<string, string>): Ruimten {
  return { voorvoegsels, namen: new Map(), afgeleid: new Map() }
}

let begin = maakRuimten(new Map([['xml', XML]]))
let onthouden = 0

/** What holds outside the root element. Forgets everything now and then, so odd input cannot fill the memory. */
export function beginRuimten(): Ruimten {
  if (onthouden >= MAX_ONTHOUDEN) {
    begin = maakRuimten(begin.voorvoegsels)
    onthouden = 0
  }
  return begin
}

/** The number of a name as written, ONBEKEND or ONGELDIG. */
export function zoekNaam(ruimten: Ruimten, geschreven: string): number {
  const bekend = ruimten.namen.get(geschreven)
  if (bekend !== undefined) {
    return bekend
  }
  const volledig = volledigeNaam(ruimten, geschreven, true)
  if (volledig === null) {
    return ONGELDIG
  }
  const sleutel = sleutels.get(volledig)
  if (sleutel === undefined) {
    return ONBEKEND
  }
  ruimten.namen.set(geschreven, sleutel)
  return sleutel
}

/** 'URI name', '' for no URI; null when its prefix was not declared. The default namespace does not hold for attributes. */
export function volledigeNaam({ voorvoegsels }: Ruimten, geschreven: string, metStandaard: boolean): string | null {
  const dubbelepunt = geschreven.indexOf(':')
  if (dubbelepunt === -1) {
    return `${metStandaard ? (voorvoegsels.get('') ?? '') : ''} ${geschreven}`
  }
  const ruimte = voorvoegsels.get(geschreven.slice(0, dubbelepunt))
  return ruimte === undefined ? null : `${ruimte} ${geschreven.slice(dubbelepunt + 1)}`
}

// The parser has already refused characters that may not be in any name; what is left is how it starts.
const GEEN_BEGIN = /^[-.0-9\u00b7\u0300-\u036f\u203f\u2040]/

function isNaam(naam: string): boolean {
  return naam !== '' && !naam.includes(':') && !GEEN_BEGIN.test(naam)
}

/** Adds declarations ('' for the default): [prefix, URI]. Null when the Namespaces recommendation forbids one. */
export function declareer(ruimten: Ruimten, declaraties: readonly (readonly [string, string])[]): Ruimten | null {
  const sleutel = declaraties.map(([voorvoegsel, uri]) => `${voorvoegsel}=${uri}`).join(' ')
  const bekend = ruimten.afgeleid.get(sleutel)
  if (bekend !== undefined) {
    return bekend
  }
  if (!declaraties.every(([voorvoegsel, uri]) => magDeclareren(voorvoegsel, uri))) {
    return null
  }
  const nieuw = maakRuimten(new Map([...ruimten.voorvoegsels, ...declaraties]))
  if (onthouden < MAX_ONTHOUDEN) {
    ruimten.afgeleid.set(sleutel, nieuw)
    onthouden++
  }
  return nieuw
}

// RFC 3986: scheme and authority are told apart so that 'http://a:x/' is refused and 'a:x' is not.
const TEKEN = String.raw`(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})`
const GEZAG = String.raw`(?:(?:[A-Za-z0-9\-._~!$&'()*+,;=:]|%[0-9A-Fa-f]{2})*@)?(?:\[[^\]\[/?#\s]*\]|(?:[A-Za-z0-9\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)(?::[0-9]{1,9})?`
const PAD = String.raw`(?:${TEKEN}|/)*`
const REST = String.raw`(?:\?(?:${TEKEN}|[/?])*)?(?:#(?:${TEKEN}|[/?])*)?`
const URI = new RegExp(`^(?:[A-Za-z][A-Za-z0-9+.\\-]*:)?(?://${GEZAG}(?:/${PAD})?|(?!//)${PAD})${REST}$`)
// Without a scheme the first step of a path has no colon.
const GEEN_SCHEMA = /^[^/?#]*[^A-Za-z0-9+.\-/?#:][^/?#]*:|^[^A-Za-z/?#][^/?#]*:/

function magDeclareren(voorvoegsel: string, uri: string): boolean {
  if (voorvoegsel === 'xml') {
    return uri === XML
  }
  if (voorvoegsel === 'xmlns' || uri === XML || uri === XMLNS || (voorvoegsel !== '' && !isNaam(voorvoegsel))) {
    return false
  }
  return uri === '' ? voorvoegsel === '' : isUri(uri)
}

function isUri(tekst: string): boolean {
  return URI.test(tekst) && !GEEN_SCHEMA.test(tekst)
}
