import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { exportJWK } from 'jose'
import { Provider, type Configuration } from 'oidc-provider'

/** Somebody who is known at the organisation. */
export type Medewerker = { naam: string; email: string; groepen: string[] }

type Opties = { redirectUri: string; naAfmelden: string; bijAfmelden: string; medewerkers: Record<string, Medewerker> }

/**
 * The identity provider of an organisation, with pages to sign in and out: the certified `oidc-provider`, not one of ours. It knows
 * one client, that proves itself with its private key only, and asks it for PKCE. Who ticks the second factor gets acr "hoog".
 */
export async function startInlogdienst({ redirectUri, naAfmelden, bijAfmelden, medewerkers }: Opties) {
  const client = generateKeyPairSync('rsa', { modulusLength: 3072 })
  const eigen = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const server = createServer()
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  const vragen: URLSearchParams[] = []
  const afmeldingen: string[] = []

  const instelling: Configuration = {
    clients: [
      {
        client_id: 'overlap',
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'PS256',
        jwks: { keys: [{ ...(await exportJWK(client.publicKey)), kid: 'overlap', use: 'sig', alg: 'PS256' }] },
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [naAfmelden],
        backchannel_logout_uri: bijAfmelden,
        backchannel_logout_session_required: true,
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    clientAuthMethods: ['private_key_jwt'],
    jwks: { keys: [{ ...(await exportJWK(eigen.privateKey)), kid: 'dienst', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomUUID()] },
    acrValues: ['hoog', 'laag'],
    scopes: ['openid', 'email', 'profile', 'groups'],
    claims: { openid: ['sub', 'acr', 'amr'], profile: ['name'], email: ['email'], groups: ['groups'] },
    // in the ID token, as the large providers do
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 60, IdToken: 60 },
    // without the guard (a dispatcher) that keeps it from a program on this machine
    fetch: (url, opties) => fetch(url, { ...opties, dispatcher: undefined } as object),
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        postLogoutSuccessSource: (ctx) => {
          ctx.body = pagina('Afgemeld bij de organisatie', '')
        },
        logoutSource: (ctx, formulier) => {
          ctx.body = pagina(
            'Afmelden bij de organisatie',
            `${formulier}<button form="op.logoutForm" name="logout" value="yes">Ja, afmelden</button>`,
          )
        },
      },
    },
    interactions: { url: (_, { uid }) => `/inloggen/${uid}` },
    findAccount: (_, sub) => {
      const persoon = medewerkers[sub]
      return (
        persoon && {
          accountId: sub,
          claims: () => ({ sub, name: persoon.naam, email: persoon.email, groups: persoon.groepen }),
        }
      )
    },
    // the organisation decided for its people that Overlap may know them
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client!.clientId,
        accountId: ctx.oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid email profile groups')
      await grant.save()
      return grant
    },
  }
  const dienst = new Provider(url, instelling)
  dienst.on('backchannel.success', () => afmeldingen.push('aangenomen'))
  dienst.on('backchannel.error', (_ctx, error) => afmeldingen.push(error.message))
  const verder = dienst.callback()

  async function inloggen(verzoek: IncomingMessage, antwoord: ServerResponse) {
    if (verzoek.method !== 'POST') {
      const { params } = await dienst.interactionDetails(verzoek, antwoord)
      vragen.push(new URLSearchParams(params as Record<string, string>))
      antwoord.setHeader('content-type', 'text/html; charset=utf-8')
      antwoord.end(
        pagina(
          'Inloggen bij de organisatie',
          `<form method="post"><label>Gebruikersnaam <input name="naam"></label>
           <label><input type="checkbox" name="factor" value="ja"> Tweede factor</label><button>Inloggen</button></form>`,
        ),
      )
      return
    }
    const velden = new URLSearchParams(await text(verzoek))
    const sterk = velden.get('factor') === 'ja'
    await dienst.interactionFinished(verzoek, antwoord, {
      login: {
        accountId: velden.get('naam') ?? '',
        acr: sterk ? 'hoog' : 'laag',
        amr: sterk ? ['pwd', 'mfa'] : ['pwd'],
      },
    })
  }

  server.on('request', (verzoek, antwoord) => {
    if (verzoek.url?.startsWith('/inloggen/') !== true) void verder(verzoek, antwoord)
    else void inloggen(verzoek, antwoord).catch(() => antwoord.writeHead(500).end())
  })
  return {
    url,
    clientPem: client.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    /** What the program asked for, once for each time somebody had to sign in here. */
    vragen,
    /** What the program answered each time it was told that somebody signed out here. */
    afmeldingen,
    stop: () =>
      new Promise<void>((klaar) => {
        server.close(() => klaar())
        server.closeAllConnections()
      }),
  }
}

function pagina(titel: string, inhoud: string): string {
  return `<!doctype html><html lang="nl"><link rel="icon" href="data:,"><title>${titel}</title><h1>${titel}</h1>${inhoud}</html>`
}
