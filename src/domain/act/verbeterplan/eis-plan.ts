import { Weigering } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/context.ts'
import { partijVan } from './concept.ts'
import type { Gebrek, Plan, Uitkomst, Wie } from './plan.ts'

/** 422: what was filled in is not sound; `gebreken` says what is missing, so that a form can point at it. */
export class Planweigering extends Weigering {
  readonly gebreken: readonly Gebrek[]
  constructor(gebreken: readonly Gebrek[]) {
    super(
      gebreken.some(({ veld }) => veld !== null) ? 422 : 409,
      'plan-mag-niet',
      gebreken.map(({ zin }) => zin).join(' '),
    )
    this.gebreken = gebreken
  }
}

/** What an act made of the plan; throws 422 (or 409 when the plan stands elsewhere) with what stood in the way. */
export function eisPlan(uitkomst: Uitkomst): Plan {
  if ('gebreken' in uitkomst) throw new Planweigering(uitkomst.gebreken)
  return uitkomst.plan
}

export function wieIs(ctx: Context): Wie {
  return { partij: partijVan(ctx), naam: ctx.actor.naam, op: ctx.now, vandaag: ctx.today }
}
