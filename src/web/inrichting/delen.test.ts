import { describe, expect, test as zonderDatabase } from 'vitest'
import flevoland from '../../../db/regelsets/flevoland.json' with { type: 'json' }
import zw from '../../../db/regelsets/zaanstreek-waterland.json' with { type: 'json' }
import { als, test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { wijzigNorm } from '../../domain/check/kpi/wijzig-norm.ts'
import { toHtml } from '../to-html.ts'
import { Deelinhoud } from './deelinhoud.tsx'

const lees = async (antwoord: Response | Promise<Response>) =>
  (await (await antwoord).text()).replaceAll('\u00a0', ' ').replaceAll('<!-- -->', '')
const tekstVan = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

const delen = [zw, flevoland].flatMap(({ code, delen }) =>
  delen.map(({ deel, inhoud }) => [code, deel, inhoud as unknown] as const),
)
const actor = { rollen: [{ rol: 'functioneel beheerder' }] } as unknown as Parameters<typeof Deelinhoud>[0]['actor']
const namen = {
  aanleiding: new Map([['D38', 'voor 1 april']]),
  taken: new Map([['kpi-vaststellen', 'KPI’s vaststellen']]),
}

describe('een onderdeel van de regelset leest als tekst', () => {
  zonderDatabase.for(delen)('%s, %s', ([, deel, inhoud]) => {
    const html = toHtml(Deelinhoud({ deel, inhoud, actor, namen }))
    // never what only the program reads: JSON, a name in the code, a code of a state, a list of amounts in cents
    expect(tekstVan(html)).not.toMatch(
      /[{[]"|\w":|\b(?!iJw|iWmo)[a-z]+[A-Z][a-z]+\b|\bS\d\.[a-z]|GESLOTEN|nog niet ingevuld|\{\w+\}|Cent\b/,
    )
    // a table in a cell of a table is not read by anybody
    expect(html).not.toMatch(/<t[dh][^>]*>(?:(?!<\/t[dh]>).)*<table/s)
    expect(html).not.toMatch(/<dd>\s*<dl/)
  })
})

zonderDatabase('een nummer van de Selectielijst is geen getal, en een lengte staat bij zijn eenheid', () => {
  const inhoud: unknown = zw.delen.find(({ deel }) => deel === 'bewaartermijnen')!.inhoud
  const tekst = tekstVan(toHtml(Deelinhoud({ deel: 'bewaartermijnen', inhoud, actor, namen }))).replaceAll(
    '\u00a0',
    ' ',
  )
  expect(tekst).toContain('10 jaar het einde van de overeenkomst 16.1 ')
})

test('DOC-02: wie een sjabloon niet mag wijzigen, wordt dat ook niet gevraagd', async ({ ctx }) => {
  const lezer = await makeTestApp({ ctx, rol: 'contractmanager' })
  expect(await lees(lezer.get('/briefsjablonen/informatiebrief'))).not.toContain('Wijzig de tekst')
  const beheer = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
  expect(await lees(beheer.get('/briefsjablonen/informatiebrief'))).toContain('Wijzig de tekst')
})

describe('een versie die nog moet ingaan', () => {
  const wijzig = (ctx: Parameters<typeof als>[0]) =>
    wijzigNorm(als(ctx, 'functioneel beheerder'), 'start-zorg', {
      wijziging: { norm: '90', normtekst: 'Bij minstens 90% op tijd' },
      geldigVanaf: Temporal.PlainDate.from('2027-01-01'),
      bron: 'Besluit',
      reden: 'Evaluatie',
    })

  test('LIF-15: wat nu geldt staat voorop; wat gaat gelden staat eronder, met zijn dag', async ({ ctx }) => {
    await wijzig(ctx)
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const html = tekstVan(await lees(get('/inrichting/kpi-start-zorg')))
    expect(html).toMatch(/Versie 1 , geldt vanaf .* Versie 2 gaat in op vr 1 jan 2027/)
    expect(html).toMatch(/Wat er geldt .*80% .*Wat gaat gelden vanaf vr 1 jan 2027 .*90%/)
  })

  test.for([
    ['contractmanager', true],
    ['functioneel beheerder', true],
    ['toezichthouder', false],
  ] as const)(
    'LIF-15: vanaf Inrichting leidt een link naar wie de nieuwe norm kent: %s %s',
    async ([rol, mag], { ctx }) => {
      await wijzig(ctx)
      const { get } = await makeTestApp({ ctx, rol })
      const html = await lees(get('/inrichting'))
      expect(html).toContain('Versie 2 gaat in op vr 1 jan 2027')
      expect(html.includes('href="/inrichting/kpi-start-zorg/versies/2/verteld"')).toBe(mag)
    },
  )
})
