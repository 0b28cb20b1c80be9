import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { BSN, xml301, xml305, xml323 } from '../../../test/builders-bericht.ts'
import { EICAR, startClamd } from '../../../test/clamd.ts'
import { beoordeel, lever, maakAfspraken } from '../../../test/inlezen.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import type { Context } from '../../platform/context.ts'
import { makeClock } from '../../platform/clock.ts'
import { findSessie, startSessie } from '../../platform/sessie.ts'

const lees = async (antwoord: Response | Promise<Response>) =>
  (await (await antwoord).text()).replaceAll('\u00a0', ' ').replaceAll('<wbr/>', '')

async function ids(ctx: Context) {
  const { rows } = await sql<{ id: number; soort: string; oordeel: string }>`select id, soort, oordeel from bericht
    where regio_id = ${ctx.regioId} order by id`.execute(ctx.db)
  return rows
}

async function rondes(ctx: Context) {
  const { rows } = await sql<{ id: string; omvang: number | null; klaar: boolean; verwerkt: number; dubbel: number }>`
    select id, omvang, klaar_op is not null as klaar, verwerkt, dubbel from inleesronde where regio_id = ${ctx.regioId} order by id`.execute(
    ctx.db,
  )
  return rows
}

function bestanden(...delen: [naam: string, inhoud: string][]) {
  const formulier = new FormData()
  for (const [naam, inhoud] of delen) formulier.append('bestanden', new File([inhoud], naam))
  return formulier
}

const toewijzing = xml301({ identificatie: 'T1' })
const start = xml305({ identificatie: 'S1' })
const zonderToewijzing = xml305({ identificatie: 'S9' }, { nummer: 9999 })

