import { Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../app-env.ts'
import { listBelegging } from '../../domain/plan/bezetting/lees-taken.ts'
import { findRegio } from '../../domain/plan/inrichting/queries.ts'
import { leesMissie } from '../../domain/plan/organisatie/lees-regels.ts'
import { leesOrganisatie } from '../../domain/plan/organisatie/lees-organisatie.ts'
import { listOpdrachten, listTaakgebiedjaren } from '../../domain/plan/organisatie/queries.ts'
import { schrijfTaakgebied, TaakgebiedInvoer } from '../../domain/plan/organisatie/schrijf-taakgebied.ts'
import { wijzigMissie } from '../../domain/plan/organisatie/wijzig-missie.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { dagveld } from '../invoer.ts'
import { fieldErrors } from '../form.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { MissieFormPage, MissiePage, TaakgebiedPage } from './missie-page.tsx'
import { OverzichtPage } from './overzicht-page.tsx'
import { alsFout, leesDelen, leesGetal, type Waarden } from './velden.ts'

const TAAKGEBIED = '/organisatie/taakgebieden/:code{[a-z0-9-]{1,60}}/:jaar{20[0-9][0-9]}'

/** The overview of the room, and what the region stands for. */
export const organisatieController = new Hono<AppEnv>()

organisatieController.get('/organisatie', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:lezen')
  return render(
    c,
    <OverzichtPage
      {...{ raam, ctx }}
      organisatie={await leesOrganisatie(ctx)}
      regelset={(await findRegio(ctx)).regelset}
      missie={await leesMissie(ctx)}
      jaren={await listTaakgebiedjaren(ctx, ctx.today.year)}
      belegging={await listBelegging(ctx, ctx.today)}
      opdracht={(await listOpdrachten(ctx, ctx.today.year))[0]}
    />,
  )
})

organisatieController.get('/organisatie/missie', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:lezen')
  const gevraagd = c.req.query('jaar') ?? ''
  const jaar = /^20\d\d$/.test(gevraagd) ? Number(gevraagd) : ctx.today.year
  const missie = await leesMissie(ctx)
  const jaren = await listTaakgebiedjaren(ctx, jaar)
  return render(c, <MissiePage {...{ raam, ctx, missie, jaar, jaren }} gedaan={c.req.query('gedaan')} />)
})

organisatieController.get('/organisatie/missie/wijzigen', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  return render(c, <MissieFormPage {...{ raam, ctx }} missie={await leesMissie(ctx)} />)
})

const Versie = z.object({
  geldigVanaf: dagveld,
  bron: z.string('Noem de bron').trim().min(1, 'Noem waar dit is besloten').max(500, 'Gebruik hooguit 500 tekens'),
  reden: z.string('Vul de reden in').trim().min(1, 'Vul de reden in').max(2000, 'Gebruik hooguit 2000 tekens'),
})

organisatieController.post('/organisatie/missie/wijzigen', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const waarden = await c.req.parseBody<Waarden>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const missie = await inReadTransaction(ctx, leesMissie)
    return render(c, <MissieFormPage {...{ raam, ctx, missie, waarden, fouten }} />, 422)
  }
  const versie = Versie.safeParse(waarden)
  if (!versie.success) return opnieuw(fieldErrors(versie.error))
  try {
    await wijzigMissie(ctx, {
      ...versie.data,
      missierollen: leesDelen(waarden, 'missierollen'),
      taakgebieden: leesDelen(waarden, 'taakgebieden'),
    })
  } catch (error) {
    return opnieuw(alsFout(error, ['missierollen', 'taakgebieden'], 'geldigVanaf'))
  }
  return c.redirect(routes.organisatie('missie', { gedaan: 'missie' }), 303)
})

organisatieController.get(TAAKGEBIED, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:lezen')
  const jaar = Number(c.req.param('jaar'))
  return render(
    c,
    <TaakgebiedPage {...{ raam, ctx, jaar }} {...await leesTaakgebied(ctx, c.req.param('code'), jaar)} />,
  )
})

organisatieController.post(TAAKGEBIED, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'organisatie:bijhouden')
  const [code, jaar] = [c.req.param('code'), Number(c.req.param('jaar'))]
  const waarden = await c.req.parseBody<Waarden>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesTaakgebied(ctx, code, jaar))
    return render(c, <TaakgebiedPage {...{ raam, ctx, jaar, waarden, fouten }} {...gegevens} />, 422)
  }
  const invoer = TaakgebiedInvoer.safeParse({ ...waarden, uren: leesGetal(waarden['uren']) })
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  try {
    await schrijfTaakgebied(ctx, code, jaar, invoer.data)
  } catch (error) {
    return opnieuw(alsFout(error, [], 'plan'))
  }
  return c.redirect(routes.organisatie('missie', { jaar, gedaan: 'taakgebied' }), 303)
})

async function leesTaakgebied(ctx: Context, code: string, jaar: number) {
  await authorize(ctx, 'organisatie:lezen')
  const nu = (await listTaakgebiedjaren(ctx, jaar)).find(({ taakgebied }) => taakgebied === code)
  const bekend = (await leesMissie(ctx)).taakgebieden.find((een) => een.code === code)
  // a task area that is none any more keeps its years
  const taakgebied = bekend ?? (nu && { code, naam: code, omschrijving: 'Nu geen taakgebied meer.' })
  if (!taakgebied) throw notFound('Dit taakgebied')
  return { taakgebied, nu }
}
