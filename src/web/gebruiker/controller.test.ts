import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakPersoon } from '../../../test/afspraken.ts'
import { maakAccount, rol } from '../../../test/accounts.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { nodigUit } from '../../domain/plan/gebruiker/nodig-uit.ts'
import type { Context } from '../../platform/context.ts'

const beheer = (ctx: Context) => makeTestApp({ ctx, rol: 'functioneel beheerder', naam: 'Joris Blom', mail: true })
const lees = async (antwoord: Response | Promise<Response>) => (await antwoord).text()
const nieuw = {
  naam: 'Tess Molenaar',
  email: ' Tess@Regio.example ',
  functie: '',
  rol: 'backoffice',
  begindatum: '',
  einddatum: '',
}

describe('gebruikers', () => {
  test('de lijst zegt wie wat mag en of iemand kan aanmelden; filter, volgorde en uitvoer houden de keuze', async ({
    ctx,
  }) => {
    await maakAanbieder(ctx)
    await maakAccount(ctx, 'Noor Haddad', [rol(ctx, 'contractmanager', { gemeenten: ['0439'] })])
    await nodigUit(
      ctx,
      { naam: '=Anna', email: 'a@x.example', functie: 'directeur' },
      [rol(ctx, 'aanbieder directie', { agb: '98990101' })],
      { mail: false },
    )
    const { get } = await beheer(ctx)
    const html = await lees(get('/gebruikers'))
    expect(html).toContain('<b>3\u00a0gebruikers</b>')
    expect(html).toContain('Er is één functioneel beheerder')
    expect(html).toMatch(/Noor Haddad<\/a>[^]*voor een deel van de regio[^]*noor\.haddad@regio\.example/)
    expect(html).toMatch(/Stichting Veenlicht[^]*uitgenodigd, nog niet aanvaard/)
    const namen = async (query: string) =>
      [...(await lees(get(`/gebruikers?${query}`))).matchAll(/href="\/gebruikers\/[0-9a-f-]{36}">([^<]*)</g)].map(
        (m) => m[1],
      )
    expect(await namen('kant=aanbieder')).toEqual(['=Anna'])
    expect(await namen('rol=contractmanager')).toEqual(['Noor Haddad'])
    expect(await namen('stand=uitgenodigd')).toEqual(['=Anna'])
    expect(await namen('zoek=haddad')).toEqual(['Noor Haddad'])
    expect(await namen('zoek=%25')).toEqual([])
    expect(await namen('sorteer=aangemeld&richting=af')).toEqual(['Noor Haddad', '=Anna', 'Joris Blom'])
    const csv = await lees(get('/gebruikers.csv?kant=aanbieder'))
    expect(csv.split('\r\n')).toHaveLength(3)
    expect(csv).toContain(`'=Anna;directeur;a@x.example;`)
    expect((await get('/gebruikers.xlsx')).status).toBe(200)
  })

  test('wie dat mag, nodigt uit; wat niet klopt staat bij het veld en blijft ingevuld', async ({ ctx }) => {
    const { get, post } = await beheer(ctx)
    const mis = await post('/gebruikers/uitnodigen', {
      ...nieuw,
      naam: '',
      email: 'geen adres',
      rol: '',
      einddatum: '31-02-2027',
    })
    expect(mis.status).toBe(422)
    const html = await lees(mis)
    for (const veld of ['naam', 'email', 'rol']) expect(html).toContain(`href="#veld-${veld}"`)
    expect(html).toContain('value="geen adres"')
    expect(await lees(post('/gebruikers/uitnodigen', { ...nieuw, rol: 'aanbieder' }))).toContain(
      'Kies van welke aanbieder deze rol is',
    )
    expect(
      await lees(post('/gebruikers/uitnodigen', { ...nieuw, naam: 'A', email: 'a@x.example', einddatum: '1-1-2020' })),
    ).toContain('De einddatum ligt voor de begindatum')
    expect(await lees(post('/gebruikers/uitnodigen', { ...nieuw, rol: 'beheer (opdrachtregel)' }))).toContain(
      'Kies een rol',
    )

    const goed = await post('/gebruikers/uitnodigen', nieuw)
    expect(goed.status).toBe(303)
    const kaart = await lees(get(goed.headers.get('location')!))
    expect(kaart).toContain('<h1>Tess Molenaar</h1>')
    expect(kaart).toContain('tess@regio.example')
    expect(kaart).toContain('staat klaar')
    expect((await post('/gebruikers/uitnodigen', nieuw)).status).toBe(422)
  })

  test('rol geven en intrekken, uitschakelen en inschakelen, elk met zijn melding', async ({ ctx }) => {
    const noor = await maakAccount(ctx, 'Noor Haddad')
    const { get, post } = await beheer(ctx)
    const kaart = `/gebruikers/${noor.id}`
    const geef = { rol: 'rvm', gemeenten: '0479', wet: 'wmo', begindatum: '1-1-2027', einddatum: '' }
    expect((await post(`${kaart}/rollen`, geef)).headers.get('location')).toBe(`${kaart}?gedaan=rol`)
    const html = await lees(get(kaart))
    expect(html).toMatch(/Realisatie- en verificatiemanager[^]*Zaanstad, Wmo[^]*vanaf [^]*2027/)
    expect(await lees(post(`${kaart}/rollen`, geef))).toContain('Deze rol heeft deze persoon in die periode al.')
    const intrekken = /action="(\/gebruikers\/[0-9a-f-]{36}\/rollen\/[0-9a-f-]{36}\/intrekken)"/.exec(html)![1]!
    expect((await post(intrekken)).headers.get('location')).toBe(`${kaart}?gedaan=ingetrokken`)
    expect((await post(intrekken)).status).toBe(404)
    expect(await lees(get(kaart))).toContain('1\u00a0eerdere rol')

    const leeg = await post(`${kaart}/uitschakelen`, { 'reden-uitschakelen': ' ' })
    expect([leeg.status, await leeg.text()]).toEqual([422, expect.stringContaining('Vul een reden in.')])
    expect((await post(`${kaart}/uitschakelen`, { 'reden-uitschakelen': 'Uit dienst' })).status).toBe(303)
    expect(await lees(get(kaart))).toContain('Uitgeschakeld. Niemand kan met dit account aanmelden.')
    expect((await post(`${kaart}/inschakelen`, { 'reden-inschakelen': 'Terug' })).status).toBe(303)
    const herstel = (velden: Record<string, string>) =>
      post(`${kaart}/toegang-herstellen`, { 'reden-herstellen': 'Telefoon kwijt', ...velden })
    for (const velden of [{}, { herkend: 'op gevoel' }, { herkend: 'toString' }]) {
      const niet = await herstel(velden)
      expect([niet.status, await niet.text()]).toEqual([422, expect.stringContaining('Kies hoe u deze persoon')])
    }
    expect((await herstel({ herkend: 'teruggebeld' })).status).toBe(303)
    expect(await lees(get(kaart))).toContain('Toegang opnieuw ingesteld')
    expect((await post(`${kaart}/sessies-beeindigen`)).status).toBe(303)
  })

  test('de eigen rechten wijzigt een ander; de laatste beheerder blijft', async ({ ctx }) => {
    const { get, post, gebruikerId } = await beheer(ctx)
    const zelf = `/gebruikers/${gebruikerId}`
    const html = await lees(get(zelf))
    expect(html).toContain('Dit bent u zelf')
    expect(html).not.toMatch(/Rol geven|Uitschakelen|Intrekken/)
    expect((await post(`${zelf}/rollen`, { rol: 'raad', begindatum: '' })).status).toBe(403)
    expect((await post(`${zelf}/uitschakelen`, { 'reden-uitschakelen': 'x' })).status).toBe(403)
  })

  test('wie alleen leest, ziet geen knoppen; wie dat niet mag, krijgt 403, en een onbekend nummer is er niet', async ({
    ctx,
  }) => {
    const id = await maakPersoon(ctx, 'Noor Haddad')
    const { get, post } = await makeTestApp({ ctx, rol: 'privacyfunctionaris' })
    const html = await lees(get(`/gebruikers/${id}`))
    expect(html).not.toMatch(/Rol geven|Uitschakelen|Intrekken/)
    expect(await lees(get('/gebruikers'))).not.toContain('Gebruiker uitnodigen')
    expect((await get('/gebruikers/toegang')).status).toBe(200)
    for (const pad of [
      '/gebruikers/uitnodigen',
      `/gebruikers/${id}/rollen`,
      `/gebruikers/${id}/sessies-beeindigen`,
      `/gebruikers/${id}/opnieuw-uitnodigen`,
    ]) {
      expect([pad, (await post(pad, nieuw)).status]).toEqual([pad, 403])
    }
    expect((await get('/gebruikers/00000000-0000-7000-8000-000000000000')).status).toBe(404)
    const ander = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Sven' })
    for (const pad of [
      '/gebruikers',
      '/gebruikers.csv',
      `/gebruikers/${id}`,
      '/gebruikers/toegang',
      '/gebruikers/toegang.xlsx',
      '/gebruikers/uitnodigen',
    ]) {
      expect([pad, (await ander.get(pad)).status]).toEqual([pad, 403])
    }
    expect(await lees(ander.get('/'))).not.toContain('href="/gebruikers"')
  })

  test('zonder mailserver zegt de pagina hoe het wel kan, en verstuurt niemand iets', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    expect(await lees(get('/gebruikers/uitnodigen'))).toContain('overlap gebruiker uitnodigen')
    expect((await post('/gebruikers/uitnodigen', nieuw)).status).toBe(409)
    const { rows } = await sql`select from mail`.execute(ctx.db)
    expect(rows).toHaveLength(0)
  })
})

