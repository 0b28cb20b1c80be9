import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'

export type Plafondvoorstel = {
  id: string
  overeenkomstId: string
  nummer: string
  aanbieder: string | null
  jaar: number
  oudCent: number | null
  nieuwCent: number
  motivering: string
  voorgesteldOp: Temporal.Instant
  voorgesteldDoor: string
  voorgesteldDoorId: string
  besluit: string | null
  besluitReden: string | null
  beslotenOp: Temporal.Instant | null
  beslotenDoor: string | null
  beslotenAls: string | null
  grond: string | null
}

/** Proposals for the budget: of one overeenkomst with their decisions, or all that wait for one. */
export async function listPlafondvoorstellen(
  ctx: Context,
  keuze: { overeenkomstId: string } | { open: true },
): Promise<Plafondvoorstel[]> {
  const welke = 'open' in keuze ? sql`v.besluit is null` : sql`v.overeenkomst_id = ${keuze.overeenkomstId}`
  const { rows } =
    await prepared(sql<Plafondvoorstel>`select v.id, v.overeenkomst_id, o.nummer, a.naam as aanbieder, v.jaar, v.oud_cent,
      v.nieuw_cent, v.motivering, v.voorgesteld_op, van.naam as voorgesteld_door, van.id::text as voorgesteld_door_id,
      v.besluit, v.besluit_reden, v.besloten_op, door.naam as besloten_door, v.besloten_als, m.grond
    from plafondvoorstel v
    join overeenkomst o on o.regio_id = v.regio_id and o.id = v.overeenkomst_id
    left join aanbieder a on a.regio_id = o.regio_id and a.id = o.aanbieder_id
    join gebruiker van on van.regio_id = v.regio_id and van.id = v.voorgesteld_door
    left join gebruiker door on door.regio_id = v.regio_id and door.id = v.besloten_door
    left join mandaat m on m.regio_id = v.regio_id and m.id = v.mandaat_id
    where v.regio_id = ${ctx.regioId} and ${welke}
    order by v.besluit nulls first, v.voorgesteld_op desc limit 100`).execute(ctx.db)
  return rows
}
