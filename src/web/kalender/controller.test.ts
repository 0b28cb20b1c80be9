import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst, maakPersoon } from '../../../test/afspraken.ts'
import { als, test as base } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { planTermijn } from '../../domain/plan/kalender/plan-termijn.ts'
import { volgTermijnen } from '../../domain/plan/kalender/volg-termijnen.ts'
import { narrow } from '../../platform/transaction.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')
const dag = (iso: string) => Temporal.PlainDate.from(iso)

const test = base.extend<{ staat: { aanbiederId: string; overeenkomstId: string } }>({
  staat: async ({ ctx }, use) => {
    await use({ aanbiederId: await maakAanbieder(ctx), overeenkomstId: await maakOvereenkomst(ctx) })
  },
})

const verslag = { bron: 'proef', bronId: '1', titel: 'Verslag delen', regel: { code: 'gespreksverslag' } } as const

describe('CAT-05: de kalender', () => {
  test('lijst, jaarstrook en maand; per persoon, aanbieder en overeenkomst', async ({ ctx, staat }) => {
    const { get, gebruikerId } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const noor = await maakPersoon(ctx, 'Noor')
    await volgTermijnen(ctx)
    await sql`update aanbieder set contractmanager_id = ${noor}`.execute(ctx.db)
    await planTermijn(ctx, {
      ...verslag,
      startdatum: dag('2026-12-24'),
      wie: { kant: 'regio', rol: 'contractmanager', gebruikerId },
    })
    const eigen = await lees(get('/kalender'))
    expect(eigen).toContain(
      '<b>Er is geen termijn van u verstreken.</b> Binnen een week eindigt er niets. De eerstvolgende is ma 4 jan 2027, over 43 dagen.',
    )
    expect(eigen).toContain('Verslag delen')
    expect(eigen).not.toContain('ZW-HO-001 eindigt')
    const alles = await lees(get('/kalender?van=iedereen'))
    expect(alles).toMatch(/Verslag delen.*Verlengen of niet: ZW-HO-001.*Overeenkomst ZW-HO-001 eindigt/s)
    expect(await lees(get(`/kalender?van=${noor}`))).toMatch(/Overeenkomst ZW-HO-001 eindigt/)
    expect(await lees(get(`/kalender?van=${noor}`))).not.toContain('Verslag delen')
    const per = await lees(get(`/kalender?van=iedereen&overeenkomst=${staat.overeenkomstId}`))
    expect(per).toContain('Verlengen of niet')
    expect(per).not.toContain('Verslag delen')
    expect(await lees(get(`/kalender?van=iedereen&aanbieder=${noor}`))).toContain('Geen termijnen in deze keuze')
    const strook = await lees(get('/kalender?van=iedereen&jaar=2027'))
    expect(strook).toMatch(/januari: 1 termijn<.*juni: 1 termijn<.*december: 1 termijn</s)
    const maand = await lees(get('/kalender?van=iedereen&weergave=maand&jaar=2027&maand=1'))
    expect(maand).toContain('Nieuwjaarsdag')
    expect(maand).toMatch(
      /maandag 4 januari 2027<\/span><\/time><ul><li><a href="\/kalender\/[0-9a-f-]+">Verslag delen/,
    )
    const csv = await lees(get('/kalender.csv?van=iedereen&jaar=2027&maand=1'))
    expect(csv).toMatch(/2027-01-04;Verslag delen;proef;loopt;/)
    expect((await get('/kalender.xlsx')).headers.get('content-type')).toContain('spreadsheetml')
  })

  test('TRM-01: bij een termijn staat elke stap van de berekening, met de bron', async ({ ctx }) => {
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const { id } = await planTermijn(ctx, {
      ...verslag,
      startdatum: dag('2026-12-24'),
      wie: { kant: 'regio', rol: 'contractmanager' },
      gevolg: 'De aanbieder weet niet wat is afgesproken.',
    })
    const html = await lees(get(`/kalender/${id}`))
    expect(html).toContain('Uiterlijk ma 4 jan 2027')
    expect(html).toMatch(/Verslag van een gesprek delen: 5 werkdagen, vanaf: gesprek\./)
    expect(html).toMatch(
      /Dag 0: gesprek<.*do 24 dec 2026.*Telt niet mee: Eerste Kerstdag.*Werkdag 1<.*ma 28 dec 2026.*Werkdag 5<.*ma 4 jan 2027/s,
    )
    expect(html).toContain('Escalatieladder, stap 1')
    expect(html).toContain('De aanbieder weet niet wat is afgesproken.')
    expect(html).toContain('De volgende herinnering gaat uit op ma 7 dec 2026.')
    // a day on which the daily round did not run is caught up today, and no promise about the past
    const later = await makeTestApp({ ctx: { ...ctx, today: dag('2026-12-20') }, rol: 'contractmanager' })
    expect(await lees(later.get(`/kalender/${id}`))).toContain('De volgende herinnering gaat vandaag uit.')
  })

  test('TRM-01: een herinnering uitstellen vraagt een dag en een reden', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const { id } = await planTermijn(ctx, {
      ...verslag,
      startdatum: dag('2026-12-24'),
      wie: { kant: 'regio', rol: 'contractmanager' },
    })
    const fout = await post(`/kalender/${id}/uitstellen`, { tot: '31-2-2027', reden: '' })
    expect(fout.status).toBe(422)
    expect(await lees(fout)).toMatch(/Vul een bestaande datum in.*Vul de reden in/s)
    const laat = await post(`/kalender/${id}/uitstellen`, { tot: '5-1-2027', reden: 'Wacht' })
    expect(await lees(laat)).toContain('De termijn zelf verschuift niet.')
    expect((await post(`/kalender/${id}/uitstellen`, { tot: '4-1-2027', reden: 'Wacht op de bijlage' })).status).toBe(
      303,
    )
    expect(await lees(get(`/kalender/${id}?gedaan=uitgesteld`))).toContain('Uitgesteld tot ma 4 jan 2027')
  })

  test('een termijn toevoegen: overeenkomsten tonen staat bij de aanbieder, en Enter voegt toe', async ({ ctx }) => {
    await maakAanbieder(ctx)
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pagina = await (await get('/kalender/nieuw')).text()
    const formulier = /action="\/kalender\/nieuw"[^]*?<\/form>/.exec(pagina)![0]
    const knoppen = [...formulier.matchAll(/<button[^>]*>([^<]*)</g)].map((knop) => knop[1])
    expect(knoppen).toEqual(['Termijn toevoegen', 'Overeenkomsten tonen', 'Termijn toevoegen'])
    expect(formulier).toMatch(/Over welke aanbieder\?[^]*Overeenkomsten tonen[^]*Toelichting/)
  })

  test('Vandaag toont wat dichtbij komt en wat voorbij is, en niet wat is uitgesteld', async ({ ctx }) => {
    const { get, post, gebruikerId } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const wie = { kant: 'regio', rol: 'contractmanager', gebruikerId } as const
    await planTermijn(ctx, { ...verslag, startdatum: ctx.today, wie })
    await planTermijn(ctx, {
      ...verslag,
      bronId: '2',
      titel: 'Ver weg',
      regel: { datum: dag('2027-06-01') },
      startdatum: ctx.today,
      wie,
    })
    const { id } = await planTermijn(ctx, {
      ...verslag,
      bronId: '3',
      titel: 'Later',
      regel: { datum: dag('2026-12-10') },
      startdatum: ctx.today,
      wie,
    })
    expect(await lees(get('/'))).toMatch(/Verslag delen.*Later/s)
    expect(await lees(get('/'))).not.toContain('Ver weg')
    await post(`/kalender/${id}/uitstellen`, { tot: '9-12-2026', reden: 'Wacht' })
    expect(await lees(get('/'))).not.toContain('Later')
  })

  test('ROL-21: een aanbieder ziet wat zij zelf moet doen, en geen filter op mensen van de regio', async ({
    ctx,
    staat,
  }) => {
    const wie = { kant: 'aanbieder' } as const
    await planTermijn(ctx, { ...verslag, titel: 'Cijfers aanleveren', startdatum: ctx.today, wie, over: staat })
    await planTermijn(ctx, {
      ...verslag,
      bronId: '2',
      titel: 'Van de regio',
      startdatum: ctx.today,
      wie: { kant: 'regio', rol: 'contractmanager' },
      over: staat,
    })
    const { get } = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })
    await narrow(als(ctx, 'aanbieder', '98990101'))
    const html = await lees(get('/kalender'))
    expect(html).toContain('Cijfers aanleveren')
    expect(html).not.toContain('Van de regio')
    expect(html).not.toContain('name="van"')
  })
})

