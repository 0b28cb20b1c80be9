import { describe, expect } from 'vitest'
import { als, test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
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
