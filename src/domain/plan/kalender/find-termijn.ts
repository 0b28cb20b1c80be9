import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { zicht } from '../../rechten/zicht.ts'
import { Berekening } from './berekening.ts'
import type { TermijnInLijst } from './list-termijnen.ts'
import { kolommen, verbanden } from './termijn.sql.ts'

export type Termijn = TermijnInLijst & {
  startgebeurtenis: string
  startdatum: Temporal.PlainDate
  berekening: Berekening
  geplandOp: Temporal.Instant
  /** By whom it was put in by hand. */
  geplandDoor: string | null
  geslotenOp: Temporal.Instant | null
  geslotenReden: string | null
  volgendeHerinneringOp: Temporal.Instant | null
  uitstelReden: string | null
  uitgesteldDoor: string | null
}

/** One term with how it was counted. Throws 404 when it is not there or not for this person. */
export async function findTermijn(ctx: Context, id: string): Promise<Termijn> {
  const { rows } = await sql<
    Omit<Termijn, 'berekening'> & { berekening: unknown }
  >`select ${kolommen(ctx)}, t.startgebeurtenis, t.startdatum,
      t.berekening, t.gepland_op, t.gepland_door, t.gesloten_op, t.gesloten_reden, t.volgende_herinnering_op, t.uitstel_reden, t.uitgesteld_door
    from termijn t ${verbanden} where ${zicht(ctx).termijn('t')} and t.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Deze termijn')
  return { ...rows[0], berekening: Berekening.parse(rows[0].berekening) }
}

export type Herinnering = { gemaaktOp: Temporal.Instant; nummer: number; namen: string[]; gemaild: boolean }

/** The reminders of a term with who got them, the newest first. */
export async function listHerinneringen(ctx: Context, termijnId: string): Promise<Herinnering[]> {
  const { rows } =
    await sql<Herinnering>`select h.nummer, min(h.gemaakt_op) as gemaakt_op, bool_or(h.gemaild_op is not null) as gemaild,
      array_agg(g.naam order by g.naam collate "nl-x-icu") as namen
    from herinnering h join gebruiker g on g.regio_id = h.regio_id and g.id = h.gebruiker_id
    where h.regio_id = ${ctx.regioId} and h.termijn_id = ${termijnId}
      and (${ctx.actor.agb}::text is null or (h.als = 'aanbieder' and exists (select from termijn t
        where ${zicht(ctx).termijn('t')} and t.id = h.termijn_id)))
    group by h.nummer order by h.nummer desc limit 20`.execute(ctx.db)
  return rows
}
