import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst } from '../../../test/afspraken.ts'
import { als, test as base } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { listContactpersonen } from '../../domain/plan/aanbieder/list-contactpersonen.ts'
import { narrow } from '../../platform/transaction.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

const test = base.extend<{ staat: { veen: string; ho: string } }>({
  staat: async ({ ctx }, use) => {
    const veen = await maakAanbieder(ctx)
    await use({ veen, ho: await maakOvereenkomst(ctx) })
  },
})
const bruin = { naam: 'Annemiek Bruin', functie: 'directeur', email: 'a.bruin@veenlicht.example', telefoon: '' }
const bos = { naam: 'Jan Bos', functie: '', email: '', telefoon: '0299 000 115' }

describe('CTR-04: contactpersonen', () => {
  test('het formulier bindt iemand aan overeenkomsten en gemeenten; de lijst, het filter en de uitvoer volgen', async ({
    ctx,
    staat: { veen, ho },
  }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pad = `/aanbieders/${veen}/contactpersonen`
    expect(await lees(get(pad))).toContain('Voor welke overeenkomsten')
    expect((await post(pad, { ...bruin, overeenkomstIds: ho, gemeenteCodes: '0385' })).status).toBe(303)
    expect((await post(pad, bos)).status).toBe(303)

    const html = await lees(get('/contactpersonen'))
    expect(html).toContain('<b>2 contactpersonen</b>.')
    expect(html).toContain(`<a href="/overeenkomsten/${ho}">ZW-HO-001</a>`)
    expect(html).toContain('href="mailto:a.bruin@veenlicht.example"')
    expect(html).toContain('href="tel:0299000115"')
    expect(html).toMatch(/<a href="\/contactpersonen" [^>]*aria-current="page"/)
    expect(await lees(get('/contactpersonen?gemeente=0439'))).not.toContain('Annemiek Bruin')
    const ophalen = await lees(get(`/contactpersonen?overeenkomst=${ho}&gemeente=0385`))
    expect(ophalen).toContain('2 contactpersonen</b> voor ZW-HO-001, er voor Edam-Volendam.')
    expect(ophalen).toContain(`/contactpersonen.csv?gemeente=0385&amp;overeenkomst=${ho}`)
    const csv = await lees(get('/contactpersonen.csv?gemeente=0385'))
    expect(csv).toContain(
      'Annemiek Bruin;directeur;a.bruin@veenlicht.example;;Stichting Veenlicht;98990101;ZW-HO-001;Edam-Volendam',
    )
    expect(csv).toContain('Jan Bos;;;0299 000 115;Stichting Veenlicht;98990101;alle;alle')
    expect((await get('/contactpersonen.xlsx')).headers.get('content-type')).toContain('spreadsheetml')
    expect(await lees(get(`/overeenkomsten/${ho}`))).toContain(`/contactpersonen?overeenkomst=${ho}`)
  })

  test('wijzigen toont wat was gekozen; een fout laat de keuze staan', async ({ ctx, staat: { veen, ho } }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pad = `/aanbieders/${veen}/contactpersonen`
    await post(pad, { ...bruin, overeenkomstIds: ho })
    const [persoon] = await listContactpersonen(ctx, veen)
    expect(await lees(get(`${pad}/${persoon!.id}`))).toMatch(
      new RegExp(`name="overeenkomstIds"[^>]*checked=""[^>]*value="${ho}"`),
    )
    const fout = await post(`${pad}/${persoon!.id}`, { ...bruin, naam: '', overeenkomstIds: ho })
    expect(fout.status).toBe(422)
    expect(await lees(fout)).toMatch(new RegExp(`name="overeenkomstIds"[^>]*checked=""[^>]*value="${ho}"`))
    await post(`${pad}/${persoon!.id}`, bruin)
    expect((await listContactpersonen(ctx, veen))[0]!.overeenkomsten).toEqual([])
  })

  test('CTR-01: wie voor de overeenkomst is, staat voorop bij “Wie belt u”', async ({ ctx, staat: { veen, ho } }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const ander = await maakOvereenkomst(ctx, { overeenkomst: 'ZW-2' })
    const pad = `/aanbieders/${veen}/contactpersonen`
    await post(pad, { ...bos, naam: 'Aad Algemeen' })
    await post(pad, { ...bos, naam: 'Wim Anders', overeenkomstIds: ander })
    await post(pad, { ...bruin, overeenkomstIds: ho })
    const html = await lees(get(`/overeenkomsten/${ho}`))
    expect(html).toContain('<b>Annemiek Bruin</b>')
    expect(html).toContain('Aad Algemeen')
    expect(html).not.toContain('Wim Anders')
  })

  test('een vreemde overeenkomst is er niet; een aanbieder ziet alleen de eigen mensen', async ({
    ctx,
    staat: { veen },
  }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    await manager.post(`/aanbieders/${veen}/contactpersonen`, bruin)
    expect((await manager.get('/contactpersonen?overeenkomst=11111111-1111-4111-8111-111111111111')).status).toBe(404)
    const vreemd = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990999' })
    await narrow(als(ctx, 'aanbieder', '98990999'))
    expect(await lees(vreemd.get('/contactpersonen'))).not.toContain('Annemiek Bruin')
  })
})
