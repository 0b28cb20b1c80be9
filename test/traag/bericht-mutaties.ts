import { alle, kopieer, maakBoom, type Boom } from './bericht-boom.ts'
import type { Toeval } from './bericht-toeval.ts'

// Ways to spoil a message, or to write it so oddly that a reader might think it spoiled.

// prettier-ignore
const WAARDEN = [
  '', ' ', '\n', '0', '1', '2', '3', '9', '00', '01', '02', '03', '31', '99', 'C', 'D', 'c', 'X', '-1', '+1', '-0', '1.0', '1e3',
  '007', ' 7 ', '\t7', '7\u00a0', '0x1', '1 2', '99999999', '100000000', '999999999', '1000000000', '999999999999', '1000000000000',
  '000000000000000000000001', '١', '０１', '123', '1234', '12345', '12345678', '1234567', '123456789', '1234567890',
  '2025-01-01', '2025-02-29', '2024-02-29', '1900-02-29', '2000-02-29', '2025-1-1', '25-01-01', '2025-13-01', '2025-00-10', '2025-10-00',
  '2025-04-31', '2025-01-01Z', '2025-01-01+01:00', '2025-01-01-05', '-2025-01-01', '0000-01-01', '12025-01-01', '02025-01-01',
  ' 2025-01-01', '2025-01-01 ', '\n2025-01-01\n', '2025/01/01', '20250101', '2025-01-01T00:00:00', '99999999999-01-01',
  '12:00:00', '24:00:00', '24:00:01', '23:59:60', '12:60:00', '1:00:00', '12:00', '12:00:00Z', '12:00:00+01:00', '12:00:00.5',
  '12:00:00.', ' 12:00:00', '12:00:00.000', '12:00:00.12345678901234567890', '12:00:59.99999999999999999999', '-12:00:00',
  'a', 'ab', 'abc', 'é', 'ỳ', 'ỹ', 'À', '×', 'a.', 'a b', ' a', 'a ', 'a\nb', 'a\tb', 'a\u2028b', '\u00a0', '\u3000', '\u0085', 'e\u0301',
  'x'.repeat(12), 'x'.repeat(13), 'x'.repeat(20), 'x'.repeat(21), 'x'.repeat(36), 'x'.repeat(37), 'x'.repeat(200), 'x'.repeat(201),
  '😀'.repeat(12), '😀'.repeat(13), '😀'.repeat(24), '😀'.repeat(25), '😀'.repeat(200), '1.0.0', '01.0.0', '1.0', '1.0.0.0', '1..0', 'A-1',
  '414', '418', '436', '0200', '0233', '8001', 'S300', '12345x', '. .', ' . \n. ', '\ufffd', 'NL', 'nl', 'AB',
]

// prettier-ignore
const ATTRIBUTEN = [
  'a="b"', 'xml:lang="nl"', 'xml:space="preserve"', 'xmlns:n="urn:nieuw"', 'xmlns=""', 'xmlns="urn:nieuw"', 'xsi:nil="true"', 'xsi:nil="false"',
  'xsi:nil="0"', 'xsi:nil="x"', 'xsi:schemaLocation="a b"', 'xsi:noNamespaceSchemaLocation="a"', 'xsi:type="b:Header"', 'xsi:type="i:LDT_Datum"',
  'xsi:type="i:LDT_Gemeente"', 'xsi:type="i:LDT_AgbCode"', 'xsi:type="i:CDT_Product"', 'xsi:type=""', 'xsi:type="b:Client"', 'xsi:type="x:y"',
  'xsi:type="i:LDT_BerichtCode"', 'xsi:type="i:LDT_Nummer"', 'xsi:type="b:Root"', 'xsi:anders="1"', 'n:a="b"', 'a="1" a="1"', 'a="<"', "a='x'",
  'a=x', 'a', 'xmlns:xml="http://www.w3.org/XML/1998/namespace"', 'xmlns:xml="urn:x"', 'xmlns:xmlns="urn:x"', 'xmlns:n=""', 'xmlns:n="a b"',
  'xmlns:n="urn:a%zz"', 'xmlns:n="http://[x"', 'xmlns:n="é"', 'xmlns:n="//x:1/y"', 'xmlns:n="a:b"', 'xmlns:n="1a:b"', 'xmlns:1="urn:x"', 'xmlns:="urn:x"',
  'xmlns:n="http://www.w3.org/2000/xmlns/"', 'xmlns:n="http://www.w3.org/XML/1998/namespace"', 'xmlns:xsi="urn:anders"', 'xmlns:n:m="urn:x"',
  'xmlns:s2="http://www.w3.org/2001/XMLSchema-instance" s2:schemaLocation="a b" xsi:schemaLocation="a b"', 'xmlns:b="urn:anders"', 'xmlns:i="urn:anders"',
]

