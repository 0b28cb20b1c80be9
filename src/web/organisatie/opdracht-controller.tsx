import { Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../app-env.ts'
import { adviseerOverOpdracht } from '../../domain/plan/organisatie/adviseer-over-opdracht.ts'
import { geefOpdracht } from '../../domain/plan/organisatie/geef-opdracht.ts'
import { tekst } from '../../domain/plan/organisatie/invoer.ts'
import { leesOrganisatieregels } from '../../domain/plan/organisatie/lees-regels.ts'
import { OpdrachtInvoer } from '../../domain/plan/organisatie/opdracht.ts'
import { listAdviezen, listOpdrachten } from '../../domain/plan/organisatie/queries.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors } from '../form.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { OpdrachtFormPage, OpdrachtPage } from './opdracht-page.tsx'
import { alsFout, leesGetal, type Waarden } from './velden.ts'

/** The assignment to contract management (ROL-11). */
export const opdrachtController = new Hono<AppEnv>()

opdrachtController.get('/organisatie/opdracht', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:lezen')
  const jaar = leesJaar(c.req.query('jaar'), ctx)
  return render(
    c,
    <OpdrachtPage {...{ raam, ctx, jaar }} {...await leesOpdracht(ctx, jaar)} gedaan={c.req.query('gedaan')} />,
  )
})

opdrachtController.get('/organisatie/opdracht/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'opdracht:geven')
  const jaar = leesJaar(c.req.query('jaar'), ctx)
  return render(c, <OpdrachtFormPage {...{ raam, jaar }} {...await leesKeuzes(ctx, jaar)} />)
})

opdrachtController.post('/organisatie/opdracht/nieuw', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'opdracht:geven')
  const waarden = await c.req.parseBody<Waarden>()
  const jaar = leesJaar(waarden['jaar'], ctx)
  const gelezen = await inReadTransaction(ctx, (ctx) => leesKeuzes(ctx, jaar))
  const opnieuw = (fouten: Veldfout[]) =>
    render(c, <OpdrachtFormPage {...{ raam, jaar, waarden, fouten }} {...gelezen} />, 422)
  const invoer = OpdrachtInvoer.safeParse({
    ...waarden,
    jaar: leesGetal(waarden['jaar']),
    prioriteiten: Object.fromEntries(
      gelezen.kerntaken.map(({ code }) => [code, waarden[`prioriteit-${code}`] ?? 'gewoon']),
    ),
  })
  if (!invoer.success) {
    return opnieuw(
      fieldErrors(invoer.error).map(({ veld, melding }) => ({
        veld: veld.replace(/^prioriteiten\./, 'prioriteit-'),
        melding,
      })),
    )
  }
  try {
    await geefOpdracht(ctx, invoer.data)
  } catch (error) {
    return opnieuw(alsFout(error, ['tekst'], 'tekst'))
  }
  return c.redirect(routes.organisatie('opdracht', { jaar: invoer.data.jaar, gedaan: 'opdracht' }), 303)
})

const Advies = z.object({ advies: tekst(4000, 'Schrijf uw advies op') })

opdrachtController.post('/organisatie/opdracht/adviezen', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'opdracht:adviseren')
  const waarden = await c.req.parseBody<Waarden>()
  const jaar = leesJaar(waarden['jaar'], ctx)
  const invoer = Advies.safeParse(waarden)
  if (!invoer.success) {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesOpdracht(ctx, jaar))
    return render(
      c,
      <OpdrachtPage {...{ raam, ctx, jaar, waarden }} {...gegevens} fouten={fieldErrors(invoer.error)} />,
      422,
    )
  }
  await adviseerOverOpdracht(ctx, jaar, invoer.data.advies)
  return c.redirect(routes.organisatie('opdracht', { jaar, gedaan: 'advies' }), 303)
})

async function leesOpdracht(ctx: Context, jaar: number) {
  await authorize(ctx, 'organisatie:lezen')
  const opdrachten = await listOpdrachten(ctx, jaar)
  return {
    kerntaken: (await leesOrganisatieregels(ctx)).kerntaken,
    opdrachten,
    adviezen: await listAdviezen(ctx, jaar),
  }
}

async function leesKeuzes(ctx: Context, jaar: number) {
  await authorize(ctx, 'opdracht:geven')
  const [nu] = await listOpdrachten(ctx, jaar)
  return { kerntaken: (await leesOrganisatieregels(ctx)).kerntaken, nu }
}

function leesJaar(tekst: unknown, { today }: Context): number {
  return typeof tekst === 'string' && /^20\d\d$/.test(tekst.trim()) ? Number(tekst.trim()) : today.year
}
