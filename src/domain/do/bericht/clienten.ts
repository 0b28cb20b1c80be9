import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Wet } from './bericht.ts'
import { kolommen } from './bewaren/kolommen.ts'
import { leesOpslagstand, type Sleutelstand } from './opslagstand.ts'

/** An HMAC-SHA-256 of a BSN in hex under the first key of its domain. What is stored is taken on by the keys after it. */
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
  stand?: Sleutelstand,
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
    stand ??= (await leesOpslagstand(ctx)).sleutels
    for (const { nr, id } of await zoekOfMaak(ctx, rest, stand)) {
      gevonden.set(rest[nr]![0], id)
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

/**
 * While pseudonyms are being changed a client is looked for under both keys; a new one is made under the newest. Nobody changes
 * them meanwhile (lockOpslag), so no client is missed.
 */
async function zoekOfMaak(ctx: Context, rest: readonly [Pseudoniem, Wet][], stand: Sleutelstand) {
  const rijen = rest.flatMap(([pseudoniem, wet], nr) => {
    const { versie, oudste } = stand[wet]
    const sleutel = ctx.sleutels.vind(ctx.regioId, wet, versie)
    const eerste = Buffer.from(pseudoniem, 'hex')
    return reeks(oudste, versie).map((v) => [
      ...[nr, wet, `\\x${sleutel.verder(eerste, 1, v).toString('hex')}`, v, label(), v === versie],
    ])
  })
  const [nr, wet, pseudoniem, versie, labels, nieuwste] = kolommen(6, rijen)
  const { rows } = await sql<{ nr: number; id: string }>`
    with gevraagd as materialized (
      select * from unnest(${nr}::int[], ${wet}::text[], ${pseudoniem}::bytea[], ${versie}::int[], ${labels}::text[], ${nieuwste}::boolean[])
        as u (nr, wet, pseudoniem, sleutelversie, label, nieuwste)
    ), bekend as materialized (
      select g.nr, c.id from gevraagd g join client c on c.regio_id = ${ctx.regioId} and c.wet = g.wet
        and c.sleutelversie = g.sleutelversie and c.pseudoniem = g.pseudoniem
    ), nieuw as (
      insert into client (regio_id, wet, pseudoniem, sleutelversie, label)
      select ${ctx.regioId}, g.wet, g.pseudoniem, g.sleutelversie, g.label from gevraagd g
      where g.nieuwste and not exists (select from bekend b where b.nr = g.nr)
      order by g.pseudoniem
      on conflict do nothing returning id, wet, pseudoniem
    )
    select nr, id from bekend
    union all select g.nr, n.id from nieuw n join gevraagd g on g.nieuwste and g.wet = n.wet and g.pseudoniem = n.pseudoniem`.execute(
    ctx.db,
  )
  return rows
}

function reeks(van: number, totEnMet: number): number[] {
  return Array.from({ length: totEnMet - van + 1 }, (_, i) => van + i)
}

/** C-7KQ2M-9XD4T: fifty random bits. What is shown says nothing about who it is. */
export function label(): string {
  const tekens = Array.from(randomBytes(10), (byte) => TEKENS[byte % 32]!).join('')
  const [begin, einde] = [tekens.slice(0, 5), tekens.slice(5)]
  return /^\d+$/.test(begin) || /^\d+$/.test(einde) ? label() : `C-${begin}-${einde}`
}
