import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { Hono, type Context as HonoContext } from 'hono'
import type { ReactElement } from 'react'
import type { AppEnv } from '../../app-env.ts'
import { beeindigAndereSessies, beeindigEigenSessie } from '../../domain/plan/account/beeindig-eigen-sessie.ts'
import type { Bewijs } from '../../domain/plan/account/bevestig-zelf.ts'
import { eigenaarVan } from '../../domain/plan/account/controleer-code.ts'
import { findAanmelding, findEigenAccount, listSessies } from '../../domain/plan/account/queries.ts'
import {
  beginToegangssleutel,
  listToegangssleutels,
  verwijderToegangssleutel,
  voegToegangssleutelToe,
} from '../../domain/plan/account/toegangssleutels.ts'
import { leesToken } from '../../domain/plan/account/token.ts'
import { geheimAlsTekst, totpAdres } from '../../domain/plan/account/totp.ts'
import {
  beginTweedeFactor,
  vernieuwHerstelcodes,
  vervangTweedeFactor,
} from '../../domain/plan/account/vervang-tweede-factor.ts'
import { wijzigWachtwoord } from '../../domain/plan/account/wijzig-wachtwoord.ts'
import type { Context } from '../../platform/context.ts'
import { forbidden, notFound, Weigering } from '../../platform/errors.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import { leesAntwoord } from '../aanmelden/sleutel-controller.tsx'
import type { Webgereedschap } from '../app.tsx'
import { tekst } from '../form.ts'
import { render } from '../render-page.tsx'
import { routes } from '../routes.ts'
import { toestelInWoorden } from '../toestel.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { AccountPage } from './account-page.tsx'
import { AppVervangenPage, BewijsPage, NieuweHerstelcodesPage, SleutelMakenPage } from './wijzig-pages.tsx'
import { VerlengdPage } from './verlengd-page.tsx'

const ID = ':id{[0-9a-f-]{36}}'

