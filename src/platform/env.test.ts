import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEnv, readMail, readSessieduur } from './env.ts'

const mail = (extra: NodeJS.ProcessEnv = {}) =>
  readMail(
    readEnv({
      OVERLAP_SMTP_HOST: 'mail.example',
      OVERLAP_SMTP_VAN: 'Overlap <overlap@regio.example>',
      OVERLAP_URL: 'https://overlap.regio.example/',
      ...extra,
    }),
  )

describe('instellingen voor mail', () => {
  test('TLS is verplicht tenzij iemand het uitzet; de poort volgt daaruit', () => {
    expect(mail()).toEqual({
      host: 'mail.example',
      poort: 587,
      tls: 'verplicht',
      van: 'Overlap <overlap@regio.example>',
    })
    expect(mail({ OVERLAP_SMTP_TLS: 'direct' })).toMatchObject({ poort: 465, tls: 'direct' })
    expect(mail({ OVERLAP_SMTP_TLS: 'uit', OVERLAP_SMTP_POORT: '25' })).toMatchObject({ poort: 25, tls: 'uit' })
    expect(readMail(readEnv({}))).toBeUndefined()
  })

  test('het wachtwoord kan in een bestand staan', () => {
    const map = mkdtempSync(join(tmpdir(), 'overlap-env-'))
    writeFileSync(join(map, 'geheim'), 'een geheim met spatie \n')
    const gelezen = mail({ OVERLAP_SMTP_GEBRUIKER: 'o', OVERLAP_SMTP_WACHTWOORD_BESTAND: join(map, 'geheim') })
    expect(gelezen?.aanmelding).toEqual({ gebruiker: 'o', wachtwoord: 'een geheim met spatie ' })
    rmSync(map, { recursive: true })
  })

  test('ASVS V13.3.1: elk geheim kan in een bestand staan dat een kluis neerzet; niet te lezen, leeg of dubbel stopt', () => {
    const map = mkdtempSync(join(tmpdir(), 'overlap-env-'))
    const bestand = join(map, 'geheim')
    const url = 'postgres://overlap:heel@db.example/overlap?sslmode=verify-full'
    writeFileSync(bestand, `${url}\n`)
    for (const naam of ['DATABASE_URL', 'DATABASE_URL_EIGENAAR'] as const) {
      expect(readEnv({ [`${naam}_BESTAND`]: bestand })[naam]).toBe(url)
      expect(() => readEnv({ [naam]: url, [`${naam}_BESTAND`]: bestand })).toThrow(/niet allebei/)
      expect(() => readEnv({ [`${naam}_BESTAND`]: join(map, 'weg') })).toThrow(/niet te lezen/)
    }
    // what stands in it is held to the same, and never said aloud
    writeFileSync(bestand, 'mysql://geheim')
    expect(() => readEnv({ DATABASE_URL_BESTAND: bestand })).toThrow(
      /^De instelling DATABASE_URL moet beginnen met postgres:\/\/\.$/,
    )
    writeFileSync(bestand, '\n')
    expect(() => readEnv({ DATABASE_URL_BESTAND: bestand })).toThrow(/is leeg/)
    rmSync(map, { recursive: true })
  })

  test.each([
    [{ OVERLAP_SMTP_HOST: '' }, /OVERLAP_SMTP_HOST\.$/],
    [{ OVERLAP_SMTP_VAN: '', OVERLAP_URL: '' }, /OVERLAP_SMTP_VAN en OVERLAP_URL/],
    [{ OVERLAP_SMTP_GEBRUIKER: 'o' }, /samen met OVERLAP_SMTP_WACHTWOORD/],
    [{ OVERLAP_SMTP_WACHTWOORD: 'x' }, /samen met/],
    [{ OVERLAP_SMTP_GEBRUIKER: 'o', OVERLAP_SMTP_WACHTWOORD_BESTAND: '/bestaat/niet' }, /niet te lezen/],
    [{ OVERLAP_SMTP_WACHTWOORD: 'x', OVERLAP_SMTP_WACHTWOORD_BESTAND: 'y' }, /niet allebei/],
    [
      { OVERLAP_SMTP_TLS: 'uit', OVERLAP_SMTP_GEBRUIKER: 'o', OVERLAP_SMTP_WACHTWOORD: 'x' },
      /leesbaar over het netwerk/,
    ],
    [{ OVERLAP_SMTP_TLS: 'soms' }, /OVERLAP_SMTP_TLS moet verplicht, direct of uit zijn/],
    [{ OVERLAP_SMTP_VAN: 'geen adres' }, /OVERLAP_SMTP_VAN moet een e-mailadres zijn/],
    [{ OVERLAP_SMTP_VAN: 'a@b.nl\nBcc: c@d.nl' }, /OVERLAP_SMTP_VAN/],
    [{ OVERLAP_SMTP_POORT: '70000' }, /OVERLAP_SMTP_POORT/],
    [{ OVERLAP_URL: 'https://regio.example/pad' }, /OVERLAP_URL/],
    [{ OVERLAP_URL: 'ftp://regio.example' }, /OVERLAP_URL/],
    [{ OVERLAP_PROXY: 'overal' }, /OVERLAP_PROXY/],
    [{ OVERLAP_PROXY: '10.0.0.0/64' }, /OVERLAP_PROXY/],
    [{ OVERLAP_SESSIE_MINUTEN: '2' }, /OVERLAP_SESSIE_MINUTEN moet een getal zijn van 5/],
  ] as [NodeJS.ProcessEnv, RegExp][])('wat niet klopt wordt met naam genoemd: %j', (extra, melding) => {
    expect(() => mail(extra)).toThrow(melding)
  })

  test('een sessie duurt een half uur zonder handeling en twaalf uur in het geheel, of wat is ingesteld', () => {
    const minuten = (env: NodeJS.ProcessEnv) => {
      const { stil, hoogstens } = readSessieduur(readEnv(env))
      return [stil.total('minutes'), hoogstens.total('minutes')]
    }
    expect(minuten({})).toEqual([30, 720])
    expect(minuten({ OVERLAP_SESSIE_MINUTEN: '15', OVERLAP_SESSIE_UREN: '8' })).toEqual([15, 480])
  })
})

describe('virusscanner', () => {
  test.each([
    ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['scanner.intern:3310', { host: 'scanner.intern', port: 3310 }],
    ['[::1]:3310', { host: '::1', port: 3310 }],
  ])('%s is een adres', (tekst, adres) => {
    expect(readEnv({ OVERLAP_CLAMAV: tekst }).OVERLAP_CLAMAV).toEqual(adres)
  })

  test.each(['clamd', '127.0.0.1', ':3310', 'host:0', 'host:99999', 'http://host:3310', '::1:3310', 'a b:1', '/'])(
    '%s is er geen, en dan start het programma niet',
    (tekst) => {
      expect(() => readEnv({ OVERLAP_CLAMAV: tekst })).toThrow(
        'De instelling OVERLAP_CLAMAV moet het adres van clamd zijn',
      )
    },
  )

  test('zonder instelling is er geen scanner', () => {
    expect(readEnv({ OVERLAP_CLAMAV: '' }).OVERLAP_CLAMAV).toBeUndefined()
  })
})
