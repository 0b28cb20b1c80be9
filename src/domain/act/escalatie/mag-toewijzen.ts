import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'

export type Clientenstop = {
  escalatieId: string
  nummer: string
  aanbiederId: string
  aanbieder: string
  gemeenten: string[] | null
  producten: string[] | null
  sinds: Temporal.PlainDate
}

/**
 * The stops that hold today (ESA-13, STM-10), for everyone who assigns: begun, not ended, and not suspended by an objection. With an
 * aanbieder only its own. A stop that is empty for gemeenten or products holds for all of them.
 */
export async function listClientenstops(ctx: Context, aanbiederId?: string): Promise<Clientenstop[]> {
  const { rows } = await sql<Clientenstop>`
    select e.id as escalatie_id, e.nummer, e.aanbieder_id, a.naam as aanbieder, m.gemeenten, m.producten, m.begin as sinds
    from escalatie_maatregel m
    join escalatie e on e.regio_id = m.regio_id and e.id = m.escalatie_id
    join aanbieder a on a.regio_id = e.regio_id and a.id = e.aanbieder_id
    where ${zicht(ctx).escalatie('e')} and m.effect = 'toewijzing' and m.begin <= ${ctx.today} and (m.einde is null or m.einde > ${ctx.today})
      and (${aanbiederId ?? null}::uuid is null or e.aanbieder_id = ${aanbiederId ?? null}::uuid)
      and not exists (select from escalatie_schorsing s where s.regio_id = m.regio_id and s.escalatie_id = m.escalatie_id
        and s.vanaf <= ${ctx.today} and s.uiterlijk >= ${ctx.today} and (s.tot is null or s.tot > ${ctx.today}))
    order by a.naam collate "nl-x-icu", m.begin limit 500`.execute(ctx.db)
  return rows
}

/** Whether new clients may be assigned here: no stop holds for this gemeente and this product (category and code as in a 301). */
export function magToewijzen(stops: readonly Clientenstop[], gemeente: string, product: string): boolean {
  const raakt = (lijst: string[] | null, code: string) => lijst === null || lijst.includes(code)
  return !stops.some(({ gemeenten, producten }) => raakt(gemeenten, gemeente) && raakt(producten, product))
}
