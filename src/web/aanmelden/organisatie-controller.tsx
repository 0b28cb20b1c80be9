import type { Hono } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { meldOrganisatieAan } from '../../domain/plan/account/meld-organisatie-aan.ts'
import { metTweedeFactor, naamVan, rollenVan } from '../../domain/plan/account/organisatie-instelling.ts'
import { bewaarPoging, neemPoging } from '../../domain/plan/account/organisatiepoging.ts'
import { leesToken } from '../../domain/plan/account/token.ts'
import { listRegios } from '../../domain/plan/inrichting/list-regios.ts'
import { notFound, Weigering } from '../../platform/errors.ts'
import { OidcFout } from '../../platform/oidc.ts'
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
    const { url, poging } = await oidc.begin().catch(weiger)
    cookies.organisatie.zet(c, await bewaarPoging(anoniem(regio.id), poging, veiligTerug(c.req.query('terug'))))
    return c.redirect(url, 302)
  })

  app.get(routes.aanmeldenOrganisatie('terug'), async (c) => {
    const token = leesToken(cookies.organisatie.lees(c))
    cookies.organisatie.wis(c)
    const poging = token && (await neemPoging(anoniem(token.regioId), token.hash))
    if (!token || !poging)
      throw new Weigering(403, 'poging-voorbij', 'Dit aanmelden duurde te lang of was al afgerond. Begin opnieuw.')
    const claims = await oidc.maakAf(new URL(c.req.url).search, poging).catch(weiger)
    if (!metTweedeFactor(instelling, claims)) {
      log.warn({ reden: 'tweede factor' }, 'sign-in refused')
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
      },
      { herkomst: herkomst(c), duur: viaOrganisatie(sessieduur) },
    )
    return binnen(c, sessie, { terug: poging.terug })
  })

  app.get(routes.aanmeldenOrganisatie('afmelden'), async (c) => {
    const adres = await oidc.afmeldadres(`${url}${routes.aanmelden(undefined, { reden: 'afgemeld' })}`).catch(weiger)
    return c.redirect(adres ?? routes.aanmelden(undefined, { reden: 'afgemeld' }), 302)
  })

  function weiger(error: unknown): never {
    if (!(error instanceof OidcFout)) throw error
    log.warn({ reden: error.code }, 'sign-in refused')
    throw new Weigering(403, 'organisatie', OPNIEUW)
  }
}

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
