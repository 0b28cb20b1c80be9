import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test as los } from 'vitest'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { objecten } from '../../domain/rechten/matrix.ts'
import { rollen, type Rol } from '../../domain/rechten.ts'
import { leesHandleiding } from '../handleiding/lees-handleiding.ts'
import { bronanker } from './bronnen.tsx'
import { rolregel } from './woorden.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

/** The words in one cell of the matrix. */
function cel(html: string, onderdeel: string, kolom: string): string {
  const rij = html.split('<tr>').find((deel) => deel.startsWith(`<th scope="row">${onderdeel}<`))!
  const inhoud = new RegExp(`<td data-kop="${kolom}"[^>]*>(.*?)</td>`).exec(rij)![1]!
  return inhoud
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('rechten', () => {
  test('ROL-17, ROL-19: de pagina toont per onderdeel en rol wat er geldt, in woorden', async ({ ctx }) => {
    const { get } = await makeTestApp({ ctx, rol: 'privacyfunctionaris' })
    const html = await lees(get('/rechten'))
    expect(html).toContain('Uw rol: Privacyfunctionaris.')
    expect(cel(html, 'KPI-resultaat', 'Contractmanager')).toBe('lezen wijzigen (nog geen pagina) publiceren')
    expect(cel(html, 'KPI-resultaat', 'Realisatie- en verificatiemanager')).toBe('– niets')
    expect(cel(html, 'Evaluatie van het resultaat', 'Medewerker lokaal team')).toMatch(
      /^maken lezen \(nog geen pagina\)/,
    )
    expect(cel(html, 'Evaluatie van het resultaat', 'Contractmanager')).toBe('lezen (nog geen pagina)')
    expect(cel(html, 'Berichten en cliënttevredenheid', 'Contractmanager')).toBe('– niets')
    expect(cel(html, 'Casus', 'Aanbieder')).toBe('lezen eigen')
    expect(html).toContain('<a href="/handleiding/rollen#rol-17">ROL-17</a>')
    expect(await lees(get('/rechten?rol=bestaat-niet'))).toContain('Wat elke rol mag')
    expect(await lees(get('/rechten?rol=beheer (opdrachtregel)'))).toContain('Wat elke rol mag')
  })

  test('ROL-08, ROL-09, ROL-21: een rol kiezen toont wat die mag, welke kolom hij volgt en waar het staat', async ({
    ctx,
  }) => {
    const { get } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    for (const rol of (Object.keys(rollen) as Rol[]).filter((rol) => !rol.includes('('))) {
      expect(await lees(get(`/rechten?rol=${encodeURIComponent(rol)}`)), rol).toContain(`<h1>${rollen[rol]}</h1>`)
    }
    const administratie = await lees(get('/rechten?rol=aanbieder administratie'))
    expect(administratie).toContain('Volgt de kolom Aanbieder, maar heeft daarvan alleen wat hier staat.')
    expect(administratie).toContain('alleen van de eigen organisatie')
    expect(administratie).not.toContain('Casus')
    const manager = await lees(get('/rechten?rol=contractmanager'))
    expect(manager).toContain('Alleen zonder grens: stelt KPI’s vast')
    expect(await lees(get('/rechten?rol=ervaringsdeskundige'))).toContain('Ziet en doet nog niets')
  })

  los('het handboek zegt per rol hetzelfde als de tabel', () => {
    const tekst = readFileSync(join(import.meta.dirname, '../../../docs/handleiding/rollen.md'), 'utf8')
    const regels = (Object.keys(rollen) as Rol[]).filter((rol) => !rol.includes('(')).map(rolregel)
    expect(tekst.split('\n').filter((regel) => regel.startsWith('| ') && !regel.startsWith('| Rol |'))).toEqual(regels)
  })

  los('elke bron van de matrix staat in het handboek', () => {
    const { html } = leesHandleiding().get('rollen')!
    const bronnen = new Set(objecten.flatMap(({ bron }) => bron.split(', ')))
    expect(bronnen.size).toBeGreaterThan(20)
    expect([...bronnen].filter((bron) => !html.includes(`id="${bronanker(bron)}"`))).toEqual([])
  })
})
