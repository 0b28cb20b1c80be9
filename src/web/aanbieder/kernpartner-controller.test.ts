import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst, maakPersoon } from '../../../test/afspraken.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

describe('CTR-11, ROL-10: kernpartner op de pagina', () => {
  test('aanwijzen, zien, filteren, uitvoeren en beëindigen', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    await maakAanbieder(ctx, { agb: '98990108', naam: 'Dijk' })
    const wit = await maakPersoon(ctx, 'M. de Wit')
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pad = `/aanbieders/${veen}/kernpartner`
    const antwoord = await post(pad, { aanspreekpuntId: wit, motivering: 'Levert in drie domeinen.' })
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([
      303,
      `/aanbieders/${veen}/gegevens?gedaan=kernpartner#kernpartner`,
    ])
    expect(await lees(get(`/aanbieders/${veen}`))).toContain('<b>Kernpartner</b>, aanspreekpunt M. de Wit.')
    const gegevens = await lees(get(`/aanbieders/${veen}/gegevens`))
    expect(gegevens).toContain(
      'Kernpartner sinds zo 22 nov 2026; M. de Wit is het aanspreekpunt voor alle domeinen en overeenkomsten.',
    )
    expect(gegevens).toContain('Levert in drie domeinen.')
    const lijst = await lees(get('/aanbieders?soort=kernpartner'))
    expect(lijst).toContain('<b>1 aanbieder</b>')
    expect(lijst).toContain('/aanbieders.csv?soort=kernpartner')
    expect(await lees(get('/aanbieders.csv'))).toMatch(/Stichting Veenlicht;.*;ja;M\. de Wit;/)
    expect(await lees(get(pad))).toContain('Kernpartnerschap beëindigen')
    expect((await post(`${pad}/beeindigen`)).status).toBe(303)
    expect(await lees(get(`/aanbieders/${veen}`))).not.toContain('<b>Kernpartner</b>')
    expect(await lees(get(pad))).toContain('zo 22 nov 2026 tot en met zo 22 nov 2026')
    expect((await post(`${pad}/beeindigen`)).status).toBe(409)
  })

  test('een fout staat bij het veld, en wat is getypt blijft staan', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    const backoffice = await maakPersoon(ctx, 'T. Molenaar', 'backoffice')
    const { post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    for (const [velden, fout] of [
      [{ aanspreekpuntId: '', motivering: 'Groot.' }, '<a href="#veld-aanspreekpuntId">Kies wie het aanspreekpunt is'],
      [
        { aanspreekpuntId: backoffice, motivering: 'Groot.' },
        '<a href="#veld-aanspreekpuntId">Kies iemand die contracten mag beheren.',
      ],
    ] as const) {
      const antwoord = await post(`/aanbieders/${veen}/kernpartner`, velden)
      expect(antwoord.status).toBe(422)
      const html = await lees(antwoord)
      expect(html).toContain(fout)
      expect(html).toContain('Groot.</textarea>')
    }
  })

  test('alle overeenkomsten van een kernpartner, over de domeinen heen', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    await maakOvereenkomst(ctx)
    await maakOvereenkomst(ctx, {
      overeenkomst: 'JW-1',
      productcategorie: '45',
      productcode: '45A48',
      product: 'Jeugdhulp',
    })
    const { get } = await makeTestApp({ ctx, rol: 'beleid' })
    const html = await lees(get(`/aanbieders/${veen}/overeenkomsten`))
    expect(html).toMatch(/In twee domeinen: 1 (Wmo en zorg|Jeugd) en 1 (Wmo en zorg|Jeugd)\./)
    expect((await get(`/aanbieders/${veen}/kernpartner`)).status).toBe(403)
  })
})
