import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { beoordeelBevinding } from '../../check/bevinding/beoordeel-bevinding.ts'
import { vereisMandaat } from '../../plan/bezetting/vereis-mandaat.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import { planEersteTermijnen } from './plan-in-kalender.ts'
import { insertPlan } from './insert-plan.ts'
import { leesPlanregels } from './lees-planregels.ts'
import { nieuwPlan } from './plan.ts'
import { vertelVraag } from './stuur-planberichten.ts'

export type Vraag = {
  aanbiederId: string
  overeenkomstId: string | null
  bevindingId: string | null
  gesprekId: string | null
  titel: string
  aanleiding: string
  /** The event that starts the term: the day of the meeting, or today. */
  startdatum: Temporal.PlainDate
  uiterlijk: Temporal.PlainDate
  realisatieUiterlijk: Temporal.PlainDate | null
}

/**
 * Asks an aanbieder for a plan, with mandate (ROL-13, MTR-02): from a finding, whose decision becomes "plan vragen", from a meeting
 * (GES-07), or by itself. Its people are told by mail. Gives the id. Throws 403 without mandate, 404, 409 when the finding is closed or has a plan that runs, 422.
 */
export function vraagPlan(ctx: Context, vraag: Vraag): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'verbeterplan:vragen')
    if (Temporal.PlainDate.compare(vraag.uiterlijk, ctx.today) < 0)
      throw invalid('Deze dag is al voorbij.', 'uiterlijk')
    if (vraag.realisatieUiterlijk && Temporal.PlainDate.compare(vraag.realisatieUiterlijk, vraag.uiterlijk) < 0) {
      throw invalid('Realiseren kan niet voor de dag waarop het plan er moet zijn.', 'realisatieUiterlijk')
    }
    const bevinding = vraag.bevindingId === null ? null : await lockBevinding(ctx, vraag.bevindingId)
    const aanbiederId = bevinding?.aanbiederId ?? vraag.aanbiederId
    const overeenkomstId = bevinding?.overeenkomstId ?? vraag.overeenkomstId
    if (vraag.gesprekId !== null) await eisGesprek(ctx, vraag.gesprekId, aanbiederId)
    const { agb, gemeenten } = await findPartij(ctx, aanbiederId, overeenkomstId)
    const bevoegd = await vereisMandaat(ctx, { taak: 'verbeterplan', gemeenten })
    const { id: regelsetdeelId, regels } = await leesPlanregels(ctx)

    const plan = nieuwPlan(vraag.uiterlijk, vraag.realisatieUiterlijk)
    const { titel, aanleiding, bevindingId, gesprekId, startdatum } = vraag
    const kop = { titel, aanleiding, aanbiederId, agb, overeenkomstId, bevindingId, gesprekId, regelsetdeelId, bevoegd }
    const { id, nummer } = await insertPlan(
      ctx,
      { ...kop, subregioId: bevinding?.subregioId ?? null, escalatieId: null },
      plan,
    )
    await planEersteTermijnen(ctx, { id, nummer, aanbiederId, overeenkomstId }, regels, plan, startdatum)
    const mails = await vertelVraag(ctx, { id, aanbiederId, overeenkomstId })
    if (bevindingId !== null)
      await beoordeelBevinding(ctx, bevindingId, { besluit: 'plan vragen', reden: aanleiding.slice(0, 2000) })
    await recordEvent(ctx, {
      soort: 'verbeterplan:gevraagd',
      onderwerp: { type: 'verbeterplan', id },
      gegevens: {
        nummer,
        titel,
        aanbiederId,
        bevindingId,
        gesprekId,
        uiterlijk: vraag.uiterlijk.toString(),
        mails,
        ...bevoegd,
      },
    })
    return id
  })
}

type Aanleiding = { aanbiederId: string; overeenkomstId: string | null; subregioId: string | null }

async function lockBevinding(ctx: Context, id: string): Promise<Aanleiding> {
  const { rows } = await sql<
    Aanleiding & { gesloten: boolean; loopt: string | null }
  >`select b.aanbieder_id, b.overeenkomst_id,
      b.subregio_id, b.gesloten_op is not null as gesloten,
      (select v.nummer from verbeterplan v where v.regio_id = b.regio_id and v.bevinding_id = b.id and v.gesloten_op is null limit 1) as loopt
    from bevinding b where ${zicht(ctx).bevinding('b')} and b.id = ${id} for update`.execute(ctx.db)
  const bevinding = rows[0]
  if (!bevinding) throw notFound('Deze bevinding')
  if (bevinding.gesloten) throw conflict('Deze bevinding is al gesloten. Heropen haar eerst.')
  if (bevinding.loopt) throw conflict(`Over deze bevinding loopt al een verbeterplan: ${bevinding.loopt}.`)
  return bevinding
}

async function eisGesprek(ctx: Context, id: string, aanbiederId: string): Promise<void> {
  const { rows } =
    await sql`select from gesprek g where ${zicht(ctx).gesprek('g')} and g.id = ${id} and g.aanbieder_id = ${aanbiederId}`.execute(
      ctx.db,
    )
  if (rows.length === 0) throw notFound('Dit gesprek met deze aanbieder')
}

async function findPartij(ctx: Context, aanbiederId: string, overeenkomstId: string | null) {
  const { rows } = await sql<{
    agb: string
    gemeenten: string[]
  }>`select a.agb, array(select g.gemeente_code from overeenkomst_gemeente g
      where g.regio_id = a.regio_id and g.overeenkomst_id = ${overeenkomstId}::uuid order by 1) as gemeenten
    from aanbieder a where ${zicht(ctx).aanbieder('a')} and a.id = ${aanbiederId}
    and (${overeenkomstId}::uuid is null or exists (select from overeenkomst o where ${zicht(ctx).overeenkomst('o')}
      and o.id = ${overeenkomstId} and o.aanbieder_id = a.id))`.execute(ctx.db)
  if (!rows[0]) throw notFound(overeenkomstId === null ? 'Deze aanbieder' : 'Deze overeenkomst van deze aanbieder')
  return rows[0]
}
