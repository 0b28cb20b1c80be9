import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { zicht } from '../../rechten/zicht.ts'

type Aanleiding = { aanbiederId: string; overeenkomstId: string | null; subregioId: string | null }

/** Locks the finding a case begins with. Throws 404, 409 when it is closed or already led to a case that runs. */
export async function lockAanleiding(ctx: Context, id: string): Promise<Aanleiding> {
  const { rows } = await sql<Aanleiding & { gesloten: boolean; loopt: string | null }>`
    select b.aanbieder_id, b.overeenkomst_id, b.subregio_id, b.gesloten_op is not null as gesloten,
      (select e.nummer from escalatie e where e.regio_id = b.regio_id and e.bevinding_id = b.id and e.gesloten_op is null limit 1) as loopt
    from bevinding b where ${zicht(ctx).bevinding('b')} and b.id = ${id} for update`.execute(ctx.db)
  const bevinding = rows[0]
  if (!bevinding) throw notFound('Deze bevinding')
  if (bevinding.gesloten) throw conflict('Deze bevinding is al gesloten. Heropen haar eerst.')
  if (bevinding.loopt) throw conflict(`Over deze bevinding loopt al een escalatie: ${bevinding.loopt}.`)
  return bevinding
}

/** The AGB-code of an aanbieder, which must have this overeenkomst. Throws 404. */
export async function findPartij(
  ctx: Context,
  aanbiederId: string,
  overeenkomstId: string | null,
): Promise<{ agb: string }> {
  const { rows } = await sql<{
    agb: string
  }>`select a.agb from aanbieder a where ${zicht(ctx).aanbieder('a')} and a.id = ${aanbiederId}
    and (${overeenkomstId}::uuid is null or exists (select from overeenkomst o where ${zicht(ctx).overeenkomst('o')}
      and o.id = ${overeenkomstId} and o.aanbieder_id = a.id))`.execute(ctx.db)
  if (!rows[0]) throw notFound(overeenkomstId === null ? 'Deze aanbieder' : 'Deze overeenkomst van deze aanbieder')
  return rows[0]
}
