import { sql } from 'kysely'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { dagVan, lockRijen, wis, wisLogwaarden } from '../wis.ts'
import { wisDocumenten } from '../wis-documenten.ts'

/**
 * Letters with who got them, what lies of each in the file, and that they were told (COM-01). A letter can change what was agreed with all its
 * addressees, so it is kept as long as the last of their overeenkomsten (Selectielijst 2020, 16.1) [D]. One that was not sent nor dropped, or
 * of which an addressee still waits, has no end. That a norm was told stays: results may rest on it (besluit 033).
 */
export const brieven: Bewaarsoort = {
  woorden: ['brief', 'brieven'],
  rijp: ({ regioId }, grens) => sql`select id, einde from (
      select b.id::text as id, greatest(${dagVan(sql`coalesce(b.verzonden_op, b.besloten_op, b.voorgelegd_op, b.opgesteld_op)`)},
        (select max(greatest(o.verzonden_datum, o.ontvangen_datum, ${dagVan(sql`o.mislukt_op`)})) from brief_ontvanger o
          where o.regio_id = b.regio_id and o.brief_id = b.id),
        (select max(k.loopt_tot) from brief_ontvanger o
          join overeenkomst k on k.regio_id = o.regio_id and k.aanbieder_id = o.aanbieder_id
          where o.regio_id = b.regio_id and o.brief_id = b.id and b.stand = 'verzonden')) as einde
      from brief b where b.regio_id = ${regioId} and b.stand in ('verzonden', 'vervallen')
        and b.opgesteld_op < ${grens.add({ days: 1 })}::date::timestamp at time zone 'Europe/Amsterdam'
        and (b.stand = 'vervallen' or not exists (select from brief_ontvanger o where o.regio_id = b.regio_id and o.brief_id = b.id
          and o.verzonden_op is null and o.mislukt_op is null))
    ) klaar where einde <= ${grens}`,
  inhoud: ({ regioId }) => ({
    ontvangers: sql`(select count(*) from brief_ontvanger x where x.regio_id = ${regioId} and x.brief_id::text in (select id from rijp))`,
  }),
  perKeer: 100,
  lock: (ctx, ids) => lockRijen(ctx, 'brief', ids),
  async wis(ctx, ids) {
    const van = sql`x.brief_id = any(${ids}::uuid[])`
    const { rows } = await sql<{ id: string }>`select x.document_id::text as id from brief_ontvanger x
      where x.regio_id = ${ctx.regioId} and ${van} and x.document_id is not null`.execute(ctx.db)
    const publicaties = await sql<{ id: string }>`select x.id::text from publicatie x
      where x.regio_id = ${ctx.regioId} and ${van}`.execute(ctx.db)
    await wis(ctx, 'publicatie', van)
    await wis(ctx, 'brief_norm', van)
    const ontvangers = await wis(ctx, 'brief_ontvanger', van)
    const stukken = await wisDocumenten(ctx, sql`x.id = any(${rows.map(({ id }) => id)}::uuid[])`)
    const aantallen = {
      ...stukken,
      brieven: await wis(ctx, 'brief', sql`x.id = any(${ids}::uuid[])`),
      ontvangers,
      logwaarden:
        (stukken['logwaarden'] ?? 0) +
        (await wisLogwaarden(ctx, 'brief', ids)) +
        (await wisLogwaarden(
          ctx,
          'publicatie',
          publicaties.rows.map(({ id }) => id),
        )),
    }
    return { aantallen }
  },
}
