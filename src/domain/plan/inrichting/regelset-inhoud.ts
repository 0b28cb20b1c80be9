import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'

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

const MEESTE = 1_000

// A stored version never changes (the program has no right to), so what was read of it holds in every process for as long as it runs.
const bekend = new Map<string, Regelsetversie>()
const gelezen = new WeakMap<object, Map<z.ZodType, unknown>>()

/** These versions in this order; what this process read before is not asked again. Do not change what comes out of it. */
export async function leesVersies(ctx: Context, delen: readonly { id: string }[]): Promise<Regelsetversie[]> {
  const sleutel = (id: string) => `${ctx.regioId} ${id}`
  const versies = new Map(delen.map(({ id }) => [id, bekend.get(sleutel(id))]))
  const onbekend = [...versies].flatMap(([id, versie]) => (versie ? [] : [id]))
  if (onbekend.length > 0) {
    const { rows } =
      await sql<Regelsetversie>`select id, deel, versie, geldig_vanaf, bron, inhoud, reden, vastgelegd_op, vastgelegd_door
      from regelsetdeel where regio_id = ${ctx.regioId} and id = any(${onbekend}::uuid[])`.execute(ctx.db)
    if (bekend.size + rows.length > MEESTE) bekend.clear()
    for (const versie of rows) {
      bekend.set(sleutel(versie.id), versie)
      versies.set(versie.id, versie)
    }
  }
  return delen.flatMap(({ id }) => versies.get(id) ?? [])
}

/** The version of each of these parts that applies on a day, by part: the highest one that has begun (kiesVersie in SQL). */
export async function leesGeldend(
  ctx: Context,
  delen: readonly string[],
  datum: Temporal.PlainDate,
): Promise<Map<string, Regelsetversie>> {
  const { rows } = await vraagSamen(ctx, delen, datum)
  const versies = await leesVersies(
    ctx,
    rows.filter(({ deel }) => delen.includes(deel)),
  )
  return new Map(versies.map((versie) => [versie.deel, versie]))
}

type Antwoord = { rows: { id: string; deel: string }[] }
type Vraag = { delen: Set<string>; antwoord: Promise<Antwoord> }
const vragen = new WeakMap<Context['db'], Map<string, Vraag>>()

// A page asks for parts in many places, most of them at once: what is asked in one breath of a transaction goes in one query.
function vraagSamen({ db, regioId }: Context, delen: readonly string[], datum: Temporal.PlainDate): Promise<Antwoord> {
  const lopend = vragen.get(db) ?? new Map<string, Vraag>()
  vragen.set(db, lopend)
  const sleutel = `${regioId} ${datum.toString()}`
  const eerder = lopend.get(sleutel)
  if (eerder) {
    for (const deel of delen) eerder.delen.add(deel)
    return eerder.antwoord
  }
  const alle = new Set(delen)
  const antwoord = Promise.resolve().then(() => {
    lopend.delete(sleutel)
    return prepared(sql<{ id: string; deel: string }>`select distinct on (deel) id, deel from regelsetdeel
      where regio_id = ${regioId} and deel = any(${[...alle]}::text[]) and geldig_vanaf <= ${datum}
      order by deel, versie desc`).execute(db)
  })
  lopend.set(sleutel, { delen: alle, antwoord })
  return antwoord
}

/** The content of a version by the schema of its room; each version is checked once. Do not change what comes out of it. */
export function leesInhoud<Schema extends z.ZodType>(schema: Schema, inhoud: unknown): z.output<Schema> {
  if (typeof inhoud !== 'object' || inhoud === null) return schema.parse(inhoud)
  const eerder = gelezen.get(inhoud) ?? new Map<z.ZodType, unknown>()
  if (!eerder.has(schema)) eerder.set(schema, schema.parse(inhoud))
  gelezen.set(inhoud, eerder)
  return eerder.get(schema) as z.output<Schema>
}
