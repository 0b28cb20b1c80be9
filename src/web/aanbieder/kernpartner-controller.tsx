import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { listKernpartnerschap } from '../../domain/plan/aanbieder/find-kernpartner.ts'
import { findAanbieder } from '../../domain/plan/aanbieder/queries.ts'
import {
  beeindigKernpartner,
  KernpartnerInvoer,
  wijsKernpartnerAan,
} from '../../domain/plan/aanbieder/wijs-kernpartner-aan.ts'
import { CONTRACTROLLEN } from '../../domain/plan/aanbieder/wijzig-contractmanager.ts'
import { listGebruikers } from '../../domain/plan/inrichting/queries.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors } from '../form.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { KernpartnerPage } from './kernpartner-page.tsx'

const PAD = '/aanbieders/:id{[0-9a-f-]{36}}/kernpartner'

export const kernpartnerController = new Hono<AppEnv>()

kernpartnerController.get(PAD, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:wijzigen')
  return render(c, <KernpartnerPage raam={raam} {...await lees(ctx, c.req.param('id'))} />)
})

kernpartnerController.post(PAD, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'aanbieder:wijzigen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => lees(ctx, id))
    return render(c, <KernpartnerPage {...{ raam, waarden, fouten }} {...gegevens} />, 422)
  }
  const invoer = KernpartnerInvoer.safeParse(waarden)
  if (!invoer.success) {
    return opnieuw(fieldErrors(invoer.error))
  }
  try {
    await wijsKernpartnerAan(ctx, id, invoer.data)
  } catch (error) {
    if (!(error instanceof Weigering) || error.status !== 422) throw error
    return opnieuw([{ veld: error.code, melding: error.message }])
  }
  return c.redirect(`${routes.aanbieder(id, 'gegevens')}?gedaan=kernpartner#kernpartner`, 303)
})

kernpartnerController.post(`${PAD}/beeindigen`, async (c) => {
  const id = c.req.param('id')
  await beeindigKernpartner(c.var.ctx, id)
  return c.redirect(`${routes.aanbieder(id, 'gegevens')}?gedaan=geen-kernpartner#kernpartner`, 303)
})

async function lees(ctx: Context, id: string) {
  await authorize(ctx, 'aanbieder:wijzigen')
  return {
    aanbieder: await findAanbieder(ctx, id),
    kernpartnerschap: await listKernpartnerschap(ctx, id),
    personen: await listGebruikers(ctx, CONTRACTROLLEN),
  }
}
