import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import {
  listAlleContactpersonen,
  listContactpersonenUitvoer,
} from '../../domain/plan/aanbieder/list-contactpersonen.ts'
import { listGemeenten } from '../../domain/plan/inrichting/queries.ts'
import { findOvereenkomst } from '../../domain/plan/overeenkomst/queries.ts'
import { authorize } from '../../domain/rechten.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { render } from '../render-page.tsx'
import { ContactpersonenPage } from './contactpersonen-page.tsx'
import { contactpersoonfilter, leesContactpersoonkeuze } from './keuze.ts'
import { contactpersoonuitvoer } from './uitvoer.ts'

export const contactpersoonController = new Hono<AppEnv>()

contactpersoonController.get('/contactpersonen', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:lezen')
  const keuze = leesContactpersoonkeuze(c.req.query())
  const overeenkomst = keuze.overeenkomst ? await findOvereenkomst(ctx, keuze.overeenkomst) : null
  const lijst = await listAlleContactpersonen(ctx, contactpersoonfilter(keuze, ctx.actor.id), keuze)
  const gemeenten = await listGemeenten(ctx)
  return render(c, <ContactpersonenPage {...{ raam, keuze, lijst, gemeenten, overeenkomst }} />)
})

metUitvoer(contactpersoonController, '/contactpersonen', 'aanbieder:lezen', async (ctx, c) => {
  const keuze = leesContactpersoonkeuze(c.req.query())
  return {
    kolommen: contactpersoonuitvoer,
    rijen: await listContactpersonenUitvoer(ctx, contactpersoonfilter(keuze, ctx.actor.id), keuze),
  }
})
