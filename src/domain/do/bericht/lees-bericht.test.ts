import { createHmac } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import * as voorbeeld from '../../../../test/traag/bericht-voorbeeld.ts'
import { leesBericht, type Leesuitkomst } from './lees-bericht.ts'

const pseudoniem = (bsn: string) => `p-${bsn.slice(-3)}`
const hmac = () => createHmac('sha256', 'sleutel')

function lees(xml: string): Leesuitkomst<string> {
  return leesBericht(Buffer.from(xml), { pseudoniem, hmac })
}

function goed(xml: string) {
  const uitkomst = lees(xml)
  if (!uitkomst.goed) {
    expect.fail(JSON.stringify(uitkomst.fout))
  }
  return uitkomst
}

const KOP = {
  wet: 'wmo',
  gemeente: '9999',
  aanbieder: '98990001',
  identificatie: 'B1',
  dagtekening: '2025-03-10',
}
const VAN_GEMEENTE = { ...KOP, afzender: '9999', ontvanger: '98990001' }
const VAN_AANBIEDER = { ...KOP, afzender: '98990001', ontvanger: '9999' }

describe('wat er van een bericht overblijft', () => {
  test('een 301 houdt het toegewezen product en een pseudoniem', () => {
    expect(goed(voorbeeld.toewijzing()).bericht).toEqual({
      ...VAN_GEMEENTE,
      soort: '301',
      client: 'p-006',
      producten: [
        {
          toewijzingNummer: 1234,
          productcategorie: '02',
          productcode: '02A03',
          toewijzingsdatum: '2025-03-01',
          toewijzingstijd: '10:30:00',
          ingangsdatum: '2025-03-15',
          einddatum: '2026-03-14',
          redenWijziging: null,
          volume: 4,
          eenheid: '04',
          frequentie: '2',
          budgetCent: null,
        },
      ],
    })
  })

  test('een 305 en een 307 houden start en stop; een ontbrekende code is null', () => {
    const product = {
      toewijzingNummer: 1234,
      productcategorie: '02',
      productcode: null,
      toewijzingIngangsdatum: null,
      begindatum: '2025-03-05',
      statusAanlevering: '1',
    }
    expect(goed(voorbeeld.start()).bericht).toEqual({
      ...VAN_AANBIEDER,
      soort: '305',
      client: 'p-006',
      producten: [product],
    })
    expect(goed(voorbeeld.stop()).bericht).toEqual({
      ...VAN_AANBIEDER,
      soort: '307',
      client: 'p-006',
      producten: [{ ...product, redenBeeindiging: '19', einddatum: '2025-03-09' }],
    })
  })

  test('een 323 houdt elke prestatie met zijn client; credit telt af in het totaal', () => {
    const xml = voorbeeld.declaratie([
      {},
      { bsn: voorbeeld.ANDER_BSN, referentie: 'P2', vorige: 'P0', dc: 'C', volume: '4', bedrag: '20000' },
    ])
    const { bericht, prestatiefouten } = goed(xml)
    expect(prestatiefouten).toEqual([])
    const regel = {
      volgnummer: 1,
      client: 'p-006',
      referentie: 'P1',
      vorigeReferentie: null,
      toewijzingNummer: 1234,
      productcategorie: '02',
      productcode: '02A03',
      periodeBegin: '2025-02-01',
      periodeEinde: '2025-02-28',
      volume: 3,
      eenheid: '04',
      tariefCent: 5000,
      bedragCent: 15000,
      debetCredit: 'D',
    }
    expect(bericht).toEqual({
      ...VAN_AANBIEDER,
      soort: '323',
      declaratienummer: 'D1',
      periodeBegin: '2025-02-01',
      periodeEinde: '2025-02-28',
      declaratiedagtekening: '2025-03-10',
      totaalCent: -5000,
      prestaties: [
        regel,
        {
          ...regel,
          volgnummer: 2,
          client: 'p-018',
          referentie: 'P2',
          vorigeReferentie: 'P0',
          volume: 4,
          bedragCent: 20000,
          debetCredit: 'C',
        },
      ],
    })
  })

  test('een 325 houdt totalen met teken en de afgewezen prestaties met hun codes', () => {
    const { bericht } = goed(voorbeeld.declaratieAntwoord())
    expect(bericht).toMatchObject({
      ...VAN_GEMEENTE,
      soort: '325',
      declaratie: { identificatie: 'H7', dagtekening: '2025-03-05' },
      retourcodes: ['0200'],
      antwoord: {
        declaratienummer: 'D1',
        ingediendCent: -5000,
        toegekendCent: -20000,
        retourcodes: ['0200'],
        prestaties: [
          { volgnummer: 1, client: 'p-006', bedragCent: 15000, retourcodes: ['9308'], clientRetourcodes: ['9308'] },
        ],
      },
    })
  })

  test('een retourbericht zonder codes is een goedkeuring, met een code een afwijzing', () => {
    expect(goed(voorbeeld.toewijzingRetour(null)).bericht).toEqual({
      ...VAN_GEMEENTE,
      soort: '302',
      identificatieRetour: 'R9',
      dagtekeningRetour: '2025-03-12',
      retourcodes: [],
      goedgekeurd: true,
    })
    expect(goed(voorbeeld.toewijzingRetour('9019')).bericht).toMatchObject({
      retourcodes: ['9019'],
      goedgekeurd: false,
    })
    expect(goed(voorbeeld.toewijzingRetour('0200')).bericht).toMatchObject({ retourcodes: ['0200'], goedgekeurd: true })
  })
})

