import { Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../app-env.ts'
import { findTaak } from '../../domain/plan/bezetting/lees-taken.ts'
import { wieMag } from '../../domain/plan/bezetting/mandaat.ts'
import { listMandaten } from '../../domain/plan/bezetting/queries.ts'
import { besluitOverPlafond, trekPlafondvoorstelIn } from '../../domain/plan/overeenkomst/besluit-over-plafond.ts'
import { listPlafondvoorstellen } from '../../domain/plan/overeenkomst/list-plafondvoorstellen.ts'
import { findOvereenkomst, listGemeentenVan, listJaren } from '../../domain/plan/overeenkomst/queries.ts'
import { stelPlafondVoor } from '../../domain/plan/overeenkomst/stel-plafond-voor.ts'
import { authorize, rollen } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors } from '../form.ts'
import { bedragveld } from '../invoer.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { BudgetPage } from './budget-page.tsx'

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const BUDGET = `/overeenkomsten/:id{${UUID}}/budget`
const VOORSTEL = `/budgetvoorstellen/:id{${UUID}}`

const Voorstel = z.object({
  jaar: z
    .string()
    .regex(/^20\d\d$/, 'Kies een jaar.')
    .transform(Number),
  bedrag: bedragveld,
  motivering: z
    .string()
    .trim()
    .min(1, 'Leg uit waarom het budget moet veranderen.')
    .max(2000, 'Gebruik hooguit 2000 tekens.'),
})

const Besluit = z.object({ besluit: z.enum(['goedgekeurd', 'afgewezen']), reden: z.string() })

export const budgetController = new Hono<AppEnv>()

budgetController.get(BUDGET, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'budget:lezen')
  if (ctx.actor.agb !== null) throw new Weigering(403, 'geen-recht', 'Met uw rol mag dit niet.')
  return render(
    c,
    <BudgetPage {...{ raam, ctx, ...(await lees(ctx, c.req.param('id'))) }} gedaan={c.req.query('gedaan')} />,
  )
})

budgetController.post(BUDGET, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'budget:voorstellen')
  const id = c.req.param('id')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const opnieuw = async (fouten: { veld: string; melding: string }[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => lees(ctx, id))
    return render(c, <BudgetPage {...{ raam, ctx, ...gegevens, waarden, fouten }} />, 422)
  }
  const invoer = Voorstel.safeParse(waarden)
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  const { jaar, bedrag: cent, motivering } = invoer.data
  try {
    await stelPlafondVoor(ctx, { overeenkomstId: id, jaar, cent, motivering })
  } catch (error) {
    if (error instanceof Weigering && [409, 422].includes(error.status)) {
      return opnieuw([{ veld: 'bedrag', melding: error.message }])
    }
    throw error
  }
  return c.redirect(routes.budget(id, { gedaan: 'voorgesteld' }), 303)
})

budgetController.post(`${VOORSTEL}/besluiten`, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'budget:besluiten')
  const invoer = Besluit.safeParse(await c.req.parseBody())
  if (!invoer.success) throw new Weigering(422, 'ongeldig', 'Kies goedkeuren of afwijzen.')
  const overeenkomstId = await besluitOverPlafond(ctx, c.req.param('id'), invoer.data)
  return c.redirect(routes.budget(overeenkomstId, { gedaan: invoer.data.besluit }), 303)
})

budgetController.post(`${VOORSTEL}/intrekken`, async (c) => {
  const overeenkomstId = await trekPlafondvoorstelIn(c.var.ctx, c.req.param('id'))
  return c.redirect(routes.budget(overeenkomstId, { gedaan: 'ingetrokken' }), 303)
})

async function lees(ctx: Context, id: string) {
  await authorize(ctx, 'overeenkomst:lezen')
  await authorize(ctx, 'budget:lezen')
  const overeenkomst = await findOvereenkomst(ctx, id)
  return {
    overeenkomst,
    jaren: await listJaren(ctx, id),
    voorstellen: await listPlafondvoorstellen(ctx, { overeenkomstId: id }),
    beslisser: await leesBeslisser(ctx, id),
  }
}

/** Who decides on the open proposal, else on any amount: for the sentence, the act itself asks again. */
async function leesBeslisser(ctx: Context, overeenkomstId: string): Promise<string> {
  const [gemeente] = await listGemeentenVan(ctx, overeenkomstId)
  const plaats = gemeente?.code ?? null
  const open = (await listPlafondvoorstellen(ctx, { overeenkomstId })).find(({ besluit }) => besluit === null)
  const taak = await findTaak(ctx, 'budget-wijzigen', plaats, ctx.today)
  const mandaten = await listMandaten(ctx, 'budget-wijzigen')
  const bevoegd = wieMag(taak.verdeling, mandaten, { gemeente: plaats, datum: ctx.today, bedragCent: open?.nieuwCent })
  return [...new Set(bevoegd.map(({ rol }) => rollen[rol].toLowerCase()))].join(' of ')
}
