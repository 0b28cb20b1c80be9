import { expect, test } from 'vitest'
import type { Rol } from '../../rechten.ts'
import { magFactuurGoedkeuren, type Factuurbesluit } from './factuur-goedkeuren.ts'
import type { Mandaat } from './mandaat.ts'
import type { Verdeling } from './taken.ts'

const dag = Temporal.PlainDate.from('2026-11-22')
const verdeling: Verdeling = [
  { rol: 'budgethouder', letter: 'A' },
  { rol: 'backoffice', letter: 'R' },
]
const mandaat = (rol: Rol, hoogsteCent: number | null, gemeente: string | null = null): Mandaat => ({
  id: `${rol} ${String(hoogsteCent)}`,
  rol,
  gemeente,
  grond: 'Mandaatbesluit',
  hoogsteCent,
  hoogsteMaanden: null,
  geldigVanaf: dag,
  geldigTot: null,
  ingetrokken: false,
})
const tot1000 = mandaat('backoffice', 100_000)

type Geval = [naam: string, rol: Rol, technisch: boolean, mandaten: Mandaat[], bedragCent: number, uitkomst: string]

test.each<Geval>([
  ['technisch en mandaat', 'backoffice', true, [tot1000], 100_000, 'backoffice'],
  ['een cent boven het mandaat', 'backoffice', true, [tot1000], 100_001, 'mandaat'],
  ['mandaat, maar technisch niet', 'backoffice', false, [tot1000], 100_000, 'technische mogelijkheid'],
  ['technisch, maar zonder mandaat', 'backoffice', true, [], 1, 'mandaat'],
  ['geen van beide', 'backoffice', false, [], 1, 'technische mogelijkheid, mandaat'],
  ['de A van de taakverdeling is een mandaat', 'budgethouder', true, [], 9_999_999, 'budgethouder'],
  ['de A van de taakverdeling, technisch niet', 'budgethouder', false, [], 1, 'technische mogelijkheid'],
  ['het register gaat voor de A', 'budgethouder', true, [tot1000], 1, 'mandaat'],
  ['boven elk mandaat weer de A', 'budgethouder', true, [tot1000], 100_001, 'budgethouder'],
  ['mandaat van een andere gemeente', 'backoffice', true, [mandaat('backoffice', null, '0479')], 1, 'mandaat'],
  ['mandaat van deze gemeente', 'backoffice', true, [mandaat('backoffice', null, '0439')], 1, 'backoffice'],
  ['een ingetrokken mandaat', 'backoffice', true, [{ ...tot1000, ingetrokken: true }], 1, 'mandaat'],
])(
  'ROL-14: een factuur goedkeuren vraagt techniek én mandaat: %s',
  (_naam, rol, technisch, mandaten, bedragCent, uitkomst) => {
    const besluit = magFactuurGoedkeuren({ houders: [{ rol, agb: null }], technisch }, verdeling, mandaten, {
      gemeente: '0439',
      datum: dag,
      bedragCent,
    })
    expect(inWoorden(besluit)).toBe(uitkomst)
  },
)

test('ROL-14: een rol met een andere gemeente keurt hier niet goed', () => {
  const houders = [{ rol: 'budgethouder', agb: null, gemeenten: ['0479'] }]
  const besluit = magFactuurGoedkeuren({ houders, technisch: true }, verdeling, [], {
    gemeente: '0439',
    datum: dag,
    bedragCent: 1,
  })
  expect(inWoorden(besluit)).toBe('mandaat')
})

function inWoorden(besluit: Factuurbesluit): string {
  return besluit.mag ? besluit.als : besluit.ontbreekt.join(', ')
}
