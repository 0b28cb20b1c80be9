import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { zoek, zoeksoorten } from '../../domain/check/rapportage/zoek.ts'
import { leesZoekterm } from '../../domain/check/rapportage/zoekterm.ts'
import { beginInzage, vergeetInzage } from '../../domain/check/inzage/begin-inzage.ts'
import { bepaalTaak } from '../../domain/check/inzage/bepaal-taak.ts'
import { listRedenen } from '../../domain/check/inzage/inzage.ts'
import { kiesReden } from '../../domain/check/inzage/kies-reden.ts'
import type { Context } from '../../platform/context.ts'
import { mag } from '../../domain/rechten.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { ZoekPage } from './zoek-page.tsx'

const PER_SOORT = 10
const VAN_EEN_SOORT = 100

export const zoekController = new Hono<AppEnv>()

// Everybody may search: each kind of thing asks for its own right (zoek.ts).
zoekController.get(routes.zoeken(), (c) => {
  return render(c, <ZoekPage raam={c.var.raam} clienten={mag(c.var.ctx.actor, 'casus:lezen')} />)
})

zoekController.post(routes.zoeken(), async (c) => {
  const { ctx, raam, bezoeker } = c.var
  const { zoek: invoer, soort: gevraagd, reden } = await c.req.parseBody()
  const basis = { raam, clienten: mag(ctx.actor, 'casus:lezen'), term: typeof invoer === 'string' ? invoer : '' }
  const term = leesZoekterm(basis.term)
  if (!term) return render(c, <ZoekPage {...basis} fout="Vul minstens twee tekens in." />, 422)

  const soort = zoeksoorten.find((kandidaat) => kandidaat === gevraagd)
  // A client is looked up for something: without a reason in this session everything else is searched, and the reason asked.
  const naarClient = term.label !== null && basis.clienten && (soort === undefined || soort === 'client')
  if (naarClient && typeof reden === 'string' && reden !== '') await kiesReden(ctx, bezoeker.sessieId, reden)
  const uitkomst = await inReadTransaction(ctx, async (ctx) => {
    const taak = naarClient ? await beginZoeken(ctx, bezoeker.sessieId) : undefined
    const soorten = (soort ? [soort] : zoeksoorten).filter((kandidaat) => kandidaat !== 'client' || taak)
    const groepen = await zoek(ctx, term, soorten, soort ? VAN_EEN_SOORT : PER_SOORT)
    if (taak && ctx.inzage?.clienten.size === 0) ctx.inzage.fout = 'niet-gevonden'
    return { groepen, soort, ...(naarClient && !taak && { redenen: await listRedenen(ctx) }) }
  })
  return render(c, <ZoekPage {...basis} uitkomst={uitkomst} />)
})

async function beginZoeken(ctx: Context, sessieId: string) {
  beginInzage(ctx, 'client:gezocht')
  const taak = await bepaalTaak(ctx, { sessieId })
  if (!taak) vergeetInzage(ctx)
  return taak
}
