import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

export type Toets = {
  id: string
  datum: Temporal.PlainDate
  besprokenMet: string
  afspiegeling: boolean
  oordeel: string
  aanpassing: string
  door: string
}

/** The effectiveness reviews of a table, newest first; not for an aanbieder's account. */
export async function listToetsen(ctx: Context, id: string): Promise<Toets[]> {
  if (ctx.actor.agb !== null) return []
  const { rows } =
    await sql<Toets>`select id, datum, besproken_met, afspiegeling, oordeel, aanpassing, vastgelegd_door as door
    from overlegtafel_toets where regio_id = ${ctx.regioId} and overlegtafel_id = ${id} order by datum desc, id desc`.execute(
      ctx.db,
    )
  return rows
}

/** The feedback by mail: to how many aanbieders, and how many mails were asked for, sent and failed. */
export async function telTerugkoppeling(ctx: Context, id: string) {
  const { rows } = await sql<{ aanbieders: number; mails: number; verzonden: number; mislukt: number }>`select
    (select count(*)::int from overlegtafel_terugkoppeling where regio_id = ${ctx.regioId} and overlegtafel_id = ${id}) as aanbieders,
    count(*)::int as mails, count(verzonden_op)::int as verzonden, count(mislukt_op)::int as mislukt
    from overlegtafel_bericht where regio_id = ${ctx.regioId} and overlegtafel_id = ${id} and soort = 'terugkoppeling'`.execute(
    ctx.db,
  )
  return rows[0]!
}
