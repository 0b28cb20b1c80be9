import type { Kysely } from 'kysely'
import type { Inzage } from './inzage.ts'
import type { DB } from './schema.ts'
import type { Sleutels } from './sleutels.ts'

export type Db = Kysely<DB>

/**
 * A role somebody holds: limited to one aanbieder (agb) when it is that aanbieder's account, or to gemeenten (CBS codes), one law
 * ('wmo' or 'jw') and product categories. Absent or null is no limit.
 */
export type Rolhouder = {
  rol: string
  agb: string | null
  gemeenten?: readonly string[] | null
  wet?: string | null
  categorieen?: readonly string[] | null
}

/** Who acts: a person, the command line or the queue. `agb` limits all they see to one aanbieder. */
export type Actor = {
  soort: 'gebruiker' | 'opdrachtregel' | 'systeem'
  id: string
  naam: string
  rollen: Rolhouder[]
  agb: string | null
}

/** What every use case and query gets. `db` may be a running transaction. */
export type Context = {
  db: Db
  regioId: string
  actor: Actor
  now: Temporal.Instant
  today: Temporal.PlainDate
  sleutels: Sleutels
  /** What this request shows of clients; without it no client can be shown. */
  inzage?: Inzage
}
