import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { categorienaam } from '../../begrippen/productcategorie.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Tafelregels } from './regels.ts'
import { uiterlijkToetsen, type Toetsstand } from './uiterlijk-toetsen.ts'

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
  const { rows } = await sql<{
    aanbieders: number
    mails: number
    verzonden: number
    mislukt: number
    fout: string | null
  }>`select
    (select count(*)::int from overlegtafel_terugkoppeling t where ${zicht(ctx).vanAanbieder('t')} and t.overlegtafel_id = ${id}) as aanbieders,
    count(*)::int as mails, count(verzonden_op)::int as verzonden, count(mislukt_op)::int as mislukt,
    max(laatste_fout) filter (where mislukt_op is not null) as fout
    from overlegtafel_bericht m where ${zicht(ctx).vanAanbieder('m')} and m.overlegtafel_id = ${id} and m.soort = 'terugkoppeling'`.execute(
    ctx.db,
  )
  return rows[0]!
}

export type Toetstermijn = {
  code: string
  naam: string
  tafelId: string
  /** The last test, else the first table. */
  vanaf: Temporal.PlainDate
  uiterlijk: Temporal.PlainDate
}

/** Per product the last day to test its tables, and the last table held; the first to end first (TAF-16). */
export async function listToetstermijnen(
  ctx: Context,
  regels: Pick<Tafelregels, 'toetsMaanden'>,
): Promise<Toetstermijn[]> {
  const { rows } = await sql<Toetsstand & { code: string; tafelId: string }>`
    select p.categorie as code, min(o.datum) as eerste_tafel, max(t.datum) as laatste_toets,
      (array_agg(o.id order by o.datum desc, o.id))[1] as tafel_id
    from overlegtafel_product p
    join overlegtafel o on o.regio_id = p.regio_id and o.id = p.overlegtafel_id and o.gehouden_op is not null
    left join overlegtafel_toets t on t.regio_id = o.regio_id and t.overlegtafel_id = o.id
    where p.regio_id = ${ctx.regioId} and ${ctx.actor.agb === null} group by p.categorie`.execute(ctx.db)
  return rows
    .map(({ code, tafelId, ...stand }) => ({
      code,
      naam: categorienaam(code),
      tafelId,
      vanaf: stand.laatsteToets ?? stand.eersteTafel,
      uiterlijk: uiterlijkToetsen(stand, regels),
    }))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.uiterlijk, b.uiterlijk) || (a.code < b.code ? -1 : 1))
}

/** Those that are due (TAF-16). */
export async function listTeToetsen(ctx: Context, regels: Pick<Tafelregels, 'toetsMaanden'>): Promise<Toetstermijn[]> {
  return (await listToetstermijnen(ctx, regels)).filter(
    ({ uiterlijk }) => Temporal.PlainDate.compare(uiterlijk, ctx.today) < 0,
  )
}
