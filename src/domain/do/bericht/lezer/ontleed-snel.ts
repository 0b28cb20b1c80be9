import { beoordeelAttributen, ruimtenMet } from './attributen.ts'
import type { Knoop } from './knoop.ts'
import { beginRuimten, volledigeNaam, type Ruimten } from './namen.ts'
import { zoekSoort, type Soort } from './soorten.ts'
import { Verzameling, type Opties } from './verzameling.ts'

// Nearly every message is plain: prefixes declared on the root, no other attributes, no comments, CDATA or entities. Such a
// message is read here by comparing the text with the tags that may come, three times as fast as by a general parser.
// It may only accept what the strict reader accepts, with the same result; at the least doubt it gives up and the strict one
// reads the message from the start and says what is wrong. A test holds the two together.

/** An element with its tags as this sender writes them. */
type Tag = { knoop: Knoop; open: string; sluit: string; kinderen: readonly Tag[] }

// In a free text only: codes, numbers and dates with any of these are refused anyway.
const VREEMD = /[&\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\]\]>/
const VERKLARING = /<\?xml version="1\.0"(?: encoding="[Uu][Tt][Ff]-8")?(?: standalone="(?:yes|no)")? ?\?>/y
const WORTEL = /^<((?:[A-Za-z_][A-Za-z0-9_]*:)?Bericht)((?:[ \n]+[A-Za-z_][A-Za-z0-9_:]*="[^"<&\t\n]*")+)[ \n]*>$/
const ATTRIBUUT = /([A-Za-z_][A-Za-z0-9_:]*)="([^"]*)"/g
const GEEF_OP = -1

// A sender always writes the same root tag. Null: not plain.
const bekend = new Map<string, Begin | null>()
const MAX_BEKEND = 200
const MAX_WORTEL = 2000

/** Reads a plain, valid message; null when it is not, or not surely, one. Items count in offsets in the text. */
export function ontleedSnel<P>(origineel: string, opties: Opties<P>): Verzameling<P> | null {
  const tekst = origineel.includes('\r') ? origineel.replace(/\r\n?/g, '\n') : origineel
  const begin = leesWortel(tekst)
  if (begin === null) {
    return null
  }
  const verzameling = new Verzameling(begin.soort.soort, begin.soort.wet, opties)
  verzameling.open(begin.tag.knoop, begin.plek)
  const einde = leesGroep(begin.tag, begin.plek)
  return einde !== GEEF_OP && naWitruimte(tekst, einde) === tekst.length ? verzameling : null

  function leesGroep({ knoop, kinderen, sluit }: Tag, vanaf: number): number {
    let plek = naWitruimte(tekst, vanaf)
    for (const kind of kinderen) {
      let gezien = false
      while (tekst.startsWith(kind.open, plek) && (!gezien || kind.knoop.herhaalt)) {
        gezien = true
        plek = kind.knoop.lees === null ? leesDeel(kind, plek) : leesWaarde(kind, kind.knoop.lees, plek)
        if (plek === GEEF_OP) {
          return GEEF_OP
        }
        plek = naWitruimte(tekst, plek)
      }
      if (!gezien && kind.knoop.verplicht) {
        return GEEF_OP
      }
    }
    if (!tekst.startsWith(sluit, plek)) {
      return GEEF_OP
    }
    verzameling.sluit(knoop)
    return plek + sluit.length
  }

  function leesDeel(tag: Tag, plek: number): number {
    verzameling.open(tag.knoop, plek)
    return leesGroep(tag, plek + tag.open.length)
  }

  function leesWaarde({ knoop, open, sluit }: Tag, lees: NonNullable<Knoop['lees']>, plek: number): number {
    const van = plek + open.length
    const tot = tekst.indexOf('<', van)
    if (tot === -1 || !tekst.startsWith(sluit, tot)) {
      return GEEF_OP
    }
    const waarde = lees(tekst.slice(van, tot))
    if (waarde === null || (knoop.vrij && VREEMD.test(waarde))) {
      return GEEF_OP
    }
    verzameling.waarde(knoop, waarde)
    return tot + sluit.length
  }
}

function naWitruimte(tekst: string, vanaf: number): number {
  let plek = vanaf
  for (;;) {
    const teken = tekst.charCodeAt(plek)
    if (teken !== 10 && teken !== 32 && teken !== 9) {
      return plek
    }
    plek++
  }
}

type Begin = { soort: Soort; tag: Tag }

function leesWortel(tekst: string): (Begin & { plek: number }) | null {
  VERKLARING.lastIndex = 0
  const van = VERKLARING.test(tekst) ? naWitruimte(tekst, VERKLARING.lastIndex) : 0
  const plek = tekst.indexOf('>', van) + 1
  if (plek - van > MAX_WORTEL) {
    return null
  }
  const wortel = tekst.slice(van, plek)
  let begin = bekend.get(wortel)
  if (begin === undefined) {
    begin = ontleedWortel(wortel)
    if (bekend.size >= MAX_BEKEND) {
      bekend.clear()
    }
    // Copied, because a part cut out of a message would keep that whole message in memory.
    bekend.set(Buffer.from(wortel).toString(), begin)
  }
  return begin === null ? null : { ...begin, plek }
}

function ontleedWortel(tekst: string): Begin | null {
  const [, naam = '', geschreven = ''] = WORTEL.exec(tekst) ?? []
  const attributen: Record<string, string> = {}
  for (const [, attribuut = '', waarde = ''] of geschreven.matchAll(ATTRIBUUT)) {
    if (attribuut in attributen) {
      return null
    }
    attributen[attribuut] = waarde
  }
  const ruimten = ruimtenMet(beginRuimten(), attributen)
  const soort = ruimten === null ? undefined : zoekSoort(volledigeNaam(ruimten, naam, true) ?? '')
  if (ruimten === null || soort === undefined || beoordeelAttributen(soort.wortel, ruimten, attributen) !== 'goed') {
    return null
  }
  const basis = basisVoorvoegsel(ruimten, soort)
  return basis === null ? null : { soort, tag: maakTag(soort.wortel, naam.slice(0, -'Bericht'.length), basis) }
}

/** The prefix for the basisschema, with its colon; a sender who declares two uses either, which is not plain. */
function basisVoorvoegsel({ voorvoegsels }: Ruimten, { basis }: Soort): string | null {
  const gevonden = [...voorvoegsels].filter(([, uri]) => uri === basis).map(([voorvoegsel]) => voorvoegsel)
  return gevonden.length !== 1 ? null : gevonden[0] === '' ? '' : `${gevonden[0] ?? ''}:`
}

function maakTag(knoop: Knoop, voorvoegsel: string, basis: string): Tag {
  const naam = (knoop.basis ? basis : voorvoegsel) + knoop.naam
  const kinderen = knoop.kinderen.map((kind) => maakTag(kind, voorvoegsel, basis))
  return { knoop, open: `<${naam}>`, sluit: `</${naam}>`, kinderen }
}
