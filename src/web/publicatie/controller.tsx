import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { findSlug, listPublicaties } from '../../domain/act/publicatie/publicaties.ts'
import { plaatsPublicatie, Publicatieinvoer, trekPublicatieIn } from '../../domain/act/publicatie/plaats-publicatie.ts'
import { authorize } from '../../domain/rechten.ts'
import { fieldErrors, tekst } from '../form.ts'
import { leesDatum } from '../lees-datum.ts'
import { datumZonderDag } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { PubliceerPage, PublicatiesPage } from './publicaties-page.tsx'

export const publicatieController = new Hono<AppEnv>()

publicatieController.get('/publicaties', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'publicatie:lezen')
  const pagina = /^[1-9][0-9]{0,3}$/.test(c.req.query('pagina') ?? '') ? Number(c.req.query('pagina')) : 1
  const lijst = await listPublicaties(ctx, pagina)
  return render(
    c,
    <PublicatiesPage {...{ raam, ctx, pagina, lijst }} slug={await findSlug(ctx)} gedaan={c.req.query('gedaan')} />,
  )
})

publicatieController.get('/publicaties/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'publicatie:plaatsen')
  return render(
    c,
    <PubliceerPage
      raam={raam}
      waarden={{ datum: datumZonderDag(ctx.today), doelgroep: 'iedereen', kanaal: 'website' }}
    />,
  )
})

publicatieController.post('/publicaties/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'publicatie:plaatsen')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const invoer = Publicatieinvoer.safeParse({
    titel: tekst(waarden['titel']),
    tekst: tekst(waarden['tekst']),
    doelgroep: waarden['doelgroep'],
    kanaal: waarden['kanaal'],
    datum: leesDatum(tekst(waarden['datum']).trim()),
  })
  if (!invoer.success)
    return render(c, <PubliceerPage raam={raam} waarden={waarden} fouten={fieldErrors(invoer.error)} />, 422)
  await plaatsPublicatie(ctx, invoer.data)
  return c.redirect(routes.publicaties({ gedaan: 'geplaatst' }), 303)
})

publicatieController.post('/publicaties/:id{[0-9a-f-]{36}}/intrekken', async (c) => {
  await trekPublicatieIn(c.var.ctx, c.req.param('id'))
  return c.redirect(routes.publicaties({ gedaan: 'ingetrokken' }), 303)
})
