import { generateKeyPair } from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { leesGebeurtenissen } from '../../../test/afspraken.ts'
import { maakProefregio, test } from '../../../test/regio.ts'
import { freshDatabase } from '../../../test/test.ts'
import { startUitgever, type Buiging } from '../../../test/uitgever.ts'
import { createApp } from '../../app.ts'
import { metTweedeFactor, naamVan, Organisatie, rollenVan } from '../../domain/plan/account/organisatie-instelling.ts'
import { makeClock } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { makeLog } from '../../platform/log.ts'
import { makeOidc } from '../../platform/oidc.ts'
import { inTransaction } from '../../platform/transaction.ts'

let uitgever: Awaited<ReturnType<typeof startUitgever>>
beforeAll(async () => {
  uitgever = await startUitgever()
})
afterAll(() => uitgever.stop())

const basis = {
  naam: 'Gemeente Voorbeeld',
  uitgever: 'https://inloggen.gemeente.example',
  clientId: 'overlap',
  sleutelbestand: 'sleutel.pem',
  amr: ['mfa'],
  rollen: [
    { waarde: 'contractmanagers', regio: 'Proefregio', rol: 'contractmanager' },
    { waarde: 'team-purmerend', regio: 'Proefregio', rol: 'lokaal team', gemeenten: ['0439'] },
    { waarde: 'contractmanagers', regio: 'Andere regio', rol: 'beleid' },
  ],
}
const instelling = Organisatie.parse(basis)

function maakApp(ctx: Context, clientPem = uitgever.clientPem) {
  const url = 'https://overlap.example'
  const pem = `-----BEGIN PRIVATE KEY-----\n${clientPem.replace(/(.{64})/g, '$1\n')}\n-----END PRIVATE KEY-----\n`
  const oidc = makeOidc(
    { uitgever: uitgever.url, clientId: 'overlap', bewijs: { soort: 'sleutel', pem }, scope: 'openid email', acr: [] },
    `${url}/aanmelden/organisatie/terug`,
  )
  const { db, sleutels } = ctx
  const clock = makeClock(ctx.today)
  const app = createApp({
    db,
    sleutels,
    clock,
    log: makeLog('silent'),
    voorbeeld: false,
    url,
    organisatie: { instelling, oidc },
  })
  const koekjes = new Map<string, string>()
  const vraag = async (pad: string, koppen: Record<string, string> = {}) => {
    const cookie = [...koekjes].map(([naam, waarde]) => `${naam}=${waarde}`).join('; ')
    const antwoord = await app.request(pad, { headers: { cookie, ...koppen } })
    for (const zet of antwoord.headers.getSetCookie()) {
      const [naam, waarde] = zet.split(';')[0]!.split('=') as [string, string]
      if (waarde === '') koekjes.delete(naam)
      else koekjes.set(naam, waarde)
    }
    return antwoord
  }
  const begin = (terug = '/kpis', koppen: Record<string, string> = {}) =>
    vraag(`/aanmelden/organisatie?${new URLSearchParams({ regio: ctx.regioId, terug }).toString()}`, koppen)
  const meldAan = async (buiging: Buiging & { state?: string } = {}, terug?: string) =>
    vraag(uitgever.keurGoed((await begin(terug)).headers.get('location')!, buiging))
  const meldAf = (token: string) =>
    app.request('/afmelden/organisatie', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ logout_token: token }).toString(),
    })
  return { vraag, begin, meldAan, meldAf, koekjes }
}

async function rollen(ctx: Context) {
  const { rows } = await sql<{
    naam: string
    rol: string
    gemeenten: string[] | null
    geldt: boolean
  }>`select g.naam, r.rol, r.gemeenten,
      r.ingetrokken_op is null as geldt from roltoewijzing r join gebruiker g on g.id = r.gebruiker_id
    where r.regio_id = ${ctx.regioId} and r.herkomst = 'organisatie' order by r.id`.execute(ctx.db)
  return rows
}

