import { createTransport } from 'nodemailer'

export type Mailinstelling = {
  host: string
  poort: number
  /** "verplicht": STARTTLS or no mail; "direct": TLS from the first byte; "uit": readable on the way, only for a server on this machine. */
  tls: 'verplicht' | 'direct' | 'uit'
  aanmelding?: { gebruiker: string; wachtwoord: string } | undefined
  van: string
  /** Certificates to trust besides those of the machine; for tests. */
  ca?: string | undefined
}

/** What a calendar program takes over: text/calendar with its method (RFC 5546). */
export type Agendabijlage = { methode: 'REQUEST' | 'CANCEL' | 'PUBLISH'; tekst: string }

/** A file that goes along. */
export type Mailbijlage = { naam: string; type: string; inhoud: Buffer }

export type Bericht = {
  aan: string
  onderwerp: string
  tekst: string
  html: string
  kenmerk: string
  agenda?: Agendabijlage | undefined
  bijlagen?: readonly Mailbijlage[] | undefined
}

/** "blijvend": sending it again will not help; "voorlopig": the server may take it later. `fout`: a code, never an address or a text. */
export type Uitkomst = { soort: 'verzonden' } | { soort: 'blijvend' | 'voorlopig'; fout: string }

export type Mailer = { verstuur: (bericht: Bericht) => Promise<Uitkomst>; stop: () => void }

const WACHT = 20_000

/** Sends through one SMTP server. Never throws: what went wrong is a value, for it is recorded with the mail. */
export function makeMailer({ host, poort, tls, aanmelding, van, ca }: Mailinstelling): Mailer {
  const transport = createTransport({
    host,
    port: poort,
    secure: tls === 'direct',
    requireTLS: tls === 'verplicht',
    ignoreTLS: tls === 'uit',
    ...(aanmelding && { auth: { user: aanmelding.gebruiker, pass: aanmelding.wachtwoord } }),
    tls: { minVersion: 'TLSv1.2', ...(ca !== undefined && { ca }) },
    connectionTimeout: WACHT,
    greetingTimeout: WACHT,
    socketTimeout: WACHT,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domein = /@([\w.-]+)>?$/.exec(van)?.[1] ?? 'overlap.invalid'
  return {
    async verstuur({ aan, onderwerp, tekst, html, kenmerk, agenda, bijlagen = [] }) {
      try {
        await transport.sendMail({
          from: van,
          // an address and nothing else: a display name could smuggle in another recipient
          to: { name: '', address: aan },
          subject: onderwerp,
          text: tekst,
          html,
          ...(agenda && { icalEvent: { method: agenda.methode, filename: 'gesprek.ics', content: agenda.tekst } }),
          attachments: bijlagen.map(({ naam, type, inhoud }) => ({
            filename: naam,
            contentType: type,
            content: inhoud,
          })),
          // the same for every attempt, so that a mail that arrived twice is known to be one
          messageId: `<${kenmerk}@${domein}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        })
        return { soort: 'verzonden' }
      } catch (error) {
        return uitkomstVan(error)
      }
    },
    stop: () => transport.close(),
  }
}

// 5yz on the recipient or the message is final (RFC 5321 §4.2.1). A refused sender, sign-in or certificate is the operator's to mend:
// the mail waits for it.
function uitkomstVan(error: unknown): Uitkomst {
  const { code, responseCode = 0, command } = error as { code?: string; responseCode?: number; command?: string }
  const overBericht = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM')
  const blijvend = overBericht && responseCode >= 500 && responseCode !== 530
  return { soort: blijvend ? 'blijvend' : 'voorlopig', fout: `${code ?? 'onbekend'} ${responseCode || ''}`.trim() }
}
