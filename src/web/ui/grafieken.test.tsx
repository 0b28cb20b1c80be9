import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { BudgetGrafiek } from './budget-grafiek.tsx'
import { botsingen, stapel, stappen } from './grafiek-plaats.ts'
import { attribuut, attributen, tags } from './html.testhulp.ts'
import { KpiMatrix, tintVanAfstand } from './kpi-matrix.tsx'
import { TrendPunt } from './trend-punt.tsx'
import { Uitputting } from './uitputting.tsx'
import { Verdeling } from './verdeling.tsx'
import { Wachtdagen } from './wachtdagen.tsx'

describe('plaatsen', () => {
  test('stippen die te dicht staan, gaan omhoog', () => {
    expect(stapel([0, 1, 5, 5, 5, 9], 2)).toEqual([0, 1, 0, 1, 2, 0])
    expect(stapel([], 2)).toEqual([])
  })

  test.each([
    [709_000, [200_000, 400_000, 600_000]],
    [1000, [250, 500, 750, 1000]],
    [0, []],
  ])('stappen tot %i', (top, verwacht) => expect(stappen(top)).toEqual(verwacht))

  test('wie elkaar raakt zonder overlap, botst niet', () => {
    const vak = { x: 0, y: 0, breed: 10, hoog: 10 }
    expect(botsingen(vak, [{ ...vak, x: 10 }])).toBe(0)
    expect(botsingen(vak, [{ ...vak, x: 9 }])).toBe(1)
  })
})

describe('verloop van een meting', () => {
  const punten = [
    { label: '2024', waarde: 85.1, tekst: '85,1%', n: 'n 47', oordeel: 'voldoende' as const },
    { label: '2025', waarde: null, reden: 'geen meting' },
    { label: '2026', waarde: 78.1, tekst: '78,1%', n: 'n 32', oordeel: 'onvoldoende' as const, voorlopig: true },
  ]
  const html = renderToStaticMarkup(
    <TrendPunt titel="Start zorg" punten={punten} norm={{ waarde: 80, tekst: '80%' }} schaal={{ min: 60, max: 90 }} />,
  )

  test('niet gemeten is een gat: geen stip en geen lijn erheen', () => {
    expect(tags(html, 'circle')).toHaveLength(2)
    expect(tags(html, 'line').filter((tag) => tag.includes('ov-lijn'))).toHaveLength(0)
    expect(html).toContain('url(#arc)')
  })

  test('voorlopig is een open stip, onder de norm is het cijfer wijnrood', () => {
    expect(html).toContain('ov-punt-open')
    expect(html).toMatch(/class="ov-tmis">78,1%/)
    expect(html).toMatch(/class="ov-cijfer">85,1%/)
  })

  test('de tekst noemt elk jaar', () => {
    expect(attribuut(tags(html, 'svg')[0]!, 'aria-label')).toBe(
      'Start zorg: 2024 85,1% (voldoende, n 47), 2025 geen meting, 2026 78,1% (onvoldoende, n 32, voorlopig)',
    )
  })
})

describe('wachtdagen', () => {
  test('de dag van de norm zelf is op tijd, de dag erna niet', () => {
    const html = renderToStaticMarkup(<Wachtdagen titel="W" dagen={[42, 43]} nooitGestart={2} norm={42} />)
    expect(attribuut(tags(html, 'svg')[0]!, 'aria-label')).toBe('W: 1 binnen 42 dagen, 1 later, 2 zonder start')
    expect(tags(html, 'circle').filter((tag) => tag.includes('ov-punt'))).toHaveLength(1)
    expect(html).toContain('2 geen start')
  })

  test('zonder gevallen en met heel veel gevallen blijft het een grafiek', () => {
    expect(renderToStaticMarkup(<Wachtdagen titel="W" dagen={[]} nooitGestart={0} norm={42} />)).not.toMatch(
      /NaN|Infinity/,
    )
    const veel = Array.from({ length: 5000 }, (_, i) => i % 90)
    const html = renderToStaticMarkup(<Wachtdagen titel="W" dagen={veel} nooitGestart={0} norm={42} />)
    expect(html.length).toBeLessThan(6000)
    expect(html).not.toMatch(/NaN|Infinity/)
  })
})

describe('budget', () => {
  test('de prognose staat er met haar deel van het plafond, afgekapt', () => {
    const html = renderToStaticMarkup(
      <BudgetGrafiek
        jaar={2026}
        cumulatief={[100_000]}
        plafond={300_000}
        prognose={{ laag: 1, midden: 200_000, hoog: 400_000 }}
      />,
    )
    expect(html).toContain('66,6%')
    expect(html.replaceAll('\u00a0', ' ')).toContain('plafond € 3.000')
  })

  test.each([
    ['nog niets gedeclareerd', { cumulatief: [] as number[], plafond: 100 }],
    ['zonder plafond', { cumulatief: [1, 2, 3], plafond: null }],
    ['een vol jaar', { cumulatief: Array.from({ length: 12 }, (_, i) => i * 100), plafond: 500 }],
    ['alles nul', { cumulatief: [0, 0], plafond: 0 }],
  ])('%s', (_, props) => {
    expect(renderToStaticMarkup(<BudgetGrafiek jaar={2026} {...props} />)).not.toMatch(/NaN|Infinity|undefined/)
  })
})

test('de matrix houdt een waarde, niet meetbaar, niet aangeleverd en geen cliënten uit elkaar', () => {
  const html = renderToStaticMarkup(
    <KpiMatrix
      bijschrift="KPI’s"
      kpis={[{ id: 'a', naam: 'A', norm: '80%' }]}
      subregios={['w', 'x', 'y', 'z'].map((id) => ({ id, naam: id }))}
      rijen={[
        {
          naam: 'Aanbieder',
          href: '/1',
          cellen: [
            { soort: 'waarde', tekst: '59,4%', n: 'n 37', oordeel: 'onvoldoende', tint: 3, href: '/r' },
            { soort: 'niet meetbaar', tekst: 'te weinig', n: 'n 3' },
            { soort: 'niet aangeleverd' },
            null,
          ],
        },
      ]}
    />,
  )
  expect(html).toContain('class="ov-k1 ov-nieuw ov-t3"')
  expect(html).toContain('<i>te weinig</i><small>n 3</small>')
  expect(html).toContain('<i>geen meting</i>')
  expect(html).toContain('geen cliënten')
  expect([4.9, 5, 5.1, 15, 15.1].map((afstand) => tintVanAfstand(afstand, [5, 15]))).toEqual([1, 1, 2, 2, 3])
})

test('een balk loopt niet de pagina uit', () => {
  const html = (deel: number) => renderToStaticMarkup(<Uitputting deel={deel} tekst="x" />)
  expect(attributen(html(9), 'width')).toEqual(['80', '64', '80', '2'])
  expect(attributen(html(-1), 'width')).toContain('0')
  expect([html(1), html(1.001)].map((tekst) => tekst.includes('ov-mis'))).toEqual([false, true])
})

test('de verdeling zet elke waarde op haar plaats', () => {
  const html = renderToStaticMarkup(
    <Verdeling
      titel="V"
      banen={[{ naam: 'Zaanstad', waarden: [{ waarde: 100, label: 'B 100' }, { waarde: 0 }] }]}
      lijnen={[{ waarde: 50, tekst: 'norm' }]}
      schaal={{ min: 0, max: 100, stap: 50 }}
      as={String}
    />,
  )
  expect(tags(html, 'circle').map((tag) => attribuut(tag, 'cx'))).toEqual(['2%', '96%'])
  expect(html).toContain('B 100')
})
