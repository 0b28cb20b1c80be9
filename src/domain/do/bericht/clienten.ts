import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Wet } from './bericht.ts'
import { kolommen } from './bewaren/kolommen.ts'

/** An HMAC-SHA-256 of a BSN in hex, in the domain of one wet. */
export type Pseudoniem = string

// Crockford's base 32: no I, L, O or U, so a label can be read aloud. A label never is a run of digits.
const TEKENS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const MAX_BEKEND = 100_000

/** Ids of clients that were found before; forgets the oldest, so that memory does not grow with what is read. */
export type Clientgeheugen = Map<Pseudoniem, string> & {
  /** Of how many destructions it knows (opslagstand.ts) */
  gewist?: number
}

/**
 * The client id of each pseudonym; clients not met before are made. Two deliveries at once find the same client. Sorted, so that
 * two transactions never wait for each other.
 */
export async function zoekClienten(
  ctx: Context,
  pseudoniemen: ReadonlyMap<Pseudoniem, Wet>,
  geheugen: Clientgeheugen,
): Promise<Map<Pseudoniem, string>> {
  const gevonden = new Map<Pseudoniem, string>()
  let rest: [Pseudoniem, Wet][] = []
  for (const [pseudoniem, wet] of pseudoniemen) {
    const id = geheugen.get(pseudoniem)
    if (id === undefined) {
      rest.push([pseudoniem, wet])
    } else {
      gevonden.set(pseudoniem, id)
    }
  }
  rest.sort(([a], [b]) => (a < b ? -1 : 1))
  // A client somebody else is making shows up in the next round, and so does a label that was taken.
  while (rest.length > 0) {
    for (const { pseudoniem, id } of await zoekOfMaak(ctx, rest)) {
      gevonden.set(pseudoniem, id)
    }
    rest = rest.filter(([pseudoniem]) => !gevonden.has(pseudoniem))
  }
  return gevonden
}

/** Keeps what was committed. */
export function onthoud(geheugen: Clientgeheugen, gevonden: ReadonlyMap<Pseudoniem, string>) {
  for (const [pseudoniem, id] of gevonden) {
    geheugen.delete(pseudoniem)
    geheugen.set(pseudoniem, id)
  }
  for (const oudste of geheugen.keys()) {
    if (geheugen.size <= MAX_BEKEND) {
      return
    }
    geheugen.delete(oudste)
  }
}

async function zoekOfMaak(ctx: Context, rest: readonly [Pseudoniem, Wet][]) {
  const versies = { wmo: 0, jw: 0 }
  const rijen = rest.map(([pseudoniem, wet]) => {
    versies[wet] ||= ctx.sleutels.vind(ctx.regioId, wet).versie
    return [wet, `\\x${pseudoniem}`, versies[wet], label()]
  })
  const [wet, pseudoniem, versie, labels] = kolommen(4, rijen)
  const { rows } = await sql<{ pseudoniem: string; id: string }>`
    with gevraagd as materialized (
      select * from unnest(${wet}::text[], ${pseudoniem}::bytea[], ${versie}::int[], ${labels}::text[])
        as u (wet, pseudoniem, sleutelversie, label)
    ), bekend as materialized (
      select c.id, c.pseudoniem from gevraagd g join client c on c.regio_id = ${ctx.regioId} and c.wet = g.wet
        and c.sleutelversie = g.sleutelversie and c.pseudoniem = g.pseudoniem
    ), nieuw as (
      insert into client (regio_id, wet, pseudoniem, sleutelversie, label)
      select ${ctx.regioId}, g.wet, g.pseudoniem, g.sleutelversie, g.label from gevraagd g
      where not exists (select from bekend b where b.pseudoniem = g.pseudoniem)
      order by g.pseudoniem
      on conflict do nothing returning id, pseudoniem
    )
    select id, encode(pseudoniem, 'hex') as pseudoniem from bekend
    union all select id, encode(pseudoniem, 'hex') from nieuw`.execute(ctx.db)
  return rows
}

/** C-7KQ2M-9XD4T: fifty random bits. What is shown says nothing about who it is. */
export function label(): string {
  const tekens = Array.from(randomBytes(10), (byte) => TEKENS[byte % 32]!).join('')
  const [begin, einde] = [tekens.slice(0, 5), tekens.slice(5)]
  return /^\d+$/.test(begin) || /^\d+$/.test(einde) ? label() : `C-${begin}-${einde}`
}
