import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, test as los } from 'vitest'
import { codeVan, maakAccount, rol, thuis, WACHTWOORD, anoniem } from '../../../test/accounts.ts'
import { maakPersoon } from '../../../test/afspraken.ts'
import { maakProefregio, test } from '../../../test/regio.ts'
import { freshDatabase } from '../../../test/test.ts'
import { createApp } from '../../app.ts'
import { meldAan } from '../../domain/plan/account/meld-aan.ts'
import { schakelUit } from '../../domain/plan/gebruiker/schakel-uit.ts'
import { geefRol } from '../../domain/plan/gebruiker/geef-rol.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { makeLog } from '../../platform/log.ts'
import { SESSIEDUUR, startSessie } from '../../platform/sessie.ts'
import { openSleutels } from '../../platform/sleutels.ts'

type Opties = { na?: number; adres?: string; koppen?: Record<string, string> }

/** The program outside the demonstration, on a clock that is set: every request says how many seconds later it comes. */
function maakApp(ctx: Context, meer: { mail?: boolean; proxys?: string[] } = {}) {
  let nu = ctx.now
  const clock: Clock = { now: () => nu, today: () => ctx.today }
  const regels: string[] = []
  const log = Object.assign(makeLog('silent'), {
    info: (...delen: unknown[]) => void regels.push(JSON.stringify(delen)),
    error: (...delen: unknown[]) => void regels.push(JSON.stringify(delen)),
  })
  const { db, sleutels } = ctx
  const app = createApp({
    db,
    sleutels,
    clock,
    log,
    voorbeeld: false,
    url: 'https://overlap.example',
    mail: true,
    ...meer,
  })
  const koekjes = new Map<string, string>()

  async function vraag(
    pad: string,
    { na = 0, adres = '203.0.113.9', koppen = {}, ...init }: RequestInit & Opties = {},
  ) {
    nu = ctx.now.add({ seconds: na })
    const cookie = [...koekjes].map(([naam, waarde]) => `${naam}=${waarde}`).join('; ')
    const antwoord = await app.request(
      pad,
      { ...init, headers: { cookie, 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0', ...koppen } },
      { incoming: { socket: { remoteAddress: adres } } },
    )
    for (const kop of antwoord.headers.getSetCookie()) {
      const [, naam, waarde] = /^([^=]+)=([^;]*)/.exec(kop)!
      if (/Max-Age=0/.test(kop)) koekjes.delete(naam!)
      else koekjes.set(naam!, waarde!)
    }
    return antwoord
  }
  const post = (pad: string, velden: Record<string, string>, opties: Opties = {}) =>
    vraag(pad, {
      ...opties,
      method: 'POST',
      koppen: { 'content-type': 'application/x-www-form-urlencoded', ...opties.koppen },
      body: new URLSearchParams(velden).toString(),
    })
  const csrf = async (pad: string, na: number) =>
    /name="csrf" value="([^"]+)"/.exec(await (await vraag(pad, { na })).text())![1]!

  async function meldAan(houder: { email: string; geheim: Buffer }, na: number, mee: Record<string, string> = {}) {
    const velden = { regio: ctx.regioId, email: houder.email, wachtwoord: WACHTWOORD, ...mee }
    const eerste = await post('/aanmelden', velden, { na })
    expect(eerste.status).toBe(mee['bewaard'] ? 200 : 303)
    return post('/aanmelden/code', { code: codeVan(houder.geheim, ctx, na), ...mee }, { na })
  }
  return { app, vraag, post, csrf, meldAan, koekjes, regels }
}

const naar = (antwoord: Response) => [antwoord.status, antwoord.headers.get('location')]

