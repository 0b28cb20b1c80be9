import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fasen, faseVan, handelingen, weigerHandeling, type Fase, type Handeling, type Momenten } from './toestand.ts'

const dag = Temporal.PlainDate.from('2026-11-22')
const op = Temporal.Instant.from('2026-11-22T10:00:00Z')
const leeg: Momenten = {
  samengesteldOp: null,
  uitgenodigdOp: null,
  gehoudenOp: null,
  teruggekoppeldOp: null,
  geslotenOp: null,
  vervallenOp: null,
}
const kolom: Partial<Record<Fase, keyof Momenten>> = {
  samengesteld: 'samengesteldOp',
  uitgenodigd: 'uitgenodigdOp',
  gehouden: 'gehoudenOp',
  teruggekoppeld: 'teruggekoppeldOp',
  gesloten: 'geslotenOp',
  vervallen: 'vervallenOp',
}
const loop = ['gepland', 'samengesteld', 'uitgenodigd', 'gehouden', 'teruggekoppeld', 'gesloten'] as const
/** A table that came regularly into this phase. */
function inFase(fase: Fase): Momenten {
  const gedaan = fase === 'vervallen' ? [fase] : loop.slice(1, loop.indexOf(fase) + 1)
  const momenten: Partial<Momenten> = Object.fromEntries(
    gedaan.flatMap((een) => (kolom[een] ? [[kolom[een], op]] : [])),
  )
  return { ...leeg, ...momenten }
}
const alle = Object.keys(fasen) as Fase[]
const doe = Object.keys(handelingen) as Handeling[]
const weiger = (handeling: Handeling, fase: Fase, vandaag = dag) =>
  weigerHandeling(handeling, { ...inFase(fase), datum: dag }, vandaag)

describe('STM-08: de toestand van een overlegtafel', () => {
  test.each(alle)('STM-08: de momenten van %s geven die toestand', (fase) => {
    expect(faseVan(inFase(fase))).toBe(fase)
  })

  test('STM-08: gepland, samengesteld, uitgenodigd, gehouden, terugkoppeling verzonden, gesloten, in die volgorde', () => {
    const stappen: Handeling[] = ['samenstellen', 'uitnodigen', 'houden', 'terugkoppelen', 'sluiten']
    expect(stappen.map((stap) => handelingen[stap].naar)).toEqual(loop.slice(1))
    for (const [i, stap] of stappen.entries()) {
      const toegestaan = alle.filter((fase) => weiger(stap, fase) === null)
      expect(toegestaan, stap).toEqual(stap === 'samenstellen' ? ['gepland', 'samengesteld'] : [loop[i]])
    }
  })

  test('een tafel wordt niet gehouden voor haar dag, en niet samengesteld of uitgenodigd na haar dag', () => {
    const eerder = dag.subtract({ days: 1 })
    const later = dag.add({ days: 1 })
    expect(weiger('houden', 'uitgenodigd', eerder)).toMatch(/nog niet aangebroken/)
    expect(weiger('houden', 'uitgenodigd', later)).toBeNull()
    expect(weiger('uitnodigen', 'samengesteld', later)).toMatch(/voorbij/)
    expect(weiger('samenstellen', 'gepland', later)).toMatch(/voorbij/)
    expect(weiger('antwoorden', 'uitgenodigd', later)).toMatch(/al geweest/)
    expect(weiger('antwoorden', 'uitgenodigd', dag)).toBeNull()
    expect(weiger('afspraak', 'uitgenodigd', later)).toBeNull()
  })

  test('elke weigering is een zin, en uit elke open toestand is er een weg verder', () => {
    for (const handeling of doe) {
      for (const fase of alle) expect(weiger(handeling, fase) ?? 'Mag.', `${handeling} ${fase}`).toMatch(/^[A-Z].*\.$/)
    }
    for (const fase of alle.filter((een) => een !== 'gesloten' && een !== 'vervallen')) {
      const verder = doe.filter(
        (een) => weiger(een, fase) === null && !([null, fase] as (Fase | null)[]).includes(handelingen[een].naar),
      )
      expect(verder, fase).not.toEqual([])
    }
  })

  test('STM-08: wat mensen ook doen, een tafel slaat geen stap over en gaat nooit terug', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...doe), { maxLength: 40 }), (daden) => {
        let tafel = leeg
        const gang: Fase[] = ['gepland']
        for (const daad of daden) {
          if (weigerHandeling(daad, { ...tafel, datum: dag }, dag) !== null) continue
          const { naar } = handelingen[daad]
          if (naar !== null) tafel = { ...tafel, [kolom[naar]!]: op }
          if (faseVan(tafel) !== gang.at(-1)) gang.push(faseVan(tafel))
        }
        const geheel = gang.filter((fase) => fase !== 'vervallen')
        expect(geheel).toEqual(loop.slice(0, geheel.length))
        expect(gang.indexOf('vervallen')).toBe(gang.includes('vervallen') ? gang.length - 1 : -1)
      }),
    )
  })
})
