import { createPrivateKey } from 'node:crypto'
import { createRemoteJWKSet, errors, jwtVerify, type RemoteJWKSet } from 'jose'
import * as oidc from 'openid-client'

/** How the program proves itself to the identity provider: a private key (PEM, PKCS#8), or a shared secret where nothing better is offered. */
export type Bewijs = { soort: 'sleutel'; pem: string; kid?: string | undefined } | { soort: 'geheim'; geheim: string }

export type Aanbod = { uitgever: string; clientId: string; bewijs: Bewijs; scope: string; acr: readonly string[] }

/** What the answer of the provider must fit; made for one attempt. */
export type Poging = { state: string; nonce: string; verifier: string }

export type Claims = Record<string, unknown> & { iss: string; sub: string }

/** Who signed out at the provider: one session there (`sid`), one person (`sub`), or both. */
export type Afmelding = { iss: string; sub: string | null; sid: string | null; jti: string; exp: Temporal.Instant }

/** Why an answer was refused: a word for the log, never the answer itself. */
export class OidcFout extends Error {
  readonly code: string
  constructor(code: string) {
    super(`The identity provider's answer was refused: ${code}`)
    this.name = 'OidcFout'
    this.code = code
  }
}

const SLEUTELSOORT: Record<string, string> = { rsa: 'PS256', 'rsa-pss': 'PS256', ed25519: 'Ed25519' }
// ASVS V11.2.3: 128 bits of strength
const RSA_BITS = 3072
// What a provider may sign with: never a shared secret, never nothing
const HANDTEKENINGEN = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]
const AFMELDING = 'http://schemas.openid.net/event/backchannel-logout'
// Seconds: how old a logout token may be, how long it may say that it is valid, and how far two clocks may differ
const [OUD, GELDIG, SPELING] = [300, 600, 30]
const KROMME: Record<string, string> = { prime256v1: 'ES256', secp384r1: 'ES384', secp521r1: 'ES512' }

/**
 * The identity provider of an installation: code flow with PKCE S256, state and nonce, signatures checked against its published keys
 * (S34–S36). It is looked up at the first sign-in and again after an hour, so that new keys and addresses are taken over.
 */
