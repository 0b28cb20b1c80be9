import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'

/** TR056: of messages with the same name but other content the earliest Dagtekening holds; the others wait for a person. */
export async function toetsIdentiteit(ctx: Context) {
  const { regioId } = ctx
  await sql`with dubbel as (
      select distinct w.wet, w.soort, w.afzender, w.identificatie from w_bericht w
      join bericht b on b.regio_id = ${regioId} and b.wet = w.wet and b.soort = w.soort and b.afzender = w.afzender
        and b.identificatie = w.identificatie and b.id <> w.id
    ), volgorde as (
      select b.id, row_number() over (partition by b.wet, b.soort, b.afzender, b.identificatie
        order by b.dagtekening, b.inhoud_hmac) as plek
      from dubbel d join bericht b on b.regio_id = ${regioId} and b.wet = d.wet and b.soort = d.soort
        and b.afzender = d.afzender and b.identificatie = d.identificatie
    )
    update w_bericht b set oordeel = 'aangehouden', code = 'identificatie-hergebruikt'
    from volgorde v where v.id = b.id and v.plek > 1 and not b.aanvaard`.execute(ctx.db)
}
