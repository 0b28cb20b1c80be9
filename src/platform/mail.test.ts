import type { SMTPServerOptions } from 'smtp-server'
import { describe, expect, test } from 'vitest'
import { GEBRUIKER, openPostvak, WACHTWOORD } from '../../test/postvak.ts'
import { makeMailer, type Bericht, type Mailinstelling } from './mail.ts'

const bericht: Bericht = {
  aan: 'noor@gemeente.example',
  onderwerp: 'Uitnodiging voor Overlap, Één regio',
  tekst:
    'Beste Noor,\n\nEen regel die langer is dan een regel in een mail mag zijn, met een € en een ë erin, opdat de codering klopt.\n',
  html: '<p>Beste Noor</p>',
  kenmerk: '0193-proef',
}

async function probeer(opties: SMTPServerOptions = {}, instelling: Partial<Mailinstelling> = {}, wat = bericht) {
  const postvak = await openPostvak(opties)
  const mailer = makeMailer({
    host: '127.0.0.1',
    poort: postvak.poort,
    tls: 'verplicht',
    van: 'Overlap <overlap@regio.example>',
    aanmelding: { gebruiker: GEBRUIKER, wachtwoord: WACHTWOORD },
    ca: postvak.ca,
    ...instelling,
  })
  try {
    return { uitkomst: await mailer.verstuur(wat), mails: postvak.mails }
  } finally {
    mailer.stop()
    await postvak.stop()
  }
}

const geweigerd = (code: number) => Object.assign(new Error('no such user here'), { responseCode: code })

describe('mail versturen', () => {
  test('gaat met STARTTLS en aanmelding, in gewone tekst en HTML, met een vast kenmerk', async () => {
    const { uitkomst, mails } = await probeer()
    expect(uitkomst).toEqual({ soort: 'verzonden' })
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ aan: [bericht.aan], van: 'overlap@regio.example' })
    expect(mails[0]!.tekst.replaceAll('\r\n', '\n').trim()).toBe(bericht.tekst.trim())
    expect(mails[0]!.html).toContain(bericht.html)
    expect(mails[0]!.kop).toContain('Message-ID: <0193-proef@regio.example>')
    expect(mails[0]!.kop).toContain('Auto-Submitted: auto-generated')
    expect(mails[0]!.kop).toMatch(/^To: noor@gemeente\.example\r$/m)
  })

  test('zonder TLS gaat er niets over de lijn, ook geen wachtwoord', async () => {
    const aanmeldingen: string[] = []
    const { uitkomst, mails } = await probeer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username }, _, klaar) => {
        aanmeldingen.push(username ?? '')
        klaar(null, { user: username })
      },
    })
    expect(uitkomst).toMatchObject({ soort: 'voorlopig' })
    expect([mails, aanmeldingen]).toEqual([[], []])
  })

  test('TLS uit is een keuze, zonder aanmelding', async () => {
    const { uitkomst, mails } = await probeer(
      { authOptional: true, hideSTARTTLS: true },
      { tls: 'uit', aanmelding: undefined },
    )
    expect([uitkomst.soort, mails.length]).toEqual(['verzonden', 1])
  })

  test.each([
    ['een certificaat dat niemand kent', {}, { ca: undefined }, 'voorlopig', /^E/],
    [
      'een verkeerd wachtwoord',
      {},
      { aanmelding: { gebruiker: GEBRUIKER, wachtwoord: 'mis' } },
      'voorlopig',
      /^EAUTH 535$/,
    ],
    [
      'een ontvanger die er niet is',
      { onRcptTo: (_, __, klaar) => klaar(geweigerd(550)) },
      {},
      'blijvend',
      /^EENVELOPE 550$/,
    ],
    ['een volle brievenbus', { onRcptTo: (_, __, klaar) => klaar(geweigerd(452)) }, {}, 'voorlopig', /^EENVELOPE 452$/],
    [
      'een afzender die niet mag',
      { onMailFrom: (_, __, klaar) => klaar(geweigerd(550)) },
      {},
      'voorlopig',
      /^EENVELOPE 550$/,
    ],
    [
      'een inhoud die niet mag',
      {
        onData: (stroom, _, klaar) => {
          stroom.resume()
          stroom.on('end', () => klaar(geweigerd(554)))
        },
      },
      {},
      'blijvend',
      /^EMESSAGE 554$/,
    ],
  ] as [string, SMTPServerOptions, Partial<Mailinstelling>, string, RegExp][])(
    'zegt of opnieuw proberen zin heeft: %s',
    async (_, opties, instelling, soort, fout) => {
      const { uitkomst, mails } = await probeer(opties, instelling)
      expect(uitkomst).toMatchObject({ soort, fout: expect.stringMatching(fout) as string })
      // a code: never an address, nor what the server said
      expect(JSON.stringify(uitkomst)).not.toMatch(/noor|user here/)
      expect(mails).toEqual([])
    },
  )

  test('een server die er niet is, is er later misschien wel', async () => {
    const postvak = await openPostvak()
    await postvak.stop()
    const mailer = makeMailer({
      host: '127.0.0.1',
      poort: postvak.poort,
      tls: 'verplicht',
      van: 'o@regio.example',
      ca: postvak.ca,
    })
    expect(await mailer.verstuur(bericht)).toMatchObject({ soort: 'voorlopig' })
    const weer = await openPostvak({ authOptional: true }, postvak.poort)
    expect(await mailer.verstuur(bericht)).toEqual({ soort: 'verzonden' })
    expect(weer.mails).toHaveLength(1)
    await weer.stop()
  })

  test('een adres brengt geen tweede ontvanger of kop mee', async () => {
    for (const aan of ['a@x.example, b@y.example', 'a@x.example\r\nBcc: b@y.example', 'A <a@x.example>, b@y.example']) {
      const { mails } = await probeer({}, {}, { ...bericht, aan })
      expect(mails.filter((mail) => mail.aan.length > 1 || mail.aan.some((een) => een.includes('y.example')))).toEqual(
        [],
      )
      expect(mails.filter(({ kop }) => /^Bcc:/im.test(kop))).toEqual([])
    }
  })
})
