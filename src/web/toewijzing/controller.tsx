import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { listAndere } from '../../domain/check/rapportage/casus-andere.ts'
import { listCasusEvaluaties, listCasusKpis } from '../../domain/check/rapportage/casus-kpis.ts'
import { findCasus, listDeclaratiemaanden, listStartstops, listVersies } from '../../domain/check/rapportage/casus.ts'
import { authorize, mag } from '../../domain/rechten.ts'
import { render } from '../render-page.tsx'
import { ToewijzingPage } from './toewijzing-page.tsx'

export const toewijzingController = new Hono<AppEnv>()

toewijzingController.get('/toewijzingen/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'casus:lezen')
  const casus = await findCasus(ctx, c.req.param('id'))
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
    />,
  )
})