/** The own account: password, second factor, passkeys, sessions; and how long the present session lasts. */
export function makeAccount(gereedschap: Webgereedschap) {
  const { cookies, sessieduur, url, voorbeeld } = gereedschap
  const app = new Hono<AppEnv>()

  app.get(routes.sessie(), (c) => c.json(loop(c)))
  app.post(routes.sessie('verlengen'), (c) =>
    c.req.header('accept') === 'application/json'
      ? c.json(loop(c))
      : render(c, <VerlengdPage tot={c.var.raam.sessie!.stilTot} regio={c.var.bezoeker.regioNaam} />),
  )

  app.get(routes.account(), async (c) => {
    const { ctx, raam, bezoeker } = c.var
    return render(
      c,
      <AccountPage
        raam={raam}
        ctx={ctx}
        wijze={bezoeker.wijze}
        account={await findEigenAccount(ctx)}
        sleutels={await listToegangssleutels(ctx)}
        sleutelsMogelijk={url !== undefined && !voorbeeld}
        sessies={await listSessies(ctx, ctx.actor.id, sessieduur.stil)}
        dezeSessie={bezoeker.sessieId}
        gedaan={c.req.query('gedaan')}
      />,
    )
  })

  app.get(routes.account('sessies/andere'), (c) => toonBewijs(c, 'sessies/andere'))
  app.post(routes.account('sessies/andere'), (c) =>
    metBewijs(c, 'sessies/andere', async (ctx, bewijs) => {
      await beeindigAndereSessies(ctx, c.var.bezoeker.sessieId, bewijs)
      return c.redirect(`${routes.account()}?gedaan=sessies`, 303)
    }),
  )
  const vindSessie = async (ctx: Context, c: HonoContext<AppEnv>) => {
    const sessies = await listSessies(ctx, ctx.actor.id, sessieduur.stil)
    const sessie = sessies.find(({ id }) => id === c.req.param('id'))
    if (!sessie) throw notFound('Deze sessie')
    return { id: sessie.id, naam: sessie.toestel || 'onbekend apparaat' }
  }
  app.get(routes.eigenSessieBeeindigen(ID), async (c) => toonBewijs(c, 'sessie', {}, await vindSessie(c.var.ctx, c)))
  app.post(routes.eigenSessieBeeindigen(ID), async (c) => {
    const sessie = await inReadTransaction(c.var.ctx, (ctx) => vindSessie(ctx, c))
    return metBewijs(
      c,
      'sessie',
      async (ctx, bewijs) => {
        await beeindigEigenSessie(ctx, sessie.id, bewijs)
        return c.redirect(`${routes.account()}?gedaan=sessie`, 303)
      },
      sessie,
    )
  })

  // Each of these asks for password and code again, on a page of its own.
  app.get(routes.account('wachtwoord'), (c) => toonBewijs(c, 'wachtwoord'))
  app.post(routes.account('wachtwoord'), (c) =>
    metBewijs(c, 'wachtwoord', async (ctx, bewijs, velden) => {
      const nieuw = velden['nieuw'] ?? ''
      cookies.sessie.zet(
        c,
        await wijzigWachtwoord(ctx, c.var.bezoeker.sessieId, { ...bewijs, nieuw: nieuw.slice(0, 2000) }),
      )
      return c.redirect(`${routes.account()}?gedaan=wachtwoord`, 303)
    }),
  )

  app.get(routes.account('herstelcodes'), (c) => toonBewijs(c, 'herstelcodes'))
  app.post(routes.account('herstelcodes'), (c) =>
    metBewijs(c, 'herstelcodes', async (ctx, bewijs) => {
      const { token, codes } = await vernieuwHerstelcodes(ctx, c.var.bezoeker.sessieId, bewijs)
      cookies.sessie.zet(c, token)
      return render(c, <NieuweHerstelcodesPage regio={c.var.bezoeker.regioNaam} codes={codes} />)
    }),
  )

  app.get(routes.account('tweede-factor'), (c) => toonBewijs(c, 'tweede-factor'))
  app.post(routes.account('tweede-factor'), (c) =>
    metBewijs(c, 'tweede-factor', async (ctx, bewijs) => {
      cookies.aanmelding.zet(c, await beginTweedeFactor(ctx, bewijs))
      return c.redirect(routes.account('tweede-factor/code'), 303)
    }),
  )
  app.get(routes.account('tweede-factor/code'), async (c) => {
    const instellen = await leesInstellen(c, c.var.ctx)
    if (!instellen) return c.redirect(routes.account('tweede-factor'), 303)
    return render(c, <AppVervangenPage raam={c.var.raam} {...instellen} />)
  })
  app.post(routes.account('tweede-factor/code'), async (c) => {
    const { ctx, bezoeker, raam } = c.var
    const token = leesToken(cookies.aanmelding.lees(c))
    const code = (await c.req.parseBody())['code']
    const instellen = await inReadTransaction(ctx, (ctx) => leesInstellen(c, ctx))
    if (!token || !instellen) return c.redirect(routes.account('tweede-factor'), 303)
    const uitkomst = await vervangTweedeFactor(ctx, bezoeker.sessieId, token.hash, tekst(code).slice(0, 100))
    if (uitkomst.soort === 'over') return c.redirect(routes.account('tweede-factor'), 303)
    if (uitkomst.soort === 'fout') {
      return render(
        c,
        <AppVervangenPage raam={raam} {...instellen} fout="De code van de nieuwe app klopt niet." />,
        422,
      )
    }
    cookies.sessie.zet(c, uitkomst.token)
    cookies.aanmelding.wis(c)
    return c.redirect(`${routes.account()}?gedaan=app`, 303)
  })

  async function leesInstellen(c: HonoContext<AppEnv>, ctx: Context) {
    const token = leesToken(cookies.aanmelding.lees(c))
    const aanmelding = token && (await findAanmelding(ctx, token.hash))
    if (aanmelding?.soort !== 'tweede factor' || aanmelding.gebruikerId !== ctx.actor.id) return undefined
    const geheim = ctx.sleutels.kluis(ctx.regioId).ontzegel(aanmelding.totpGeheim!, eigenaarVan(ctx, ctx.actor.id))
    return { adres: totpAdres(geheim, aanmelding.email, c.var.bezoeker.regioNaam), geheim: geheimAlsTekst(geheim) }
  }

  if (url !== undefined && !voorbeeld) {
    const site = { url }
    app.get(routes.account('toegangssleutels'), (c) => toonBewijs(c, 'toegangssleutels'))
    app.post(routes.account('toegangssleutels'), (c) =>
      metBewijs(c, 'toegangssleutels', async (ctx, bewijs, velden) => {
        const naam = (velden['naam'] ?? '').trim()
        if (naam === '' || naam.length > 60) {
          throw new Weigering(
            422,
            'naam',
            'Geef de toegangssleutel een naam van hooguit 60 tekens, bijvoorbeeld Telefoon.',
          )
        }
        const { token, vraag } = await beginToegangssleutel(ctx, site, bewijs)
        cookies.aanmelding.zet(c, token)
        return render(c, <SleutelMakenPage raam={c.var.raam} naam={naam} vraag={JSON.stringify(vraag)} />)
      }),
    )
    app.post(routes.account('toegangssleutels/bevestigen'), async (c) => {
      const velden = await c.req.parseBody()
      const token = leesToken(cookies.aanmelding.lees(c))
      const antwoord = leesAntwoord(velden['antwoord']) as RegistrationResponseJSON | undefined
      const naam = tekst(velden['naam']).slice(0, 60)
      const nieuw =
        token &&
        antwoord &&
        (await voegToegangssleutelToe(c.var.ctx, site, c.var.bezoeker.sessieId, token.hash, { antwoord, naam }))
      if (!nieuw) {
        throw new Weigering(
          422,
          'toegangssleutel',
          'De toegangssleutel is niet gemaakt. Ga terug naar Mijn account en begin opnieuw.',
        )
      }
      cookies.sessie.zet(c, nieuw)
      cookies.aanmelding.wis(c)
      return c.redirect(`${routes.account()}?gedaan=sleutel`, 303)
    })
    app.get(routes.toegangssleutelVerwijderen(ID), async (c) => {
      const sleutel = (await listToegangssleutels(c.var.ctx)).find(({ id }) => id === c.req.param('id'))
      if (!sleutel) throw notFound('Deze toegangssleutel')
      return toonBewijs(c, 'sleutel-verwijderen', {}, sleutel)
    })
    app.post(routes.toegangssleutelVerwijderen(ID), async (c) => {
      const id = c.req.param('id') ?? ''
      const sleutel = (await inReadTransaction(c.var.ctx, listToegangssleutels)).find((een) => een.id === id)
      if (!sleutel) throw notFound('Deze toegangssleutel')
      return metBewijs(
        c,
        'sleutel-verwijderen',
        async (ctx, bewijs) => {
          cookies.sessie.zet(c, await verwijderToegangssleutel(ctx, c.var.bezoeker.sessieId, id, bewijs))
          return c.redirect(`${routes.account()}?gedaan=sleutel-weg`, 303)
        },
        sleutel,
      )
    })
  }

  type Wat = Parameters<typeof BewijsPage>[0]['wat']
  type Sleutel = { id: string; naam: string }

  function toonBewijs(
    c: HonoContext<AppEnv>,
    wat: Wat,
    meer: { fouten?: Veldfout[]; naam?: string } = {},
    sleutel?: Sleutel,
    status: 200 | 422 = 200,
  ) {
    if (voorbeeld) throw forbidden('account')
    const pagina: ReactElement = <BewijsPage raam={c.var.raam} wat={wat} sleutel={sleutel} {...meer} />
    return render(c, pagina, status)
  }

  async function metBewijs(
    c: HonoContext<AppEnv>,
    wat: Wat,
    werk: (ctx: Context, bewijs: Bewijs, velden: Record<string, string>) => Promise<Response>,
    sleutel?: Sleutel,
  ): Promise<Response> {
    const velden = Object.fromEntries(
      Object.entries(await c.req.parseBody()).filter((paar): paar is [string, string] => typeof paar[1] === 'string'),
    )
    const bewijs: Bewijs = {
      wachtwoord: (velden['huidig'] ?? '').slice(0, 2000),
      code: (velden['code'] ?? '').slice(0, 100),
      herkomst: {
        adres: gereedschap.leesAdres(c),
        toestel: toestelInWoorden(c.req.header('user-agent')),
        token: cookies.leesToestel(c),
      },
    }
    try {
      return await werk(c.var.ctx, bewijs, velden)
    } catch (error) {
      if (!(error instanceof Weigering) || error.status !== 422) throw error
      const veld = { wachtwoord: 'nieuw', naam: 'naam' }[error.code] ?? 'huidig'
      const fouten = [{ veld, melding: error.message }]
      return toonBewijs(c, wat, { fouten, naam: velden['naam'] ?? '' }, sleutel, 422)
    }
  }

  return app
}

/** Seconds until the session ends when nothing happens, and until it ends anyhow. */
function loop(c: HonoContext<AppEnv>): { stil: number; rest: number } {
  const { stilTot, uiterlijk, nu } = c.var.raam.sessie!
  const seconden = (tot: Temporal.Instant) => Math.max(0, Math.floor(nu.until(tot).total('seconds')))
  return { stil: seconden(stilTot), rest: seconden(uiterlijk) }
}
