import { expect } from 'vitest'
import { maakRegels } from '../../../../test/kpi-regels.ts'
import { test } from '../../../../test/regio.ts'
import { telStartberichten } from './tel-startberichten.ts'

test.for([
  ['2026-12-24', '2026-12-01', '2027-01-04', 1],
  ['2026-12-24', '2026-12-01', '2027-01-05', 0],
  // the 301 came after the start: the clock starts there
  ['2026-06-01', '2026-06-10', '2026-06-17', 1],
  ['2026-06-01', '2026-06-10', '2026-06-18', 0],
] as const)(
  'KPI-24: start %s, 301 van %s, 305 van %s: %i tijdig',
  async ([begin, dagtekening301, dagtekening305, tijdig], { ctx }) => {
    const regels = maakRegels(ctx)
    await regels.aanbieder('98990101')
    await regels.toewijzing({ nummer: 1, client: 'a', ingang: begin, moment: `${dagtekening301} 10:00` })
    await regels.start({ nummer: 1, client: 'a', begin, dagtekening: dagtekening305 })
    expect(await telStartberichten(ctx)).toMatchObject([{ agb: '98990101', jaar: 2026, starts: 1, tijdig }])
  },
)

test('KPI-24: de eerste geldige 305 telt, een tweede melding van dezelfde start niet; na verwijderen begint het opnieuw', async ({
  ctx,
}) => {
  const regels = maakRegels(ctx)
  await regels.aanbieder('98990101')
  await regels.toewijzing({ nummer: 1, client: 'a', ingang: '2026-06-01', moment: '2026-05-01 10:00' })
  await regels.start({ nummer: 1, client: 'a', begin: '2026-06-01', dagtekening: '2026-06-02' })
  await regels.start({ nummer: 1, client: 'a', begin: '2026-06-01', dagtekening: '2026-08-01' })
  expect(await telStartberichten(ctx)).toMatchObject([{ starts: 1, tijdig: 1 }])
  await regels.start({ nummer: 1, client: 'a', begin: '2026-06-01', dagtekening: '2026-07-01', verwijderd: true })
  expect(await telStartberichten(ctx)).toMatchObject([{ starts: 1, tijdig: 0 }])
})
