import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { als, test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { leesCtoIn } from './lees-cto-in.ts'
import { leesEvaluatiesIn } from './lees-evaluaties-in.ts'
import { listInlezingen, listJaren, listPerGemeente } from './list-ingelezen.ts'

const evaluaties = (...rijen: string[]) =>
  Buffer.from(['gemeentecode;toewijzingNummer;datum;soort;resultaat;reden', ...rijen, ''].join('\n'))
const cto = (...rijen: string[]) =>
  Buffer.from(['jaar;veldwerkEinde;gemeentecode;toewijzingNummer;cijfer;datumRespons', ...rijen, ''].join('\n'))

const later = (ctx: Context, minuten: number) => ({ ...ctx, now: ctx.now.add({ minutes: minuten }) })

async function vul(ctx: Context) {
  await leesEvaluatiesIn(
    als(ctx, 'lokaal team'),
    evaluaties(
      '0439;1;2026-03-01;einde-beschikking;behaald;',
      '0439;2;2026-02-01;einde-beschikking;niet behaald;client',
      '0479;3;2025-12-31;tussentijds;behaald;',
    ),
  )
  await leesEvaluatiesIn(als(later(ctx, 5), 'backoffice'), evaluaties('9999;4;2026-01-01;tussentijds;behaald;'))
}

describe('wat is ingelezen', () => {
  test('per gemeente van de regio, ook waar niets is, en een gemeente die er niet bij hoort', async ({ ctx }) => {
    await vul(ctx)
    await sql`with c as (insert into client (regio_id, wet, pseudoniem, sleutelversie, label)
        values (${ctx.regioId}, 'wmo', '\\x01', 1, 'label-een') returning id)
      insert into toewijzing (regio_id, wet, gemeente, nummer, client_id, agb, ingangsdatum, ingetrokken, toegewezen_op, referentiedatum)
      select ${ctx.regioId}, 'wmo', '0439', 1, c.id, '98990101', '2025-01-01', false, '2025-01-01', '2025-01-01' from c`.execute(
      ctx.db,
    )
    const stand = await listPerGemeente(als(ctx, 'lokaal team'), 'evaluaties', 2026)
    expect(stand.map(({ code, aantal, goed, wachtend }) => [code, aantal, goed, wachtend])).toEqual([
      ['0439', 2, 1, 1],
      ['0385', 0, 0, 0],
      ['0431', 0, 0, 0],
      ['0852', 0, 0, 0],
      ['0415', 0, 0, 0],
      ['0479', 0, 0, 0],
      ['0880', 0, 0, 0],
      ['9999', 1, 1, 1],
    ])
    expect(stand[0]).toMatchObject({
      naam: 'Purmerend',
      subregio: 'Purmerend/Edam-Volendam',
      eerste: Temporal.PlainDate.from('2026-02-01'),
      laatste: Temporal.PlainDate.from('2026-03-01'),
    })
    expect(stand.at(-1)).toMatchObject({ naam: null, subregio: null })
    expect(await listJaren(ctx, 'evaluaties')).toEqual([2026, 2025])
    expect(await listJaren(ctx, 'cto')).toEqual([])
  })

  test('wie wat inlas, de laatste eerst; hetzelfde bestand nog een keer is geen nieuwe keer', async ({ ctx }) => {
    await vul(ctx)
    await leesEvaluatiesIn(later(ctx, 9), evaluaties('9999;4;2026-01-01;tussentijds;behaald;'))
    const keren = await listInlezingen(ctx, 'evaluaties', { offset: 0, limit: 50 })
    expect(keren.map(({ ingelezenDoor, aantal, gemeenten }) => [ingelezenDoor, aantal, gemeenten])).toEqual([
      ['Test backoffice', 1, ['9999']],
      ['Test lokaal team', 3, ['Purmerend', 'Zaanstad']],
    ])
    // one more than the page tells that there are older ones
    expect(await listInlezingen(ctx, 'evaluaties', { offset: 0, limit: 1 })).toHaveLength(2)
    expect(await listInlezingen(ctx, 'evaluaties', { offset: 1, limit: 1 })).toHaveLength(1)
  })

  test('antwoorden in een onderzoek: met en zonder cijfer, naar het einde van het veldwerk', async ({ ctx }) => {
    await leesCtoIn(ctx, cto('2025;2025-10-16;0479;1;9,3;2025-10-09', '2025;2025-10-16;0479;2;;2025-10-09'))
    const zaanstad = (await listPerGemeente(ctx, 'cto', 2025)).find(({ code }) => code === '0479')
    expect(zaanstad).toMatchObject({ aantal: 2, goed: 1, wachtend: 2 })
    expect(await listPerGemeente(ctx, 'cto', 2024)).toSatisfy((rijen: { aantal: number }[]) =>
      rijen.every(({ aantal }) => aantal === 0),
    )
  })

  test.for(['aanbieder', 'beleid', 'contracteigenaar', 'toezichthouder'] as const)(
    '%s ziet het niet',
    async (rol, { ctx }) => {
      const wie = als(ctx, rol)
      await expect(listPerGemeente(wie, 'evaluaties', 2026)).rejects.toMatchObject({ status: 403 })
      await expect(listInlezingen(wie, 'cto', { offset: 0, limit: 1 })).rejects.toMatchObject({ status: 403 })
    },
  )
})
