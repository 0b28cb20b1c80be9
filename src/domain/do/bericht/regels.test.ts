import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import * as voorbeeld from '../../../../test/traag/bericht-voorbeeld.ts'
import type { Regel } from '../../../../test/traag/bericht-voorbeeld.ts'
import { leesBericht } from './lees-bericht.ts'

/** The code of the refusal, those of refused lines as 'number:code', or 'goed'. */
function oordeel(xml: string): string {
  const uitkomst = leesBericht(Buffer.from(xml), { pseudoniem: () => 1, hmac: () => createHmac('sha256', 's') })
  if (!uitkomst.goed) {
    return uitkomst.fout.code
  }
  const regels = uitkomst.prestatiefouten.map(({ code, plaats }) => `${String(plaats?.volgnummer)}:${code}`)
  return regels.length === 0 ? 'goed' : regels.join(' ')
}

describe('301', () => {
  test.each([
    [{}, 'goed'],
    [{ Bsn: '999900007' }, 'bsn-elfproef'],
    [{ Bsn: '000000000' }, 'bsn-elfproef'],
    [{ Ingangsdatum: '2025-03-15', Einddatum: '2025-03-15' }, 'goed'],
    [{ Ingangsdatum: '2025-03-15', Einddatum: '2025-03-14' }, 'datum-onlogisch'],
    // Nothing says that an assignment may not start before it was made, or be dated before that.
    [{ Toewijzingsdatum: '2025-06-01', Dagtekening: '2025-01-01' }, 'goed'],
  ])('%o: %s', (velden, verwacht) => {
    expect(oordeel(voorbeeld.toewijzing(velden))).toBe(verwacht)
  })
})

describe('305 en 307', () => {
  test.each([
    [{}, 'goed'],
    [{ Bsn: '123456789' }, 'bsn-elfproef'],
    [{ StatusAanlevering: '3' }, 'goed'],
    [{ StatusAanlevering: '2' }, 'statusaanlevering-verboden'],
    [{ StatusAanlevering: '9' }, 'statusaanlevering-verboden'],
    [{ Begindatum: '2025-03-10', Einddatum: '2025-03-10' }, 'goed'],
    [{ Begindatum: '2025-03-11', Einddatum: '2025-03-11' }, 'datum-onlogisch'],
  ])('%o: %s', (velden, verwacht) => {
    expect(oordeel(voorbeeld.start(velden))).toBe(verwacht)
    expect(oordeel(voorbeeld.stop(velden))).toBe(verwacht)
  })

  test('de Einddatum van een 307 ligt niet voor de Begindatum', () => {
    expect(oordeel(voorbeeld.stop({ Einddatum: '2025-03-04' }))).toBe('datum-onlogisch')
    expect(oordeel(voorbeeld.stop({ Einddatum: '2025-03-05' }))).toBe('goed')
  })
})

describe('323', () => {
  const eersteRegels: [string, Regel, string][] = [
    ['gewoon', {}, 'goed'],
    ['volume maal tarief klopt niet', { bedrag: '15001' }, '1:bedrag-onjuist'],
    ['zonder tarief valt er niets na te rekenen', { tarief: '', bedrag: '15001' }, 'goed'],
    [
      'minuten worden tegen het uurtarief van het contract gehouden',
      { eenheid: '01', volume: '50', tarief: '83', bedrag: '4167' },
      'goed',
    ],
    ['euro: het volume is het bedrag', { eenheid: '83', volume: '15000' }, 'goed'],
    ['euro: ander bedrag', { eenheid: '83', volume: '3', tarief: '5000' }, '1:bedrag-onjuist'],
    ['BSN', { bsn: '999900007' }, '1:bsn-elfproef'],
    ['deel van een maand', { begin: '2025-02-08', einde: '2025-02-20' }, 'goed'],
    ['eerdere maand', { begin: '2024-11-01', einde: '2024-11-30' }, 'goed'],
    ['latere maand', { begin: '2025-03-01', einde: '2025-03-31' }, '1:declaratieperiode-onjuist'],
    ['twee maanden', { begin: '2025-01-15', einde: '2025-02-15' }, '1:declaratieperiode-onjuist'],
    ['omgekeerd', { begin: '2025-02-20', einde: '2025-02-08' }, '1:declaratieperiode-onjuist'],
  ]

  test.each(eersteRegels)('prestatie, %s', (_, regel, verwacht) => {
    expect(oordeel(voorbeeld.declaratie([regel, { referentie: 'P2' }]))).toBe(verwacht)
  })

  test('het totaal is debet min credit, en een verschil weigert het hele bericht', () => {
    const regels: Regel[] = [{}, { referentie: 'P2', dc: 'C', volume: '5', bedrag: '25000' }]
    expect(oordeel(voorbeeld.declaratie(regels))).toBe('goed')
    expect(oordeel(voorbeeld.declaratie(regels, {}, 10000))).toBe('totaal-onjuist')
    expect(oordeel(voorbeeld.declaratie(regels, {}, 40000))).toBe('totaal-onjuist')
    expect(oordeel(voorbeeld.declaratie([{}, { referentie: 'P2', dc: 'C' }]))).toBe('goed')
  })

  test('een foute regel telt mee in het totaal, want de afzender rekende hem mee', () => {
    expect(oordeel(voorbeeld.declaratie([{ bedrag: '15001' }]))).toBe('1:bedrag-onjuist')
    expect(oordeel(voorbeeld.declaratie([{ bedrag: '15001' }], {}, 15000))).toBe('totaal-onjuist')
  })

  test.each([
    ['2025-02-01', '2025-02-28', 'goed'],
    ['2024-02-01', '2024-02-29', '1:declaratieperiode-onjuist'],
    ['2025-02-02', '2025-02-28', 'declaratieperiode-onjuist'],
    ['2025-02-01', '2025-02-27', 'declaratieperiode-onjuist'],
    ['2025-02-01', '2025-03-31', 'declaratieperiode-onjuist'],
    ['2024-02-01', '2025-02-28', 'declaratieperiode-onjuist'],
  ])('de DeclaratiePeriode %s tot en met %s', (periodeBegin, periodeEinde, verwacht) => {
    expect(oordeel(voorbeeld.declaratie([{}], { periodeBegin, periodeEinde }))).toBe(verwacht)
  })

  test('een referentie komt een keer voor: de eerste regel geldt', () => {
    expect(oordeel(voorbeeld.declaratie([{}, {}, { referentie: 'P2' }, {}]))).toBe(
      '2:dubbele-referentie 4:dubbele-referentie',
    )
  })
})

test('VER-OP364, VER-OP080: een 323 zonder start of stop, en berichten van lang geleden, zijn goed', () => {
  expect(oordeel(voorbeeld.declaratie([{ begin: '2010-01-01', einde: '2010-01-31' }]))).toBe('goed')
  expect(oordeel(voorbeeld.start({ Begindatum: '2001-01-01' }))).toBe('goed')
})

test('een 325 met een BSN dat niet kan wordt geweigerd', () => {
  const xml = voorbeeld.declaratieAntwoord()
  expect(oordeel(xml)).toBe('goed')
  expect(oordeel(xml.replace(voorbeeld.BSN, '999900007'))).toBe('bsn-elfproef')
})
