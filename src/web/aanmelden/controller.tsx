import { Hono, type Context as HonoContext } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { beginAanmelden } from '../../domain/plan/account/begin-aanmelden.ts'
import { legAfmeldenVast } from '../../domain/plan/account/beeindig-eigen-sessie.ts'
import { bevestigAanmelding } from '../../domain/plan/account/bevestig-aanmelding.ts'
import { meldAan, type Herkomst } from '../../domain/plan/account/meld-aan.ts'
import { findAanmelding, findRegionaam } from '../../domain/plan/account/queries.ts'
import { leesToken } from '../../domain/plan/account/token.ts'
import { listRegios } from '../../domain/plan/inrichting/list-regios.ts'
import { listVoorbeeldregios } from '../../domain/plan/inrichting/voorbeeldgebruikers.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'
import { beeindigSessie, findSessie, sluitSessie } from '../../platform/sessie.ts'
import { inReadTransaction } from '../../platform/transaction.ts'
import type { Webgereedschap } from '../app.tsx'
import { controleerCsrf } from '../csrf.ts'
import { tekst } from '../form.ts'
import { render } from '../render-page.tsx'
import { zonderBsnTekst } from '../geen-bsn.ts'
import { routes } from '../routes.ts'
import { toestelInWoorden } from '../toestel.ts'
import type { Veldfout } from '../ui/foutenlijst.tsx'
import { AanmeldPage, VoorbeeldAanmeldPage } from './aanmeld-page.tsx'
import { CodePage } from './code-page.tsx'
import { voegLinksToe } from './link-controller.tsx'
import { leesMee, type Meegegeven } from './meegenomen.tsx'
import { OrganisatieKnoppen, voegOrganisatieToe } from './organisatie-controller.tsx'
import { OpnieuwVersturenPage } from './sessie-voorbij-page.tsx'
import { voegToegangssleutelToe } from './sleutel-controller.tsx'

const MIS = 'Het e-mailadres of het wachtwoord klopt niet.'

/** What sign-in needs besides the services: its cookies, a context for nobody yet, and where a request comes from. */
export type Aanmeldgereedschap = Webgereedschap & {
  anoniem: (regioId: string) => Context
  herkomst: (c: HonoContext) => Herkomst
  /** The last step of every way of signing in: the cookie, and back to where the person was. */
  binnen: (c: HonoContext<AppEnv>, token: string, mee: Meegegeven) => Promise<Response>
}

