import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder } from '../../../test/afspraken.ts'
import { als, test as base } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { maakBevindingen } from '../../domain/check/bevinding/maak-bevindingen.ts'
import type { Context } from '../../platform/context.ts'
import { narrow } from '../../platform/transaction.ts'

const ANDER = { agb: '98990108', kvk: '99331217', naam: 'Coöperatie Dijk & Doen' }

type Bevinding = { id: string; aanbiederId: string; ander: string }

// A finding at Stichting Veenlicht, and one at another aanbieder.
const test = base.extend<{ bevinding: Bevinding }>({
  bevinding: async ({ ctx }, use) => {
    const nieuw = (aanbiederId: string, agb: string, titel: string) => ({
      bron: 'hand' as const,
      sleutel: `test ${agb}`,
      titel,
      toelichting: 'Gezien bij het gesprek.',
      aanbiederId,
      agb,
    })
    const aanbiederId = await maakAanbieder(ctx)
    await maakBevindingen(ctx, [
      nieuw(aanbiederId, '98990101', 'Rapportage over 2025 ontbreekt'),
      nieuw(await maakAanbieder(ctx, ANDER), ANDER.agb, '=2+5 klachten'),
    ])
    const { rows } = await sql<{ id: string; agb: string }>`select id, agb from bevinding
      where regio_id = ${ctx.regioId}`.execute(ctx.db)
    const van = (agb: string) => rows.find((rij) => rij.agb === agb)!.id
    await use({ id: van('98990101'), aanbiederId, ander: van(ANDER.agb) })
  },
})

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')
const status = async (antwoord: Response | Promise<Response>) => (await antwoord).status

