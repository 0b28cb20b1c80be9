import type { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { meldOrganisatieAan } from '../../domain/plan/account/meld-organisatie-aan.ts'
import { legMislukkingVast } from '../../domain/plan/account/begin-aanmelden.ts'
import { meldOrganisatieAf } from '../../domain/plan/account/meld-organisatie-af.ts'
import { metTweedeFactor, naamVan, rollenVan } from '../../domain/plan/account/organisatie-instelling.ts'
import { findVanOrganisatie } from '../../domain/plan/account/queries.ts'
import { bewaarPoging, neemPoging } from '../../domain/plan/account/organisatiepoging.ts'
import { leesToken } from '../../domain/plan/account/token.ts'
import { listRegios } from '../../domain/plan/inrichting/list-regios.ts'
import { notFound, Weigering } from '../../platform/errors.ts'
import { OidcFout } from '../../platform/oidc.ts'
import { inTransaction } from '../../platform/transaction.ts'
import type { Sessieduur } from '../../platform/sessie.ts'
import { routes } from '../routes.ts'
import { veiligTerug } from '../terug.ts'
import { Knop } from '../ui/knop.tsx'
import type { Aanmeldgereedschap } from './controller.tsx'

const OPNIEUW =
  'Aanmelden met het account van uw organisatie is niet gelukt. Probeer het opnieuw; lukt het dan niet, vraag het aan wie uw accounts beheert.'

/** Signing in with the account of the organisation: to the identity provider and back (OpenID Connect). */
export function voegOrganisatieToe(app: Hono<AppEnv>, gereedschap: Aanmeldgereedschap) {
  const { db, organisatie, cookies, anoniem, herkomst, binnen, sessieduur, log, url, voorbeeld } = gereedschap
  if (!organisatie || url === undefined || voorbeeld) return
  const { instelling, oidc } = organisatie

  app.get(routes.aanmeldenOrganisatie(), async (c) => {
    // a provider that still knows somebody asks nothing: another site must not sign him in without an act of his own (ASVS V7.6.2)
    if (!['same-origin', 'none', undefined].includes(c.req.header('sec-fetch-site'))) {
      return c.redirect(routes.aanmelden(), 303)
    }
    const regio = (await listRegios(db)).find(({ id }) => id === c.req.query('regio'))
    if (!regio) throw notFound('Deze regio')
    const { url, poging } = await oidc.begin().catch((error: unknown) => weiger(regio.id, error))
    cookies.organisatie.zet(c, await bewaarPoging(anoniem(regio.id), poging, veiligTerug(c.req.query('terug'))))
    return c.redirect(url, 302)
  })

  app.get(routes.aanmeldenOrganisatie('terug'), async (c) => {
    const token = leesToken(cookies.organisatie.lees(c))
    cookies.organisatie.wis(c)
    const poging = token && (await neemPoging(anoniem(token.regioId), token.hash))
    if (!token || !poging)
      throw new Weigering(403, 'poging-voorbij', 'Dit aanmelden duurde te lang of was al afgerond. Begin opnieuw.')
    const claims = await oidc
      .maakAf(new URL(c.req.url).search, poging)
      .catch((error: unknown) => weiger(token.regioId, error))
    if (!metTweedeFactor(instelling, claims)) {
      log.warn({ reden: 'tweede factor' }, 'sign-in refused')
      await noteer(token.regioId, 'tweede factor', claims)
      throw new Weigering(
        403,
        'tweede-factor',
        'Uw organisatie heeft niet bevestigd dat u een tweede factor gebruikte. Meld u daar opnieuw aan, met de tweede factor.',
      )
    }
    const regio = (await listRegios(db)).find(({ id }) => id === token.regioId)
    if (!regio) throw notFound('Deze regio')
    const sessie = await meldOrganisatieAan(
      anoniem(regio.id),
      {
        uitgever: claims.iss,
        onderwerp: claims.sub,
        naam: naamVan(instelling, claims),
        rollen: rollenVan(instelling, claims, regio.naam),
        sid: typeof claims['sid'] === 'string' ? claims['sid'] : null,
      },
      { herkomst: herkomst(c), duur: viaOrganisatie(sessieduur) },
    ).catch(async (error: unknown) => {
      // no role, or switched off: known there, refused here
      if (error instanceof Weigering) await noteer(regio.id, error.code, claims)
      throw error
    })
    return binnen(c, sessie, { terug: poging.terug })
  })

  app.get(routes.aanmeldenOrganisatie('afmelden'), async (c) => {
    const adres = await oidc
      .afmeldadres(`${url}${routes.aanmelden(undefined, { reden: 'afgemeld' })}`)
      .catch((error: unknown) => weiger(undefined, error))
    return c.redirect(adres ?? routes.aanmelden(undefined, { reden: 'afgemeld' }), 302)
  })

  // Back-channel logout: from the provider itself, without a browser. The token is the proof; the answer is for a machine.
  app.post(routes.afmelden('organisatie'), async (c) => {
    const token = (await c.req.parseBody())['logout_token']
    const nee = (fout: string, status: 400 | 503) => {
      log.warn({ reden: fout }, 'back-channel logout refused')
      return c.json({ error: status === 400 ? 'invalid_request' : 'temporarily_unavailable' }, status)
    }
    if (typeof token !== 'string' || token.length > GROOTSTE) return nee('geen token', 400)
    try {
      const afmelding = await oidc.leesAfmelding(token)
      // the provider knows no regions: each that has not heard it yet, so that one that failed halfway can be sent again
      let gehoord = 0
      for (const { id } of await listRegios(db)) {
        if ((await meldOrganisatieAf(anoniem(id), afmelding)) !== undefined) gehoord++
      }
      return gehoord === 0 ? nee('al gebruikt', 400) : c.body(null, 200)
    } catch (error) {
      if (!(error instanceof OidcFout)) throw error
      return nee(error.code, error.code === 'uitgever onbereikbaar' ? 503 : 400)
    }
  })

  async function weiger(regioId: string | undefined, error: unknown): Promise<never> {
    if (!(error instanceof OidcFout)) throw error
    log.warn({ reden: error.code }, 'sign-in refused')
    if (regioId !== undefined) await noteer(regioId, 'organisatie')
    throw new Weigering(403, 'organisatie', OPNIEUW)
  }

  // ASVS V16.3.1: as with a password that is wrong. Who it was is known only when the answer of the provider was right.
  async function noteer(regioId: string, stap: string, claims?: { iss: string; sub: string }) {
    const ctx = anoniem(regioId)
    await inTransaction(ctx, async (ctx) => {
      const id = claims && (await findVanOrganisatie(ctx, claims.iss, claims.sub))
      await legMislukkingVast(ctx, id, stap, false)
    })
  }
}

// A logout token holds a handful of claims.
const GROOTSTE = 10_000

// A session that ends at the provider does not end here by itself: it lasts shorter, and then the provider is asked again (besluit 015).
const HOOGSTENS = Temporal.Duration.from({ hours: 4 })

function viaOrganisatie({ stil, hoogstens }: Sessieduur): Sessieduur {
  return { stil, hoogstens: Temporal.Duration.compare(hoogstens, HOOGSTENS) < 0 ? hoogstens : HOOGSTENS }
}

type Props = { naam: string; regios: { id: string; naam: string }[]; terug: string }

/** Links, not forms: a form may not lead to another site (content security policy). */
export function OrganisatieKnoppen({ naam, regios, terug }: Props) {
  return (
    <div className="ov-verstuur">
      {regios.map((regio) => (
        <Knop
          key={regio.id}
          href={routes.aanmeldenOrganisatie(undefined, { regio: regio.id, terug: terug === '/' ? undefined : terug })}
        >
          {regios.length === 1 ? `Aanmelden met ${naam}` : `Aanmelden met ${naam} bij ${regio.naam}`}
        </Knop>
      ))}
    </div>
  )
}