// prettier-ignore
const RAUW = [
  '<!-- x -->', '<!---->', '<!-- a -- b -->', '<!-- a --->', '<!->', '<?pi?>', '<?pi x y?>', '<?xml-stylesheet x?>', '<?xml x?>', '<?XML?>', '<?a:b?>', '<??>',
  '<?pi?x?>', '<?pi ?x?>', '<![CDATA[]]>', '<![CDATA[ ]]>', '<![CDATA[x]]>', '<![CDATA[1]]>', '<![CDATA[a]]]]>', '<![cdata[x]]>', 'x', ' ', '\n', '\u00a0', '&#32;', '&#10;', '&#13;',
  '&#x9;', '&#65;', '&#x41;', '&#X41;', '&#0;', '&#x1;', '&#xFFFE;', '&#xD800;', '&#x10FFFF;', '&#x110000;', '&#99999999999;', '&amp;', '&lt;', '&apos;',
  '&quot;', '&gt;', '&nbsp;', '&', '&;', '&#;', '&#x;', '&amp', ']]>', '>', '"', "'", '\u0001', '\u007f', '\ufffe', '<', '</', '</x>', '<x/>', '<x></x>', '<b:x/>',
  '<i:Datum>2025-01-01</i:Datum>', '<n:x/>', '<x', '< b:x/>', '<b:Header/>', '<:x/>', '<b:/>', '<b:1/>', '<a:b:c/>',
]

type Mutatie = (boom: Boom, toeval: Toeval, ander: Boom) => void

function ouders(boom: Boom): Boom[] {
  return alle(boom).filter(({ kinderen }) => kinderen.length > 0)
}

function bladen(boom: Boom): Boom[] {
  return alle(boom).filter(({ kinderen }) => kinderen.length === 0)
}

function plek(lijst: readonly unknown[], toeval: Toeval): number {
  return toeval.onder(lijst.length + 1)
}

/** A value changed a little: just too long, one sign off, white space around. */
function verdraai(tekst: string, toeval: Toeval): string {
  const i = toeval.onder(tekst.length + 1)
  const teken = toeval.kies(['0', '9', 'a', 'Z', ' ', '\n', '\r', '\t', '-', '.', 'é', '😀', '\u00a0'])
  return toeval.kies([
    tekst.slice(0, i) + teken + tekst.slice(i),
    tekst.slice(0, i) + tekst.slice(i + 1),
    tekst.slice(0, i) + teken + tekst.slice(i + 1),
    ` ${tekst}`,
    `${tekst} `,
    `0${tekst}`,
    `+${tekst}`,
    tekst + tekst,
    tekst.toUpperCase(),
    tekst.toLowerCase(),
  ])
}

