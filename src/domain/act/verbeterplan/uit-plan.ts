import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { leesPlanregelsVan } from './lees-planregels.ts'
import type { Planstand } from './plan.ts'
import type { Planregels, Zaakgebeurtenis } from './planregels.ts'

/** The plan that runs in a case, with the records that come from it now and so are not typed in the case. */
export type Zaakplan = { id: string; nummer: string; stand: Planstand; soorten: ReadonlySet<string> }

const komt: Partial<Record<Planstand, readonly Zaakgebeurtenis[]>> = {
  gevraagd: ['ingediend'],
  aanvullen: ['ingediend'],
  ingediend: ['akkoord', 'afgewezen'],
  // what is found meanwhile (A15, B7) is recorded in the case itself
  uitvoering: ['gerapporteerd', 'gerealiseerd'],
  gerapporteerd: ['gerapporteerd', 'gerealiseerd', 'niet gerealiseerd'],
}

/** Which records of the ladder a plan gives from where it stands. */
export function soortenUitPlan(stand: Planstand, { zaak }: Planregels): Set<string> {
  return new Set((komt[stand] ?? []).flatMap((gebeurtenis) => zaak?.stukken[gebeurtenis]?.stuk ?? []))
}

/** The running plan of a case, if there is one. */
export async function findZaakplan(ctx: Context, escalatieId: string): Promise<Zaakplan | null> {
  const { rows } = await sql<{
    id: string
    nummer: string
    stand: Planstand
    regelsetdeelId: string
  }>`select id, nummer, stand,
      regelsetdeel_id from verbeterplan where regio_id = ${ctx.regioId} and escalatie_id = ${escalatieId} and gesloten_op is null`.execute(
    ctx.db,
  )
  const rij = rows[0]
  if (!rij) return null
  const { id, nummer, stand } = rij
  return { id, nummer, stand, soorten: soortenUitPlan(stand, await leesPlanregelsVan(ctx, rij.regelsetdeelId)) }
}

/** Throws 409 when one of these records comes from the plan of the case: it is written there, once. */
export async function weigerUitPlan(
  ctx: Context,
  escalatieId: string,
  stukken: readonly { soort: string }[],
): Promise<void> {
  if (stukken.length === 0) return
  const plan = await findZaakplan(ctx, escalatieId)
  if (plan && stukken.some(({ soort }) => plan.soorten.has(soort))) {
    throw conflict(`Dit hoort bij verbeterplan ${plan.nummer}. Leg het daar vast; dan staat het hier vanzelf.`)
  }
}
