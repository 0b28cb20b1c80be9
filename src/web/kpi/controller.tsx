import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { listDefinitiesVan } from '../../domain/check/kpi/definities.ts'
import { findUitkomst, listJaarwaarden } from '../../domain/check/kpi/find-uitkomst.ts'
import { listMatrix } from '../../domain/check/kpi/list-matrix.ts'
import { listGevallen, type Geval } from '../../domain/check/kpi/list-gevallen.ts'
import { listWachttijden } from '../../domain/check/kpi/list-wachttijden.ts'
import { listVerdeling } from '../../domain/check/kpi/list-verdeling.ts'
import { listUitkomsten, type KpiCode } from '../../domain/check/kpi/list-uitkomsten.ts'
import { listJaren, type Jaarstand } from '../../domain/check/kpi/stand.ts'
import { telUitkomsten } from '../../domain/check/kpi/tel-uitkomsten.ts'
import { uiterlijkVaststellen } from '../../domain/check/kpi/uiterlijk-vaststellen.ts'
import { stelKpisVast } from '../../domain/check/kpi/stel-kpis-vast.ts'
import { listSubregios } from '../../domain/plan/inrichting/queries.ts'
import { authorize, leesMet, mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { inReadTransaction, together } from '../../platform/transaction.ts'
import { leesWoord } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { geefUitvoer, type Uitvoerkolom } from '../uitvoer.ts'
import { leesWeergaven } from '../weergave/weergaven.tsx'
import { kiesGevallen, leesGevalkeuze } from './gevallen.ts'
import { KpiPage } from './kpi-page.tsx'
import { kpiQuery, KpisPage, PER_PAGINA, type Keuze } from './kpis-page.tsx'
import { kpiNamen, oordeelsoort } from './uitkomst-tekst.ts'
import { VaststellenPage } from './vaststellen-page.tsx'

const ID = '/kpis/:id{[0-9a-f]{8}-[0-9a-f-]{27}}'

export const kpiController = new Hono<AppEnv>()

kpiController.get('/kpis', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'kpi:lezen')
  const keuze = leesKeuze(c.req.query())
  const [jaren, subregios, weergaven] = await together(
    ctx,
    () => listJaren(ctx),
    () => listSubregios(ctx),
    () => leesWeergaven(ctx, 'kpis', kpiQuery(keuze)),
  )
  const stand = jaren.find(({ jaar }) => jaar === keuze.jaar) ?? jaren.find(({ voorlopig }) => !voorlopig) ?? jaren[0]
  const gekozen = stand && { stand, ...(await leesStand(ctx, stand, keuze)) }
  return render(
    c,
    <KpisPage {...{ raam, ctx, keuze, jaren, subregios, gekozen, weergaven, gedaan: c.req.query('gedaan') }} />,
  )
})

async function leesStand(ctx: Context, { berekeningId }: Jaarstand, keuze: Keuze) {
  const filter = { contractmanager: keuze.van === 'mij' ? ctx.actor.id : undefined }
  const blad = { volgorde: keuze.volgorde, limit: PER_PAGINA, offset: (keuze.pagina - 1) * PER_PAGINA }
  const [matrix, aantallen, verdeling, definities] = await together(
    ctx,
    () => listMatrix(ctx, berekeningId, { ...filter, ...blad }),
    () => telUitkomsten(ctx, berekeningId, filter),
    () => listVerdeling(ctx, berekeningId, keuze.kpi, filter),
    () => listDefinitiesVan(ctx, berekeningId),
  )
  return { matrix, aantallen, verdeling, definities }
}

// One route per kind: a parameter must begin where a part of the path begins.
for (const soort of ['xlsx', 'csv'] as const) {
  kpiController.get(`/kpis.${soort}`, async (c) => {
    const { ctx } = c.var
    await authorize(ctx, 'kpi:lezen')
    const keuze = leesKeuze(c.req.query())
    const stand = (await listJaren(ctx)).find(({ jaar }) => jaar === keuze.jaar)
    if (!stand) throw notFound('Dit meetjaar')
    const { jaar } = stand
    const contractmanager = keuze.van === 'mij' ? ctx.actor.id : undefined
    return geefUitvoer({
      soort,
      naam: `kpis-${String(jaar)}`,
      rijen: await listUitkomsten(ctx, stand.berekeningId, { contractmanager }),
      kolommen: [
        { kop: 'Meetjaar', soort: 'getal', waarde: () => jaar },
        { kop: 'KPI', waarde: ({ kpi }) => kpiNamen[kpi] },
        { kop: 'Aanbieder', waarde: ({ aanbieder }) => aanbieder },
        { kop: 'AGB', waarde: ({ agb }) => agb },
        { kop: 'Subregio', waarde: ({ subregio }) => subregio },
        { kop: 'Cliënten in zorg', soort: 'getal', waarde: ({ clientenInZorg }) => clientenInZorg },
        { kop: 'n', soort: 'getal', waarde: ({ n }) => n },
        { kop: 'Waarde', waarde: ({ waarde }) => waarde?.replace('.', ',') ?? null },
        { kop: 'Oordeel', waarde: (uitkomst) => oordeelsoort(uitkomst) },
        { kop: 'Reden zonder oordeel', waarde: ({ reden }) => reden?.replace('clienten', 'cliënten') ?? null },
        {
          kop: 'Stand',
          waarde: () => (stand.vastgesteldOp ? 'vastgesteld' : stand.voorlopig ? 'voorlopig' : 'nog niet vastgesteld'),
        },
      ],
    })
  })
}

