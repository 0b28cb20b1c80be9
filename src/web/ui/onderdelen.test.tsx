import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Bladeren } from './bladeren.tsx'
import { Feiten } from './feiten.tsx'
import { FilterZin } from './filter-zin.tsx'
import { Foutenlijst } from './foutenlijst.tsx'
import { attributen } from './html.testhulp.ts'
import { Keuze } from './keuze.tsx'
import { Knop, KnopFormulier } from './knop.tsx'
import { Meer } from './meer.tsx'
import { Melding } from './melding.tsx'
import { Oordeel } from './oordeel.tsx'
import { Tabel } from './tabel.tsx'
import { Tekstveld } from './tekstveld.tsx'
import { Voortgang } from './voortgang.tsx'
import { Waarom } from './waarom.tsx'
import { Werklijst } from './werklijst.tsx'

const KWAAD = '"><script>alert(1)</script>'

describe('namen en invoer worden nooit opmaak', () => {
  test.each([
    ['melding', <Melding titel={KWAAD}>{KWAAD}</Melding>],
    ['tekstveld', <Tekstveld naam="naam" label={KWAAD} waarde={KWAAD} hulp={KWAAD} fout={KWAAD} />],
    ['tekstvak', <Tekstveld naam="naam" label={KWAAD} waarde={KWAAD} regels={3} />],
    ['keuze', <Keuze naam="naam" label={KWAAD} opties={[{ waarde: KWAAD, label: KWAAD }]} waarde={KWAAD} />],
    ['feit', <Feiten feiten={[{ label: KWAAD, waarde: KWAAD }]} />],
    ['filter', <FilterZin actie={KWAAD} delen={[KWAAD, { soort: 'tekst', naam: 'q', label: KWAAD, waarde: KWAAD }]} />],
    ['waarom', <Waarom bij={KWAAD} regel={KWAAD} berekening={[{ stap: KWAAD, uitkomst: KWAAD }]} />],
    [
      'tabel',
      <Tabel
        bijschrift={KWAAD}
        sleutel={String}
        rijen={[KWAAD]}
        kolommen={[{ naam: 'a', kop: KWAAD, cel: (r: string) => r }]}
      />,
    ],
  ])('%s', (_, element) => {
    const html = renderToStaticMarkup(element)
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;')
  })
})

describe('tabel', () => {
  const kolommen = [
    {
      naam: 'naam',
      kop: 'Aanbieder',
      sorteerbaar: true,
      cel: (r: { naam: string; n: number }) => <a href={`/${r.naam}`}>{r.naam}</a>,
    },
    { naam: 'n', kop: 'Aantal', rechts: true, sorteerbaar: true, cel: (r: { n: number }) => r.n },
  ]
  const href = (kolom: string, richting: string) => `?sorteer=${kolom}-${richting}`
  const tabel = (rijen: { naam: string; n: number }[]) =>
    renderToStaticMarkup(
      <Tabel
        bijschrift="Aanbieders"
        sleutel={({ naam }) => naam}
        rijen={rijen}
        kolommen={kolommen}
        sortering={{ kolom: 'naam', richting: 'op', href }}
      />,
    )

  test('de eerste kolom is de kop van de rij en elke cel weet op de telefoon hoe hij heet', () => {
    const html = tabel([{ naam: 'a', n: 3 }])
    expect(html).toContain('<th scope="row"><a href="/a">a</a></th><td class="ov-r" data-kop="Aantal">3</td>')
    expect(html).toContain('<caption class="ams-visually-hidden">Aanbieders</caption>')
  })

  test('nog een keer op dezelfde kop keert de volgorde om, een andere kop begint vooraan', () => {
    const html = tabel([{ naam: 'a', n: 3 }])
    expect(html).toContain('aria-sort="ascending"')
    expect(attributen(html, 'href')).toEqual(['?sorteer=naam-af', '?sorteer=n-op', '/a'])
  })

  test('zonder rijen staat er wat te doen', () => {
    expect(tabel([])).toContain('Niets gevonden')
  })
})

describe('bladeren', () => {
  const blader = (pagina: number, paginas: number, meer = false) =>
    renderToStaticMarkup(
      <Bladeren
        pagina={pagina}
        paginas={paginas}
        meer={meer}
        van={1}
        tot={50}
        totaal={1312}
        wat="overeenkomsten"
        href={(p) => `?p=${p}`}
      />,
    )

  test.each([
    [1, 1, []],
    [1, 3, ['?p=2', '?p=3', '?p=2']],
    [4, 9, ['?p=3', '?p=1', '?p=3', '?p=5', '?p=9', '?p=5']],
    [9, 9, ['?p=8', '?p=1', '?p=8']],
  ])('pagina %i van %i', (pagina, paginas, verwacht) => {
    expect(attributen(blader(pagina, paginas), 'href')).toEqual(verwacht)
  })

  test('het aantal staat erbij, ook als het tellen ophield; zonder tweede bladzijde valt er niets te bladeren', () => {
    expect(blader(1, 27)).toContain('1 tot en met 50 van 1.312 overeenkomsten')
    expect(blader(1, 27, true)).toContain('1 tot en met 50 van meer dan 1.312 overeenkomsten')
    expect(blader(1, 1)).toBe('')
  })
})