describe('berichten', () => {
  test('de lijst zegt eerst wat er wacht; filter, volgorde en uitvoer houden de keuze', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(ctx, toewijzing, start, zonderToewijzing)
    const { get } = await makeTestApp({ ctx, rol: 'backoffice' })
    const html = await lees(get('/berichten'))
    expect(html).toContain('<b>1 bericht wacht</b>')
    expect(html).toContain('>T1</a>')
    expect(html).toContain('De toewijzing is niet bekend')
    expect(html).toContain('Bestanden inlezen')
    const wachtend = await lees(get('/berichten?uitkomst=wachtend&sorteer=dagtekening&richting=op'))
    expect(wachtend).toContain('>S9</a>')
    expect(wachtend).not.toContain('>T1</a>')
    expect(wachtend).toContain('/berichten.xlsx?uitkomst=wachtend&amp;sorteer=dagtekening&amp;richting=op')
    expect(await lees(get('/berichten?soort=301'))).not.toContain('>S1</a>')
    expect(await lees(get('/berichten?gemeente=0385'))).toContain('Niets gevonden')
    expect(await lees(get('/berichten?aanbieder=98990108'))).toContain('Niets gevonden')
    expect(await lees(get('/berichten?uitkomst=onzin&soort=999&pagina=x'))).toContain('>T1</a>')

    const csv = await lees(get('/berichten.csv?uitkomst=wachtend'))
    expect(csv.trim().split('\r\n')).toHaveLength(2)
    expect(csv).toContain('S9')
    expect((await get('/berichten.xlsx')).headers.get('content-type')).toContain('spreadsheetml')
  })

  test.for([
    ['/berichten?sorteer=dagtekening&richting=op', ['A', 'C', 'B']],
    ['/berichten?sorteer=dagtekening&richting=af', ['B', 'C', 'A']],
    ['/berichten?sorteer=identificatie&richting=op', ['A', 'B', 'C']],
    ['/berichten?sorteer=identificatie&richting=af', ['C', 'B', 'A']],
    ['/berichten?sorteer=ingelezen&richting=op', ['B', 'A', 'C']],
    ['/berichten?sorteer=bestaat-niet', ['C', 'A', 'B']],
  ] as const)(
    'de berichten van %s staan op volgorde, op de pagina en in het bestand',
    async ([pad, volgorde], { ctx }) => {
      await maakAfspraken(ctx)
      const bericht = (identificatie: string, dagtekening: string) => xml301({ identificatie, dagtekening })
      for (const xml of [bericht('B', '2026-03-03'), bericht('A', '2026-01-01'), bericht('C', '2026-02-02')])
        await lever(ctx, xml)
      const { get } = await makeTestApp({ ctx, rol: 'backoffice' })
      const html = await lees(get(pad))
      expect([...html.matchAll(/>([ABC])<\/a>/g)].map(([, naam]) => naam)).toEqual(volgorde)
      const csv = await lees(get(pad.replace('/berichten', '/berichten.csv')))
      expect(
        csv
          .split('\r\n')
          .slice(1, 4)
          .map((regel) => regel[0]),
      ).toEqual(volgorde)
    },
  )

  test('de leveringen: tellen, kiezen, sorteren, bladeren en uitvoeren', async ({ ctx }) => {
    await sql`insert into inleesronde (regio_id, bron, gestart_op, gestart_door, laatste_teken_op, klaar_op, bestanden, afgekeurd)
      select ${ctx.regioId}, 'web', timestamptz '2026-01-01 12:00+01' + g * interval '1 day', case when g = 60 then 'Test backoffice' else 'Aylin' end,
        now(), case when g <> 60 then now() end, g, case when g = 7 then 2 else 0 end from generate_series(1, 60) g`.execute(
      ctx.db,
    )
    const { get } = await makeTestApp({ ctx, rol: 'backoffice' })
    const html = await lees(get('/berichten/rondes'))
    expect(html).toContain('<b>60 leveringen</b>')
    expect(html).toContain('1 tot en met 50 van 60 leveringen')
    expect(html.match(/data-rij=""/g)).toHaveLength(50)
    expect(await lees(get('/berichten/rondes?pagina=2'))).toContain('51 tot en met 60 van 60 leveringen')
    const oud = await lees(get('/berichten/rondes?sorteer=gestart&richting=op'))
    expect(oud.indexOf('vr 2 jan')).toBeLessThan(oud.indexOf('za 3 jan'))
    expect(oud).toContain('/berichten/rondes?sorteer=gestart&amp;richting=op&amp;pagina=2')
    expect(await lees(get('/berichten/rondes?stand=mis'))).toContain('<b>1 levering</b> waarvan bestanden')
    expect(await lees(get('/berichten/rondes?stand=open'))).toContain('<b>1 levering</b> die niet')
    expect(await lees(get('/berichten/rondes?van=mij'))).toContain('<b>1 levering</b>')
    const csv = await lees(get('/berichten/rondes.csv?stand=mis'))
    expect(csv.trim().split('\r\n')).toEqual([
      'Levering;Door;Hoe;Bestanden;Verwerkt;Dubbel;Wachtend;Afgekeurd;Stand',
      'do 8 jan 2026, 12.00 uur;Aylin;via de pagina;7;0;0;0;2;klaar',
    ])
    expect(await lees(get('/berichten/rondes?stand=onzin&van=x&sorteer=y'))).toContain('<b>60 leveringen</b>')
  })

  test('een lege regio zegt wat hier komt te staan', async ({ ctx }) => {
    const { get } = await makeTestApp({ ctx, rol: 'backoffice' })
    expect(await lees(get('/berichten'))).toContain('Er is nog niets ingelezen')
  })

  test('wie geen berichten mag lezen, krijgt 403; wat er niet is 404', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(ctx, toewijzing)
    for (const rol of ['beleid', 'contractmanager'] as const) {
      const { get } = await makeTestApp({ ctx, rol })
      for (const pad of [
        '/berichten',
        '/berichten.csv',
        `/berichten/${(await ids(ctx))[0]!.id}`,
        '/berichten/inlezen',
        '/berichten/rondes',
        '/berichten/rondes.csv',
      ]) {
        expect([rol, pad, (await get(pad)).status]).toEqual([rol, pad, 403])
      }
    }
    const lezer = await makeTestApp({ ctx, rol: 'backoffice' })
    expect((await lezer.get('/berichten/999999999')).status).toBe(404)
    expect((await lezer.get('/berichten/abc')).status).toBe(404)
  })

  test('een bericht toont regels zonder iets persoonlijks; het label van een cliënt ziet alleen wie casussen mag zien', async ({
    ctx,
  }) => {
    await maakAfspraken(ctx)
    await lever(
      ctx,
      toewijzing,
      start,
      xml323({ identificatie: 'D1' }, { referentie: 'R1' }, { referentie: 'R2', tarief: 9999 }),
    )
    const id = async (gezocht: string) => (await ids(ctx)).find(({ soort }) => soort === gezocht)!.id
    const { rows } = await sql<{
      label: string
      id: string
    }>`select c.label, t.id from toewijzing t join client c on c.id = t.client_id
      where t.regio_id = ${ctx.regioId}`.execute(ctx.db)
    const beide = await makeTestApp({ ctx, rol: 'backoffice', naam: 'Twee rollen', ook: [{ rol: 'contractmanager' }] })
    const backoffice = await makeTestApp({ ctx, rol: 'backoffice' })
    for (const { id } of await ids(ctx)) {
      const metLabel = await lees(beide.get(`/berichten/${id}`))
      expect(metLabel).toContain(rows[0]!.label)
      expect(metLabel).toContain(`/toewijzingen/${rows[0]!.id}`)
      const zonder = await lees(backoffice.get(`/berichten/${id}`))
      expect(zonder).toContain('1001')
      expect(zonder).not.toContain(rows[0]!.label)
      expect(zonder).not.toContain('/toewijzingen/')
      for (const html of [metLabel, zonder]) {
        expect(html).not.toContain(BSN.jan)
        expect(html).not.toContain('Proefpersoon')
        expect(html).not.toContain('1951')
      }
    }
    const declaratie = await lees(backoffice.get(`/berichten/${await id('323')}`))
    expect(declaratie).toContain('Het tarief of de eenheid is anders dan in de overeenkomst')
    expect(declaratie).toContain('1 regel telt niet mee.')
    expect(await lees(backoffice.get(`/berichten/${await id('301')}`))).toContain('Dit bericht telt mee.')
  })

  test('aanvaarden vraagt een reden, staat met naam en reden bij het bericht en laat het meetellen', async ({
    ctx,
  }) => {
    await maakAfspraken(ctx)
    const [a, b] = [
      xml301({ identificatie: 'T2' }, { nummer: 2001 }),
      xml301({ identificatie: 'T2', dagtekening: '2024-02-02' }, { nummer: 2002 }),
    ]
    await lever(ctx, a, b)
    const aangehouden = (await ids(ctx)).find(({ oordeel }) => oordeel === 'aangehouden')!
    const { get, post } = await makeTestApp({ ctx, rol: 'backoffice', naam: 'Tess Molenaar' })
    const pad = `/berichten/${aangehouden.id}`
    expect(await lees(get(pad))).toContain('Aanvaarden')

    const zonder = await post(`${pad}/aanvaarden`, { regel: '0', reden: '  ' })
    expect(zonder.status).toBe(422)
    expect(await lees(zonder)).toContain('Schrijf op waarom u dit aanvaardt.')

    const goed = await post(`${pad}/aanvaarden`, { regel: '0', reden: 'Nagevraagd bij de gemeente.' })
    expect([goed.status, goed.headers.get('location')]).toEqual([303, `${pad}?gedaan=aanvaard`])
    await beoordeel(ctx)
    const html = await lees(get(`${pad}?gedaan=aanvaard`))
    expect(html).toContain('De aanvaarding is vastgelegd')
    expect(html).toContain('Nagevraagd bij de gemeente.')
    expect(html).toContain('Tess Molenaar')
    expect((await ids(ctx)).map(({ oordeel }) => oordeel)).toEqual(['geldig', 'geldig'])

    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect((await manager.post(`${pad}/aanvaarden`, { regel: '0', reden: 'x' })).status).toBe(403)
  })
})