kpiController.get('/kpis/vaststellen/:jaar{\\d{4}}', (c) => toonVaststellen(c, c.var.ctx))

kpiController.post('/kpis/vaststellen/:jaar{\\d{4}}', async (c) => {
  const { ctx } = c.var
  const velden = await c.req.parseBody()
  const tekst = (naam: string) => (typeof velden[naam] === 'string' ? velden[naam].trim() : '')
  const toelichting = tekst('toelichting')
  if (toelichting.length > 2000) return inReadTransaction(ctx, (ctx) => toonVaststellen(c, ctx, toelichting))
  const jaar = Number(c.req.param('jaar'))
  await stelKpisVast(ctx, jaar, toelichting, { gezien: tekst('berekening') || undefined })
  return c.redirect(routes.kpis({ jaar, gedaan: 'vastgesteld' }), 303)
})

/** The page before establishing; with a text that is too long it comes back with 422. */
async function toonVaststellen(c: HonoContext<AppEnv, '/:jaar'>, ctx: Context, teLang?: string) {
  await authorize(ctx, 'kpi:vaststellen')
  const stand = await findStand(ctx, Number(c.req.param('jaar')))
  const berekeningId = stand.nieuwereId ?? stand.berekeningId
  const { dag } = await uiterlijkVaststellen(ctx, new Temporal.PlainDate(stand.jaar, 12, 31))
  return render(
    c,
    <VaststellenPage
      raam={c.var.raam}
      stand={stand}
      berekeningId={berekeningId}
      uitkomsten={await listUitkomsten(ctx, berekeningId)}
      aantallen={await telUitkomsten(ctx, berekeningId, {})}
      vandaag={ctx.today}
      uiterlijk={dag}
      teLang={teLang}
    />,
    teLang === undefined ? 200 : 422,
  )
}

kpiController.get(ID, async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'kpi:lezen')
  const uitkomst = await findUitkomst(ctx, c.req.param('id'))
  const jaren = await listJaarwaarden(ctx, uitkomst)
  const gevallen = await leesMet(ctx, 'casus:lezen', () => listGevallen(ctx, uitkomst.id), null)
  const wachttijden = uitkomst.kpi === 'start-zorg' ? await listWachttijden(ctx, uitkomst.id) : []
  const keuze = leesGevalkeuze(c.req.query(), uitkomst.kpi, gevallen ?? [])
  return render(
    c,
    <KpiPage
      raam={raam}
      magAanbieder={mag(ctx.actor, 'aanbieder:lezen')}
      {...{ uitkomst, jaren, gevallen, keuze, wachttijden }}
    />,
  )
})

const gevalkolommen: Uitvoerkolom<Geval>[] = [
  { kop: 'Cliënt', waarde: ({ label }) => label ?? 'verwijderd' },
  { kop: 'Gemeente', waarde: ({ gemeente }) => gemeente },
  { kop: 'Product', waarde: ({ product }) => product },
  { kop: 'Dag 0 of datum', soort: 'datum', waarde: ({ referentiedatum }) => referentiedatum },
  { kop: 'Start', soort: 'datum', waarde: ({ startdatum }) => startdatum },
  { kop: 'Uitkomst', waarde: ({ uitkomst }) => uitkomst },
]

for (const soort of ['xlsx', 'csv'] as const) {
  kpiController.get(`${ID}/gevallen.${soort}`, async (c) => {
    const { ctx } = c.var
    await authorize(ctx, 'casus:lezen')
    const uitkomst = await findUitkomst(ctx, c.req.param('id'))
    const gevallen = await listGevallen(ctx, uitkomst.id)
    return geefUitvoer({
      soort,
      naam: `gevallen-${uitkomst.kpi}-${String(uitkomst.jaar)}`,
      kolommen: gevalkolommen,
      rijen: kiesGevallen(gevallen, leesGevalkeuze(c.req.query(), uitkomst.kpi, gevallen, 'alle')),
    })
  })
}

async function findStand(ctx: Context, jaar: number) {
  const stand = (await listJaren(ctx)).find((stand) => stand.jaar === jaar)
  if (!stand) throw notFound('Dit meetjaar')
  return stand
}

function leesKeuze(query: Record<string, string>): Keuze {
  return {
    jaar: /^\d{4}$/.test(query['jaar'] ?? '') ? Number(query['jaar']) : null,
    van: query['van'] === 'mij' ? 'mij' : '',
    volgorde: query['volgorde'] === 'naam' ? 'naam' : 'mis',
    kpi: leesWoord<KpiCode>(query['kpi'], ['clienttevredenheid', 'resultaat-behaald', 'start-zorg']) ?? 'start-zorg',
    pagina: /^[1-9]\d{0,3}$/.test(query['pagina'] ?? '') ? Number(query['pagina']) : 1,
  }
}