describe('toegang bekijken', () => {
  test('S7: wie wat mag sinds wanneer, met uitvoer en wie het bekeek', async ({ ctx }) => {
    await maakAccount(ctx, 'Noor Haddad', [rol(ctx, 'contractmanager', { gemeenten: ['0439'], wet: 'wmo' })])
    const { get, post } = await beheer(ctx)
    const html = await lees(get('/gebruikers/toegang'))
    expect(html).toContain('Over het vierde kwartaal van 2026 nog niet bekeken.')
    expect(html).not.toContain('Noor Haddad')
    const csv = await lees(get('/gebruikers/toegang.csv?soort=alle'))
    expect(csv).toContain('Noor Haddad;noor.haddad@regio.example;Contractmanager;"Purmerend; Wmo";2026-11-22;')
    const oud = await post('/gebruikers/toegang', { soort: 'alle', aantal: '1', opmerking: '' })
    expect([oud.status, await oud.text()]).toEqual([422, expect.stringContaining('intussen gewijzigd')])
    expect((await post('/gebruikers/toegang', { soort: 'bijzonder', aantal: '1', opmerking: 'Klopt' })).status).toBe(
      303,
    )
    expect(await lees(get('/gebruikers/toegang'))).toMatch(
      /Over het vierde kwartaal van 2026 bekeken op [^]* door Joris Blom/,
    )
  })
})
