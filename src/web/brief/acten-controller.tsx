import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { haalOntvangerWeg } from '../../domain/act/brief/haal-ontvanger-weg.ts'
import { keurBrief, laatBriefVervallen, legBriefVoor } from '../../domain/act/brief/keur-brief.ts'
import { legVerzendingVast } from '../../domain/act/brief/leg-verzending-vast.ts'
import { probeerOpnieuw, verstuurBrief } from '../../domain/act/brief/verstuur-brief.ts'
import { authorize } from '../../domain/rechten.ts'
import { invalid, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { tekst } from '../form.ts'
import { leesDatum } from '../lees-datum.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { BriefPage } from './brief-page.tsx'
import { leesBrief, leesOntvangerpagina } from './lees-brief.ts'
import { OntvangerPage } from './ontvanger-page.tsx'

const ID = '/brieven/:id{[0-9a-f-]{36}}'
const ONTVANGER = `${ID}/ontvangers/:ontvanger{[0-9a-f-]{36}}` as const

export const briefactenController = new Hono<AppEnv>()

briefactenController.post(`${ID}/voorleggen`, async (c) =>
  metMelding(c, 'voorgelegd', async (id) => legBriefVoor(c.var.ctx, id, await leesGezien(c))),
)
briefactenController.post(`${ID}/versturen`, async (c) =>
  metMelding(c, 'verzonden', async (id) => {
    await verstuurBrief(c.var.ctx, id, await leesGezien(c))
  }),
)
briefactenController.post(`${ID}/opnieuw`, async (c) =>
  metMelding(c, 'opnieuw', async (id) => {
    await probeerOpnieuw(c.var.ctx, id)
  }),
)
briefactenController.post(`${ID}/vervallen`, async (c) =>
  metMelding(c, 'vervallen', (id) => laatBriefVervallen(c.var.ctx, id)),
)

briefactenController.post(`${ID}/besluiten`, async (c) => {
  const { besluit, reden } = await c.req.parseBody()
  const goed = besluit !== 'terug'
  return metMelding(c, goed ? 'goedgekeurd' : 'teruggegeven', async (id) =>
    keurBrief(c.var.ctx, id, await leesGezien(c), { goed, reden: tekst(reden).slice(0, 1000) }),
  )
})

briefactenController.post(`${ONTVANGER}/weghalen`, async (c) =>
  metMelding(c, 'weggehaald', (id) => haalOntvangerWeg(c.var.ctx, id, c.req.param('ontvanger'))),
)

briefactenController.post(`${ONTVANGER}/gepost`, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'brief:opstellen')
  const { id, ontvanger } = c.req.param()
  const waarden = await c.req.parseBody<Record<string, string>>()
  const opnieuw = async (fouten: Veldfout[]) => {
    const gegevens = await inReadTransaction(ctx, async (ctx) => {
      await authorize(ctx, 'brief:lezen')
      return leesOntvangerpagina(ctx, id, ontvanger)
    })
    return render(c, <OntvangerPage {...{ raam, ctx }} {...gegevens} waarden={waarden} fouten={fouten} />, 422)
  }
  const gegeven = tekst(waarden['ontvangen']).trim()
  const datum = leesDatum(tekst(waarden['datum']).trim())
  const ontvangen = gegeven === '' ? null : leesDatum(gegeven)
  const fouten = [
    ...(datum ? [] : [{ veld: 'datum', melding: 'Vul een bestaande datum in, bijvoorbeeld 13 nov 2026' }]),
    ...(ontvangen === undefined
      ? [{ veld: 'ontvangen', melding: 'Vul een bestaande datum in, of laat dit leeg' }]
      : []),
  ]
  if (!datum || ontvangen === undefined) return opnieuw(fouten)
  try {
    await legVerzendingVast(ctx, id, ontvanger, { datum, nummer: tekst(waarden['nummer']), ontvangen })
  } catch (error) {
    if (!(error instanceof Weigering) || error.status !== 422) throw error
    const veld = error.message.includes('nummer')
      ? 'nummer'
      : error.message.includes('ontvangen')
        ? 'ontvangen'
        : 'datum'
    return opnieuw([{ veld, melding: error.message }])
  }
  return c.redirect(routes.brief(id, undefined, { gedaan: 'gepost' }), 303)
})

/** Does it and goes to the letter; what was refused stands on the page of the letter, with the status of the refusal. */
async function metMelding(
  c: HonoContext<AppEnv, `${typeof ID}/x`>,
  gedaan: string,
  doe: (id: string) => Promise<unknown>,
) {
  const { ctx, raam } = c.var
  const id = c.req.param('id')
  try {
    await doe(id)
    return c.redirect(routes.brief(id, undefined, { gedaan }), 303)
  } catch (error) {
    if (!(error instanceof Weigering) || ![409, 422].includes(error.status)) throw error
    const { reden } = await c.req.parseBody()
    const gegevens = await inReadTransaction(ctx, async (ctx) => {
      await authorize(ctx, 'brief:lezen')
      return leesBrief(ctx, id)
    })
    return render(
      c,
      <BriefPage {...{ raam, ctx }} {...gegevens} mail={c.var.mail} fout={error.message} reden={tekst(reden)} />,
      error.status,
    )
  }
}

async function leesGezien(c: HonoContext<AppEnv>): Promise<number> {
  const { gezien } = await c.req.parseBody()
  if (!/^[0-9]{1,9}$/.test(tekst(gezien))) throw invalid('Deze pagina is te oud. Bekijk de brief opnieuw.')
  return Number(gezien)
}
