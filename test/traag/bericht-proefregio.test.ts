import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { leesBericht } from '../../src/domain/do/bericht/lees-bericht.ts'
import { ontleedSnel } from '../../src/domain/do/bericht/lezer/ontleed-snel.ts'
import { ontleed } from '../../src/domain/do/bericht/lezer/ontleed.ts'
import { controleerVooraf } from '../../src/domain/do/bericht/voorcontrole.ts'
import { leesZip } from '../../src/domain/do/bericht/zip.ts'
import { gedeeld, leesGedeeld, listGedeeld, moetErZijn } from './bericht-gedeeld.ts'
import { listEntries } from './bericht-zipinhoud.ts'

const opties = { pseudoniem: (bsn: string) => `p${bsn}`, hmac: () => createHmac('sha256', 'proefregio') }

// Refusals that need more than the message itself: other messages, agreements, the region.
const VAN_ANDEREN = new Set([
  'onbekende-aanbieder',
  'onbekende-gemeente',
  'onbekende-toewijzing',
  'tarief-wijkt-af',
  'product-niet-in-contract',
  'client-hoort-niet-bij-toewijzing',
  'aanbieder-hoort-niet-bij-toewijzing',
  'geen-bijbehorende-start',
  'buiten-toewijzingsperiode',
  'credit-zonder-debet',
  'identificatie-hergebruikt',
])

async function* inStukken(bytes: Buffer) {
  for (let plek = 0; plek < bytes.length; plek += 65_536) {
    yield await Promise.resolve(bytes.subarray(plek, plek + 65_536))
  }
}

function oordeel(bytes: Uint8Array): string[] {
  const uitkomst = leesBericht(bytes, opties)
  return uitkomst.goed ? uitkomst.prestatiefouten.map(({ code }) => code) : [uitkomst.fout.code]
}

describe.skipIf(gedeeld === null && !moetErZijn)('proefregio', () => {
  const zips = listGedeeld('proefregio/berichten')

  test.each(zips)('elk bericht in %s is goed, en snel en streng lezen hetzelfde', async (bestand) => {
    const zip = leesGedeeld('proefregio/berichten', bestand)
    const bekend = new Map(listEntries(zip).map(({ naam, bytes }) => [naam, bytes]))
    let snelle = 0
    for await (const deel of leesZip(inStukken(zip))) {
      if (!('bytes' in deel)) {
        expect.fail(JSON.stringify(deel))
      }
      expect(deel.bytes.equals(bekend.get(deel.naam) ?? Buffer.alloc(0))).toBe(true)
      bekend.delete(deel.naam)
      expect(oordeel(deel.bytes), deel.naam).toEqual([])
      snelle += Number(vergelijkSnelEnStreng(deel.bytes))
    }
    expect(bekend.size).toBe(0)
    expect(snelle).toBeGreaterThan(100)
  })

  test('wat het bericht zelf verraadt wordt geweigerd met een van de verwachte redenen', async () => {
    const verwacht = leesGedeeld('proefregio/afgekeurd/verwacht.csv').toString().trim().split('\n').slice(1)
    let beoordeeld = 0
    for (const rij of verwacht) {
      const [bestand = '', klassen = ''] = rij.split(';')
      const bytes = leesGedeeld('proefregio/afgekeurd', bestand)
      const redenen = klassen.split('|')
      if (bestand.endsWith('.zip')) {
        const delen = await Array.fromAsync(leesZip(inStukken(bytes)))
        expect(delen.length, bestand).toBeGreaterThan(0)
        expect(
          delen.every((deel) => 'fout' in deel && redenen.includes(deel.fout.code)),
          bestand,
        ).toBe(true)
        beoordeeld++
      } else if (bestand.endsWith('.xml')) {
        const codes = oordeel(bytes)
        const vanAnderen =
          redenen.some((reden) => VAN_ANDEREN.has(reden)) || bestand === '63-323-referentie-al-gebruikt.xml'
        expect(
          codes.every((code) => redenen.includes(code)),
          `${bestand}: ${codes.join(' ')}`,
        ).toBe(true)
        expect(codes.length === 0, `${bestand}: ${codes.join(' ')}`).toBe(vanAnderen)
        beoordeeld++
      }
    }
    expect(beoordeeld).toBeGreaterThan(70)
  })
})

test('met OVERLAP_SHARED zijn er berichten gelezen', () => {
  if (gedeeld === null && !moetErZijn) {
    console.log('bericht-proefregio: overgeslagen, de gedeelde gegevens zijn er niet')
    return
  }
  expect(listGedeeld('proefregio/berichten').length).toBeGreaterThan(0)
})

/** True when the fast reader took the message; then both must have found the same. */
function vergelijkSnelEnStreng(bytes: Buffer): boolean {
  const vooraf = controleerVooraf(bytes)
  if ('fout' in vooraf) {
    return false
  }
  const snel = ontleedSnel(vooraf.tekst, opties)
  if (snel === null) {
    return false
  }
  const { fout, verzameling } = ontleed(vooraf.tekst, opties)
  expect(fout).toBeNull()
  expect(snel.inhoudHmac().equals(verzameling!.inhoudHmac())).toBe(true)
  expect({ velden: snel.velden, items: snel.items, client: snel.client }).toEqual({
    velden: verzameling!.velden,
    items: verzameling!.items,
    client: verzameling!.client,
  })
  return true
}
