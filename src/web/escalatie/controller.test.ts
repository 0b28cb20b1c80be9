import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder } from '../../../test/afspraken.ts'
import { als, test as base } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { maakBevindingen } from '../../domain/check/bevinding/maak-bevindingen.ts'
import { narrow } from '../../platform/transaction.ts'

const test = base.extend<{ aanbiederId: string }>({
  aanbiederId: async ({ ctx }, use) => {
    await use(await maakAanbieder(ctx))
  },
})

type App = Awaited<ReturnType<typeof makeTestApp>>
const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')
const status = async (antwoord: Response | Promise<Response>) => (await antwoord).status
const versie = async (app: App, pad: string) => /name="gezien" value="(\d+)"/.exec(await lees(app.get(pad)))?.[1] ?? ''

const opening = (aanbiederId: string) => ({
  aanbiederId,
  stap: 'A1',
  titel: 'Ondersteuning begint te laat',
  grond: 'kpi',
  motivering: 'Praten hielp niet.',
  'stuk.aanleiding.omschrijving': 'Vier keer te laat.',
})
const brief = {
  'stuk.verslag.afspraken': 'Een plan.',
  'veld.tekortkoming': 'de start is te laat.',
  'veld.verbeteringen': 'een vaste planner.',
  'veld.plandatum': '6 dec 2026',
  'veld.realisatiedatum': '1-2-2027',
  'veld.gevolg': 'stap 3.',
}

async function open(app: App, aanbiederId: string): Promise<string> {
  const antwoord = await app.post('/escalaties/nieuw', opening(aanbiederId))
  expect(antwoord.status).toBe(303)
  return antwoord.headers.get('location')!.replace('?gedaan=geopend', '')
}

async function zet(app: App, pad: string, code: string, velden: Record<string, string> = {}) {
  const stap = `${pad}/stappen/${code}`
  return app.post(stap, { gezien: await versie(app, stap), ...velden })
}

const gesprek = { 'stuk.gespreksnotitie.aanwezig': 'Directeur', 'stuk.gespreksnotitie.notities': 'Erkent het tekort.' }