describe('formulier', () => {
  test('de lijst van fouten krijgt de aandacht en leidt naar elk veld', () => {
    const html = renderToStaticMarkup(
      <>
        <Foutenlijst fouten={[{ veld: 'datum', melding: 'Vul een datum in' }]} />
        <Tekstveld naam="datum" label="Datum" fout="Vul een datum in" />
      </>,
    )
    expect(html).toContain('tabindex="-1" autofocus=""')
    expect(html).toContain('href="#veld-datum"')
    expect(html).toMatch(/<input[^>]*id="veld-datum"[^>]*aria-describedby="veld-datum-fout"[^>]*aria-invalid="true"/)
    expect(html).toContain('Eén veld klopt nog niet')
    expect(renderToStaticMarkup(<Foutenlijst fouten={[]} />)).toBe('')
  })

  test('wat gekozen was, blijft gekozen', () => {
    const opties = ['a', 'b', 'c'].map((waarde) => ({ waarde, label: waarde }))
    const vinkjes = renderToStaticMarkup(
      <Keuze naam="k" label="K" soort="vinkjes" opties={opties} waarde={['a', 'c']} />,
    )
    expect(vinkjes.match(/checked=""/g)).toHaveLength(2)
    expect(renderToStaticMarkup(<Keuze naam="k" label="K" opties={opties} waarde="b" />)).toContain(
      '<option value="b" selected="">',
    )
  })

  test('een wachtwoord wordt niet teruggestuurd', () => {
    expect(renderToStaticMarkup(<Tekstveld naam="w" label="W" soort="password" waarde="hemelblauw" />)).not.toContain(
      'hemelblauw',
    )
  })
})

describe('knoppen', () => {
  test('wat nu niet kan, is uit en zegt waarom', () => {
    const html = renderToStaticMarkup(<Knop uit="De termijn loopt nog.">Sluiten</Knop>)
    expect(html).toContain('disabled=""')
    expect(html).toContain('De termijn loopt nog.')
  })

  test('een daad in Meer is een formulier, geen koppeling', () => {
    const html = renderToStaticMarkup(
      <Meer items={[{ label: 'Sluiten', actie: '/x/sluiten', csrf: 'c', velden: { versie: '3' } }]} />,
    )
    expect(html).toContain('<form action="/x/sluiten" method="post"><input type="hidden" name="csrf" value="c"/>')
    expect(html).toContain('name="versie" value="3"')
    expect(html).not.toContain('<a ')
    expect(renderToStaticMarkup(<Meer items={[]} />)).toBe('')
    expect(
      renderToStaticMarkup(
        <KnopFormulier actie="/y" csrf="c">
          Ja
        </KnopFormulier>,
      ),
    ).toContain('<button type="submit"')
  })
})

describe('oordelen', () => {
  test('niet meetbaar en niet aangeleverd zijn twee woorden en twee vormen', () => {
    const vormen = (['niet meetbaar', 'niet aangeleverd', 'onvoldoende'] as const).map((oordeel) =>
      renderToStaticMarkup(<Oordeel oordeel={oordeel} />),
    )
    expect(vormen[0]).toContain('#v-niet')
    expect(vormen[1]).toContain('#v-leeg')
    expect(vormen[2]).toContain('#v-mis')
    expect(renderToStaticMarkup(<Oordeel oordeel="goed" kort />)).toContain(
      '<span class="ams-visually-hidden">goed</span>',
    )
  })
})

describe('voortgang', () => {
  test('een onbekend totaal geeft een telling en geen balk', () => {
    const html = renderToStaticMarkup(<Voortgang label="Berichten" gedaan={1268} />)
    expect(html).not.toContain('progressbar')
    expect(html).toContain('1.268')
  })

  test('de balk klopt met de telling', () => {
    const html = renderToStaticMarkup(<Voortgang label="Berichten" gedaan={268} totaal={412} mis={7} />)
    expect(html).toContain('aria-valuenow="268"')
    expect(attributen(html, 'width')).toEqual(['100%', '63.3%', '1.7%'])
    expect(html.replaceAll('\u00a0', ' ')).toContain('144 te gaan')
  })
})

test('een lege groep van de werklijst staat er niet', () => {
  expect(renderToStaticMarkup(<Werklijst groepen={[{ titel: 'Te laat', items: [] }]} />)).toBe('')
})
