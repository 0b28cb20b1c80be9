import { Hono, type Context as HonoContext } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import type { AppEnv } from '../app-env.ts'
import type { Clock } from '../platform/clock.ts'
import type { Context, Db } from '../platform/context.ts'
import { isPgError, Weigering } from '../platform/errors.ts'
import type { Organisatie } from '../domain/plan/account/organisatie-instelling.ts'
import { legInzageVast, makeInzage, type Vastlegger } from '../platform/inzage.ts'
import type { Oidc } from '../platform/oidc.ts'
import type { Log } from '../platform/log.ts'
import { findSessie, gezien, SESSIEDUUR, type Sessie, type Sessieduur } from '../platform/sessie.ts'
import type { Sleutels } from '../platform/sleutels.ts'
import { inReadTransaction } from '../platform/transaction.ts'
import type { Virusscanner } from '../platform/virusscanner.ts'
import { recordRefusal } from '../platform/weigering.ts'
import { makeAanmelden } from './aanmelden/controller.tsx'
import { certificaatController } from './aanbieder/certificaat-controller.tsx'
import { OpnieuwVersturenPage, SessieVoorbijPage } from './aanmelden/sessie-voorbij-page.tsx'
import { makeAccount } from './account/controller.tsx'
import { makeAdreslezer, type Adreslezer } from './adres.ts'
import { makeOmzeilingen } from './omzeilingen.ts'
import { aanbiederController } from './aanbieder/controller.tsx'
import { klasseController } from './aanbieder/klasse-controller.tsx'
import { actieController } from './actie/controller.tsx'
import { gesprekkenController } from './gesprek/controller.tsx'
import { gesprekController } from './gesprek/gesprek-controller.tsx'
import { gespreksstukkenController } from './gesprek/stukken-controller.ts'
import { verslagController } from './gesprek/verslag-controller.tsx'
import { kernpartnerController } from './aanbieder/kernpartner-controller.tsx'
import { omvangController } from './aanbieder/omvang-controller.tsx'
import { findAsset } from './assets/assets.ts'
import { berichtController } from './bericht/controller.tsx'
import { bevindingController } from './bevinding/controller.tsx'
import { bewarenController } from './bewaren/controller.tsx'
import { bezettingController } from './bezetting/controller.tsx'
import { budgetController } from './budget/controller.tsx'
import { contactpersoonController } from './contactpersoon/controller.tsx'
import { controleerCsrf, controleerHerkomst } from './csrf.ts'
import { ONLEESBAAR, weigerNultekens } from './nultekens.ts'
import { briefController } from './brief/controller.tsx'
import { briefactenController } from './brief/acten-controller.tsx'
import { csvController } from './csv/controller.tsx'
import { dossierController } from './dossier/controller.tsx'
import { escalatieController } from './escalatie/controller.tsx'
import { escalatiestapController } from './escalatie/stap-controller.tsx'
import { evaluatieController } from './evaluatie/controller.tsx'
import { begrensFormulier } from './formuliergrens.ts'
import { FoutPage } from './fout-page.tsx'
import { beperkAlles, GEWONE_GRENS, maakGrens, type GewoneGrens } from './gewone-grens.ts'
import { weigerBsn, zonderBsn } from './geen-bsn.ts'
import { makeGebruikers } from './gebruiker/controller.tsx'
import { clientverzoekController } from './clientverzoek/controller.tsx'
import { handleidingController } from './handleiding/controller.tsx'
import { maakBeveiligingskoppen } from './headers.ts'
import { huisstijlController } from './huisstijl/controller.tsx'
import { sjabloonController } from './huisstijl/sjabloon-controller.tsx'
import { inrichtingController } from './inrichting/controller.tsx'
import { ingelichtController } from './inrichting/ingelicht-controller.tsx'
import { organisatieafsprakenController } from './organisatie/afspraken-controller.tsx'
import { organisatieController } from './organisatie/controller.tsx'
import { opdrachtController } from './organisatie/opdracht-controller.tsx'
import { organisatiemodelController } from './organisatie/model-controller.tsx'
import { inzageController } from './inzage/controller.tsx'
import { vastleggenInzage } from './inzage-vastleggen.tsx'
import { makeKalender } from './kalender/controller.tsx'
import { makeKalenderfeed } from './kalender/feed.ts'
import { ladderController } from './ladder/controller.tsx'
import { kpiController } from './kpi/controller.tsx'
import { logboekController } from './logboek/controller.tsx'
import { beperk } from './limieten.ts'
import { heeftKpis } from '../domain/check/kpi/heeft-kpis.ts'
import { makeRaam } from './menu.ts'
import { overeenkomstController } from './overeenkomst/controller.tsx'
import { tafelController } from './overlegtafel/controller.tsx'
import { deelnameController } from './overlegtafel/deelname-controller.tsx'
import { houdenController } from './overlegtafel/houden-controller.tsx'
import { makeNieuws } from './publicatie/nieuws.tsx'
import { publicatieController } from './publicatie/controller.tsx'
import { rechtenController } from './rechten/controller.tsx'
import { render } from './render-page.tsx'
import { routes } from './routes.ts'
import { securityTxt } from './security-txt.ts'
import { makeCookies, type Cookies } from './sessie-cookie.ts'
import { stijlController } from './stijl/controller.tsx'
import { bewaar } from './terug.ts'
import { toewijzingController } from './toewijzing/controller.tsx'
import { planformulierWijzigenController } from './verbeterplan/formulier-wijzigen-controller.tsx'
import { planformulierController } from './verbeterplan/formulier-controller.tsx'
import { verbeterplanController } from './verbeterplan/controller.tsx'
import { vandaagController } from './vandaag/controller.tsx'
import { voorkeurenController } from './voorkeuren/controller.tsx'
import { weergaveController } from './weergave/controller.tsx'
import { overeenkomstgegevensController } from './overeenkomst/gegevens-controller.tsx'
import { verlengingController } from './overeenkomst/verlenging-controller.tsx'
import { werktVoorController } from './werkt-voor/controller.ts'
import { alsPartij } from './werkt-voor/partij.ts'
import { zoekController } from './zoeken/controller.tsx'
import { begrensZwaarWerk, ZWAARGRENS, type Zwaargrens } from './zwaar-werk.ts'

