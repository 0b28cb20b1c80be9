import { describe, expect, test as los } from 'vitest'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { rollen } from '../../domain/rechten.ts'
import { leesHandleiding, maakPagina } from './lees-handleiding.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await antwoord).text()

describe('handboek', () => {
  test('elke bladzijde is te lezen, en elke verwijzing komt ergens uit', async ({ ctx }) => {
    const { get } = await makeTestApp({ ctx, rol: 'lokaal team' })
    const paginas = [...leesHandleiding().values()]
    expect(paginas.map(({ naam }) => naam)).toEqual([
      '',
      'aanmelden',
      'vandaag',
      'aanbieders',
      'overeenkomsten',
      'contactpersonen',
      'kalender',
      'berichten',
      'evaluaties',
      'kpis',
      'bevindingen',
      'gesprekken',
      'verbeterplannen',
      'escalaties',
      'brieven',
      'dossier',
      'overlegtafels',
      'taken-en-mandaat',
      'organisatie',
      'inrichting',
      'bewaren',
      'voorkeuren',
      'gebruikers',
      'rollen',
      'inzage',
      'begrippen',
    ])
    for (const { naam, titel, lead } of paginas) {
      const html = await lees(get(naam === '' ? '/handleiding' : `/handleiding/${naam}`))
      expect(html).toContain(`<h1>${titel}</h1>`)
      expect(lead.length).toBeGreaterThan(30)
      const verwijzingen = [
        ...html
          .split('ov-proza')[1]!
          .split('<aside')[0]!
          .matchAll(/href="([^"]*)"/g),
      ].map((m) => m[1]!)
      for (const verwijzing of verwijzingen) {
        const [pad, anker] = verwijzing.split('#')
        const doel = await get(pad!)
        expect([verwijzing, doel.status]).toEqual([verwijzing, 200])
        if (anker) expect(await lees(doel)).toContain(`id="${anker}"`)
      }
    }
    expect((await get('/handleiding/bestaat-niet')).status).toBe(404)
    expect((await get('/handleiding/..%2Fbegrippen')).status).toBe(404)
  })

  test('elk onderdeel van het menu heeft hulp op de goede bladzijde', async ({ ctx }) => {
    const { get } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    for (const pad of ['/berichten', '/aanbieders', '/inrichting', '/']) {
      const hulp = /<a href="(\/handleiding[^"]*)">Handboek<\/a>/.exec(await lees(get(pad)))?.[1]
      expect([pad, (await get(hulp!)).status]).toEqual([pad, 200])
    }
  })

  los('elke rol van mensen staat bij de rollen', () => {
    const { html } = leesHandleiding().get('rollen')!
    for (const [rol, naam] of Object.entries(rollen)) {
      if (!rol.includes('(')) expect(html).toContain(`<th scope="row">${naam}</th>`)
    }
  })
})

describe('een bladzijde uit Markdown', () => {
  los('titel en eerste zin worden kop en lead, de rest de bladzijde', () => {
    const pagina = maakPagina(
      'proef',
      '# Titel\n\nEen **zin**.\n\n## Een kop\n\nZie [hier](kpis.md#waarom) of [begin](index.md).\n\n| a | b |\n|---|---|\n| 1 | `x` |\n',
    )
    expect(pagina).toMatchObject({ titel: 'Titel', lead: 'Een zin.' })
    expect(pagina.html).toContain('<h2 id="een-kop">Een kop</h2>')
    expect(pagina.html).toContain('<a href="/handleiding/kpis#waarom">hier</a> of <a href="/handleiding">begin</a>')
    expect(pagina.html).toContain('<tr><th scope="row">1</th><td><code>x</code></td></tr>')
  })

  los('HTML uit een bestand bereikt de pagina niet', () => {
    const { html } = maakPagina(
      'proef',
      '# T\n\nx\n\n<script>alert(1)</script>\n\nVoor <b onclick="x">vet</b> na [l](javascript:"x<y)',
    )
    expect(html).not.toMatch(/<script|<b |onclick|"x</)
    expect(html).toContain('Voor vet na')
  })
})
