import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { kpiCodes, KpiDefinitie } from '../../domain/check/kpi/kpi-definitie.ts'
import { legEvaluatieVast } from '../../domain/check/kpi/leg-evaluatie-vast.ts'
import { listNormwijzigingen } from '../../domain/check/kpi/list-mededelingen.ts'
import { wijzigNorm } from '../../domain/check/kpi/wijzig-norm.ts'
import { listTaken } from '../../domain/plan/bezetting/lees-taken.ts'
import { leesDocumentsoorten } from '../../domain/plan/dossier/documentsoorten.ts'
import { bewaarRegelsetdeel } from '../../domain/plan/inrichting/bewaar-regelsetdeel.ts'
import { listKomendeVersies, listRegelsetdelen, listVersies } from '../../domain/plan/inrichting/lees-regelset.ts'
import { findRegio, listSubregios } from '../../domain/plan/inrichting/queries.ts'
import { authorize, mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors } from '../form.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import type { Briefnamen } from './deel/briefsjablonen.tsx'
import { DeelPage } from './deel-page.tsx'
import { evaluatieInvoer } from './evaluatie-invoer.ts'
import { EvaluatiePage } from './evaluatie-page.tsx'
import { InrichtingPage } from './inrichting-page.tsx'
import { MinimumInvoer, NormInvoer } from './norm-invoer.ts'

const DEEL = '/inrichting/:deel{[a-z-]{1,60}}'

export const inrichtingController = new Hono<AppEnv>()

inrichtingController.get('/inrichting', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:lezen')
  const gegevens = {
    regio: await findRegio(ctx),
    subregios: await listSubregios(ctx),
    delen: await listRegelsetdelen(ctx, ctx.today),
    komend: await listKomendeVersies(ctx, ctx.today),
    wijzigingen: magVerteldLezen(ctx) ? await listNormwijzigingen(ctx) : [],
  }
  return render(c, <InrichtingPage raam={raam} {...gegevens} />)
})

inrichtingController.get(DEEL, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:lezen')
  return render(
    c,
    <DeelPage raam={raam} ctx={ctx} {...await leesDeel(ctx, c.req.param('deel'))} gedaan={c.req.query('gedaan')} />,
  )
})

inrichtingController.post(`${DEEL}/versies`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const deel = c.req.param('deel')
  const kpi = kpiCodes.find((code) => `kpi-${code}` === deel)
  if (!kpi && deel !== 'kleine-aantallen') throw notFound('Dit onderdeel van de regelset')
  const waarden = await c.req.parseBody<Record<string, string>>()
  const opnieuw = async (fouten: { veld: string; melding: string }[]) => {
    const gegevens = await inReadTransaction(ctx, (ctx) => leesDeel(ctx, deel))
    return render(c, <DeelPage raam={raam} ctx={ctx} {...gegevens} waarden={waarden} fouten={fouten} />, 422)
  }
  if (!kpi) {
    const invoer = MinimumInvoer.safeParse(waarden)
    if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
    const { minimumClienten, ...rest } = invoer.data
    try {
      await bewaarRegelsetdeel(ctx, { deel, inhoud: { minimumClienten }, ...rest })
    } catch (error) {
      if (error instanceof Weigering && error.status === 422)
        return opnieuw([{ veld: 'minimumClienten', melding: error.message }])
      throw error
    }
    return c.redirect(`${routes.regelsetdeel(deel)}?gedaan=gewijzigd`, 303)
  }
  const invoer = NormInvoer.safeParse(waarden)
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  const { norm, minimumClienten, minimumWaarnemingen, geldigVanaf, bron, reden } = invoer.data
  try {
    const nu = KpiDefinitie.parse((await inReadTransaction(ctx, (ctx) => listVersies(ctx, deel)))[0]?.inhoud)
    // the class that began at the old norm begins at the new one
    const schaal = nu.schaal.map((klasse) => (klasse.ondergrens === nu.norm ? { ...klasse, ondergrens: norm } : klasse))
    await wijzigNorm(ctx, kpi, {
      wijziging: { norm, schaal, minimumClienten, minimumWaarnemingen },
      geldigVanaf,
      bron,
      reden,
    })
  } catch (error) {
    if (error instanceof Weigering && error.status !== 403) return opnieuw([{ veld: 'norm', melding: error.message }])
    throw error
  }
  return c.redirect(`${routes.regelsetdeel(deel)}?gedaan=gewijzigd`, 303)
})

inrichtingController.get(`${DEEL}/evaluatie`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const deel = c.req.param('deel')
  return render(c, <EvaluatiePage raam={raam} deel={deel} definitie={await leesKpi(ctx, deel)} />)
})

inrichtingController.post(`${DEEL}/evaluatie`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'inrichting:wijzigen')
  const deel = c.req.param('deel')
  const definitie = await inReadTransaction(ctx, (ctx) => leesKpi(ctx, deel))
  const waarden = await c.req.parseBody<Record<string, string>>()
  const opnieuw = (fouten: Veldfout[]) =>
    render(c, <EvaluatiePage {...{ raam, deel, definitie, waarden, fouten }} />, 422)
  const invoer = evaluatieInvoer(ctx.today).safeParse(waarden)
  if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
  const { datum, gevraagd, gereageerd, uitkomst, ...overig } = invoer.data
  try {
    const raadpleging = { datum: datum.toString(), gevraagd, gereageerd, uitkomst }
    await legEvaluatieVast(ctx, definitie.code, { ...overig, raadpleging })
  } catch (error) {
    if (error instanceof Weigering && error.status !== 403) return opnieuw([{ veld: 'status', melding: error.message }])
    throw error
  }
  return c.redirect(`${routes.regelsetdeel(deel)}?gedaan=gewijzigd`, 303)
})

/** The newest definition of a KPI; any other part has no evaluation. */
async function leesKpi(ctx: Context, deel: string): Promise<KpiDefinitie> {
  if (!kpiCodes.some((code) => `kpi-${code}` === deel)) throw notFound('Dit onderdeel van de regelset')
  return KpiDefinitie.parse((await leesDeel(ctx, deel)).versies[0]!.inhoud)
}

const GEEN_NAMEN: Briefnamen = { aanleiding: new Map(), taken: new Map() }

async function leesBriefnamen(ctx: Context): Promise<Briefnamen> {
  return {
    aanleiding: new Map((await leesDocumentsoorten(ctx)).map(({ code, wanneer }) => [code, wanneer])),
    taken: new Map((await listTaken(ctx, null, ctx.today)).map(({ code, naam }) => [code, naam])),
  }
}

/** Who was told of a changed norm is for those who write to aanbieders, and for who changes the norm. */
const magVerteldLezen = ({ actor }: Context) => mag(actor, 'brief:lezen') || mag(actor, 'inrichting:wijzigen')

async function leesDeel(ctx: Context, deel: string) {
  const versies = await listVersies(ctx, deel)
  if (versies.length === 0) throw notFound('Dit onderdeel van de regelset')
  const wijzigingen = deel.startsWith('kpi-') && magVerteldLezen(ctx) ? await listNormwijzigingen(ctx) : []
  return {
    deel,
    versies,
    wijzigingen: wijzigingen.filter(({ nieuw }) => `kpi-${nieuw.code}` === deel),
    namen: deel === 'briefsjablonen' ? await leesBriefnamen(ctx) : GEEN_NAMEN,
  }
}
