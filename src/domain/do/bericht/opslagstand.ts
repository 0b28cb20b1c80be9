import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Wet } from './bericht.ts'
import { prepared } from '../../../platform/prepared.ts'

/** Which key is in use; `oudste` is one less while pseudonyms are being changed (decision 020). */
export type Sleutelstand = Record<Wet, { versie: number; oudste: number }>

/** What a batch must know of the region before it is stored; read under lockOpslag. */
export type Opslagstand = {
  /** How often clients were destroyed: ids known from before a change are forgotten */
  gewist: number
  /** Whether any message was destroyed, which must not come back */
  vernietigd: boolean
  sleutels: Sleutelstand
}

const EERSTE = { versie: 1, oudste: 1 }

export async function leesOpslagstand({ db, regioId }: Context): Promise<Opslagstand> {
  const { rows } = await prepared(sql<Omit<Opslagstand, 'sleutels'> & { sleutels: Partial<Sleutelstand> }>`select
    coalesce((select gewist from clientenstand where regio_id = ${regioId}), 0)::int as gewist,
    exists (select from vernietigd_bericht where regio_id = ${regioId}) as vernietigd,
    coalesce((select jsonb_object_agg(wet, jsonb_build_object('versie', versie, 'oudste', oudste)) from sleutelstand
      where regio_id = ${regioId}), '{}') as sleutels`).execute(db)
  const { sleutels, ...stand } = rows[0]!
  return { ...stand, sleutels: { wmo: sleutels.wmo ?? EERSTE, jw: sleutels.jw ?? EERSTE } }
}
