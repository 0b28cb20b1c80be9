import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst } from '../../../test/afspraken.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { controleerCertificaten } from '../../domain/check/bevinding/controleer-certificaten.ts'
import { voegCertificaatToe } from '../../domain/plan/aanbieder/bewaar-certificaat.ts'
import { listCertificaten } from '../../domain/plan/aanbieder/list-certificaten.ts'
import type { Context } from '../../platform/context.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')
const hkz = {
  naam: 'HKZ',
  instelling: 'Keurmerkinstituut',
  nummer: 'K-1',
  geldigVan: '1 dec 2023',
  geldigTot: '30-11-2026',
}

const certificaat = (ctx: Context, aanbiederId: string, naam: string, tot: string) => {
  const geldigTot = Temporal.PlainDate.from(tot)
  return voegCertificaatToe(ctx, aanbiederId, {
    naam,
    instelling: '',
    nummer: '',
    geldigVan: geldigTot.subtract({ years: 3 }),
    geldigTot,
  })
}

describe('CTR-13: certificaten op de pagina', () => {
  test('toevoegen, verbeteren en weghalen', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pad = `/aanbieders/${veen}/certificaten`
    const antwoord = await post(pad, hkz)
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([
      303,
      `/aanbieders/${veen}/gegevens?gedaan=certificaat#certificaten`,
    ])
    const html = await lees(get(`/aanbieders/${veen}/gegevens?gedaan=certificaat`))
    for (const tekst of [
      'Het certificaat is vastgelegd.',
      '1 dec 2023 tot en met 30 nov 2026',
      'verloopt binnenkort',
      'HKZ verloopt na ma 30 nov 2026, over 8 dagen.',
    ])
      expect(html).toContain(tekst)
    const [vast] = await listCertificaten(ctx, veen)
    expect(await lees(get(`${pad}/${vast!.id}`))).toContain('value="30 nov 2026"')
    await post(`${pad}/${vast!.id}`, { ...hkz, geldigTot: '30 november 2027' })
    expect((await listCertificaten(ctx, veen))[0]!.geldigTot.toString()).toBe('2027-11-30')
    await post(`${pad}/${vast!.id}/verwijderen`)
    expect(await listCertificaten(ctx, veen)).toEqual([])
  })

  test.for<[Record<string, string>, string, string]>([
    [{ naam: '' }, 'naam', 'Vul de naam van het certificaat in'],
    [{ geldigTot: '' }, 'geldigTot', 'Vul de laatste dag in'],
    [{ geldigVan: '31 feb 2026' }, 'geldigVan', 'Vul een bestaande datum in'],
    [{ geldigTot: '1 jan 2020' }, 'geldigTot', 'De laatste dag ligt voor de eerste dag'],
  ])('een fout staat bij het veld: %j', async ([anders, veld, melding], { ctx }) => {
    const veen = await maakAanbieder(ctx)
    const { post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const antwoord = await post(`/aanbieders/${veen}/certificaten`, { ...hkz, ...anders })
    expect(antwoord.status).toBe(422)
    const html = await lees(antwoord)
    expect(html).toContain(`<a href="#veld-${veld}">${melding}`)
    expect(html).toContain('value="Keurmerkinstituut"')
    expect(await listCertificaten(ctx, veen)).toEqual([])
  })

  test('verlopen en bijna verlopen staan op de kaart en op Vandaag, bij wie de aanbieder beheert', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    await maakOvereenkomst(ctx, { einddatum: '2026-12-31' })
    await certificaat(ctx, veen, 'HKZ', '2026-11-01')
    await certificaat(ctx, veen, 'ISO 9001', '2026-12-15')
    await certificaat(ctx, veen, 'Keurmerk Zorg', '2028-12-15')
    await controleerCertificaten(ctx)
    const { get, gebruikerId } = await makeTestApp({ ctx, rol: 'contractmanager' })
    await sql`update aanbieder set contractmanager_id = ${gebruikerId} where id = ${veen}`.execute(ctx.db)

    const kaart = await lees(get(`/aanbieders/${veen}`))
    expect(kaart).toContain('Certificaat HKZ is verlopen')
    expect(kaart).toContain('Certificaat ISO 9001 verloopt')
    expect(kaart).not.toContain('Keurmerk Zorg verloopt')
    // what has a day comes in the order of the days, whatever it is
    expect(kaart).toMatch(
      /te laat.*Besluit over verlenging van.*Certificaat HKZ is verlopen.*Certificaat ISO 9001 verloopt/s,
    )
    const [mij = ''] = (await lees(get('/'))).split(/<h2>(?:Van mijn team|In de regio) /)
    expect(mij).toContain('1 bevinding bij Stichting Veenlicht')
    expect(mij).toContain('Certificaat HKZ is verlopen')
    expect(mij).toContain('Certificaat ISO 9001 van Stichting Veenlicht verloopt')
    expect(mij).not.toContain('Certificaat HKZ van Stichting Veenlicht verloopt')
    expect(mij).not.toContain('Keurmerk Zorg')

    const bevindingen = await lees(get('/bevindingen?bron=certificaat'))
    expect(bevindingen).toContain('Certificaat HKZ is verlopen')
    const pad = /\/bevindingen\/[0-9a-f-]{36}/.exec(bevindingen)![0]
    expect(await lees(get(pad))).toContain('geldig tot en met 1 november 2026')

    const beleid = await lees((await makeTestApp({ ctx, rol: 'beleid' })).get('/'))
    expect(beleid).not.toContain('ISO 9001')
    const eigen = await lees((await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })).get('/'))
    expect(eigen).toContain('Stuur het nieuwe certificaat naar uw contractmanager.')
  })

  test('wie niet mag wijzigen leest mee en krijgt 403', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    const id = await certificaat(ctx, veen, 'HKZ', '2028-11-01')
    const { get, post } = await makeTestApp({ ctx, rol: 'beleid' })
    const html = await lees(get(`/aanbieders/${veen}/gegevens`))
    expect(html).toContain('HKZ')
    expect(html).not.toContain('Certificaat toevoegen')
    expect((await get(`/aanbieders/${veen}/certificaten`)).status).toBe(403)
    expect((await post(`/aanbieders/${veen}/certificaten`, hkz)).status).toBe(403)
    expect((await post(`/aanbieders/${veen}/certificaten/${id}/verwijderen`)).status).toBe(403)
  })
})
