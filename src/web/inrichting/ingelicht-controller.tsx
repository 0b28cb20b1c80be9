import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { Mededelinginvoer, trekMededelingIn, vertelNorm } from '../../domain/act/publicatie/vertel-norm.ts'
import { kpiCodes, type Kpicode } from '../../domain/check/kpi/kpi-definitie.ts'
import { findNormwijziging, listIngelicht } from '../../domain/check/kpi/list-mededelingen.ts'
import { authorize, mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { fieldErrors, tekst } from '../form.ts'
import { leesDatum } from '../lees-datum.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { IngelichtPage } from './ingelicht-page.tsx'

const VERSIE = '/inrichting/:deel{kpi-[a-z-]{1,40}}/versies/:versie{[1-9][0-9]{0,5}}/verteld'

export const ingelichtController = new Hono<AppEnv>()

type Waarden = Record<string, string | string[]>
type Pad = { deel: string; versie: string }

ingelichtController.get(VERSIE, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, leesrecht(ctx))
  const gegevens = await lees(ctx, c.req.param())
  return render(c, <IngelichtPage {...{ raam, ctx }} {...gegevens} gedaan={c.req.query('gedaan')} />)
})

ingelichtController.post(VERSIE, async (c) => {
  const { ctx } = c.var
  await authorize(ctx, 'publicatie:plaatsen')
  const { kpi, versie } = plek(c.req.param())
  const waarden = await c.req.parseBody<{ all: true }, Waarden>({ all: true })
  const invoer = Mededelinginvoer.safeParse({
    aanbieders: [waarden['aanbieders'] ?? []].flat(),
    kanaal: waarden['kanaal'],
    datum: leesDatum(tekst(waarden['datum']).trim()),
    toelichting: tekst(waarden['toelichting']),
  })
  if (!invoer.success) return opnieuw(c, waarden, fieldErrors(invoer.error))
  try {
    await vertelNorm(ctx, kpi, versie, invoer.data)
  } catch (error) {
    if (error instanceof Weigering && error.status === 422)
      return opnieuw(c, waarden, [{ veld: 'datum', melding: error.message }])
    throw error
  }
  return c.redirect(`${routes.normVerteld(`kpi-${kpi}`, versie)}?gedaan=verteld`, 303)
})

ingelichtController.post(`${VERSIE}/:id{[0-9a-f-]{36}}/intrekken`, async (c) => {
  const { kpi, versie } = plek(c.req.param())
  await trekMededelingIn(c.var.ctx, kpi, versie, c.req.param('id'))
  return c.redirect(`${routes.normVerteld(`kpi-${kpi}`, versie)}?gedaan=ingetrokken`, 303)
})

async function opnieuw(
  c: HonoContext<AppEnv, typeof VERSIE>,
  waarden: Waarden,
  fouten: ReturnType<typeof fieldErrors>,
) {
  const { ctx, raam } = c.var
  const gegevens = await inReadTransaction(ctx, async (ctx) => {
    await authorize(ctx, leesrecht(ctx))
    return lees(ctx, c.req.param())
  })
  return render(c, <IngelichtPage {...{ raam, ctx, waarden, fouten }} {...gegevens} />, 422)
}

// Since when somebody is a party follows from all its overeenkomsten, so it takes a right over the whole region.
const leesrecht = ({ actor }: Context) => (mag(actor, 'inrichting:wijzigen') ? 'inrichting:wijzigen' : 'brief:lezen')

function plek({ deel, versie }: Pad): { kpi: Kpicode; versie: number } {
  const kpi = kpiCodes.find((code) => `kpi-${code}` === deel)
  if (!kpi) throw notFound('Deze gewijzigde norm')
  return { kpi, versie: Number(versie) }
}

async function lees(ctx: Context, pad: Pad) {
  const { kpi, versie } = plek(pad)
  const wijziging = await findNormwijziging(ctx, kpi, versie)
  return { wijziging, ingelicht: await listIngelicht(ctx, wijziging) }
}
