import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst, maakPersoon } from '../../../test/afspraken.ts'
import { als, test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { voegContactpersoonToe } from '../../domain/plan/aanbieder/bewaar-contactpersoon.ts'
import { listContactpersonen } from '../../domain/plan/aanbieder/list-contactpersonen.ts'
import { findAanbieder } from '../../domain/plan/aanbieder/queries.ts'
import { bewaarTellingen } from '../../domain/check/kpi/bewaar-tellingen.ts'
import type { Context } from '../../platform/context.ts'
import { narrow } from '../../platform/transaction.ts'

const KOP = 'agb;kvk;naam;rechtsvorm;plaats;grootteklasse;medewerkers;contractVan'
const rij = '98990108;00331217;"Dijk & <Doen>";coöperatie;Edam;klein;16;2024-01-01'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

function formulier(inhoud: string, velden: Record<string, string> = {}) {
  const formulier = new FormData()
  formulier.set('bestand', new File([inhoud], 'aanbieders.csv', { type: 'text/csv' }))
  for (const [naam, waarde] of Object.entries(velden)) formulier.set(naam, waarde)
  return formulier
}

async function maakCijfers(ctx: Context, aanbiederId: string, overeenkomstId: string) {
  await sql`insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
    values (${ctx.regioId}, '98990101', '2026-01-01', ${overeenkomstId}, 1, 36572000)`.execute(ctx.db)
  await sql`with b as (insert into kpi_berekening (regio_id, jaar, periode_van, periode_tot, peildatum, voorlopig, berekend_op,
      berekend_door, invoer, vingerafdruk) values (${ctx.regioId}, 2025, '2025-01-01', '2025-12-31', '2026-03-01', false, ${ctx.now}, 'x', '{}', '\\x00')
      returning id)
    insert into kpi_uitkomst (regio_id, berekening_id, jaar, kpi, agb, aanbieder_id, subregio_id, clienten_in_zorg, n, teller, waarde,
      oordeel, uitgesloten, regelsetdeel_id)
    select ${ctx.regioId}, b.id, 2025, 'start-zorg', '98990101', ${aanbiederId}, s.id, 40, 37, 22, '59.4', 'onvoldoende', '{}', r.id
    from b, regelsetdeel r, subregio s where r.deel = 'kpi-start-zorg' and r.regio_id = ${ctx.regioId}
      and s.regio_id = ${ctx.regioId} and s.volgorde = 0`.execute(ctx.db)
  const { rows } = await sql<{ id: string }>`select id from kpi_berekening where regio_id = ${ctx.regioId}`.execute(
    ctx.db,
  )
  await bewaarTellingen(ctx, rows[0]!.id, 10)
}

describe('lijst van aanbieders', () => {
  test('toont wat opvalt, met filter, aantallen en een uitvoer die de keuze houdt', async ({ ctx }) => {
    const id = await maakAanbieder(ctx)
    await maakCijfers(ctx, id, await maakOvereenkomst(ctx))
    await maakAanbieder(ctx, { agb: '98990108', naam: 'Dijk', plaats: 'Edam', grootteklasse: 'klein' })
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const html = await lees(get('/aanbieders'))
    expect(html).toContain('2 aanbieders')
    expect(html).toContain(`<a href="/aanbieders/${id}">Stichting Veenlicht</a>`)
    expect(html).toContain('89,2%')
    expect(html).toContain('geen achtervanger')
    expect(html).toContain('onvoldoende')
    expect(html).toContain('Contractmanager instellen')
    expect(html).not.toContain('Aanbieders inlezen')

    const gefilterd = await lees(get('/aanbieders?grootte=klein&zoek=dijk'))
    expect(gefilterd).toContain('1 aanbieder')
    expect(gefilterd).not.toContain('Veenlicht')
    expect(gefilterd).toContain('/aanbieders.xlsx?zoek=dijk&amp;grootte=klein')
    expect(await lees(get('/aanbieders?zoek=zz'))).toContain('Zoek met ten minste drie letters')
  })

  test('uitvoer als CSV en als Excel-bestand', async ({ ctx }) => {
    await maakAanbieder(ctx)
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const csv = await get('/aanbieders.csv')
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="aanbieders-2026-11-22.csv"')
    expect(await csv.text()).toContain('Stichting Veenlicht;98990101;99331200;Purmerend;groot;343')
    expect((await get('/aanbieders.xlsx')).headers.get('content-type')).toContain('spreadsheetml')
  })

  test('een aanbieder ziet alleen zichzelf', async ({ ctx }) => {
    await maakAanbieder(ctx)
    const dijk = await maakAanbieder(ctx, { agb: '98990108', naam: 'Dijk' })
    const { get } = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })
    // the test's own transaction is already open, so it is narrowed here
    await narrow(als(ctx, 'aanbieder', '98990101'))
    expect(await lees(get('/aanbieders'))).toContain('1 aanbieder')
    expect((await get(`/aanbieders/${dijk}`)).status).toBe(404)
  })
})

