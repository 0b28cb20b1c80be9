import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { rijhoogtes, wijzigVoorkeuren } from '../../domain/plan/inrichting/wijzig-voorkeuren.ts'
import { leesWoord } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { metQuery, routes } from '../routes.ts'
import { VoorkeurenPage } from './voorkeuren-page.tsx'

export const voorkeurenController = new Hono<AppEnv>()

// Everybody has preferences: no right is asked.
voorkeurenController.get(routes.voorkeuren(), (c) =>
  render(
    c,
    <VoorkeurenPage raam={c.var.raam} voorkeuren={c.var.bezoeker} gedaan={c.req.query('gedaan') === 'bewaard'} />,
  ),
)

voorkeurenController.post(routes.voorkeuren(), async (c) => {
  const velden = await c.req.parseBody()
  const rijhoogte = leesWoord(typeof velden['rijhoogte'] === 'string' ? velden['rijhoogte'] : '', rijhoogtes)
  const sneltoetsen = velden['sneltoetsen'] === 'ja'
  if (!rijhoogte) {
    const voorkeuren = { rijhoogte: c.var.bezoeker.rijhoogte, sneltoetsen }
    const fout = 'Kies hoe hoog de rijen zijn.'
    return render(c, <VoorkeurenPage raam={c.var.raam} voorkeuren={voorkeuren} gedaan={false} fout={fout} />, 422)
  }
  await wijzigVoorkeuren(c.var.ctx, { rijhoogte, sneltoetsen })
  return c.redirect(metQuery(routes.voorkeuren(), { gedaan: 'bewaard' }), 303)
})
