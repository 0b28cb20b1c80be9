import { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { TELGRENS } from '../../domain/begrippen/lijst.ts'
import { beginInzage } from '../../domain/check/inzage/begin-inzage.ts'
import { zet } from '../../domain/check/inzage/bepaal-taak.ts'
import { leesInzageregels, listRedenen } from '../../domain/check/inzage/inzage.ts'
import { kiesReden } from '../../domain/check/inzage/kies-reden.ts'
import { leesRegels } from '../../domain/check/inzage/lees-regels.ts'
import {
  countInzagen,
  findClient,
  findInzage,
  listInzagen,
  listKijkers,
  listLabels,
  type Inzagefilter,
} from '../../domain/check/inzage/queries.ts'
import { listZegels } from '../../domain/check/inzage/zegels.ts'
import { listLogkeuzes } from '../../domain/check/rapportage/logboek.ts'
import { leesZoekterm } from '../../domain/check/rapportage/zoekterm.ts'
import { authorize } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { leesWoord } from '../lijst.ts'
import { leesBlad } from '../logboek/blad.ts'
import { leesPeriode } from '../logboek/periode.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { geefUitvoer } from '../uitvoer.ts'
import { ClientPage, MEEST } from './client-page.tsx'
import { InzagePage, LABELS } from './inzage-page.tsx'
import { InzagenPage, type Keuze } from './inzagen-page.tsx'
import { RedenPage } from './reden-page.tsx'
import { inzagekolommen } from './uitvoer.ts'
import { taaknamen } from './woorden.ts'

export const inzageController = new Hono<AppEnv>()

inzageController.get(routes.inzagen(), async (c) => {
  const { ctx, raam } = c.var
  await begin(ctx, 'inzage:getoond')
  const keuze = leesKeuze(c.req.query())
  const filter = filterVan(keuze, ctx)
  const blad = leesBlad(c.req.query('pagina'))
  return render(
    c,
    <InzagenPage
      raam={raam}
      actor={ctx.actor}
      keuze={keuze}
      personen={(await listLogkeuzes(ctx)).personen}
      inzagen={await listInzagen(ctx, filter, blad)}
      geteld={await countInzagen(ctx, filter, TELGRENS + 1)}
      blad={blad}
      regels={await leesInzageregels(ctx)}
      zegels={await listZegels(ctx)}
    />,
  )
})

for (const soort of ['xlsx', 'csv'] as const) {
  inzageController.get(`/inzage.${soort}`, async (c) => {
    const { ctx } = c.var
    await begin(ctx, 'inzage:uitgevoerd')
    const { redenen } = await leesInzageregels(ctx)
    return geefUitvoer({
      soort,
      naam: `inzage-${ctx.today.toString()}`,
      kolommen: inzagekolommen(redenen),
      rijen: leesRegels(ctx, filterVan(leesKeuze(c.req.query()), ctx)),
    })
  })

  // POST: the label of a client never stands in a URL.
  inzageController.post(`/inzage/client.${soort}`, async (c) => {
    const label = leesTekst((await c.req.parseBody())['label'])
    return inReadTransaction(c.var.ctx, async (ctx) => {
      await begin(ctx, 'inzage:uitgevoerd')
      const client = await findClient(ctx, labelsVan(label))
      if (!client) throw notFound('Deze cliënt')
      const { redenen } = await leesInzageregels(ctx)
      return geefUitvoer({
        soort,
        naam: `inzage-client-${ctx.today.toString()}`,
        kolommen: inzagekolommen(redenen),
        rijen: leesRegels(ctx, { clientId: client.id }),
      })
    })
  })
}

inzageController.post('/inzage/client', async (c) => {
  const { raam } = c.var
  const label = leesTekst((await c.req.parseBody())['label'])
  return inReadTransaction(c.var.ctx, async (ctx) => {
    await begin(ctx, 'inzage:getoond')
    const basis = { raam, actor: ctx.actor }
    if (label === '') return render(c, <ClientPage {...basis} label="" fout="Vul het label van een cliënt in." />, 422)
    const client = await findClient(ctx, labelsVan(label))
    if (!client) {
      const fout = 'Dit label is er niet. Kijk of er geen teken ontbreekt.'
      return render(c, <ClientPage {...basis} label={label} fout={fout} />, 422)
    }
    const gevonden = {
      kijkers: await listKijkers(ctx, client.id),
      inzagen: await listInzagen(ctx, { clientId: client.id }, { offset: 0, limit: MEEST }),
      redenen: (await leesInzageregels(ctx)).redenen,
    }
    return render(c, <ClientPage {...basis} label={client.label} gevonden={gevonden} />)
  })
})

inzageController.get('/inzage/:id{[0-9]{1,15}}', async (c) => {
  const { ctx, raam } = c.var
  await begin(ctx, 'inzage:getoond')
  const inzage = await findInzage(ctx, Number(c.req.param('id')))
  return render(
    c,
    <InzagePage
      raam={raam}
      inzage={inzage}
      labels={await listLabels(ctx, inzage.id, LABELS)}
      redenen={(await leesInzageregels(ctx)).redenen}
    />,
  )
})

inzageController.get('/inzage/reden', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'casus:lezen')
  return render(c, <RedenPage raam={raam} redenen={await listRedenen(ctx)} terug={veiligPad(c.req.query('terug'))} />)
})

inzageController.post('/inzage/reden', async (c) => {
  const { ctx, raam, bezoeker } = c.var
  const velden = await c.req.parseBody()
  const terug = veiligPad(leesTekst(velden['terug']))
  try {
    await kiesReden(ctx, bezoeker.sessieId, leesTekst(velden['reden']))
  } catch (error) {
    if (!(error instanceof Weigering) || error.status !== 422) throw error
    const redenen = await inReadTransaction(ctx, listRedenen)
    return render(c, <RedenPage raam={raam} redenen={redenen} terug={terug} fout={error.message} />, 422)
  }
  return c.redirect(terug, 303)
})

/** Looking at who looked is recorded as well, also when it is refused (S51). */
async function begin(ctx: Context, soort: 'inzage:getoond' | 'inzage:uitgevoerd') {
  beginInzage(ctx, soort, { altijd: true })
  zet(ctx, { soort: 'inzage', id: null })
  await authorize(ctx, 'inzage:lezen')
}

function leesTekst(waarde: unknown): string {
  return typeof waarde === 'string' ? waarde.trim() : ''
}

/** As typed, and as people read labels aloud. */
function labelsVan(tekst: string): string[] {
  const gelezen = leesZoekterm(tekst)?.label?.vanaf
  return gelezen === undefined ? [tekst] : [tekst, gelezen]
}

/** Back to a case, and nowhere else. */
function veiligPad(pad: string | undefined): string {
  return /^\/toewijzingen\/[0-9a-f-]{36}$/.test(pad ?? '') ? pad! : routes.vandaag()
}

function leesKeuze({ persoon = '', taak = '', periode = '', uitkomst = '' }: Record<string, string>): Keuze {
  return { persoon, taak, periode, uitkomst: uitkomst === 'mislukt' ? uitkomst : '' }
}

function filterVan({ persoon, taak, periode, uitkomst }: Keuze, { today }: Context): Inzagefilter {
  return {
    persoon: persoon || undefined,
    taak: leesWoord(taak, Object.keys(taaknamen) as (keyof typeof taaknamen)[]),
    mislukt: uitkomst === 'mislukt' || undefined,
    ...leesPeriode(periode, today),
  }
}
