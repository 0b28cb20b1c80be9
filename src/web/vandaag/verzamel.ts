import { listAfgebrokenRondes, telBerichtAandacht, telOnbezet } from '../../domain/check/rapportage/vandaag-beheer.ts'
import { listAflopende, listOpenBevindingen, listTeStellenJaren } from '../../domain/check/rapportage/vandaag.ts'
import { berekenTermijn } from '../../domain/begrippen/termijn.ts'
import { Kalender } from '../../domain/begrippen/werkdagen.ts'
import { leesRegelsetdelen } from '../../domain/plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../domain/plan/inrichting/regelset-inhoud.ts'
import { Verlengingsregels } from '../../domain/plan/overeenkomst/verlenging.ts'
import { mag, type Recht } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import {
  berichtPunten,
  bevindingPunten,
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
  const als = (recht: Recht, punten: () => Promise<Werkpunt[]>) => (mag(actor, recht) ? punten() : [])
  const groepen = await Promise.all([
    als('bericht:lezen', async () => rondePunten(actor, await listAfgebrokenRondes(ctx))),
    als('kpi:vaststellen', async () => vaststelPunten(actor, await listTeStellenJaren(ctx))),
    als('bevinding:lezen', async () => bevindingPunten(actor, await listOpenBevindingen(ctx))),
    als('bericht:lezen', async () => berichtPunten(actor, await telBerichtAandacht(ctx))),
    als('aanbieder:wijzigen', async () => onbezetPunten(actor, await telOnbezet(ctx))),
    als('overeenkomst:lezen', () => overeenkomsten(ctx)),
  ])
  return groepen.flat()
}

async function overeenkomsten(ctx: Context): Promise<Werkpunt[]> {
  const [aflopend, delen] = await Promise.all([
    listAflopende(ctx, ctx.today.add(VOORUIT)),
    leesRegelsetdelen(ctx, ['verlenging', 'feestdagen'], ctx.today),
  ])
  const { opzegtermijn } = leesInhoud(Verlengingsregels, delen.verlenging.inhoud)
  const kalender = leesInhoud(Kalender, delen.feestdagen.inhoud)
  const metBeslisdatum = aflopend.map((groep) => ({
    ...groep,
    beslisdatum: groep.optiesOver > 0 ? berekenTermijn(opzegtermijn, groep.looptTot, kalender).einddatum : null,
  }))
  return overeenkomstPunten(metBeslisdatum, ctx.today, EINDE_NABIJ)
}
