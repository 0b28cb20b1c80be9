import fc from 'fast-check'
import { AGB, ANDERE_AGB, BSN, xml301, xml305, xml307, xml323, xml325, xmlRetour } from './builders-bericht.ts'

// A small world, so that messages meet: few toewijzingen, clients, names, references and days.
const dag = (...dagen: string[]) => fc.constantFrom(...dagen)
const kop = {
  identificatie: fc.constantFrom('A', 'B', 'C', 'D'),
  dagtekening: dag('2024-04-01', '2024-04-02', '2024-04-03'),
  agb: fc.oneof({ weight: 6, arbitrary: fc.constant(AGB) }, { weight: 1, arbitrary: fc.constant(ANDERE_AGB) }),
  gemeente: fc.oneof({ weight: 8, arbitrary: fc.constant('0439') }, { weight: 1, arbitrary: fc.constant('0363') }),
}
const bsn = fc.oneof({ weight: 5, arbitrary: fc.constant(BSN.jan) }, { weight: 1, arbitrary: fc.constant(BSN.truus) })
const nummer = fc.constantFrom(1, 2, 3)
const code = fc.oneof({ weight: 8, arbitrary: fc.constant('01A03') }, { weight: 1, arbitrary: fc.constant('01A04') })
const status = fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(3) })
const begindatum = dag('2024-01-10', '2024-01-22', '2024-02-01')
const lijst = <T>(een: fc.Arbitrary<T>) => fc.array(een, { minLength: 1, maxLength: 3 })

const toegewezen = fc.record({
  nummer,
  code,
  moment: dag('2024-01-05 10:00:00', '2024-01-18 10:00:00', '2024-01-18 10:00:01'),
  ingangsdatum: dag('2024-01-15', '2024-01-20'),
  einddatum: dag('2024-01-20', '2024-12-31'),
  reden: fc.constantFrom(null, null, '13', '05'),
})
const b301 = fc.tuple(fc.record({ ...kop, bsn }), lijst(toegewezen)).map(([k, p]) => xml301(k, ...p))
const b305 = fc
  .tuple(
    fc.record({ ...kop, bsn }),
    lijst(fc.record({ nummer: fc.oneof(nummer, nummer, fc.constant(null)), begindatum, status })),
  )
  .map(([k, p]) => xml305(k, ...p))
const b307 = fc
  .tuple(
    fc.record({ ...kop, bsn }),
    lijst(
      fc.record({
        nummer: fc.oneof(nummer, nummer, fc.constant(null)),
        begindatum,
        status,
        einddatum: dag('2024-02-01', '2024-02-10'),
      }),
    ),
  )
  .map(([k, p]) => xml307(k, ...p))

const prestatie = fc.record({
  nummer,
  bsn,
  code,
  vorige: fc.constantFrom('R1', 'R2', 'R3'),
  credit: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  // two overeenkomsten have the same product for one gemeente, each at its own tariff
  tarief: fc.oneof({ weight: 8, arbitrary: fc.constant(3540) }, { weight: 2, arbitrary: fc.constantFrom(3541, 3542) }),
  referentie: fc.constantFrom('R1', 'R2', 'R3', 'R4', 'R5'),
})
const declaratie = fc.uniqueArray(prestatie, { minLength: 1, maxLength: 3, selector: ({ referentie }) => referentie })
const b323 = fc
  .tuple(fc.record({ ...kop, maand: fc.constantFrom('2024-01', '2024-02') }), declaratie)
  .map(([k, p]) => xml323(k, ...p.map((een) => (een.credit ? een : { ...een, vorige: null }))))

const antwoordkop = {
  ...kop,
  identificatieRetour: fc.constantFrom('W', 'X', 'Y'),
  dagtekeningRetour: dag('2024-04-04', '2024-04-05'),
  codes: fc.constantFrom<string[]>(['0200'], ['9019']),
}
const retour = fc
  .tuple(fc.constantFrom(302 as const, 306 as const, 308 as const), fc.record(antwoordkop))
  .map(([soort, k]) => xmlRetour(soort, k))
const b325 = fc
  .tuple(
    fc.record({
      ...kop,
      identificatie: fc.constantFrom('W', 'X'),
      declaratie: kop.identificatie,
      geheel: fc.boolean(),
    }),
    fc.uniqueArray(prestatie, { maxLength: 2, selector: ({ referentie }) => referentie }),
  )
  .map(([k, p]) => xml325(k, ...(k.geheel ? [] : p)))

/** Any message that can be read, often one that has something to do with another. */
export const bericht: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: b301 },
  { weight: 3, arbitrary: b305 },
  { weight: 2, arbitrary: b307 },
  { weight: 3, arbitrary: b323 },
  { weight: 2, arbitrary: retour },
  { weight: 2, arbitrary: b325 },
)

/** The same files in another order, some of them twice, cut into deliveries. */
export function leveringen<T>(bestanden: readonly T[]): fc.Arbitrary<T[][]> {
  const plekken = bestanden.map((_, plek) => plek)
  return fc
    .tuple(
      fc.shuffledSubarray(plekken, { minLength: plekken.length }),
      fc.shuffledSubarray(plekken),
      fc.array(fc.nat(3), { minLength: plekken.length * 2, maxLength: plekken.length * 2 }),
    )
    .map(([eerst, weer, breuken]) => {
      const delen: T[][] = [[]]
      for (const [nummer, plek] of [...eerst, ...weer].entries()) {
        if (breuken[nummer] === 0 && delen.length < 4) {
          delen.push([])
        }
        delen.at(-1)!.push(bestanden[plek]!)
      }
      return delen.filter((deel) => deel.length > 0)
    })
}
