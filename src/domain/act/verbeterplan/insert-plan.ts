import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Plan } from './plan.ts'

export type Nieuwekop = {
  titel: string
  aanleiding: string
  aanbiederId: string
  agb: string
  overeenkomstId: string | null
  subregioId: string | null
  bevindingId: string | null
  gesprekId: string | null
  escalatieId: string | null
  regelsetdeelId: string
  bevoegd: { als: string; mandaatId: string | null; grond: string } | null
}

/** Adds the row of a plan that was just asked, with the next number of the year. Gives its id and number. */
export async function insertPlan(ctx: Context, kop: Nieuwekop, plan: Plan): Promise<{ id: string; nummer: string }> {
  // Two plans asked at once wait for each other, so that numbers have no gaps and no doubles.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`verbeterplan ${ctx.regioId}`}, 0))`.execute(ctx.db)
  const begin = `VP-${ctx.today.year}-`
  const { bevoegd } = kop
  const { rows } = await sql<{
    id: string
    nummer: string
  }>`insert into verbeterplan (regio_id, nummer, titel, aanleiding, aanbieder_id, agb,
      overeenkomst_id, subregio_id, bevinding_id, gesprek_id, escalatie_id, regelsetdeel_id, stand, uiterlijk, realisatie_uiterlijk,
      gevraagd_op, gevraagd_door, besloten_als, mandaat_id, mandaat_grond, gewijzigd_op)
    select ${ctx.regioId}, ${begin} || to_char(coalesce(max(substring(nummer from '[0-9]+$')::int), 0) + 1, 'FM000'), ${kop.titel},
      ${kop.aanleiding}, ${kop.aanbiederId}::uuid, ${kop.agb}, ${kop.overeenkomstId}::uuid, ${kop.subregioId}::uuid, ${kop.bevindingId}::uuid,
      ${kop.gesprekId}::uuid, ${kop.escalatieId}::uuid, ${kop.regelsetdeelId}::uuid, ${plan.stand}, ${plan.uiterlijk}::date,
      ${plan.realisatieUiterlijk}::date, ${ctx.now}::timestamptz, ${ctx.actor.naam}, ${bevoegd?.als ?? null}::text,
      ${bevoegd?.mandaatId ?? null}::uuid, ${bevoegd?.grond ?? null}::text, ${ctx.now}::timestamptz
    from verbeterplan where regio_id = ${ctx.regioId} and nummer like ${`${begin}%`} returning id, nummer`.execute(
    ctx.db,
  )
  return rows[0]!
}
