import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { enqueue } from '../../jobs.ts'
import { vraagVolgen } from '../kalender/vraag-volgen.ts'

/**
 * Tells that what was agreed with these aanbieders (AGB-codes) changed, so that their messages are judged again. The update takes
 * the lock on a row that is there already: the judge deletes it before it reads, so nothing committed in between is missed.
 */
export async function meldWijziging(ctx: Context, agbs: Iterable<string>) {
  const codes = [...new Set(agbs)].sort()
  if (codes.length === 0) {
    return
  }
  await sql`insert into afspraak_wijziging (regio_id, agb)
    select ${ctx.regioId}, agb from unnest(${codes}::text[]) as agb
    on conflict (regio_id, agb) do update set agb = excluded.agb`.execute(ctx.db)
  await enqueue(ctx, 'beoordeel-berichten', { regioId: ctx.regioId }, `beoordeel-berichten:${ctx.regioId}`)
  await enqueue(ctx, 'controleer-overeenkomsten', { regioId: ctx.regioId }, `controleer-overeenkomsten:${ctx.regioId}`)
  await vraagVolgen(ctx)
}

/** Two files at once are taken in one after the other: an aanbieder and its overeenkomst must not miss each other. */
export async function lockAfspraken(ctx: Context) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`afspraken ${ctx.regioId}`}, 0))`.execute(ctx.db)
}
