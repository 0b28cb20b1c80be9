import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'

/** What a batch must know of the region before it is stored; read under lockOpslag. */
export type Opslagstand = {
  /** How often clients were destroyed: ids known from before a change are forgotten */
  gewist: number
  /** Whether any message was destroyed, which must not come back */
  vernietigd: boolean
}

export async function leesOpslagstand({ db, regioId }: Context): Promise<Opslagstand> {
  const { rows } = await prepared(sql<Opslagstand>`select
    coalesce((select gewist from clientenstand where regio_id = ${regioId}), 0)::int as gewist,
    exists (select from vernietigd_bericht where regio_id = ${regioId}) as vernietigd`).execute(db)
  return rows[0]!
}
