import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { prepared } from '../../../platform/prepared.ts'
import { vulInhoud } from './regelset-inhoud.ts'

/** A stored version of a part. `inhoud` is checked by the room that uses it. */
export type Regelsetversie = {
  id: string
  deel: string
  versie: number
  geldigVanaf: Temporal.PlainDate
  bron: string
  inhoud: unknown
  reden: string | null
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

const kop = sql`id, deel, versie, geldig_vanaf, bron, reden, vastgelegd_op, vastgelegd_door`
type Kop = Omit<Regelsetversie, 'inhoud'>

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
  const { rows } = await prepared(sql<Kop>`select ${kop} from regelsetdeel
    where regio_id = ${ctx.regioId} and deel = ${deel} and geldig_vanaf <= ${datum} order by versie desc limit 1`).execute(
    ctx.db,
  )
  return (await vulInhoud(ctx, rows))[0] ?? null
}

/** These parts as they apply on a day, in one query. Throws 404 when one is missing. */
export async function leesRegelsetdelen<Deel extends string>(
  ctx: Context,
  delen: readonly Deel[],
  datum: Temporal.PlainDate,
): Promise<Record<Deel, Regelsetversie>> {
  const { rows } = await prepared(sql<Kop>`select distinct on (deel) ${kop} from regelsetdeel
    where regio_id = ${ctx.regioId} and deel = any(${delen}::text[]) and geldig_vanaf <= ${datum}
    order by deel, versie desc`).execute(ctx.db)
  const versies = await vulInhoud(ctx, rows)
  const gevonden = Object.fromEntries(versies.map((versie) => [versie.deel, versie])) as Partial<
    Record<Deel, Regelsetversie>
  >
  for (const deel of delen) {
    if (!gevonden[deel]) {
      throw notFound(`Het deel ${deel} van de regelset`)
    }
  }
  return gevonden as Record<Deel, Regelsetversie>
}

/** Every part as it applies on a day, by name. */
export async function listRegelsetdelen(ctx: Context, datum: Temporal.PlainDate): Promise<Regelsetversie[]> {
  const { rows } = await sql<Regelsetversie>`select distinct on (deel) ${kop}, inhoud from regelsetdeel
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
  const { rows } = await sql<Regelsetversie>`select ${kop}, inhoud from regelsetdeel
    where regio_id = ${ctx.regioId} and deel = ${deel} order by versie desc`.execute(ctx.db)
  return rows
}
