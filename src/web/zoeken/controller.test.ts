import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder } from '../../../test/afspraken.ts'
import { xml301 } from '../../../test/builders-bericht.ts'
import { lever, maakAfspraken } from '../../../test/inlezen.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

describe('zoeken', () => {
  test('een GET toont een leeg formulier; zoeken is een POST, zodat de tekst in geen adres komt', async ({ ctx }) => {
    await maakAfspraken(ctx)
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const leeg = await lees(get('/zoeken?zoek=veenlicht'))
    expect(leeg).toContain('Waar zoekt u naar?')
    expect(leeg).not.toContain('veenlicht')

    const html = await lees(post('/zoeken', { zoek: 'veenlicht' }))
    expect(html).toContain('Gevonden: <b>1 aanbieder</b>')
    expect(html.match(/(href|action)="[^"]*"/g)?.filter((adres) => /veenlicht/i.test(adres))).toEqual([])
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toBe('Zoeken · Proefregio · Overlap')
  })

  test('te weinig tekens en niets gevonden zeggen wat u kunt doen', async ({ ctx }) => {
    const { post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const kort = await post('/zoeken', { zoek: 'x' })
    expect(kort.status).toBe(422)
    expect(await lees(kort)).toContain('Vul minstens twee tekens in.')
    expect(await lees(post('/zoeken', { zoek: 'bestaatniet' }))).toContain('Niets gevonden')
    expect(await lees(post('/zoeken', { zoek: '<script>' }))).not.toContain('<script>"')
  })

  test('hooguit tien per soort, met meer van die soort achter een knop', async ({ ctx }) => {
    for (let n = 10; n < 22; n++)
      await maakAanbieder(ctx, { agb: `989901${n}`, kvk: `993312${n}`, naam: `Zorgwerk ${n}` })
    const { post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const html = await lees(post('/zoeken', { zoek: 'zorgwerk' }))
    expect(html).toContain('meer dan 10 aanbieders')
    expect(html.match(/>Zorgwerk \d\d<\/a>/g)).toHaveLength(10)
    expect(html).toContain('Meer aanbieders')
    const alles = await lees(post('/zoeken', { zoek: 'zorgwerk', soort: 'aanbieder' }))
    expect(alles.match(/>Zorgwerk \d\d<\/a>/g)).toHaveLength(12)
    expect(alles).toContain('<option value="aanbieder" selected="">Aanbieders</option>')
  })

  test('van één soort bladert u verder, zonder dat de zoektekst in een adres komt', async ({ ctx }) => {
    await sql`insert into aanbieder (regio_id, agb, kvk, naam, plaats, grootteklasse, medewerkers)
      select ${ctx.regioId}, (10000000 + g)::text, '12345678', 'Zorgwerk ' || lpad(g::text, 3, '0'), 'Plaats', 'klein', 1 from generate_series(1, 103) g`.execute(
      ctx.db,
    )
    const { post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const eerste = await lees(post('/zoeken', { zoek: 'zorgwerk', soort: 'aanbieder' }))
    expect(eerste).toContain('meer dan 100 aanbieders')
    expect(eerste).toContain('<input type="hidden" name="pagina" value="2"/>')
    expect(eerste).toContain('Volgende 100')
    const tweede = await lees(post('/zoeken', { zoek: 'zorgwerk', soort: 'aanbieder', pagina: '2' }))
    expect(tweede.match(/>Zorgwerk \d{3}<\/a>/g)).toEqual(['101', '102', '103'].map((n) => `>Zorgwerk ${n}</a>`))
    expect(tweede).toContain('Aanbieders 101 tot en met <b>103</b>')
    expect(tweede).toContain('Vorige 100')
    expect(tweede).not.toContain('Volgende 100')
  })

  test('een bericht is te vinden met zijn identificatie, alleen voor wie berichten mag lezen', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(ctx, xml301({ identificatie: 'T4711' }))
    const backoffice = await makeTestApp({ ctx, rol: 'backoffice' })
    const html = await lees(backoffice.post('/zoeken', { zoek: 't4711' }))
    expect(html).toMatch(/<a href="\/berichten\/\d+">T4711<\/a>/)
    expect(html).toContain('iWmo 301 · ')
    const beleid = await makeTestApp({ ctx, rol: 'beleid' })
    const niets = await lees(beleid.post('/zoeken', { zoek: 'T4711' }))
    expect(niets).toContain('Niets gevonden')
    expect(niets).not.toContain('identificatie van een bericht')
  })

  test('een cliëntlabel brengt bij de toewijzing, alleen voor wie casussen mag zien', async ({ ctx }) => {
    await maakAfspraken(ctx)
    await lever(ctx, xml301({}))
    const { rows } = await sql<{ label: string; id: string }>`select c.label, t.id from toewijzing t
      join client c on c.id = t.client_id where t.regio_id = ${ctx.regioId}`.execute(ctx.db)
    const { label, id } = rows[0]!
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect(
      await lees(manager.post('/zoeken', { zoek: label.toLowerCase().replaceAll('-', ' ').replace('c ', 'c-') })),
    ).toContain(`/toewijzingen/${id}`)
    const backoffice = await makeTestApp({ ctx, rol: 'backoffice' })
    const html = await lees(backoffice.post('/zoeken', { zoek: label }))
    expect(html).not.toContain('/toewijzingen/')
    expect(html).not.toContain('het label van een cliënt')
  })
})