describe('aanmelden', () => {
  test('S27: in twee stappen, met een cookie die alleen over https en alleen van hier is, terug naar waar men was', async ({
    ctx,
  }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const { vraag, meldAan, koekjes } = maakApp(ctx)
    const eerst = await vraag('/kpis?jaar=2025', { na: 60 })
    expect(naar(eerst)).toEqual([303, '/aanmelden?terug=%2Fkpis%3Fjaar%3D2025'])
    const html = await (await vraag('/aanmelden?terug=%2Fkpis%3Fjaar%3D2025', { na: 60 })).text()
    expect(html).toContain('name="terug" value="/kpis?jaar=2025"')
    expect(html).toContain('autoComplete="current-password"')
    const antwoord = await meldAan(noor, 60, { terug: '/kpis?jaar=2025' })
    expect(naar(antwoord)).toEqual([303, '/kpis?jaar=2025'])
    const [sessie] = antwoord.headers.getSetCookie().filter((kop) => kop.startsWith('__Host-overlap='))
    expect(sessie).toMatch(/^__Host-overlap=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect([...koekjes.keys()].sort()).toEqual(['__Host-overlap', '__Host-overlap-toestel'])
    expect(await (await vraag('/account', { na: 61 })).text()).toContain('Firefox op Windows')
  })

  test('ASVS V6.3.8: elk verkeerd antwoord ziet er hetzelfde uit, en in het logboek staat geen adres', async ({
    ctx,
  }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const { post, regels } = maakApp(ctx)
    const velden = { regio: ctx.regioId, wachtwoord: 'niet het goede wachtwoord' }
    const antwoorden = [
      await post('/aanmelden', { ...velden, email: noor.email }, { na: 60 }),
      await post('/aanmelden', { ...velden, email: 'niemand@elders.example' }, { na: 60 }),
    ]
    const paginas = await Promise.all(
      antwoorden.map(async (een) => (await een.text()).replaceAll(/value="[^"]*@[^"]*"/g, '')),
    )
    expect(antwoorden.map(({ status }) => status)).toEqual([422, 422])
    expect(paginas[0]).toBe(paginas[1])
    expect(paginas[0]).toContain('Het e-mailadres of het wachtwoord klopt niet.')
    const vergeten = [
      await post('/wachtwoord-vergeten', { regio: ctx.regioId, email: noor.email }, { na: 60 }),
      await post('/wachtwoord-vergeten', { regio: ctx.regioId, email: 'niemand@elders.example' }, { na: 60 }),
    ]
    expect(await vergeten[0]!.text()).toBe(await vergeten[1]!.text())
    expect(regels).toHaveLength(2)
    expect(regels.join()).not.toMatch(/@|goede wachtwoord/)
  })

  test('wat er niet in hoort, is 422 of 404 en nooit een fout van ons', async ({ ctx }) => {
    const { post, vraag } = maakApp(ctx)
    const statussen = [
      await post('/aanmelden', {}),
      await post('/aanmelden', { regio: 'x', email: 'x', wachtwoord: 'x' }),
      await post('/aanmelden', { regio: ctx.regioId, email: `${'a'.repeat(300)}@x.nl`, wachtwoord: 'a'.repeat(5000) }),
      await post('/aanmelden', { regio: ctx.regioId, email: "' or 1=1 --", wachtwoord: '\u0000' }),
      await post('/aanmelden/code', { code: '123456' }),
      await post('/aanmelden/tweede-factor', { code: '123456' }),
      await post('/wachtwoord-vergeten', { email: 'geen adres' }),
      await vraag('/uitnodiging/verzonnen'),
      await vraag(`/uitnodiging/${'a'.repeat(64)}`),
      await post(`/wachtwoord/${'a'.repeat(64)}`, { wachtwoord: 'x' }),
      await post('/aanmelden/toegangssleutel', { antwoord: '{"id":1}' }),
    ].map(({ status }) => status)
    expect(statussen).toEqual([422, 422, 422, 422, 422, 404, 422, 404, 404, 404, 403])
  })

  test('U12: te vaak is 429 met Retry-After, per adres', async ({ ctx }) => {
    const { vraag } = maakApp(ctx, { proxys: ['10.0.0.5'] })
    const open = (adres: string, koppen = {}) => vraag('/uitnodiging/verzonnen', { adres, koppen })
    for (let keer = 0; keer < 60; keer++) await open('203.0.113.9')
    const vol = await open('203.0.113.9')
    expect([vol.status, vol.headers.get('retry-after')]).toEqual([429, '10'])
    expect(await vol.text()).toContain('Probeer het over 10 seconden opnieuw.')
    // who writes another address there himself is not believed, the own proxy is
    expect((await open('203.0.113.9', { 'x-forwarded-for': '198.51.100.1' })).status).toBe(429)
    expect((await open('10.0.0.5', { 'x-forwarded-for': '203.0.113.9' })).status).toBe(429)
    expect((await open('10.0.0.5', { 'x-forwarded-for': '198.51.100.1' })).status).toBe(404)
  })
})

describe('de sessie', () => {
  test('U14: eindigt na een half uur stilte en na twaalf uur; verlengen schuift alleen het eerste op', async ({
    ctx,
  }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const { vraag, post, csrf, meldAan } = maakApp(ctx)
    await meldAan(noor, 60)
    const bewijs = await csrf('/', 60)
    const stand = async (na: number) =>
      (await vraag('/sessie', { na })).json() as Promise<{ stil: number; rest: number }>
    expect(await stand(60)).toEqual({ stil: 1800, rest: 43_200 })
    // asking is no activity, nor is what a page does by itself
    expect(await stand(60 + 1000)).toEqual({ stil: 800, rest: 42_200 })
    await vraag('/', { na: 60 + 1500, koppen: { 'x-overlap-achtergrond': '1' } })
    expect(await stand(60 + 1500)).toMatchObject({ stil: 300 })
    const json = { accept: 'application/json' }
    const verlengd = await post('/sessie/verlengen', { csrf: bewijs }, { na: 60 + 1799, koppen: json })
    expect(await verlengd.json()).toEqual({ stil: 1800, rest: 43_200 - 1799 })
    expect((await post('/sessie/verlengen', { csrf: 'mis' }, { na: 60 + 1800, koppen: json })).status).toBe(403)
    expect((await vraag('/', { na: 60 + 1799 + 1800 })).status).toBe(303)

    await meldAan(noor, 4000)
    let na = 4000
    for (; na < 4000 + 43_200 - 1700; na += 1700) expect((await vraag('/', { na })).status).toBe(200)
    expect(await (await vraag('/', { na })).text()).toMatch(/Uw sessie eindigt om \d\d\.\d\d.uur\. Sla uw werk op/)
    expect((await vraag('/', { na: 4000 + 43_200 })).status).toBe(303)
  })

  test('U14: een formulier dat een voorbije sessie trof, gaat door het aanmelden mee en nooit in een adres', async ({
    ctx,
  }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad', [rol(ctx, 'functioneel beheerder')])
    const { vraag, post, meldAan, koekjes } = maakApp(ctx)
    await meldAan(noor, 60)
    koekjes.delete('__Host-overlap')
    const velden = { csrf: 'oud', soort: 'alle', aantal: '1', opmerking: 'Klopt, "echt" & <helemaal>\r\ntweede regel' }
    const voorbij = await post('/gebruikers/toegang', velden, { na: 70 })
    expect([voorbij.status, voorbij.headers.get('location')]).toEqual([401, null])
    const bewaard = waardeVan(await voorbij.text(), 'bewaard')
    expect(JSON.parse(bewaard)).toEqual({
      pad: '/gebruikers/toegang',
      velden: [
        ['soort', 'alle'],
        ['aantal', '1'],
        ['opmerking', velden.opmerking],
      ],
    })
    expect(waardeVan(await (await post('/aanmelden/verder', { bewaard }, { na: 75 })).text(), 'bewaard')).toBe(bewaard)
    const weer = await meldAan(noor, 120, { bewaard })
    expect(weer.status).toBe(200)
    const html = await weer.text()
    expect(html).toContain('action="/gebruikers/toegang"')
    expect(waardeVan(html, 'opmerking')).toBe(velden.opmerking)
    const opnieuw = {
      csrf: waardeVan(html, 'csrf'),
      soort: 'alle',
      aantal: '1',
      opmerking: waardeVan(html, 'opmerking'),
    }
    expect(naar(await post('/gebruikers/toegang', opnieuw, { na: 125 }))).toEqual([
      303,
      '/gebruikers/toegang?soort=alle&gedaan=bekeken',
    ])
    expect(await (await vraag('/gebruikers/toegang', { na: 126 })).text()).toContain('tweede regel')
  })

  test('een pagina van vóór het opnieuw aanmelden: nog een keer bevestigen, als de browser zegt dat zij van hier is', async ({
    ctx,
  }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad', [rol(ctx, 'functioneel beheerder')])
    const { post, meldAan } = maakApp(ctx)
    await meldAan(noor, 60)
    const velden = { csrf: 'van de vorige sessie', soort: 'alle', aantal: '1' }
    const stuur = (koppen: Record<string, string>) => post('/gebruikers/toegang', velden, { na: 61, koppen })
    const hier = await stuur({ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' })
    expect(hier.status).toBe(409)
    expect(await hier.text()).toContain('nog niet verstuurd')
    for (const koppen of [
      {},
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    ]) {
      expect((await stuur(koppen as Record<string, string>)).status).toBe(403)
    }
  })

  los('S27, Z6: een uitvoer die al liep toen de toegang verviel, komt niet meer aan', async () => {
    await using fresh = await freshDatabase()
    const map = mkdtempSync(join(tmpdir(), 'overlap-sleutels-'))
    const eigenaar = new pg.Client(fresh.eigenaarUrl)
    await eigenaar.connect()
    try {
      const ctx = await maakProefregio(fresh.db, openSleutels(map))
      const id = await maakPersoon(ctx, 'Noor Haddad', 'functioneel beheerder')
      const { vraag, koekjes } = maakApp(ctx)
      koekjes.set('__Host-overlap', await startSessie(ctx, id, { wijze: 'organisatie', toestel: '' }))
      expect((await vraag('/gebruikers.csv')).headers.get('content-disposition')).toContain('gebruikers-')
      // the export waits for a table that only it reads; meanwhile the account is switched off
      await eigenaar.query('begin; lock table aanbieder in access exclusive mode')
      const lopend = vraag('/gebruikers.csv')
      await expect
        .poll(async () => (await eigenaar.query(`select from pg_locks where not granted`)).rowCount, {
          timeout: 10_000,
        })
        .toBe(1)
      await maakPersoon(ctx, 'Joris Blom', 'functioneel beheerder')
      await schakelUit(ctx, id, 'Uit dienst')
      await eigenaar.query('commit')
      const antwoord = await lopend
      expect([antwoord.status, antwoord.headers.get('content-disposition'), await antwoord.text()]).toEqual([
        303,
        null,
        '',
      ])
    } finally {
      await eigenaar.end()
      rmSync(map, { recursive: true, force: true })
    }
  })

  test('een rol erbij is meteen buiten: de volgende vraag vraagt om aanmelden', async ({ ctx }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const { vraag, meldAan } = maakApp(ctx)
    await meldAan(noor, 60)
    expect((await vraag('/', { na: 61 })).status).toBe(200)
    await geefRol(ctx, noor.id, rol(ctx, 'beleid'))
    expect((await vraag('/', { na: 62 })).status).toBe(303)
  })

  test('ASVS V7.2.4: opnieuw aanmelden in dezelfde browser beëindigt de sessie die er nog was, en geen andere', async ({
    ctx,
  }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const hier = maakApp(ctx)
    const elders = maakApp(ctx)
    await hier.meldAan(noor, 60)
    await elders.meldAan(noor, 120)
    const oud = hier.koekjes.get('__Host-overlap')!
    await hier.meldAan(noor, 180)
    expect(hier.koekjes.get('__Host-overlap')).not.toBe(oud)
    expect((await hier.vraag('/account', { na: 190 })).status).toBe(200)
    expect((await elders.vraag('/account', { na: 190 })).status).toBe(200)
    hier.koekjes.set('__Host-overlap', oud)
    expect((await hier.vraag('/account', { na: 191 })).status).toBe(303)
  })

  test('S27: een sessie van de voorbeeldregio is daarbuiten van niemand', async ({ ctx }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const { vraag, koekjes } = maakApp(ctx)
    koekjes.set('__Host-overlap', await startSessie(ctx, noor.id, { wijze: 'voorbeeld', toestel: '' }))
    expect((await vraag('/', { na: 1 })).status).toBe(303)
    koekjes.set('__Host-overlap', await startSessie(ctx, noor.id, { wijze: 'organisatie', toestel: '' }))
    expect((await vraag('/', { na: 1 })).status).toBe(200)
    expect(SESSIEDUUR.stil.total('minutes')).toBe(30)
  })
})

describe('mijn account', () => {
  test('wachtwoord wijzigen op de eigen pagina: mis blijft staan bij het veld, goed geeft een nieuw kenmerk', async ({
    ctx,
  }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const { post, csrf, meldAan: aan, koekjes, vraag } = maakApp(ctx)
    await aan(noor, 60)
    const oud = koekjes.get('__Host-overlap')
    const bewijs = { csrf: await csrf('/account/wachtwoord', 61), huidig: WACHTWOORD, nieuw: 'een heel ander verhaal' }
    const mis = await post('/account/wachtwoord', { ...bewijs, code: '000000' }, { na: 62 })
    expect(mis.status).toBe(422)
    const html = await mis.text()
    expect(html).toContain('href="#veld-huidig"')
    expect(html).not.toContain('een heel ander verhaal')
    const kort = await post(
      '/account/wachtwoord',
      { ...bewijs, nieuw: 'kort', code: codeVan(noor.geheim, ctx, 90) },
      { na: 90 },
    )
    expect([kort.status, await kort.text()]).toEqual([422, expect.stringContaining('href="#veld-nieuw"')])
    const goed = await post('/account/wachtwoord', { ...bewijs, code: codeVan(noor.geheim, ctx, 90) }, { na: 90 })
    expect(naar(goed)).toEqual([303, '/account?gedaan=wachtwoord'])
    expect(koekjes.get('__Host-overlap')).not.toBe(oud)
    expect(await (await vraag('/account?gedaan=wachtwoord', { na: 91 })).text()).toContain(
      'Uw wachtwoord is gewijzigd.',
    )
  })

  test('ASVS V7.5.2: een andere sessie eindigt pas na wachtwoord en code; wie die hier niet heeft, beëindigt haar zo', async ({
    ctx,
  }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const { vraag, post, csrf, meldAan: aan } = maakApp(ctx)
    await aan(noor, 60)
    const eerste = await ctx.db
      .selectFrom('sessie')
      .select('id')
      .where('gebruikerId', '=', noor.id)
      .executeTakeFirstOrThrow()
    const pad = `/account/sessies/${eerste.id}/beeindigen`
    const account = await (await vraag('/account', { na: 61 })).text()
    expect(account).toContain(`<a href="${pad}">`)
    expect(account).not.toContain(`action="${pad}"`)
    const geheim = { csrf: await csrf(pad, 61) }
    for (const mis of [{ huidig: WACHTWOORD }, { huidig: 'iets anders', code: noor.herstelcodes[1]! }]) {
      for (const waar of [pad, '/account/sessies/andere']) {
        const niet = await post(waar, { ...geheim, ...mis }, { na: 61 })
        expect([niet.status, await niet.text()]).toEqual([422, expect.stringContaining('href="#veld-huidig"')])
      }
    }
    const goed = { ...geheim, huidig: WACHTWOORD, code: noor.herstelcodes[2]! }
    // the failures above slow the next attempt down
    expect(naar(await post(pad, goed, { na: 600 }))).toEqual([303, '/account?gedaan=sessie'])
    // an account of the organisation has neither here
    await sql`delete from account where gebruiker_id = ${noor.id}`.execute(ctx.db)
    await meldAan(anoniem(ctx, { na: 600 }), noor.id, { wijze: 'organisatie', herkomst: thuis })
    expect(await (await vraag('/account', { na: 601 })).text()).toContain('action="/account/sessies/andere"')
    expect(naar(await post('/account/sessies/andere', geheim, { na: 601 }))).toEqual([303, '/account?gedaan=sessies'])
  })

  test('een sessie van een ander is er niet', async ({ ctx }) => {
    const [noor, sven] = [await maakAccount(ctx, 'Noor Haddad'), await maakAccount(ctx, 'Sven Postma')]
    await meldAan(anoniem(ctx), sven.id, { wijze: 'wachtwoord en code', herkomst: thuis })
    const { post, vraag, csrf, meldAan: aan } = maakApp(ctx)
    await aan(noor, 60)
    const sessies = await ctx.db.selectFrom('sessie').select('id').where('gebruikerId', '=', sven.id).execute()
    const bewijs = { csrf: await csrf('/account', 61) }
    for (const { id } of sessies) {
      expect((await vraag(`/account/sessies/${id}/beeindigen`, { na: 61 })).status).toBe(404)
      expect((await post(`/account/sessies/${id}/beeindigen`, bewijs, { na: 61 })).status).toBe(404)
    }
    const bevestigd = { ...bewijs, huidig: WACHTWOORD, code: noor.herstelcodes[0]! }
    expect((await post('/account/sessies/andere', bevestigd, { na: 61 })).status).toBe(303)
    expect(
      await ctx.db
        .selectFrom('sessie')
        .select('id')
        .where('gebruikerId', '=', sven.id)
        .where('beeindigdOp', 'is', null)
        .execute(),
    ).toHaveLength(2)
  })
})

function waardeVan(html: string, naam: string): string {
  const waarde = new RegExp(`name="${naam}" value="([^"]*)"`).exec(html)![1]!
  return waarde
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
}
