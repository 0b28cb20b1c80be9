import { listBriefwerk } from '../../domain/act/brief/vandaag-brieven.ts'
import { listActiewerk, listGesprekwerk } from '../../domain/act/gesprek/vandaag-gesprekken.ts'
import { listOpenTafels } from '../../domain/act/overlegtafel/queries.ts'
import { listAflopendeCertificaten } from '../../domain/check/rapportage/vandaag-certificaten.ts'
import { listAfgebrokenRondes, telBerichtAandacht, telOnbezet } from '../../domain/check/rapportage/vandaag-beheer.ts'
import { listAflopende, listOpenBevindingen, listTeStellenJaren } from '../../domain/check/rapportage/vandaag.ts'
import { berekenTermijn } from '../../domain/begrippen/termijn.ts'
import { Kalender } from '../../domain/begrippen/werkdagen.ts'
import { leesRegelsetdelen } from '../../domain/plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../domain/plan/inrichting/regelset-inhoud.ts'
import { listVandaagtermijnen } from '../../domain/plan/kalender/list-vandaagtermijnen.ts'
import { listPlafondvoorstellen } from '../../domain/plan/overeenkomst/list-plafondvoorstellen.ts'
import { Verlengingsregels } from '../../domain/plan/overeenkomst/verlenging.ts'
import { leesMet, mag, type Recht } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { together } from '../../platform/transaction.ts'
import {
  berichtPunten,
  bevindingPunten,
  budgetPunten,
  certificaatPunten,
  onbezetPunten,
  overeenkomstPunten,
  rondePunten,
  termijnPunten,
  vaststelPunten,
} from './punten.tsx'
import { briefPunten } from './briefpunten.ts'
import { actiePunten, gesprekPunten } from './gesprek-punten.ts'
import { tafelPunten } from './tafelpunten.ts'
import type { Werkpunt } from './werkpunt.ts'

// Far enough to see a last day to decide half a year before the end.
const VOORUIT = { months: 12 }
const EINDE_NABIJ = 6

/** Everything that asks for an act of this person or the team, as far as the roles allow. */
export async function verzamelPunten(ctx: Context): Promise<Werkpunt[]> {
  const { actor } = ctx
  const met = (recht: Recht, lees: () => Promise<Werkpunt[]>) => () => leesMet(ctx, recht, lees, [])
  const groepen = await together(
    ctx,
    met('bericht:lezen', async () => rondePunten(actor, await listAfgebrokenRondes(ctx))),
    met('kpi:vaststellen', async () => vaststelPunten(actor, await listTeStellenJaren(ctx))),
    met('bevinding:lezen', async () => bevindingPunten(actor, await listOpenBevindingen(ctx))),
    met('bericht:lezen', async () => berichtPunten(actor, await telBerichtAandacht(ctx))),
    met(mag(actor, 'budget:besluiten') ? 'budget:besluiten' : 'budget:voorstellen', async () =>
      budgetPunten(actor, await listPlafondvoorstellen(ctx, { open: true })),
    ),
    met('aanbieder:wijzigen', async () => onbezetPunten(actor, await telOnbezet(ctx))),
    met(actor.agb === null ? 'aanbieder:wijzigen' : 'aanbieder:lezen', async () =>
      certificaatPunten(actor, await listAflopendeCertificaten(ctx)),
    ),
    met('gesprek:lezen', async () => gesprekPunten(await listGesprekwerk(ctx))),
    met('actie:lezen', async () => actiePunten(ctx.actor, await listActiewerk(ctx))),
    met('brief:lezen', async () => briefPunten(await listBriefwerk(ctx))),
    met('overeenkomst:lezen', () => overeenkomsten(ctx)),
    met('termijn:lezen', async () => termijnPunten(actor, await listVandaagtermijnen(ctx))),
    met(actor.agb === null ? 'overlegtafel:bijwerken' : 'overlegtafel:antwoorden', async () =>
      tafelPunten(actor, await listOpenTafels(ctx), ctx.today),
    ),
  )
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
  return overeenkomstPunten(ctx.actor, metBeslisdatum, ctx.today, EINDE_NABIJ)
}