describe('één aanbieder', () => {
  test('CTR-04: alles op één pagina: KPI’s, wat nu, contactpersonen en tijdlijn; elk deel een eigen pagina', async ({
    ctx,
  }) => {
    const id = await maakAanbieder(ctx)
    await maakCijfers(ctx, id, await maakOvereenkomst(ctx))
    await voegContactpersoonToe(ctx, id, {
      naam: 'Annemiek Bruin',
      functie: 'directeur',
      email: '',
      telefoon: '0299 000 115',
    })
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const html = await lees(get(`/aanbieders/${id}`))
    expect(html).toContain('<h1>Stichting Veenlicht</h1>')
    expect(html).toContain('59,4%')
    expect(html).toContain(
      'In 2025 ligt onder de norm: continuïteit: start zorg in de enige subregio met genoeg gevallen.',
    )
    expect(html).toContain('Annemiek Bruin')
    expect(html).toContain('Contractmanager aanwijzen')
    expect(html).toContain('Besluit over verlenging van ZW-HO-001')
    expect(html).toContain('ging in')
    for (const deel of ['overeenkomsten', 'kpis', 'bevindingen', 'gebeurtenissen', 'gegevens']) {
      const antwoord = await get(`/aanbieders/${id}/${deel}`)
      expect(antwoord.status, deel).toBe(200)
      expect(await antwoord.text()).toContain('aria-current="page"')
    }
  })

  test('wat er niet is, is 404', async ({ ctx }) => {
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect((await get('/aanbieders/00000000-0000-7000-8000-000000000000')).status).toBe(404)
    expect((await get('/aanbieders/geen-id')).status).toBe(404)
  })

  test('ROL-06: contractmanager vastleggen; dezelfde persoon twee keer geeft de pagina terug met een zin', async ({
    ctx,
  }) => {
    const id = await maakAanbieder(ctx)
    const wit = await maakPersoon(ctx, 'M. de Wit')
    const postma = await maakPersoon(ctx, 'L. Postma')
    const { post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const fout = await post(`/aanbieders/${id}/gegevens`, { contractmanagerId: wit, achtervangerId: wit })
    expect(fout.status).toBe(422)
    expect(await fout.text()).toContain('twee personen')
    const goed = await post(`/aanbieders/${id}/gegevens`, { contractmanagerId: wit, achtervangerId: postma })
    expect([goed.status, goed.headers.get('location')]).toEqual([
      303,
      `/aanbieders/${id}/gegevens?gedaan=contractmanager`,
    ])
    expect(await findAanbieder(ctx, id)).toMatchObject({ contractmanager: 'M. de Wit', achtervanger: 'L. Postma' })
  })

  test('CTR-04: contactpersoon toevoegen, wijzigen en weghalen; fouten staan bij het veld', async ({ ctx }) => {
    const id = await maakAanbieder(ctx)
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect((await get(`/aanbieders/${id}/contactpersonen`)).status).toBe(200)
    const fout = await post(`/aanbieders/${id}/contactpersonen`, { naam: '', functie: '', email: 'x', telefoon: '' })
    expect(fout.status).toBe(422)
    const html = await fout.text()
    expect(html).toContain('href="#veld-naam"')
    expect(html).toContain('Vul een e-mailadres in, bijvoorbeeld naam@aanbieder.nl')
    await post(`/aanbieders/${id}/contactpersonen`, { naam: 'A. Bruin', functie: '', email: 'a@b.nl', telefoon: '' })
    const [persoon] = await listContactpersonen(ctx, id)
    expect(await lees(get(`/aanbieders/${id}/contactpersonen/${persoon!.id}`))).toContain('A. Bruin')
    await post(`/aanbieders/${id}/contactpersonen/${persoon!.id}`, {
      naam: 'A. de Bruin',
      functie: '',
      email: 'a@b.nl',
      telefoon: '',
    })
    expect(await listContactpersonen(ctx, id)).toMatchObject([{ naam: 'A. de Bruin' }])
    await post(`/aanbieders/${id}/contactpersonen/${persoon!.id}/verwijderen`)
    expect(await listContactpersonen(ctx, id)).toEqual([])
  })

  test('wie niet mag wijzigen ziet geen knoppen en krijgt 403', async ({ ctx }) => {
    const id = await maakAanbieder(ctx)
    const { get, post } = await makeTestApp({ ctx, rol: 'toezichthouder' })
    const html = await lees(get(`/aanbieders/${id}/gegevens`))
    expect(html).not.toContain('Contactpersoon toevoegen')
    expect(html).not.toContain('name="contractmanagerId"')
    expect((await post(`/aanbieders/${id}/gegevens`, { contractmanagerId: '' })).status).toBe(403)
    expect((await get(`/aanbieders/${id}/contactpersonen`)).status).toBe(403)
    expect((await get('/aanbieders/inlezen')).status).toBe(403)
  })
})

describe('contractmanager voor veel aanbieders tegelijk', () => {
  test('ROL-06: kiezen, vastleggen en wat er niet kan', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    const dijk = await maakAanbieder(ctx, { agb: '98990108', naam: 'Dijk' })
    const wit = await maakPersoon(ctx, 'M. de Wit')
    const { get, post } = await makeTestApp({ ctx, rol: 'contractbeheerder' })
    expect(await lees(get('/aanbieders/contractmanager'))).toContain('2 aanbieders')
    expect((await post('/aanbieders/contractmanager', { contractmanagerId: wit, achtervangerId: 'laat' })).status).toBe(
      422,
    )
    const fout = await post('/aanbieders/contractmanager', {
      contractmanagerId: wit,
      achtervangerId: wit,
      aanbieder: veen,
    })
    expect([fout.status, (await fout.text()).includes('twee personen')]).toEqual([422, true])

    const antwoord = await post('/aanbieders/contractmanager', {
      contractmanagerId: wit,
      achtervangerId: 'laat',
      aanbieder: dijk,
    })
    expect(antwoord.headers.get('location')).toBe('/aanbieders/contractmanager?gedaan=1')
    expect(await findAanbieder(ctx, dijk)).toMatchObject({ contractmanager: 'M. de Wit' })
    expect(await lees(get('/aanbieders/contractmanager?gedaan=1'))).toContain('Eén aanbieder is gewijzigd.')
  })
})

