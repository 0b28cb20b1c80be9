import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import type { AppEnv } from '../app-env.ts'
import type { Clock } from '../platform/clock.ts'
import type { Context, Db } from '../platform/context.ts'
import { isPgError, Weigering } from '../platform/errors.ts'
import { legInzageVast, makeInzage, type Vastlegger } from '../platform/inzage.ts'
import type { Log } from '../platform/log.ts'
import { findSessie, gezien, type Sessie } from '../platform/sessie.ts'
import type { Sleutels } from '../platform/sleutels.ts'
import { inReadTransaction } from '../platform/transaction.ts'
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
import { inzageController } from './inzage/controller.tsx'
import { vastleggenInzage } from './inzage-vastleggen.tsx'
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
import { zoekController } from './zoeken/controller.tsx'

export type WebDiensten = {
  db: Db
  clock: Clock
  sleutels: Sleutels
  log: Log
  voorbeeld: boolean
  /** How reading cases is recorded; another one only where its cost is measured. */
  legVast?: Vastlegger
}

const rooms = [
  vandaagController,
  zoekController,
  aanbiederController,
  overeenkomstController,
  berichtController,
  csvController,
  toewijzingController,
  kpiController,
  bevindingController,
  inrichtingController,
  logboekController,
  inzageController,
  handleidingController,
  stijlController,
]

/** The web as one function from Request to Response. */
export function makeWeb(diensten: WebDiensten) {
  const { db, clock, log, voorbeeld, legVast = legInzageVast } = diensten
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

  app.use(vastleggenInzage({ db, clock, log, legVast }))
  app.use(async (c, next) => {
    const token = cookie.lees(c)
    const sessie = token ? await findSessie(db, token, clock.now(), clock.today()) : undefined
    if (!sessie) return c.redirect(routes.aanmelden(), 303)
    const ctx = { ...contextVan(diensten, sessie), inzage: makeInzage(clock.now(), c.req.header('traceparent')) }
    c.set('bezoeker', sessie)
    c.set('raam', makeRaam(ctx, sessie, c.req.path, voorbeeld))
    c.set('ctx', ctx)
    await gezien(ctx, sessie)

    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      return inReadTransaction(ctx, async (ctx) => {
        c.set('ctx', ctx)
        await next()
      })
    }
    // multipart is checked by the handler, which reads it as a stream (csrf is its first field)
    if (!c.req.header('content-type')?.startsWith('multipart/')) controleerCsrf(c, (await c.req.parseBody())['csrf'])
    return next()
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

function contextVan({ db, clock, sleutels }: WebDiensten, sessie: Sessie): Context {
  // Somebody with only aanbieder roles sees one aanbieder; a role without that limit lifts it.
  const beperkt = sessie.rollen.length > 0 && sessie.rollen.every(({ agb }) => agb !== null)
  const actor = {
    soort: 'gebruiker' as const,
    id: sessie.gebruikerId,
    naam: sessie.naam,
    rollen: sessie.rollen,
    agb: beperkt ? (sessie.rollen[0]?.agb ?? null) : null,
  }
  return { db, regioId: sessie.regioId, actor, now: clock.now(), today: clock.today(), sleutels }
}
