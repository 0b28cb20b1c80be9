import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { Weigering } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { maakVerslagDefinitief } from './maak-verslag-definitief.ts'
import { werkAgendaBij } from './werk-agenda-bij.ts'

/**
 * What only time does, each night: new findings come on the agenda of the next meeting that is not held for a case (GES-06), and minutes on which nobody reacted
 * within the term become final (GES-17, AMB-11). Where somebody missed who had to be there a person decides (GES-10). Each meeting in a
 * transaction of its own, so that one that cannot holds up no other.
 */
export async function werkGesprekkenBij(ctx: Context): Promise<{ agendas: number; definitief: number }> {
  const { volgende, verstreken } = await inTransaction(ctx, lees)
  let agendas = 0
  let definitief = 0
  for (const id of volgende) agendas += (await probeer(() => werkAgendaBij(ctx, id))) ? 1 : 0
  for (const id of verstreken) definitief += (await probeer(() => maakVerslagDefinitief(ctx, id).then(() => 1))) ? 1 : 0
  return { agendas, definitief }
}

async function lees(ctx: Context) {
  const { rows: volgende } = await sql<{ id: string }>`
    with volgende as (select distinct on (g.aanbieder_id) g.id, g.aanbieder_id from gesprek g
      where g.regio_id = ${ctx.regioId} and g.aanbieder_id is not null and g.escalatie_id is null and g.datum >= ${ctx.today}
        and g.stand in ('gepland', 'rapportage gevraagd', 'voorbereid')
      order by g.aanbieder_id, g.datum, g.id)
    select v.id from volgende v where exists (select from bevinding b where b.regio_id = ${ctx.regioId} and b.aanbieder_id = v.aanbieder_id
      and b.gesloten_op is null and not exists (select from agendapunt p where p.regio_id = b.regio_id and p.gesprek_id = v.id
        and p.bevinding_id = b.id))`.execute(ctx.db)
  const { rows: verstreken } = await sql<{ id: string }>`select g.id from gesprek g
    where g.regio_id = ${ctx.regioId} and g.stand = 'verslag gedeeld' and g.reactie_uiterlijk < ${ctx.today}
      and not exists (select from verslagreactie r where r.regio_id = g.regio_id and r.gesprek_id = g.id)`.execute(
    ctx.db,
  )
  return { volgende: volgende.map(({ id }) => id), verstreken: verstreken.map(({ id }) => id) }
}

// What a person did in between is no failure.
async function probeer(werk: () => Promise<number>): Promise<number> {
  try {
    return await werk()
  } catch (error) {
    if (error instanceof Weigering) return 0
    throw error
  }
}
