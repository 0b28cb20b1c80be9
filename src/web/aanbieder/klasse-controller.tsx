import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { findAanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { KlasseInvoer } from '../../domain/plan/risico/klasse.ts'
import { legKlasseVast } from '../../domain/plan/risico/leg-klasse-vast.ts'
import { listKlassen } from '../../domain/plan/risico/list-klassen.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors } from '../form.ts'
import { dagveld } from '../invoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { KlassePage } from './klasse-page.tsx'

const PAD = '/aanbieders/:id{[0-9a-f-]{36}}/klasse'

export const klasseController = new Hono<AppEnv>()

klasseController.get(PAD, async (c) => {
  const { ctx, raam } = c.var
  return render(c, <KlassePage raam={raam} ctx={ctx} {...await lees(ctx, c.req.param('id'))} />)
})

klasseController.post(PAD, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'klasse:vastleggen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => lees(ctx, id))
    return render(c, <KlassePage {...{ raam, ctx, waarden, fouten }} {...gegevens} />, 422)
  }
  const invoer = KlasseInvoer.safeParse({ ...waarden, geldigVanaf: dagveld.safeParse(waarden['geldigVanaf']).data })
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await legKlasseVast(ctx, id, invoer.data)
  } catch (error) {
    if (!(error instanceof Weigering) || error.status !== 422) throw error
    return opnieuw([{ veld: error.code, melding: error.message }])
  }
  return c.redirect(routes.aanbieder(id, 'gesprekken'), 303)
})

async function lees(ctx: Context, id: string) {
  await authorize(ctx, 'klasse:lezen')
  const aanbieder = await findAanbieder(ctx, id)
  return { aanbieder, versies: await listKlassen(ctx, id) }
}
