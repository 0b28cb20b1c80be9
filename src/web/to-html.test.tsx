import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Breadcrumb } from '@amsterdam/design-system-react'
import fc from 'fast-check'
import { createContext, createElement, memo, useContext, useId, type ReactElement, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import ts from 'typescript'
import { describe, expect, test, vi } from 'vitest'
import { attributeOf, tagOf } from './html-names.ts'
import { toHtml } from './to-html.ts'

const gelijk = (element: ReactElement) => expect(toHtml(element)).toBe(renderToStaticMarkup(element))

describe('toHtml schrijft wat React schrijft', () => {
  test.each<[string, ReactElement]>([
    ['tekst met tekens die iets betekenen', <p title={`"a" & 'b' <c>`}>{`"a" & 'b' <c>`}</p>],
    ['getallen, niets en lijsten', <p>{[1, 'a', null, undefined, true, false, [2.5, <b key="b">c</b>], '', 0]}</p>],
    ['een fragment', <>a{<i>b</i>}</>],
    ['namen die in HTML anders heten', <label className="a" htmlFor="b" tabIndex={-1} />],
    ['wat alleen waar of onwaar is', <input disabled required={false} readOnly hidden={undefined} />],
    [
      'waar en onwaar bij aria en data',
      <b aria-hidden aria-expanded={false} data-rij="" data-x={true} id={undefined} />,
    ],
    [
      'een leeg element',
      <p>
        <br />
        <wbr />
      </p>,
    ],
    [
      'velden met een waarde',
      <form action="/a" method="post" className="f">
        <input name="n" type="text" value="v" readOnly />
        <input name="m" defaultValue={3} />
      </form>,
    ],
    ['een vinkje', <input type="checkbox" name="c" defaultChecked value="1" />],
    [
      'een knop',
      <button name="stap" value="klaar" type="submit" className="k">
        Klaar
      </button>,
    ],
    [
      'een keuze',
      <select id="k" name="k" defaultValue="b">
        <option value="a">A</option>
        <option value="b">B &amp; C</option>
      </select>,
    ],
    [
      'een keuze met een lijst',
      <select defaultValue="2">
        {[1, 2].map((n) => (
          <option key={n} value={String(n)}>
            nummer {n}
          </option>
        ))}
      </select>,
    ],
    [
      'een keuze zonder waarde',
      <select name="k">
        <option>A</option>
      </select>,
    ],
    ['een groot veld', <textarea name="t" defaultValue={'\na\n'} rows={3} />],
    [
      'een tekening',
      <svg viewBox="0 0 1 1">
        <clipPath id="a">
          <rect x="0" y={0.5} />
        </clipPath>
        <path d="M0 0" strokeWidth="2" strokeDasharray="1 2" clipPath="url(#a)" />
        <use href="#b" />
      </svg>,
    ],
    ['eigen HTML', <div className="p" dangerouslySetInnerHTML={{ __html: '<b>x</b>' }} />],
    [
      'een lege verwijzing',
      <p>
        <a href="">a</a>
        <a href="javascript:alert(1)">b</a>
      </p>,
    ],
    ['een stijl', <p style={{ color: 'red', marginTop: 3 }}>a</p>],
    ['wat niemand kent', createElement('p', { onClick: () => 1, about: 1, itemProp: 'a', key: 'k' }, 'a')],
    [
      'een onderdeel van het ontwerpsysteem',
      <Breadcrumb>
        <Breadcrumb.Link href="/a">A</Breadcrumb.Link>
      </Breadcrumb>,
    ],
  ])('%s', (_, element) => gelijk(element))

  test('een onderdeel dat van React zelf iets vraagt', () => {
    // React says on the console that a hook was called outside it: that is how toHtml finds out
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const Kleur = createContext('rood')
    const Met = () => <b>{useContext(Kleur)}</b>
    const Lid = memo(({ naam }: { naam: string }) => <i>{naam}</i>)
    const Genummerd = ({ children }: { children: ReactNode }) => <p data-id={useId().length > 0}>{children}</p>
    const alles = (
      <div>
        <Kleur.Provider value="blauw">
          <Met />
        </Kleur.Provider>
        <Met />
        <Lid naam="a" />
        <Genummerd>
          <Lid naam="b" />
        </Genummerd>
      </div>
    )
    gelijk(alles)
    // the second time it is known which components need React
    gelijk(alles)
  })

  test('een fout in een onderdeel komt eruit, en niet drie keer', () => {
    let keer = 0
    const Stuk = () => {
      keer++
      throw new Error('stuk')
    }
    expect(() =>
      toHtml(
        <div>
          <p>
            <Stuk />
          </p>
        </div>,
      ),
    ).toThrow('stuk')
    expect(keer).toBeLessThan(3)
  })

  test('bij willekeurige bomen', () => {
    // and that a boolean is no value of title
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const tekst = fc.string({ unit: fc.constantFrom('a', ' ', '"', "'", '&', '<', '>', '\n', 'é'), maxLength: 6 })
    const waarde = fc.oneof(
      tekst,
      fc.integer({ min: -3, max: 99 }),
      fc.double({ noNaN: true, min: -2, max: 2 }),
      fc.boolean(),
      fc.constant(null),
      fc.constant(undefined),
    )
    const attribuut = fc.constantFrom(
      'id',
      'className',
      'title',
      'href',
      'hidden',
      'tabIndex',
      'colSpan',
      'role',
      'aria-label',
      'data-kop',
      'width',
      'dateTime',
      'lang',
      'strokeWidth',
      'about',
      'autoFocus',
      'download',
    )
    const boom = fc.letrec<{ knoop: ReactNode }>((tie) => ({
      knoop: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        tekst,
        fc.constantFrom<ReactNode>(0, 7, null, undefined, true, false),
        fc
          .record({
            soort: fc.constantFrom('p', 'span', 'td', 'a', 'b', 'section', 'h2'),
            props: fc.dictionary(attribuut, waarde, { maxKeys: 4 }),
            kinderen: fc.array(tie('knoop'), { maxLength: 4 }),
          })
          .map(({ soort, props, kinderen }) => createElement(soort, props, ...kinderen)),
      ),
    })).knoop
    fc.assert(
      fc.property(boom, (kind) => {
        gelijk(<div>{kind}</div>)
      }),
      { numRuns: 500 },
    )
  })
})