async function tel(ctx: Context, tabel: 'bevinding' | 'bevinding_besluit') {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(tabel)}
    where regio_id = ${ctx.regioId}`.execute(ctx.db)
  return rows[0]!.n
}

describe('de lijst', () => {
  test('telt, filtert en onthoudt de keuze in de link', async ({ ctx, bevinding }) => {
    const { get } = await makeTestApp({ ctx, rol: 'beleid' })
    expect(await lees(get('/bevindingen'))).toContain('<b>2 bevindingen</b> open')
    expect(await lees(get('/bevindingen?bron=kpi'))).toContain('<b>Geen bevindingen</b> open')
    expect(await lees(get('/bevindingen?van=mij'))).toContain('<b>Geen bevindingen</b> open')
    expect(await lees(get('/bevindingen?stand=gesloten'))).toContain('gesloten')
    const van = await lees(get(`/bevindingen?aanbieder=${bevinding.aanbiederId}&sorteer=titel&richting=op`))
    expect(van).toContain('<b>1 bevinding</b> open')
    // the file, the next filter and the next page keep aanbieder and order
    expect(van).toContain(
      `href="/bevindingen.csv?aanbieder=${bevinding.aanbiederId}&amp;sorteer=titel&amp;richting=op"`,
    )
    expect(van).toContain('<input type="hidden" name="sorteer" value="titel"/>')
    expect(van).toMatch(new RegExp(`<option value="${bevinding.aanbiederId}" selected="">[^<]+</option>`))
    expect(await lees(get('/bevindingen?stand=nieuw'))).toContain('<b>2 bevindingen</b> open en nog te beoordelen')
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    await manager.post(`/bevindingen/${bevinding.id}/besluiten`, { besluit: 'bespreken', reden: 'Eerst praten.' })
    expect(await lees(get('/bevindingen?stand=nieuw'))).toContain('<b>1 bevinding</b> open en nog te beoordelen')
    const onzin = "/bevindingen?stand='&bron=toString&jaar=x&aanbieder=1&sorteer=constructor&richting=x&pagina=-1"
    expect(await lees(get(onzin))).toContain('<b>2 bevindingen</b> open')
  })

  test('de uitvoer volgt de keuze, en wat op een formule lijkt is daar gewone tekst', async ({ ctx, bevinding }) => {
    const { get } = await makeTestApp({ ctx, rol: 'beleid' })
    const csv = await lees(get('/bevindingen.csv'))
    expect(csv.trimEnd().split('\r\n')).toHaveLength(3)
    expect(csv).toContain("'=2+5 klachten;Coöperatie Dijk & Doen;;Met de hand;;nee;")
    expect(await lees(get(`/bevindingen.csv?aanbieder=${bevinding.aanbiederId}`))).not.toContain('Dijk')
    expect((await get('/bevindingen.xlsx')).headers.get('content-disposition')).toBe(
      'attachment; filename="bevindingen-2026-11-22.xlsx"',
    )
  })

  test('een aanbieder ziet alleen wat over hem gaat, en besluit niet', async ({ ctx, bevinding }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })
    await narrow(als(ctx, 'aanbieder', '98990101'))
    expect(await lees(get('/bevindingen'))).toContain('<b>1 bevinding</b> open')
    expect(await lees(get('/bevindingen.csv'))).not.toContain('Dijk')
    const html = await lees(get(`/bevindingen/${bevinding.id}`))
    expect(html).toContain('Rapportage over 2025 ontbreekt')
    expect(html).not.toContain('Besluit vastleggen')
    expect(await status(get(`/bevindingen/${bevinding.ander}`))).toBe(404)
    expect(await status(get('/bevindingen/nieuw'))).toBe(403)
    const besluit = { besluit: 'sluiten', reden: 'Zelf opgelost.' }
    expect(await status(post(`/bevindingen/${bevinding.id}/besluiten`, besluit))).toBe(403)
  })
})

describe('vastleggen', () => {
  test('wat ontbreekt, staat bij het veld en bovenaan; wat al was ingevuld, blijft staan', async ({
    ctx,
    bevinding,
  }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'toezichthouder' })
    expect(await lees(get(`/bevindingen/nieuw?aanbieder=${bevinding.aanbiederId}`))).toContain(
      `<option value="${bevinding.aanbiederId}" selected=""`,
    )
    const antwoord = await post('/bevindingen/nieuw', { aanbiederId: '', titel: ' ', toelichting: 'Dit <b>blijft</b>' })
    expect(antwoord.status).toBe(422)
    const html = await lees(antwoord)
    expect(html).toContain('<title>Fout: ')
    expect(html).toContain('Twee velden kloppen nog niet')
    for (const veld of ['aanbiederId', 'titel']) {
      expect(html).toContain(`href="#veld-${veld}"`)
      expect(html).toMatch(new RegExp(`id="veld-${veld}"[^>]*aria-invalid="true"`))
    }
    expect(html).toContain('Dit &lt;b&gt;blijft&lt;/b&gt;')
    expect(await tel(ctx, 'bevinding')).toBe(2)
  })

  test('een vastgelegde bevinding opent haar eigen pagina', async ({ ctx, bevinding }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'toezichthouder' })
    const antwoord = await post('/bevindingen/nieuw', {
      aanbiederId: bevinding.aanbiederId,
      titel: 'Geen back-up bij ziekte',
      toelichting: '',
    })
    expect(antwoord.status).toBe(303)
    const html = await lees(get(antwoord.headers.get('location')!))
    expect(html).toContain('De bevinding is vastgelegd.')
    expect(html).toContain('Geen back-up bij ziekte')
    expect(html).not.toContain('Besluit vastleggen')
    const onbekend = { aanbiederId: '00000000-0000-7000-8000-000000000000', titel: 'x', toelichting: '' }
    expect(await status(post('/bevindingen/nieuw', onbekend))).toBe(404)
    expect(await tel(ctx, 'bevinding')).toBe(3)
  })

  test('wie dat niet mag, krijgt 403', async ({ ctx, bevinding }) => {
    for (const rol of ['contractbeheerder', 'backoffice', 'beleid', 'lokaal team', 'contracteigenaar'] as const) {
      const { get, post } = await makeTestApp({ ctx, rol })
      const velden = { aanbiederId: bevinding.aanbiederId, titel: 'x', toelichting: '' }
      expect(await status(get('/bevindingen/nieuw')), rol).toBe(403)
      expect(await status(post('/bevindingen/nieuw', velden)), rol).toBe(403)
      expect(await lees(get('/bevindingen'))).not.toContain('href="/bevindingen/nieuw"')
      const besluit = { besluit: 'sluiten', reden: 'x' }
      expect(await status(post(`/bevindingen/${bevinding.id}/besluiten`, besluit)), rol).toBe(403)
    }
    expect(await tel(ctx, 'bevinding')).toBe(2)
    expect(await tel(ctx, 'bevinding_besluit')).toBe(0)
  })
})

describe('besluiten', () => {
  test('zonder keuze of reden is het 422, met de melding bij het veld', async ({ ctx, bevinding }) => {
    const { post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pad = `/bevindingen/${bevinding.id}/besluiten`
    for (const [velden, fout] of [
      [{ besluit: 'bespreken', reden: '' }, 'reden'],
      [{ besluit: '', reden: 'Omdat.' }, 'besluit'],
      [{ besluit: 'toString', reden: 'Omdat.' }, 'besluit'],
      [{ besluit: 'bespreken', reden: 'a'.repeat(2001) }, 'reden'],
    ] as const) {
      const antwoord = await post(pad, velden)
      expect(antwoord.status).toBe(422)
      const html = await lees(antwoord)
      expect(html).toContain('<title>Fout: ')
      expect(html).toContain('Eén veld klopt nog niet')
      expect(html).toContain(`href="#veld-${fout}"`)
      expect(html).toContain(`id="veld-${fout}"`)
    }
    expect(await tel(ctx, 'bevinding_besluit')).toBe(0)
  })

  test('sluiten en heropenen: elk besluit blijft met naam en reden staan', async ({ ctx, bevinding }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Marloes de Wit' })
    const pad = `/bevindingen/${bevinding.id}/besluiten`
    const besluit = await post(pad, { besluit: 'sluiten', reden: 'De rapportage is er.' })
    expect([besluit.status, besluit.headers.get('location')]).toEqual([
      303,
      `/bevindingen/${bevinding.id}?gedaan=besloten`,
    ])
    const html = await lees(get(besluit.headers.get('location')!))
    expect(html).toContain('Uw besluit is vastgelegd.')
    expect(html).toContain('<b>Sluiten</b> door Marloes de Wit: De rapportage is er.')
    expect(html).toContain('value="heropenen"')
    expect(html).not.toContain('value="escaleren"')
    expect(await status(post(pad, { besluit: 'escaleren', reden: 'Toch niet.' }))).toBe(409)
    expect(await status(post(pad, { besluit: 'heropenen', reden: 'Zij klopt niet.' }))).toBe(303)
    expect(await tel(ctx, 'bevinding_besluit')).toBe(2)
    expect(await lees(get('/bevindingen'))).toContain('<b>2 bevindingen</b> open')
  })

  test('zonder het geheim van de sessie, of van een andere website, gebeurt er niets', async ({ ctx, bevinding }) => {
    const { app, csrf, cookie, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pad = `/bevindingen/${bevinding.id}/besluiten`
    const velden = { besluit: 'sluiten', reden: 'Omdat.' }
    expect(await status(post(pad, { ...velden, csrf: '' }))).toBe(403)
    expect(await status(post(pad, { ...velden, csrf: `${csrf.slice(0, -1)}?` }))).toBe(403)

    const ander = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Sven Postma' })
    expect(await status(ander.post(pad, { ...velden, csrf }))).toBe(403)

    const vanElders = (koppen: Record<string, string>) =>
      app.request(pad, {
        method: 'POST',
        headers: { cookie, host: 'localhost', 'content-type': 'application/x-www-form-urlencoded', ...koppen },
        body: new URLSearchParams({ csrf, ...velden }).toString(),
      })
    expect(await status(vanElders({ origin: 'https://elders.example' }))).toBe(403)
    expect(await status(vanElders({ 'sec-fetch-site': 'cross-site' }))).toBe(403)
    expect(await status(vanElders({ 'sec-fetch-site': 'same-site' }))).toBe(403)
    expect(await tel(ctx, 'bevinding_besluit')).toBe(0)
    expect(await status(vanElders({ origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }))).toBe(303)
    expect(await status(app.request(pad, { method: 'POST' }))).toBe(401)
  })

  test('een onbekend of onzinnig nummer is er niet', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const onbekend = '/bevindingen/00000000-0000-7000-8000-000000000000'
    expect(await status(get(onbekend))).toBe(404)
    expect(await status(post(`${onbekend}/besluiten`, { besluit: 'sluiten', reden: 'x' }))).toBe(404)
    expect(await status(post(`${onbekend}/besluiten`, { besluit: '', reden: '' }))).toBe(404)
    expect(await status(get('/bevindingen/1'))).toBe(404)
    expect(await status(get('/bevindingen/..%2f..%2fetc'))).toBe(404)
  })
})
