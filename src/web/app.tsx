import { Hono, type Context as HonoContext, type Next } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import type { AppEnv } from '../app-env.ts'
import type { Clock } from '../platform/clock.ts'
import type { Context, Db } from '../platform/context.ts'
import { isPgError, Weigering } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'
import { findSessie, gezien, type Sessie } from '../platform/sessie.ts'
import type { Sleutels } from '../platform/sleutels.ts'
import { inReadTransaction } from '../platform/transaction.ts'
import { recordRefusal } from '../platform/weigering.ts'
import { makeAanmelden } from './aanmelden/controller.tsx'
import { aanbiederController } from './aanbieder/controller.tsx'
import { findAsset } from './assets/assets.ts'
import { berichtController } from './bericht/controller.tsx'
import { bevindingController } from './bevinding/controller.tsx'
import { controleerCsrf, controleerHerkomst } from './csrf.ts'
import { csvController } from './csv/controller.tsx'
import { FoutPage } from './fout-page.tsx'
import { handleidingController } from './handleiding/controller.tsx'
import { beveiligingskoppen } from './headers.ts'
import { inrichtingController } from './inrichting/controller.tsx'
import { kpiController } from './kpi/controller.tsx'
import { logboekController } from './logboek/controller.tsx'
import { makeRaam } from './menu.ts'
import { overeenkomstController } from './overeenkomst/controller.tsx'
import { render } from './render-page.tsx'
import { routes } from './routes.ts'
import { makeSessieCookie } from './sessie-cookie.ts'
import { stijlController } from './stijl/controller.tsx'
import { toewijzingController } from './toewijzing/controller.tsx'
import { vandaagController } from './vandaag/controller.tsx'
import { werktVoorController } from './werkt-voor/controller.ts'
import { alsPartij } from './werkt-voor/partij.ts'
import { zoekController } from './zoeken/controller.tsx'

export type WebDiensten = { db: Db; clock: Clock; sleutels: Sleutels; log: Log; voorbeeld: boolean }

const rooms = [
  vandaagController,
  zoekController,
  werktVoorController,
  aanbiederController,
  overeenkomstController,
  berichtController,
  csvController,
  toewijzingController,
  kpiController,
  bevindingController,
  inrichtingController,
  logboekController,
  handleidingController,
  stijlController,
]

/** The web as one function from Request to Response. */
export function makeWeb(diensten: WebDiensten) {
  const { db, clock, log, voorbeeld } = diensten
  const cookie = makeSessieCookie(voorbeeld)
  const app = new Hono<AppEnv>()
  app.use(beveiligingskoppen)

  const asset = (path: string, encoding: string | undefined) => {
    const found = findAsset(path, encoding)
    return found && new Response(found.body, { headers: found.headers })
  }
  app.get('/assets/*', (c) => asset(c.req.path, c.req.header('accept-encoding')) ?? c.notFound())
  app.get('/favicon.svg', (c) => asset(c.req.path, c.req.header('accept-encoding')) ?? c.notFound())
  app.get('/gezond', (c) => c.text('gezond'))
  app.use((c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') controleerHerkomst(c)
    return next()
  })
  app.route('/', makeAanmelden(diensten, cookie))

  app.use(async (c, next) => {
    const token = cookie.lees(c)
    const sessie = token ? await findSessie(db, token, clock.now(), clock.today()) : undefined
    if (!sessie) return c.redirect(routes.aanmelden(), 303)
    const { ctx, partijen } = await alsPartij(basisVan(diensten, sessie), sessie)
    c.set('bezoeker', sessie)
    c.set('partijen', partijen)
    c.set('raam', makeRaam(ctx, sessie, partijen, c.req.path, voorbeeld))
    c.set('ctx', ctx)
    await gezien(ctx, sessie)
    try {
      await werk(c, ctx, next)
    } catch (error) {
      await noteerWeigering(c, ctx, error)
      throw error
    }
    await noteerWeigering(c, ctx, c.error)
    return undefined
  })
  for (const room of rooms) app.route('/', room)

  app.notFound((c) =>
    render(
      c,
      <FoutPage status={404} melding="Deze pagina bestaat niet, of u mag hem niet zien." raam={c.get('raam')} />,
      404,
    ),
  )
  app.onError((error, c) => {
    if (error instanceof Weigering) {
      return render(c, <FoutPage status={error.status} melding={error.message} raam={c.get('raam')} />, error.status)
    }
    if (error instanceof HTTPException) {
      return render(
        c,
        <FoutPage
          status={error.status}
          melding="Dit verzoek klopt niet. Ga terug en probeer het opnieuw."
          raam={c.get('raam')}
        />,
        error.status,
      )
    }
    // an id in a URL that PostgreSQL cannot read names nothing
    if (isPgError(error, '22P02')) return c.notFound()
    log.error({ err: error, method: c.req.method, route: routePath(c) }, 'request failed')
    return render(
      c,
      <FoutPage
        status={500}
        melding="Er ging iets mis aan onze kant. Er is niets half vastgelegd. Probeer het later opnieuw."
        raam={c.get('raam')}
      />,
      500,
    )
  })
  return app
}

/** Reads in one transaction; a change is checked to come from a page of this session and has transactions of its own. */
async function werk(c: HonoContext<AppEnv>, ctx: Context, next: Next) {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') {
    return inReadTransaction(ctx, async (ctx) => {
      c.set('ctx', ctx)
      await next()
    })
  }
  // multipart is checked by the handler, which reads it as a stream (csrf is its first field)
  if (!c.req.header('content-type')?.startsWith('multipart/')) controleerCsrf(c, (await c.req.parseBody())['csrf'])
  return next()
}

// After the transaction of the request, so that a refusal never waits for a second connection while it holds one.
async function noteerWeigering(c: HonoContext<AppEnv>, ctx: Context, fout: unknown) {
  if (!(fout instanceof Weigering) || fout.status !== 403) return
  await recordRefusal(ctx, { methode: c.req.method, route: routePath(c, -1), fout })
}

function basisVan({ db, clock, sleutels }: WebDiensten, sessie: Sessie): Context {
  const actor = { soort: 'gebruiker' as const, id: sessie.gebruikerId, naam: sessie.naam, rollen: [], agb: null }
  return { db, regioId: sessie.regioId, actor, now: clock.now(), today: clock.today(), sleutels }
}
