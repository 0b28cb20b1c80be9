import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rolhouder } from '../../../platform/context.ts'
import { rollen, type Rol } from '../../rechten.ts'
import { alsWie, wieMag, type Besluit, type Mandaat } from './mandaat.ts'
import { ontbreekt, verdelingsfouten } from './rasci.ts'
import { type Letter, Taken, type Taak } from './taken.ts'
import regelset from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }

const dag = (tekst: string) => Temporal.PlainDate.from(tekst)
const verdeling = (tekst: string) =>
  tekst
    .split(' ')
    .map((deel) => ({ letter: deel.slice(0, 1) as Letter, rol: deel.slice(1).replaceAll('_', ' ') as Rol }))

const matrix = verdeling('Acontracteigenaar Rcontractmanager')

function mandaat(gegevens: Partial<Mandaat>): Mandaat {
  return {
    id: 'm',
    rol: 'contractmanager',
    gemeente: null,
    grond: 'Mandaatbesluit 2026',
    hoogsteCent: null,
    hoogsteMaanden: null,
    geldigVanaf: dag('2026-01-01'),
    geldigTot: null,
    ingetrokken: false,
    ...gegevens,
  }
}

const besluit = (gegevens: Partial<Besluit> = {}): Besluit => ({
  gemeente: '0439',
  datum: dag('2026-11-22'),
  ...gegevens,
})

// ROL-13: the register names who may; ROL-12: without it, the A of the matrix [004, RASCI and mandate]
describe('wie mag besluiten', () => {
  const tot50 = mandaat({ hoogsteCent: 5_000_000 })
  test.each<[string, Mandaat[], Partial<Besluit>, Rol[]]>([
    ['niets in het register: de A van de matrix', [], {}, ['contracteigenaar']],
    ['het register noemt een andere rol: die beslist, de A niet', [mandaat({ rol: 'directie' })], {}, ['directie']],
    ['tot en met de grens', [tot50], { bedragCent: 5_000_000 }, ['contractmanager']],
    ['een cent boven de grens: de A', [tot50], { bedragCent: 5_000_001 }, ['contracteigenaar']],
    ['grens, maar het bedrag is niet bekend: de A', [tot50], {}, ['contracteigenaar']],
    ['grens in maanden', [mandaat({ hoogsteMaanden: 12 })], { maanden: 13 }, ['contracteigenaar']],
    ['eerste dag', [mandaat({ geldigVanaf: dag('2026-11-22') })], {}, ['contractmanager']],
    ['de dag ervoor', [mandaat({ geldigVanaf: dag('2026-11-23') })], {}, ['contracteigenaar']],
    ['laatste dag', [mandaat({ geldigTot: dag('2026-11-22') })], {}, ['contractmanager']],
    ['de dag erna', [mandaat({ geldigTot: dag('2026-11-21') })], {}, ['contracteigenaar']],
    ['ingetrokken', [mandaat({ ingetrokken: true })], {}, ['contracteigenaar']],
    ['van een andere gemeente', [mandaat({ gemeente: '0479' })], {}, ['contracteigenaar']],
    [
      'van deze gemeente gaat voor dat van de regio',
      [mandaat({ rol: 'directie' }), mandaat({ gemeente: '0439' })],
      {},
      ['contractmanager'],
    ],
    [
      'boven de grens van de gemeente: dat van de regio',
      [mandaat({ rol: 'directie' }), mandaat({ gemeente: '0439', hoogsteCent: 100 })],
      { bedragCent: 200 },
      ['directie'],
    ],
    ['twee rollen', [mandaat({}), mandaat({ rol: 'directie' })], {}, ['contractmanager', 'directie']],
    [
      'over de regio telt geen mandaat van een gemeente',
      [mandaat({ gemeente: '0439' })],
      { gemeente: null },
      ['contracteigenaar'],
    ],
  ])('ROL-13: %s', (_, mandaten, gegevens, verwacht) => {
    expect(wieMag(matrix, mandaten, besluit(gegevens)).map(({ rol }) => rol)).toEqual(verwacht)
  })

  const houder = (rol: Rol, gemeenten: string[] | null = null): Rolhouder => ({ rol, agb: null, gemeenten })
  test.each<[string, Rolhouder[], string | null, boolean]>([
    ['met die rol in de hele regio', [houder('contracteigenaar')], '0439', true],
    ['met die rol in deze gemeente', [houder('contracteigenaar', ['0439'])], '0439', true],
    ['met die rol in een andere gemeente', [houder('contracteigenaar', ['0479'])], '0439', false],
    ['met die rol in één gemeente, over de hele regio', [houder('contracteigenaar', ['0439'])], null, false],
    ['met een andere rol', [houder('contractmanager')], '0439', false],
    ['zonder rol', [], '0439', false],
  ])('ROL-13: iemand %s', (_, houders, gemeente, mag) => {
    expect(alsWie([{ rol: 'contracteigenaar', mandaat: null }], houders, gemeente) !== undefined).toBe(mag)
  })

  test('ROL-13: meer mandaat of een hoger bedrag maakt nooit dat iemand mag die het register noch de matrix noemt', () => {
    const rol = fc.constantFrom(...(Object.keys(rollen) as Rol[]))
    const los = fc.record({
      rol,
      gemeente: fc.constantFrom(null, '0439', '0479'),
      hoogsteCent: fc.option(fc.nat(1000)),
      ingetrokken: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(los), fc.nat(2000), fc.constantFrom(null, '0439'), (losse, bedragCent, gemeente) => {
        const mandaten = losse.map((gegevens) => mandaat(gegevens))
        const mogen = wieMag(matrix, mandaten, besluit({ gemeente, bedragCent }))
        expect(mogen.length).toBeGreaterThan(0)
        for (const { rol, mandaat: op } of mogen) {
          if (op === null) expect(rol).toBe('contracteigenaar')
          else {
            expect(op.ingetrokken || (op.hoogsteCent !== null && op.hoogsteCent < bedragCent)).toBe(false)
            expect([null, gemeente]).toContain(op.gemeente)
          }
        }
      }),
    )
  })
})

