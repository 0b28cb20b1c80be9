import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { volledigeZet, zw } from '../../../test/escalatie.ts'
import { als, test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { bewaarRapportage } from '../../domain/act/gesprek/bewaar-rapportage.ts'
import { leesGespreksregels } from '../../domain/act/gesprek/lees-gespreksregels.ts'
import { openEscalatie } from '../../domain/act/escalatie/open-escalatie.ts'
import { nieuweZaak } from '../../domain/act/escalatie/zaak.ts'
import { legBevindingVast } from '../../domain/check/bevinding/leg-bevinding-vast.ts'
import { legTermijnVast } from '../../domain/plan/kalender/leg-termijn-vast.ts'
import { legKlasseVast } from '../../domain/plan/risico/leg-klasse-vast.ts'
import { voegDeelnemerToe } from '../../domain/act/gesprek/wijzig-deelnemers.ts'
import { listDeelnemers, listAgendapunten } from '../../domain/act/gesprek/queries.ts'
import { maakProef, op, plan, AGB } from '../../domain/act/gesprek/proefgesprek.testhulp.ts'
import { meldGehouden } from '../../domain/act/gesprek/meld-gehouden.ts'
import { nodigDeelnemersUit } from '../../domain/act/gesprek/nodig-deelnemers-uit.ts'
import { vraagRapportage } from '../../domain/act/gesprek/vraag-rapportage.ts'
import { narrow } from '../../platform/transaction.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await antwoord).text()
const status = async (antwoord: Response | Promise<Response>) => (await antwoord).status

describe('plannen', () => {
  test('GES-01: in twee stappen, met de fouten bij het veld; daarna staat het in de lijst', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Wie plant' })
    expect(await lees(get('/gesprekken/gezien'))).toContain('Stichting Veenlicht')
    const leeg = await lees(get('/gesprekken/nieuw'))
    expect(leeg).toContain('Kies een aanbieder')
    expect(leeg).not.toContain('veld-datum')
    const stap2 = await lees(get(`/gesprekken/nieuw?soort=contractmanagementgesprek&aanbiederId=${proef.aanbiederId}`))
    expect(stap2).toContain('Noor Bakker, directeur')
    const velden = {
      soort: 'contractmanagementgesprek',
      aanbiederId: proef.aanbiederId,
      datum: '31-2-2027',
      begintijd: '11.00',
      eindtijd: '10.00',
      wijze: 'fysiek',
    }
    const fout = await post('/gesprekken/nieuw', velden)
    expect(fout.status).toBe(422)
    const html = await lees(fout)
    expect(html).toMatch(/id="veld-datum"[^>]*aria-invalid="true"/)
    const goed = await post('/gesprekken/nieuw', { ...velden, datum: '3 mrt 2027', eindtijd: '12.00' })
    expect(goed.status).toBe(303)
    expect(await lees(get(goed.headers.get('location')!))).toContain('Er is nog niemand uitgenodigd')
    expect(await lees(get('/gesprekken'))).toMatch(/<b>1.gesprek<\/b> komt nog/)
    expect(await lees(get('/gesprekken.csv?stand=alle'))).toContain('2027-03-03')
    expect(await lees(get('/gesprekken/gezien?jaar=2027'))).toContain('Iedereen is gezien of staat gepland')
  })

  test('CAT-05: het jaar plannen: zonder keuze 422, met keuze staan ze erin', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Wie plant' })
    const html = await lees(get('/gesprekken/plannen?jaar=2027'))
    const voorstel = /value="([0-9a-f-]{36} 2027-[0-9-]+)"/.exec(html)![1]!
    expect(voorstel).toContain(proef.aanbiederId)
    expect(await status(post('/gesprekken/plannen?jaar=2027'))).toBe(422)
    const antwoord = await post('/gesprekken/plannen?jaar=2027', { voorstel })
    expect(await lees(get(antwoord.headers.get('location')!))).toContain('Eén gesprek is gepland.')
  })
})

