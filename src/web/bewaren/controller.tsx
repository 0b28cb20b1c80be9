import { Hono, type Context as HonoContext } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../app-env.ts'
import { besluitOverVernietiging } from '../../domain/check/bewaren/besluit-over-vernietiging.ts'
import { leesBewaartermijnen } from '../../domain/check/bewaren/lees-bewaartermijnen.ts'
import { legVernietigingVoor } from '../../domain/check/bewaren/leg-vernietiging-voor.ts'
import { findVernietiging, listVernietigingen } from '../../domain/check/bewaren/queries.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors } from '../form.ts'
import { dagveld } from '../invoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { BewarenPage } from './bewaren-page.tsx'
import { VernietigingPage } from './vernietiging-page.tsx'

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const VOORSTEL = `/bewaren/:id{${UUID}}`

const tekstveld = (leeg: string) => z.string(leeg).trim().min(1, leeg).max(2000, 'Gebruik hooguit 2000 tekens.')

const Voorlegging = z.object({ toelichting: tekstveld('Schrijf op wat u hebt nagegaan.') })
const Besluit = z.discriminatedUnion(
  'besluit',
  [
    z.object({ besluit: z.literal('vernietigen'), reden: tekstveld('Vul de reden van het besluit in.') }),
    z.object({
      besluit: z.literal('uitstellen'),
      reden: tekstveld('Vul de reden van het uitstel in.'),
      tot: dagveld,
    }),
  ],
  'Kies vernietigen of uitstellen.',
)

export const bewarenController = new Hono<AppEnv>()

bewarenController.get('/bewaren', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'bewaren:lezen')
  const termijnen = await leesBewaartermijnen(ctx)
  return render(c, <BewarenPage {...{ raam, ctx, termijnen }} vernietigingen={await listVernietigingen(ctx)} />)
})

bewarenController.get(VOORSTEL, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'bewaren:lezen')
  const gegevens = await lees(ctx, c.req.param('id'))
  return render(c, <VernietigingPage {...{ raam, ctx, ...gegevens }} gedaan={c.req.query('gedaan')} />)
})

bewarenController.post(`${VOORSTEL}/voorleggen`, async (c) => {
  await authorize(c.var.ctx, 'bewaren:voorbereiden')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const invoer = Voorlegging.safeParse(waarden)
  if (!invoer.success) return opnieuw(c, c.req.param('id'), waarden, fieldErrors(invoer.error))
  await legVernietigingVoor(c.var.ctx, c.req.param('id'), invoer.data.toelichting)
  return c.redirect(routes.vernietiging(c.req.param('id'), { gedaan: 'voorgelegd' }), 303)
})

bewarenController.post(`${VOORSTEL}/besluiten`, async (c) => {
  const id = c.req.param('id')
  await authorize(c.var.ctx, 'bewaren:besluiten')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const invoer = Besluit.safeParse(waarden)
  if (!invoer.success) return opnieuw(c, id, waarden, fieldErrors(invoer.error))
  try {
    await besluitOverVernietiging(c.var.ctx, id, invoer.data)
  } catch (error) {
    if (error instanceof Weigering && error.status === 422) {
      return opnieuw(c, id, waarden, [{ veld: 'tot', melding: error.message }])
    }
    throw error
  }
  return c.redirect(routes.vernietiging(id, { gedaan: invoer.data.besluit }), 303)
})

async function opnieuw(c: HonoContext<AppEnv>, id: string, waarden: Record<string, string>, fouten: Veldfout[]) {
  const { ctx, raam } = c.var
  const gegevens = await inReadTransaction(ctx, (ctx) => lees(ctx, id))
  return render(c, <VernietigingPage {...{ raam, ctx, ...gegevens, waarden, fouten }} />, 422)
}

async function lees(ctx: Context, id: string) {
  await authorize(ctx, 'bewaren:lezen')
  const vernietiging = await findVernietiging(ctx, id)
  const termijnen = await leesBewaartermijnen(ctx)
  return { vernietiging, termijn: termijnen.find(({ code }) => code === vernietiging.soort) }
}
