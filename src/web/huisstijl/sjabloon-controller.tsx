import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { Sjabloontekst } from '../../domain/act/brief/controleer-sjabloon.ts'
import { DEEL, findSjabloon } from '../../domain/act/brief/lees-sjablonen.ts'
import { wijzigSjabloon } from '../../domain/act/brief/wijzig-sjabloon.ts'
import { listTaken } from '../../domain/plan/bezetting/lees-taken.ts'
import { listVersies } from '../../domain/plan/inrichting/lees-regelset.ts'
import { authorize, mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { tekst } from '../form.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { SjabloonPage } from './sjabloon-page.tsx'

const CODE = '/briefsjablonen/:code{[a-z0-9-]{1,40}}'

export const sjabloonController = new Hono<AppEnv>()

sjabloonController.get('/briefsjablonen', (c) => c.redirect(routes.huisstijlen(), 303))

sjabloonController.get(CODE, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:lezen')
  return render(c, <SjabloonPage raam={raam} {...await leesSjabloon(ctx, c.req.param('code'))} />)
})

sjabloonController.post(CODE, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const code = c.req.param('code')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const opnieuw = async (fouten: Veldfout[], status: 409 | 422 = 422) => {
    const gegevens = await inReadTransaction(ctx, async (ctx) => {
      await authorize(ctx, 'inrichting:lezen')
      return leesSjabloon(ctx, code)
    })
    return render(c, <SjabloonPage raam={raam} {...gegevens} waarden={waarden} fouten={fouten} />, status)
  }
  const alineas = Sjabloontekst.safeParse(tekst(waarden['tekst']))
  if (!alineas.success) return opnieuw([{ veld: 'tekst', melding: alineas.error.issues[0]!.message }])
  const hoe = tekst(waarden['verzending'])
  try {
    await wijzigSjabloon(ctx, code, {
      naam: tekst(waarden['naam']).trim(),
      wijze: hoe === 'mail' ? 'mail' : 'post',
      aangetekend: hoe === 'aangetekend',
      taak: tekst(waarden['taak']) || null,
      alineas: alineas.data,
      reden: tekst(waarden['reden']),
      gezien: Number(tekst(waarden['gezien'])) || 0,
    })
  } catch (error) {
    if (!(error instanceof Weigering) || (error.status !== 422 && error.status !== 409)) throw error
    return opnieuw(
      [{ veld: error.message.startsWith('Vul de reden') ? 'reden' : 'tekst', melding: error.message }],
      error.status,
    )
  }
  return c.redirect(`${routes.huisstijlen()}?gedaan=sjabloon`, 303)
})

async function leesSjabloon(ctx: Context, code: string) {
  const gevonden = await findSjabloon(ctx, code)
  return {
    ...gevonden,
    taken: await listTaken(ctx, null, ctx.today),
    versies: await listVersies(ctx, DEEL),
    magWijzigen: mag(ctx.actor, 'inrichting:wijzigen'),
  }
}
