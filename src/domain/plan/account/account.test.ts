import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import {
  anoniem,
  codeVan,
  elders,
  geheimVan,
  leesMails,
  leesSoorten,
  maakAccount,
  namens,
  rol,
  telSessies,
  thuis,
  WACHTWOORD,
} from '../../../../test/accounts.ts'
import { test } from '../../../../test/regio.ts'
import { findSessie } from '../../../platform/sessie.ts'
import type { Context } from '../../../platform/context.ts'
import { nodigOpnieuwUit, nodigUit } from '../gebruiker/nodig-uit.ts'
import { beginAanmelden } from './begin-aanmelden.ts'
import { beeindigAndereSessies, beeindigEigenSessie } from './beeindig-eigen-sessie.ts'
import { bevestigAanmelding } from './bevestig-aanmelding.ts'
import { geefLinkUit } from './geef-link-uit.ts'
import { kiesWachtwoord } from './kies-wachtwoord.ts'
import { meldAan, type Herkomst } from './meld-aan.ts'
import { listSessies } from './queries.ts'
import { stelTweedeFactorIn } from './stel-tweede-factor-in.ts'
import { leesToken } from './token.ts'
import { beginTweedeFactor, vernieuwHerstelcodes, vervangTweedeFactor } from './vervang-tweede-factor.ts'
import { vraagWachtwoordAan } from './vraag-wachtwoord-aan.ts'
import { wijzigWachtwoord } from './wijzig-wachtwoord.ts'
import { zoekHerstelverzoekUit } from './zoek-herstelverzoek-uit.ts'

/** Both steps of signing in, so many seconds after the account was made. */
async function meldAanMet(
  ctx: Context,
  { email, code, na, wachtwoord = WACHTWOORD, herkomst = thuis }: Poging,
): Promise<string> {
  const token = await beginAanmelden(anoniem(ctx, { na }), { email, wachtwoord, herkomst })
  if (token === undefined) return 'mis'
  const uitkomst = await bevestigAanmelding(anoniem(ctx, { na }), leesToken(token)!.hash, { code, herkomst })
  return uitkomst.soort
}

type Poging = { email: string; code: string; na: number; wachtwoord?: string; herkomst?: Herkomst }

const herstelverzoeken = async (ctx: Context) =>
  (await sql<{ id: string }>`select id from herstelverzoek where regio_id = ${ctx.regioId}`.execute(ctx.db)).rows

