import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'

export type Verslagtekst = {
  agendapuntId: string
  tekst: string
  versie: number
  gewijzigdOp: Temporal.Instant
  gewijzigdDoor: string
}

/** What was written per item; the region's only, until it is shared as a whole. */
export async function listVerslagteksten(ctx: Context, gesprekId: string): Promise<Verslagtekst[]> {
  const { rows } = await sql<Verslagtekst>`select v.agendapunt_id, v.tekst, v.versie, v.gewijzigd_op, v.gewijzigd_door
    from verslagtekst v where ${zicht(ctx).vanGesprek('v')} and v.gesprek_id = ${gesprekId}`.execute(ctx.db)
  return rows
}

export type Besluit = {
  id: string
  agendapuntId: string | null
  tekst: string
  taak: string | null
  beslotenAls: string | null
  grond: string | null
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

/** What was decided, in the order in which it was written down. */
export async function listBesluiten(ctx: Context, gesprekId: string): Promise<Besluit[]> {
  const { rows } =
    await sql<Besluit>`select b.id, b.agendapunt_id, b.tekst, b.taak, b.besloten_als, b.grond, b.vastgelegd_op, b.vastgelegd_door
    from gesprek_besluit b where ${zicht(ctx).vanGesprek('b')} and b.gesprek_id = ${gesprekId} and b.weggehaald_op is null
    order by b.vastgelegd_op, b.id`.execute(ctx.db)
  return rows
}

export type Verslagreactie = {
  id: string
  soort: 'akkoord' | 'opmerking'
  tekst: string
  gegevenOp: Temporal.Instant
  gegevenDoor: string
  verwerking: string | null
  verwerktOp: Temporal.Instant | null
  verwerktDoor: string | null
}

/** What the aanbieder said about the shared minutes, oldest first. */
export async function listReacties(ctx: Context, gesprekId: string): Promise<Verslagreactie[]> {
  const { rows } =
    await sql<Verslagreactie>`select r.id, r.soort, r.tekst, r.gegeven_op, r.gegeven_door, r.verwerking, r.verwerkt_op, r.verwerkt_door
    from verslagreactie r where ${zicht(ctx).vanGesprek('r')} and r.gesprek_id = ${gesprekId} order by r.gegeven_op, r.id`.execute(
      ctx.db,
    )
  return rows
}

export type Verslagversie = {
  soort: 'gedeeld' | 'definitief'
  inhoud: string
  sha256: Buffer
  gemaaktOp: Temporal.Instant
  gemaaktDoor: string
}

/** The minutes as they were shared and as they became final. */
export async function listVerslagversies(ctx: Context, gesprekId: string): Promise<Verslagversie[]> {
  const { rows } = await sql<Verslagversie>`select v.soort, v.inhoud, v.sha256, v.gemaakt_op, v.gemaakt_door
    from verslagversie v where ${zicht(ctx).vanGesprek('v')} and v.gesprek_id = ${gesprekId} order by v.gemaakt_op, v.id`.execute(
    ctx.db,
  )
  return rows
}
