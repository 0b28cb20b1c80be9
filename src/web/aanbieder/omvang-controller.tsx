import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { legOmvangVast, OmvangInvoer } from '../../domain/plan/aanbieder/leg-omvang-vast.ts'
import { listOmvang } from '../../domain/plan/aanbieder/list-omvang.ts'
import { findAanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors } from '../form.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { OmvangPage } from './omvang-page.tsx'

const PAD = '/aanbieders/:id{[0-9a-f-]{36}}/omvang'

export const omvangController = new Hono<AppEnv>()

omvangController.get(PAD, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:wijzigen')
  const jaar = /^20[0-9]{2}$/.test(c.req.query('jaar') ?? '') ? Number(c.req.query('jaar')) : ctx.today.year
  return render(c, <OmvangPage {...{ raam, jaar }} {...await lees(ctx, c.req.param('id'))} />)
})

omvangController.post(PAD, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:wijzigen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => lees(ctx, id))
    return render(c, <OmvangPage {...{ raam, waarden, fouten }} jaar={ctx.today.year} {...gegevens} />, 422)
  }
  const invoer = OmvangInvoer.safeParse(waarden)
  if (!invoer.success) {
    return opnieuw(fieldErrors(invoer.error))
  }
  try {
    await legOmvangVast(ctx, id, invoer.data)
  } catch (error) {
    if (!(error instanceof Weigering) || error.status !== 422) throw error
    return opnieuw([{ veld: error.code, melding: error.message }])
  }
  return c.redirect(`${routes.aanbieder(id, 'gegevens')}?gedaan=omvang#omvang`, 303)
})

async function lees(ctx: Context, id: string) {
  await authorize(ctx, 'aanbieder:wijzigen')
  const aanbieder = await findAanbieder(ctx, id)
  return { aanbieder, omvang: await listOmvang(ctx, aanbieder) }
}
