import { listAflopendeCertificaten } from '../../domain/check/rapportage/vandaag-certificaten.ts'
import { listAfgebrokenRondes, telBerichtAandacht, telOnbezet } from '../../domain/check/rapportage/vandaag-beheer.ts'
import { listAflopende, listOpenBevindingen, listTeStellenJaren } from '../../domain/check/rapportage/vandaag.ts'
import { berekenTermijn } from '../../domain/begrippen/termijn.ts'
import { Kalender } from '../../domain/begrippen/werkdagen.ts'
import { leesRegelset } from '../../domain/plan/inrichting/lees-regelset.ts'
import { listPlafondvoorstellen } from '../../domain/plan/overeenkomst/list-plafondvoorstellen.ts'
import { Verlengingsregels } from '../../domain/plan/overeenkomst/verlenging.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import {
  berichtPunten,
  bevindingPunten,
  budgetPunten,
  certificaatPunten,
  onbezetPunten,
  overeenkomstPunten,
  rondePunten,
  vaststelPunten,
} from './punten.tsx'
import type { Werkpunt } from './werkpunt.ts'

// Far enough to see a last day to decide half a year before the end.
const VOORUIT = { months: 12 }
const EINDE_NABIJ = 6

/** Everything that asks for an act of this person or the team, as far as the roles allow. */
export async function verzamelPunten(ctx: Context): Promise<Werkpunt[]> {
  const { actor } = ctx
  const punten: Werkpunt[] = []
  if (mag(actor, 'bericht:lezen')) punten.push(...rondePunten(actor, await listAfgebrokenRondes(ctx)))
  if (mag(actor, 'kpi:vaststellen')) punten.push(...vaststelPunten(actor, await listTeStellenJaren(ctx)))
  if (mag(actor, 'bevinding:lezen')) punten.push(...bevindingPunten(actor, await listOpenBevindingen(ctx)))
  if (mag(actor, 'bericht:lezen')) punten.push(...berichtPunten(actor, await telBerichtAandacht(ctx)))
  if (mag(actor, 'budget:besluiten') || mag(actor, 'budget:voorstellen')) {
    punten.push(...budgetPunten(actor, await listPlafondvoorstellen(ctx, { open: true })))
  }
  if (mag(actor, 'aanbieder:wijzigen')) punten.push(...onbezetPunten(actor, await telOnbezet(ctx)))
  if (mag(actor, 'aanbieder:wijzigen') || actor.agb !== null) {
    punten.push(...certificaatPunten(actor, await listAflopendeCertificaten(ctx)))
  }
  if (mag(actor, 'overeenkomst:lezen')) punten.push(...(await overeenkomsten(ctx)))
  return punten
}

async function overeenkomsten(ctx: Context): Promise<Werkpunt[]> {
  const aflopend = await listAflopende(ctx, ctx.today.add(VOORUIT))
  if (aflopend.length === 0) return []
  const { opzegtermijn } = Verlengingsregels.parse((await leesRegelset(ctx, 'verlenging', ctx.today)).inhoud)
  const kalender = Kalender.parse((await leesRegelset(ctx, 'feestdagen', ctx.today)).inhoud)
  const metBeslisdatum = aflopend.map((groep) => ({
    ...groep,
    beslisdatum: groep.optiesOver > 0 ? berekenTermijn(opzegtermijn, groep.looptTot, kalender).einddatum : null,
  }))
  return overeenkomstPunten(ctx.actor, metBeslisdatum, ctx.today, EINDE_NABIJ)
}
