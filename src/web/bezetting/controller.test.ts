import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst, maakPersoon } from '../../../test/afspraken.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { listMandaten } from '../../domain/plan/bezetting/queries.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

const mandaat = {
  taak: 'budget-wijzigen',
  rol: 'contractmanager',
  gemeente: '',
  grond: 'Mandaatbesluit 2026, artikel 4',
  hoogsteBedrag: '50.000',
  hoogsteMaanden: '',
  geldigVanaf: '1-1-2026',
  geldigTot: '',
}

describe('taken en mandaat', () => {
  test('ROL-12: de verdeling staat op één pagina, met wat ontbreekt', async ({ ctx }) => {
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const html = await lees(get('/taken'))
    expect(html).toMatch(/Bij \d+ taken ontbreekt nog iets/)
    expect(html).toContain('Jaarbudget vernieuwen of aanvullen')
    expect(html).toContain('Niemand heeft de rol Contracteigenaar.')
    expect(html).toContain('Het mandaatregister noemt deze maatregel niet.')
    expect(html).toContain('Purmerend')
  })

  test('ROL-12: een taak van een rol wordt uitgevoerd, van twee rollen voeren zij haar samen uit', async ({ ctx }) => {
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect(await lees(get('/taken/boete'))).toContain('contractmanager voert het uit.')
    expect(await lees(get('/taken/kpi-vaststellen'))).toContain('contractmanager en contractbeheerder voeren het uit.')
  })

  test('ROL-12: anders verdelen kan alleen goed, en laat staan wat was ingevuld', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    const fout = await post('/taken/boete', {
      gemeente: '',
      'rol-directie': 'R',
      geldigVanaf: '1-1-2027',
      reden: 'Besluit',
    })
    expect(fout.status).toBe(422)
    const html = await lees(fout)
    expect(html).toContain('Niemand beslist: geef precies één rol een A.')
    expect(html).toMatch(/<textarea[^>]*name="reden"[^>]*>Besluit</)
    expect(html).toMatch(/<option value="R" selected="">doet/)
    const goed = await post('/taken/boete', {
      gemeente: '0439',
      'rol-directie': 'AR',
      geldigVanaf: '1-1-2027',
      reden: 'Besluit college',
    })
    expect([goed.status, goed.headers.get('location')]).toEqual([303, '/taken/boete?gemeente=0439&gedaan=verdeeld'])
    expect(await lees(get('/taken/boete'))).toContain('Besluit college')
    expect((await get('/taken/bestaat-niet')).status).toBe(404)
  })

  test('ROL-13: mandaat geven, tonen, uitvoeren en intrekken', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    const fout = await post('/mandaten/nieuw', { ...mandaat, hoogsteBedrag: 'veel', grond: '' })
    expect(fout.status).toBe(422)
    expect(await lees(fout)).toMatch(/Noem het besluit of artikel\..*Vul een bedrag in/s)
    expect((await post('/mandaten/nieuw', mandaat)).headers.get('location')).toBe('/mandaten?gedaan=gegeven')
    expect(await lees(get('/mandaten'))).toMatch(/1 mandaat geldt.*tot en met € 50\.000/s)
    expect(await lees(get('/mandaten.csv'))).toContain(
      'Jaarbudget vernieuwen of aanvullen;Contractmanager;hele regio;50000,00',
    )
    expect(await lees(get('/taken/budget-wijzigen'))).toContain('Het register gaat voor de taakverdeling.')
    const [{ id } = { id: '' }] = await listMandaten(ctx)
    expect((await post(`/mandaten/${id}/intrekken`, { reden: 'Nieuw besluit' })).status).toBe(303)
    expect(await lees(get('/mandaten'))).toMatch(/0 mandaten gelden|geen mandaten/i)
    const gewoon = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect((await gewoon.post('/mandaten/nieuw', mandaat)).status).toBe(403)
    expect((await gewoon.get('/mandaten')).status).toBe(200)
    const aanbieder = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })
    expect((await aanbieder.get('/mandaten')).status).toBe(403)
    expect((await aanbieder.get('/verdeling')).status).toBe(403)
  })

  test('ROL-01: waarneming voor zichzelf regelen en beëindigen', async ({ ctx }) => {
    const collega = await maakPersoon(ctx, 'Bas Achter', 'contractmanager')
    const { get, post, gebruikerId } = await makeTestApp({ ctx, rol: 'contracteigenaar', naam: 'Ella Eigenaar' })
    const invoer = {
      gebruikerId,
      waarnemerId: collega,
      begindatum: '22-11-2026',
      einddatum: '1-12-2026',
      reden: 'Verlof',
    }
    expect((await post('/waarnemingen', { ...invoer, waarnemerId: '' })).status).toBe(422)
    expect((await post('/waarnemingen', invoer)).status).toBe(303)
    const html = await lees(get('/waarnemingen'))
    expect(html).toMatch(/Vandaag loopt er 1 waarneming.*Bas Achter.*Contracteigenaar/s)
    const nogeens = await post('/waarnemingen', invoer)
    expect(nogeens.status).toBe(422)
    expect(await lees(nogeens)).toContain('In deze dagen neemt Bas Achter al waar.')
    const id = /waarnemingen\/([0-9a-f-]{36})\/beeindigen/.exec(html)![1]!
    expect((await post(`/waarnemingen/${id}/beeindigen`)).status).toBe(303)
    expect(await lees(get('/waarnemingen'))).toContain('eerder beëindigd')
  })
})