describe('aanbieders inlezen', () => {
  test('eerst bekijken, dan vastleggen; een tweede keer verandert niets', async ({ ctx }) => {
    const { get, postFormulier } = await makeTestApp({ ctx, rol: 'contractbeheerder' })
    expect(await lees(get('/aanbieders/inlezen'))).toContain('agb, kvk, naam')
    const voorbeeld = await postFormulier('/aanbieders/inlezen', formulier(`${KOP}\n${rij}\n`))
    expect(voorbeeld.status).toBe(200)
    const html = await lees(voorbeeld)
    expect(html).toContain('1 rij nieuw')
    expect(html).toContain('Dijk &amp; &lt;Doen&gt;')
    expect((await sql`select from aanbieder where regio_id = ${ctx.regioId}`.execute(ctx.db)).rows).toHaveLength(0)

    const inhoud = /name="inhoud" value="([^"]+)"/.exec(html)![1]!
    const bevestiging = new FormData()
    bevestiging.set('stap', 'bevestigen')
    bevestiging.set('inhoud', inhoud)
    const antwoord = await postFormulier('/aanbieders/inlezen', bevestiging)
    expect(antwoord.headers.get('location')).toBe('/aanbieders/inlezen?nieuw=1&gewijzigd=0&ongewijzigd=0')
    expect(await lees(get('/aanbieders/inlezen?nieuw=1&gewijzigd=0&ongewijzigd=0'))).toContain('1 rijen nieuw'.slice(2))
    expect((await sql`select from aanbieder where regio_id = ${ctx.regioId}`.execute(ctx.db)).rows).toHaveLength(1)
    expect(await lees(postFormulier('/aanbieders/inlezen', formulier(`${KOP}\n${rij}\n`)))).toContain(
      'Alles in dit bestand is al bekend.',
    )
  })

  test('een fout bestand: elke foute rij met een zin, en niets wordt vastgelegd', async ({ ctx }) => {
    const { postFormulier } = await makeTestApp({ ctx, rol: 'contractbeheerder' })
    const antwoord = await postFormulier(
      '/aanbieders/inlezen',
      formulier(`${KOP}\n${rij.replace('00331217', '331217')}\n`),
    )
    expect(antwoord.status).toBe(422)
    expect(await lees(antwoord)).toContain(
      'Het KvK-nummer moet uit 8 cijfers bestaan. Controleer of voorloopnullen zijn weggevallen.',
    )
    const leeg = await postFormulier('/aanbieders/inlezen', new FormData())
    expect([leeg.status, (await lees(leeg)).includes('Kies een bestand')]).toEqual([422, true])
  })

  test('zonder geldig formulierteken gebeurt er niets', async ({ ctx }) => {
    const { postFormulier } = await makeTestApp({ ctx, rol: 'contractbeheerder' })
    expect((await postFormulier('/aanbieders/inlezen', formulier(`${KOP}\n${rij}\n`, { csrf: 'fout' }))).status).toBe(
      403,
    )
  })
})
