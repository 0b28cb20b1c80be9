import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import flevoland from '../../../../db/regelsets/flevoland.json' with { type: 'json' }
import zw from '../../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { Frequenties } from '../../plan/inrichting/regelset.ts'
import { Gespreksregels } from './gespreksregels.ts'
import { hoeveelGesprekken } from './hoeveel-gesprekken.ts'

const sdfl = flevoland.delen.find(({ deel }) => deel === 'gesprekken')!

const deel = (naam: string) => zw.delen.find((een) => een.deel === naam)!.inhoud
const { frequenties } = Frequenties.parse(deel('frequenties'))
const inZw = Gespreksregels.parse(deel('gesprekken')).minimum
const inSdfl = Gespreksregels.parse(sdfl.inhoud).minimum

describe('hoeveel gesprekken', () => {
  test.each([
    [null, 1],
    [1, 1],
    // a group approach never replaces the meeting of the year
    [3, 1],
    [5, 1],
  ])('GES-01, AMB-06: in Zaanstreek-Waterland bij klasse %s elk jaar %i', (klasse, verwacht) => {
    expect(hoeveelGesprekken(inZw, klasse, frequenties).aantal).toBe(verwacht)
  })

  test.each([
    [1, 4, 'Klasse 1: 4 keer per jaar.'],
    [2, 2, 'Klasse 2: 2 keer per jaar.'],
    [3, 2, 'Klasse 3: 2 keer per jaar.'],
    // exceptions and phasing out have no number of their own
    [4, 2, 'Klasse 4: het laagste aantal van de regio, 2 keer per jaar.'],
    [5, 2, 'Klasse 5: het laagste aantal van de regio, 2 keer per jaar.'],
    [null, 2, 'Er is nog geen klasse vastgesteld: het laagste aantal van de regio, 2 keer per jaar.'],
  ])('CLS-11, AMB-07: bij SDFL bij klasse %s elk jaar %i', (klasse, aantal, reden) => {
    expect(hoeveelGesprekken(inSdfl, klasse, frequenties)).toEqual({ aantal, reden })
  })

  test('AMB-07: hoe een regio de klassen ook instelt, nooit minder dan het laagste aantal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.record({ klasse: fc.integer({ min: 1, max: 5 }), aantal: fc.nat(12) }), { maxLength: 5 }),
        fc.option(fc.integer({ min: 1, max: 5 })),
        (laagste, klassen, klasse) => {
          const minimum = { ...inSdfl, wijze: 'klasse' as const, klassen, laagste }
          expect(hoeveelGesprekken(minimum, klasse, []).aantal).toBeGreaterThanOrEqual(laagste)
        },
      ),
    )
  })

  test('GES-01: eens per twee jaar is in elk jaar naar boven afgerond', () => {
    const frequentie = { code: 'contractmanagementgesprek', aantal: 1, perJaren: 2 }
    expect(hoeveelGesprekken(inZw, null, [frequentie]).aantal).toBe(1)
  })
})