export type WebDiensten = {
  db: Db
  clock: Clock
  sleutels: Sleutels
  log: Log
  voorbeeld: boolean
  /** Where to report a weakness: a mailto: or https: address */
  beveiligingscontact?: string | undefined
  sessieduur?: Sessieduur
  /** The address on which people open the program; passkeys belong to it. */
  url?: string | undefined
  /** Proxies of ours, whose word about where a request comes from is believed. */
  proxys?: readonly string[]
  /** Whether a mail server is set. */
  mail?: boolean
  /** The identity provider of the organisation, when one is set. */
  organisatie?: { instelling: Organisatie; oidc: Oidc } | undefined
  /** How reading cases is recorded; another one only where its cost is measured. */
  legVast?: Vastlegger
  /** How often anything may be asked; without it only what is heavy or sensitive has a limit (tests, measuring). */
  gewoon?: GewoneGrens | number | boolean | undefined
  /** How many files are made at once. */
  zwaar?: Zwaargrens
  /** Asked about every file before it is read, when one is set. */
  scanner?: Virusscanner | undefined
}

/** The services with what every part of the web shares. */
export type Webgereedschap = Required<
  Omit<
    WebDiensten,
    'url' | 'proxys' | 'beveiligingscontact' | 'organisatie' | 'legVast' | 'scanner' | 'gewoon' | 'zwaar'
  >
> & {
  url: string | undefined
  organisatie: WebDiensten['organisatie']
  cookies: Cookies
  leesAdres: Adreslezer
}

const rooms = [
  vandaagController,
  zoekController,
  werktVoorController,
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
  deelnameController,
  tafelController,
  houdenController,
  gesprekkenController,
  gesprekController,
  verslagController,
  gespreksstukkenController,
  actieController,
  klasseController,
  escalatieController,
  escalatiestapController,
  verbeterplanController,
  planformulierController,
  planformulierWijzigenController,
  dossierController,
  briefController,
  briefactenController,
  publicatieController,
  huisstijlController,
  sjabloonController,
  bezettingController,
  budgetController,
  bewarenController,
  clientverzoekController,
  ladderController,
  ingelichtController,
  inrichtingController,
  organisatieController,
  organisatiemodelController,
  organisatieafsprakenController,
  opdrachtController,
  rechtenController,
  logboekController,
  inzageController,
  voorkeurenController,
  weergaveController,
  handleidingController,
]

