import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { beginInzage } from '../../domain/check/inzage/begin-inzage.ts'
import { bepaalTaakBijUitkomst, zetUitkomst } from '../../domain/check/inzage/bepaal-taak.ts'
import { listDefinitiesVan } from '../../domain/check/kpi/definities.ts'
import { findUitkomst, listJaarwaarden, type Uitkomst } from '../../domain/check/kpi/find-uitkomst.ts'
import { listMatrix } from '../../domain/check/kpi/list-matrix.ts'
import { listGevallen, type Geval } from '../../domain/check/kpi/list-gevallen.ts'
import { listOudereNormen } from '../../domain/check/kpi/list-mededelingen.ts'
import { listWachttijden } from '../../domain/check/kpi/list-wachttijden.ts'
import { listVerdeling } from '../../domain/check/kpi/list-verdeling.ts'
import { listUitkomsten, type KpiCode } from '../../domain/check/kpi/list-uitkomsten.ts'
import { listJaren, type Jaarstand } from '../../domain/check/kpi/stand.ts'
import { telUitkomsten } from '../../domain/check/kpi/tel-uitkomsten.ts'
import { uiterlijkVaststellen } from '../../domain/check/kpi/uiterlijk-vaststellen.ts'
import { stelKpisVast } from '../../domain/check/kpi/stel-kpis-vast.ts'
import { isOpen, leesKleinzicht } from '../../domain/plan/inrichting/kleine-aantallen.ts'
import type { Getoond } from '../../domain/begrippen/getoond-aantal.ts'
import { listSubregios } from '../../domain/plan/inrichting/queries.ts'
import { authorize, leesMet, mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { inReadTransaction, together } from '../../platform/transaction.ts'
import { leesWoord } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { getoond } from '../ui/getoond.tsx'
import { geefUitvoer, type Uitvoerkolom } from '../uitvoer.ts'
import { leesWeergaven } from '../weergave/weergaven.tsx'
import { kiesBlad, kiesGevallen, leesGevalkeuze } from './gevallen.ts'
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

async function leesStand(ctx: Context, stand: Jaarstand, keuze: Keuze) {
  const klein = await leesKleinzicht(ctx)
  const filter = { klein, contractmanager: keuze.van === 'mij' ? ctx.actor.id : undefined }
  const blad = { volgorde: keuze.volgorde, limit: PER_PAGINA, offset: (keuze.pagina - 1) * PER_PAGINA }
  const [matrix, aantallen, verdeling, definities] = await together(
    ctx,
    () => listMatrix(ctx, stand, { ...filter, ...blad }),
    () => telUitkomsten(ctx, stand, filter),
    () => listVerdeling(ctx, stand.berekeningId, keuze.kpi, filter),
    () => listDefinitiesVan(ctx, stand.berekeningId),
  )
  return { matrix, aantallen, verdeling, definities, minimum: klein?.minimum }
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
      rijen: await listUitkomsten(ctx, await leesKleinzicht(ctx), stand.berekeningId, { contractmanager }),
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
  const klein = await leesKleinzicht(ctx)
  const { dag } = await uiterlijkVaststellen(ctx, new Temporal.PlainDate(stand.jaar, 12, 31))
  return render(
    c,
    <VaststellenPage
      raam={c.var.raam}
      stand={stand}
      berekeningId={berekeningId}
      uitkomsten={await listUitkomsten(ctx, klein, berekeningId)}
      aantallen={await telUitkomsten(ctx, { berekeningId, getoondMinimum: null }, { klein })}
      ouder={await listOudereNormen(ctx, berekeningId)}
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
  const klein = await leesKleinzicht(ctx)
  const uitkomst = await findUitkomst(ctx, klein, c.req.param('id'))
  const jaren = await listJaarwaarden(ctx, klein, uitkomst)
  const staand = jaren.find(({ jaar }) => jaar === uitkomst.jaar)
  // Two calculations of a year differ by few clients: who does not see those sees only the calculation that stands.
  if (!isOpen(klein, uitkomst) && staand && staand.id !== uitkomst.id) return c.redirect(routes.kpi(staand.id), 302)
  const casussen = await leesMet(ctx, 'casus:lezen', () => leesGevallen(ctx, uitkomst, c.req.query()), null)
  const wachttijden = await listWachttijden(ctx, klein, uitkomst)
  return render(
    c,
    <KpiPage
      raam={raam}
      magAanbieder={mag(ctx.actor, 'aanbieder:lezen')}
      {...{ uitkomst, jaren, wachttijden }}
      gevallen={casussen?.gevallen ?? null}
      bij={casussen?.taak.soort === 'bevinding' ? c.req.query('bij') : undefined}
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
    beginInzage(ctx, 'gevallen:uitgevoerd')
    zetUitkomst(ctx, c.req.param('id'))
    await authorize(ctx, 'casus:lezen')
    const uitkomst = await findUitkomst(ctx, await leesKleinzicht(ctx), c.req.param('id'))
    await bepaalTaakBijUitkomst(ctx, uitkomst.id, c.req.query('bij'))
    const { getoond: rijen } = await listGevallen(ctx, uitkomst.id, (alle) => ({
      getoond: kiesGevallen(alle, leesGevalkeuze(c.req.query(), uitkomst.kpi, alle, 'alle')),
    }))
    return geefUitvoer({
      soort,
      naam: `gevallen-${uitkomst.kpi}-${String(uitkomst.jaar)}`,
      kolommen: gevalkolommen,
      rijen,
    })
  })
}

const alsGetal = (hoeveel: Getoond) => (typeof hoeveel === 'number' ? hoeveel : getoond(hoeveel))

/** Cases behind a result are looked at for that result, or for the finding it gave. */
async function leesGevallen(ctx: Context, { id, kpi }: Uitkomst, query: Record<string, string>) {
  beginInzage(ctx, 'gevallen:getoond')
  const taak = await bepaalTaakBijUitkomst(ctx, id, query['bij'])
  return { taak, gevallen: await listGevallen(ctx, id, (alle) => kiesBlad(query, kpi, alle)) }
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
