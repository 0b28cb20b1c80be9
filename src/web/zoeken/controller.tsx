import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { magZoeken, zoek, zoeksoorten } from '../../domain/check/rapportage/zoek.ts'
import { leesZoekterm } from '../../domain/check/rapportage/zoekterm.ts'
import { beginInzage, vergeetInzage } from '../../domain/check/inzage/begin-inzage.ts'
import { bepaalTaak } from '../../domain/check/inzage/bepaal-taak.ts'
import { listRedenen } from '../../domain/check/inzage/inzage.ts'
import { kiesReden } from '../../domain/check/inzage/kies-reden.ts'
import type { Context } from '../../platform/context.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { leesWoord } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { PER_SOORT, VAN_EEN_SOORT, ZoekPage } from './zoek-page.tsx'

export const zoekController = new Hono<AppEnv>()

// Everybody may search: each kind of thing asks for its own right (zoek.ts).
zoekController.get(routes.zoeken(), (c) => {
  return render(c, <ZoekPage raam={c.var.raam} soorten={magZoeken(c.var.ctx)} />)
})

zoekController.post(routes.zoeken(), async (c) => {
  const { ctx, raam, bezoeker } = c.var
  const velden = await c.req.parseBody<Record<string, string>>()
  const basis = { raam, soorten: magZoeken(ctx), term: typeof velden['zoek'] === 'string' ? velden['zoek'] : '' }
  const term = leesZoekterm(basis.term)
  if (!term) return render(c, <ZoekPage {...basis} fout="Vul minstens twee tekens in." />, 422)
  const soort = leesWoord(velden['soort'], zoeksoorten)
  const pagina = soort && /^[1-9]\d?$/.test(velden['pagina'] ?? '') ? Number(velden['pagina']) : 1
  // A client is looked up for something: without a reason in this session everything else is searched, and the reason asked.
  const naarClient =
    term.label !== null && basis.soorten.includes('client') && (soort === undefined || soort === 'client')
  const reden = velden['reden']
  if (naarClient && typeof reden === 'string' && reden !== '') await kiesReden(ctx, bezoeker.sessieId, reden)
  const uitkomst = await inReadTransaction(ctx, async (ctx) => {
    const taak = naarClient ? await beginZoeken(ctx, bezoeker.sessieId) : undefined
    const soorten = (soort ? [soort] : zoeksoorten).filter((kandidaat) => kandidaat !== 'client' || taak)
    const groepen = await (soort
      ? zoek(ctx, term, soorten, VAN_EEN_SOORT, (pagina - 1) * VAN_EEN_SOORT)
      : zoek(ctx, term, soorten, PER_SOORT))
    if (taak && ctx.inzage?.clienten.size === 0) ctx.inzage.fout = 'niet-gevonden'
    return { groepen, soort, pagina, ...(naarClient && !taak && { redenen: await listRedenen(ctx) }) }
  })
  return render(c, <ZoekPage {...basis} uitkomst={uitkomst} />)
})

async function beginZoeken(ctx: Context, sessieId: string) {
  beginInzage(ctx, 'client:gezocht')
  const taak = await bepaalTaak(ctx, { sessieId })
  if (!taak) vergeetInzage(ctx)
  return taak
}
