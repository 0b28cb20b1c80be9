import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'

/** IV087: of a 323 with a 325 the listed lines are refused, all others granted. Without a 325 it is not known yet. */
export async function verwerkAntwoorden(ctx: Context) {
  await sql`update w_regel r set toegekend = not exists (select from declaratie_antwoord_regel x
      where x.regio_id = ${ctx.regioId} and x.bericht_id = a.id and x.referentie = r.referentie)
    from w_antwoord a where a.heen_id = r.bericht_id and not a.afgekeurd`.execute(ctx.db)
}
