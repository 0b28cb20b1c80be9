import { sql } from 'kysely'
import type { Wet } from '../../../platform/sleutels.ts'

/** Which messages exist for a figure: valid, about these laws, and sent on or before the reference date (decision 3). */
export type Bereik = { regioId: string; wetten: Wet[]; peildatum: Temporal.PlainDate }

/** Condition on a table with lines of messages. */
export function isGeldig({ regioId, wetten, peildatum }: Bereik) {
  return sql`regio_id = ${regioId} and wet = any(${wetten}::text[]) and oordeel = 'geldig' and dagtekening <= ${peildatum}`
}

/** Key of a toewijzing (decision 2) as one number: joins and groups on it cost half of those on three columns. */
export const sleutel = sql`gemeente::bigint * 10000000000 + nummer + case wet when 'jw' then 5000000000 else 0 end`
