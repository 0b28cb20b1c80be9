import { sql } from 'kysely'
import { expect } from 'vitest'
import { leesGebeurtenissen } from '../../../test/afspraken.ts'
import { EICAR, startClamd, type Gedrag } from '../../../test/clamd.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

function formulier(inhoud: string, velden: Record<string, string> = {}) {
  const formulier = new FormData()
  formulier.set('bestand', new File([inhoud], 'x.csv'))
  for (const [naam, waarde] of Object.entries(velden)) formulier.set(naam, waarde)
  return formulier
}

const EVALUATIES =
  'gemeentecode;toewijzingNummer;datum;soort;resultaat;reden\n0439;1711;2026-11-04;einde-beschikking;behaald;\n'

test('ROL-17: het lokaal team bekijkt evaluaties en legt ze vast; een onbekende toewijzing wacht', async ({ ctx }) => {
  const { get, postFormulier } = await makeTestApp({ ctx, rol: 'lokaal team' })
  expect((await get('/evaluaties/inlezen')).status).toBe(200)
  const html = await lees(postFormulier('/evaluaties/inlezen', formulier(EVALUATIES)))
  expect(html).toContain('1 rij wacht op iets wat nog niet bekend is.')
  expect(html).toContain('gemeente 0439, toewijzing 1711')
  const antwoord = await postFormulier('/evaluaties/inlezen', formulier(EVALUATIES, { stap: 'bevestigen' }))
  expect(antwoord.headers.get('location')).toBe('/evaluaties/inlezen?nieuw=1&gewijzigd=0&ongewijzigd=0')
  const { rows } = await sql`select ingelezen_door from evaluatie where regio_id = ${ctx.regioId}`.execute(ctx.db)
  expect(rows).toEqual([{ ingelezenDoor: 'Test lokaal team' }])
})

test.for(['/evaluaties/inlezen', '/cto/inlezen'])(
  'ROL-17: een contractmanager kan %s niet openen',
  async (pad, { ctx }) => {
    const { get, postFormulier } = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect((await get(pad)).status).toBe(403)
    expect((await postFormulier(pad, formulier(EVALUATIES))).status).toBe(403)
  },
)

test('een bestand dat te groot is om mee te geven wordt bij het vastleggen opnieuw gekozen', async ({ ctx }) => {
  const groot = EVALUATIES + '0439;1711;2026-11-04;einde-beschikking;behaald;\n'.repeat(22_000)
  const { postFormulier } = await makeTestApp({ ctx, rol: 'backoffice' })
  const html = await lees(postFormulier('/evaluaties/inlezen', formulier(groot)))
  expect(html).toContain('Kies hetzelfde bestand nog een keer')
  expect(html).toContain('de eerste 500 rijen; nog 21.501 andere')
  expect(html).not.toContain('name="inhoud"')
})

test.for<[Gedrag, string, number, string]>([
  ['gewoon', EICAR, 422, 'De virusscanner vond iets in dit bestand (Eicar-Test-Signature).'],
  ['te groot', '', 422, 'te groot voor de virusscanner'],
  ['stil', '', 503, 'De virusscanner gaf geen uitslag.'],
  ['fout', '', 503, 'De virusscanner gaf geen uitslag.'],
])(
  'een scanner die %s doet: het bestand wordt niet bekeken en niet vastgelegd',
  async ([gedrag, staart, status, melding], { ctx }) => {
    await using clamd = await startClamd(gedrag)
    const { postFormulier } = await makeTestApp({ ctx, rol: 'backoffice', scanner: clamd.scanner })
    const inhoud = EVALUATIES + staart
    const meegegeven = new FormData()
    // what the preview gave along can come back as anything
    meegegeven.set('inhoud', Buffer.from(inhoud).toString('base64'))
    meegegeven.set('stap', 'bevestigen')
    for (const verzoek of [formulier(inhoud), formulier(inhoud, { stap: 'bevestigen' }), meegegeven]) {
      const antwoord = await postFormulier('/evaluaties/inlezen', verzoek)
      expect(antwoord.status).toBe(status)
      const html = await lees(antwoord)
      expect(html).toContain(melding)
      expect(html).toContain('id="veld-bestand-fout"')
      expect(html).not.toContain('toewijzing 1711')
    }
    const { rows } = await sql`select from evaluatie where regio_id = ${ctx.regioId}`.execute(ctx.db)
    expect(rows).toEqual([])
    expect(await leesGebeurtenissen(ctx, 'virus:gevonden')).toHaveLength(gedrag === 'gewoon' ? 3 : 0)
  },
)

test('een schoon bestand gaat langs de scanner en verder als altijd', async ({ ctx }) => {
  await using clamd = await startClamd()
  const { postFormulier } = await makeTestApp({ ctx, rol: 'backoffice', scanner: clamd.scanner })
  const html = await lees(postFormulier('/evaluaties/inlezen', formulier(EVALUATIES)))
  expect(html).toContain('gemeente 0439, toewijzing 1711')
  const inhoud = /name="inhoud" value="([^"]*)"/.exec(html)![1]!
  const meegegeven = new FormData()
  meegegeven.set('inhoud', inhoud)
  meegegeven.set('stap', 'bevestigen')
  expect((await postFormulier('/evaluaties/inlezen', meegegeven)).status).toBe(303)
  expect(clamd.ontvangen.map((bytes) => bytes.toString())).toEqual([EVALUATIES, EVALUATIES])
})

test('meer dan 10 MB wordt niet gelezen en gaat niet naar de scanner', async ({ ctx }) => {
  await using clamd = await startClamd()
  const { postFormulier } = await makeTestApp({ ctx, rol: 'backoffice', scanner: clamd.scanner })
  const antwoord = await postFormulier('/evaluaties/inlezen', formulier('x'.repeat(10 * 1024 * 1024)))
  expect(antwoord.status).toBe(413)
  expect(await lees(antwoord)).toContain('ten hoogste 10 MB')
  expect(clamd.stand.verbindingen).toBe(0)
})
