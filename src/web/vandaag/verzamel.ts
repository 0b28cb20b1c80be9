import { listAflopendeCertificaten } from '../../domain/check/rapportage/vandaag-certificaten.ts'
import { listAfgebrokenRondes, telBerichtAandacht, telOnbezet } from '../../domain/check/rapportage/vandaag-beheer.ts'
import { listAflopende, listOpenBevindingen, listTeStellenJaren } from '../../domain/check/rapportage/vandaag.ts'
import { berekenTermijn } from '../../domain/begrippen/termijn.ts'
import { Kalender } from '../../domain/begrippen/werkdagen.ts'
import { leesRegelset } from '../../domain/plan/inrichting/lees-regelset.ts'
import { listPlafondvoorstellen } from '../../domain/plan/overeenkomst/list-plafondvoorstellen.ts'
import { Verlengingsregels } from '../../domain/plan/overeenkomst/verlenging.ts'
import { leesMet, mag, type Recht } from '../../domain/rechten.ts'
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
  const voegToe = async (recht: Recht, lees: () => Promise<Werkpunt[]>) => {
    punten.push(...(await leesMet(ctx, recht, lees, [])))
  }
  await voegToe('bericht:lezen', async () => rondePunten(actor, await listAfgebrokenRondes(ctx)))
  await voegToe('kpi:vaststellen', async () => vaststelPunten(actor, await listTeStellenJaren(ctx)))
  await voegToe('bevinding:lezen', async () => bevindingPunten(actor, await listOpenBevindingen(ctx)))
  await voegToe('bericht:lezen', async () => berichtPunten(actor, await telBerichtAandacht(ctx)))
  await voegToe(mag(actor, 'budget:besluiten') ? 'budget:besluiten' : 'budget:voorstellen', async () =>
    budgetPunten(actor, await listPlafondvoorstellen(ctx, { open: true })),
  )
  await voegToe('aanbieder:wijzigen', async () => onbezetPunten(actor, await telOnbezet(ctx)))
  await voegToe(actor.agb === null ? 'aanbieder:wijzigen' : 'aanbieder:lezen', async () =>
    certificaatPunten(actor, await listAflopendeCertificaten(ctx)),
  )
  await voegToe('overeenkomst:lezen', () => overeenkomsten(ctx))
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