// ROL-12 [D]: exactly one A, at least one R; ROL-15: who explicitly does not
describe('taakverdeling', () => {
  test.each([
    ['klopt', 'Acontracteigenaar Rcontractmanager Naanbieder', 0],
    ['dezelfde rol beslist en doet', 'Acontractmanager Rcontractmanager', 0],
    ['niemand beslist', 'Rcontractmanager', 1],
    ['twee beslissen', 'Acontracteigenaar Adirectie Rcontractmanager', 1],
    ['niemand doet het', 'Acontracteigenaar', 1],
    ['doet het en doet het uitdrukkelijk niet', 'Acontracteigenaar Rcontractmanager Ncontractmanager', 1],
    ['geraadpleegd en doet het niet zelf', 'Abeleid Rbeleid Ccontractmanager Ncontractmanager', 0],
    ['twee keer hetzelfde', 'Acontracteigenaar Rcontractmanager Rcontractmanager', 1],
    ['niets', 'Ibeleid', 2],
  ])('ROL-12, ROL-15: %s', (_, tekst, fouten) => {
    expect(verdelingsfouten(verdeling(tekst))).toHaveLength(fouten)
  })

  test('ROL-12: het programma zegt wat ontbreekt', () => {
    const taak = { code: 'boete', maatregel: true, verdeling: matrix } as Taak
    const bezet = new Set(['contracteigenaar'])
    expect(ontbreekt(taak, { bezet, gemandateerd: new Set() })).toEqual([
      'Niemand heeft de rol Contractmanager.',
      'Het mandaatregister noemt deze maatregel niet.',
    ])
    expect(
      ontbreekt(taak, { bezet: new Set(['contracteigenaar', 'contractmanager']), gemandateerd: new Set(['boete']) }),
    ).toEqual([])
  })

  const { taken } = Taken.parse(regelset.delen.find(({ deel }) => deel === 'taken')!.inhoud)
  test.each(taken)('ROL-12, ROL-15: $code in de meegeleverde regelset klopt', (taak) => {
    expect(verdelingsfouten(taak.verdeling)).toEqual([])
  })

  test('ROL-01, MTR-02, ROL-11, ROL-17, ROL-22: de regelset kent de besluiten, maatregelen en wie iets juist niet doet', () => {
    const van = (code: string) => taken.find((taak) => taak.code === code)!
    const letter = (code: string, gezocht: Letter) =>
      van(code)
        .verdeling.filter((een) => een.letter === gezocht)
        .map(({ rol }) => rol)
    for (const code of [
      'prestatie-aanvaarden',
      'afwijking-aanvaarden',
      'budget-wijzigen',
      'risicomaatregel-goedkeuren',
      'overeenkomst-wijzigen',
    ]) {
      expect(letter(code, 'A')).toEqual(['contracteigenaar'])
    }
    const maatregelen = taken.filter(({ maatregel }) => maatregel).map(({ code }) => code)
    expect(maatregelen).toEqual(
      expect.arrayContaining([
        'steekproef',
        'materiele-controle',
        'ordegesprek',
        'verbeterplan',
        'ingebrekestelling',
        'boete',
        'ontbinding',
      ]),
    )
    expect(letter('opdracht-geven', 'A')).toEqual(['beleid'])
    expect(letter('opdracht-geven', 'N')).toEqual(['contractmanager'])
    expect(letter('evaluatie-vaststellen', 'N')).toEqual(['contractmanager', 'aanbieder'])
    expect(letter('maatwerk-inkopen', 'N')).toEqual(['contractmanager'])
  })
})