describe('verslag', () => {
  test('GES-16: wie na een ander bewaart, ziet beide teksten en raakt niets kwijt', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    const [punt] = await listAgendapunten(proef.manager, id)
    const een = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Eerste' })
    const twee = await makeTestApp({ ctx, rol: 'contractbeheerder', naam: 'Tweede' })
    const pad = `/gesprekken/${id}/verslag/punten/${punt!.id}`
    const veld = `tekst-${punt!.id}`
    expect(await status(een.post(pad, { [veld]: 'Van de eerste.', versie: '0' }))).toBe(303)
    const botst = await twee.post(pad, { [veld]: 'Van de tweede.', versie: '0' })
    expect(botst.status).toBe(409)
    const html = await lees(botst)
    expect(html).toContain('Eerste heeft dit net ook gewijzigd')
    expect(html).toContain('Van de eerste.')
    expect(html).toMatch(/<textarea[^>]*>Van de tweede\.<\/textarea>/)
    expect(html).toContain('name="versie" value="1"')
    expect(await status(twee.post(pad, { [veld]: 'Van de eerste. Van de tweede.', versie: '1' }))).toBe(303)
    expect(await lees(een.get(`/gesprekken/${id}/verslag`))).toContain('Van de eerste. Van de tweede.')
  })

  test('GES-16: een actie zonder datum is een fout bij het veld; een vage krijgt een tip en wordt toch bewaard', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Wie schrijft' })
    const actie = { 'actie-tekst': 'Wachttijden bekijken', 'actie-kant': 'aanbieder', 'actie-eigenaar': 'Noor Bakker' }
    const fout = await post(`/gesprekken/${id}/verslag/acties`, actie)
    expect(fout.status).toBe(422)
    expect(await lees(fout)).toMatch(/id="veld-actie-einddatum"[^>]*aria-invalid="true"/)
    const goed = await post(`/gesprekken/${id}/verslag/acties`, { ...actie, 'actie-einddatum': '15-12-2026' })
    const html = await lees(get(goed.headers.get('location')!.split('#')[0]!))
    expect(html).toContain('Kan het scherper?')
    expect(html).toContain('“bekijken”')
    expect(await lees(get(`/gesprekken/${id}/verslag`))).not.toContain('Kan het scherper?')
  })

  test('GES-16, ROL-13: een maatregel zonder mandaat is 403, en wat er stond blijft in het formulier', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    const { post } = await makeTestApp({ ctx, rol: 'contractbeheerder' })
    const antwoord = await post(`/gesprekken/${id}/verslag/besluiten`, {
      'besluit-tekst': 'Geen nieuwe cliënten',
      'besluit-taak': 'clientenstop',
    })
    expect(antwoord.status).toBe(403)
    const html = await lees(antwoord)
    expect(html).toContain('Geen nieuwe cliënten')
    expect(html).toMatch(/mandaat/)
  })

  test('een BSN in een verslag wordt geweigerd', async ({ ctx }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    const [punt] = await listAgendapunten(proef.manager, id)
    const { post } = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Wie schrijft' })
    const antwoord = await post(`/gesprekken/${id}/verslag/punten/${punt!.id}`, {
      [`tekst-${punt!.id}`]: 'Over 999900006.',
      versie: '0',
    })
    expect([400, 422]).toContain(antwoord.status)
  })
})

