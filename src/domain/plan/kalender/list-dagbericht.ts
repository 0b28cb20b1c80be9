import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** A term as a day's message names it; `gestegen`: it passed and rose to this person. */
export type Dagregel = {
  id: string
  titel: string
  einddatum: Temporal.PlainDate
  aanbieder: string | null
  als: string
  aard: 'uiterlijk' | 'moment'
}

/** What a mail reminds of: its terms that are still open, the first to end first. */
export async function listDagbericht(ctx: Context, mailId: string): Promise<Dagregel[]> {
  const { rows } =
    await sql<Dagregel>`select distinct on (t.einddatum, t.id) t.id, t.titel, t.einddatum, t.aard, a.naam as aanbieder, h.als
    from herinnering h
    join termijn t on t.regio_id = h.regio_id and t.id = h.termijn_id and t.gesloten_op is null
    left join aanbieder a on a.regio_id = t.regio_id and a.id = t.aanbieder_id
    where h.regio_id = ${ctx.regioId} and h.mail_id = ${mailId}
    order by t.einddatum, t.id, h.nummer desc limit 200`.execute(ctx.db)
  return rows
}
