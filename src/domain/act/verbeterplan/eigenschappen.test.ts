import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dag, gevraagd, iemand, indieninvoer, puntinvoer, zwPlan } from '../../../../test/verbeterplan.ts'
import { doeAfsluiting, eindes, type Einde } from './doe-afsluiting.ts'
import { doeIndiening } from './doe-indiening.ts'
import { doeOordeel } from './doe-oordeel.ts'
import { doeMelding, doeRealisatieoordeel } from './doe-realisatie.ts'
import { doeVerzetting } from './doe-verzetting.ts'
import {
  isLopend,
  planstanden,
  puntenVan,
  type Plan,
  type Planoordeel,
  type Realisatieoordeel,
  type Uitkomst,
  type Wie,
} from './plan.ts'
import { kan, planacten, type Planact } from './planacten.ts'
import { isOpen, puntstand, voortgang } from './puntstand.ts'

type Act = { act: Planact; doe: (plan: Plan, wie: Wie) => Uitkomst }

const nummer = fc.integer({ min: 1, max: 4 })
const tekst = fc.constantFrom('', ' ', 'Daarom.', 'Anders.')
const dagen = fc.constantFrom(null, dag('2026-11-01'), dag('2026-12-01'), dag('2027-02-01'), dag('2027-05-01'))
const planoordeel = fc.constantFrom<Planoordeel | ''>('akkoord', 'aanvullen', 'afgewezen', '')
const realisatieoordeel = fc.constantFrom<Realisatieoordeel | ''>('gerealiseerd', 'nog niet', 'niet gerealiseerd', '')

// each walk that is withdrawn early sees nothing of the rest
const vakerGerealiseerd = fc.constantFrom<Einde | ''>(
  '',
  ...eindes,
  ...Array.from({ length: 8 }, () => 'gerealiseerd' as const),
)

const acten: fc.Arbitrary<Act> = fc.oneof(
  fc
    .record({
      punten: fc.array(fc.record({ nr: fc.option(nummer), maatregel: tekst }), { maxLength: 4 }),
      toelichting: tekst,
    })
    .map(({ punten, toelichting }) => ({
      act: 'indienen' as const,
      doe: (plan: Plan, wie: Wie) =>
        doeIndiening(
          plan,
          indieninvoer(
            punten.map(({ nr, maatregel }) => puntinvoer(nr, { maatregel })),
            { toelichting, ontvangen: wie.vandaag },
          ),
          wie,
          zwPlan,
        ),
    })),
  fc
    .record({
      punten: fc.array(fc.record({ nr: nummer, oordeel: planoordeel, reden: tekst }), { maxLength: 5 }),
      geheel: planoordeel,
      reden: tekst,
      uiterlijk: dagen,
      realisatieUiterlijk: dagen,
    })
    .map((invoer) => ({ act: 'beoordelen' as const, doe: (plan: Plan, wie: Wie) => doeOordeel(plan, invoer, wie) })),
  // a judgement that is complete, so that walks get further than the first form
  fc.record({ oordeel: planoordeel, reden: tekst }).map(({ oordeel, reden }) => ({
    act: 'beoordelen' as const,
    doe: (plan: Plan, wie: Wie) =>
      doeOordeel(
        plan,
        {
          punten: puntenVan(plan).map(({ nr }) => ({
            nr,
            oordeel: nr === 1 ? oordeel : 'akkoord',
            reden: reden || 'Goed.',
          })),
          geheel: oordeel,
          reden: reden || 'Goed.',
          uiterlijk: dag('2027-06-01'),
          realisatieUiterlijk: dag('2027-06-01'),
        },
        wie,
      ),
  })),
  fc
    .array(fc.record({ nr: nummer, tekst, bewijs: tekst }), { maxLength: 3 })
    .map((punten) => ({ act: 'melden' as const, doe: (plan: Plan, wie: Wie) => doeMelding(plan, uniek(punten), wie) })),
  fc
    .record({
      punten: fc.array(fc.record({ nr: nummer, oordeel: realisatieoordeel, reden: tekst }), { maxLength: 3 }),
      realisatieUiterlijk: dagen,
    })
    .map(({ punten, realisatieUiterlijk }) => ({
      act: 'realisatie beoordelen' as const,
      doe: (plan: Plan, wie: Wie) => doeRealisatieoordeel(plan, { punten: uniek(punten), realisatieUiterlijk }, wie),
    })),
  // everything that is open reported, everything that was reported judged
  fc.constant({
    act: 'melden' as const,
    doe: (plan: Plan, wie: Wie) =>
      doeMelding(
        plan,
        puntenVan(plan)
          .filter(({ nr }) => isOpen(puntstand(plan, nr)))
          .map(({ nr }) => ({ nr, tekst: 'Gedaan.', bewijs: '' })),
        wie,
      ),
  }),
  realisatieoordeel.map((oordeel) => ({
    act: 'realisatie beoordelen' as const,
    doe: (plan: Plan, wie: Wie) =>
      doeRealisatieoordeel(
        plan,
        {
          punten: puntenVan(plan)
            .filter(({ nr }) => puntstand(plan, nr) === 'gemeld')
            .map(({ nr }) => ({ nr, oordeel, reden: 'Gezien.' })),
          realisatieUiterlijk: dag('2027-06-01'),
        },
        wie,
      ),
  })),
  fc.record({ naar: dagen, reden: tekst }).map((invoer) => ({
    act: 'verzetten' as const,
    doe: (plan: Plan, wie: Wie) => doeVerzetting(plan, invoer, wie),
  })),
  fc.record({ einde: vakerGerealiseerd, reden: tekst }).map((invoer) => ({
    act: 'afsluiten' as const,
    doe: (plan: Plan, wie: Wie) => doeAfsluiting(plan, invoer, wie),
  })),
)