describe('de kant van de aanbieder', () => {
  test('ROL-09, ROL-21, GES-03: ziet niets voor de uitnodiging; vult de rapportage in; leest geen concept', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    const { get, post } = await makeTestApp({ ctx, rol: 'aanbieder', agb: AGB, naam: 'Van de zorg' })
    await narrow(als(ctx, 'aanbieder', AGB))
    expect(await status(get(`/gesprekken/${id}`))).toBe(404)
    await narrow(ctx)
    await nodigDeelnemersUit(proef.manager, id)
    await vraagRapportage(proef.manager, id)
    const manager = op(proef.manager, '2026-12-16')
    await narrow(als(ctx, 'aanbieder', AGB))
    expect(await lees(get('/'))).toContain('Rapportage voor het gesprek')
    const pagina = await lees(get(`/gesprekken/${id}`))
    expect(pagina).toContain('Rapportage invullen')
    expect(pagina).not.toContain('/voorbereiding')
    expect(pagina).not.toContain('Weghalen')
    expect(await status(get(`/gesprekken/${id}/voorbereiding`))).toBe(403)
    const delen = { clientaantallen: '12', klachten: 'Geen.', calamiteiten: 'Geen.' }
    const half = await post(`/gesprekken/${id}/rapportage`, delen)
    expect(half.status).toBe(422)
    expect(await lees(half)).toContain('Vul nog in: geldigheid kwaliteitscertificaat')
    expect(await status(post(`/gesprekken/${id}/rapportage`, { ...delen, kwaliteitscertificaat: 'HKZ.' }))).toBe(303)
    expect(await lees(get(`/gesprekken/${id}/rapportage`))).toContain('aangeleverd')
    await narrow(ctx)
    await meldGehouden(
      manager,
      id,
      (await listDeelnemers(manager, id)).map((een) => een.id),
    )
    await narrow(als(ctx, 'aanbieder', AGB))
    expect(await lees(get(`/gesprekken/${id}/verslag`))).toContain('Nog geen verslag')
    expect(await status(get('/gesprekken/gezien'))).toBe(403)
  })
})

