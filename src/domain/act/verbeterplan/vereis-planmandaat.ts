import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { vereisMandaat, type Bevoegdheid } from '../../plan/bezetting/vereis-mandaat.ts'
import type { Planrij } from './lees-plan.ts'

/** Throws 403, naming the role that may, when the actor lacks the mandate to ask or judge a plan in a gemeente it is about (ROL-13). */
export async function vereisPlanmandaat(
  ctx: Context,
  { overeenkomstId }: Pick<Planrij, 'overeenkomstId'>,
): Promise<Bevoegdheid> {
  const { rows } = await sql<{ code: string }>`select gemeente_code as code from overeenkomst_gemeente
    where regio_id = ${ctx.regioId} and overeenkomst_id = ${overeenkomstId}::uuid order by 1`.execute(ctx.db)
  return vereisMandaat(ctx, { taak: 'verbeterplan', gemeenten: rows.map(({ code }) => code) })
}
