import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { maakAgenda, nieuwePunten } from './agenda.ts'
import type { Sjabloon } from './gespreksregels.ts'
import { leesAgendainhoud } from './lees-agendainhoud.ts'

type Over = {
  id: string
  soort: string
  aanbiederId: string | null
  gemeenteCode: string | null
  escalatieId: string | null
}

/** Puts on the agenda what is not on it yet (GES-06); what people changed or took away stays so. Gives how many items are new. */
export async function vulAgenda(ctx: Context, gesprek: Over, sjabloon: Sjabloon): Promise<number> {
  const inhoud = await leesAgendainhoud(ctx, { ...gesprek, gesprekId: gesprek.id })
  const { rows } = await sql<{
    id: string
    sleutel: string
    volgorde: number
  }>`select id, sleutel, volgorde from agendapunt
    where regio_id = ${ctx.regioId} and gesprek_id = ${gesprek.id}`.execute(ctx.db)
  const nieuw = nieuwePunten(new Set(rows.map(({ sleutel }) => sleutel)), maakAgenda(sjabloon, inhoud))
  if (nieuw.length === 0) return 0
  const ids = new Map(
    [...rows, ...nieuw.map(({ sleutel }) => ({ sleutel, id: randomUUID() }))].map((rij) => [rij.sleutel, rij.id]),
  )
  const laatste = Math.max(0, ...rows.map(({ volgorde }) => volgorde))
  await ctx.db
    .insertInto('agendapunt')
    .values(
      nieuw.map(({ sleutel, onder, titel, toelichting, niveau, bron, vult, bevindingId, vanPuntId }, i) => ({
        regioId: ctx.regioId,
        id: ids.get(sleutel)!,
        gesprekId: gesprek.id,
        sleutel,
        onderId: onder === null ? null : (ids.get(onder) ?? null),
        volgorde: laatste + 10 * (i + 1),
        titel: titel.slice(0, 300),
        toelichting,
        niveau,
        bron,
        vult,
        bevindingId,
        vanPuntId,
      })),
    )
    .execute()
  return nieuw.length
}