describe('voorbereiden', () => {
  test('GES-14, GES-18: het pakket voor het gesprek: cijfers tegen de norm, doel, acties, verplichtingen, bevindingen, escalaties, budget, klasse, klachten', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    const { manager, aanbiederId } = proef
    await legKlasseVast(manager, aanbiederId, { klasse: 2, geldigVanaf: ctx.today, reden: 'Veel cliënten' })
    await legBevindingVast(manager, { aanbiederId, titel: 'Wachtlijst loopt op', toelichting: '' })
    await openEscalatie(manager, {
      aanbiederId,
      titel: 'Start te laat',
      zet: volledigeZet(zw.ladder, nieuweZaak, 'A1', ctx.today),
    })
    await legTermijnVast(manager, {
      titel: 'Polis opvragen',
      toelichting: '',
      aard: 'uiterlijk',
      wanneer: { soort: 'dag', datum: ctx.today.add({ days: 20 }) },
      wie: { soort: 'aanbieder' },
      aanbiederId,
      overeenkomstId: null,
    })
    await vraagRapportage(manager, id)
    await narrow(proef.zorg)
    const { delen } = (await leesGespreksregels(proef.zorg)).regels.rapportage
    await bewaarRapportage(
      proef.zorg,
      id,
      delen.map(({ code }) => ({ code, tekst: `Over ${code}.`, versie: 0 })),
      true,
    )
    await narrow(ctx)
    // 61.2 of 100 started in time, with a norm of 80: established, so that both sides may read it
    await sql`with b as (insert into kpi_berekening (regio_id, jaar, periode_van, periode_tot, peildatum, voorlopig, berekend_op, berekend_door,
        invoer, vingerafdruk)
        values (${ctx.regioId}, 2025, '2025-01-01', '2025-12-31', '2026-03-01', false, ${ctx.now}, 'x', '{}', '\\x00') returning id),
      v as (insert into kpi_vaststelling (regio_id, berekening_id, jaar, vastgesteld_op, vastgesteld_door)
        select ${ctx.regioId}, id, 2025, ${ctx.now}, ${manager.actor.id} from b)
      insert into kpi_uitkomst (regio_id, berekening_id, jaar, kpi, agb, aanbieder_id, subregio_id, clienten_in_zorg, n, teller, waarde, oordeel,
        uitgesloten, regelsetdeel_id)
      select ${ctx.regioId}, b.id, 2025, 'start-zorg', ${AGB}, ${aanbiederId}, (select id from subregio where regio_id = ${ctx.regioId} order by volgorde limit 1),
        49, 49, 30, '61.2', 'onvoldoende', '{}', (select id from regelsetdeel where regio_id = ${ctx.regioId} and deel = 'kpi-start-zorg' limit 1)
      from b`.execute(ctx.db)
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const html = (await lees(get(`/gesprekken/${id}/voorbereiding`))).replaceAll('\u00a0', ' ')
    // what it is for stands above it, and the figures are read against their norm
    expect(html).toMatch(/Doel: [^<]*(kwaliteit|beweging|norm)/)
    for (const deel of [
      'Wachtlijst loopt op',
      'Start te laat',
      'Polis opvragen',
      'Klasse 2',
      'Budget',
      'Lopende acties',
      'Over klachten.',
      'Certificaten',
    ]) {
      expect(html, deel).toContain(deel)
    }
    expect(html).toMatch(/Start zorg/i)
    expect(html).toContain('61,2')
    expect(html).toMatch(/norm/i)
    // a term of the case stands there once
    expect(html.match(/Escalatiegesprek voeren/g)).toHaveLength(1)
  })

  test('GES-11: de agenda bepaalt wie erbij is: beleid, financiën, toezicht en lokaal team kunnen worden gevraagd, en zien dan dat gesprek', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef)
    const ander = await plan(proef, { datum: ctx.today.add({ days: 40 }) })
    for (const rol of ['beleid', 'budgethouder', 'toezichthouder', 'lokaal team'] as const) {
      const gast = await makeTestApp({ ctx, rol, naam: `Gast ${rol}` })
      expect(await status(gast.get(`/gesprekken/${id}`)), rol).toBe(404)
      await voegDeelnemerToe(proef.manager, id, { gebruikerIds: [gast.gebruikerId], contactpersoonIds: [] })
      expect(await status(gast.get(`/gesprekken/${id}`)), rol).toBe(200)
      expect(await status(gast.get(`/gesprekken/${ander}`)), rol).toBe(404)
    }
    const namen = (await listDeelnemers(proef.manager, id)).filter(({ hoedanigheid }) => hoedanigheid === 'gast')
    expect(namen.map(({ naam }) => naam).toSorted()).toEqual([
      'Gast beleid',
      'Gast budgethouder',
      'Gast lokaal team',
      'Gast toezichthouder',
    ])
  })

  test('GES-06: vanaf de dag van het gesprek legt de contractmanager er een bevinding uit vast, over en weer te vinden', async ({
    ctx,
  }) => {
    const proef = await maakProef(ctx)
    const id = await plan(proef, { datum: ctx.today })
    const later = await plan(proef, { datum: ctx.today.add({ days: 40 }) })
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect(await lees(get(`/gesprekken/${later}`))).not.toContain('Bevinding vastleggen')
    expect(await lees(get(`/gesprekken/${id}`))).toContain(`/bevindingen/nieuw?gesprek=${id}`)
    const formulier = await lees(get(`/bevindingen/nieuw?gesprek=${id}`))
    expect(formulier).toContain(`name="gesprekId" value="${id}"`)
    expect(formulier).not.toContain('Kies een aanbieder')
    const antwoord = await post('/bevindingen/nieuw', {
      gesprekId: id,
      aanbiederId: proef.aanbiederId,
      titel: 'Geen invalkrachten',
    })
    const bevinding = await lees(get(antwoord.headers.get('location')!))
    expect(bevinding).toContain(`href="/gesprekken/${id}"`)
    expect(await lees(get(`/gesprekken/${id}`))).toContain('Geen invalkrachten')
    expect(await status(post('/bevindingen/nieuw', { gesprekId: id, aanbiederId: proef.aanbiederId, titel: '' }))).toBe(
      422,
    )
  })
})
