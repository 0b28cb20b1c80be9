import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst } from '../../../test/afspraken.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

describe('CTR-08: omvang op de pagina', () => {
  test('medewerkers vastleggen met de bron; cliënten en declaraties staan ernaast', async ({ ctx }) => {
    const veen = await maakAanbieder(ctx)
    const id = await maakOvereenkomst(ctx)
    await sql`insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
      values (${ctx.regioId}, '98990101', '2026-02-01', ${id}, 1, 1234500)`.execute(ctx.db)
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const pad = `/aanbieders/${veen}/omvang`
    expect(await lees(get(pad))).toContain('value="343"')
    expect(await lees(get(`${pad}?jaar=2025`))).toContain('value="2025"')
    const antwoord = await post(pad, { jaar: '2026', medewerkers: '350', toelichting: 'Jaarverantwoording' })
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([
      303,
      `/aanbieders/${veen}/gegevens?gedaan=omvang#omvang`,
    ])
    const html = await lees(get(`/aanbieders/${veen}/gegevens`))
    for (const tekst of ['Jaarverantwoording', '€ 12.345', '€ 410.000', 'geen berichten', 'groot, 350 medewerkers'])
      expect(html).toContain(tekst)
  })

  test.for([
    [{ medewerkers: 'veel' }, 'medewerkers', 'Vul een heel getal in'],
    [{ jaar: '2027' }, 'jaar', 'Kies een jaar van 2000 tot en met 2026.'],
    [{ toelichting: ' ' }, 'toelichting', 'Noem waar dit aantal vandaan komt'],
  ] as const)('een fout staat bij het veld: %j', async ([anders, veld, melding], { ctx }) => {
    const veen = await maakAanbieder(ctx)
    const { post } = await makeTestApp({ ctx, rol: 'contractbeheerder' })
    const antwoord = await post(`/aanbieders/${veen}/omvang`, {
      jaar: '2026',
      medewerkers: '350',
      toelichting: 'x',
      ...anders,
    })
    expect(antwoord.status).toBe(422)
    expect(await lees(antwoord)).toContain(`<a href="#veld-${veld}">${melding}`)
    expect((await (await makeTestApp({ ctx, rol: 'beleid' })).get(`/aanbieders/${veen}/omvang`)).status).toBe(403)
  })
})
