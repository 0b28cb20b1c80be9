import { expect, test } from 'vitest'
import { ontvangstdatum } from './ontvangstdatum.ts'

const dag = (iso: string) => Temporal.PlainDate.from(iso)
const kalender = { feestdagen: ['eerste-kerstdag'], bijzondereDagen: [] } as const

test('TRM-06: digitaal is ontvangen op de dag van verzending, aangetekend een werkdag later', () => {
  const verzonden = dag('2026-12-24')
  expect(ontvangstdatum({ verzonden, wijze: 'digitaal' }, kalender).toString()).toBe('2026-12-24')
  expect(ontvangstdatum({ verzonden, wijze: 'aangetekend' }, kalender).toString()).toBe('2026-12-28')
})

test('TRM-06: een bewijs van ontvangst gaat voor', () => {
  const bewezenOntvangst = dag('2026-12-30')
  const verzending = { verzonden: dag('2026-12-24'), wijze: 'aangetekend', bewezenOntvangst } as const
  expect(ontvangstdatum(verzending, kalender).toString()).toBe('2026-12-30')
})
