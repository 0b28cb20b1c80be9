import type { Berichtbeschrijving } from '../../src/domain/do/bericht/beschrijving/vorm.ts'
import type { Toeval } from './bericht-toeval.ts'

/** An element to change and write again. `rauw` children are written as they are; `tekst` of an element is escaped. */
export type Boom = { naam: string; basis: boolean; tekst: string; kinderen: Boom[]; attributen: string; rauw: string }

export function maakBoom(naam: string, basis: boolean, tekst = '', kinderen: Boom[] = []): Boom {
  return { naam, basis, tekst, kinderen, attributen: '', rauw: '' }
}

export function kopieer(boom: Boom): Boom {
  return { ...boom, kinderen: boom.kinderen.map(kopieer) }
}

export function alle(boom: Boom): Boom[] {
  return [boom, ...boom.kinderen.flatMap(alle)]
}

/** Reads one of the plain example messages: elements, text, prefixes declared on the root. */
export function leesBoom(xml: string, basisUri: string): Boom {
  const basisVoorvoegsel = new RegExp(`xmlns(?::([\\w-]+))?="${basisUri}"`).exec(xml)?.[1] ?? ''
  const stapel: Boom[] = []
  let wortel: Boom | undefined
  let plek = 0
  for (const tag of xml
    .replace(/<\?[^>]*\?>|<!--[\s\S]*?-->/g, (deel) => ' '.repeat(deel.length))
    .matchAll(/<(\/?)(?:([\w-]+):)?(\w+)[^>]*>/g)) {
    const [geheel, sluit, voorvoegsel = '', naam = ''] = tag
    const top = stapel.at(-1)
    if (sluit === '/') {
      if (top !== undefined && top.kinderen.length === 0) {
        top.tekst = xml.slice(plek, tag.index).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
      }
      stapel.pop()
    } else {
      const boom = maakBoom(naam, voorvoegsel === basisVoorvoegsel)
      top?.kinderen.push(boom)
      wortel ??= boom
      stapel.push(boom)
    }
    plek = tag.index + geheel.length
  }
  if (wortel === undefined) {
    throw new Error('no element in example')
  }
  return wortel
}

/** How a sender writes: prefixes, layout, line ends. `lokaal`: elements of the basisschema declare their own default namespace. */
export type Schrijfwijze = {
  bericht: string
  basis: string
  lokaal: boolean
  regeleinde: string
  inspringing: string
  verklaring: string
  schemaLocation: boolean
  naLeeg: string
}

export const gewoon: Schrijfwijze = {
  bericht: 'b',
  basis: 'i',
  lokaal: false,
  regeleinde: '\n',
  inspringing: '',
  verklaring: '<?xml version="1.0" encoding="UTF-8"?>',
  schemaLocation: false,
  naLeeg: '',
}

export function kiesSchrijfwijze(toeval: Toeval): Schrijfwijze {
  const bericht = toeval.kies(['wmo301', 'w', 'b', '', '', '_x', 'a-b.c', 'é'])
  return {
    bericht,
    basis: toeval.kies(['iwmo', 'i', 'z9', bericht === '' ? 'q' : '']),
    lokaal: toeval.kans(0.1),
    regeleinde: toeval.kies(['\n', '\n', '\r\n', '\r', '', ' ']),
    inspringing: toeval.kies(['', '\t', '  ']),
    verklaring: toeval.kies([
      gewoon.verklaring,
      gewoon.verklaring,
      '',
      "<?xml version='1.0' encoding='utf-8' ?>",
      '<?xml version="1.0"?>\n<!-- opmerking -->\n<?verwerk dit?>',
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    ]),
    schemaLocation: toeval.kans(0.2),
    naLeeg: toeval.kies(['', '', '\n', ' \t\r\n', '<!-- einde -->', '<?einde?>\n']),
  }
}

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

export function schrijf(
  boom: Boom,
  beschrijving: Pick<Berichtbeschrijving, 'bericht' | 'basis'>,
  wijze: Schrijfwijze,
): string {
  const declareer = (voorvoegsel: string, uri: string) => `xmlns${voorvoegsel === '' ? '' : `:${voorvoegsel}`}="${uri}"`
  const kop = [
    declareer(wijze.bericht, beschrijving.bericht),
    ...(wijze.lokaal ? [] : [declareer(wijze.basis, beschrijving.basis)]),
    XSI,
    ...(wijze.schemaLocation ? [`xsi:schemaLocation="${beschrijving.bericht} bericht.xsd"`] : []),
  ]
  function element(deel: Boom, diepte: number, metLokaal: boolean): string {
    const los = wijze.lokaal && deel.basis
    const voorvoegsel = los ? '' : deel.basis ? wijze.basis : wijze.bericht
    const naam = voorvoegsel === '' ? deel.naam : `${voorvoegsel}:${deel.naam}`
    const attributen = [
      ...(diepte === 0 ? kop : []),
      ...(los && !metLokaal ? [declareer('', beschrijving.basis)] : []),
      ...(deel.attributen === '' ? [] : [deel.attributen]),
    ]
    const open = [naam, ...attributen].join(' ')
    // An element of the message inside one of the basisschema would fall under its default namespace: declare it back.
    if (deel.kinderen.length === 0) {
      const inhoud = deel.rauw + ontsnap(deel.tekst)
      return inhoud === '' && diepte % 2 === 0 ? `<${open}/>` : `<${open}>${inhoud}</${naam}>`
    }
    const wit = wijze.regeleinde + (wijze.regeleinde === '' ? '' : wijze.inspringing.repeat(diepte + 1))
    const inhoud = deel.kinderen.map((kind) => wit + element(kind, diepte + 1, los)).join('')
    return `<${open}>${deel.rauw}${inhoud}${wijze.regeleinde}</${naam}>`
  }
  return `${wijze.verklaring}${wijze.verklaring === '' ? '' : '\n'}${element(boom, 0, false)}${wijze.naLeeg}`
}

function ontsnap(tekst: string): string {
  return tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', ']]&gt;')
}
