import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { Motivering, Reden } from '../../domain/act/overlegtafel/invoer.ts'
import { leesTafelbron, leesTafelregels } from '../../domain/act/overlegtafel/lees-tafelregels.ts'
import { listDeelname } from '../../domain/act/overlegtafel/list-deelname.ts'
import { hefUitsluitingOp, sluitUit } from '../../domain/act/overlegtafel/sluit-uit.ts'
import { findAanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors } from '../form.ts'
import { dagveld, leegOf } from '../invoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { AanbiederdeelnamePage, DeelnamePage } from './deelname-page.tsx'
import { alsVeldfout, eisBinnen } from './verzoek.ts'

const EEN = '/overlegtafels/deelname/:id{[0-9a-f-]{36}}'
const Uitsluiting = Motivering.extend({ tot: leegOf(dagveld) })
type Formulier = Record<string, string>

/** Who takes part in tables, who missed too many, and who is not invited. */
export const deelnameController = new Hono<AppEnv>()

deelnameController.get('/overlegtafels/deelname', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:lezen')
  eisBinnen(ctx)
  const { regels } = await leesTafelregels(ctx)
  return render(
    c,
    <DeelnamePage
      {...{ raam, ctx }}
      deelname={await listDeelname(ctx, regels)}
      bron={await leesTafelbron(ctx)}
      gedaan={c.req.query('gedaan')}
    />,
  )
})

deelnameController.get(EEN, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:lezen')
  eisBinnen(ctx)
  return render(c, <AanbiederdeelnamePage {...{ raam, ctx }} {...await leesEen(ctx, c.req.param('id'))} />)
})

deelnameController.post(EEN, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Formulier>()
  const gegevens = await inReadTransaction(ctx, (ctx) => leesEen(ctx, id))
  const opnieuw = (fouten: Veldfout[]) =>
    render(c, <AanbiederdeelnamePage {...{ raam, ctx, ...gegevens, waarden, fouten }} />, 422)
  const invoer = Uitsluiting.safeParse(waarden)
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await sluitUit(ctx, id, invoer.data)
  } catch (error) {
    return opnieuw(alsVeldfout(error, 'motivering'))
  }
  return c.redirect(`${routes.tafeldeelname()}?gedaan=besloten`, 303)
})

deelnameController.post(`${EEN}/opheffen`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overlegtafel:organiseren')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Formulier>()
  const gegevens = await inReadTransaction(ctx, (ctx) => leesEen(ctx, id))
  const opnieuw = (fouten: Veldfout[]) =>
    render(c, <AanbiederdeelnamePage {...{ raam, ctx, ...gegevens, waarden, fouten }} />, 422)
  const invoer = Reden.safeParse(waarden)
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await hefUitsluitingOp(ctx, id, invoer.data)
  } catch (error) {
    return opnieuw(alsVeldfout(error, 'reden'))
  }
  return c.redirect(`${routes.tafeldeelname()}?gedaan=opgeheven`, 303)
})

async function leesEen(ctx: Context, id: string) {
  await findAanbieder(ctx, id)
  const { regels } = await leesTafelregels(ctx)
  const [een] = await listDeelname(ctx, regels, id)
  if (!een) throw notFound('Deze aanbieder')
  return { een, bron: await leesTafelbron(ctx) }
}
