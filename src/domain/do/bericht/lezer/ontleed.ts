import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Berichtfout } from '../fout.ts'
import { beoordeelAttributen, ruimtenMet } from './attributen.ts'
import { ITEM, type Knoop } from './knoop.ts'
import * as meldingen from './meldingen.ts'
import { beginRuimten, ONGELDIG, volledigeNaam, zoekNaam, type Ruimten } from './namen.ts'
import { Schemaloop } from './schemaloop.ts'
import { isBerichtruimte, zoekSoort } from './soorten.ts'
import { Verzameling, type Opties } from './verzameling.ts'

/** `verzameling` is null when the root element is not that of a message; incomplete when there is a `fout`. */
export type Ontleding<P> = { fout: Berichtfout | null; verzameling: Verzameling<P> | null }

/** Ends the parse: nothing after this place can change the verdict. */
class Afgebroken extends Error {
  readonly fout: Berichtfout
  constructor(fout: Berichtfout) {
    super(fout.code)
    this.fout = fout
  }
}

const INSTELLING = { position: false, defaultXMLVersion: '1.0', forceXMLVersion: true } as const
const GEEN_WITRUIMTE = /[^ \t\n\r]/

/**
 * One strict pass over the XML: well-formedness, schema, extraction, pseudonyms and HMAC at once. After an error of schema it
 * reads on only to see whether the file is well-formed at all, because that is the better explanation. Items count in lines.
 * Never throws on bad input.
 */
export function ontleed<P>(origineel: string, opties: Opties<P>): Ontleding<P> {
  const tekst = origineel.includes('\r') ? origineel.replace(/\r\n?/g, '\n') : origineel
  const parser = new SaxesParser<typeof INSTELLING>(INSTELLING)
  const uit: Ontleding<P> = { fout: null, verzameling: null }
  const loop = new Schemaloop()
  let ruimten: Ruimten = beginRuimten()
  const ruimtenStapel: Ruimten[] = []
  let heeftAttributen = false
  let inhoud = ''
  let regelOpen = 1
  let itemNaam = ''

  function vindplaats(regel = parser.line): meldingen.Vindplaats {
    const volgnummer = uit.verzameling?.volgnummer ?? null
    return { regel, item: volgnummer === null ? null : `${itemNaam} ${String(volgnummer)}`, volgnummer }
  }

  function nietWelgevormd(): Afgebroken {
    return new Afgebroken(meldingen.nietWelgevormd(parser.line))
  }

  function open(tag: SaxesTagPlain): void {
    if (uit.fout !== null) {
      return
    }
    const buiten = ruimten
    const binnen = heeftAttributen ? ruimtenMet(ruimten, tag.attributes) : ruimten
    if (binnen === null || zoekNaam(binnen, tag.name) === ONGELDIG) {
      throw nietWelgevormd()
    }
    ruimten = binnen
    const kind = loop.knoop === null ? wortelVoor(tag.name) : kindVan(loop.knoop, zoekNaam(ruimten, tag.name))
    if (heeftAttributen) {
      heeftAttributen = false
      const oordeel = beoordeelAttributen(kind, ruimten, tag.attributes)
      if (oordeel === 'niet-welgevormd') {
        throw nietWelgevormd()
      }
      if (oordeel === 'niet-toegestaan' && kind !== null) {
        uit.fout ??= meldingen.attribuutHoortNiet(vindplaats(), kind.naam)
      }
    }
    if (kind !== null) {
      ruimtenStapel.push(buiten)
      betreed(kind)
    }
  }

  function wortelVoor(naam: string): Knoop {
    const volledig = volledigeNaam(ruimten, naam, true) ?? ''
    const gevonden = zoekSoort(volledig)
    if (gevonden === undefined) {
      const uri = volledig.slice(0, volledig.indexOf(' '))
      throw new Afgebroken(
        isBerichtruimte(uri) ? meldingen.verkeerdeWortel(parser.line) : meldingen.onbekendeNaamruimte(uri, parser.line),
      )
    }
    uit.verzameling = new Verzameling(gevonden.soort, gevonden.wet, opties)
    return gevonden.wortel
  }

  function kindVan(ouder: Knoop, sleutel: number): Knoop | null {
    const kind = loop.volgende(sleutel)
    if ('sleutel' in kind) {
      return kind
    }
    uit.fout =
      kind.ontbreekt === null
        ? meldingen.elementHoortNiet(vindplaats(), ouder.naam)
        : meldingen.elementOntbreekt(vindplaats(), kind.ontbreekt, ouder.naam)
    return null
  }

  function betreed(kind: Knoop): void {
    loop.betreed(kind)
    inhoud = ''
    regelOpen = parser.line
    if (kind.begint === ITEM) {
      itemNaam = kind.naam
    }
    if (kind.lees === null) {
      uit.verzameling!.open(kind, parser.line)
    }
  }

  function sluit(): void {
    if (uit.fout !== null) {
      return
    }
    const huidig = loop.knoop!
    if (huidig.lees === null) {
      const ontbreekt = loop.ontbreekt()
      if (ontbreekt !== undefined) {
        uit.fout = meldingen.elementOntbreekt(vindplaats(), ontbreekt.naam, huidig.naam)
        return
      }
      uit.verzameling!.sluit(huidig)
    } else {
      const waarde = huidig.lees(inhoud)
      if (waarde === null) {
        uit.fout = meldingen.waardeNietToegestaan(vindplaats(regelOpen), huidig.naam, huidig.verwacht)
        return
      }
      uit.verzameling!.waarde(huidig, waarde)
    }
    ruimten = ruimtenStapel.pop()!
    loop.verlaat()
  }

  function tekstdeel(deel: string): void {
    const huidig = loop.knoop
    if (huidig === null || uit.fout !== null) {
      return
    }
    if (huidig.lees !== null) {
      inhoud = inhoud === '' ? deel : inhoud + deel
    } else if (GEEN_WITRUIMTE.test(deel)) {
      uit.fout = meldingen.tekstHoortNiet(vindplaats(), huidig.naam)
    }
  }

  parser.on('error', () => {
    throw nietWelgevormd()
  })
  parser.on('attribute', () => {
    heeftAttributen = true
  })
  parser.on('opentag', (tag) => open(tag as SaxesTagPlain))
  parser.on('closetag', sluit)
  parser.on('text', tekstdeel)
  parser.on('cdata', (deel) => {
    // Between elements not even an empty CDATA section is white space.
    if (loop.knoop?.lees === null) {
      uit.fout ??= meldingen.tekstHoortNiet(vindplaats(), loop.knoop.naam)
    }
    tekstdeel(deel)
  })
  parser.on('processinginstruction', ({ target, body }) => {
    // The parser takes <?a?b?> for an instruction to a; after its name must come white space or the end.
    const vastgeplakt = body.startsWith('?') && tekst.endsWith(`<?${target}${body}?>`, parser.position)
    if (target.includes(':') || vastgeplakt) {
      throw nietWelgevormd()
    }
  })

  try {
    parser.write(tekst).close()
  } catch (fout) {
    if (!(fout instanceof Afgebroken)) {
      throw fout
    }
    uit.fout = fout.fout
  }
  return uit
}
