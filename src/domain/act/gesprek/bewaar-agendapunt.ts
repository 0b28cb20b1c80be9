import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { eisAct } from './eis-act.ts'
import type { Punt } from './gesprek.ts'
import { listAgendapunten, lockGesprek, type Agendapunt } from './queries.ts'

/** Puts an item of one's own on the agenda, below another or at the end; gives its id. */
export function voegPuntToe(ctx: Context, gesprekId: string, onderId: string | null, punt: Punt): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await opEenAgenda(ctx, gesprekId)
    const punten = await listAgendapunten(ctx, gesprekId)
    if (onderId !== null && !punten.some(({ id }) => id === onderId)) throw notFound('Dit agendapunt')
    const { id } = await ctx.db
      .insertInto('agendapunt')
      .values({
        regioId: ctx.regioId,
        gesprekId,
        sleutel: `hand:${randomUUID()}`,
        onderId,
        volgorde: Math.max(0, ...punten.map(({ volgorde }) => volgorde)) + 10,
        titel: punt.titel,
        toelichting: punt.toelichting,
        niveau: punt.niveau || null,
        bron: 'hand',
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await leg(ctx, gesprekId, 'agendapunt:toegevoegd', { titel: punt.titel })
    return id
  })
}

/** Takes an item and what stands below it off the agenda; it does not come back by itself. */
export function haalPuntWeg(ctx: Context, gesprekId: string, puntId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const punt = await opEenAgenda(ctx, gesprekId, puntId)
    await sql`with recursive weg as (select id from agendapunt where regio_id = ${ctx.regioId} and id = ${puntId}
        union select p.id from weg join agendapunt p on p.regio_id = ${ctx.regioId} and p.onder_id = weg.id)
      update agendapunt set weggehaald_op = ${ctx.now}::timestamptz where regio_id = ${ctx.regioId} and weggehaald_op is null
        and id in (select id from weg)`.execute(ctx.db)
    await leg(ctx, gesprekId, 'agendapunt:weggehaald', { titel: punt!.titel })
  })
}

/** Carries an item over to the next meeting with the same party, or not any more. */
export function neemPuntMee(ctx: Context, gesprekId: string, puntId: string, mee: boolean): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const punt = await opEenAgenda(ctx, gesprekId, puntId)
    await sql`update agendapunt set meenemen_op = case when ${mee} then ${ctx.now}::timestamptz end
      where regio_id = ${ctx.regioId} and id = ${puntId}`.execute(ctx.db)
    await leg(ctx, gesprekId, mee ? 'agendapunt:meegenomen' : 'agendapunt:niet meegenomen', { titel: punt!.titel })
  })
}

async function opEenAgenda(ctx: Context, gesprekId: string, puntId?: string): Promise<Agendapunt | undefined> {
  await authorize(ctx, 'gesprek:wijzigen')
  eisAct('agenda wijzigen', await lockGesprek(ctx, gesprekId))
  const punt =
    puntId === undefined ? undefined : (await listAgendapunten(ctx, gesprekId)).find(({ id }) => id === puntId)
  if (puntId !== undefined && !punt) throw notFound('Dit agendapunt')
  return punt
}

function leg(ctx: Context, gesprekId: string, soort: string, gegevens: Record<string, unknown>) {
  return recordEvent(ctx, { soort, onderwerp: { type: 'gesprek', id: gesprekId }, gegevens })
}
