import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as voorbeeld from '../../../../../test/traag/bericht-voorbeeld.ts'
import { ontleedSnel } from './ontleed-snel.ts'
import { ontleed } from './ontleed.ts'

const opties = { pseudoniem: (bsn: string) => bsn.length, hmac: () => createHmac('sha256', 's') }
const XML = voorbeeld.declaratie([{ referentie: 'P 1' }, { referentie: 'P2', dc: 'C' }])

// That both readers agree is shown by the slow tests on thousands of messages; here, which messages are plain.
describe('de snelle weg', () => {
  test.each<[string, string]>([
    ['gewoon', XML],
    ['CR/LF', XML.replaceAll('\n', '\r\n')],
    ['alleen CR', XML.replaceAll('\n', '\r')],
    ['een regeleinde in een vrije tekst', XML.replace('P 1', 'P\r\n1')],
    ['geen regeleinden', XML.replaceAll('\n', '')],
    ['standaardnaamruimte', XML.replaceAll(/(<\/?)b:/g, '$1').replace('xmlns:b=', 'xmlns=')],
    ['zonder verklaring', XML.slice(XML.indexOf('<b:Bericht'))],
    [
      'verwijzing naar een schema',
      XML.replace('xmlns:b', 'xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:schemaLocation="a b" xmlns:b'),
    ],
  ])('neemt aan: %s', (_, xml) => {
    const snel = ontleedSnel(xml, opties)
    const { fout, verzameling } = ontleed(xml, opties)
    expect(fout).toBeNull()
    expect(snel?.items).toEqual(verzameling?.items)
    expect(snel?.inhoudHmac()).toEqual(verzameling?.inhoudHmac())
  })

  test.each<[string, string]>([
    ['commentaar', XML.replace('<b:Clienten>', '<!-- x --><b:Clienten>')],
    ['CDATA', XML.replace('P 1', '<![CDATA[P 1]]>')],
    ['een verwijzing', XML.replace('P 1', 'P&#32;1')],
    ['een attribuut', XML.replace('<b:Clienten>', '<b:Clienten a="1">')],
    ['tekens die niet mogen', XML.replace('P 1', 'P\u00011')],
    ['het einde van CDATA in tekst', XML.replace('P 1', 'P]]>1')],
    ['een dubbele declaratie', XML.replace('xmlns:b', 'xmlns:c="urn:c" xmlns:c="urn:c" xmlns:b')],
    [
      'twee voorvoegsels voor het basisschema',
      XML.replace('xmlns:i=', 'xmlns:j="http://www.istandaarden.nl/iwmo/3_2/basisschema/schema" xmlns:i='),
    ],
    ['een ontbrekend element', XML.replace('<b:Eenheid>04</b:Eenheid>', '')],
    ['een element te veel', XML.replace('<b:Eenheid>04</b:Eenheid>', '<b:Eenheid>04</b:Eenheid>'.repeat(2))],
    ['iets na het einde', `${XML}x`],
    ['een afgebroken bericht', XML.slice(0, -20)],
    ['geen bericht', '<a/>'],
  ])('laat over aan de strenge weg: %s', (_, xml) => {
    expect(ontleedSnel(xml, opties)).toBeNull()
  })
})
