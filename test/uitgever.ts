import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, jwtVerify, SignJWT, type CryptoKey, type JWTPayload } from 'jose'

/** How one answer is bent: claims put over the right ones, another key, another algorithm, or no signature. */
export type Buiging = {
  claims?: Record<string, unknown>
  weg?: string[]
  sleutel?: 'vreemd'
  alg?: 'none' | 'HS256'
  kapot?: boolean
}

/** An identity provider that can lie: it answers like a real one, bent as a test asks. It checks the client's proof and PKCE. */
export async function startUitgever() {
  const { publicKey, privateKey } = await generateKeyPair('PS256', { extractable: true })
  const vreemd = await generateKeyPair('PS256', { extractable: true })
  const client = await generateKeyPair('PS256', { extractable: true, modulusLength: 3072 })
  const codes = new Map<string, { nonce: string; uitdaging: string; buiging: Buiging }>()
  const bewijzen: string[] = []

  const server = createServer((verzoek, antwoord) => {
    const json = (waarde: unknown, status = 200) => {
      antwoord.writeHead(status, { 'content-type': 'application/json' })
      antwoord.end(JSON.stringify(waarde))
    }
    const url = new URL(verzoek.url ?? '/', uitgever())
    if (url.pathname === '/.well-known/openid-configuration') {
      json({
        issuer: uitgever(),
        authorization_endpoint: `${uitgever()}/auth`,
        token_endpoint: `${uitgever()}/token`,
        jwks_uri: `${uitgever()}/jwks`,
        end_session_endpoint: `${uitgever()}/einde`,
        id_token_signing_alg_values_supported: ['PS256'],
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
      })
      return
    }
    if (url.pathname === '/jwks') {
      void exportJWK(publicKey).then((jwk) => {
        json({ keys: [{ ...jwk, kid: 'een', use: 'sig', alg: 'PS256' }] })
      })
      return
    }
    let tekst = ''
    verzoek.on('data', (deel: Buffer) => (tekst += deel.toString()))
    verzoek.on('end', () => void geefToken(new URLSearchParams(tekst)).then(([waarde, status]) => json(waarde, status)))
  })
  await new Promise<void>((klaar) => server.listen(0, '127.0.0.1', klaar))
  const poort = (server.address() as AddressInfo).port
  const uitgever = () => `http://127.0.0.1:${poort}`

  async function geefToken(velden: URLSearchParams): Promise<[unknown, number]> {
    const code = codes.get(velden.get('code') ?? '')
    codes.delete(velden.get('code') ?? '')
    const verifier = velden.get('code_verifier') ?? ''
    if (!code || createHash('sha256').update(verifier).digest('base64url') !== code.uitdaging) {
      return [{ error: 'invalid_grant' }, 400]
    }
    try {
      const bewijs = velden.get('client_assertion') ?? ''
      await jwtVerify(bewijs, client.publicKey, { issuer: 'overlap', subject: 'overlap', audience: uitgever() })
      bewijzen.push(bewijs)
    } catch {
      return [{ error: 'invalid_client' }, 401]
    }
    const token = await maakToken(code.nonce, code.buiging)
    return [{ access_token: 'x', token_type: 'bearer', expires_in: 60, id_token: token }, 200]
  }

  async function maakToken(
    nonce: string,
    { claims = {}, weg = [], sleutel, alg, kapot }: Buiging,
    typ: string | null = null,
  ): Promise<string> {
    const nu = Math.floor(Date.now() / 1000)
    const inhoud: JWTPayload = {
      iss: uitgever(),
      sub: 'persoon-1',
      aud: 'overlap',
      nonce,
      iat: nu,
      exp: nu + 300,
      name: 'Roos van Dam',
      groups: ['contractmanagers'],
      amr: ['pwd', 'mfa'],
      acr: 'hoog',
      ...claims,
    }
    for (const naam of weg) Reflect.deleteProperty(inhoud, naam)
    const deel = (waarde: unknown) => Buffer.from(JSON.stringify(waarde)).toString('base64url')
    if (alg === 'none') return `${deel({ alg: 'none', typ })}.${deel(inhoud)}.`
    if (alg === 'HS256') {
      return new SignJWT(inhoud)
        .setProtectedHeader({ alg: 'HS256', kid: 'een', ...(typ && { typ }) })
        .sign(new TextEncoder().encode('x'.repeat(32)))
    }
    const eigen: CryptoKey = sleutel === 'vreemd' ? vreemd.privateKey : privateKey
    const jwt = await new SignJWT(inhoud)
      .setProtectedHeader({ alg: 'PS256', kid: 'een', ...(typ && { typ }) })
      .sign(eigen)
    if (!kapot) return jwt
    const [kop, , handtekening] = jwt.split('.')
    return [kop, deel({ ...inhoud, sub: 'iemand-anders' }), handtekening].join('.')
  }

  return {
    url: uitgever(),
    clientPem: Buffer.from(await crypto.subtle.exportKey('pkcs8', client.privateKey)).toString('base64'),
    bewijzen,
    /** The browser at the provider: reads the request and gives the path back to the program. */
    keurGoed(adres: string, buiging: Buiging & { state?: string } = {}): string {
      const vraag = new URL(adres).searchParams
      const code = crypto.randomUUID()
      codes.set(code, { nonce: vraag.get('nonce')!, uitdaging: vraag.get('code_challenge')!, buiging })
      const terug = new URL(vraag.get('redirect_uri')!)
      terug.search = new URLSearchParams({
        code,
        state: buiging.state ?? vraag.get('state')!,
        iss: uitgever(),
      }).toString()
      return terug.pathname + terug.search
    },
    /** The provider says that somebody signed out: a logout token, bent as a test asks. */
    meldAf: (buiging: Buiging & { typ?: string | null } = {}) => {
      const claims = {
        jti: crypto.randomUUID(),
        events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
        ...buiging.claims,
      }
      const weg = ['name', 'groups', 'amr', 'acr', ...('nonce' in claims ? [] : ['nonce']), ...(buiging.weg ?? [])]
      return maakToken('', { ...buiging, claims, weg }, buiging.typ === undefined ? 'logout+jwt' : buiging.typ)
    },
    stop: () => new Promise<void>((klaar) => server.close(() => klaar())),
  }
}