/** Sign-in and sign-out. In demonstration mode one button per role; else an account with a second factor. */
export function makeAanmelden(gereedschap: Webgereedschap) {
  const { db, clock, sleutels, voorbeeld, cookies, sessieduur } = gereedschap
  const app = new Hono<AppEnv>()
  const anoniem = (regioId: string): Context => ({
    db,
    regioId,
    actor: { soort: 'systeem', id: 'aanmelden', naam: 'aanmelden', rollen: [], agb: null },
    now: clock.now(),
    today: clock.today(),
    sleutels,
  })
  const herkomst = (c: HonoContext): Herkomst => ({
    adres: gereedschap.leesAdres(c),
    toestel: toestelInWoorden(c.req.header('user-agent')),
    token: cookies.toestel(c),
  })
  const zoekSessie = (token: string) =>
    findSessie(db, token, { now: clock.now(), today: clock.today(), stil: sessieduur.stil, voorbeeld })

  async function binnen(c: HonoContext<AppEnv>, token: string, { terug, bewaard }: Meegegeven) {
    // whoever still holds the session this browser had, is out (ASVS V7.2.4)
    const vorige = await zoekSessie(cookies.sessie.lees(c) ?? '')
    if (vorige) await sluitSessie(anoniem(vorige.regioId), vorige.sessieId)
    cookies.sessie.zet(c, token)
    cookies.aanmelding.wis(c)
    const sessie = bewaard && (await zoekSessie(token))
    if (!sessie) return c.redirect(terug, 303)
    const { csrf, naam, regioNaam: regio } = sessie
    return render(c, <OpnieuwVersturenPage {...{ bewaard, csrf, naam, regio }} waarom="U bent weer aangemeld." />)
  }
  const alles: Aanmeldgereedschap = { ...gereedschap, anoniem, herkomst, binnen }

  async function toonAanmelden(
    c: HonoContext<AppEnv>,
    mee: Meegegeven,
    meer: { waarden?: { regio?: string; email?: string }; fouten?: Veldfout[]; melding?: Melding } = {},
    status: 200 | 422 = 200,
  ) {
    if (voorbeeld) {
      return render(c, <VoorbeeldAanmeldPage regios={await listVoorbeeldregios(anoniem(''))} mee={mee} />)
    }
    const regios = await listRegios(db)
    return render(
      c,
      <AanmeldPage
        regios={regios}
        mee={mee}
        toegangssleutels={gereedschap.url !== undefined}
        andere={
          gereedschap.organisatie && (
            <OrganisatieKnoppen naam={gereedschap.organisatie.instelling.naam} regios={regios} terug={mee.terug} />
          )
        }
        {...meer}
      />,
      status,
    )
  }

  app.get(routes.aanmelden(), (c) => {
    const reden = meldingen[c.req.query('reden') ?? '']
    return toonAanmelden(c, leesMee({ terug: c.req.query('terug') }), reden ? { melding: reden } : {})
  })

  // A form that met the end of its session comes here: the page goes on carrying it.
  app.post(routes.aanmelden('verder'), async (c) => toonAanmelden(c, leesMee(await c.req.parseBody())))

  app.post(routes.aanmelden(), async (c) => {
    const velden = await c.req.parseBody()
    const mee = leesMee(velden)
    if (voorbeeld) {
      const regios = await listVoorbeeldregios(anoniem(''))
      const gekozen = velden['gebruiker']
      const regio = regios.find(({ gebruikers }) => gebruikers.some(({ id }) => id === gekozen))
      if (!regio || typeof gekozen !== 'string') {
        throw new Weigering(403, 'aanmelden', 'Deze aanmelding is niet mogelijk. Ga terug en kies een rol.')
      }
      const token = await meldAan(anoniem(regio.id), gekozen, {
        wijze: 'voorbeeld',
        herkomst: herkomst(c),
        duur: sessieduur,
      })
      return binnen(c, token, mee)
    }
    const waarden = {
      regio: tekst(velden['regio']),
      email: zonderBsnTekst(tekst(velden['email'])).trim().toLowerCase(),
    }
    const wachtwoord = tekst(velden['wachtwoord'])
    const regio = (await listRegios(db)).find(({ id }) => id === waarden.regio)
    const leeg: Veldfout[] = [
      ...(regio ? [] : [{ veld: 'regio', melding: 'Kies uw regio' }]),
      ...(waarden.email === '' ? [{ veld: 'email', melding: 'Vul uw e-mailadres in' }] : []),
      ...(wachtwoord === '' ? [{ veld: 'wachtwoord', melding: 'Vul uw wachtwoord in' }] : []),
    ]
    if (!regio || leeg.length > 0) return toonAanmelden(c, mee, { waarden, fouten: leeg }, 422)
    // longer than any password that is accepted: not worth the work of judging it
    const token =
      waarden.email.length > 254 || wachtwoord.length > 2000
        ? undefined
        : await beginAanmelden(anoniem(regio.id), { email: waarden.email, wachtwoord, herkomst: herkomst(c) })
    if (token === undefined) {
      gereedschap.log.info({ gebeurtenis: 'aanmelden mislukt', stap: 'wachtwoord' }, 'sign-in failed')
      return toonAanmelden(c, mee, { waarden, fouten: [{ veld: 'wachtwoord', melding: MIS }] }, 422)
    }
    cookies.aanmelding.zet(c, token)
    if (mee.bewaard) return render(c, <CodePage regio={regio.naam} mee={mee} nieuwWachtwoord={false} />)
    return c.redirect(metTerug(routes.aanmeldenCode(), mee), 303)
  })

  app.get(routes.aanmeldenCode(), async (c) => {
    const bezig = await leesBezig(c)
    if (!bezig) return c.redirect(routes.aanmelden(), 303)
    return render(c, <CodePage {...bezig} mee={leesMee({ terug: c.req.query('terug') })} />)
  })

  app.post(routes.aanmeldenCode(), async (c) => {
    const velden = await c.req.parseBody()
    const mee = leesMee(velden)
    const token = leesToken(cookies.aanmelding.lees(c))
    const bezig = await leesBezig(c)
    if (!token || !bezig) return opnieuw(c, mee)
    const uitkomst = await bevestigAanmelding(anoniem(token.regioId), token.hash, {
      code: tekst(velden['code']).slice(0, 100),
      herkomst: herkomst(c),
      duur: sessieduur,
    })
    if (uitkomst.soort === 'aangemeld') return binnen(c, uitkomst.token, mee)
    gereedschap.log.info({ gebeurtenis: 'aanmelden mislukt', stap: 'tweede factor' }, 'sign-in failed')
    if (uitkomst.soort === 'over') return opnieuw(c, mee)
    const fout = 'De code klopt niet, of is al gebruikt. Wacht op de volgende code in uw app.'
    return render(c, <CodePage {...bezig} mee={mee} fout={fout} />, 422)
  })

  /** The half sign-in of the cookie, when it waits for a code. */
  async function leesBezig(c: HonoContext) {
    const token = leesToken(cookies.aanmelding.lees(c))
    if (!token) return undefined
    return inReadTransaction(anoniem(token.regioId), async (ctx) => {
      const aanmelding = await findAanmelding(ctx, token.hash)
      if (!aanmelding || !['aanmelden', 'wachtwoord'].includes(aanmelding.soort)) return undefined
      return { regio: await findRegionaam(ctx), nieuwWachtwoord: aanmelding.soort === 'wachtwoord' }
    })
  }

  function opnieuw(c: HonoContext<AppEnv>, mee: Meegegeven) {
    cookies.aanmelding.wis(c)
    const melding = { soort: 'bericht', tekst: 'Dat duurde te lang of lukte te vaak niet. Begin opnieuw.' } as const
    return toonAanmelden(c, mee, { melding }, 422)
  }

  voegLinksToe(app, alles)
  voegToegangssleutelToe(app, alles)
  voegOrganisatieToe(app, alles)

  app.post(routes.afmelden(), async (c) => {
    const token = cookies.sessie.lees(c)
    const sessie = token ? await zoekSessie(token) : undefined
    if (sessie) {
      c.set('bezoeker', sessie)
      controleerCsrf(c, (await c.req.parseBody())['csrf'])
      const actor = { soort: 'gebruiker' as const, id: sessie.gebruikerId, naam: sessie.naam, rollen: [], agb: null }
      const ctx = { ...anoniem(sessie.regioId), actor }
      await beeindigSessie(ctx, sessie.sessieId)
      await legAfmeldenVast(ctx)
    }
    cookies.sessie.wis(c)
    // not the cookies: the one that knows this device stays
    c.header('Clear-Site-Data', '"cache", "storage"')
    const reden = sessie?.wijze === 'organisatie' ? 'afgemeld-hier' : 'afgemeld'
    return c.redirect(routes.aanmelden(undefined, { reden }), 303)
  })
  return app
}

type Melding = { soort: 'gedaan' | 'bericht' | 'fout'; tekst: string; link?: { label: string; href: string } }

const meldingen: Partial<Record<string, Melding>> = {
  afgemeld: { soort: 'gedaan', tekst: 'U bent afgemeld.' },
  'afgemeld-hier': {
    soort: 'gedaan',
    tekst: 'U bent hier afgemeld. Bij uw organisatie bent u nog aangemeld:',
    link: { label: 'ook daar afmelden', href: routes.aanmeldenOrganisatie('afmelden') },
  },
}

function metTerug(pad: string, { terug }: Meegegeven): string {
  return terug === '/' ? pad : `${pad}?${new URLSearchParams({ terug }).toString()}`
}