describe('het adres voor een agendaprogramma', () => {
  const adresUit = (html: string) => /https?:\/\/[^<]+(\/kalender\/ical\/[\w-]{64}\.ics)/.exec(html)![1]!

  test('CAT-05: zonder aanmelding leest het de eigen open termijnen; alleen de hash blijft; intrekken werkt meteen', async ({
    ctx,
    staat,
  }) => {
    const { get, post, app, gebruikerId } = await makeTestApp({ ctx, rol: 'contractmanager' })
    await sql`update aanbieder set contractmanager_id = ${gebruikerId}`.execute(ctx.db)
    await volgTermijnen(ctx)
    expect(await lees(get('/kalender/abonnement'))).toContain('U hebt nog geen adres')
    const pad = adresUit(await lees(post('/kalender/abonnement', {})))
    const antwoord = await app.request(pad)
    expect(antwoord.status).toBe(200)
    expect(antwoord.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const ical = (await antwoord.text()).replaceAll('\r\n ', '')
    expect(ical).toContain('SUMMARY:Overeenkomst ZW-HO-001 eindigt\\, Stichting Veenlicht')
    expect(ical).toContain('DTSTART;VALUE=DATE:20271231')
    expect(ical).not.toContain('Verlengen of niet')
    const { rows } = await sql<{
      alles: string
    }>`select string_agg(to_jsonb(k)::text, '') as alles from kalenderadres k`.execute(ctx.db)
    expect(rows[0]!.alles).not.toContain(pad.slice(15, 40))
    expect(await lees(get('/kalender/abonnement'))).toContain('Uw agenda keek het laatst op')
    const tweede = adresUit(await lees(post('/kalender/abonnement', {})))
    expect((await app.request(pad)).status).toBe(404)
    expect((await app.request(tweede)).status).toBe(200)
    await post('/kalender/abonnement/intrekken', {})
    expect((await app.request(tweede)).status).toBe(404)
    expect((await app.request(tweede.replace(/.{8}\.ics$/, 'aaaaaaaa.ics'))).status).toBe(404)
    expect(staat.aanbiederId).toBeTruthy()
  })

  test('ROL-21: wie zijn rol of account kwijt is, of bij een aanbieder werkt, krijgt niets meer dan hij hier zou zien', async ({
    ctx,
    staat,
  }) => {
    await volgTermijnen(ctx)
    await planTermijn(ctx, {
      ...verslag,
      titel: 'Cijfers aanleveren',
      startdatum: ctx.today,
      wie: { kant: 'aanbieder' },
      over: staat,
    })
    const veen = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })
    const pad = adresUit(await lees(veen.post('/kalender/abonnement', {})))
    const ical = await (await veen.app.request(pad)).text()
    expect(ical.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    expect(ical).toContain('Cijfers aanleveren')
    await narrow(ctx)
    await sql`update roltoewijzing set ingetrokken_op = now() where agb is not null`.execute(ctx.db)
    expect((await veen.app.request(pad)).status).toBe(404)
  })
})
