import { sql } from 'kysely'
import { recordEvent } from '../../../../platform/audit.ts'
import { inzageBlokken, telHash } from '../../inzage/zegels.ts'
import type { Bewaarsoort } from '../bewaarsoort.ts'

/**
 * Who looked at which case, a sealed night at a time (besluit 017): the lines go, the seal stays and gets a record beside it that says
 * what was destroyed and whether it was still what the seal said. How long is in part "inzage" of the regelset (S52).
 */
export const inzagen: Bewaarsoort = {
  woorden: ['dag met inzage in casussen', 'dagen met inzage in casussen'],
  rijp: (ctx, grens) => sql`select b.volgnr::text as id, (b.tijdstip at time zone 'Europe/Amsterdam')::date as einde
    from ${inzageBlokken(ctx)} b where (b.tijdstip at time zone 'Europe/Amsterdam')::date <= ${grens}
      and exists (select from inzage i where i.regio_id = ${ctx.regioId} and i.id > b.na and i.id <= b.tot)`,
  inhoud: (ctx) => ({
    inzagen: sql`(select count(*) from inzage i join ${inzageBlokken(ctx)} b on i.id > b.na and i.id <= b.tot
      where i.regio_id = ${ctx.regioId} and b.volgnr::text in (select id from rijp))`,
  }),
  perKeer: 10,
  async wis(ctx, ids) {
    const { rows: blokken } = await sql<{ na: number; tot: number; hash: string }>`
      select b.na, b.tot, b.hash from ${inzageBlokken(ctx)} b where b.volgnr = any(${ids}::bigint[])
      order by b.volgnr`.execute(ctx.db)
    let [inzagen, regels] = [0, 0]
    for (const { na, tot, hash } of blokken) {
      const geteld = await telHash(ctx, na, tot)
      const { rows } = await sql<{ inzagen: number; regels: number }>`
        select inzagen, regels from inzage_vernietigen(${na}, ${tot})`.execute(ctx.db)
      inzagen += rows[0]!.inzagen
      regels += rows[0]!.regels
      await recordEvent(ctx, {
        soort: 'inzage:vernietigd',
        onderwerp: { type: 'inzage', id: `${na + 1}-${tot}` },
        gegevens: { na, tot, ...geteld, klopte: geteld.hash === hash },
      })
    }
    return { aantallen: { dagen: blokken.length, inzagen, regels } }
  },
}
