import { sql } from 'kysely'
import { expect } from 'vitest'
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
