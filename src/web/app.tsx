import { Hono } from 'hono'
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
import { makeAanmelden } from './aanmelden/controller.tsx'
import { certificaatController } from './aanbieder/certificaat-controller.tsx'
import { aanbiederController } from './aanbieder/controller.tsx'
import { kernpartnerController } from './aanbieder/kernpartner-controller.tsx'
import { omvangController } from './aanbieder/omvang-controller.tsx'
import { findAsset } from './assets/assets.ts'
import { berichtController } from './bericht/controller.tsx'
import { bevindingController } from './bevinding/controller.tsx'
import { bezettingController } from './bezetting/controller.tsx'
import { budgetController } from './budget/controller.tsx'
import { contactpersoonController } from './contactpersoon/controller.tsx'
import { controleerCsrf, controleerHerkomst } from './csrf.ts'
import { ONLEESBAAR, weigerNultekens } from './nultekens.ts'
import { csvController } from './csv/controller.tsx'
import { evaluatieController } from './evaluatie/controller.tsx'
import { FoutPage } from './fout-page.tsx'
import { weigerBsn, zonderBsn } from './geen-bsn.ts'
import { handleidingController } from './handleiding/controller.tsx'
import { maakBeveiligingskoppen } from './headers.ts'
import { inrichtingController } from './inrichting/controller.tsx'
import { kpiController } from './kpi/controller.tsx'
import { logboekController } from './logboek/controller.tsx'
import { makeRaam } from './menu.ts'
import { overeenkomstController } from './overeenkomst/controller.tsx'
import { render } from './render-page.tsx'
import { routes } from './routes.ts'
import { securityTxt } from './security-txt.ts'
import { makeSessieCookie } from './sessie-cookie.ts'
import { stijlController } from './stijl/controller.tsx'
import { toewijzingController } from './toewijzing/controller.tsx'
import { vandaagController } from './vandaag/controller.tsx'
import { voorkeurenController } from './voorkeuren/controller.tsx'
import { weergaveController } from './weergave/controller.tsx'
import { overeenkomstgegevensController } from './overeenkomst/gegevens-controller.tsx'
import { verlengingController } from './overeenkomst/verlenging-controller.tsx'
import { zoekController } from './zoeken/controller.tsx'

export type WebDiensten = {
  db: Db
  clock: Clock
  sleutels: Sleutels
  log: Log
  voorbeeld: boolean
  /** Where to report a weakness: a mailto: or https: address */
  beveiligingscontact?: string | undefined
}

const rooms = [
  vandaagController,
  zoekController,
  aanbiederController,
  certificaatController,
  kernpartnerController,
  omvangController,
  overeenkomstController,
  contactpersoonController,
  overeenkomstgegevensController,
  verlengingController,
  berichtController,
  evaluatieController,
  csvController,
  toewijzingController,
  kpiController,
  bevindingController,
  bezettingController,
  budgetController,
  inrichtingController,
  logboekController,
  voorkeurenController,
  weergaveController,
  handleidingController,
  stijlController,
]

/** The web as one function from Request to Response. */
export function makeWeb(diensten: WebDiensten) {
  const { db, clock, log, voorbeeld, beveiligingscontact } = diensten
  const cookie = makeSessieCookie(voorbeeld)
  const app = new Hono<AppEnv>()
  app.use(maakBeveiligingskoppen(voorbeeld))

  const asset = (path: string, encoding: string | undefined) => {
    const found = findAsset(path, encoding)
    return found && new Response(found.body, { headers: found.headers })
  }
  app.get('/assets/*', (c) => asset(c.req.path, c.req.header('accept-encoding')) ?? c.notFound())
  app.get('/favicon.svg', (c) => asset(c.req.path, c.req.header('accept-encoding')) ?? c.notFound())
  app.get('/gezond', (c) => c.text('gezond'))
  const contact = beveiligingscontact ?? (voorbeeld ? 'mailto:beveiliging@voorbeeld.example' : undefined)
  app.get('/.well-known/security.txt', (c) =>
    contact === undefined
      ? c.notFound()
      : c.body(securityTxt(clock.today(), contact), 200, { 'content-type': 'text/plain; charset=utf-8' }),
  )
  app.use((c, next) => {
    weigerNultekens(new URL(c.req.url).search === '' ? [] : Object.values(c.req.queries()).flat())
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') controleerHerkomst(c)
    return next()
  })
  app.route('/', makeAanmelden(diensten, cookie))

  app.use(async (c, next) => {
    const token = cookie.lees(c)
    const sessie = token ? await findSessie(db, token, clock.now(), clock.today()) : undefined
    if (!sessie) return c.redirect(routes.aanmelden(), 303)
    const ctx = contextVan(diensten, sessie)
    c.set('bezoeker', sessie)
    c.set('raam', makeRaam(ctx, sessie, c.req.path, voorbeeld))
    c.set('ctx', ctx)
    await gezien(ctx, sessie)

    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      const schoon = zonderBsn(c.req.url)
      if (schoon !== undefined) return c.redirect(schoon, 303)
      return inReadTransaction(ctx, async (ctx) => {
        c.set('ctx', ctx)
        await next()
      })
    }
    // multipart is checked by the handler, which reads it as a stream (csrf is its first field)
    if (!c.req.header('content-type')?.startsWith('multipart/')) {
      const velden = await c.req.parseBody({ all: true })
      weigerNultekens(Object.values(velden).flat())
      controleerCsrf(c, velden['csrf'])
      weigerBsn(velden)
    }
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
    // a number, day or character beyond what PostgreSQL can hold is the sender's, not ours
    if (['22003', '22007', '22008', '22021'].some((code) => isPgError(error, code))) {
      log.warn({ method: c.req.method, route: routePath(c) }, 'input out of range')
      return render(c, <FoutPage status={400} melding={ONLEESBAAR} raam={c.get('raam')} />, 400)
    }
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
