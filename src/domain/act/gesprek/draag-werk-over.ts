import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { draagOver, type Overgedragen } from '../../plan/bezetting/draag-over.ts'
import { listGebruikers } from '../../plan/inrichting/queries.ts'
import { leesGespreksregels } from './lees-gespreksregels.ts'
import { stuurBerichten } from './stuur-berichten.ts'

/** `blijft`: open actions and meetings that nobody could be found for. */
export type OvergedragenWerk = Overgedragen & { acties: number; gesprekken: number; blijft: number }

type Overdracht = Parameters<typeof draagOver>[1]

/**
 * Passes all open work of somebody on with one act (ROL-07): what `draagOver` passes, and his open actions and meetings, to the chosen
 * person or else to who manages the aanbieder from now on. Who led a meeting that was held stays its chair; where the chair is fixed
 * (ROL-20), only a contractmanager takes over. Throws what `draagOver` throws.
 */
export function draagWerkOver(ctx: Context, overdracht: Overdracht): Promise<OvergedragenWerk> {
  return inTransaction(ctx, async (ctx) => {
    const overgedragen = await draagOver(ctx, overdracht)
    const acties = await draagActiesOver(ctx, overdracht)
    const gesprekken = await draagGesprekkenOver(ctx, overdracht)
    await recordEvent(ctx, {
      soort: 'gesprekken:overgedragen',
      onderwerp: { type: 'gebruiker', id: overdracht.vanId },
      gegevens: { naarId: overdracht.naarId, reden: overdracht.reden.trim(), acties, gesprekken },
    })
    const blijft = await countOpen(ctx, overdracht.vanId)
    return { ...overgedragen, acties: acties.length, gesprekken: gesprekken.length, blijft }
  })
}

async function draagActiesOver(ctx: Context, { vanId, naarId }: Overdracht): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`update actie t set eigenaar_id = g.id, eigenaar = left(g.naam, 120), versie = t.versie + 1
    from actie o left join aanbieder a on a.regio_id = o.regio_id and a.id = o.aanbieder_id
    join gebruiker g on g.regio_id = o.regio_id and g.id = coalesce(${naarId}::uuid, a.contractmanager_id)
    where o.regio_id = ${ctx.regioId} and o.kant = 'regio' and o.eigenaar_id = ${vanId} and o.geaccepteerd_op is null
      and o.vervallen_op is null and g.id <> ${vanId} and t.regio_id = o.regio_id and t.id = o.id
    returning t.id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

async function draagGesprekkenOver(ctx: Context, { vanId, naarId }: Overdracht): Promise<string[]> {
  const { regels } = await leesGespreksregels(ctx)
  const vast = regels.soorten.filter(({ voorzitter }) => voorzitter).map(({ code }) => code)
  const managers = vast.length === 0 ? [] : (await listGebruikers(ctx, ['contractmanager'])).map(({ id }) => id)
  const { rows } = await sql<{ id: string; naarId: string; gehouden: boolean; uitgenodigd: boolean }>`update gesprek t
    set eigenaar_id = g.id, versie = t.versie + 1
    from gesprek o left join aanbieder a on a.regio_id = o.regio_id and a.id = o.aanbieder_id
    join gebruiker g on g.regio_id = o.regio_id and g.id = coalesce(${naarId}::uuid, a.contractmanager_id)
    where o.regio_id = ${ctx.regioId} and o.eigenaar_id = ${vanId} and o.stand not in ('definitief', 'geannuleerd') and g.id <> ${vanId}
      and (o.soort <> all(${vast}::text[]) or g.id = any(${managers}::uuid[])) and t.regio_id = o.regio_id and t.id = o.id
    returning t.id, g.id as naar_id, t.gehouden_op is not null as gehouden, t.uitgenodigd_op is not null as uitgenodigd`.execute(
    ctx.db,
  )
  for (const rij of rows.filter(({ gehouden }) => !gehouden)) await wisselVoorzitter(ctx, vanId, rij)
  return rows.map(({ id }) => id)
}

/** Who led it leaves when nobody told him of it yet, and else stays as a guest. */
async function wisselVoorzitter(
  ctx: Context,
  vanId: string,
  { id, naarId, uitgenodigd }: { id: string; naarId: string; uitgenodigd: boolean },
) {
  await sql`delete from deelnemer d where d.regio_id = ${ctx.regioId} and d.gesprek_id = ${id} and d.gebruiker_id = ${vanId}
    and not exists (select from gesprek_bericht b where b.regio_id = d.regio_id and b.deelnemer_id = d.id)`.execute(
    ctx.db,
  )
  await sql`update deelnemer set hoedanigheid = 'gast' where regio_id = ${ctx.regioId} and gesprek_id = ${id}
    and gebruiker_id = ${vanId}`.execute(ctx.db)
  const { rows } = await sql<{
    id: string
    nieuw: boolean
  }>`insert into deelnemer (regio_id, gesprek_id, hoedanigheid, gebruiker_id, naam, functie)
    select regio_id, ${id}, 'voorzitter', id, left(naam, 120), functie from gebruiker where regio_id = ${ctx.regioId} and id = ${naarId}
    on conflict (regio_id, gesprek_id, gebruiker_id) do update set hoedanigheid = 'voorzitter'
    returning id, xmax = 0 as nieuw`.execute(ctx.db)
  if (uitgenodigd && rows[0]?.nieuw) await stuurBerichten(ctx, id, 'uitnodiging', { ids: [rows[0].id] })
}

async function countOpen(ctx: Context, vanId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select
    (select count(*) from actie where regio_id = ${ctx.regioId} and kant = 'regio' and eigenaar_id = ${vanId}
      and geaccepteerd_op is null and vervallen_op is null)::int
    + (select count(*) from gesprek where regio_id = ${ctx.regioId} and eigenaar_id = ${vanId}
      and stand not in ('definitief', 'geannuleerd'))::int as n`.execute(ctx.db)
  return rows[0]!.n
}
