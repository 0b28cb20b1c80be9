import { sql } from 'kysely'
import { expect } from 'vitest'
import { maakCijfers } from '../../../../test/cijfers.ts'
import { maakPersoon } from '../../../../test/afspraken.ts'
import { als, test } from '../../../../test/regio.ts'
import { listTeStellenJaren } from '../rapportage/vandaag.ts'
import { stelKpisVast } from './stel-kpis-vast.ts'

test('KPI-09: elk jaar dat voorbij is staat klaar om te beoordelen tot dat is gedaan; wat niet is gehaald wordt een bevinding', async ({
  ctx,
}) => {
  await maakCijfers(ctx)
  const klaar = async () => (await listTeStellenJaren(ctx)).map(({ jaar, berekend }) => [jaar, berekend])
  expect(await klaar()).toEqual([
    [2024, true],
    [2025, true],
  ])
  const manager = als(ctx, 'contractmanager')
  const persoon = { ...manager, actor: { ...manager.actor, id: await maakPersoon(ctx, 'Marloes') } }
  await stelKpisVast(persoon, 2025, '')
  expect(await klaar()).toEqual([[2024, true]])
  const { rows } = await sql<{
    titel: string
  }>`select titel from bevinding where regio_id = ${ctx.regioId} order by titel`.execute(ctx.db)
  expect(rows.map(({ titel }) => titel)).toEqual([
    'Cliënttevredenheid 2025 onder de norm in Purmerend/Edam-Volendam',
    'Continuïteit: start zorg 2025 onder de norm in Purmerend/Edam-Volendam',
  ])
})