describe('inlezen via de pagina', () => {
  test('een formulier met bestanden wordt gelezen en brengt naar de levering, ook zonder JavaScript', async ({
    ctx,
  }) => {
    await maakAfspraken(ctx)
    const { get, postFormulier } = await makeTestApp({ ctx, rol: 'backoffice' })
    expect(await lees(get('/berichten/inlezen'))).toMatch(/enctype="multipart\/form-data"/i)
    const antwoord = await postFormulier(
      '/berichten/inlezen',
      bestanden(
        ['toewijzing.xml', toewijzing],
        ['start.xml', start],
        ['start-kopie.xml', start],
        ['los.xml', zonderToewijzing],
        ['kapot 999900006.xml', '<x>'],
      ),
    )
    const [ronde] = (await rondes(ctx)).slice(-1)
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, `/berichten/rondes/${ronde!.id}`])
    expect(ronde).toMatchObject({ klaar: true, verwerkt: 2, dubbel: 1 })

    const html = await lees(get(`/berichten/rondes/${ronde!.id}`))
    expect(html).toContain('2 bestanden verwerkt, 1 dubbel, 1 wachtend, 1 afgekeurd')
    expect(html).toContain('start-kopie.xml')
    expect(html).not.toContain('999900006')
    expect(html).not.toContain('data-ververs')
    const afgekeurd = await lees(get(`/berichten/rondes/${ronde!.id}?uitkomst=afgekeurd`))
    expect(afgekeurd).toContain('kapot')
    expect(afgekeurd).not.toContain('toewijzing.xml')
    const csv = await lees(get(`/berichten/rondes/${ronde!.id}/afgekeurd.csv`))
    expect(csv).toContain('kapot')
    expect(csv).toContain('onbekende-toewijzing')
    expect(csv).not.toContain('toewijzing.xml')
    expect(csv).not.toContain('999900006')
    expect((await get(`/berichten/rondes/${ronde!.id}/afgekeurd.xlsx`)).status).toBe(200)
  })

  test('met een virusscanner staat een geweigerd bestand met zijn reden in de levering', async ({ ctx }) => {
    await using clamd = await startClamd()
    await maakAfspraken(ctx)
    const { get, postFormulier } = await makeTestApp({ ctx, rol: 'backoffice', scanner: clamd.scanner })
    const gestuurd = () => bestanden(['goed.xml', toewijzing], ['mis.xml', `${start}<!--${EICAR}-->`])
    const eerste = await postFormulier('/berichten/inlezen', gestuurd())
    const html = await lees(get(eerste.headers.get('location')!))
    expect(html).toContain('1 bestand verwerkt, 1 afgekeurd')
    expect(html).toContain('De virusscanner vond iets in dit bestand (Eicar-Test-Signature).')
    expect(html).toContain('waarschuw uw beheerder en de afzender')
    expect((await ids(ctx)).map(({ soort }) => soort)).toEqual(['301'])

    clamd.stand.gedrag = 'stil'
    const tweede = await postFormulier('/berichten/inlezen', gestuurd())
    const zonder = await lees(get(tweede.headers.get('location')!))
    expect(zonder).toContain('2 afgekeurd')
    expect(zonder).toContain('De virusscanner gaf geen uitslag.')
    expect((await ids(ctx)).map(({ soort }) => soort)).toEqual(['301'])
  })

  test('zonder bestanden vraagt de pagina erom; zonder het bewijs van de pagina wordt niets gelezen', async ({
    ctx,
  }) => {
    const { app, gebruikerId, postFormulier } = await makeTestApp({ ctx, rol: 'backoffice' })
    const leeg = await postFormulier('/berichten/inlezen', new FormData())
    expect(leeg.status).toBe(422)
    expect(await lees(leeg)).toContain('Kies een of meer bestanden.')

    const now = makeClock(ctx.today).now()
    const token = await startSessie({ ...ctx, now }, gebruikerId, { wijze: 'wachtwoord en code', toestel: 'proef' })
    const { csrf } = (await findSessie(ctx.db, token, { now, today: ctx.today, voorbeeld: true }))!
    const bestand = new File([toewijzing], 'toewijzing.xml')
    const stuur = async (...delen: [string, string | File][]) => {
      const formulier = new FormData()
      for (const [naam, waarde] of delen) formulier.append(naam, waarde)
      const kop = { cookie: `overlap=${token}` }
      return (await app.request('/berichten/inlezen', { method: 'POST', body: formulier, headers: kop })).status
    }
    const voor = await rondes(ctx)
    expect(await stuur(['bestanden', bestand])).toBe(403)
    expect(await stuur(['csrf', 'iets anders'], ['bestanden', bestand])).toBe(403)
    expect(await stuur(['bestanden', bestand], ['csrf', csrf])).toBe(403)
    expect(await rondes(ctx)).toEqual(voor)
    expect(await stuur(['csrf', csrf], ['bestanden', bestand])).toBe(303)
  })

  test('met JavaScript wordt de levering eerst gemaakt, zodat de pagina de stand kan tonen', async ({ ctx }) => {
    await maakAfspraken(ctx)
    const { get, post, postFormulier } = await makeTestApp({ ctx, rol: 'backoffice' })
    const begin = await post('/berichten/rondes', { omvang: '4000' })
    expect(begin.status).toBe(201)
    const { id, pagina } = (await begin.json()) as { id: string; pagina: string }
    const bezig = await lees(get(pagina))
    expect(bezig).toContain('data-ververs')
    expect(bezig).toContain('id="ronde"')
    expect(bezig).toContain('aria-valuemax="4"')

    const formulier = new FormData()
    formulier.set('ronde', id)
    formulier.append('bestanden', new File([toewijzing], 'toewijzing.xml'))
    expect((await postFormulier('/berichten/inlezen', formulier)).headers.get('location')).toBe(pagina)
    expect(await rondes(ctx)).toMatchObject([{ id, omvang: 4000, klaar: true, verwerkt: 1 }])
    // a delivery is read once, and only by who made it
    expect((await postFormulier('/berichten/inlezen', formulier)).status).toBe(409)
    const ander = await makeTestApp({ ctx, rol: 'contractbeheerder' })
    const vreemd = new FormData()
    vreemd.set('ronde', ((await (await post('/berichten/rondes')).json()) as { id: string }).id)
    vreemd.append('bestanden', new File([toewijzing], 'toewijzing.xml'))
    expect((await ander.postFormulier('/berichten/inlezen', vreemd)).status).toBe(409)
  })

  test('een afgebroken levering zegt hoe ver zij kwam en wat u moet doen', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'backoffice' })
    const { id, pagina } = (await (await post('/berichten/rondes', { omvang: '40000000' })).json()) as {
      id: string
      pagina: string
    }
    await sql`update inleesronde set gelezen = 12000000, bestanden = 1500, verwerkt = 1490, afgekeurd = 10,
      laatste_teken_op = laatste_teken_op - interval '1 hour' where id = ${id}`.execute(ctx.db)
    const html = await lees(get(pagina))
    expect(html).toContain('Het inlezen is afgebroken.')
    expect(html).toContain('12 MB van de 40 MB zijn gelezen en 1.500 bestanden zijn vastgelegd')
    expect(html).toContain('Stuur dezelfde bestanden opnieuw')
    expect(html).not.toContain('data-ververs')
    expect(await lees(get('/berichten'))).toContain('afgebroken')
  })

  test('ROL-17: het lokaal team leest evaluaties in en ziet alleen de eigen levering', async ({ ctx }) => {
    const { get, postFormulier } = await makeTestApp({ ctx, rol: 'lokaal team' })
    const html = await lees(get('/berichten/inlezen'))
    expect(html).toContain('evaluaties van het lokaal team')
    expect(html).not.toContain('aanbieders (CSV)')
    const csv =
      'gemeentecode;toewijzingNummer;datum;soort;resultaat;reden\n0439;1711;2026-11-04;einde-beschikking;behaald;\n'
    const antwoord = await postFormulier(
      '/berichten/inlezen',
      bestanden(['evaluaties.csv', csv], ['bericht.xml', toewijzing]),
    )
    const eigen = await lees(get(antwoord.headers.get('location')!))
    expect(eigen).toContain('Evaluaties (CSV)')
    expect(eigen).toContain('Met uw rol mag u geen berichten inlezen')
    await lever(ctx, start)
    const vreemd = (await rondes(ctx)).at(-1)!
    expect((await get(`/berichten/rondes/${vreemd.id}`)).status).toBe(404)
  })
})
