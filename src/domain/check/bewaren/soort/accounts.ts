import { sql } from 'kysely'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { wis } from '../wis.ts'

/**
 * Accounts that were switched off: all by which somebody signed in or was reached. The name stays, for it stands under what this
 * person decided and in the audit trail.
 */
export const accounts: Bewaarsoort = {
  woorden: ['uitgeschakeld account', 'uitgeschakelde accounts'],
  rijp: (
    { regioId },
    grens,
  ) => sql`select g.id::text, (g.uitgeschakeld_op at time zone 'Europe/Amsterdam')::date as einde from gebruiker g
    where g.regio_id = ${regioId} and g.uitgeschakeld_op < ${grens.add({ days: 1 })}::date::timestamp at time zone 'Europe/Amsterdam'
      and (g.email is not null or g.onderwerp is not null or g.functie <> '' or exists (select from account a
        where a.regio_id = g.regio_id and a.gebruiker_id = g.id) or exists (select from weergave w
        where w.regio_id = g.regio_id and w.gebruiker_id = g.id) or exists (select from kalenderadres k
        where k.regio_id = g.regio_id and k.gebruiker_id = g.id))`,
  inhoud: ({ regioId }) => ({
    wachtwoorden: sql`(select count(*) from account x where x.regio_id = ${regioId} and x.gebruiker_id::text in (select id from rijp))`,
    weergaven: sql`(select count(*) from weergave x where x.regio_id = ${regioId} and x.gebruiker_id::text in (select id from rijp))`,
  }),
  perKeer: 200,
  async wis(ctx, ids) {
    const van = sql`x.gebruiker_id = any(${ids}::uuid[])`
    for (const tabel of ['aanmelding', 'mail', 'eenmalige_link', 'sessie', 'bekend_toestel']) await wis(ctx, tabel, van)
    const wachtwoorden = await wis(ctx, 'account', van)
    await sql`update kalenderadres x set ingetrokken_op = coalesce(x.ingetrokken_op, now())
      where x.regio_id = ${ctx.regioId} and ${van}`.execute(ctx.db)
    await wis(ctx, 'kalenderadres', van)
    const weergaven = await wis(ctx, 'weergave', van)
    const { numAffectedRows } =
      await sql`update gebruiker set email = null, uitgever = null, onderwerp = null, functie = '',
      laatst_aangemeld_op = null, vorige_bezoek_op = null
      where regio_id = ${ctx.regioId} and id = any(${ids}::uuid[]) and uitgeschakeld_op is not null`.execute(ctx.db)
    return { aantallen: { accounts: Number(numAffectedRows ?? 0), wachtwoorden, weergaven } }
  },
}