describe('aanmelden met het account van de organisatie', () => {
  test('S34, S35: code, PKCE S256, state en nonce; een vers bewijs bij elke aanmelding; terug waar men was', async ({
    ctx,
  }) => {
    const { begin, meldAan, vraag, koekjes } = maakApp(ctx)
    const adres = new URL((await begin()).headers.get('location')!)
    const param = (naam: string) => adres.searchParams.get(naam) ?? ''
    expect([param('response_type'), param('code_challenge_method'), param('scope')]).toEqual([
      'code',
      'S256',
      'openid email',
    ])
    expect(param('redirect_uri')).toBe('https://overlap.example/aanmelden/organisatie/terug')
    for (const geheim of ['state', 'nonce', 'code_challenge']) expect(param(geheim).length).toBeGreaterThanOrEqual(22)

    const antwoord = await meldAan()
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, '/kpis'])
    expect([...koekjes.keys()]).toContain('__Host-overlap')
    expect((await vraag('/kpis')).status).toBe(200)
    expect(await rollen(ctx)).toEqual([{ naam: 'Roos van Dam', rol: 'contractmanager', gemeenten: null, geldt: true }])
    expect(await leesGebeurtenissen(ctx, 'sessie:gestart')).toMatchObject([{ wijze: 'organisatie' }])
    await meldAan()
    expect(uitgever.bewijzen.length).toBeGreaterThanOrEqual(2)
    expect(new Set(uitgever.bewijzen).size).toBe(uitgever.bewijzen.length)
  })

  const nu = () => Math.floor(Date.now() / 1000)
  test.for<[string, () => Buiging & { state?: string }]>([
    ['iss van een ander', () => ({ claims: { iss: 'https://kwaad.example' } })],
    ['aud van een ander programma', () => ({ claims: { aud: 'anders' } })],
    ['aud voor twee, azp van een ander', () => ({ claims: { aud: ['overlap', 'anders'], azp: 'anders' } })],
    ['nonce van een andere poging', () => ({ claims: { nonce: 'x'.repeat(43) } })],
    ['geen nonce', () => ({ weg: ['nonce'] })],
    ['verlopen', () => ({ claims: { exp: nu() - 600 } })],
    ['geen exp', () => ({ weg: ['exp'] })],
    ['geen iat', () => ({ weg: ['iat'] })],
    ['nog niet geldig', () => ({ claims: { nbf: nu() + 3600 } })],
    ['geen sub', () => ({ weg: ['sub'] })],
    ['geen tweede factor', () => ({ claims: { amr: ['pwd'] } })],
    ['geen amr', () => ({ weg: ['amr'] })],
    ['handtekening van een andere sleutel', () => ({ sleutel: 'vreemd' })],
    ['inhoud na het tekenen gewijzigd', () => ({ kapot: true })],
    ['zonder handtekening', () => ({ alg: 'none' })],
    ['met een zwakke handtekening', () => ({ alg: 'HS256' })],
    ['state van een ander', () => ({ state: 'y'.repeat(43) })],
  ])('S34, S36: geweigerd: %s', async ([, buiging], { ctx }) => {
    const { meldAan, koekjes } = maakApp(ctx)
    const antwoord = await meldAan(buiging())
    expect(antwoord.status).toBe(403)
    // ASVS V16.3.1: what did not succeed is in the audit trail too, with the step and without what was sent
    const [mislukt, ...meer] = await leesGebeurtenissen(ctx, 'aanmelding:mislukt')
    expect([Object.keys(mislukt ?? {}), meer]).toEqual([['stap'], []])
    expect(['organisatie', 'tweede factor']).toContain(mislukt?.['stap'])
    expect([...koekjes.keys()]).not.toContain('__Host-overlap')
    expect(await rollen(ctx)).toEqual([])
    const html = await antwoord.text()
    expect(html).toMatch(/niet gelukt|tweede factor/)
  })

  test('S34: een antwoord telt één keer, en alleen in de browser die begon', async ({ ctx }) => {
    const een = maakApp(ctx)
    const pad = uitgever.keurGoed((await een.begin()).headers.get('location')!)
    const ander = maakApp(ctx)
    expect((await ander.vraag(pad)).status).toBe(403)
    expect((await een.vraag(pad)).status).toBe(303)
    expect((await een.vraag(pad)).status).toBe(403)
  })

  test('ROL-02, S6: rollen volgen de groepen; wie ze verliest is meteen buiten; met de hand gegeven rollen blijven', async ({
    ctx,
  }) => {
    const { meldAan, vraag } = maakApp(ctx)
    await meldAan({ claims: { groups: ['contractmanagers', 'team-purmerend', 'iets-anders'] } })
    expect(await rollen(ctx)).toMatchObject([
      { rol: 'contractmanager', geldt: true },
      { rol: 'lokaal team', gemeenten: ['0439'], geldt: true },
    ])
    await meldAan({ claims: { groups: 'team-purmerend', name: 'Roos Nieuwnaam' } })
    expect(await rollen(ctx)).toMatchObject([
      { naam: 'Roos van Dam', rol: 'contractmanager', geldt: false },
      { rol: 'lokaal team', geldt: true },
    ])
    const leeg = await meldAan({ claims: { groups: [] } })
    expect(leeg.status).toBe(403)
    expect(await leeg.text()).toContain('geen rol')
    expect(await leesGebeurtenissen(ctx, 'aanmelding:mislukt')).toEqual([{ stap: 'geen-rol' }])
    expect((await vraag('/kpis')).status).toBe(303)
    await meldAan({ claims: { sub: 'persoon-2' } })
    expect((await rollen(ctx)).at(-1)).toMatchObject({ naam: 'Roos van Dam (2)', rol: 'contractmanager' })
  })

  test('ROL-02: met echte transacties: wie zijn groepen verliest, raakt zijn rollen en sessies kwijt; een vreemde krijgt geen account', async ({
    sleutels,
  }) => {
    await using fresh = await freshDatabase()
    const ctx = await maakProefregio(fresh.db, sleutels)
    const { meldAan, vraag } = maakApp(ctx)
    await meldAan()
    expect((await vraag('/kpis')).status).toBe(200)
    expect((await meldAan({ claims: { groups: [] } })).status).toBe(403)
    expect((await vraag('/kpis')).status).toBe(303)
    expect((await meldAan({ claims: { sub: 'vreemde', name: 'Vreemde Vogel', groups: [] } })).status).toBe(403)
    await inTransaction(ctx, async (ctx) => {
      expect(await rollen(ctx)).toMatchObject([{ rol: 'contractmanager', geldt: false }])
      const { rows } = await sql`select from gebruiker where onderwerp = 'vreemde'`.execute(ctx.db)
      expect(rows).toEqual([])
      expect(await leesGebeurtenissen(ctx, 'aanmelding:mislukt')).toHaveLength(2)
    })
  })

  test('een uitgeschakeld account komt ook zo niet binnen; terug gaat nooit naar een andere site', async ({ ctx }) => {
    const { meldAan } = maakApp(ctx)
    expect((await meldAan({}, '//kwaad.example/x')).headers.get('location')).toBe('/')
    await sql`update gebruiker set uitgeschakeld_op = now() where regio_id = ${ctx.regioId} and onderwerp = 'persoon-1'`.execute(
      ctx.db,
    )
    expect((await meldAan()).status).toBe(403)
  })

  test('ASVS V7.6.2: een andere site meldt niemand aan; U12: en beginnen kan niet eindeloos', async ({ ctx }) => {
    const { begin } = maakApp(ctx)
    for (const site of ['cross-site', 'same-site']) {
      const antwoord = await begin('/kpis', { 'sec-fetch-site': site })
      expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, '/aanmelden'])
    }
    const pogingen = async () => (await sql`select from organisatiepoging`.execute(ctx.db)).rows.length
    expect(await pogingen()).toBe(0)
    const statussen: number[] = []
    for (let keer = 0; keer < 120; keer++) {
      const { status } = await begin('/kpis', { 'sec-fetch-site': keer % 2 === 0 ? 'same-origin' : 'none' })
      statussen.push(status)
    }
    // the two that another site began count too
    expect(statussen.filter((status) => status === 302)).toHaveLength(118)
    expect(statussen.slice(-2)).toEqual([429, 429])
    expect(await pogingen()).toBe(118)
  })

  test('ASVS V7.1.3, V7.6.1: zo’n sessie duurt hooguit vier uur; daarna vraagt de organisatie opnieuw wie het is', async ({
    ctx,
  }) => {
    const { vraag, meldAan } = maakApp(ctx)
    await meldAan()
    const { rows } = await sql<{
      duur: number
    }>`select extract(epoch from verloopt_op - gestart_op)::int as duur from sessie
      where regio_id = ${ctx.regioId} order by gestart_op desc limit 1`.execute(ctx.db)
    expect(rows).toEqual([{ duur: 4 * 3600 }])
    await sql`update sessie set verloopt_op = gestart_op + interval '1 millisecond' where regio_id = ${ctx.regioId}`.execute(
      ctx.db,
    )
    // what is over is over: back to the page where somebody signs in, never silently on
    const antwoord = await vraag('/kpis')
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, '/aanmelden?terug=%2Fkpis'])
  })

  test('ASVS V11.2.3: een te korte sleutel van het programma opent niets', async ({ ctx }) => {
    const { privateKey } = await generateKeyPair('PS256', { extractable: true, modulusLength: 2048 })
    const pem = Buffer.from(await crypto.subtle.exportKey('pkcs8', privateKey)).toString('base64')
    expect((await maakApp(ctx, pem).begin()).status).toBe(403)
  })

  test('afmelden gaat desgewenst ook langs de organisatie', async ({ ctx }) => {
    const antwoord = await maakApp(ctx).vraag('/aanmelden/organisatie/afmelden')
    expect(antwoord.headers.get('location')).toContain(`${uitgever.url}/einde?`)
  })
})

