import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { renderPage } from '../render.tsx'
import { attribuut, attributen, tags } from '../ui/html.testhulp.ts'
import type { Raam } from '../ui/pagina.tsx'
import { StijlPage } from './stijl-page.tsx'

const raam: Raam = {
  vandaag: { label: 'Vandaag', href: '/' },
  groepen: [
    { naam: 'Plan', items: [{ label: 'Aanbieders', href: '/aanbieders', actief: true }] },
    { naam: 'Act', items: [] },
    { naam: 'Beheer', items: [{ label: 'Inrichting', href: '/inrichting' }] },
  ],
  regio: 'Proefregio',
  help: '/handleiding/stijl',
  zoeken: '/zoeken',
  persoon: { naam: 'M. de Wit', rol: 'Contractmanager', afmelden: '/afmelden' },
  csrf: 'geheim-van-deze-sessie',
  voet: 'Voorbeeldregio',
}
const html = renderPage(<StijlPage raam={raam} />)

test('geen enkele bouwsteen heeft een stijl of script in de pagina zelf', () => {
  expect(html.length).toBeGreaterThan(40_000)
  expect(html).not.toMatch(/\sstyle=/)
  expect(html).not.toMatch(/<style/)
  expect(html).not.toMatch(/\son[a-z]+=/)
  expect(tags(html, 'script').every((tag) => attribuut(tag, 'src')?.startsWith('/assets/'))).toBe(true)
})

test('elk veld heeft een label en elke beschrijving bestaat', () => {
  const ids = attributen(html, 'id')
  expect(new Set(ids).size, 'een id komt één keer voor').toBe(ids.length)

  const labels = tags(html, 'label').map((tag) => attribuut(tag, 'for'))
  const velden = ['input', 'select', 'textarea'].flatMap((naam) => tags(html, naam))
  const zonder = velden.filter(
    (veld) => !/type="(hidden)"/.test(veld) && !labels.includes(attribuut(veld, 'id')) && !veld.includes('ov-kies-'),
  )
  expect(velden.length).toBeGreaterThan(20)
  expect(zonder).toEqual([])
  for (const verwijzing of [...attributen(html, 'aria-describedby'), ...attributen(html, 'aria-labelledby')]) {
    for (const id of verwijzing.split(' ')) expect(ids).toContain(id)
  }
})

test('elk formulier dat iets verandert draagt het geheim van de sessie', () => {
  const formulieren = html
    .split('<form')
    .slice(1)
    .filter((deel) => deel.startsWith(' ') && /^[^>]*method="post"/.test(deel))
  expect(formulieren.length).toBeGreaterThan(4)
  for (const formulier of formulieren) {
    expect(formulier.slice(formulier.indexOf('>') + 1)).toMatch(
      /^<input type="hidden" name="csrf" value="geheim-van-deze-sessie"/,
    )
  }
})

test('elke grafiek heeft een tekst voor wie hem niet ziet', () => {
  const grafieken = tags(html, 'svg').filter(
    (tag) => !tag.includes('aria-hidden') && !/\soverflow=|preserveAspectRatio/.test(tag),
  )
  expect(grafieken.length).toBeGreaterThan(8)
  expect(grafieken.filter((tag) => attribuut(tag, 'role') !== 'img' || !attribuut(tag, 'aria-label'))).toEqual([])
})

test('een fase zonder kamers staat niet in het menu en de plek waar u bent wel', () => {
  expect(html).not.toContain('>Act<')
  expect(html).toContain('<a href="/aanbieders" aria-current="page">Aanbieders</a>')
  expect(html).toMatch(/<title>Stijl · Proefregio · Overlap<\/title>/)
})

test('ook deze lange pagina weegt weinig', () => {
  expect(brotliCompressSync(html).length).toBeLessThan(20 * 1024)
})

// A page of its own cannot stand within a page.
const ELDERS = ['kale-pagina.tsx']

test('elke bouwsteen staat op de pagina', () => {
  const map = join(import.meta.dirname, '../ui')
  const gezien = new Set<string>()
  const volg = (bestand: string) => {
    if (gezien.has(bestand)) return
    gezien.add(bestand)
    const tekst = readFileSync(bestand, 'utf8').replace(/import type [^\n]*/g, '')
    for (const [, pad] of tekst.matchAll(/from '(\.[^']+\.tsx)'/g)) volg(resolve(dirname(bestand), pad!))
  }
  volg(join(import.meta.dirname, 'stijl-page.tsx'))
  const bouwstenen = readdirSync(map).filter((naam) => naam.endsWith('.tsx') && !naam.endsWith('.test.tsx'))
  expect(bouwstenen.length).toBeGreaterThan(45)
  expect(bouwstenen.filter((naam) => !gezien.has(join(map, naam)) && !ELDERS.includes(naam))).toEqual([])
})
