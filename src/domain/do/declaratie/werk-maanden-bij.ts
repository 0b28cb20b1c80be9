import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Omvang } from '../bericht/beoordeling/verzamel.ts'

/**
 * Adds up again what counts: valid lines, D minus C, without what a 325 refused; of the months in w_maand, or of many all months.
 * What lines counted for that were destroyed since (declaratie_maand_gewist) is added.
 */
export async function werkMaandenBij(ctx: Context, { veel }: Omvang) {
  const { regioId } = ctx
  const maanden = veel ? sql`(select distinct agb from w_bericht where soort = '323') w` : sql`w_maand w`
  const inMaand = veel ? sql`` : sql`and r.van >= w.maand and r.van < w.maand + interval '1 month'`
  await sql`delete from declaratie_maand m using ${maanden}
    where m.regio_id = ${regioId} and m.agb = w.agb ${veel ? sql`` : sql`and m.maand = w.maand`}`.execute(ctx.db)
  await sql`insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
    select ${regioId}, agb, maand, overeenkomst_id, sum(regels), sum(bedrag_cent) from (
      select r.agb, r.van - (date_part('day', r.van)::int - 1) as maand, r.overeenkomst_id, count(*) as regels,
        sum(r.bedrag_cent) as bedrag_cent
      from ${maanden} join declaratie_regel r on r.regio_id = ${regioId} and r.agb = w.agb ${inMaand}
      where r.oordeel = 'geldig' and r.toegekend is not false
      group by 1, 2, 3
      union all
      select g.agb, g.maand, g.overeenkomst_id, g.regels, g.bedrag_cent
      from ${maanden} join declaratie_maand_gewist g on g.regio_id = ${regioId} and g.agb = w.agb ${veel ? sql`` : sql`and g.maand = w.maand`}
    ) x group by 2, 3, 4`.execute(ctx.db)
}