describe('uitnodiging', () => {
  test('S28, ASVS V6.4.1: de link werkt één keer en zeven dagen; wat bewaard wordt opent niets', async ({ ctx }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const { rows } = await sql<{
      alles: string
    }>`select concat(to_jsonb(a)::text, (select jsonb_agg(h)::text from herstelcode h),
        (select jsonb_agg(l)::text from eenmalige_link l), (select jsonb_agg(s)::text from sessie s)) as alles
      from account a`.execute(ctx.db)
    const bewaard = rows[0]!.alles
    const geheimen = [
      WACHTWOORD,
      noor.sessie,
      noor.geheim.toString('hex'),
      ...noor.herstelcodes,
      ...noor.herstelcodes.map((c) => c.replaceAll('-', '')),
    ]
    expect(bewaard.length).toBeGreaterThan(500)
    expect(geheimen.filter((geheim) => bewaard.includes(geheim))).toEqual([])
    expect(bewaard).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
    expect(await leesSoorten(ctx, noor.id)).toEqual([
      'gebruiker:uitgenodigd',
      'rol:gegeven',
      'uitnodiging:aanvaard',
      'sessie:gestart',
    ])
  })

  test('een link die gebruikt, vervangen, verlopen of verzonnen is, opent niets', async ({ ctx }) => {
    const { gebruikerId, linkId } = await nodigUit(
      ctx,
      { naam: 'Tess', email: 't@x.example', functie: '' },
      [rol(ctx, 'backoffice')],
      {
        mail: false,
      },
    )
    const eerste = leesToken((await geefLinkUit(ctx, linkId))!.token)!.hash
    const kies = (hash: Buffer, na = 0) =>
      kiesWachtwoord(anoniem(ctx, { na }), hash, WACHTWOORD).then(({ soort }) => soort)
    expect(await kies(eerste)).toBe('gekozen')
    // handing it out again makes a new token
    const tweede = leesToken((await geefLinkUit(ctx, linkId))!.token)!.hash
    expect(await kies(eerste)).toBe('over')
    expect(await kies(tweede, 7 * 86_400 - 1)).toBe('gekozen')
    expect(await kies(tweede, 7 * 86_400)).toBe('over')
    await nodigOpnieuwUit(ctx, gebruikerId, { mail: false })
    expect(await kies(tweede)).toBe('over')
    expect(await kies(Buffer.alloc(32))).toBe('over')
    expect(leesToken('verzonnen')).toBeUndefined()
  })

  test('wie halverwege stopt, begint met dezelfde link opnieuw; na de eerste code is hij op', async ({ ctx }) => {
    const { linkId } = await nodigUit(
      ctx,
      { naam: 'Tess', email: 't@x.example', functie: '' },
      [rol(ctx, 'backoffice')],
      { mail: false },
    )
    const link = leesToken((await geefLinkUit(ctx, linkId))!.token)!.hash
    const kies = async () => {
      const keuze = await kiesWachtwoord(anoniem(ctx), link, WACHTWOORD)
      return keuze.soort === 'gekozen' ? leesToken(keuze.token)!.hash : undefined
    }
    const [half, heel] = [await kies(), await kies()]
    const stel = async (hash: Buffer, code?: string) =>
      (
        await stelTweedeFactorIn(anoniem(ctx), hash, {
          code: code ?? codeVan(await geheimVan(ctx, hash), ctx),
          herkomst: thuis,
        })
      ).soort
    expect(await stel(heel!, '000000')).toBe('fout')
    const vroeg = codeVan(await geheimVan(ctx, half!), ctx)
    expect(await stel(heel!)).toBe('aangemeld')
    expect(await kies()).toBeUndefined()
    expect(await stel(half!, vroeg)).toBe('over')
    expect(await stel(heel!, vroeg)).toBe('over')
  })

  test('ASVS V6.2: een zwak wachtwoord wordt geweigerd met wat eraan mankeert', async ({ ctx }) => {
    const { linkId } = await nodigUit(
      ctx,
      { naam: 'Tess Molenaar', email: 't@x.example', functie: '' },
      [rol(ctx, 'backoffice')],
      { mail: false },
    )
    const link = leesToken((await geefLinkUit(ctx, linkId))!.token)!.hash
    for (const zwak of ['kort', 'qwertyuiop123', 'Proefregio2026', 'tessmolenaar1']) {
      expect(await kiesWachtwoord(anoniem(ctx), link, zwak)).toMatchObject({ soort: 'fout' })
    }
  })
})