const alle = [
  voorbeeld.toewijzing(),
  voorbeeld.toewijzingRetour('9019'),
  voorbeeld.start(),
  voorbeeld.stop(),
  voorbeeld.declaratie([{}, { bsn: voorbeeld.ANDER_BSN, referentie: 'P2' }]),
  voorbeeld.declaratieAntwoord(),
]

describe('wat niemand mag zien', () => {
  test('niets dat de client noemt staat in de uitkomst, goed of fout', () => {
    const fouten = alle.flatMap((xml) => [
      xml.replace('<b:Geslacht>2', '<b:Geslacht>Schaapherder'),
      xml.replace('</b:Client>', '</b:Client>Wilhelmina'),
      xml.replace('<b:Client>', '<b:Schaapherder>'),
      xml.replace('1951-04-08', 'Dwaalpad'),
      xml.replace(/<b:Bsn>\d+/, '<b:Bsn>1234XX'),
      xml.replace('2025-03-10', '1234XX'),
    ])
    const uitkomsten = [...alle, ...fouten].map((xml) => JSON.stringify(lees(xml)))
    for (const gegeven of voorbeeld.persoonsgegevens) {
      expect(uitkomsten.filter((uitkomst) => uitkomst.includes(gegeven))).toEqual([])
    }
  })

  test('de aanroeper krijgt een BSN alleen als die aan de elfproef voldoet', () => {
    const vang = vi.fn(() => 'p')
    leesBericht(Buffer.from(voorbeeld.toewijzing({ Bsn: '999900007' })), { pseudoniem: vang, hmac })
    leesBericht(Buffer.from(voorbeeld.toewijzingRetour('9019')), { pseudoniem: vang, hmac })
    expect(vang).not.toHaveBeenCalled()
    leesBericht(Buffer.from(voorbeeld.toewijzing()), { pseudoniem: vang, hmac })
    expect(vang.mock.calls).toEqual([[voorbeeld.BSN, 'wmo']])
  })
})

describe('de HMAC gaat over de inhoud', () => {
  const anders: [string, (xml: string) => string][] = [
    ['een ander voorvoegsel', (xml) => xml.replaceAll('b:', 'wmo:').replaceAll('xmlns:b=', 'xmlns:wmo=')],
    ['een standaardnaamruimte', (xml) => xml.replaceAll(/(<\/?)b:/g, '$1').replace('xmlns:b=', 'xmlns=')],
    ['CR/LF', (xml) => xml.replaceAll('\n', '\r\n')],
    ['geen regeleinden', (xml) => xml.replaceAll('\n', '')],
    [
      'inspringing en commentaar',
      (xml) => xml.replaceAll('\n', '\n\t').replace('<b:Header>', '<!-- kop --> <b:Header>'),
    ],
    [
      'voorloopnullen',
      (xml) => xml.replaceAll('Nummer>1234<', 'Nummer>000001234<').replaceAll('Nummer>0001234<', 'Nummer>+1234<'),
    ],
    ['tekenverwijzingen en CDATA', (xml) => xml.replace('>B1<', '>&#66;<![CDATA[1]]><')],
    ['een byte order mark', (xml) => `\ufeff${xml}`],
    ['witruimte om een datum', (xml) => xml.replace('>2025-03-10<', '> 2025-03-10\n<')],
  ]

  test.each(anders)('%s verandert niets', (_, wijzig) => {
    for (const xml of alle) {
      const wijziging = goed(wijzig(xml))
      expect(wijziging).toEqual(goed(xml))
    }
  })

  test('elke andere waarde geeft een andere HMAC, ook van wat niet bewaard wordt', () => {
    const xml = voorbeeld.toewijzing()
    const varianten = [
      xml,
      xml.replace('Wilhelmina', 'Wilhelmien'),
      xml.replace('Dwaalpad', 'Dwaalpas'),
      xml.replace('999900006', '999900018'),
      xml.replace('<i:Volume>4', '<i:Volume>5'),
      xml.replace('<i:Code>02A03</i:Code>', ''),
      xml.replaceAll('301', '302').replace('414', '415'),
    ].slice(0, 6)
    const hmacs = varianten.map((variant) => goed(variant).inhoudHmac.toString('hex'))
    expect(new Set(hmacs).size).toBe(varianten.length)
  })

  test('een waarde kan de bouw eromheen niet nabootsen', () => {
    const een = voorbeeld.declaratie([{ referentie: 'P1', vorige: 'P2' }])
    const twee = voorbeeld.declaratie([{ referentie: 'P1P2' }])
    expect(goed(een).inhoudHmac).not.toEqual(goed(twee).inhoudHmac)
  })
})

