import type { Context as HonoContext } from 'hono'
import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { besluitOverVerlenging } from '../../domain/plan/overeenkomst/besluit-over-verlenging.ts'
import { jarenZonderTarief } from '../../domain/plan/overeenkomst/jaren-zonder-tarief.ts'
import { leesRegels } from '../../domain/plan/overeenkomst/lees-regels.ts'
import { listProducten } from '../../domain/plan/overeenkomst/list-producten.ts'
import { listVerlengingsbesluiten } from '../../domain/plan/overeenkomst/list-verlengingsbesluiten.ts'
import { findOvereenkomst, listFuncties } from '../../domain/plan/overeenkomst/queries.ts'
import { trekVerlengingsbesluitIn } from '../../domain/plan/overeenkomst/trek-verlengingsbesluit-in.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors } from '../form.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import type { Raam } from '../ui/pagina.tsx'
import { Besluitformulierinvoer, Intrekinvoer } from './besluit-invoer.ts'
import { OvereenkomstVerlengingPage } from './verlenging-page.tsx'

const PAD = '/overeenkomsten/:id{[0-9a-f-]{36}}/verlenging'

export const verlengingController = new Hono<AppEnv>()

verlengingController.get(PAD, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'overeenkomst:lezen')
  const gegevens = await leesVerlenging(ctx, raam, c.req.param('id'))
  return render(c, <OvereenkomstVerlengingPage {...gegevens} gedaan={c.req.query('gedaan')} />)
})

verlengingController.post(PAD, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'overeenkomst:verlengen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const invoer = Besluitformulierinvoer.safeParse(waarden)
  if (!invoer.success) {
    return opnieuw(c, id, waarden, 422, { fouten: fieldErrors(invoer.error) })
  }
  try {
    await besluitOverVerlenging(ctx, id, invoer.data)
  } catch (error) {
    return opnieuwNa(error, c, id, waarden)
  }
  return c.redirect(`${routes.overeenkomst(id, 'verlenging')}?gedaan=${encodeURIComponent(invoer.data.besluit)}`, 303)
})

verlengingController.post(`${PAD}/intrekken`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'overeenkomst:verlengen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const invoer = Intrekinvoer.safeParse(waarden)
  if (!invoer.success) {
    return opnieuw(c, id, waarden, 422, { fouten: fieldErrors(invoer.error) })
  }
  try {
    await trekVerlengingsbesluitIn(ctx, id, { reden: invoer.data.redenIntrekken, gezien: invoer.data.gezien })
  } catch (error) {
    return opnieuwNa(error, c, id, waarden)
  }
  return c.redirect(`${routes.overeenkomst(id, 'verlenging')}?gedaan=intrekken`, 303)
})

type Gevolg = { fouten?: Veldfout[]; weigering?: string }

/** The page again with what was typed, beside what stands there now. */
async function opnieuw(
  c: HonoContext<AppEnv>,
  id: string,
  waarden: Record<string, string>,
  status: 409 | 422,
  gevolg: Gevolg,
) {
  const { ctx, raam } = c.var
  const gegevens = await inReadTransaction(ctx, (ctx) => leesVerlenging(ctx, raam, id))
  return render(c, <OvereenkomstVerlengingPage {...gegevens} {...gevolg} waarden={waarden} />, status)
}

function opnieuwNa(error: unknown, c: HonoContext<AppEnv>, id: string, waarden: Record<string, string>) {
  if (error instanceof Weigering && error.status === 409) {
    return opnieuw(c, id, waarden, 409, { weigering: error.message })
  }
  if (error instanceof Weigering && error.status === 422) {
    return opnieuw(c, id, waarden, 422, { fouten: [{ veld: error.code, melding: error.message }] })
  }
  throw error
}

async function leesVerlenging(ctx: Context, raam: Raam, id: string) {
  await authorize(ctx, 'overeenkomst:lezen')
  const overeenkomst = await findOvereenkomst(ctx, id)
  const functies = await listFuncties(ctx, id)
  return {
    raam,
    ctx,
    overeenkomst,
    besluiten: await listVerlengingsbesluiten(ctx, id),
    regels: await leesRegels(ctx),
    eigenaren: functies.filter(({ functie }) => functie === 'contracteigenaar').map(({ naam }) => naam),
    zonderTarief: jarenZonderTarief(overeenkomst, await listProducten(ctx, id), ctx.today),
  }
}
