import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** Adds up again what counts in the months of w_maand: valid lines, D minus C, without what a 325 refused. */
export async function werkMaandenBij(ctx: Context) {
  await sql`delete from declaratie_maand m using w_maand w
    where m.regio_id = ${ctx.regioId} and m.agb = w.agb and m.maand = w.maand`.execute(ctx.db)
  await sql`insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
    select ${ctx.regioId}, w.agb, w.maand, r.overeenkomst_id, count(*), sum(r.bedrag_cent)
    from w_maand w join declaratie_regel r on r.regio_id = ${ctx.regioId} and r.agb = w.agb and r.van - (extract(day from r.van)::int - 1) = w.maand
      and r.van >= w.maand and r.van < w.maand + interval '1 month'
    where r.oordeel = 'geldig' and r.toegekend is not false
    group by w.agb, w.maand, r.overeenkomst_id`.execute(ctx.db)
}
