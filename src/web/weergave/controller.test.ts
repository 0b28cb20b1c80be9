import { describe, expect } from 'vitest'
import { maakAanbieder } from '../../../test/afspraken.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

describe('weergaven', () => {
  test('bewaren, terugvinden boven de lijst en verwijderen, zonder script', async ({ ctx }) => {
    await maakAanbieder(ctx)
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect(await lees(get('/aanbieders'))).not.toContain('Weergave bewaren')
    const gekozen = await lees(get('/aanbieders?plaats=Purmerend&zoek=veenlicht'))
    expect(gekozen).toContain('Weergave bewaren')
    expect(gekozen).toContain('<input type="hidden" name="keuze" value="plaats=Purmerend"/>')
    expect(gekozen).toContain('Het woord waarop u zocht, gaat niet mee.')

    const antwoord = await post('/weergaven', {
      lijst: 'aanbieders',
      naam: 'In Purmerend',
      keuze: 'plaats=Purmerend&zoek=veenlicht',
    })
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, '/aanbieders?plaats=Purmerend'])
    const bewaard = await lees(get('/aanbieders?plaats=Purmerend'))
    expect(bewaard).toContain('<a href="/aanbieders?plaats=Purmerend" aria-current="true">In Purmerend</a>')
    expect(bewaard).toContain('Weergave verwijderen')
    expect(await lees(get('/aanbieders'))).toContain('<a href="/aanbieders?plaats=Purmerend">In Purmerend</a>')
    // a search within it is another choice
    expect(await lees(get('/aanbieders?plaats=Purmerend&zoek=veenlicht'))).toContain('Weergave bewaren')
    expect(await lees((await makeTestApp({ ctx, rol: 'beleid' })).get('/aanbieders'))).not.toContain('In Purmerend')

    const weg = /action="(\/weergaven\/[0-9a-f-]{36}\/verwijderen)"/.exec(bewaard)![1]!
    const na = await post(weg)
    expect([na.status, na.headers.get('location')]).toEqual([303, '/aanbieders'])
    expect(await lees(get('/aanbieders'))).not.toContain('In Purmerend')
  })

  for (const [lijst, keuze] of [
    ['verbeterplannen', 'stand=te+laat'],
    ['escalaties', 'stand=besluit'],
  ] as const) {
    test(`ook van ${lijst}`, async ({ ctx }) => {
      const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
      expect(await lees(get(`/${lijst}`))).not.toContain('Weergave bewaren')
      expect(await lees(get(`/${lijst}?${keuze}`))).toContain('Weergave bewaren')
      const antwoord = await post('/weergaven', { lijst, naam: 'Van maandag', keuze })
      expect(antwoord.status).toBe(303)
      expect(await lees(get(`/${lijst}`))).toMatch(/<a href="[^"]*">Van maandag<\/a>/)
    })
  }

  test('wat er mis is, staat naast het veld, en de keuze blijft', async ({ ctx }) => {
    const { post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    for (const [naam, fout] of [
      ['', 'Geef de weergave een naam.'],
      ['C-7KQ2M-9XD4T', 'Zet geen nummer of label van een cliënt in de naam.'],
    ] as const) {
      const antwoord = await post('/weergaven', { lijst: 'kpis', naam, keuze: 'jaar=2025' })
      expect(antwoord.status).toBe(422)
      const html = await lees(antwoord)
      expect(html).toContain('<title>Fout: Weergave bewaren')
      expect(html).toContain(fout)
      expect(html).toContain('<input type="hidden" name="keuze" value="jaar=2025"/>')
      expect(html).toContain('<a href="/kpis?jaar=2025">Terug naar de lijst</a>')
    }
    expect((await post('/weergaven', { lijst: 'clienten', naam: 'x', keuze: 'a=b' })).status).toBe(404)
    expect((await post('/weergaven/00000000-0000-7000-8000-000000000000/verwijderen')).status).toBe(404)
  })

  test.for([
    ['/overeenkomsten?fase=loopt', 'overeenkomsten', 'fase=loopt', 'contractmanager'],
    [
      '/berichten?soort=301&sorteer=dagtekening&richting=op',
      'berichten',
      'soort=301&amp;sorteer=dagtekening&amp;richting=op',
      'backoffice',
    ],
    ['/berichten/rondes?stand=mis', 'leveringen', 'stand=mis', 'backoffice'],
    ['/bevindingen?stand=gesloten&van=mij', 'bevindingen', 'stand=gesloten&amp;van=mij', 'toezichthouder'],
    ['/logboek?periode=week', 'logboek', 'periode=week', 'functioneel beheerder'],
  ] as const)('ook bij %s', async ([pad, lijst, keuze, rol], { ctx }) => {
    const { get } = await makeTestApp({ ctx, rol })
    const html = await lees(get(pad))
    expect(html).toContain(`<input type="hidden" name="lijst" value="${lijst}"/>`)
    expect(html).toContain(`<input type="hidden" name="keuze" value="${keuze}"/>`)
  })
})
