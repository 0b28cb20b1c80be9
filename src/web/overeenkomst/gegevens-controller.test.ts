import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst } from '../../../test/afspraken.ts'
import { als, test as base } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { listProducten } from '../../domain/plan/overeenkomst/list-producten.ts'
import { findOvereenkomst } from '../../domain/plan/overeenkomst/queries.ts'
import { narrow } from '../../platform/transaction.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

const test = base.extend<{ id: string; pad: string }>({
  id: async ({ ctx }, use) => {
    await maakAanbieder(ctx)
    await use(await maakOvereenkomst(ctx))
  },
  pad: async ({ id }, use) => {
    await use(`/overeenkomsten/${id}/gegevens`)
  },
})

const leeg = {
  versie: '0',
  relatietype: 'inkoop',
  motiveringJuridisch: '',
  motiveringBeleid: '',
  domeinKeuze: '',
  vindplaats: '',
  budgetkader: '',
  beleidskader: '',
}
const subsidie = {
  ...leeg,
  relatietype: 'subsidie',
  motiveringJuridisch: 'Geen bezwarende titel.',
  motiveringBeleid: 'Het veld bepaalt hoe.',
}

describe('gegevens van een overeenkomst', () => {
  test('CTR-01, CTR-05, CTR-06, ORG-10, ORG-13: wat is vastgelegd staat op de pagina, in de lijst en in de uitvoer', async ({
    ctx,
    id,
    pad,
  }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const voor = await lees(get(`/overeenkomsten/${id}`))
    expect(voor).toContain('De keuze voor inkoop of subsidie is nog niet gemotiveerd.')
    expect(voor).toContain('Wmo en zorg <span class="ov-stil">volgt uit de producten</span>')
    const [product] = await listProducten(ctx, id)
    const antwoord = await post(pad, {
      ...subsidie,
      domeinKeuze: 'sport',
      vindplaats: 'https://archief.example/zaak/Z-2023-00418',
      budgetkader: 'Programma 4',
      beleidskader: 'Beleidsplan 2024–2027',
      [`vorm-${product!.id}`]: 'taakgericht',
    })
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, `/overeenkomsten/${id}?gedaan=gewijzigd`])
    const html = await lees(get(`/overeenkomsten/${id}?gedaan=gewijzigd`))
    for (const tekst of [
      'De gegevens zijn vastgelegd.',
      '<a href="https://archief.example/zaak/Z-2023-00418" rel="noreferrer noopener external">',
      'Geen bezwarende titel.',
      'Het veld bepaalt hoe.',
      'Taakgericht',
      'Programma 4',
      'Beleidsplan 2024–2027',
    ])
      expect(html).toContain(tekst)
    expect(await lees(get('/overeenkomsten?relatietype=subsidie&domein=sport'))).toContain('1 overeenkomst</b>')
    expect(await lees(get('/overeenkomsten?domein=wmo'))).toContain('Geen overeenkomsten in deze keuze')
    expect(await lees(get('/overeenkomsten.csv?domein=sport'))).toContain('ZW-HO-001;Subsidie;Sport;')
    expect(await lees(get(`/overeenkomsten/${id}/producten`))).toContain('Taakgericht')
  })

  test('een vindplaats die geen veilig adres is, wordt geen link', async ({ ctx, id, pad }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contractbeheerder' })
    await post(pad, { ...leeg, vindplaats: 'javascript:alert(1)' })
    const html = await lees(get(`/overeenkomsten/${id}`))
    expect(html).toContain('javascript:alert(1)')
    expect(html).not.toContain('href="javascript:')
  })

  test.for<[Record<string, string>, string, string]>([
    [{ ...subsidie, motiveringBeleid: '' }, 'motiveringBeleid', 'Schrijf het argument uit het beleid op.'],
    [{ ...subsidie, relatietype: '' }, 'relatietype', 'Kies inkoop of subsidie'],
    [{ ...subsidie, vindplaats: 'x'.repeat(501) }, 'vindplaats', 'Gebruik hooguit 500 tekens'],
    [
      { ...subsidie, 'vorm-11111111-1111-4111-8111-111111111111': 'x' },
      'vorm-11111111-1111-4111-8111-111111111111',
      'Kies een bekostigingsvorm uit de lijst',
    ],
  ])(
    'een fout staat bij het veld, en wat is getypt blijft staan: %#',
    async ([velden, veld, melding], { ctx, id, pad }) => {
      const { post } = await makeTestApp({ ctx, rol: 'contractmanager' })
      const antwoord = await post(pad, velden)
      expect(antwoord.status).toBe(422)
      const html = await lees(antwoord)
      expect(html).toContain(`<a href="#veld-${veld}">${melding}`)
      expect(html).toContain('Geen bezwarende titel.')
      expect((await findOvereenkomst(ctx, id)).relatietype).toBe('inkoop')
    },
  )

  test('twee mensen tegelijk: de tweede leest wat er is gewijzigd en verliest niets', async ({ ctx, id, pad }) => {
    const aylin = await makeTestApp({ ctx, rol: 'contractbeheerder', naam: 'Aylin Kaya' })
    const wit = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Marloes de Wit' })
    await aylin.post(pad, { ...leeg, vindplaats: 'kast 3', domeinKeuze: 'sport' })
    const antwoord = await wit.post(pad, { ...subsidie, vindplaats: 'kast 4' })
    expect(antwoord.status).toBe(409)
    const html = await lees(antwoord)
    expect(html).toContain('Aylin Kaya heeft deze gegevens gewijzigd terwijl u bezig was.')
    expect(html).toContain('vindplaats wordt kast 3')
    expect(html).toContain('<b>Nu vastgelegd: kast 3.</b>')
    expect(html).toContain('<b>Nu vastgelegd: Sport.</b>')
    expect(html).toContain('value="kast 4"')
    expect(html).toContain('Geen bezwarende titel.')
    expect(html).toContain('name="versie" value="1"')
    expect((await findOvereenkomst(ctx, id)).vindplaats).toBe('kast 3')
    expect((await wit.post(pad, { ...subsidie, versie: '1', vindplaats: 'kast 4' })).status).toBe(303)
    expect(await findOvereenkomst(ctx, id)).toMatchObject({
      vindplaats: 'kast 4',
      domeinKeuze: null,
      gegevensVersie: 2,
    })
  })

  test('wie niet mag wijzigen ziet geen link en krijgt 403; een aanbieder leest alleen wat van hem is', async ({
    ctx,
    id,
    pad,
  }) => {
    await (
      await makeTestApp({ ctx, rol: 'contractmanager' })
    ).post(pad, { ...subsidie, vindplaats: 'kast 3', budgetkader: 'Programma 4' })
    for (const rol of ['contracteigenaar', 'beleid'] as const) {
      const { get, post } = await makeTestApp({ ctx, rol })
      expect(await lees(get(`/overeenkomsten/${id}`))).not.toContain('Gegevens wijzigen')
      expect((await get(pad)).status).toBe(403)
      expect((await post(pad, leeg)).status).toBe(403)
    }
    const eigen = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })
    await narrow(als(ctx, 'aanbieder', '98990101'))
    const html = await lees(eigen.get(`/overeenkomsten/${id}`))
    expect(html).toContain('Subsidie')
    for (const geheim of ['Geen bezwarende titel', 'kast 3', 'Programma 4', 'niet gemotiveerd'])
      expect(html).not.toContain(geheim)
  })
})