describe('wat onze bladzijden schrijven, kent toHtml', () => {
  // Falling back on React is right but slow, so each name is there on purpose or on this list.
  const opReact = {
    tags: ['textarea', 'select', 'option', 'img'],
    attributen: ['ref', 'dangerouslySetInnerHTML', 'rows', 'children', 'alt'],
  }
  const bestanden = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
    .filter((bestand) => bestand.isFile() && bestand.name.endsWith('.tsx') && !bestand.name.includes('.test.'))
    .map((bestand) => join(bestand.parentPath, bestand.name))

  test('elke naam van een element en een attribuut', () => {
    const tags = new Set<string>()
    const attributen = new Set<string>()
    const bezoek = (knoop: ts.Node) => {
      if (
        (ts.isJsxOpeningElement(knoop) || ts.isJsxSelfClosingElement(knoop)) &&
        /^[a-z]/.test(knoop.tagName.getText())
      ) {
        tags.add(knoop.tagName.getText())
        for (const attribuut of knoop.attributes.properties) {
          if (ts.isJsxAttribute(attribuut)) attributen.add(attribuut.name.getText())
        }
      }
      ts.forEachChild(knoop, bezoek)
    }
    for (const bestand of bestanden) {
      bezoek(
        ts.createSourceFile(bestand, readFileSync(bestand, 'utf8'), ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX),
      )
    }
    expect(bestanden.length).toBeGreaterThan(80)
    expect(tags.size).toBeGreaterThan(40)
    expect([...tags].filter((tag) => tagOf(tag) === null && !opReact.tags.includes(tag))).toEqual([])
    const eigen = ['key', 'checked', 'defaultChecked', 'defaultValue', ...opReact.attributen]
    expect([...attributen].filter((naam) => attributeOf(naam) === null && !eigen.includes(naam))).toEqual([])
  })
})