/** The web as one function from Request to Response. */
export function makeWeb(diensten: WebDiensten) {
  const { db, clock, log, voorbeeld, url, proxys = [], sessieduur = SESSIEDUUR, mail = false } = diensten
  const { beveiligingscontact, organisatie, legVast = legInzageVast, gewoon, zwaar = ZWAARGRENS } = diensten
  const cookies = makeCookies(voorbeeld)
  const leesAdres = makeAdreslezer(proxys)
  const gereedschap: Webgereedschap = { ...diensten, url, sessieduur, mail, organisatie, cookies, leesAdres }
  const meldOmzeiling = makeOmzeilingen({ log, clock })
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
  if (gewoon) {
    const grens = gewoon === true ? GEWONE_GRENS : typeof gewoon === 'number' ? maakGrens(gewoon) : gewoon
    app.use(beperkAlles(grens, { clock, cookies, leesAdres }))
  }
  app.use((c, next) => {
    weigerNultekens(new URL(c.req.url).search === '' ? [] : Object.values(c.req.queries()).flat())
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    controleerHerkomst(c)
    return begrensFormulier(c, next)
  })
  app.use(beperk('adres', gereedschap))
  app.route('/', makeAanmelden(gereedschap))
  app.route('/', makeKalenderfeed(gereedschap))
  app.route('/', makeNieuws(gereedschap))

  const zoekSessie = (c: HonoContext) => {
    const token = cookies.sessie.lees(c)
    return token
      ? findSessie(db, token, { now: clock.now(), today: clock.today(), stil: sessieduur.stil, voorbeeld })
      : Promise.resolve(undefined)
  }

  app.use(vastleggenInzage({ db, clock, log, legVast }))
  app.use(async (c, next) => {
    const leest = c.req.method === 'GET' || c.req.method === 'HEAD'
    const sessie = await zoekSessie(c)
    if (!sessie) return leest ? c.redirect(naarAanmelden(c), 303) : toonSessieVoorbij(c)
    const { ctx: partij, partijen } = await alsPartij(basisVan(diensten, sessie), sessie)
    const ctx = { ...partij, inzage: makeInzage(clock.now(), c.req.header('traceparent')) }
    // what a page does by itself is no sign that somebody is there
    const gezienOp = isAchtergrond(c) ? sessie.laatstGezienOp : await gezien(ctx, sessie)
    c.set('bezoeker', sessie)
    c.set('partijen', partijen)
    c.set('scanner', diensten.scanner)
    c.set('mail', mail)
    const loop = { voorbeeld, kpis: await heeftKpis(ctx), stil: sessieduur.stil, gezienOp }
    c.set('raam', makeRaam(ctx, sessie, partijen, c.req.path, loop))
    c.set('ctx', ctx)
    return next()
  })
  app.use(async (c, next) => {
    const { ctx } = c.var
    try {
      await next()
    } catch (error) {
      await noteerWeigering(c, ctx, error)
      throw error
    }
    await noteerWeigering(c, ctx, c.error)
  })
  app.use(beperk('persoon', gereedschap))
  app.use(begrensZwaarWerk(zwaar))
  app.use(async (c, next) => {
    const { ctx, bezoeker } = c.var
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      const schoon = zonderBsn(c.req.url)
      if (schoon !== undefined) return c.redirect(schoon, 303)
      await inReadTransaction(ctx, async (ctx) => {
        c.set('ctx', ctx)
        await next()
      })
      // a file takes long to make: meanwhile the session may have ended, and then nobody gets it (S27)
      if (c.res.headers.has('content-disposition') && !(await zoekSessie(c))) {
        // emptied first, else its headers would go along
        c.res = undefined
        c.res = new Response(null, { status: 303, headers: { location: naarAanmelden(c) } })
      }
      return
    }
    // multipart is checked by the handler, which reads it as a stream (csrf is its first field)
    if (c.req.header('content-type')?.startsWith('multipart/')) return next()
    const velden = await c.req.parseBody({ all: true })
    const bewaard = isOudeSessie(c, velden['csrf']) ? bewaar(c.req.path, velden) : undefined
    if (bewaard) {
      const { csrf, naam, regioNaam: regio } = bezoeker
      const waarom = 'U meldde zich aan nadat u deze pagina opende.'
      return render(c, <OpnieuwVersturenPage {...{ bewaard, csrf, naam, regio, waarom }} />, 409)
    }
    weigerNultekens(Object.values(velden).flat())
    controleerCsrf(c, velden['csrf'])
    weigerBsn(velden)
    return next()
  })
  app.route('/', makeAccount(gereedschap))
  app.route('/', makeGebruikers(gereedschap))
  app.route('/', makeKalender(gereedschap))
  for (const room of rooms) app.route('/', room)
  // samples of every building block, for who works on the program
  if (voorbeeld) app.route('/', stijlController)

  app.notFound((c) =>
    render(
      c,
      <FoutPage status={404} melding="Deze pagina bestaat niet, of u mag hem niet zien." raam={c.get('raam')} />,
      404,
    ),
  )
  app.onError((error, c) => {
    if (error instanceof Weigering) {
      if ((c.get('ctx') as Context | undefined) === undefined) meldOmzeiling(c, error)
      if (error.opnieuwNa !== undefined) c.header('Retry-After', String(error.opnieuwNa))
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
    // a question that took too long was broken off (transaction.ts): the database is busy, or it asks too much at once
    if (isPgError(error, '57014')) {
      log.warn({ method: c.req.method, route: routePath(c) }, 'query cancelled')
      c.header('Retry-After', '60')
      return render(c, <FoutPage status={503} melding={DUURT_LANG} raam={c.get('raam')} />, 503)
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

const DUURT_LANG = 'Dit duurde te lang en is afgebroken. Kies minder tegelijk, of probeer het over een minuut opnieuw.'

/** Signing in, and then back to this page. */
function naarAanmelden(c: HonoContext): string {
  const { pathname, search } = new URL(c.req.url)
  const terug = pathname + search
  return routes.aanmelden(undefined, { terug: terug === '/' ? undefined : terug })
}

async function toonSessieVoorbij(c: HonoContext) {
  const multipart = c.req.header('content-type')?.startsWith('multipart/') === true
  const bewaard = multipart ? undefined : bewaar(c.req.path, await c.req.parseBody({ all: true }))
  c.header('WWW-Authenticate', 'Overlap')
  return render(c, <SessieVoorbijPage bewaard={bewaard} />, 401)
}

/** A form of this program, from a page that was opened in an earlier session: the browser says that the page is ours. */
function isOudeSessie(c: HonoContext<AppEnv>, csrf: unknown): boolean {
  return (
    typeof csrf === 'string' &&
    csrf !== '' &&
    csrf !== c.var.bezoeker.csrf &&
    c.req.header('sec-fetch-site') === 'same-origin' &&
    c.req.header('sec-fetch-mode') === 'navigate'
  )
}

/** Asked by a script of ours without anybody doing anything. */
function isAchtergrond(c: HonoContext): boolean {
  return c.req.header('x-overlap-achtergrond') !== undefined || c.req.path === routes.sessie()
}

// After the transaction of the request, so that a refusal never waits for a second connection while it holds one.
async function noteerWeigering(c: HonoContext<AppEnv>, ctx: Context, fout: unknown) {
  if (!(fout instanceof Weigering) || ![403, 429].includes(fout.status)) return
  await recordRefusal(ctx, { methode: c.req.method, route: routePath(c, -1), fout })
}

function basisVan({ db, clock, sleutels }: WebDiensten, sessie: Sessie): Context {
  const actor = { soort: 'gebruiker' as const, id: sessie.gebruikerId, naam: sessie.naam, rollen: [], agb: null }
  return { db, regioId: sessie.regioId, actor, now: clock.now(), today: clock.today(), sleutels }
}