const mutaties: Record<string, Mutatie> = {
  weglaten: (boom, toeval) => {
    const { kinderen } = toeval.kies(ouders(boom))
    kinderen.splice(toeval.onder(kinderen.length), 1)
  },
  verdubbelen: (boom, toeval) => {
    const { kinderen } = toeval.kies(ouders(boom))
    const i = toeval.onder(kinderen.length)
    kinderen.splice(i, 0, kopieer(kinderen[i]!))
  },
  verwisselen: (boom, toeval) => {
    const { kinderen } = toeval.kies(ouders(boom))
    const [een, twee] = [toeval.onder(kinderen.length), toeval.onder(kinderen.length)]
    ;[kinderen[een], kinderen[twee]] = [kinderen[twee]!, kinderen[een]!]
  },
  verplaatsen: (boom, toeval) => {
    const bron = toeval.kies(ouders(boom)).kinderen
    const [deel] = bron.splice(toeval.onder(bron.length), 1)
    const doel = toeval.kies(alle(boom)).kinderen
    doel.splice(plek(doel, toeval), 0, deel!)
  },
  overnemen: (boom, toeval, ander) => {
    const doel = toeval.kies(ouders(boom)).kinderen
    doel.splice(plek(doel, toeval), toeval.onder(2), kopieer(toeval.kies(alle(ander))))
  },
  hernoemen: (boom, toeval, ander) => {
    toeval.kies(alle(boom)).naam = toeval.kies(['Onbekend', 'bericht', 'Header', toeval.kies(alle(ander)).naam])
  },
  ruimte: (boom, toeval) => {
    const deel = toeval.kies(alle(boom))
    deel.basis = !deel.basis
  },
  waarde: (boom, toeval) => {
    toeval.kies(bladen(boom)).tekst = toeval.kies(WAARDEN)
  },
  verdraaien: (boom, toeval) => {
    const blad = toeval.kies(bladen(boom))
    blad.tekst = verdraai(blad.tekst, toeval)
  },
  overlopen: (boom, toeval) => {
    const blad = toeval.kies(bladen(boom))
    blad.tekst = blad.tekst.repeat(2 + toeval.onder(40))
  },
  leegmaken: (boom, toeval) => {
    const deel = toeval.kies(alle(boom))
    deel.tekst = ''
    deel.kinderen = []
  },
  attribuut: (boom, toeval) => {
    toeval.kies(alle(boom)).attributen = toeval.kies(ATTRIBUTEN)
  },
  rauw: (boom, toeval) => {
    toeval.kies(alle(boom)).rauw = toeval.kies(RAUW)
  },
  cdata: (boom, toeval) => {
    const blad = toeval.kies(bladen(boom))
    const i = plek(blad.tekst.split(''), toeval)
    blad.rauw = `<![CDATA[${blad.tekst.slice(0, i)}]]>`
    blad.tekst = blad.tekst.slice(i)
  },
  verwijzing: (boom, toeval) => {
    const blad = toeval.kies(bladen(boom))
    blad.rauw = Array.from(blad.tekst, (teken) => `&#${String(teken.codePointAt(0))};`).join(
      toeval.kies(['', '', '<!-- x -->']),
    )
    blad.tekst = ''
  },
  kind: (boom, toeval) => {
    const { kinderen } = toeval.kies(alle(boom))
    kinderen.splice(
      plek(kinderen, toeval),
      0,
      maakBoom(toeval.kies(['Nieuw', 'Bsn', 'Einddatum', 'Datum']), toeval.kans(0.5), '1'),
    )
  },
}

/** Changes a copy in one to three ways; says which. */
export function muteer(origineel: Boom, ander: Boom, toeval: Toeval): { boom: Boom; hoe: string } {
  const boom = kopieer(origineel)
  const namen: string[] = []
  const aantal = toeval.kies([1, 1, 1, 2, 3])
  for (let i = 0; i < aantal && ouders(boom).length > 0; i++) {
    const naam = toeval.kies(Object.keys(mutaties))
    mutaties[naam]!(boom, toeval, ander)
    namen.push(naam)
  }
  return { boom, hoe: namen.join('+') }
}

const STUKJES = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '/',
  ' ',
  '=',
  ':',
  '!',
  '?',
  '-',
  '\u0000',
  '\u000b',
  ']]>',
  '<!--',
  '-->',
  '\u2028',
  '😀',
  'x',
  '0',
]

/** Spoils the text itself: cuts, inserts, doubles or swaps a piece anywhere after the XML declaration. */
export function muteerTekst(xml: string, toeval: Toeval): string {
  const begin = xml.startsWith('<?xml') ? xml.indexOf('?>') + 2 : 0
  const i = begin + toeval.onder(xml.length - begin)
  const lengte = toeval.kies([1, 1, 2, 5, 40])
  const stuk = toeval.kies(STUKJES)
  return toeval.kies([
    xml.slice(0, i) + xml.slice(i + lengte),
    xml.slice(0, i) + stuk + xml.slice(i),
    xml.slice(0, i) + stuk + xml.slice(i + 1),
    xml.slice(0, i) + xml.slice(i, i + lengte) + xml.slice(i),
    xml.slice(0, i),
    xml + stuk,
  ])
}
