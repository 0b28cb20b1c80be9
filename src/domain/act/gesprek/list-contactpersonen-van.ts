import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'

/** Contactpersonen of an aanbieder who can be invited by mail, by name. */
export async function listContactpersonenVan(
  ctx: Context,
  aanbiederId: string,
): Promise<{ id: string; naam: string; functie: string; email: string }[]> {
  const { rows } = await sql<{ id: string; naam: string; functie: string; email: string }>`
    select c.id, c.naam, c.functie, c.email from contactpersoon c
    where ${zicht(ctx).vanAanbieder('c')} and c.aanbieder_id = ${aanbiederId} and c.email <> ''
    order by c.naam collate "nl-x-icu", c.id limit 100`.execute(ctx.db)
  return rows
}
