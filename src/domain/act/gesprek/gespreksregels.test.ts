import { describe, expect, test } from 'vitest'
import flevoland from '../../../../db/regelsets/flevoland.json' with { type: 'json' }
import zw from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { Taken } from '../../plan/bezetting/taken.ts'
import { Frequenties, Regelsetdeel } from '../../plan/inrichting/regelset.ts'
import { Gespreksregels } from './gespreksregels.ts'

const sdfl = flevoland.delen.find(({ deel }) => deel === 'gesprekken')!

const deel = (naam: string) => zw.delen.find((een) => een.deel === naam)!.inhoud
const regels = Gespreksregels.parse(deel('gesprekken'))
const regelsSdfl = Gespreksregels.parse(Regelsetdeel.parse(sdfl).inhoud)

const koppen = (code: string, van = regels) =>
  van.sjablonen
    .find((een) => een.code === code)!
    .punten.map(({ titel, onder }) => [titel, ...onder.map((punt) => punt.titel)])

describe('wat de regelset zegt over gesprekken', () => {
  test('GES-05: de agenda van Zaanstreek-Waterland heeft alle punten, in deze volgorde', () => {
    expect(koppen('contractmanagementgesprek')).toEqual([
      ['Opening en mededelingen', 'Vaststellen agenda', 'Verslag en actiepunten vorig gesprek'],
      ['Rapportage'],
      [
        'Bedrijfsvoering en organisatie',
        'Administratie (berichtenverkeer en facturaties)',
        'Financiële gezondheid en winstgevendheid',
        'Personeel en gevolgen van personeelstekort',
        'Wachttijden en wachtlijsten',
        'Governance en zelfevaluatie',
        'Cliënttevredenheidsonderzoeken',
        'Meldingen en incidenten',
        'Signaleren van klachten en verbeterpunten',
      ],
      [
        'Innovatie en ontwikkeling',
        'Opleiding en ontwikkeling van personeel',
        'Proces ondersteuningsplan, zorgplan, uitvoering en evaluatie',
        'Innovaties en nieuwe initiatieven',
      ],
      ['KPI’s'],
      ['Social Return on Investment (SROI)'],
      ['Samenwerking en contractmanagement', 'Lokale teams en andere aanbieders'],
      ['Overige ontwikkelingen'],
    ])
  })

  test('GES-12, GES-13: SDFL begint met de gedeelde ambitie en heeft de vijf thema’s', () => {
    const titels = koppen('contractvoortgangsgesprek', regelsSdfl).map(([titel]) => titel)
    expect(titels[0]).toBe('Gedeelde ambitie')
    expect(titels).toEqual(
      expect.arrayContaining([
        'Ontwikkelingen in cijfers',
        'Financiële voortgang',
        'Kwaliteit en risico’s',
        'Organisatie en samenwerking',
        'Beleidscontext',
      ]),
    )
    // every kind of meeting with an aanbieder begins with it
    for (const { partij, sjabloon } of regelsSdfl.soorten) {
      if (partij === 'aanbieder') expect(koppen(sjabloon, regelsSdfl)[0]![0]).toMatch(/^Gedeelde ambitie/)
    }
  })

  test('GES-02, GES-04: het doel staat vast, en winstmarges en inhuur staan op de agenda voor als het nodig is', () => {
    expect(regels.doel.tekst).toMatch(/kwaliteit, de continuïteit en het resultaat .* evalueren en waarborgen/)
    const alles = JSON.stringify(regels.sjablonen)
    expect(alles).toMatch(/winstmarges.*marktconforme tarieven.*buitensporig/)
    expect(alles).toMatch(/inhuur en vast personeel/)
  })

  test('GES-03: de rapportage vooraf heeft vier verplichte delen', () => {
    expect(regels.rapportage.delen.map(({ naam }) => naam)).toEqual([
      'Cliëntaantallen',
      'Klachten',
      'Calamiteiten en incidenten',
      'Geldigheid kwaliteitscertificaat',
    ])
  })

  test('GES-08: drie niveaus, elk met de onderwerpen van de bron', () => {
    expect(regels.niveaus.map(({ niveau, onderwerpen }) => [niveau, onderwerpen.length])).toEqual([
      ['strategisch', 5],
      ['tactisch', 9],
      ['operationeel', 3],
    ])
  })

  test('GES-09: vijf verwachtingen van een aanbieder', () => {
    expect(regels.gedrag.map(({ code }) => code)).toEqual([
      'proactief',
      'ontzorgen',
      'flexibel',
      'informeren',
      'verantwoording',
    ])
  })

  test('GES-15: drie vragen bij elke indicator', () => {
    expect(regelsSdfl.duiding).toHaveLength(3)
  })

  test('GES-19, PLN-07, ORG-16: elke soort gesprek heeft een eigen naam en een sjabloon dat bestaat', () => {
    const soorten = regels.soorten.map(({ code }) => code)
    expect(soorten).toEqual([
      'contractmanagementgesprek',
      'extra-gesprek',
      'escalatiegesprek',
      'ordegesprek',
      'directiegesprek',
      'prestatiedialoog',
      'backofficeoverleg',
      'opdrachtgeversoverleg',
      'intern-overleg',
    ])
    // only the meeting of the contract counts for the minimum (AMB-06)
    expect(regels.soorten.filter(({ teltMee }) => teltMee).map(({ code }) => code)).toEqual([
      'contractmanagementgesprek',
    ])
    expect(Gespreksregels.safeParse({ ...regels, sjablonen: regels.sjablonen.slice(1) }).success).toBe(false)
  })

  test('ROL-13: een maatregel waar een gesprek naar verwijst, staat in de taken', () => {
    const taken = Taken.parse(deel('taken')).taken.map(({ code }) => code)
    for (const { maatregel } of [...regels.soorten, ...regelsSdfl.soorten]) {
      if (maatregel) expect(taken).toContain(maatregel)
    }
  })

  test('GES-01: het minimum verwijst naar een frequentie die bestaat', () => {
    const { frequenties } = Frequenties.parse(deel('frequenties'))
    expect(regels.minimum.wijze === 'frequentie' && frequenties.map(({ code }) => code)).toContain(
      regels.minimum.wijze === 'frequentie' ? regels.minimum.frequentie : '',
    )
  })
})