describe('wat er mis kan zijn', () => {
  const gevallen: [string, string, string, string][] = [
    ['niet-welgevormd', voorbeeld.start().replace('</b:Bsn>', ''), 'XML', '26'],
    ['niet-welgevormd', voorbeeld.start().replace('<b:Bsn>', '<q:Bsn>').replace('</b:Bsn>', '</q:Bsn>'), 'XML', '16'],
    ['niet-welgevormd', `${voorbeeld.start()}<!DOCTYPE x>`, 'XML', '28'],
    ['schemafout', voorbeeld.start({ Geslacht: '4' }), 'Geslacht', '18'],
    ['schemafout', voorbeeld.start().replace('<b:Geslacht>2</b:Geslacht>\n', ''), 'Geslacht', '18'],
    ['schemafout', voorbeeld.start().replace('<b:Client>', '<b:Client a="1">'), 'Client', '15'],
    ['schemafout', voorbeeld.start().replace('<b:Client>', '<b:Client>x'), 'Client', '16'],
    ['schemafout', voorbeeld.start({ Begindatum: '2025-02-30' }), 'Begindatum', '23'],
    [
      'verkeerde-root',
      voorbeeld.start().replaceAll('b:Bericht>', 'b:Brief>').replace('<b:Bericht ', '<b:Brief '),
      'Bericht',
      '2',
    ],
    ['onbekende-namespace', voorbeeld.start().replaceAll('3_2', '3_0'), 'release 3.0', '2'],
    ['onbekende-namespace', voorbeeld.start().replaceAll('wmo305', 'wmo399'), '3.2', '2'],
    ['onbekende-namespace', '<html><body/></html>', '3.2', '1'],
    ['soort-niet-ondersteund', voorbeeld.start().replaceAll('wmo305', 'wmo315'), '315', '2'],
    ['doctype-verboden', voorbeeld.start().replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'), 'DOCTYPE', ''],
  ]

  test.each(gevallen)('%s wordt met plaats gemeld', (code, xml, woord, regel) => {
    const uitkomst = lees(xml)
    expect(uitkomst).toMatchObject({ goed: false, fout: { code } })
    if (!uitkomst.goed) {
      expect(uitkomst.fout.melding).toContain(woord)
      expect(String(uitkomst.fout.plaats?.regel ?? '')).toBe(regel)
      expect(uitkomst.fout.melding).toMatch(/\.$/)
    }
  })

  test('van een geweigerd bericht blijft bekend wat in de kop al gelezen was', () => {
    expect(lees(voorbeeld.start({ Geslacht: '4' }))).toMatchObject({
      goed: false,
      kop: { ...VAN_AANBIEDER, soort: '305' },
    })
    const vroeg = lees(voorbeeld.start().replace('>98990001<', '>9899000<'))
    expect(vroeg).toMatchObject({ goed: false, kop: { wet: 'wmo', soort: '305' } })
    expect(vroeg.goed ? {} : vroeg.kop).not.toHaveProperty('aanbieder')
  })

  test('een foute regel in een 323 noemt prestatie en regel van het bestand', () => {
    const { bericht, prestatiefouten } = goed(
      voorbeeld.declaratie([{}, { referentie: 'P2', bedrag: '15001' }, { referentie: 'P3' }]),
    )
    expect(prestatiefouten).toMatchObject([{ code: 'bedrag-onjuist', plaats: { volgnummer: 2, regel: 39 } }])
    expect(bericht).toMatchObject({ totaalCent: 45001, prestaties: [{ volgnummer: 1 }, { volgnummer: 3 }] })
  })

  test('een datum die geen kalender kent wordt geweigerd, al mag hij van het schema', () => {
    expect(lees(voorbeeld.toewijzing({ Einddatum: '12025-01-01' }))).toMatchObject({
      goed: false,
      fout: { code: 'datum-onlogisch' },
    })
    expect(lees(voorbeeld.toewijzing({ Einddatum: '-2025-01-01' }))).toMatchObject({
      goed: false,
      fout: { code: 'datum-onlogisch' },
    })
  })
})
