import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { notFound } from '../../platform/errors.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { HandleidingPage } from './handleiding-page.tsx'
import { leesHandleiding } from './lees-handleiding.ts'

export const handleidingController = new Hono<AppEnv>()

// The handbook is for everybody who is signed in: it says what the program does, not what is in it.
for (const pad of [routes.handleiding(), `${routes.handleiding()}/:pagina{[a-z-]+}`]) {
  handleidingController.get(pad, (c) => {
    const alle = leesHandleiding()
    const pagina = alle.get(c.req.param('pagina') ?? '')
    if (!pagina) throw notFound('Deze bladzijde van het handboek')
    return render(c, <HandleidingPage raam={c.var.raam} pagina={pagina} alle={[...alle.values()]} />)
  })
}
