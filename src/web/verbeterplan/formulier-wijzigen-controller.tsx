import { Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../app-env.ts'
import { Planweigering } from '../../domain/act/verbeterplan/eis-plan.ts'
import { stelFormulierOp } from '../../domain/act/verbeterplan/stel-formulier-op.ts'
import { findNieuwsteFormulier, wijzigFormulier } from '../../domain/act/verbeterplan/wijzig-formulier.ts'
import { vrijeTekst } from '../../domain/begrippen/vrije-tekst.ts'
import { authorize } from '../../domain/rechten.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { dagveld, fieldErrors } from '../form.ts'
import { datumZonderDag } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { FormulierWijzigenPage } from './formulier-wijzigen-page.tsx'
import { alsFormulierwaarden, leesFormulier } from './formuliervorm.ts'
import { alsFouten, veldenVan } from './lees-invoer.ts'

const PAD = '/inrichting/verbeterplan/wijzigen'

const Vastlegging = z.object({
  geldigVanaf: dagveld('Vul in vanaf wanneer het formulier geldt'),
  bron: vrijeTekst(500).pipe(z.string().min(1, 'Schrijf op waar dit is besloten')),
  reden: vrijeTekst(2000).pipe(z.string().min(1, 'Schrijf op waarom het formulier verandert')),
})
// one bound for every field: what is longer is no question
const TeLang = 2000

/** Changing the form of a plan to improve, by who may change the regelset. */
export const planformulierWijzigenController = new Hono<AppEnv>()

planformulierWijzigenController.get(PAD, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const formulier = await findNieuwsteFormulier(ctx)
  const waarden = { ...alsFormulierwaarden(formulier.regels), geldigVanaf: datumZonderDag(ctx.today) }
  return render(c, <FormulierWijzigenPage {...{ raam, formulier, waarden }} />)
})

planformulierWijzigenController.post(PAD, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const waarden = veldenVan(await c.req.parseBody())
  const opnieuw = async (fouten: Veldfout[], botsing?: string) => {
    const formulier = await inReadTransaction(ctx, async (ctx) => {
      await authorize(ctx, 'inrichting:wijzigen')
      return findNieuwsteFormulier(ctx)
    })
    const status = botsing === undefined ? 422 : 409
    return render(c, <FormulierWijzigenPage {...{ raam, formulier, waarden, fouten, botsing }} />, status)
  }
  const vastlegging = Vastlegging.safeParse({ geldigVanaf: '', bron: '', reden: '', ...waarden })
  const fouten = [
    ...Object.entries(waarden)
      .filter(([, waarde]) => waarde.length > TeLang)
      .map(([veld]) => ({ veld, melding: `Gebruik hooguit ${String(TeLang)} tekens.` })),
    ...(vastlegging.success ? [] : fieldErrors(vastlegging.error)),
  ]
  if (fouten.length > 0 || !vastlegging.success) {
    // everything that is wrong at once, not first the one half and then the other
    const { regels } = await inReadTransaction(ctx, async (ctx) => {
      await authorize(ctx, 'inrichting:wijzigen')
      return findNieuwsteFormulier(ctx)
    })
    const getoetst = stelFormulierOp(regels, leesFormulier(waarden), { bron: '–', reden: '–' })
    return opnieuw(['gebreken' in getoetst ? alsFouten(getoetst.gebreken, 'naam') : [], fouten].flat())
  }
  const gezien = /^\d{1,9}$/.test(waarden['gezien'] ?? '') ? Number(waarden['gezien']) : 0
  try {
    await wijzigFormulier(ctx, gezien, leesFormulier(waarden), vastlegging.data)
  } catch (error) {
    if (error instanceof Planweigering) return opnieuw(alsFouten(error.gebreken, 'naam'))
    if (error instanceof Weigering && error.status === 409) return opnieuw([], error.message)
    if (error instanceof Weigering && error.status === 422) return opnieuw([{ veld: 'reden', melding: error.message }])
    throw error
  }
  return c.redirect(`${routes.regelsetdeel('verbeterplan')}?gedaan=gewijzigd`, 303)
})
