import { sql } from 'kysely'
import { expect } from 'vitest'
import { alsPersoon, maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import { AGB, xml301, xml305, xml323 } from '../../../../test/builders-bericht.ts'
import { beoordeel, lever, stand } from '../../../../test/inlezen.ts'
import { test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { besluitOverVerlenging } from '../../plan/overeenkomst/besluit-over-verlenging.ts'
import { findOvereenkomst } from '../../plan/overeenkomst/queries.ts'

const einde = { einddatum: '2026-12-31' }

async function declaratie(ctx: Context): Promise<string | null> {
  const { rows } = await sql<{ oordeel: string; code: string | null }>`select oordeel, code from bericht
    where regio_id = ${ctx.regioId} and soort = '323'`.execute(ctx.db)
  return [rows[0]!.oordeel, rows[0]!.code].filter(Boolean).join(' ')
}

test('CTR-10: in de verlengde termijn wacht een declaratie op het tarief van dat jaar, en telt zij daarna mee', async ({
  ctx: nu,
}) => {
  const ctx = {
    ...nu,
    today: Temporal.PlainDate.from('2027-04-01'),
    now: Temporal.Instant.from('2027-04-01T10:00:00Z'),
  }
  await maakAanbieder(ctx, { agb: AGB })
  const id = await maakOvereenkomst(ctx, einde)
  const eigenaar = await alsPersoon(ctx, 'Ruud Hoekstra', 'contracteigenaar')
  const besluit = {
    besluit: 'verlengen' as const,
    besluitdatum: Temporal.PlainDate.from('2026-05-12'),
    reden: 'Goed werk.',
    gezien: 0,
  }
  await besluitOverVerlenging(eigenaar, id, besluit)
  expect((await findOvereenkomst(ctx, id)).looptTot.toString()).toBe('2027-12-31')

  await lever(
    ctx,
    xml301(
      { dagtekening: '2027-01-04' },
      { moment: '2027-01-04 10:00:00', ingangsdatum: '2027-01-15', einddatum: null },
    ),
    xml305({ dagtekening: '2027-01-22' }, { begindatum: '2027-01-22' }),
    xml323({ dagtekening: '2027-03-05', maand: '2027-02' }, { tarief: 3850 }),
  )
  expect(await declaratie(ctx)).toBe('wachtend tarief-wijkt-af')
  await maakOvereenkomst(ctx, { ...einde, jaar: 2027, tariefCent: 3850, plafondCent: 43_000_000 })
  await beoordeel(ctx)
  expect(await declaratie(ctx)).toBe('geldig')
  expect((await stand(ctx))['maanden']).toMatchObject([
    { maand: '2027-02-01', nummer: 'ZW-HO-001', bedragCent: 38_500 },
  ])
  expect((await findOvereenkomst(ctx, id)).looptTot.toString()).toBe('2027-12-31')
})
