import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { beginInzage, vergeetInzage } from '../../domain/check/inzage/begin-inzage.ts'
import { bepaalTaak } from '../../domain/check/inzage/bepaal-taak.ts'
import { listRedenen } from '../../domain/check/inzage/inzage.ts'
import { listAndere } from '../../domain/check/rapportage/casus-andere.ts'
import { listCasusEvaluaties, listCasusKpis } from '../../domain/check/rapportage/casus-kpis.ts'
import { findCasus, listDeclaratiemaanden, listStartstops, listVersies } from '../../domain/check/rapportage/casus.ts'
import { authorize, mag } from '../../domain/rechten.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { ToewijzingPage } from './toewijzing-page.tsx'

export const toewijzingController = new Hono<AppEnv>()

toewijzingController.get('/toewijzingen/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}', async (c) => {
  const { ctx, raam, bezoeker } = c.var
  const toewijzingId = c.req.param('id')
  beginInzage(ctx, 'casus:getoond', { toewijzingId })
  await authorize(ctx, 'casus:lezen')
  const taak = await bepaalTaak(ctx, { bij: c.req.query('bij'), toewijzingId, sessieId: bezoeker.sessieId })
  if (!taak) {
    vergeetInzage(ctx)
    return c.redirect(routes.inzageReden({ terug: routes.toewijzing(toewijzingId) }), 302)
  }
  const casus = await findCasus(ctx, toewijzingId)
  return render(
    c,
    <ToewijzingPage
      raam={raam}
      casus={casus}
      versies={await listVersies(ctx, casus)}
      meldingen={await listStartstops(ctx, casus)}
      maanden={await listDeclaratiemaanden(ctx, casus)}
      kpis={await listCasusKpis(ctx, casus)}
      andere={await listAndere(ctx, casus.id)}
      evaluaties={await listCasusEvaluaties(ctx, casus)}
      magBerichten={mag(ctx.actor, 'bericht:lezen')}
      bij={taak.soort === 'reden' ? undefined : c.req.query('bij')}
      reden={taak.soort === 'reden' ? (await listRedenen(ctx)).find(({ code }) => code === taak.id)?.naam : undefined}
    />,
  )
})
