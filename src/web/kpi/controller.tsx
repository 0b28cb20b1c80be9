import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { beginInzage, type Inzagesoort } from '../../domain/check/inzage/begin-inzage.ts'
import { bepaalTaakBijUitkomst } from '../../domain/check/inzage/bepaal-taak.ts'
import { findUitkomst, listJaarwaarden } from '../../domain/check/kpi/find-uitkomst.ts'
import { listMatrixAanbieders, listVerdeling, telUitkomsten } from '../../domain/check/kpi/list-matrix.ts'
import { listGevallen, type Geval } from '../../domain/check/kpi/list-gevallen.ts'
import { listWachttijden } from '../../domain/check/kpi/list-wachttijden.ts'
import { listDefinitiesVan, listUitkomsten, type KpiCode } from '../../domain/check/kpi/list-uitkomsten.ts'
import { listJaren } from '../../domain/check/kpi/stand.ts'
import { uiterlijkVaststellen } from '../../domain/check/kpi/uiterlijk-vaststellen.ts'
import { stelKpisVast } from '../../domain/check/kpi/stel-kpis-vast.ts'
import { isOpen, leesKleinzicht } from '../../domain/plan/inrichting/kleine-aantallen.ts'
import type { Getoond } from '../../domain/begrippen/getoond-aantal.ts'
import { listSubregios } from '../../domain/plan/inrichting/queries.ts'
import { authorize, mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { leesWoord } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { getoond } from '../ui/getoond.tsx'
import { geefUitvoer, type Uitvoerkolom } from '../uitvoer.ts'
import { KpiPage } from './kpi-page.tsx'
import { KpisPage, MEESTE_PUNTEN, PER_PAGINA, type Keuze } from './kpis-page.tsx'
import { kpiNamen, oordeelsoort } from './uitkomst-tekst.ts'
import { VaststellenPage } from './vaststellen-page.tsx'

const ID = '/kpis/:id{[0-9a-f]{8}-[0-9a-f-]{27}}'

export const kpiController = new Hono<AppEnv>()

kpiController.get('/kpis', async (c) => {
  const { ctx, raam } = c.var
  await authorize(ctx, 'kpi:lezen')
  const keuze = leesKeuze(c.req.query())
  const jaren = await listJaren(ctx)
  const stand = jaren.find(({ jaar }) => jaar === keuze.jaar) ?? jaren.find(({ voorlopig }) => !voorlopig) ?? jaren[0]
  const zicht = await leesKleinzicht(ctx)
  const filter = { zicht, contractmanager: keuze.van === 'mij' ? ctx.actor.id : undefined }
  const blad = { volgorde: keuze.volgorde, limit: PER_PAGINA, offset: (keuze.pagina - 1) * PER_PAGINA }
  const aanbieders = stand
    ? await listMatrixAanbieders(ctx, stand.berekeningId, { ...filter, ...blad })
    : { ids: [], totaal: 0 }
  const uitkomsten = stand ? await listUitkomsten(ctx, zicht, stand.berekeningId, { aanbiederIds: aanbieders.ids }) : []
  const aantallen = stand ? await telUitkomsten(ctx, stand.berekeningId, filter) : []
  const verdeling = stand ? await listVerdeling(ctx, stand.berekeningId, keuze.kpi, filter, MEESTE_PUNTEN + 1) : []
  const definities = stand ? await listDefinitiesVan(ctx, stand.berekeningId) : []
  const props = {
    raam,
    ctx,
    keuze,
    jaren,
    stand,
    aanbieders,
    uitkomsten,
    aantallen,
    verdeling,
    minimum: zicht?.minimum,
    definities,
    subregios: await listSubregios(ctx),
    gedaan: c.req.query('gedaan'),
  }
  return render(c, <KpisPage {...props} />)
})

// One route per kind: a parameter must begin where a part of the path begins.
for (const soort of ['xlsx', 'csv'] as const) {
  kpiController.get(`/kpis.${soort}`, async (c) => {
    const { ctx } = c.var
    await authorize(ctx, 'kpi:lezen')
    const jaar = Number(c.req.query('jaar'))
    const stand = (await listJaren(ctx)).find((stand) => stand.jaar === jaar)
    if (!stand) throw notFound('Dit meetjaar')
    return geefUitvoer({
      soort,
      naam: `kpis-${String(jaar)}`,
      rijen: await listUitkomsten(ctx, await leesKleinzicht(ctx), stand.berekeningId),
      kolommen: [
        { kop: 'Meetjaar', soort: 'getal', waarde: () => jaar },
        { kop: 'KPI', waarde: ({ kpi }) => kpiNamen[kpi] },
        { kop: 'Aanbieder', waarde: ({ aanbieder }) => aanbieder },
        { kop: 'AGB', waarde: ({ agb }) => agb },
        { kop: 'Subregio', waarde: ({ subregio }) => subregio },
        { kop: 'Cliënten in zorg', soort: 'getal', waarde: ({ clientenInZorg }) => alsGetal(clientenInZorg) },
        { kop: 'n', soort: 'getal', waarde: ({ n }) => n && alsGetal(n) },
        {
          kop: 'Waarde',
          waarde: ({ waarde, afgeschermd }) =>
            afgeschermd ? getoond({ onder: afgeschermd.minimum }) : (waarde?.replace('.', ',') ?? null),
        },
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
  const zicht = await leesKleinzicht(ctx)
  const { dag } = await uiterlijkVaststellen(ctx, new Temporal.PlainDate(stand.jaar, 12, 31))
  return render(
    c,
    <VaststellenPage
      raam={c.var.raam}
      stand={stand}
      berekeningId={berekeningId}
      uitkomsten={await listUitkomsten(ctx, zicht, berekeningId)}
      aantallen={await telUitkomsten(ctx, berekeningId, { zicht })}
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
  const zicht = await leesKleinzicht(ctx)
  const uitkomst = await findUitkomst(ctx, zicht, c.req.param('id'))
  const jaren = await listJaarwaarden(ctx, zicht, uitkomst)
  const staand = jaren.find(({ jaar }) => jaar === uitkomst.jaar)
  // Two calculations of a year differ by few clients: who does not see those sees only the calculation that stands.
  if (!isOpen(zicht, uitkomst) && staand && staand.id !== uitkomst.id) return c.redirect(routes.kpi(staand.id), 302)
  const bij = c.req.query('bij')
  const taak = mag(ctx.actor, 'casus:lezen') ? await zegWaarvoor(ctx, 'gevallen:getoond', uitkomst.id, bij) : undefined
  const gevallen = taak ? await listGevallen(ctx, uitkomst.id) : null
  const wachttijden = await listWachttijden(ctx, zicht, uitkomst)
  return render(
    c,
    <KpiPage
      raam={raam}
      uitkomst={uitkomst}
      jaren={jaren}
      gevallen={gevallen}
      wachttijden={wachttijden}
      bij={taak?.soort === 'bevinding' ? bij : undefined}
    />,
  )
})

const gevalkolommen: Uitvoerkolom<Geval>[] = [
  { kop: 'Cliënt', waarde: ({ label }) => label },
  { kop: 'Gemeente', waarde: ({ gemeente }) => gemeente },
  { kop: 'Product', waarde: ({ product }) => product },
  { kop: 'Dag 0 of datum', soort: 'datum', waarde: ({ referentiedatum }) => referentiedatum },
  { kop: 'Start', soort: 'datum', waarde: ({ startdatum }) => startdatum },
  { kop: 'Uitkomst', waarde: ({ uitkomst }) => uitkomst },
]

for (const soort of ['xlsx', 'csv'] as const) {
  kpiController.get(`${ID}/gevallen.${soort}`, async (c) => {
    const { ctx } = c.var
    await zegWaarvoor(ctx, 'gevallen:uitgevoerd', c.req.param('id'), c.req.query('bij'))
    await authorize(ctx, 'casus:lezen')
    const uitkomst = await findUitkomst(ctx, await leesKleinzicht(ctx), c.req.param('id'))
    return geefUitvoer({
      soort,
      naam: `gevallen-${uitkomst.kpi}-${String(uitkomst.jaar)}`,
      kolommen: gevalkolommen,
      rijen: await listGevallen(ctx, uitkomst.id),
    })
  })
}

const alsGetal = (hoeveel: Getoond) => (typeof hoeveel === 'number' ? hoeveel : getoond(hoeveel))

/** Cases behind a result are looked at for that result, or for the finding it gave. */
function zegWaarvoor(ctx: Context, soort: Inzagesoort, uitkomstId: string, bij: string | undefined) {
  beginInzage(ctx, soort)
  return bepaalTaakBijUitkomst(ctx, uitkomstId, bij)
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
