import { describe, expect } from 'vitest'
import { zw } from '../../../test/escalatie.ts'
import { als, test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { beginLadderconcept } from '../../domain/act/escalatie/begin-ladderconcept.ts'
import { findLadderconcept } from '../../domain/act/escalatie/ladderconcept.ts'
import { wijzigLadderconcept } from '../../domain/act/escalatie/wijzig-ladderconcept.ts'
import { leesLadder } from '../../domain/act/escalatie/lees-ladder.ts'
import { alsWaarden } from './deelvorm.ts'

const BASIS = '/inrichting/escalatieladder/concept'
const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

describe('MTR-04: een ladder samenstellen', () => {
  test('beginnen, een stap toevoegen, de fout lezen, oplossen en laten ingaan', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    expect(await lees(get(BASIS))).toContain('De ladder die nu geldt')
    expect((await post(BASIS, { van: 'iets' })).status).toBe(422)
    expect((await post(BASIS, { van: 'eigen' })).headers.get('location')).toBe(`${BASIS}?gedaan=begonnen`)
    const concept = await lees(get(BASIS))
    expect(concept).toContain('De ladder klopt en kan ingaan.')
    // the picture says in words what its arcs say
    expect(concept).toMatch(/aria-label="De ladder van licht[^"]*Van Verbeterplan naar Verzuim en maatregelen: /)

    const nieuw = { gezien: '1', naam: 'Tussengesprek', soort: 'actief', zin: 'Er wordt gepraat.', stap: '1' }
    expect((await post(`${BASIS}/toestanden`, { ...nieuw, zin: '' })).status).toBe(422)
    await post(`${BASIS}/toestanden`, nieuw)
    const fout = await lees(get(BASIS))
    expect(fout).toContain('Er zijn nog 2 dingen op te lossen.')
    expect(fout).toContain(`<a href="${BASIS}/toestanden/tussengesprek">Toestand “Tussengesprek”</a>`)
    expect(fout).toContain('is vanuit geen enkele opening te bereiken.')
    expect(fout).not.toContain('Ladder laten ingaan</button>')

    // the step that leads there, and the one that leads away
    const stap = { motivering: 'ja', wie: 'opdrachtgever', naarsoort: 'toestanden' }
    await post(`${BASIS}/overgangen`, {
      ...stap,
      gezien: '2',
      naam: 'Tussendoor praten',
      van: 'S1.verslag',
      naar: 'tussengesprek',
    })
    await post(`${BASIS}/overgangen`, {
      ...stap,
      gezien: '3',
      naam: 'Verder',
      van: 'tussengesprek',
      naar: 'S1.verslag',
    })
    expect(await lees(get(BASIS))).toContain('De ladder klopt en kan ingaan.')

    expect((await post(`${BASIS}/bewaren`, { gezien: '4', geldigVanaf: '', reden: '' })).status).toBe(422)
    const gaatIn = await post(`${BASIS}/bewaren`, { gezien: '4', geldigVanaf: '22-11-2026', reden: 'Nieuw contract' })
    expect(gaatIn.headers.get('location')).toBe('/inrichting/escalatieladder?gedaan=gewijzigd')
    const { versie, ladder } = await leesLadder(ctx)
    expect([versie, ladder.overgangen.at(-2)]).toEqual([
      2,
      expect.objectContaining({ code: 'tussendoor-praten', van: ['S1.verslag'], naar: ['tussengesprek'] }),
    ])
  })

  test('elk formulier van de meegeleverde ladder toont wat er is, en bewaart het ongewijzigd', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    await beginLadderconcept(als(ctx, 'functioneel beheerder'), 'eigen')
    for (const [deel, code, zin] of [
      ['stappen', '2', 'Een verbeterplan binnen twee weken'],
      ['toestanden', 'S2.beoordelen', 'De contractmanager beoordeelt het.'],
      ['termijnen', 'verslag', 'Eigen streeftermijn'],
      ['stukken', 'aanleiding', 'Wat niet is nagekomen'],
      ['maatregelen', 'clientenstop', 'Leeg: alle gemeenten van de overeenkomst.'],
      ['brieven', 'D25', '{plandatum}'],
      ['overgangen', 'A10', 'De termijn is voorbij (bij: het verbeterplan is niet opgeleverd)'],
    ] as const) {
      expect(await lees(get(`${BASIS}/${deel}/${code}`)), deel).toContain(zin)
    }
    const a10 = zw.ladder.overgangen.find(({ code }) => code === 'A10')!
    const velden = new URLSearchParams({ gezien: '1' })
    for (const [naam, waarde] of Object.entries(alsWaarden('overgangen', a10))) {
      for (const een of [waarde].flat()) velden.append(naam, een)
    }
    expect((await post(`${BASIS}/overgangen/A10`, Object.fromEntries(velden))).status).toBe(303)
    const { ladder } = (await findLadderconcept(ctx))!
    expect(ladder.overgangen.find(({ code }) => code === 'A10')).toEqual({
      ...a10,
      // a form of one value per name keeps the last of what is ticked
      klaar: [a10.klaar.at(-1)],
    })
  })

  test('een concept dat niet klopt is te bekijken; wie naar een oude versie keek, kijkt opnieuw', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    const fb = als(ctx, 'functioneel beheerder')
    await beginLadderconcept(fb, 'flevoland')
    await wijzigLadderconcept(fb, 1, { soort: 'verwijder', deel: 'toestanden', code: 'ONDERZOEK' })
    await wijzigLadderconcept(fb, 2, { soort: 'verwijder', deel: 'termijnen', code: 'herstel' })
    const html = await lees(get(BASIS))
    expect(html).toContain('De toestand ONDERZOEK bestaat niet.')
    expect(html).toContain('De termijn herstel is niet bekend.')
    expect((await get(`${BASIS}/overgangen/B8`)).status).toBe(200)
    expect((await get(`${BASIS}/termijnen/herstel`)).status).toBe(404)
    expect((await post(`${BASIS}/stukken/wederhoor/verwijderen`, { gezien: '1' })).status).toBe(409)
    expect((await post(`${BASIS}/bewaren`, { gezien: '3', geldigVanaf: '1-1-2027', reden: 'x' })).status).toBe(409)
    await post(`${BASIS}/verwerpen`, { gezien: '3' })
    expect(await lees(get(`${BASIS}?gedaan=verworpen`))).toContain('Het concept is weggegooid.')
  })

  test('alleen wie de inrichting mag wijzigen', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect((await get(BASIS)).status).toBe(403)
    expect((await post(BASIS, { van: 'eigen' })).status).toBe(403)
    expect(await lees(get('/inrichting/escalatieladder'))).not.toContain('Ladder samenstellen')
  })
})