describe('afmelden door de organisatie (back-channel logout)', () => {
  test('ASVS V10.5.5: wie zich bij de organisatie afmeldt, is hier meteen overal buiten; het staat in het logboek', async ({
    ctx,
  }) => {
    const [een, twee, ander] = [maakApp(ctx), maakApp(ctx), maakApp(ctx)]
    await een.meldAan()
    await twee.meldAan()
    await ander.meldAan({ claims: { sub: 'persoon-2' } })
    const antwoord = await een.meldAf(await uitgever.meldAf())
    expect([antwoord.status, await antwoord.text(), antwoord.headers.get('cache-control')]).toEqual([
      200,
      '',
      'no-store',
    ])
    expect((await een.vraag('/kpis')).status).toBe(303)
    expect((await twee.vraag('/kpis')).status).toBe(303)
    expect((await ander.vraag('/kpis')).status).toBe(200)
    expect(await leesGebeurtenissen(ctx, 'sessie:beeindigd')).toEqual([{ aantal: 2, hoe: 'door de organisatie' }])
  })

  test('met sid eindigt alleen de sessie die daaruit kwam, en wat niet zegt waaruit het kwam als ook sub klopt', async ({
    ctx,
  }) => {
    const [kantoor, thuis, oud] = [maakApp(ctx), maakApp(ctx), maakApp(ctx)]
    await kantoor.meldAan({ claims: { sid: 'sessie-kantoor' } })
    await thuis.meldAan({ claims: { sid: 'sessie-thuis' } })
    await oud.meldAan()
    const stand = async () => Promise.all([kantoor, thuis, oud].map(async ({ vraag }) => (await vraag('/kpis')).status))
    const meldAf = async (claims: Record<string, unknown>, weg: string[] = []) =>
      (await kantoor.meldAf(await uitgever.meldAf({ claims, weg }))).status
    expect(await meldAf({ sid: 'sessie-kantoor' }, ['sub'])).toBe(200)
    expect(await stand()).toEqual([303, 200, 200])
    expect(await meldAf({ sid: 'sessie-thuis', sub: 'persoon-2' })).toBe(200)
    expect(await stand()).toEqual([303, 200, 200])
    expect(await meldAf({ sid: 'sessie-die-hier-niet-is' })).toBe(200)
    expect(await stand()).toEqual([303, 200, 303])
    expect(await meldAf({})).toBe(200)
    expect(await stand()).toEqual([303, 303, 303])
    const { rows } = await sql<{ sid: string }>`select uitgever_sessie::text as sid from sessie
      where regio_id = ${ctx.regioId} and uitgever_sessie is not null`.execute(ctx.db)
    expect(rows).toHaveLength(2)
    expect(rows.map(({ sid }) => sid).join()).not.toContain(Buffer.from('sessie').toString('hex'))
  })

  const nu = () => Math.floor(Date.now() / 1000)
  test.for<[string, () => Buiging & { typ?: string | null }]>([
    ['iss van een ander', () => ({ claims: { iss: 'https://kwaad.example' } })],
    ['aud van een ander programma', () => ({ claims: { aud: 'anders' } })],
    ['verlopen', () => ({ claims: { exp: nu() - 60 } })],
    ['lang geldig', () => ({ claims: { exp: nu() + 3600 } })],
    ['oud', () => ({ claims: { iat: nu() - 400, exp: nu() + 60 } })],
    ['uit de toekomst', () => ({ claims: { iat: nu() + 120 } })],
    ['geen iat', () => ({ weg: ['iat'] })],
    ['geen exp', () => ({ weg: ['exp'] })],
    ['geen jti', () => ({ weg: ['jti'] })],
    ['geen events', () => ({ weg: ['events'] })],
    ['een andere gebeurtenis', () => ({ claims: { events: { 'http://schemas.openid.net/event/anders': {} } } })],
    [
      'een gebeurtenis die geen object is',
      () => ({ claims: { events: { 'http://schemas.openid.net/event/backchannel-logout': true } } }),
    ],
    ['een nonce', () => ({ claims: { nonce: 'x' } })],
    ['van niemand', () => ({ weg: ['sub'] })],
    ['sid is geen tekst', () => ({ claims: { sid: 7 } })],
    ['een gewoon id-token', () => ({ typ: 'JWT' })],
    ['zonder soort', () => ({ typ: null })],
    ['handtekening van een andere sleutel', () => ({ sleutel: 'vreemd' })],
    ['inhoud na het tekenen gewijzigd', () => ({ kapot: true, claims: { sub: 'persoon-1' } })],
    ['zonder handtekening', () => ({ alg: 'none' })],
    ['met een gedeeld geheim getekend', () => ({ alg: 'HS256' })],
  ])('ASVS V10.5.5: geweigerd, en iedereen blijft aangemeld: %s', async ([, buiging], { ctx }) => {
    const { meldAan, meldAf, vraag } = maakApp(ctx)
    await meldAan()
    const antwoord = await meldAf(await uitgever.meldAf(buiging()))
    expect([antwoord.status, await antwoord.json()]).toEqual([400, { error: 'invalid_request' }])
    expect((await vraag('/kpis')).status).toBe(200)
    expect(await leesGebeurtenissen(ctx, 'sessie:beeindigd')).toEqual([])
  })

  test('ASVS V10.5.5: een bewijs telt één keer: wie het later weer stuurt, meldt niemand af', async ({ ctx }) => {
    const { meldAan, meldAf, vraag } = maakApp(ctx)
    await meldAan()
    const token = await uitgever.meldAf()
    expect((await meldAf(token)).status).toBe(200)
    await meldAan()
    expect((await meldAf(token)).status).toBe(400)
    expect((await vraag('/kpis')).status).toBe(200)
  })

  test('wie zich hier anders aanmeldde, blijft; niets, te veel of van een andere site wordt geweigerd', async ({
    ctx,
  }) => {
    const { meldAan, meldAf, vraag } = maakApp(ctx)
    await meldAan()
    await sql`update sessie set wijze = 'wachtwoord en code' where regio_id = ${ctx.regioId}`.execute(ctx.db)
    expect((await meldAf(await uitgever.meldAf())).status).toBe(200)
    expect((await vraag('/kpis')).status).toBe(200)
    expect((await meldAf('')).status).toBe(400)
    expect((await meldAf('a'.repeat(20_000))).status).toBe(400)
    expect((await vraag('/afmelden/organisatie')).status).toBe(404)
  })
})

