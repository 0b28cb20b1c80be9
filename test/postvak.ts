import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import * as x509 from '@peculiar/x509'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

x509.cryptoProvider.set(webcrypto as Crypto)

export type Mail = { aan: string[]; van: string; kop: string; tekst: string; html: string }

export type Postvak = {
  poort: number
  ca: string
  /** What arrived, the oldest first. */
  mails: Mail[]
  /** Resolves with the next mail for this address that has not been read yet. */
  volgende: (aan: string) => Promise<Mail>
  stop: () => Promise<void>
}

export const GEBRUIKER = 'overlap'
export const WACHTWOORD = 'geheim van de mailserver'

let zegel: Promise<{ key: string; cert: string }> | undefined

/** A mail server of one's own: STARTTLS with a certificate made here, and a sign-in that is checked. */
export async function openPostvak(opties: SMTPServerOptions = {}, poort = 0): Promise<Postvak> {
  zegel ??= maakCertificaat()
  const { key, cert } = await zegel
  const mails: Mail[] = []
  const gelezen = new Set<Mail>()
  const wachtend: (() => void)[] = []
  const server = new SMTPServer({
    key,
    cert,
    authMethods: ['PLAIN', 'LOGIN'],
    onAuth: ({ username, password }, session, klaar) => {
      const goed = username === GEBRUIKER && password === WACHTWOORD && session.secure
      klaar(goed ? null : new Error('refused'), goed ? { user: username } : undefined)
    },
    onData: (stroom, session, klaar) => {
      void buffer(stroom).then((ruw) => {
        const { rcptTo, mailFrom } = session.envelope
        const van = mailFrom ? mailFrom.address : ''
        mails.push({ aan: rcptTo.map(({ address }) => address), van, ...ontleed(ruw.toString('utf8')) })
        for (const wek of wachtend.splice(0)) wek()
        klaar()
      })
    },
    ...opties,
  })
  server.on('error', () => undefined)
  await new Promise<void>((klaar) => server.listen(poort, '127.0.0.1', () => klaar()))
  return {
    poort: (server.server.address() as AddressInfo).port,
    ca: cert,
    mails,
    volgende: async (aan) => {
      for (;;) {
        const mail = mails.find((een) => een.aan.includes(aan) && !gelezen.has(een))
        if (mail) {
          gelezen.add(mail)
          return mail
        }
        await new Promise<void>((wek, mis) => {
          const te = setTimeout(() => mis(new Error(`no mail for ${aan}; there are ${String(mails.length)}`)), 30_000)
          wachtend.push(() => {
            clearTimeout(te)
            wek()
          })
        })
      }
    },
    stop: () => new Promise((klaar) => server.close(() => klaar())),
  }
}

/** Head, plain text and HTML of a mail with two parts in quoted-printable or as they are. */
function ontleed(ruw: string): { kop: string; tekst: string; html: string } {
  const [kop = '', ...rest] = ruw.split('\r\n\r\n')
  const grens = /boundary="([^"]+)"/.exec(kop)?.[1] ?? ''
  const delen = rest.join('\r\n\r\n').split(`--${grens}`)
  const deel = (soort: string) => {
    const gevonden = delen.find((een) => een.includes(`Content-Type: ${soort}`)) ?? ''
    const [deelkop = '', ...inhoud] = gevonden.split('\r\n\r\n')
    const tekst = inhoud.join('\r\n\r\n')
    if (/base64/i.test(deelkop)) return Buffer.from(tekst, 'base64').toString('utf8')
    return /quoted-printable/i.test(deelkop) ? leesQuotedPrintable(tekst) : tekst
  }
  return { kop, tekst: deel('text/plain'), html: deel('text/html') }
}

function leesQuotedPrintable(tekst: string): string {
  const bytes = tekst
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

async function maakCertificaat(): Promise<{ key: string; cert: string }> {
  const soort = { name: 'ECDSA', namedCurve: 'P-256' }
  const keys = await webcrypto.subtle.generateKey(soort, true, ['sign', 'verify'])
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=localhost',
    notBefore: new Date(Date.now() - 86_400_000),
    notAfter: new Date(Date.now() + 86_400_000),
    keys,
    signingAlgorithm: { ...soort, hash: 'SHA-256' },
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
    ],
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  const key = `-----BEGIN PRIVATE KEY-----\n${pkcs8.replace(/(.{64})/g, '$1\n')}\n-----END PRIVATE KEY-----\n`
  return { key, cert: cert.toString('pem') }
}
