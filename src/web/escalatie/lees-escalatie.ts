import type { Geopend } from '../../domain/act/escalatie/lees-zaak.ts'
import { leesBrief } from '../../domain/act/escalatie/lees-brief.ts'
import { leesMaatregelnamen } from '../../domain/act/escalatie/lees-maatregelnamen.ts'
import { leesZaak } from '../../domain/act/escalatie/lees-zaak.ts'
import { findDossier } from '../../domain/act/escalatie/find-dossier.ts'
import { vooruitzicht } from '../../domain/act/escalatie/vooruitzicht.ts'
import { leesWieMag } from '../../domain/act/escalatie/wie-mag.ts'
import { listProducten } from '../../domain/act/escalatie/list-producten.ts'
import { listGemeenten } from '../../domain/plan/inrichting/queries.ts'
import { findZaakplan } from '../../domain/act/verbeterplan/uit-plan.ts'
import { listPlannenVan } from '../../domain/act/verbeterplan/queries.ts'
import { leesMet } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import type { Escalatiegegevens } from './escalatiekader.ts'
import type { Keuzelijsten } from './velden.tsx'

/** All that the page of a case shows; an aanbieder's account gets no steps to take and no letter that waits. */
export async function leesEscalatie(ctx: Context, id: string): Promise<Escalatiegegevens> {
  const geopend = await leesZaak(ctx, id)
  const dossier = await findDossier(ctx, id)
  const { ladder, zaak, feiten } = geopend
  const plan = await findZaakplan(ctx, id)
  const plannen = await leesMet(ctx, 'verbeterplan:lezen', () => listPlannenVan(ctx, { escalatieId: id }), [])
  if (ctx.actor.agb !== null) {
    return { geopend, dossier, plan, plannen, mogelijk: [], wieMag: new Map<string, string>(), namen: new Map(), brief: null }
  }
  return {
    geopend,
    dossier,
    plan,
    plannen,
    mogelijk: vooruitzicht(ladder, zaak, feiten),
    wieMag: await leesWieMag(ctx),
    namen: await leesMaatregelnamen(ctx),
    brief: await leesBrief(ctx, geopend),
  }
}

/** What a form of a step lets choose from, when one of its fields asks for it. */
export async function leesKeuzes(ctx: Context, { ladder }: Pick<Geopend, 'ladder'>): Promise<Keuzelijsten> {
  const vraagt = ladder.maatregelen.some(({ velden }) =>
    velden.some(({ code }) => code === 'gemeenten' || code === 'producten'),
  )
  if (!vraagt) return { gemeenten: [], producten: [] }
  return { gemeenten: await listGemeenten(ctx), producten: await listProducten(ctx) }
}
