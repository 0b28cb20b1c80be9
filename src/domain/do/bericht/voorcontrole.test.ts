import { describe, expect, test } from 'vitest'
import { controleerVooraf, MAX_BERICHT } from './voorcontrole.ts'

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n<Bericht/>'

function oordeel(inhoud: string | Uint8Array): string {
  const uitkomst = controleerVooraf(typeof inhoud === 'string' ? Buffer.from(inhoud) : inhoud)
  return 'fout' in uitkomst ? uitkomst.fout.code : 'goed'
}

describe('voor de XML gelezen wordt', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['een gewoon bericht', XML, 'goed'],
    ['zonder verklaring', '<Bericht/>', 'goed'],
    ['kleine letters', XML.replace('UTF-8', 'utf-8'), 'goed'],
    ['met byte order mark', `\ufeff${XML}`, 'goed'],
    ['niets', '', 'leeg-bestand'],
    ['alleen witruimte', ' \r\n\t', 'leeg-bestand'],
    ['alleen een byte order mark', '\ufeff', 'leeg-bestand'],
    ['te groot', Buffer.alloc(MAX_BERICHT + 1, ' '), 'te-groot'],
    ['net niet te groot', Buffer.from(XML.padEnd(MAX_BERICHT)), 'goed'],
    ['UTF-16 met byte order mark', Buffer.from(`\ufeff${XML}`, 'utf16le'), 'geen-utf8'],
    ['UTF-16 zonder', Buffer.from(XML, 'utf16le'), 'geen-utf8'],
    ['UTF-16 andersom', Buffer.from(`\ufeff${XML}`, 'utf16le').swap16(), 'geen-utf8'],
    ['latin1', Buffer.from(XML.replace('<Bericht/>', '<Bericht>é</Bericht>'), 'latin1'), 'geen-utf8'],
    ['latin1 verklaard', XML.replace('UTF-8', 'ISO-8859-1'), 'geen-utf8'],
    [
      'andere codering met enkele aanhalingstekens',
      "<?xml version='1.0' encoding='windows-1252'?><Bericht/>",
      'geen-utf8',
    ],
    ['een half teken', Buffer.concat([Buffer.from(XML), Buffer.from([0xc3])]), 'geen-utf8'],
    ['een surrogaat', Buffer.concat([Buffer.from(XML), Buffer.from([0xed, 0xa0, 0x80])]), 'geen-utf8'],
    ['een PDF', '%PDF-1.7', 'bestandstype'],
    ['een zip', 'PK\u0003\u0004', 'bestandstype'],
    ['een programma', 'MZ\u0090', 'bestandstype'],
    ['een oud Office-bestand', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'bestandstype'],
    ['DOCTYPE', '<!DOCTYPE Bericht><Bericht/>', 'doctype-verboden'],
    [
      'DOCTYPE na commentaar',
      '<?xml version="1.0"?><!-- a > b --><?pi ?><!DOCTYPE x [<!ENTITY a "b">]><Bericht/>',
      'doctype-verboden',
    ],
    ['een losse entiteit', '<!ENTITY a "b"><Bericht/>', 'doctype-verboden'],
    ['DOCTYPE in commentaar', '<!-- <!DOCTYPE x> --><Bericht/>', 'goed'],
    ['DOCTYPE in de inhoud', '<Bericht><![CDATA[<!DOCTYPE x>]]></Bericht>', 'goed'],
    ['commentaar zonder einde', '<!-- <!DOCTYPE x>', 'goed'],
  ])('%s', (_, inhoud, verwacht) => {
    expect(oordeel(inhoud)).toBe(verwacht)
  })

  test('een byte order mark gaat eraf, de rest blijft', () => {
    expect(controleerVooraf(Buffer.from(`\ufeff${XML}`))).toEqual({ tekst: XML })
    expect(controleerVooraf(new Uint8Array(Buffer.from(`xx${XML}`)).subarray(2))).toEqual({ tekst: XML })
  })
})
