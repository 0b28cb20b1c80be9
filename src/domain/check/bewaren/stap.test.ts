import { expect, test } from 'vitest'
import { volgendeStap, type Laatste } from './stap.ts'

const vandaag = Temporal.PlainDate.from('2026-11-22')
const toen = Temporal.Instant.from('2026-11-20T10:00:00Z')
const laatste = (wat: Partial<Laatste>): Laatste => ({
  voorgelegdOp: null,
  besluit: null,
  uitgesteldTot: null,
  klaarOp: null,
  ...wat,
})

test.each([
  [undefined, 'nieuw'],
  [laatste({}), 'bijwerken'],
  [laatste({ voorgelegdOp: toen }), 'niets'],
  [laatste({ voorgelegdOp: toen, besluit: 'vernietigen' }), 'niets'],
  [laatste({ voorgelegdOp: toen, besluit: 'vernietigen', klaarOp: toen }), 'nieuw'],
  [laatste({ voorgelegdOp: toen, besluit: 'uitstellen', uitgesteldTot: vandaag }), 'niets'],
  [laatste({ voorgelegdOp: toen, besluit: 'uitstellen', uitgesteldTot: vandaag.subtract({ days: 1 }) }), 'nieuw'],
] as const)('R3, R5: na %j mag de wachtrij: %s', (wat, stap) => {
  expect(volgendeStap(wat, vandaag)).toBe(stap)
})
