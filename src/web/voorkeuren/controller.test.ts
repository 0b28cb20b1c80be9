import { describe, expect } from 'vitest'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { rollen, type Rol } from '../../domain/rechten.ts'

const personen = (Object.keys(rollen) as Rol[]).filter((rol) => !rol.includes('('))

describe('voorkeuren', () => {
  test.for(personen)('%s vindt ze in het menu van de persoon en bewaart ze', async (rol, { ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol, ...(rol.startsWith('aanbieder') && { agb: '98990101' }) })
    const eerst = await (await get('/')).text()
    expect(eerst).toContain('<a href="/voorkeuren">Voorkeuren</a>')
    expect(eerst).not.toContain('data-rijen')
    expect(eerst).not.toContain('data-sneltoetsen')

    const antwoord = await post('/voorkeuren', { rijhoogte: 'ruim' })
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, '/voorkeuren?gedaan=bewaard'])
    for (const pad of ['/', '/aanbieders', '/voorkeuren?gedaan=bewaard', '/bestaat-niet']) {
      expect(await (await get(pad)).text()).toContain('<html lang="nl" data-sneltoetsen="uit" data-rijen="ruim">')
    }
    const pagina = await (await get('/voorkeuren?gedaan=bewaard')).text()
    expect(pagina).toContain('Uw voorkeuren zijn bewaard.')
    expect(pagina).toMatch(/<input[^>]*value="ruim"[^>]*checked|<input[^>]*checked[^>]*value="ruim"/)
    expect(pagina).not.toContain('<kbd')

    await post('/voorkeuren', { rijhoogte: 'compact', sneltoetsen: 'ja' })
    expect(await (await get('/')).text()).toContain('<html lang="nl">')
  })

  test('een hoogte die niet bestaat, wordt geweigerd naast het veld en wijzigt niets', async ({ ctx }) => {
    const { get, post } = await makeTestApp({ ctx, rol: 'beleid' })
    for (const velden of [{}, { rijhoogte: 'reusachtig' }] as Record<string, string>[]) {
      const antwoord = await post('/voorkeuren', velden)
      expect(antwoord.status).toBe(422)
      const html = await antwoord.text()
      expect(html).toContain('<title>Fout: Voorkeuren')
      expect(html).toContain('id="veld-rijhoogte-fout"')
    }
    expect(await (await get('/')).text()).toContain('<html lang="nl">')
  })

  test('zonder geheim woord van de sessie gebeurt er niets', async ({ ctx }) => {
    const { post } = await makeTestApp({ ctx, rol: 'beleid' })
    expect((await post('/voorkeuren', { csrf: 'anders', rijhoogte: 'ruim' })).status).toBe(403)
  })
})
