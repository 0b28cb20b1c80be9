import { createHmac } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { Berichtsoort, Wet } from '../../src/domain/do/bericht/bericht.ts'
import { beschrijvingen } from '../../src/domain/do/bericht/beschrijving/berichten.ts'
import type { Berichtbeschrijving } from '../../src/domain/do/bericht/beschrijving/vorm.ts'
import { ontleedSnel } from '../../src/domain/do/bericht/lezer/ontleed-snel.ts'
import { ontleed } from '../../src/domain/do/bericht/lezer/ontleed.ts'
import type { Verzameling } from '../../src/domain/do/bericht/lezer/verzameling.ts'
import { controleerVooraf } from '../../src/domain/do/bericht/voorcontrole.ts'
import { gewoon, kiesSchrijfwijze, leesBoom, schrijf, type Boom } from './bericht-boom.ts'
import { gedeeld, leesGedeeld, listGedeeld, moetErZijn } from './bericht-gedeeld.ts'
import { maakBericht } from './bericht-maker.ts'
import { muteer, muteerTekst } from './bericht-mutaties.ts'
import { maakToeval, type Toeval } from './bericht-toeval.ts'
import { oordeelXsd } from './bericht-xsd.ts'
import { listZip } from './bericht-zipinhoud.ts'

// Our description against libxml2 with the official XSD, on changed messages: the same verdict, or the test fails. Encoding,
// DOCTYPE and size are judged before the XML, outside this comparison. There are no deliberate differences.

const GEVALLEN = Number(process.env['OVERLAP_VERSCHIL'] ?? 1500)
const ZAAD = 20261122

type Telling = { vergeleken: number; geldig: number; snel: number }
const tellingen = new Map<string, Telling>()

function hmac() {
  return createHmac('sha256', 'verschil')
}

const opties = { pseudoniem: (bsn: string) => `p${bsn}`, hmac }

function alsGegevens({ soort, wet, velden, items, client, vreemdeDatum }: Verzameling<string>) {
  return { soort, wet, velden, items, client, vreemdeDatum }
}

/** Compares one text; null when it is judged before the XML. */
function vergelijk({ wet, soort }: Berichtbeschrijving, xml: string): boolean | null {
  const bytes = Buffer.from(xml)
  const vooraf = controleerVooraf(bytes)
  if ('fout' in vooraf) {
    return null
  }
  const { fout, verzameling } = ontleed(vooraf.tekst, opties)
  const snel = ontleedSnel(vooraf.tekst, opties)
  const officieel = oordeelXsd(wet, soort, bytes)
  const geldig = fout === null
  if (geldig !== officieel.geldig) {
    const wij = fout === null ? 'valid' : `${fout.code}: ${fout.melding}`
    expect.fail(`we say ${wij}\nlibxml2 says ${officieel.geldig ? 'valid' : officieel.reden}\n${xml}`)
  }
  // The fast reader may give up, but when it accepts it must agree with the strict one in everything.
  if (snel !== null) {
    expect(geldig, xml).toBe(true)
    expect(alsGegevens(snel), xml).toEqual(alsGegevens(verzameling!))
    expect(snel.inhoudHmac(), xml).toEqual(verzameling!.inhoudHmac())
  }
  tel(wet, soort, geldig, snel !== null)
  return geldig
}

function tel(wet: Wet, soort: Berichtsoort, geldig: boolean, snel: boolean) {
  const naam = wet.toUpperCase() + soort
  const telling = tellingen.get(naam) ?? { vergeleken: 0, geldig: 0, snel: 0 }
  telling.vergeleken++
  telling.geldig += Number(geldig)
  telling.snel += Number(snel)
  tellingen.set(naam, telling)
}

/** The 3.2 examples of a type, a sample of the proefregio, and messages made from the description. */
function basisberichten({ wet, soort, basis, wortel }: Berichtbeschrijving, toeval: Toeval): Boom[] {
  const naam = wet.toUpperCase() + soort
  const map = `istandaarden/voorbeelden/i${wet}-3.2`
  const voorbeelden = listGedeeld(map)
    .filter((bestand) => bestand.startsWith(naam))
    .map((bestand) => leesGedeeld(map, bestand).toString())
  const proef = listGedeeld('proefregio/berichten')
    .filter((bestand) => bestand.startsWith(naam))
    .flatMap((bestand) => listZip(leesGedeeld('proefregio/berichten', bestand), 200))
    .filter((xml) => xml.length < 6000)
    .slice(0, 12)
  const gemaakt = Array.from({ length: 12 }, (_, i) => maakBericht(wortel, toeval, i % 2 === 0))
  return [...[...voorbeelden, ...proef].map((xml) => leesBoom(xml, basis)), ...gemaakt]
}

describe.skipIf(gedeeld === null && !moetErZijn)('verschil met de officiële XSD', () => {
  test.each(
    beschrijvingen.map((beschrijving) => [beschrijving.wet.toUpperCase() + beschrijving.soort, beschrijving] as const),
  )('%s krijgt hetzelfde oordeel als van libxml2', (_, beschrijving) => {
    const toeval = maakToeval(ZAAD + beschrijving.bericht.length * Number(beschrijving.soort))
    const basis = basisberichten(beschrijving, toeval)
    for (const boom of basis) {
      expect(vergelijk(beschrijving, schrijf(boom, beschrijving, gewoon)), schrijf(boom, beschrijving, gewoon)).toBe(
        true,
      )
    }
    for (let geval = 0; geval < GEVALLEN; geval++) {
      const { boom } = toeval.kans(0.05)
        ? { boom: maakBericht(beschrijving.wortel, toeval, toeval.kans(0.5)) }
        : muteer(toeval.kies(basis), toeval.kies(basis), toeval)
      const wijze = toeval.kans(0.5) ? gewoon : kiesSchrijfwijze(toeval)
      const xml = schrijf(boom, beschrijving, wijze)
      vergelijk(beschrijving, toeval.kans(0.15) ? muteerTekst(xml, toeval) : xml)
    }
    const telling = tellingen.get(beschrijving.wet.toUpperCase() + beschrijving.soort)
    // A comparison that only ever sees one verdict proves nothing.
    expect(telling?.geldig).toBeGreaterThan(GEVALLEN / 20)
    expect((telling?.vergeleken ?? 0) - (telling?.geldig ?? 0)).toBeGreaterThan(GEVALLEN / 4)
    expect(telling?.snel).toBeGreaterThan(GEVALLEN / 50)
  })

  afterAll(() => {
    for (const [naam, { vergeleken, geldig, snel }] of tellingen) {
      console.log(`${naam}: ${vergeleken} vergeleken, waarvan ${geldig} geldig (${snel} langs de snelle weg)`)
    }
  })
})

test('met OVERLAP_SHARED is er iets vergeleken', () => {
  if (gedeeld === null && !moetErZijn) {
    console.log('bericht-verschil: overgeslagen, de gedeelde gegevens zijn er niet')
    return
  }
  expect(tellingen.size).toBe(beschrijvingen.length)
})