describe('een zaak van begin tot brief', () => {
  test('ESA-02…ESA-05: openen vanuit de bevinding, stappen zetten, brief lezen en versturen, en terug', async ({
    ctx,
    aanbiederId,
  }) => {
    await maakBevindingen(ctx, [
      { bron: 'hand', sleutel: 't', titel: 'Start onvoldoende', toelichting: '', aanbiederId, agb: '98990101' },
    ])
    const { rows } = await sql<{ id: string }>`select id from bevinding where regio_id = ${ctx.regioId}`.execute(ctx.db)
    const bevinding = `/bevindingen/${rows[0]!.id}`
    const manager = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Marloes de Wit' })
    expect(await lees(manager.get(bevinding))).toContain(`href="/escalaties/nieuw?bevinding=${rows[0]!.id}"`)
    expect(await lees(manager.get(`/escalaties/nieuw?bevinding=${rows[0]!.id}`))).toContain('value="Start onvoldoende"')

    const antwoord = await manager.post('/escalaties/nieuw', { ...opening(''), bevindingId: rows[0]!.id })
    const pad = antwoord.headers.get('location')!.replace('?gedaan=geopend', '')
    const terug = await lees(manager.get(bevinding))
    expect(terug).toContain(`href="${pad}"`)
    expect(terug).not.toContain('/escalaties/nieuw?')

    const begin = await lees(manager.get(pad))
    expect(begin).toContain('Staat op <b>stap 1 van 3: gesprek gepland</b>')
    expect(begin).toContain('niet vanaf hier')
    expect((await zet(manager, pad, 'A4', gesprek)).headers.get('location')).toBe(`${pad}?gedaan=gezet`)
    expect((await zet(manager, pad, 'A5', brief)).headers.get('location')).toBe(`${pad}?gedaan=voorbereid`)
    expect(await lees(manager.get(pad))).toContain('Klaar om te versturen: Verslag en brief sturen')

    const beheerder = await makeTestApp({ ctx, rol: 'contractbeheerder', naam: 'Aylin Kaya' })
    const versturen = await lees(beheerder.get(`${pad}/versturen`))
    expect(versturen).toContain('Wij ontvangen uiterlijk op 6 december 2026 uw verbeterplan')
    const verzending = { gezien: await versie(beheerder, `${pad}/versturen`), datum: '22-11-2026', wijze: 'digitaal' }
    expect(await status(beheerder.post(`${pad}/versturen`, { ...verzending, datum: 'gisteren' }))).toBe(422)
    expect(await status(beheerder.post(`${pad}/versturen`, { ...verzending, datum: '23-11-2026' }))).toBe(422)
    expect(await status(beheerder.post(`${pad}/versturen`, verzending))).toBe(303)

    const na = await lees(manager.get(pad))
    expect(na).toContain('stap 2 van 3: wachten op het verbeterplan')
    expect(na).toContain('Verbeterplan opleveren: tot en met zo 6 dec 2026')
    expect(na).toContain('In de brief staat deze dag')
    expect(await lees(manager.get(`${pad}/brieven/1`))).toContain('<b>Verstuurd</b> op zo 22 nov 2026, digitaal')
    expect(await status(manager.get(`${pad}/brieven/2`))).toBe(404)
    expect(await status(manager.get(`${pad}/versturen`))).toBe(409)
  })

  test('wat ontbreekt staat bij het veld; wat was ingevuld blijft staan', async ({ ctx, aanbiederId }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    const leeg = await manager.post('/escalaties/nieuw', { ...opening(''), titel: 'Dit <b>blijft</b>' })
    expect([leeg.status, await lees(leeg)]).toEqual([422, expect.stringContaining('Kies een aanbieder')])
    const zonder = await manager.post('/escalaties/nieuw', {
      ...opening(aanbiederId),
      grond: 'toString',
      motivering: ' ',
    })
    const html = await lees(zonder)
    expect(zonder.status).toBe(422)
    expect(html).toContain('href="#veld-grond"')
    expect(html).toContain('href="#veld-motivering"')

    const pad = await open(manager, aanbiederId)
    await zet(manager, pad, 'A4', gesprek)
    const fout = await zet(manager, pad, 'A5', { ...brief, 'veld.plandatum': 'ooit', 'stuk.verslag.afspraken': '' })
    const tekst = await lees(fout)
    expect(fout.status).toBe(422)
    expect(tekst).toMatch(/id="veld-veld\.plandatum"[^>]*aria-invalid="true"/)
    expect(tekst).toMatch(/id="veld-stuk\.verslag\.afspraken"[^>]*aria-invalid="true"/)
    expect(tekst).toContain('een vaste planner.')
  })

  test('ESA-02, ESA-03: een gesprek plannen vanaf de zaak; de stap biedt het verslag aan zodra het er is, en beide kanten zien het verband', async ({
    ctx,
    aanbiederId,
  }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pad = await open(manager, aanbiederId)
    const plannen = /href="(\/gesprekken\/nieuw\?[^"]*)"/
      .exec(await lees(manager.get(pad)))![1]!
      .replaceAll('&amp;', '&')
    const formulier = await lees(manager.get(plannen))
    expect(formulier).toMatch(/De agenda gaat over de escalatie <a href="[^"]*">Ondersteuning begint te laat<\/a>/)
    expect(formulier).toMatch(/<option value="escalatiegesprek" selected/)
    expect(formulier).not.toContain('Opdrachtgeversoverleg')
    const escalatieId = pad.split('/')[2]!
    const invoer = { soort: 'escalatiegesprek', aanbiederId, begintijd: '10.00', eindtijd: '11.00', wijze: 'fysiek' }
    const dag = ctx.today.toString().split('-').toReversed().join('-')
    const gepland = await manager.post('/gesprekken/nieuw', { ...invoer, escalatieId, datum: dag })
    expect(gepland.status).toBe(303)
    const gesprek = gepland.headers.get('location')!.replace('?gedaan=gepland', '')
    expect(await lees(manager.get(gesprek))).toContain(`<a href="${pad}">Ondersteuning begint te laat</a>`)
    expect(await lees(manager.get(pad))).toContain(`<a href="${gesprek}">Escalatiegesprek`)
    // the aanbieder is told of a meeting when it is invited, and sees it with its case from then on
    const aanbieder = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })
    expect(await lees(aanbieder.get(pad))).not.toContain('Escalatiegesprek')
    await sql`update gesprek set uitgenodigd_op = now() where id = ${gesprek.split('/')[2]!}`.execute(ctx.db)
    expect(await lees(aanbieder.get(pad))).toContain(`<a href="${gesprek}">Escalatiegesprek`)
    expect(await lees(aanbieder.get(pad))).not.toContain('Gesprek plannen')
    expect(await lees(aanbieder.get(gesprek))).toContain(`<a href="${pad}">Ondersteuning begint te laat</a>`)

    const stap = `${pad}/stappen/A4`
    expect(await lees(manager.get(stap))).toMatch(
      /Is <a href="[^"]*">Escalatiegesprek[^<]*<\/a> gehouden, dan kunt u het hier kiezen/,
    )
    expect(await lees(manager.get(stap))).not.toContain('Waar staat het?')
    const te_vroeg = await zet(manager, pad, 'A4', { 'stuk.gespreksnotitie.gesprek': gesprek.split('/')[2]! })
    expect([te_vroeg.status, await lees(te_vroeg)]).toEqual([
      422,
      expect.stringContaining('Dit gesprek is nog niet gehouden.'),
    ])
    await sql`update gesprek set gehouden_op = now() where id = ${gesprek.split('/')[2]!}`.execute(ctx.db)
    expect(await lees(manager.get(stap))).toMatch(/Waar staat het\?[^]*In het verslag van [^<]*Escalatiegesprek/)
    expect(await status(manager.get('/gesprekken/nieuw?escalatie=00000000-0000-7000-8000-000000000000'))).toBe(404)
  })

  test('een stap die niet past is 409, een die niet bestaat 404', async ({ ctx, aanbiederId }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pad = await open(manager, aanbiederId)
    expect(await status(manager.get(`${pad}/stappen/A16`))).toBe(409)
    expect(await status(manager.get(`${pad}/stappen/Z9`))).toBe(404)
    expect(await status(manager.get(`${pad}/stukken/niets`))).toBe(404)
    expect(await status(manager.get('/escalaties/00000000-0000-7000-8000-000000000000'))).toBe(404)
  })
})

