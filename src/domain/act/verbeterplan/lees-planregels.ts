import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { leesRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud, leesVersies } from '../../plan/inrichting/regelset-inhoud.ts'
import { Planregels } from './planregels.ts'

/** The part of a regelset that holds the form of a plan. */
export const PLANDEEL = 'verbeterplan'

export type Formulier = { id: string; versie: number; geldigVanaf: Temporal.PlainDate; regels: Planregels }

/** The form with which plans are asked today. Throws 404 when the region has none. */
export async function leesPlanregels(ctx: Context): Promise<Formulier> {
  const { id, versie, geldigVanaf, inhoud } = await leesRegelset(ctx, PLANDEEL, ctx.today)
  return { id, versie, geldigVanaf, regels: leesInhoud(Planregels, inhoud) }
}

/** The form a plan was asked with: that version stays with it. */
export async function leesPlanregelsVan(ctx: Context, regelsetdeelId: string): Promise<Planregels> {
  const [versie] = await leesVersies(ctx, [{ id: regelsetdeelId }])
  return leesInhoud(Planregels, versie!.inhoud)
}

/** Whether the region has a form; without one plans are free text in an escalation. */
export async function heeftPlanregels(ctx: Context): Promise<boolean> {
  const { rows } = await sql<{
    er: boolean
  }>`select exists (select from regelsetdeel where regio_id = ${ctx.regioId} and deel = ${PLANDEEL}
    and geldig_vanaf <= ${ctx.today}) as er`.execute(ctx.db)
  return rows[0]!.er
}

export async function leesKalender(ctx: Context): Promise<Kalender> {
  return leesInhoud(Kalender, (await leesRegelset(ctx, 'feestdagen', ctx.today)).inhoud)
}
