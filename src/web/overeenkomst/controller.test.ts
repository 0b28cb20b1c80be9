import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst, maakPersoon } from '../../../test/afspraken.ts'
import { als, test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { voegContactpersoonToe } from '../../domain/plan/aanbieder/bewaar-contactpersoon.ts'
import { listFuncties } from '../../domain/plan/overeenkomst/queries.ts'
import { narrow } from '../../platform/transaction.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

describe('lijst van overeenkomsten', () => {
  test('toont stand, looptijd en geld; filter en uitvoer houden de keuze', async ({ ctx }) => {
    await maakAanbieder(ctx)
    const id = await maakOvereenkomst(ctx)
    await maakOvereenkomst(ctx, { overeenkomst: 'ZW-OUD', einddatum: '2025-12-31', agb: '99999999' })
    await sql`insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
      values (${ctx.regioId}, '98990101', '2026-01-01', ${id}, 1, 36572000)`.execute(ctx.db)
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const html = await lees(get('/overeenkomsten'))
    expect(html).toContain('2 overeenkomsten')
    expect(html).toContain(`<a href="/overeenkomsten/${id}">ZW-HO-001</a>`)
    expect(html).toContain('89,2%')
    expect(html).toContain('nog niet bekend (AGB 99999999)')
    const loopt = await lees(get('/overeenkomsten?fase=loopt&sorteer=looptTot'))
    expect(loopt).toContain('1 overeenkomst</b> die lopen')
    expect(loopt).toContain('/overeenkomsten.csv?fase=loopt&amp;sorteer=looptTot')
    expect(await (await get('/overeenkomsten.csv?fase=afgelopen')).text()).toContain('ZW-OUD;Inkoop;Wmo en zorg;')
    expect(await lees(get('/overeenkomsten?fase=verlengd'))).toContain('Geen overeenkomsten in deze keuze')
    expect(await lees(get('/overeenkomsten?zoek=zw'))).toContain('Zoek met ten minste drie letters')
  })
})

describe('één overeenkomst', () => {
  test('CTR-01: één pagina beantwoordt de zeven vragen', async ({ ctx }) => {
    const aanbieder = await maakAanbieder(ctx)
    const id = await maakOvereenkomst(ctx)
    await voegContactpersoonToe(ctx, aanbieder, {
      naam: 'Annemiek Bruin',
      functie: '',
      email: '',
      telefoon: '0299 000 115',
    })
    await sql`insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
      values (${ctx.regioId}, '98990101', '2026-01-01', ${id}, 1, 10000000), (${ctx.regioId}, '98990101', '2026-02-01', ${id}, 1, 10000000)`.execute(
      ctx.db,
    )
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const html = await lees(get(`/overeenkomsten/${id}`))
    for (const [vraag, antwoord] of [
      ['Met wie', 'Stichting Veenlicht</a>'],
      ['Waarvoor', 'Huishoudelijke ondersteuning basis'],
      ['Wie belt u', 'Annemiek Bruin, 0299 000 115'],
      ['Tot wanneer', 'vr 31 dec 2027 · over 404 dagen'],
      ['Wanneer verlengen', 'Besluit uiterlijk wo 30 jun 2027'],
      ['Waar te vinden', 'nummer ZW-HO-001'],
      ['Hoeveel ruimte', '€ 210.000 van € 410.000'],
    ]) {
      expect(html, vraag).toContain(`<dt>${vraag!}</dt>`)
      expect(html, vraag).toContain(antwoord)
    }
    expect(html).toContain('namens twee gemeenten')
    // € 200.000 in 59 of 365 days
    expect(html).toContain('Verwacht wordt € 1.237.288')
    expect(html).toContain(
      'Er ontbreken nog: contracteigenaar, contractmanager, vaste achtervanger en realisatie- en verificatiemanager.',
    )
    for (const deel of ['producten', 'geld', 'functies']) {
      const antwoord = await get(`/overeenkomsten/${id}/${deel}`)
      expect(antwoord.status, deel).toBe(200)
    }
    expect(await lees(get(`/overeenkomsten/${id}/producten`))).toContain('€ 37,59')
  })

  test('CTR-10: een verstreken beslisdag is te laat, en zonder opties is er niets te verlengen', async ({ ctx }) => {
    await maakAanbieder(ctx)
    const laat = await maakOvereenkomst(ctx, { einddatum: '2026-12-31' })
    const geen = await maakOvereenkomst(ctx, { overeenkomst: 'ZW-2', verlengingen: 0, verlengingMaanden: 0 })
    const { get } = await makeTestApp({ ctx, rol: 'beleid' })
    expect(await lees(get(`/overeenkomsten/${laat}`))).toContain('Besluit uiterlijk di 30 jun 2026, 145 dagen te laat')
    expect(await lees(get(`/overeenkomsten/${geen}`))).toContain('er zijn geen opties afgesproken')
  })

  test('LIF-06: de stand staat in woorden in de kop', async ({ ctx }) => {
    await maakAanbieder(ctx)
    const straks = await maakOvereenkomst(ctx, { begindatum: '2027-01-01' })
    const af = await maakOvereenkomst(ctx, { overeenkomst: 'ZW-2', einddatum: '2026-11-20' })
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect(await lees(get(`/overeenkomsten/${straks}`))).toContain(
      'In <b>implementatie</b>: gaat in op vr 1 jan 2027, over 40 dagen.',
    )
    expect(await lees(get(`/overeenkomsten/${af}`))).toContain('<b>Afgelopen</b> op vr 20 nov 2026, 2 dagen geleden.')
  })

  test('ROL-23: functies toewijzen en intrekken; een fout geeft de pagina terug met een zin', async ({ ctx }) => {
    await maakAanbieder(ctx)
    const id = await maakOvereenkomst(ctx)
    const wit = await maakPersoon(ctx, 'M. de Wit')
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pad = `/overeenkomsten/${id}/functies`
    const antwoord = await post(pad, { functie: 'contractmanager', gebruikerId: wit })
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, `${pad}?gedaan=toegewezen`])
    const fout = await post(pad, { functie: 'achtervanger', gebruikerId: wit })
    expect([fout.status, (await fout.text()).includes('kan niet tegelijk')]).toEqual([422, true])
    expect((await post(pad, { functie: 'baas', gebruikerId: wit })).status).toBe(422)
    expect(await lees(get(pad))).toContain('M. de Wit')
    await post(`${pad}/intrekken`, { functie: 'contractmanager', gebruikerId: wit })
    expect(await listFuncties(ctx, id)).toEqual([])
  })

  test('een ander ziet geen formulier en krijgt 403; een vreemde aanbieder 404', async ({ ctx }) => {
    await maakAanbieder(ctx)
    const id = await maakOvereenkomst(ctx)
    const beleid = await makeTestApp({ ctx, rol: 'beleid' })
    expect(await lees(beleid.get(`/overeenkomsten/${id}/functies`))).not.toContain('Functie toewijzen')
    expect((await beleid.post(`/overeenkomsten/${id}/functies`, { functie: 'rvm', gebruikerId: id })).status).toBe(403)
    expect((await beleid.get('/overeenkomsten/inlezen')).status).toBe(403)
    const vreemd = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990999' })
    await narrow(als(ctx, 'aanbieder', '98990999'))
    for (const deel of ['', '/producten', '/geld', '/functies']) {
      expect((await vreemd.get(`/overeenkomsten/${id}${deel}`)).status).toBe(404)
    }
  })
})
