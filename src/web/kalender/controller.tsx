import { Hono, type Context as HonoContext } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../app-env.ts'
import { listAanbiedernamen, listBevindingenVan } from '../../domain/check/bevinding/queries.ts'
import { Kalender, feestdagenVan } from '../../domain/begrippen/werkdagen.ts'
import { leesRegelset } from '../../domain/plan/inrichting/lees-regelset.ts'
import { listGebruikers } from '../../domain/plan/inrichting/queries.ts'
import { leesInhoud } from '../../domain/plan/inrichting/regelset-inhoud.ts'
import { findTermijn, listHerinneringen } from '../../domain/plan/kalender/find-termijn.ts'
import { findEigenAdres, maakKalenderadres, trekKalenderadresIn } from '../../domain/plan/kalender/kalenderadres.ts'
import { listKalenderkeuzes } from '../../domain/plan/kalender/list-kalenderkeuzes.ts'
import { listPerDag, listTermijnen, telOpen, telPerMaand } from '../../domain/plan/kalender/list-termijnen.ts'
import type { Termijnfilter } from '../../domain/plan/kalender/termijn.sql.ts'
import { leesEigen } from '../../domain/plan/kalender/van-persoon.sql.ts'
import { legTermijnVast } from '../../domain/plan/kalender/leg-termijn-vast.ts'
import { laatTermijnVervallen, meldTermijnGedaan } from '../../domain/plan/kalender/sluit-eigen-termijn.ts'
import { stelHerinneringUit } from '../../domain/plan/kalender/stel-herinnering-uit.ts'
import { authorize, geeft, leesMet, rollen, vanAanbieder, type Rol } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { inReadTransaction, together } from '../../platform/transaction.ts'
import type { Webgereedschap } from '../app.tsx'
import { dagveld, fieldErrors } from '../form.ts'
import { metUitvoer } from '../met-uitvoer.ts'
import { UUID } from '../lijst.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { AbonnementPage } from './abonnement-page.tsx'
import { KalenderPage, type Keuzes } from './kalender-page.tsx'
import { PER_DAG } from './maandblad.tsx'
import { gekozenPersoon, kalenderdagen, kalenderfilter, leesKalenderkeuze, type Kalenderkeuze } from './keuze.ts'
import { leesNieuweTermijn } from './nieuwe-termijn.ts'
import { NieuweTermijnPage } from './nieuwe-termijn-page.tsx'
import { TermijnPage } from './termijn-page.tsx'
import { termijnuitvoer } from './uitvoer.ts'

const ID = ':id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}'
const UITVOER = 5_000

const Uitstel = z.object({
  tot: dagveld('Vul een dag in'),
  reden: z.string().trim().min(1, 'Vul de reden in').max(300),
})

const Gedaan = z.object({ op: dagveld('Vul de dag in waarop het is gedaan') })

const STANDAARDTERMIJN = { aard: 'uiterlijk', hoe: 'dag', wie: 'mij', eenheid: 'weken' }

// In whose terms one can look: everybody in the region who has a calendar.
const KALENDERROLLEN = (Object.keys(rollen) as Rol[]).filter((rol) => geeft(rol, 'termijn:lezen') && !vanAanbieder(rol))

