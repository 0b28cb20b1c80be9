import type { Geopend } from '../../domain/act/escalatie/lees-zaak.ts'
import { leesBrief } from '../../domain/act/escalatie/lees-brief.ts'
import { leesMaatregelnamen } from '../../domain/act/escalatie/lees-maatregelnamen.ts'
import { leesZaak } from '../../domain/act/escalatie/lees-zaak.ts'
import { findDossier } from '../../domain/act/escalatie/find-dossier.ts'
import { vooruitzicht } from '../../domain/act/escalatie/vooruitzicht.ts'
import { leesWieMag } from '../../domain/act/escalatie/wie-mag.ts'
import { listProducten } from '../../domain/act/escalatie/list-producten.ts'
import { listGesprekkenVan } from '../../domain/act/gesprek/list-gesprekken-van.ts'
import { listGemeenten } from '../../domain/plan/inrichting/queries.ts'
import { findZaakplan } from '../../domain/act/verbeterplan/uit-plan.ts'
import { listPlannenVan } from '../../domain/act/verbeterplan/queries.ts'
import { leesMet } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { together } from '../../platform/transaction.ts'
import type { Escalatiegegevens } from './escalatiekader.ts'
import type { Keuzelijsten } from './velden.tsx'

/** All that the page of a case shows; an aanbieder's account gets no steps to take and no letter that waits. */
export async function leesEscalatie(ctx: Context, id: string): Promise<Escalatiegegevens> {
  const binnen = ctx.actor.agb === null
  const [geopend, dossier, plan, plannen, gesprekken, wieMag, namen] = await together(
    ctx,
    () => leesZaak(ctx, id),
    () => findDossier(ctx, id),
    () => findZaakplan(ctx, id),
    () => leesMet(ctx, 'verbeterplan:lezen', () => listPlannenVan(ctx, { escalatieId: id }), []),
    () => leesMet(ctx, 'gesprek:lezen', () => listGesprekkenVan(ctx, id), []),
    () => (binnen ? leesWieMag(ctx) : new Map<string, string>()),
    () => (binnen ? leesMaatregelnamen(ctx) : new Map<string, string>()),
  )
  const { ladder, zaak, feiten } = geopend
  return {
    ...{ geopend, dossier, plan, plannen, gesprekken, wieMag, namen },
    mogelijk: binnen ? vooruitzicht(ladder, zaak, feiten) : [],
    brief: binnen ? await leesBrief(ctx, geopend) : null,
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
