import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { lockBewaren } from './lock-bewaren.ts'

type Open = { soort: string; aantal: number; grens: Temporal.PlainDate; voorgelegdDoor: string | null }

/** A proposal nobody decided on yet. Throws 404, and 409 when somebody did. */
export async function lockVernietiging(ctx: Context, id: string): Promise<Open> {
  await lockBewaren(ctx)
  const { rows } = await sql<
    Open & { besluit: string | null }
  >`select soort, aantal, grens, besluit, voorgelegd_door::text
    from vernietiging where regio_id = ${ctx.regioId} and id = ${id} for update`.execute(ctx.db)
  if (!rows[0]) throw notFound('Dit voorstel')
  if (rows[0].besluit) throw conflict('Over dit voorstel is al besloten. Ververs de pagina.')
  return rows[0]
}
