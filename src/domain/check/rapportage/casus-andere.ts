import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Casus } from './casus.ts'

/** Another toewijzing of the same client. */
export type AndereToewijzing = Pick<
  Casus,
  'id' | 'nummer' | 'gemeente' | 'product' | 'aanbieder' | 'ingangsdatum' | 'gestartOp' | 'gestoptOp'
>

/** What else was assigned to the client of a toewijzing, newest first; an aanbieder sees only its own. */
export async function listAndere(ctx: Context, id: string): Promise<AndereToewijzing[]> {
  const { rows } = await sql<AndereToewijzing>`
    select t.id, t.nummer, coalesce(g.naam, t.gemeente) as gemeente, coalesce(p.naam, t.code) as product, a.naam as aanbieder, t.ingangsdatum,
      t.gestart_op, t.gestopt_op
    from toewijzing d join toewijzing t on t.regio_id = d.regio_id and t.client_id = d.client_id and t.id <> d.id
    left join gemeente g on g.regio_id = t.regio_id and g.code = t.gemeente
    left join aanbieder a on ${zicht(ctx).aanbieder('a')} and a.agb = t.agb
    left join product p on p.regio_id = t.regio_id and p.categorie = t.categorie and p.code = t.code
    where d.regio_id = ${ctx.regioId} and d.id = ${id} and ${zicht(ctx).regel('t')}
    order by t.ingangsdatum desc, t.nummer limit 20`.execute(ctx.db)
  return rows
}
