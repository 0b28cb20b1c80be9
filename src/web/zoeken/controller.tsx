import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { magZoeken, zoek, zoeksoorten } from '../../domain/check/rapportage/zoek.ts'
import { leesZoekterm } from '../../domain/check/rapportage/zoekterm.ts'
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
  const { ctx, raam } = c.var
  const velden = await c.req.parseBody<Record<string, string>>()
  const basis = { raam, soorten: magZoeken(ctx), term: typeof velden['zoek'] === 'string' ? velden['zoek'] : '' }
  const term = leesZoekterm(basis.term)
  if (!term) return render(c, <ZoekPage {...basis} fout="Vul minstens twee tekens in." />, 422)
  const soort = leesWoord(velden['soort'], zoeksoorten)
  const pagina = soort && /^[1-9]\d?$/.test(velden['pagina'] ?? '') ? Number(velden['pagina']) : 1
  const groepen = await inReadTransaction(ctx, (ctx) =>
    soort
      ? zoek(ctx, term, [soort], VAN_EEN_SOORT, (pagina - 1) * VAN_EEN_SOORT)
      : zoek(ctx, term, zoeksoorten, PER_SOORT),
  )
  return render(c, <ZoekPage {...basis} uitkomst={{ groepen, soort, pagina }} />)
})
