import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { enqueue } from '../../jobs.ts'
import type { Aantallen } from './bewaarsoort.ts'
import type { Soortcode } from './bewaartermijn.ts'
import { soorten } from './soorten.ts'
import { telOp, wisNamens } from './wis.ts'

type Lopend = { soort: Soortcode; grens: Temporal.PlainDate; gevuld: boolean; vernietigd: Aantallen }

/**
 * Carries out a decision in batches, each in a transaction of its own with what is left to do: after a kill it goes on where it was.
 * What became younger since (extended, a new message) stays.
 */
export async function voerVernietigingUit(ctx: Context, id: string): Promise<void> {
  while (!(await inTransaction(ctx, (ctx) => wisDeel(ctx, id)))) continue
}

/** Queues every destruction that was decided and is not done: a worker that was killed holds its job for hours. */
export function hervatVernietigingen(ctx: Context): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { rows } = await sql<{ id: string }>`select id from vernietiging
      where regio_id = ${ctx.regioId} and besluit = 'vernietigen' and klaar_op is null`.execute(ctx.db)
    for (const { id } of rows) {
      await enqueue(ctx, 'vernietig', { regioId: ctx.regioId, vernietigingId: id }, `vernietig:${ctx.regioId}:${id}`)
    }
  })
}

/** One batch; true when nothing is left. */
async function wisDeel(ctx: Context, id: string): Promise<boolean> {
  const lopend = await lockLopend(ctx, id)
  if (!lopend) return true
  const { soort, grens, gevuld, vernietigd } = lopend
  const { lock, perKeer, rijp, wis } = soorten[soort]
  const ids = gevuld ? await listVolgende(ctx, id, perKeer) : []
  await lock?.(ctx, ids)
  if (!gevuld) {
    await sql`insert into vernietiging_regel (regio_id, vernietiging_id, id)
      select ${ctx.regioId}, ${id}, rijp.id from (${rijp(ctx, grens)}) rijp`.execute(ctx.db)
    await sql`update vernietiging set gevuld_op = ${ctx.now} where regio_id = ${ctx.regioId} and id = ${id}`.execute(
      ctx.db,
    )
    return false
  }
  if (ids.length === 0) {
    await sluit(ctx, id, lopend)
    return true
  }
  const { rows } = await sql<{
    id: string
  }>`select rijp.id from (${rijp(ctx, grens)}) rijp where rijp.id = any(${ids}::text[])`.execute(ctx.db)
  await wisNamens(ctx, id)
  const { aantallen, klaar = true } =
    rows.length === 0
      ? { aantallen: {} }
      : await wis(
          ctx,
          rows.map((rij) => rij.id),
        )
  if (klaar) {
    await sql`delete from vernietiging_regel where regio_id = ${ctx.regioId} and vernietiging_id = ${id} and id = any(${ids}::text[])`.execute(
      ctx.db,
    )
  }
  await sql`update vernietiging set vernietigd = ${JSON.stringify(telOp(vernietigd, aantallen))}::jsonb
    where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
  return false
}

async function lockLopend({ db, regioId }: Context, id: string): Promise<Lopend | undefined> {
  const { rows } = await sql<Lopend>`select soort, grens, gevuld_op is not null as gevuld, vernietigd from vernietiging
    where regio_id = ${regioId} and id = ${id} and besluit = 'vernietigen' and klaar_op is null for update`.execute(db)
  return rows[0]
}

async function listVolgende({ db, regioId }: Context, id: string, limiet: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from vernietiging_regel
    where regio_id = ${regioId} and vernietiging_id = ${id} order by id limit ${limiet}`.execute(db)
  return rows.map((rij) => rij.id)
}

async function sluit(ctx: Context, id: string, { soort, grens, vernietigd }: Lopend) {
  await sql`update vernietiging set klaar_op = ${ctx.now} where regio_id = ${ctx.regioId} and id = ${id}`.execute(
    ctx.db,
  )
  await recordEvent(ctx, {
    soort: 'vernietiging:uitgevoerd',
    onderwerp: { type: 'vernietiging', id },
    gegevens: { soort, grens: grens.toString(), ...vernietigd },
  })
}
