import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { leesGeldend, type Regelsetversie } from './regelset-inhoud.ts'

/** The version of a part that applies on a day: the highest one that has begun (kiesVersie in SQL). Throws 404 when there is none. */
export async function leesRegelset(ctx: Context, deel: string, datum: Temporal.PlainDate): Promise<Regelsetversie> {
  return (await leesRegelsetdelen(ctx, [deel], datum))[deel]!
}

/** The same for a part that a region may do without; null when it has none. */
export async function findRegelset(
  ctx: Context,
  deel: string,
  datum: Temporal.PlainDate,
): Promise<Regelsetversie | null> {
  return (await leesGeldend(ctx, [deel], datum)).get(deel) ?? null
}

/** These parts as they apply on a day, in one query. Throws 404 when one is missing. */
export async function leesRegelsetdelen<Deel extends string>(
  ctx: Context,
  delen: readonly Deel[],
  datum: Temporal.PlainDate,
): Promise<Record<Deel, Regelsetversie>> {
  const gevonden = await leesGeldend(ctx, delen, datum)
  for (const deel of delen) {
    if (!gevonden.has(deel)) throw notFound(`Het deel ${deel} van de regelset`)
  }
  return Object.fromEntries(gevonden) as Record<Deel, Regelsetversie>
}

const alles = sql`id, deel, versie, geldig_vanaf, bron, inhoud, reden, vastgelegd_op, vastgelegd_door`

/** Every part as it applies on a day, by name. */
export async function listRegelsetdelen(ctx: Context, datum: Temporal.PlainDate): Promise<Regelsetversie[]> {
  const { rows } = await sql<Regelsetversie>`select distinct on (deel) ${alles} from regelsetdeel
    where regio_id = ${ctx.regioId} and geldig_vanaf <= ${datum}
    order by deel, versie desc`.execute(ctx.db)
  return rows
}

export type KomendeVersie = Pick<Regelsetversie, 'deel' | 'versie' | 'geldigVanaf'>

/** Versions that wait for their first day, the first to begin first. */
export async function listKomendeVersies(ctx: Context, datum: Temporal.PlainDate): Promise<KomendeVersie[]> {
  const { rows } = await sql<KomendeVersie>`select deel, versie, geldig_vanaf from regelsetdeel
    where regio_id = ${ctx.regioId} and geldig_vanaf > ${datum} order by geldig_vanaf, deel, versie`.execute(ctx.db)
  return rows
}

/** All versions of a part, newest first. */
export async function listVersies(ctx: Context, deel: string): Promise<Regelsetversie[]> {
  const { rows } = await sql<Regelsetversie>`select ${alles} from regelsetdeel
    where regio_id = ${ctx.regioId} and deel = ${deel} order by versie desc`.execute(ctx.db)
  return rows
}