describe('instelling van de organisatie', () => {
  test.for<[string, object, RegExp]>([
    ['geen sleutel en geen geheim', { sleutelbestand: undefined }, /sleutelbestand/],
    ['een geheim zonder afwijking', { sleutelbestand: undefined, geheimbestand: 'geheim' }, /afwijking|uit waarom/],
    ['geen bewijs van een tweede factor', { amr: [] }, /tweede factor/],
    ['http naar buiten', { uitgever: 'http://inloggen.gemeente.example' }, /https/],
    ['een te ruime scope', { scope: 'openid offline_access' }, /alleen openid/],
    ['een rol van een aanbieder', { rollen: [{ waarde: 'x', regio: 'R', rol: 'aanbieder' }] }, /rol/],
    ['een onbekend veld', { wachtwoord: 'x' }, /./],
  ])('S35, S37, S39: geweigerd: %s', ([, anders, melding]) => {
    const { success, error } = Organisatie.safeParse({ ...basis, ...anders })
    expect(success).toBe(false)
    expect(error!.issues.map(({ message }) => message).join(' ')).toMatch(melding)
  })

  test('S39: een geheim mag met een opgeschreven reden', () => {
    const geheim = {
      sleutelbestand: undefined,
      geheimbestand: 'geheim',
      afwijking: 'Onze leverancier biedt alleen een geheim aan.',
    }
    expect(Organisatie.safeParse({ ...basis, ...geheim }).success).toBe(true)
  })

  test('S5, S36: acr of amr zegt of er een tweede factor was', () => {
    const met = (acr: string[], amr: string[]) => ({ ...instelling, acr, amr })
    expect(metTweedeFactor(met([], ['mfa']), { amr: ['pwd', 'mfa'] })).toBe(true)
    expect(metTweedeFactor(met([], ['mfa']), { amr: 'mfa' })).toBe(true)
    expect(metTweedeFactor(met(['hoog'], []), { acr: 'hoog' })).toBe(true)
    expect(metTweedeFactor(met(['hoog'], ['mfa']), { acr: 'laag', amr: ['pwd'] })).toBe(false)
    expect(metTweedeFactor(met(['hoog'], []), { acr: ['hoog'] })).toBe(false)
  })

  test('rollen alleen van deze regio, elk één keer; een naam die er niet is wordt vervangen', () => {
    expect(rollenVan(instelling, { groups: ['contractmanagers', 'contractmanagers'] }, 'Andere regio')).toEqual([
      { rol: 'beleid' },
    ])
    expect(rollenVan(instelling, { groups: [1, null] }, 'Proefregio')).toEqual([])
    expect(rollenVan(instelling, {}, 'Proefregio')).toEqual([])
    expect(naamVan(instelling, { name: ' ', email: 'r.dam@gemeente.example' })).toBe('r.dam')
    expect(naamVan(instelling, { sub: 'abc' })).toBe('abc')
  })
})