/** The calendar: all terms, one term, and the own address for a calendar program. */
export function makeKalender({ url }: Pick<Webgereedschap, 'url'>) {
  const app = new Hono<AppEnv>()

  app.get(routes.kalender(), async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, 'termijn:lezen')
    const keuze = leesKalenderkeuze(c.req.query())
    const filter = await leesFilter(ctx, keuze)
    const jaar = keuze.jaar ?? ctx.today.year
    const [inhoud, stand, telling, feestdagen, keuzes] = await together(
      ctx,
      () => leesInhoudVan(ctx, keuze, filter),
      () => telOpen(ctx, filter),
      () => telPerMaand(ctx, jaar, filter),
      () => leesFeestdagen(ctx, jaar),
      () => leesKeuzes(ctx, keuze),
    )
    return render(c, <KalenderPage {...{ raam, ctx, keuze, inhoud, stand, telling, feestdagen, keuzes }} />)
  })

  metUitvoer(app, '/kalender', 'termijn:lezen', async (ctx, c) => {
    const keuze = leesKalenderkeuze(c.req.query())
    const filter = { ...(await leesFilter(ctx, keuze)), ...kalenderdagen(keuze) }
    const { rijen } = await listTermijnen(ctx, filter, { pagina: null, hoogstens: UITVOER })
    return { kolommen: termijnuitvoer, rijen }
  })

  app.get(routes.kalenderabonnement(), async (c) => {
    const { ctx, raam } = c.var
    await authorize(ctx, 'termijn:lezen')
    return render(
      c,
      <AbonnementPage
        raam={raam}
        adres={await findEigenAdres(ctx)}
        ingetrokken={c.req.query('gedaan') === 'ingetrokken'}
      />,
    )
  })

  app.post(routes.kalenderabonnement(), async (c) => {
    const { ctx, raam } = c.var
    const token = await maakKalenderadres(ctx)
    const adres = await inReadTransaction(ctx, findEigenAdres)
    const nieuw = (url ?? new URL(c.req.url).origin) + routes.kalenderIcal(token)
    return render(c, <AbonnementPage {...{ raam, adres, nieuw }} />)
  })

  app.post(routes.kalenderabonnement('intrekken'), async (c) => {
    await trekKalenderadresIn(c.var.ctx)
    return c.redirect(`${routes.kalenderabonnement()}?gedaan=ingetrokken`, 303)
  })

  app.get(routes.termijnVastleggen(), async (c) => {
    await authorize(c.var.ctx, 'termijn:vastleggen')
    const { aanbieder = '', overeenkomst = '' } = c.req.query()
    return toonNieuweTermijn(c, c.var.ctx, { ...STANDAARDTERMIJN, aanbieder, overeenkomst })
  })

  app.post(routes.termijnVastleggen(), async (c) => {
    const { ctx } = c.var
    await authorize(ctx, 'termijn:vastleggen')
    const waarden = await c.req.parseBody<Record<string, string>>()
    const opnieuw = (fouten: Veldfout[]) =>
      inReadTransaction(ctx, (ctx) => toonNieuweTermijn(c, ctx, waarden, fouten, fouten.length > 0 ? 422 : 200))
    // without script the overeenkomsten of an aanbieder are asked for with a button
    if (waarden['toon'] !== undefined) return opnieuw([])
    const { invoer, fouten } = leesNieuweTermijn(waarden, ctx.actor.id)
    if (fouten) return opnieuw(fouten)
    try {
      const id = await legTermijnVast(ctx, invoer)
      return c.redirect(`${routes.termijn(id)}?gedaan=toegevoegd`, 303)
    } catch (error) {
      if (error instanceof Weigering && error.status === 422)
        return opnieuw([{ veld: error.code, melding: error.message }])
      throw error
    }
  })

  app.get(`/kalender/${ID}`, async (c) => {
    await authorize(c.var.ctx, 'termijn:lezen')
    return toonTermijn(c, c.var.ctx, c.req.param('id'), { gedaan: c.req.query('gedaan') })
  })

  for (const act of ['gedaan', 'vervallen'] as const) {
    app.post(`/kalender/${ID}/${act}`, async (c) => {
      const { ctx } = c.var
      await authorize(ctx, 'termijn:vastleggen')
      const id = c.req.param('id')
      const waarden = await c.req.parseBody<Record<string, string>>()
      const opnieuw = (fouten: Veldfout[]) =>
        inReadTransaction(ctx, (ctx) => toonTermijn(c, ctx, id, { waarden, fouten }, 422))
      try {
        if (act === 'vervallen') await laatTermijnVervallen(ctx, id, { reden: waarden['vervalreden'] ?? '' })
        else {
          const op = Gedaan.safeParse({ op: waarden['op'] ?? '' })
          if (!op.success) return await opnieuw(fieldErrors(op.error))
          await meldTermijnGedaan(ctx, id, op.data)
        }
      } catch (error) {
        if (error instanceof Weigering && error.status === 422)
          return opnieuw([{ veld: act === 'vervallen' ? 'vervalreden' : 'op', melding: error.message }])
        throw error
      }
      return c.redirect(`${routes.termijn(id)}?gedaan=${act}`, 303)
    })
  }

  app.post(`/kalender/${ID}/uitstellen`, async (c) => {
    const { ctx } = c.var
    await authorize(ctx, 'termijn:uitstellen')
    const id = c.req.param('id')
    const waarden = await c.req.parseBody<Record<string, string>>()
    const opnieuw = (fouten: Veldfout[]) =>
      inReadTransaction(ctx, (ctx) => toonTermijn(c, ctx, id, { waarden, fouten }, 422))
    const invoer = Uitstel.safeParse({ tot: waarden['tot'] ?? '', reden: waarden['reden'] ?? '' })
    if (!invoer.success) return opnieuw(fieldErrors(invoer.error))
    try {
      await stelHerinneringUit(ctx, id, invoer.data)
    } catch (error) {
      if (error instanceof Weigering && error.status === 422) return opnieuw([{ veld: 'tot', melding: error.message }])
      throw error
    }
    return c.redirect(`${routes.termijn(id)}?gedaan=uitgesteld`, 303)
  })

  return app
}

