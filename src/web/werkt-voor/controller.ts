import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { notFound } from '../../platform/errors.ts'
import { kiesWerktVoor } from '../../platform/sessie.ts'
import { routes } from '../routes.ts'

export const werktVoorController = new Hono<AppEnv>()

// Everybody chooses among what is his own; the choice ends with the session.
werktVoorController.post(routes.werktVoor(), async (c) => {
  const { ctx, bezoeker, partijen } = c.var
  const { voor } = await c.req.parseBody()
  const keuzes = partijen.length > 0 ? partijen : [{ agb: ctx.actor.agb }]
  const gekozen = keuzes.find(({ agb }) => (agb ?? 'regio') === voor)
  if (!gekozen) throw notFound('Deze aanbieder')
  await kiesWerktVoor(ctx, bezoeker.sessieId, gekozen.agb)
  return c.redirect(routes.vandaag(), 303)
})
