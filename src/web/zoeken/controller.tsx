import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { zoek, zoeksoorten } from '../../domain/check/rapportage/zoek.ts'
import { leesZoekterm } from '../../domain/check/rapportage/zoekterm.ts'
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
  const { ctx, raam } = c.var
  const { zoek: invoer, soort: gevraagd } = await c.req.parseBody()
  const basis = { raam, clienten: mag(ctx.actor, 'casus:lezen'), term: typeof invoer === 'string' ? invoer : '' }
  const term = leesZoekterm(basis.term)
  if (!term) return render(c, <ZoekPage {...basis} fout="Vul minstens twee tekens in." />, 422)

  const soort = zoeksoorten.find((kandidaat) => kandidaat === gevraagd)
  const groepen = await inReadTransaction(ctx, (ctx) =>
    zoek(ctx, term, soort ? [soort] : zoeksoorten, soort ? VAN_EEN_SOORT : PER_SOORT),
  )
  return render(c, <ZoekPage {...basis} uitkomst={{ groepen, soort }} />)
})