function uniek<T extends { nr: number }>(punten: T[]): T[] {
  return punten.filter(({ nr }, i) => punten.findIndex((punt) => punt.nr === nr) === i)
}

const stappen = fc.array(
  fc.record({
    act: acten,
    partij: fc.constantFrom('opdrachtgever', 'aanbieder'),
    dag: fc.constantFrom('2026-11-09', '2026-12-02', '2027-02-02'),
  }),
  { maxLength: 60, size: 'max' },
)

/** Walks as far as the rules allow; refused acts change nothing. */
function loop(
  stappen: readonly { act: Act; partij: string; dag: string }[],
  bekijk: (voor: Plan, na: Plan, act: Act, wie: Wie) => void,
): Plan {
  let nu = '2026-11-09'
  return stappen.reduce((plan, { act, partij, dag: iso }) => {
    nu = iso > nu ? iso : nu
    const wie = iemand(partij as Wie['partij'], nu)
    const uitkomst = act.doe(plan, wie)
    if ('gebreken' in uitkomst) {
      expect(uitkomst.gebreken.length).toBeGreaterThan(0)
      return plan
    }
    bekijk(plan, uitkomst.plan, act, wie)
    return uitkomst.plan
  }, gevraagd())
}

describe('welke weg ook', () => {
  test('GES-07, ESA-15: geen weg verliest een oordeel, een melding, een versie of een verzetting, en elk oordeel heeft een reden', () => {
    fc.assert(
      fc.property(stappen, (stappen) => {
        loop(stappen, (voor, na) => {
          for (const wat of ['oordelen', 'meldingen', 'indieningen', 'verzettingen'] as const) {
            expect(na[wat].slice(0, voor[wat].length)).toEqual(voor[wat])
          }
          expect(na.oordelen.filter(({ reden }) => reden.trim() === '')).toEqual([])
        })
      }),
      { numRuns: 400 },
    )
  })

  test('ROL-09: alleen langs de tabel, alleen door wie mag, en uit een einde komt niemand', () => {
    fc.assert(
      fc.property(stappen, (stappen) => {
        loop(stappen, (voor, na, { act }, { partij }) => {
          expect([act, kan(act, voor.stand)]).toEqual([act, true])
          expect(planacten[act].naar as readonly string[]).toContain(na.stand)
          if (planacten[act].wie === 'opdrachtgever') expect(partij).toBe('opdrachtgever')
          expect(isLopend(voor.stand)).toBe(true)
          expect(na.geslotenReden === null).toBe(isLopend(na.stand))
        })
      }),
      { numRuns: 400 },
    )
  })

  test('ESA-20: gerealiseerd is een plan alleen als elk punt het is; wat akkoord was verandert niet meer', () => {
    const gezien = new Set<string>()
    fc.assert(
      fc.property(stappen, (stappen) => {
        const einde = loop(stappen, (voor, na) => {
          for (const punt of puntenVan(voor).filter(({ nr }) => puntstand(voor, nr) === 'akkoord')) {
            const later = puntenVan(na).find(({ nr }) => nr === punt.nr)
            expect(later && { ...later, akkoordIn: null }).toEqual({ ...punt, akkoordIn: null })
          }
          if (na.stand === 'gerapporteerd') expect(voortgang(na).open).toBe(0)
          if (na.stand === 'uitvoering') expect(voortgang(na).open).toBeGreaterThan(0)
        })
        gezien.add(einde.stand)
        const { totaal, gerealiseerd } = voortgang(einde)
        if (einde.stand === 'gerealiseerd') expect(gerealiseerd).toBe(totaal)
      }),
      { numRuns: 3000, seed: 29 },
    )
    // walks that never get anywhere prove nothing
    expect([...gezien].toSorted()).toEqual(Object.keys(planstanden).toSorted())
  })
})