describe('twee mensen', () => {
  test('ROL-13: wie voorstelt ziet geen besluit, de contracteigenaar wel; zonder mandaat zegt de pagina wie het mag', async ({
    ctx,
    aanbiederId,
  }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Marloes de Wit' })
    const collega = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Sven Postma' })
    const eigenaar = await makeTestApp({ ctx, rol: 'contracteigenaar', naam: 'Ruud Hoekstra' })
    const pad = await open(manager, aanbiederId)
    await zet(manager, pad, 'A4', gesprek)
    const a6 = { grond: 'houding', motivering: 'Kan niet.', 'stuk.verslag.afspraken': 'Geen.' }
    expect((await zet(manager, pad, 'A6', a6)).headers.get('location')).toBe(`${pad}?gedaan=voorgesteld`)

    expect(await lees(manager.get(pad))).not.toContain('Uw besluit')
    const gezien = await versie(eigenaar, pad)
    const zonder = await collega.post(`${pad}/besluiten`, { gezien, besluit: 'akkoord' })
    expect([zonder.status, await lees(zonder)]).toEqual([403, expect.stringContaining('Dat heeft: contracteigenaar')])
    expect(await status(eigenaar.post(`${pad}/besluiten`, { gezien }))).toBe(422)
    expect(await status(eigenaar.post(`${pad}/besluiten`, { gezien, besluit: 'afwijzen', reden: ' ' }))).toBe(422)
    expect(await status(eigenaar.post(`${pad}/besluiten`, { gezien, besluit: 'akkoord' }))).toBe(303)
    expect(await lees(eigenaar.get(pad))).toContain('stap 3 van 3: in verzuim')
  })

  test('wie op een oude stand iets doet krijgt 409 met uitleg, en er verandert niets', async ({ ctx, aanbiederId }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Marloes de Wit' })
    const collega = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Sven Postma' })
    const pad = await open(manager, aanbiederId)
    const gezien = await versie(collega, `${pad}/stappen/A22`)
    await manager.post(`${pad}/stukken/zienswijze`, {
      gezien: await versie(manager, `${pad}/stukken/zienswijze`),
      datum: '20-11-2026',
      'stuk.zienswijze.tekst': 'Per brief ontvangen.',
    })
    const laat = await collega.post(`${pad}/stappen/A22`, { gezien, motivering: 'Vergissing.' })
    expect([laat.status, await lees(laat)]).toEqual([409, expect.stringContaining('Iemand anders heeft intussen')])
    expect(await lees(manager.get(pad))).toContain('stap 1 van 3')
  })
})

