import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { bewaarWeergave, verwijderWeergave } from '../../domain/plan/inrichting/bewaar-weergave.ts'
import { weergavelijsten, type Weergavelijst } from '../../domain/plan/inrichting/weergave.ts'
import { authorize, type Recht } from '../../domain/rechten.ts'
import { notFound, Weigering } from '../../platform/errors.ts'
import { leesWoord } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { metQuery, routes } from '../routes.ts'
import { WeergavePage } from './weergave-page.tsx'
import { lijstpaden } from './weergaven.tsx'

export const weergaveController = new Hono<AppEnv>()

const lijsten = Object.keys(weergavelijsten) as Weergavelijst[]

// Everybody keeps views of his own, of a list that he may read.
const lijstrechten: Record<Weergavelijst, Recht> = {
  aanbieders: 'aanbieder:lezen',
  overeenkomsten: 'overeenkomst:lezen',
  berichten: 'bericht:lezen',
  leveringen: 'bericht:lezen',
  kpis: 'kpi:lezen',
  bevindingen: 'bevinding:lezen',
  overlegtafels: 'overlegtafel:lezen',
  verbeterplannen: 'verbeterplan:lezen',
  escalaties: 'escalatie:lezen',
  gesprekken: 'gesprek:lezen',
  acties: 'actie:lezen',
  logboek: 'audit:lezen',
}

weergaveController.post(routes.weergaven(), async (c) => {
  const { ctx, raam } = c.var
  const velden = await c.req.parseBody<Record<string, string>>()
  const lijst = leesWoord(velden['lijst'], lijsten)
  if (!lijst) throw notFound('Deze lijst')
  await authorize(ctx, lijstrechten[lijst])
  const { naam = '', keuze: tekst = '' } = velden
  const keuze = new URLSearchParams(tekst.slice(0, 2000))
  try {
    return c.redirect(
      metQuery(lijstpaden[lijst], await bewaarWeergave(ctx, { lijst, naam, keuze: Object.fromEntries(keuze) })),
      303,
    )
  } catch (error) {
    if (!(error instanceof Weigering) || (error.status !== 422 && error.status !== 409)) throw error
    return render(c, <WeergavePage {...{ raam, lijst, naam, keuze }} fout={error.message} />, error.status)
  }
})

weergaveController.post('/weergaven/:id{[0-9a-f-]{36}}/verwijderen', async (c) =>
  c.redirect(lijstpaden[await verwijderWeergave(c.var.ctx, c.req.param('id'))], 303),
)
