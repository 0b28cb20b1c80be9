import { describe, expect } from 'vitest'
import { als, test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { leesCtoIn } from '../../domain/do/evaluatie/lees-cto-in.ts'
import { leesEvaluatiesIn } from '../../domain/do/evaluatie/lees-evaluaties-in.ts'
import { mag, rollen, type Rol } from '../../domain/rechten.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')
// what the page says: outside it stand the hour the session ends and random values
const inhoud = (html: string) => /<main[\s\S]*<\/main>/.exec(html)![0].replaceAll(/<[^>]*>/g, ' ')
const personen = (Object.keys(rollen) as Rol[]).filter((rol) => !rol.includes('('))

const EVALUATIES = Buffer.from(
  'gemeentecode;toewijzingNummer;datum;soort;resultaat;reden\n0439;1;2026-03-01;einde-beschikking;behaald;\n0439;2;2025-02-01;tussentijds;niet behaald;client\n',
)

describe('evaluaties', () => {
  test('ROL-17: het lokaal team vindt ze in het menu, ziet wat is ingelezen en leest in', async ({ ctx }) => {
    await leesEvaluatiesIn(als(ctx, 'lokaal team'), EVALUATIES)
    const { get } = await makeTestApp({ ctx, rol: 'lokaal team' })
    expect(await lees(get('/'))).toContain('<a href="/evaluaties">Evaluaties</a>')
    const html = await lees(get('/evaluaties'))
    expect(html).toContain('<a href="/evaluaties" aria-current="page">Evaluaties</a>')
    expect(html).toContain('<b>1 evaluatie over 2026</b>, 1 keer behaald.')
    expect(html).toContain('Van 6 gemeenten is niets ingelezen.')
    expect(html).toContain('1 wacht op een toewijzing')
    expect(html).toContain('Test lokaal team')
    expect(html).toContain('2 evaluaties')
    expect(html).toContain('href="/evaluaties/inlezen"')
    expect(await lees(get('/evaluaties?jaar=2025'))).toContain('<b>1 evaluatie over 2025</b>, 0 keer behaald.')
    expect(await lees(get('/evaluaties?jaar=onzin'))).toContain('over 2026</b>')
    const csv = await lees(get('/evaluaties.csv?jaar=2025'))
    expect(csv).toContain('2025;Purmerend;0439;Purmerend/Edam-Volendam;1;0;1;1;2025-02-01;2025-02-01')
    expect(csv.trim().split('\r\n')).toHaveLength(8)
    // the tab of the surveys, where this role reads nothing in
    const cto = await lees(get('/evaluaties/clienttevredenheid'))
    expect(cto).toContain('Er is nog niets ingelezen')
    expect(cto).not.toContain('/cto/inlezen')
    expect(await lees(get('/evaluaties/inlezen'))).toContain('<a href="/evaluaties" aria-current="page">')
  })

  test('S44: wie er niet mee werkt, ziet of er iets is, en niet hoeveel het er zijn of wanneer', async ({ ctx }) => {
    const veel = Array.from(
      { length: 12 },
      (_, i) => `0479;${i + 10};2026-04-0${String((i % 9) + 1)};tussentijds;behaald;`,
    )
    await leesEvaluatiesIn(als(ctx, 'lokaal team'), Buffer.from(`${EVALUATIES.toString()}${veel.join('\n')}\n`))
    await leesCtoIn(
      als(ctx, 'backoffice'),
      Buffer.from(
        'jaar;veldwerkEinde;gemeentecode;toewijzingNummer;cijfer;datumRespons\n2026;2026-10-16;0439;1;8,0;2026-10-01\n',
      ),
    )
    for (const rol of ['contractbeheerder', 'functioneel beheerder'] as const) {
      const { get } = await makeTestApp({ ctx, rol })
      const html = await lees(get('/evaluaties'))
      expect(html).toContain('<b>Van 2 gemeenten is over 2026 iets ingelezen.</b>')
      expect(html).toContain('minder dan 10')
      expect(html).toContain('10 of meer')
      // no count, no sum, no day of a few, in the page or the file
      expect(inhoud(html)).not.toMatch(/1[234] evaluaties|13|1 mrt|maart 2026/)
      for (const soort of ['csv']) {
        const regels = (await lees(get(`/evaluaties.${soort}`))).trim().split('\r\n')
        expect(regels.filter((regel) => /Purmerend;|Zaanstad;/.test(regel))).toEqual([
          '2026;Purmerend;0439;Purmerend/Edam-Volendam;minder dan 10;minder dan 10',
          '2026;Zaanstad;0479;Zaanstad/Wormerland;10 of meer;10 of meer',
        ])
      }
    }
    // who reads a file in had it in hand; who works with cases sees all
    const exact = async (rol: Rol, pad: string) =>
      (await lees((await makeTestApp({ ctx, rol })).get(pad))).includes('minder dan')
    for (const rol of ['contractmanager', 'lokaal team', 'backoffice'] as const) {
      expect([rol, await exact(rol, '/evaluaties.csv')]).toEqual([rol, false])
    }
    expect(await exact('contractbeheerder', '/evaluaties/clienttevredenheid.csv')).toBe(false)
    expect(await exact('functioneel beheerder', '/evaluaties/clienttevredenheid.csv')).toBe(true)
  })

  test('wie het niet mag, ziet geen regel in het menu en krijgt 403', async ({ ctx }) => {
    for (const rol of personen) {
      const { get } = await makeTestApp({ ctx, rol, ...(rol.startsWith('aanbieder') && { agb: '98990101' }) })
      const toegestaan = mag({ rollen: [{ rol, agb: null }] }, 'evaluatie:lezen')
      expect([rol, (await lees(get('/'))).includes('href="/evaluaties"')]).toEqual([rol, toegestaan])
      for (const pad of [
        '/evaluaties',
        '/evaluaties/clienttevredenheid',
        '/evaluaties.csv',
        '/evaluaties/clienttevredenheid.xlsx',
      ]) {
        expect([rol, pad, (await get(pad)).status]).toEqual([rol, pad, toegestaan ? 200 : 403])
      }
    }
  })
})
