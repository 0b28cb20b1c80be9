import { sql } from 'kysely'
import { expect, describe } from 'vitest'
import { maakAanbieder } from '../../test/afspraken.ts'
import { test } from '../../test/regio.ts'
import { makeTestApp } from '../../test/web.ts'
import { weigerBsn, zonderBsn } from './geen-bsn.ts'
import { routes } from './routes.ts'

const BSN = '999932172'

describe('een BSN in een formulier', () => {
  test('wordt geweigerd, niet herhaald en nergens bewaard', async ({ ctx }) => {
    const aanbiederId = await maakAanbieder(ctx)
    const { post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const bevinding = { aanbiederId, titel: 'Wacht lang', toelichting: `Zie het dossier van ${BSN}.` }
    const antwoord = await post(routes.bevindingVastleggen(), bevinding)
    expect(antwoord.status).toBe(422)
    const html = await antwoord.text()
    expect(html).toContain('kan zijn. Dat bewaart Overlap niet.')
    expect(html).not.toContain(BSN)
    const { rows } = await sql`select from bevinding where regio_id = ${ctx.regioId}`.execute(ctx.db)
    expect(rows).toEqual([])
    // the same form without it is taken
    expect((await post(routes.bevindingVastleggen(), { ...bevinding, toelichting: 'Zie C-7KQ2M.' })).status).toBe(303)
  })

  test('wordt ook voor het aanmelden niet herhaald', async ({ ctx }) => {
    const { app } = await makeTestApp({ ctx, rol: 'raad' })
    for (const pad of ['/aanmelden', '/wachtwoord-vergeten']) {
      const antwoord = await app.request(pad, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ email: `dossier ${BSN}`, wachtwoord: 'x' }).toString(),
      })
      expect([pad, (await antwoord.text()).includes(BSN)]).toEqual([pad, false])
    }
  })

  test.for([
    ['een BSN in een zin', { reden: `cliënt ${BSN}, Purmerend` }, true],
    ['een BSN in een van meer waarden', { aanbieder: ['1', BSN] }, true],
    ['negen cijfers die niet aan de elfproef voldoen', { reden: '999932173' }, false],
    ['een telefoonnummer', { telefoon: '0751234567' }, false],
    ['een langer getal', { reden: `${BSN}1` }, false],
    ['een id met negen cijfers op een rij', { id: `0198b7a0-0000-7000-8000-${BSN}abc` }, false],
    ['wat gezocht wordt: dat wordt nergens bewaard', { zoek: BSN }, false],
    ['het merk van de sessie', { csrf: BSN }, false],
  ] as const)('%s', ([, velden, geweigerd]) => {
    if (geweigerd) expect(() => weigerBsn(velden)).toThrow('burgerservicenummer')
    else expect(() => weigerBsn(velden)).not.toThrow()
  })
})

describe('een BSN in een adres', () => {
  test('verdwijnt meteen: geen bladzij en geen verwijzing herhaalt het', async ({ ctx }) => {
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const antwoord = await get(`/aanbieders?zoek=${BSN}&grootte=klein`)
    expect([antwoord.status, antwoord.headers.get('location')]).toEqual([303, '/aanbieders?grootte=klein'])
    expect((await get(`/bevindingen?x=${BSN}`)).headers.get('location')).toBe('/bevindingen')
    expect((await get('/aanbieders?zoek=99331200')).status).toBe(200)
  })

  test.for([
    ['/kpis?jaar=2025', undefined],
    ['/kpis', undefined],
    [`/kpis?jaar=2025&van=${BSN}`, '/kpis?jaar=2025'],
    [`/kpis?${BSN}=1`, '/kpis'],
    [`/kpis?x=a+${BSN}`, '/kpis'],
    [`/kpis?id=0198b7a0-0000-7000-8000-${BSN}abc`, undefined],
  ] as const)('%s wordt %s', ([van, naar]) => {
    expect(zonderBsn(`http://localhost${van}`)).toBe(naar)
  })
})