export function makeOidc(aanbod: Aanbod, callback: string) {
  let gevonden: { config: oidc.Configuration; op: number; sleutels?: RemoteJWKSet } | undefined
  const UUR = 3_600_000

  async function open(): Promise<oidc.Configuration> {
    // deprecated so that it stands out: http to a provider on this machine only, for development and tests
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    const hier = isHier(aanbod.uitgever) ? [oidc.allowInsecureRequests] : []
    if (gevonden && performance.now() - gevonden.op < UUR) return gevonden.config
    const config = await oidc
      .discovery(
        new URL(aanbod.uitgever),
        aanbod.clientId,
        clientMetadata(aanbod.bewijs),
        await clientAuth(aanbod.bewijs),
        {
          execute: [oidc.enableNonRepudiationChecks, ...hier],
          timeout: 10,
        },
      )
      .catch((error: unknown) => {
        throw alsOidcFout(error, 'uitgever onbereikbaar')
      })
    gevonden = { config, op: performance.now() }
    return config
  }

  return {
    /** Where the browser goes, and what its answer must fit. */
    async begin(): Promise<{ url: string; poging: Poging }> {
      const config = await open()
      const poging = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        response_type: 'code',
        scope: aanbod.scope,
        state: poging.state,
        nonce: poging.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(poging.verifier),
        code_challenge_method: 'S256',
        ...(aanbod.acr.length > 0 && { acr_values: aanbod.acr.join(' ') }),
      })
      return { url: url.href, poging }
    },

    /** The claims of a checked ID token. Throws OidcFout for every answer that does not fit. */
    async maakAf(zoekdeel: string, { state, nonce, verifier }: Poging): Promise<Claims> {
      const config = await open()
      const url = new URL(callback)
      url.search = zoekdeel
      try {
        const antwoord = await oidc.authorizationCodeGrant(config, url, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = antwoord.claims()
        if (!claims) throw new OidcFout('geen id-token')
        return { ...claims }
      } catch (error) {
        throw alsOidcFout(error, 'antwoord')
      }
    },

    /**
     * Who signed out, from a logout token of the provider (OpenID Connect Back-Channel Logout 1.0, 2.6): its type, signature, issuer,
     * audience, age and event. Whether it was used before is for the caller. Throws OidcFout.
     */
    async leesAfmelding(token: string): Promise<Afmelding> {
      const { issuer, jwks_uri } = (await open()).serverMetadata()
      if (gevonden === undefined || jwks_uri === undefined) throw new OidcFout('uitgever onbereikbaar')
      // the timeout and redirects as elsewhere: ten seconds, and none
      gevonden.sleutels ??= createRemoteJWKSet(new URL(jwks_uri), { timeoutDuration: 10_000 })
      const { payload } = await jwtVerify(token, gevonden.sleutels, {
        issuer,
        audience: aanbod.clientId,
        algorithms: HANDTEKENINGEN,
        typ: 'logout+jwt',
        maxTokenAge: OUD,
        clockTolerance: SPELING,
        requiredClaims: ['iat', 'exp', 'jti', 'events'],
      }).catch((error: unknown) => {
        if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) throw new OidcFout(error.code)
        throw new OidcFout('uitgever onbereikbaar')
      })
      const { sub = null, sid = null, jti, exp = 0, iat = 0, events } = payload
      const gebeurtenis = isObject(events) ? events[AFMELDING] : undefined
      if (!isObject(gebeurtenis)) throw new OidcFout('geen afmelding')
      // an ID token, which anybody with a session has, is no logout token
      if ('nonce' in payload) throw new OidcFout('nonce')
      if (exp - iat > GELDIG) throw new OidcFout('te lang geldig')
      if (!isNaam(jti) || !(sub === null || isNaam(sub)) || !(sid === null || isNaam(sid))) throw new OidcFout('claims')
      if (sub === null && sid === null) throw new OidcFout('van niemand')
      return { iss: issuer, sub, sid, jti, exp: Temporal.Instant.fromEpochMilliseconds((exp + SPELING) * 1000) }
    },

    /** Where somebody ends the session at the provider too; undefined when it offers none. */
    async afmeldadres(terug: string): Promise<string | undefined> {
      const config = await open()
      if (config.serverMetadata().end_session_endpoint === undefined) return undefined
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: terug }).href
    },
  }
}

export type Oidc = ReturnType<typeof makeOidc>

/** Whether a provider runs on this machine: only then http is allowed. */
export function isHier(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}

function isObject(waarde: unknown): waarde is Record<string, unknown> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

function isNaam(waarde: unknown): waarde is string {
  return typeof waarde === 'string' && waarde.length > 0 && waarde.length <= 255
}

function clientMetadata(bewijs: Bewijs): Partial<oidc.ClientMetadata> {
  return bewijs.soort === 'sleutel' ? { token_endpoint_auth_method: 'private_key_jwt' } : {}
}

// S35: a fresh signed assertion for every call; a secret only where the configuration says so.
async function clientAuth(bewijs: Bewijs): Promise<oidc.ClientAuth> {
  if (bewijs.soort === 'geheim') return oidc.ClientSecretPost(bewijs.geheim)
  const sleutel = createPrivateKey(bewijs.pem)
  const soort = sleutel.asymmetricKeyType ?? ''
  if ((sleutel.asymmetricKeyDetails?.modulusLength ?? RSA_BITS) < RSA_BITS) throw new OidcFout('sleutel te kort')
  const algoritme = SLEUTELSOORT[soort] ?? KROMME[sleutel.asymmetricKeyDetails?.namedCurve ?? '']
  if (algoritme === undefined) throw new OidcFout('sleutelsoort')
  const key = await crypto.subtle.importKey(
    'pkcs8',
    new Uint8Array(sleutel.export({ type: 'pkcs8', format: 'der' })),
    importVorm(algoritme),
    false,
    ['sign'],
  )
  return oidc.PrivateKeyJwt(bewijs.kid === undefined ? key : { key, kid: bewijs.kid })
}

function importVorm(algoritme: string) {
  if (algoritme === 'PS256') return { name: 'RSA-PSS', hash: 'SHA-256' }
  if (algoritme === 'Ed25519') return { name: 'Ed25519' }
  return { name: 'ECDSA', namedCurve: { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }[algoritme]! }
}

function alsOidcFout(error: unknown, standaard: string): OidcFout {
  if (error instanceof OidcFout) return error
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : standaard
  return new OidcFout(code)
}