describe('de kant van de aanbieder', () => {
  test('ROL-09, ROL-21: ziet de eigen zaak zonder afwegingen, dient het plan in, en besluit niets', async ({
    ctx,
    aanbiederId,
  }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pad = await open(manager, aanbiederId)
    await zet(manager, pad, 'A4', gesprek)
    await zet(manager, pad, 'A5', brief)
    const gezien = await versie(manager, `${pad}/versturen`)
    await manager.post(`${pad}/versturen`, { gezien, datum: '22-11-2026', wijze: 'post' })

    const aanbieder = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })
    await narrow(als(ctx, 'aanbieder', '98990101'))
    const html = await lees(aanbieder.get(pad))
    expect(html).toContain('Verbeterplan VP-2026-001 openen')
    expect(html).not.toContain('Praten hielp niet.')
    expect(html).not.toContain('Wat nu kan')
    expect(await status(aanbieder.get(`${pad}/stappen/A22`))).toBe(403)
    expect(await status(aanbieder.get(`${pad}/stukken/beoordeling`))).toBe(404)
    expect(await lees(aanbieder.get('/escalaties?stand=besluit'))).toContain('<b>1 escalatie</b> loopt')
    const plan = (await aanbieder.get(`${pad}/stukken/verbeterplan`)).headers.get('location')!
    expect(plan).toMatch(/^\/verbeterplannen\//)
    const velden = { aantal: '1', gezien: await versie(aanbieder, `${plan}/indienen`) }
    expect((await aanbieder.post(`${plan}/indienen`, velden)).status).toBe(422)
    const punt = {
      oorzaak: 'Vacatures.',
      maatregel: 'Planners.',
      resultaat: 'Zes weken.',
      wie: 'Rachid',
      wanneer: '1-2-2027',
    }
    const ingevuld = Object.fromEntries(Object.entries(punt).map(([naam, tekst]) => [`punten.0.${naam}`, tekst]))
    const ingediend = await aanbieder.post(`${plan}/indienen`, { ...velden, ...ingevuld })
    expect(ingediend.headers.get('location')).toBe(`${plan}?gedaan=ingediend`)
    await narrow(ctx)
    const na = await lees(manager.get(pad))
    expect(na).toContain('verbeterplan beoordelen')
    expect(na).toContain('Verbeterplan openen')
    expect((await manager.get(`${pad}/stappen/A11`)).headers.get('location')).toBe(plan)
  })
})

describe('lijst en ladder', () => {
  test('telt, filtert en voert uit; een titel die op een formule lijkt is gewone tekst', async ({
    ctx,
    aanbiederId,
  }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    const eerste = await open(manager, aanbiederId)
    await manager.post('/escalaties/nieuw', { ...opening(aanbiederId), titel: '=1+1' })
    await zet(manager, eerste, 'A22', { motivering: 'Vergissing.' })
    expect(await lees(manager.get('/escalaties'))).toContain('<b>1 escalatie</b> loopt')
    expect(await lees(manager.get('/escalaties?stand=gesloten'))).toContain('<b>1 escalatie</b> is gesloten')
    expect(await lees(manager.get('/escalaties?stand=alle&sorteer=hoogte&richting=af'))).toContain(
      '<b>2 escalaties</b>',
    )
    expect(await lees(manager.get("/escalaties?stand='&sorteer=constructor&aanbieder=1&pagina=-1"))).toContain(
      '<b>1 escalatie</b>',
    )
    const csv = await lees(manager.get('/escalaties.csv?stand=alle'))
    expect(csv).toContain("'=1+1")
    expect(csv.trimEnd().split('\r\n')).toHaveLength(3)
  })

  test('MTR-04: de ladder is te lezen zoals de regio haar heeft, en is gecontroleerd', async ({ ctx }) => {
    const { get } = await makeTestApp({ ctx, rol: 'beleid' })
    const html = await lees(get('/escalaties/ladder'))
    expect(html).toContain('Gecontroleerd: elke toestand is te bereiken')
    expect(html).toContain('Stap 3: Verzuim en maatregelen')
    expect(html).toContain('A10, ESA-15 (iv)')
    expect(await status((await makeTestApp({ ctx, rol: 'backoffice' })).get('/escalaties/ladder'))).toBe(403)
  })
})