describe('verdeling', () => {
  test('ROL-06, ROL-07: wat mist staat bovenaan; werk gaat in één keer over', async ({ ctx }) => {
    await maakAanbieder(ctx)
    await maakOvereenkomst(ctx)
    const naarId = await maakPersoon(ctx, 'Bas Achter', 'contractmanager')
    const { get, post, gebruikerId } = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Anna Beheer' })
    expect(await lees(get('/verdeling'))).toContain('geen contractmanager en geen achtervanger')
    await post('/aanbieders/contractmanager', {})
    const fout = await post('/verdeling/overdragen', { vanId: gebruikerId, naarId, reden: '' })
    expect(fout.status).toBe(422)
    const goed = await post('/verdeling/overdragen', { vanId: gebruikerId, naarId, reden: 'Andere baan' })
    expect(goed.headers.get('location')).toBe('/verdeling?aanbieders=0&zonder=0&acties=0&gesprekken=0&blijft=0')
    expect(await lees(get('/verdeling.csv'))).toContain('Stichting Veenlicht')
  })
})

describe('budget', () => {
  test('ROL-01, ROL-13: voorstellen, geweigerd worden met de naam van de rol die mag, en goedkeuren', async ({
    ctx,
  }) => {
    await maakAanbieder(ctx)
    const id = await maakOvereenkomst(ctx)
    const manager = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Anna Beheer' })
    const collega = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Bas Achter' })
    const eigenaar = await makeTestApp({ ctx, rol: 'contracteigenaar', naam: 'Ella Eigenaar' })
    const pad = `/overeenkomsten/${id}/budget`
    expect((await manager.post(pad, { jaar: '2026', bedrag: 'veel', motivering: '' })).status).toBe(422)
    expect((await manager.post(pad, { jaar: '2026', bedrag: '420.000', motivering: 'Meer cliënten.' })).status).toBe(
      303,
    )
    const html = await lees(collega.get(pad))
    expect(html).toMatch(/wacht op een besluit van de contracteigenaar.*€ 420\.000,00.*Meer cliënten/s)
    const besluit = /(\/budgetvoorstellen\/[0-9a-f-]{36})\/besluiten/.exec(html)![1]!
    const geweigerd = await collega.post(`${besluit}/besluiten`, { besluit: 'goedgekeurd', reden: 'Prima' })
    expect(geweigerd.status).toBe(403)
    expect(await lees(geweigerd)).toContain('Dat heeft: contracteigenaar.')
    expect(await lees(manager.get(pad))).toContain('U stelde dit voor; een ander besluit.')
    const goed = await eigenaar.post(`${besluit}/besluiten`, {
      besluit: 'goedgekeurd',
      reden: 'Past binnen de begroting',
    })
    expect([goed.status, goed.headers.get('location')]).toEqual([303, `${pad}?gedaan=goedgekeurd`])
    expect(await lees(eigenaar.get(`/overeenkomsten/${id}/geld`))).toContain('€ 420.000')
    expect(await lees(eigenaar.get(pad))).toMatch(/Ella Eigenaar als contracteigenaar.*Past binnen de begroting/s)
    const aanbieder = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })
    expect((await aanbieder.get(pad)).status).toBe(403)
  })
})
