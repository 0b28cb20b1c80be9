import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { leesLijst } from '../../begrippen/lees-lijst.sql.ts'
import { isKaal, type Bladzijde, type Lijst } from '../../begrippen/lijst.ts'
import { beheerdDoor } from '../../plan/aanbieder/beheerd-door.sql.ts'
import { zicht } from '../../rechten/zicht.ts'
import { lopend, type Planstand } from './plan.ts'

export type Planfilter = {
  /** `aanbieder`, `regio`: waits for that side; `te laat`: its day passed */
  stand?: 'lopend' | 'aanbieder' | 'regio' | 'te laat' | 'gesloten' | undefined
  aanbiederId?: string | undefined
  bevindingId?: string | undefined
  /** Asked at this meeting, or running at the aanbieder it is with. */
  gesprek?: { id: string; aanbiederId: string } | undefined
  escalatieId?: string | undefined
  /** Plans of aanbieders this person manages or stands in for. */
  vanMij?: string | undefined
}
export type Plankolom = 'gevraagd' | 'termijn' | 'titel' | 'aanbieder'

export type PlanInLijst = {
  id: string
  nummer: string
  titel: string
  aanbiederId: string
  aanbieder: string
  stand: Planstand
  escalatieId: string | null
  punten: number
  puntenGerealiseerd: number
  eersteDag: Temporal.PlainDate | null
  gevraagdOp: Temporal.Instant
  geslotenOp: Temporal.Instant | null
}

const sorteringen = {
  gevraagd: sql`v.gevraagd_op`,
  termijn: sql`v.eerste_dag`,
  titel: sql`v.titel collate "nl-x-icu"`,
  aanbieder: sql`a.naam collate "nl-x-icu"`,
} satisfies Record<Plankolom, unknown>

/** States in which the aanbieder must act; in the others that run the region must. */
const BIJ_AANBIEDER = ['gevraagd', 'aanvullen', 'uitvoering'] as const satisfies Planstand[]
const BIJ_REGIO = lopend.filter((stand) => !(BIJ_AANBIEDER as readonly Planstand[]).includes(stand))

/** The side that must act now; null when nobody must. */
export function bijWie(stand: Planstand): 'aanbieder' | 'regio' | null {
  if ((BIJ_AANBIEDER as readonly Planstand[]).includes(stand)) return 'aanbieder'
  return (BIJ_REGIO as readonly Planstand[]).includes(stand) ? 'regio' : null
}

/** One page of the plans of a filter, or all of them when `pagina` is null; the count stops at TELGRENS + 1. */
export async function listPlannen(
  ctx: Context,
  filter: Planfilter,
  { sorteer, richting, pagina }: Omit<Bladzijde<Plankolom>, 'pagina'> & { pagina: number | null },
): Promise<Lijst<PlanInLijst>> {
  const waar = voorwaarden(ctx, filter)
  const volgorde = richting === 'af' ? sql`desc` : sql`asc`
  const rijen = sql<PlanInLijst>`select v.id, v.nummer, v.titel, v.aanbieder_id, a.naam as aanbieder, v.stand, v.escalatie_id,
      v.punten, v.punten_gerealiseerd, v.eerste_dag, v.gevraagd_op, v.gesloten_op
    from verbeterplan v join aanbieder a on a.regio_id = v.regio_id and a.id = v.aanbieder_id
    where ${waar}
    order by ${sorteringen[sorteer]} ${volgorde}, v.id ${volgorde}`
  const kaal = pagina === 1 && isKaal({ ...filter, stand: undefined }, { pagina })
  return leesLijst(ctx, { van: sql`verbeterplan v where ${waar}`, rijen, pagina, kaal })
}

/** All plans of one finding, meeting, case or aanbieder, the newest first. */
export async function listPlannenVan(ctx: Context, van: Omit<Planfilter, 'stand' | 'vanMij'>): Promise<PlanInLijst[]> {
  return (await listPlannen(ctx, van, { sorteer: 'gevraagd', richting: 'af', pagina: 1 })).rijen
}

function voorwaarden(ctx: Context, filter: Planfilter) {
  const { stand, aanbiederId, bevindingId, gesprek, escalatieId, vanMij } = filter
  const delen: RawBuilder<unknown>[] = [zicht(ctx).verbeterplan('v')]
  if (stand === 'gesloten') delen.push(sql`v.gesloten_op is not null`)
  else if (stand) delen.push(sql`v.gesloten_op is null`)
  if (stand === 'aanbieder') delen.push(sql`v.stand = any(${[...BIJ_AANBIEDER]}::text[])`)
  if (stand === 'regio') delen.push(sql`v.stand = any(${[...BIJ_REGIO]}::text[])`)
  if (stand === 'te laat') delen.push(sql`v.eerste_dag < ${ctx.today}`)
  if (aanbiederId) delen.push(sql`v.aanbieder_id = ${aanbiederId}`)
  if (bevindingId) delen.push(sql`v.bevinding_id = ${bevindingId}`)
  if (gesprek) {
    delen.push(
      sql`(v.gesprek_id = ${gesprek.id} or (v.aanbieder_id = ${gesprek.aanbiederId} and v.gesloten_op is null))`,
    )
  }
  if (escalatieId) delen.push(sql`v.escalatie_id = ${escalatieId}`)
  if (vanMij) delen.push(beheerdDoor(ctx, sql`v.aanbieder_id`, vanMij))
  return sql.join(delen, sql` and `)
}
