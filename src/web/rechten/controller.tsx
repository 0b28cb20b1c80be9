import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { authorize, rollen, type Rol } from '../../domain/rechten.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { RechtenPage } from './rechten-page.tsx'
import { RolPage } from './rol-page.tsx'

export const rechtenController = new Hono<AppEnv>()

rechtenController.get(routes.rechten(), async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:lezen')
  const gevraagd = c.req.query('rol') ?? ''
  const rol = Object.hasOwn(rollen, gevraagd) && !gevraagd.includes('(') ? (gevraagd as Rol) : undefined
  return rol ? render(c, <RolPage raam={raam} rol={rol} />) : render(c, <RechtenPage raam={raam} actor={ctx.actor} />)
})
