import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Klasse } from './klasse.ts'

export type Klasseversie = {
  klasse: Klasse
  geldigVanaf: Temporal.PlainDate
  reden: string
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

/** Every class an aanbieder was given, newest first. */
export async function listKlassen(ctx: Context, aanbiederId: string): Promise<Klasseversie[]> {
  const { rows } = await sql<Klasseversie>`select k.klasse, k.geldig_vanaf, k.reden, k.vastgelegd_op, k.vastgelegd_door
    from aanbieder_klasse k where ${zicht(ctx).vanAanbieder('k')} and k.aanbieder_id = ${aanbiederId}
    order by k.geldig_vanaf desc, k.id desc`.execute(ctx.db)
  return rows
}

/** The class that applies on a day: the newest that has begun; null when there is none. */
export async function findKlasse(ctx: Context, aanbiederId: string, datum: Temporal.PlainDate): Promise<Klasse | null> {
  const klassen = await listKlassen(ctx, aanbiederId)
  return klassen.find(({ geldigVanaf }) => Temporal.PlainDate.compare(geldigVanaf, datum) <= 0)?.klasse ?? null
}