async function leesFilter(ctx: Context, keuze: Kalenderkeuze): Promise<Termijnfilter> {
  const persoon = ctx.actor.agb === null ? gekozenPersoon(keuze, ctx.actor.id) : undefined
  return { ...kalenderfilter(keuze), eigen: persoon === undefined ? undefined : await leesEigen(ctx, persoon) }
}

async function leesInhoudVan(ctx: Context, keuze: Kalenderkeuze, filter: Termijnfilter) {
  if (keuze.weergave === 'maand')
    return { maand: await listPerDag(ctx, { ...filter, ...kalenderdagen(gekozenMaand(keuze, ctx)) }, PER_DAG) }
  return { lijst: await listTermijnen(ctx, { ...filter, ...kalenderdagen(keuze) }, keuze) }
}

type Over = { gedaan?: string | undefined; waarden?: Record<string, string>; fouten?: Veldfout[] }

async function toonTermijn(c: HonoContext<AppEnv>, ctx: Context, id: string, over: Over, status: 200 | 422 = 200) {
  const termijn = await findTermijn(ctx, id)
  const herinneringen = await listHerinneringen(ctx, id)
  const bevindingen = await leesMet(ctx, 'bevinding:lezen', () => listBevindingenVan(ctx, { termijnId: id }), [])
  return render(c, <TermijnPage raam={c.var.raam} {...{ ctx, termijn, herinneringen, bevindingen, ...over }} />, status)
}

async function toonNieuweTermijn(
  c: HonoContext<AppEnv>,
  ctx: Context,
  waarden: Record<string, string>,
  fouten: Veldfout[] = [],
  status: 200 | 422 = 200,
) {
  const { aanbieder = '', overeenkomst = '' } = waarden
  const bij = (id: string) => (UUID.test(id) ? id : undefined)
  const keuzes = await listKalenderkeuzes(ctx, { aanbieder: bij(aanbieder), overeenkomst: bij(overeenkomst) })
  const collegas = await listGebruikers(ctx, KALENDERROLLEN)
  return render(
    c,
    <NieuweTermijnPage
      raam={c.var.raam}
      aanbieders={await listAanbiedernamen(ctx)}
      overeenkomsten={keuzes.overeenkomsten}
      collegas={collegas.filter(({ id }) => id !== ctx.actor.id)}
      {...{ waarden, fouten }}
    />,
    status,
  )
}

function gekozenMaand({ jaar, maand }: Kalenderkeuze, { today }: Context) {
  return { jaar: jaar ?? today.year, maand: maand ?? today.month }
}

async function leesFeestdagen(ctx: Context, jaar: number): Promise<Map<string, string>> {
  const kalender = leesInhoud(Kalender, (await leesRegelset(ctx, 'feestdagen', ctx.today)).inhoud)
  // a month also shows days of the year before and after
  return new Map(
    [jaar - 1, jaar, jaar + 1]
      .flatMap((een) => feestdagenVan(een, kalender))
      .map(({ datum, naam }) => [datum.toString(), naam]),
  )
}

async function leesKeuzes(ctx: Context, keuze: Kalenderkeuze): Promise<Keuzes> {
  const personen = ctx.actor.agb === null ? await listGebruikers(ctx, KALENDERROLLEN) : []
  return { personen: personen.filter(({ id }) => id !== ctx.actor.id), ...(await listKalenderkeuzes(ctx, keuze)) }
}
