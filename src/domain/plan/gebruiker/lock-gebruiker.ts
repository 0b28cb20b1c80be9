import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound, Weigering } from '../../../platform/errors.ts'

export type Vastgehouden = {
  id: string
  naam: string
  email: string | null
  uitgeschakeld: boolean
  voorbeeld: boolean
}

/** Locks a person to change what he may. Throws 404, and 403 for oneself: nobody changes his own rights. */
export async function lockGebruiker(ctx: Context, id: string, { zelf = false } = {}): Promise<Vastgehouden> {
  const { rows } =
    await sql<Vastgehouden>`select id, naam, email, uitgeschakeld_op is not null as uitgeschakeld, voorbeeld
    from gebruiker where regio_id = ${ctx.regioId} and id = ${id} for update`.execute(ctx.db)
  if (!rows[0]) throw notFound('Deze gebruiker')
  if (!zelf && ctx.actor.id === id) {
    throw new Weigering(403, 'eigen-rechten', 'Uw eigen toegang wijzigt een andere functioneel beheerder.')
  }
  return rows[0]
}

/**
 * Throws 409 when nobody else could manage people any more. Locks all who can, in one order: of two who take each other's role away
 * at the same time, the second is refused.
 */
export async function behoudBeheerder(ctx: Context, zonder: string) {
  const { rows } = await sql<{ gebruikerId: string }>`select r.gebruiker_id from roltoewijzing r
    join gebruiker g on g.regio_id = r.regio_id and g.id = r.gebruiker_id
    where r.regio_id = ${ctx.regioId} and r.rol = 'functioneel beheerder' and r.ingetrokken_op is null
      and r.begindatum <= ${ctx.today} and (r.einddatum is null or r.einddatum >= ${ctx.today}) and g.uitgeschakeld_op is null
    order by r.id for update of r, g`.execute(ctx.db)
  const houders = new Set(rows.map(({ gebruikerId }) => gebruikerId))
  if (houders.has(zonder) && houders.size === 1) {
    throw conflict('Dit is de laatste functioneel beheerder. Geef eerst iemand anders deze rol.')
  }
}