describe('aanmelden', () => {
  test('wachtwoord en daarna een code; ASVS V6.5.1: elke code werkt één keer', async ({ ctx }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const { email, geheim } = noor
    // the code with which the app was set up
    expect(await meldAanMet(ctx, { email, code: codeVan(geheim, ctx), na: 1 })).toBe('fout')
    const code = codeVan(geheim, ctx, 60)
    expect(await meldAanMet(ctx, { email, code, na: 60 })).toBe('aangemeld')
    expect(await meldAanMet(ctx, { email, code, na: 61 })).toBe('fout')
    expect(await leesSoorten(ctx, noor.id)).toEqual(
      expect.arrayContaining(['aanmelding:mislukt', 'sessie:gestart']) as string[],
    )
  })

  test.for([
    [-30, 'aangemeld'],
    [31, 'aangemeld'],
    [-61, 'fout'],
    [61, 'fout'],
  ] as const)('een klok die %i seconden anders loopt: %s', async ([scheef, uitkomst], { ctx }) => {
    const { email, geheim } = await maakAccount(ctx, 'Noor Haddad')
    const begin = { ...ctx, now: ctx.now.add({ seconds: 600 }) }
    expect(await meldAanMet(begin, { email, code: codeVan(geheim, begin, scheef), na: 0 })).toBe(uitkomst)
  })

  test('een herstelcode werkt één keer, hoe hij ook getypt is, en de eigenaar krijgt bericht', async ({ ctx }) => {
    const { id, email, herstelcodes } = await maakAccount(ctx, 'Noor Haddad')
    const code = ` ${herstelcodes[0]!.toUpperCase().replaceAll('-', ' ')} `
    expect(await meldAanMet(ctx, { email, code, na: 60 })).toBe('aangemeld')
    expect(await meldAanMet(ctx, { email, code, na: 61 })).toBe('fout')
    expect(await leesMails(ctx, id)).toEqual(['herstelcode-gebruikt'])
  })

  test('na vijf verkeerde codes begint het aanmelden opnieuw, en daarna wordt er gewacht', async ({ ctx }) => {
    const { email } = await maakAccount(ctx, 'Noor Haddad')
    const token = (await beginAanmelden(anoniem(ctx), { email, wachtwoord: WACHTWOORD, herkomst: elders }))!
    const poging = (na: number) =>
      bevestigAanmelding(anoniem(ctx, { na }), leesToken(token)!.hash, { code: '123456', herkomst: elders }).then(
        ({ soort }) => soort,
      )
    expect([await poging(1), await poging(2), await poging(3), await poging(4)]).toEqual([
      'fout',
      'fout',
      'fout',
      'fout',
    ])
    expect(await poging(5)).toBe('over')
    expect(await poging(6)).toBe('over')
    const weer = (await beginAanmelden(anoniem(ctx, { na: 7 }), { email, wachtwoord: WACHTWOORD, herkomst: elders }))!
    await expect(
      bevestigAanmelding(anoniem(ctx, { na: 8 }), leesToken(weer)!.hash, { code: '123456', herkomst: elders }),
    ).rejects.toMatchObject({ status: 429, opnieuwNa: 27 })
  })

  test('U12: raden kost steeds meer tijd, maar een bekend toestel merkt er niets van', async ({ ctx }) => {
    const { id, email, geheim } = await maakAccount(ctx, 'Noor Haddad')
    const raad = (na: number, herkomst = elders) =>
      beginAanmelden(anoniem(ctx, { na }), { email, wachtwoord: 'niet het goede wachtwoord', herkomst })
    for (let keer = 1; keer <= 5; keer++) expect(await raad(keer)).toBeUndefined()
    await expect(raad(6)).rejects.toMatchObject({ status: 429, opnieuwNa: 29 })
    // the right password waits too, else waiting would tell that it is wrong
    await expect(
      beginAanmelden(anoniem(ctx, { na: 7 }), {
        email,
        wachtwoord: WACHTWOORD,
        herkomst: { ...elders, adres: '192.0.2.1' },
      }),
    ).rejects.toMatchObject({ status: 429 })
    expect(await meldAanMet(ctx, { email, code: codeVan(geheim, ctx, 60), na: 60 })).toBe('aangemeld')
    expect((await leesSoorten(ctx, id)).filter((soort) => soort === 'aanmelding:afgeremd')).toHaveLength(1)
    // a device that is known, but of somebody else
    const ander = await maakAccount(ctx, 'Sven Postma')
    for (let keer = 1; keer <= 5; keer++)
      await beginAanmelden(anoniem(ctx, { na: 100 + keer }), {
        email: ander.email,
        wachtwoord: 'mis mis mis',
        herkomst: elders,
      })
    await expect(
      beginAanmelden(anoniem(ctx, { na: 106 }), {
        email: ander.email,
        wachtwoord: WACHTWOORD,
        herkomst: { ...thuis, token: 'verzonnen' },
      }),
    ).rejects.toMatchObject({ status: 429 })
  })

  test('wie binnenkomt begint weer bij nul; wat anderen vanaf dit adres misten, blijft tellen', async ({ ctx }) => {
    const { email, geheim } = await maakAccount(ctx, 'Noor Haddad')
    const vreemd = { ...elders, token: 'nieuw toestel' }
    const raad = (na: number, wie: string) =>
      beginAanmelden(anoniem(ctx, { na }), { email: wie, wachtwoord: 'niet het goede wachtwoord', herkomst: vreemd })
    for (let keer = 1; keer <= 4; keer++) await raad(keer, email)
    expect(await meldAanMet(ctx, { email, code: codeVan(geheim, ctx, 60), na: 60, herkomst: vreemd })).toBe('aangemeld')
    for (let keer = 1; keer <= 4; keer++) expect(await raad(60 + keer, email)).toBeUndefined()
    // twenty-five more misses, of people who do not exist: with the four before them the thirtieth is refused
    for (let keer = 1; keer <= 26; keer++) await raad(70, `${String(keer)}@elders.example`)
    await expect(raad(70, 'nog-een@elders.example')).rejects.toMatchObject({ status: 429 })
  })

  test('ASVS V6.3.8: een adres dat er niet is, gaat precies zo', async ({ ctx }) => {
    const { email } = await maakAccount(ctx, 'Noor Haddad')
    const duur = async (wie: string, na: number) => {
      const begin = performance.now()
      expect(
        await beginAanmelden(anoniem(ctx, { na }), { email: wie, wachtwoord: 'iets heel anders', herkomst: elders }),
      ).toBeUndefined()
      return performance.now() - begin
    }
    const tijden = { wel: [] as number[], niet: [] as number[] }
    for (let keer = 0; keer < 4; keer++) {
      tijden.wel.push(await duur(email, keer))
      tijden.niet.push(await duur('niemand@elders.example', keer))
    }
    // without the same work it would be a tenth
    expect(Math.min(...tijden.niet)).toBeGreaterThan(Math.min(...tijden.wel) * 0.6)
    await duur('niemand@elders.example', 5)
    await expect(duur('niemand@elders.example', 6)).rejects.toMatchObject({ status: 429 })
    expect((await leesSoorten(ctx, 'onbekend')).filter((soort) => soort === 'aanmelding:mislukt')).toHaveLength(5)
  })

  test('S27: het adres van een ander, een uitgeschakeld account en een half aanmelden openen niets', async ({
    ctx,
  }) => {
    const { id, email, geheim } = await maakAccount(ctx, 'Noor Haddad')
    const token = (await beginAanmelden(anoniem(ctx), { email, wachtwoord: WACHTWOORD, herkomst: thuis }))!
    expect(await findSessie(ctx.db, token, { now: ctx.now, today: ctx.today, voorbeeld: false })).toBeUndefined()
    const bevestig = (na: number) =>
      bevestigAanmelding(anoniem(ctx, { na }), leesToken(token)!.hash, {
        code: codeVan(geheim, ctx, na),
        herkomst: thuis,
      })
    expect(await bevestig(15 * 60)).toEqual({ soort: 'over' })
    await sql`update gebruiker set uitgeschakeld_op = now() where id = ${id}`.execute(ctx.db)
    expect(await bevestig(60)).toEqual({ soort: 'over' })
    expect(await beginAanmelden(anoniem(ctx), { email, wachtwoord: WACHTWOORD, herkomst: thuis })).toBeUndefined()
    await expect(meldAan(anoniem(ctx), id, { wijze: 'organisatie', herkomst: thuis })).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('wachtwoord vergeten', () => {
  test('ASVS V6.4.3: de link alleen is niet genoeg; daarna is iedereen afgemeld', async ({ ctx }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    await vraagWachtwoordAan(anoniem(ctx), noor.email)
    const [verzoek] = await herstelverzoeken(ctx)
    await zoekHerstelverzoekUit(anoniem(ctx), verzoek!.id)
    expect(await herstelverzoeken(ctx)).toEqual([])
    const { rows } = await sql<{ id: string }>`select id from eenmalige_link where soort = 'wachtwoord'`.execute(ctx.db)
    const link = (await geefLinkUit(anoniem(ctx), rows[0]!.id))!
    expect(link.geldigTot.equals(ctx.now.add({ hours: 1 }))).toBe(true)
    const keuze = await kiesWachtwoord(anoniem(ctx), leesToken(link.token)!.hash, 'een heel ander verhaal')
    const { token } = keuze as { token: string }
    // not in force yet
    expect(
      await beginAanmelden(anoniem(ctx), { email: noor.email, wachtwoord: 'een heel ander verhaal', herkomst: thuis }),
    ).toBeUndefined()
    expect(await telSessies(ctx, noor.id)).toBe(1)
    const bevestig = (code: string) =>
      bevestigAanmelding(anoniem(ctx, { na: 60 }), leesToken(token)!.hash, { code, herkomst: thuis })
    expect(await bevestig('000000')).toEqual({ soort: 'fout' })
    expect(await bevestig(codeVan(noor.geheim, ctx, 60))).toMatchObject({ soort: 'aangemeld' })
    expect(await telSessies(ctx, noor.id)).toBe(1)
    expect(await findSessie(ctx.db, noor.sessie, { now: ctx.now, today: ctx.today, voorbeeld: false })).toBeUndefined()
    expect(await leesMails(ctx, noor.id)).toEqual(['wachtwoord', 'wachtwoord-gewijzigd'])
    expect(await kiesWachtwoord(anoniem(ctx), leesToken(link.token)!.hash, 'nog een keer iets anders')).toEqual({
      soort: 'over',
    })
    expect(
      await beginAanmelden(anoniem(ctx), { email: noor.email, wachtwoord: WACHTWOORD, herkomst: thuis }),
    ).toBeUndefined()
  })

  test('ASVS V6.3.8: het verzoek doet voor elk adres hetzelfde; wie er niet is, krijgt niets', async ({ ctx }) => {
    const { id } = await maakAccount(ctx, 'Noor Haddad')
    const gast = await nodigUit(ctx, { naam: 'Tess', email: 't@x.example', functie: '' }, [rol(ctx, 'backoffice')], {
      mail: false,
    })
    for (const email of ['niemand@elders.example', 't@x.example']) await vraagWachtwoordAan(anoniem(ctx), email)
    for (const verzoek of await herstelverzoeken(ctx)) await zoekHerstelverzoekUit(anoniem(ctx), verzoek.id)
    expect([await leesMails(ctx, id), await leesMails(ctx, gast.gebruikerId)]).toEqual([[], ['geen-wachtwoord']])
    await zoekHerstelverzoekUit(anoniem(ctx), '00000000-0000-7000-8000-000000000000')
  })

  test('niemand krijgt meer dan drie mails in een uur', async ({ ctx }) => {
    const { id, email } = await maakAccount(ctx, 'Noor Haddad')
    for (let keer = 0; keer < 5; keer++) {
      await vraagWachtwoordAan(anoniem(ctx, { na: keer }), email)
      for (const verzoek of await herstelverzoeken(ctx))
        await zoekHerstelverzoekUit(anoniem(ctx, { na: keer }), verzoek.id)
    }
    expect(await leesMails(ctx, id)).toEqual(['wachtwoord', 'wachtwoord', 'wachtwoord'])
  })
})

describe('het eigen account', () => {
  test('ASVS V6.2.3, V7.5.1: wachtwoord wijzigen vraagt het oude en een code; andere sessies eindigen, deze krijgt een nieuw kenmerk', async ({
    ctx,
  }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const sessie = (await findSessie(ctx.db, noor.sessie, { now: ctx.now, today: ctx.today, voorbeeld: false }))!
    await meldAan(anoniem(ctx), noor.id, { wijze: 'toegangssleutel', herkomst: elders })
    const zij = (na: number) => namens(ctx, noor.id, 'Noor Haddad', ['contractmanager'], { na })
    const wijzig = (na: number, wachtwoord: string, code: string, nieuw = 'een heel ander verhaal') =>
      wijzigWachtwoord(zij(na), sessie.sessieId, { nieuw, wachtwoord, code, herkomst: thuis })
    await expect(wijzig(60, 'niet het goede', codeVan(noor.geheim, ctx, 60))).rejects.toMatchObject({
      status: 422,
      code: 'bewijs',
    })
    await expect(wijzig(60, WACHTWOORD, '000000')).rejects.toMatchObject({ status: 422, code: 'bewijs' })
    await expect(wijzig(60, WACHTWOORD, codeVan(noor.geheim, ctx, 60), 'te kort')).rejects.toMatchObject({
      code: 'wachtwoord',
    })
    expect(await telSessies(ctx, noor.id)).toBe(2)
    const token = await wijzig(90, WACHTWOORD, codeVan(noor.geheim, ctx, 90))
    expect(await telSessies(ctx, noor.id)).toBe(1)
    const vraag = { now: ctx.now, today: ctx.today, voorbeeld: false }
    expect(await findSessie(ctx.db, noor.sessie, vraag)).toBeUndefined()
    const daarna = (await findSessie(ctx.db, token, vraag))!
    expect([daarna.sessieId, daarna.csrf === sessie.csrf]).toEqual([sessie.sessieId, false])
    expect(await leesMails(ctx, noor.id)).toEqual(['wachtwoord-gewijzigd'])
  })

  test('een nieuwe app en nieuwe herstelcodes: de oude werken daarna niet meer', async ({ ctx }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const sessie = (await findSessie(ctx.db, noor.sessie, { now: ctx.now, today: ctx.today, voorbeeld: false }))!
    const zij = (na: number) => namens(ctx, noor.id, 'Noor Haddad', ['contractmanager'], { na })
    const bewijs = (na: number, geheim = noor.geheim) => ({
      wachtwoord: WACHTWOORD,
      code: codeVan(geheim, ctx, na),
      herkomst: thuis,
    })
    const half = leesToken(await beginTweedeFactor(zij(60), bewijs(60)))!.hash
    const nieuw = await geheimVan(zij(60), half)
    // not of somebody else, and only with a code of the new app
    const sven = await maakAccount(ctx, 'Sven Postma')
    expect(
      await vervangTweedeFactor(
        namens(ctx, sven.id, 'Sven', [], { na: 60 }),
        sessie.sessieId,
        half,
        codeVan(nieuw, ctx, 60),
      ),
    ).toEqual({ soort: 'over' })
    expect(await vervangTweedeFactor(zij(60), sessie.sessieId, half, codeVan(noor.geheim, ctx, 90))).toEqual({
      soort: 'fout',
    })
    expect(await vervangTweedeFactor(zij(60), sessie.sessieId, half, codeVan(nieuw, ctx, 60))).toMatchObject({
      soort: 'vervangen',
    })
    expect(await meldAanMet(ctx, { email: noor.email, code: codeVan(noor.geheim, ctx, 120), na: 120 })).toBe('fout')
    expect(await meldAanMet(ctx, { email: noor.email, code: codeVan(nieuw, ctx, 121), na: 121 })).toBe('aangemeld')

    const { codes } = await vernieuwHerstelcodes(zij(180), sessie.sessieId, bewijs(180, nieuw))
    expect(await meldAanMet(ctx, { email: noor.email, code: noor.herstelcodes[1]!, na: 200 })).toBe('fout')
    expect(await meldAanMet(ctx, { email: noor.email, code: codes[1]!, na: 201 })).toBe('aangemeld')
  })

  test('ASVS V7.5.2: eigen sessies zien en beëindigen, alleen de eigen', async ({ ctx }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const sven = await maakAccount(ctx, 'Sven Postma')
    await meldAan(anoniem(ctx, { na: 60 }), noor.id, { wijze: 'wachtwoord en code', herkomst: elders })
    await meldAan(anoniem(ctx, { na: 90 }), noor.id, { wijze: 'toegangssleutel', herkomst: elders })
    const zij = namens(ctx, noor.id, 'Noor Haddad', ['contractmanager'], { na: 90 })
    const half = Temporal.Duration.from({ minutes: 30 })
    const sessies = await listSessies(zij, noor.id, half)
    expect(sessies.map(({ toestel, wijze }) => [toestel, wijze])).toEqual([
      ['Chrome op Linux', 'toegangssleutel'],
      ['Chrome op Linux', 'wachtwoord en code'],
      ['Firefox op Windows', 'wachtwoord en code'],
    ])
    const [vreemd] = await listSessies(zij, sven.id, half)
    // with password and a code, each once (recovery codes: a code of the app would have to be waited for)
    const bewijs = (n: number, wachtwoord = WACHTWOORD) => ({
      wachtwoord,
      code: noor.herstelcodes[n]!,
      herkomst: thuis,
    })
    for (const mis of [bewijs(0, 'een ander wachtwoord'), { ...bewijs(0), code: '000000' }]) {
      await expect(beeindigEigenSessie(zij, sessies[1]!.id, mis)).rejects.toMatchObject({ status: 422, code: 'bewijs' })
      await expect(beeindigAndereSessies(zij, sessies[2]!.id, mis)).rejects.toMatchObject({ status: 422 })
    }
    expect(await telSessies(ctx, noor.id)).toBe(3)
    await expect(beeindigEigenSessie(zij, vreemd!.id, bewijs(1))).rejects.toMatchObject({ status: 404 })
    await beeindigEigenSessie(zij, sessies[1]!.id, bewijs(2))
    await expect(beeindigEigenSessie(zij, sessies[1]!.id, bewijs(3))).rejects.toMatchObject({ status: 404 })
    expect(await beeindigAndereSessies(zij, sessies[2]!.id, bewijs(4))).toBe(1)
    expect((await listSessies(zij, noor.id, half)).map(({ id }) => id)).toEqual([sessies[2]!.id])
    expect(await telSessies(ctx, sven.id)).toBe(1)
  })
})
