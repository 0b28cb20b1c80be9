import type { Context as HonoContext, Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { eigenaarVan } from '../../domain/plan/account/controleer-code.ts'
import { kiesWachtwoord } from '../../domain/plan/account/kies-wachtwoord.ts'
import { findAanmelding, findLink, findRegionaam } from '../../domain/plan/account/queries.ts'
import { stelTweedeFactorIn } from '../../domain/plan/account/stel-tweede-factor-in.ts'
import { leesToken } from '../../domain/plan/account/token.ts'
import { geheimAlsTekst, totpAdres } from '../../domain/plan/account/totp.ts'
import { vraagWachtwoordAan } from '../../domain/plan/account/vraag-wachtwoord-aan.ts'
import { listRegios } from '../../domain/plan/inrichting/list-regios.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { tekst } from '../form.ts'
import { render } from '../render-page.tsx'
import { zonderBsnTekst } from '../geen-bsn.ts'
import { routes } from '../routes.ts'
import type { Aanmeldgereedschap } from './controller.tsx'
import { HerstelcodesPage } from './herstelcodes-page.tsx'
import { TweedeFactorPage } from './tweede-factor-page.tsx'
import {
  LinkAangevraagdPage,
  LinkVerlopenPage,
  WachtwoordKiezenPage,
  WachtwoordVergetenPage,
} from './wachtwoord-pages.tsx'

/** Invitation, and a forgotten password: what a link in a mail opens. Opening alone uses nothing up, for mail scanners open links too. */
export function voegLinksToe(app: Hono<AppEnv>, gereedschap: Aanmeldgereedschap) {
  const { db, cookies, anoniem, herkomst, sessieduur } = gereedschap

  // the demonstration has no passwords
  if (gereedschap.voorbeeld) return

  app.get(routes.wachtwoordVergeten(), async (c) => render(c, <WachtwoordVergetenPage regios={await listRegios(db)} />))

  app.post(routes.wachtwoordVergeten(), async (c) => {
    const velden = await c.req.parseBody()
    const waarden = {
      regio: tekst(velden['regio']),
      email: zonderBsnTekst(tekst(velden['email'])).trim().toLowerCase(),
    }
    const regios = await listRegios(db)
    const regio = regios.find(({ id }) => id === waarden.regio)
    const fouten = [
      ...(regio ? [] : [{ veld: 'regio', melding: 'Kies uw regio' }]),
      ...(/^[^@\s]+@[^@\s]+$/.test(waarden.email) && waarden.email.length <= 254
        ? []
        : [{ veld: 'email', melding: 'Vul uw e-mailadres in, bijvoorbeeld naam@gemeente.nl' }]),
    ]
    if (!regio || fouten.length > 0) return render(c, <WachtwoordVergetenPage {...{ regios, waarden, fouten }} />, 422)
    await vraagWachtwoordAan(anoniem(regio.id), waarden.email)
    return render(c, <LinkAangevraagdPage />)
  })

  for (const soort of ['uitnodiging', 'wachtwoord'] as const) {
    const pad = routes.link(soort, ':token')

    app.get(pad, async (c) => {
      const gelezen = await leesLink(c.req.param('token') ?? '', soort)
      if (!gelezen) return render(c, <LinkVerlopenPage soort={soort} />, 404)
      return render(c, <WachtwoordKiezenPage {...gelezen} />)
    })

    app.post(pad, async (c) => {
      const gelezen = await leesLink(c.req.param('token') ?? '', soort)
      if (!gelezen) return render(c, <LinkVerlopenPage soort={soort} />, 404)
      const { regioId, hash } = leesToken(gelezen.token)!
      const wachtwoord = (await c.req.parseBody())['wachtwoord']
      const keuze = await kiesWachtwoord(anoniem(regioId), hash, tekst(wachtwoord).slice(0, 2000))
      if (keuze.soort === 'over') return render(c, <LinkVerlopenPage soort={soort} />, 404)
      if (keuze.soort === 'fout') return render(c, <WachtwoordKiezenPage {...gelezen} fout={keuze.melding} />, 422)
      cookies.aanmelding.zet(c, keuze.token)
      return c.redirect(keuze.stap === 'uitnodiging' ? routes.aanmeldenTweedeFactor() : routes.aanmeldenCode(), 303)
    })
  }

  function leesLink(heel: string, soort: 'uitnodiging' | 'wachtwoord') {
    const token = leesToken(heel)
    if (!token) return Promise.resolve(undefined)
    return inReadTransaction(anoniem(token.regioId), async (ctx) => {
      const link = await findLink(ctx, token.hash)
      if (link?.soort !== soort) return undefined
      return { soort, token: heel, naam: link.naam, email: link.email, regio: await findRegionaam(ctx) }
    })
  }

  app.get(routes.aanmeldenTweedeFactor(), async (c) => {
    const bezig = await leesInstellen(c)
    return bezig ? render(c, <TweedeFactorPage {...bezig} />) : render(c, <LinkVerlopenPage soort="uitnodiging" />, 404)
  })

  app.post(routes.aanmeldenTweedeFactor(), async (c) => {
    const token = leesToken(cookies.aanmelding.lees(c))
    const bezig = await leesInstellen(c)
    if (!token || !bezig) return render(c, <LinkVerlopenPage soort="uitnodiging" />, 404)
    const code = (await c.req.parseBody())['code']
    const uitkomst = await stelTweedeFactorIn(anoniem(token.regioId), token.hash, {
      code: tekst(code).slice(0, 100),
      herkomst: herkomst(c),
      duur: sessieduur,
    })
    if (uitkomst.soort === 'over') return render(c, <LinkVerlopenPage soort="uitnodiging" />, 404)
    if (uitkomst.soort === 'fout') {
      const fout =
        'De code klopt niet. Kijk of de klok van uw telefoon gelijk loopt, en vul de code in die de app nu toont.'
      return render(c, <TweedeFactorPage {...bezig} fout={fout} />, 422)
    }
    // the cookies of a session, with the codes as the answer: they are shown here and nowhere else
    cookies.sessie.zet(c, uitkomst.token)
    cookies.aanmelding.wis(c)
    return render(c, <HerstelcodesPage regio={bezig.regio} codes={uitkomst.herstelcodes} verder={routes.vandaag()} />)
  })

  function leesInstellen(c: HonoContext) {
    const token = leesToken(cookies.aanmelding.lees(c))
    if (!token) return Promise.resolve(undefined)
    return inReadTransaction(anoniem(token.regioId), async (ctx) => {
      const aanmelding = await findAanmelding(ctx, token.hash)
      if (aanmelding?.soort !== 'uitnodiging') return undefined
      const regio = await findRegionaam(ctx)
      const eigenaar = eigenaarVan(ctx, aanmelding.gebruikerId)
      const geheim = ctx.sleutels.kluis(ctx.regioId).ontzegel(aanmelding.totpGeheim!, eigenaar)
      return { regio, adres: totpAdres(geheim, aanmelding.email, regio), geheim: geheimAlsTekst(geheim) }
    })
  }
}
