import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'

export type Kernpartner = {
  aanspreekpuntId: string
  aanspreekpunt: string
  /** '' for an aanbieder's account. */
  motivering: string
  vanaf: Temporal.PlainDate
  tot: Temporal.PlainDate | null
}

/** Since when an aanbieder is a kernpartner, and who is its one aanspreekpunt (CTR-11, ROL-10); null when it is none now. */
export async function findKernpartner(ctx: Context, aanbiederId: string): Promise<Kernpartner | null> {
  return (await listKernpartnerschap(ctx, aanbiederId)).find(({ tot }) => tot === null) ?? null
}

/** Every period as kernpartner with its aanspreekpunt, newest first. */
export async function listKernpartnerschap(ctx: Context, aanbiederId: string): Promise<Kernpartner[]> {
  const { rows } = await prepared(sql<Kernpartner>`select k.aanspreekpunt_id, g.naam as aanspreekpunt,
      case when ${ctx.actor.agb}::text is null then k.motivering else '' end as motivering, k.vanaf, k.tot
    from kernpartner k join gebruiker g on g.regio_id = k.regio_id and g.id = k.aanspreekpunt_id
    where k.regio_id = ${ctx.regioId} and k.aanbieder_id = ${aanbiederId}
    order by k.tot is not null, k.vanaf desc, k.id desc`).execute(ctx.db)
  return rows
}
