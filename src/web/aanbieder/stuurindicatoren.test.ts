import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakRegels } from '../../../test/kpi-regels.ts'
import { als, test as base } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { berekenKpis } from '../../domain/check/kpi/bereken-kpis.ts'
import { stelKpisVast } from '../../domain/check/kpi/stel-kpis-vast.ts'
import { narrow } from '../../platform/transaction.ts'
import { routes } from '../routes.ts'

const AGB = '98990101'
const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

/** Twelve clients whose care ended in 2025, two of them prematurely; eleven evaluated, nine behaald; nine gave a grade. */
const test = base.extend<{ aanbieder: string }>({
  aanbieder: async ({ ctx }, use) => {
    const regels = maakRegels(ctx)
    const id = await regels.aanbieder(AGB)
    for (let nummer = 1; nummer <= 12; nummer++) {
      const sleutel = { nummer, client: `c${nummer.toString()}` }
      await regels.toewijzing({ ...sleutel, ingang: '2025-01-06', eind: '2025-12-31', moment: '2025-01-02 10:00' })
      await regels.start({ ...sleutel, begin: '2025-01-13' })
      await regels.stop({ ...sleutel, begin: '2025-01-13', eind: '2025-06-30', reden: nummer <= 2 ? '21' : '19' })
      if (nummer <= 11) await regels.evaluatie({ nummer, datum: '2025-06-25', behaald: nummer <= 9 })
      if (nummer <= 9) await regels.respons({ nummer, datum: '2025-10-01', cijfer: '8,0' })
    }
    await berekenKpis(ctx)
    await use(id)
  },
})

describe('stuurindicatoren bij een aanbieder', () => {
  test('KPI-27, KPI-28, KPI-29, KPI-33: naast de KPI’s, informatief, met waarom en zonder oordeel', async ({
    ctx,
    aanbieder,
  }) => {
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const html = deel(await lees(get(routes.aanbieder(aanbieder, 'kpis'))))
    expect(html).toContain('informatief, zonder norm of oordeel')
    expect(html).toContain(
      'In 2025 werd 81,8% van de resultaten behaald en was het bij 16,6% van de cliënten die stopten',
    )
    expect(html).toContain('2 van 12 cliënten die stopten')
    expect(html).toContain('Van elke cliënt het deel van de evaluaties waarbij het resultaat is behaald')
    expect(html).toContain('Volgens plan')
    expect(html).not.toMatch(/onvoldoende|voldoende|niet behaald<|norm 6/)
  })

  test('FRM-05: onder tien cliënten staat er dat het te weinig is, en geen cijfer', async ({ ctx, aanbieder }) => {
    const { get } = await makeTestApp({ ctx, rol: 'beleid' })
    const html = deel(await lees(get(routes.aanbieder(aanbieder, 'kpis'))))
    expect(html).toContain('minder dan 10 cliënten')
    expect(html).not.toContain('8,0')
  })

  test('S44: zonder casussen afgekapt en zonder aantallen, en alleen waar niets is af te leiden', async ({ ctx }) => {
    const regels = maakRegels(ctx)
    const id = await regels.aanbieder('98990108')
    for (let i = 1; i <= 40; i++) {
      const sleutel = { nummer: 100 + i, client: `d${i.toString()}`, agb: '98990108' }
      await regels.toewijzing({ ...sleutel, ingang: '2025-01-06', eind: '2025-12-31', moment: '2025-01-02 10:00' })
      await regels.start({ ...sleutel, begin: i <= 25 ? '2025-01-13' : '2025-03-10' })
      await regels.stop({
        ...sleutel,
        begin: i <= 25 ? '2025-01-13' : '2025-03-10',
        eind: '2025-06-30',
        reden: i <= 12 ? '21' : '19',
      })
      if (i <= 38) await regels.evaluatie({ nummer: 100 + i, datum: '2025-06-25', behaald: i <= 24 })
      if (i <= 9) await regels.respons({ nummer: 100 + i, datum: '2025-10-01', cijfer: '8,0' })
    }
    await berekenKpis({ ...ctx, now: ctx.now.add({ minutes: 5 }) })
    const pagina = async (rol: 'contractmanager' | 'beleid') =>
      deel(await lees((await makeTestApp({ ctx, rol })).get(routes.aanbieder(id, 'kpis'))))
    const html = await pagina('beleid')
    expect(html).toMatch(
      /Resultaatrealisatie.*63%.*Cijfer per cliënt.*minder dan 10.*Voortijdige uitval.*30%.*Wachtdagen, midden.*7</s,
    )
    expect(html.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/63,1%|12 van 40|38|Volgens plan/)
    expect(await pagina('contractmanager')).toMatch(/63,1%.*12 van 40/s)
  })

  test('ROL-19, ROL-21: een aanbieder ziet ze pas als het jaar is vastgesteld', async ({ ctx, aanbieder }) => {
    const manager = await makeTestApp({ ctx, rol: 'contractmanager' })
    const { get } = await makeTestApp({ ctx, rol: 'aanbieder', agb: AGB })
    await narrow(als(ctx, 'aanbieder', AGB))
    expect(await lees(get(routes.aanbieder(aanbieder, 'kpis')))).not.toContain('Stuurindicatoren')

    await narrow(ctx)
    const persoon = als(ctx, 'contractmanager')
    await stelKpisVast({ ...persoon, actor: { ...persoon.actor, id: manager.gebruikerId } }, 2025, '')
    await narrow(als(ctx, 'aanbieder', AGB))
    const html = deel(await lees(get(routes.aanbieder(aanbieder, 'kpis'))))
    expect(html).toContain('81,8%')
    expect(html).toContain('vastgesteld')
    expect(html).not.toContain('2026')
  })
})

test('KPI-17: bij resultaat behaald staat hoeveel beschikkingen zijn geëvalueerd, met waarom', async ({
  ctx,
  aanbieder,
}) => {
  const { rows } = await sql<{ id: string }>`select u.id from kpi_uitkomst u join subregio s on s.regio_id = u.regio_id
    and s.id = u.subregio_id where u.regio_id = ${ctx.regioId} and u.aanbieder_id = ${aanbieder} and u.jaar = 2025
      and u.kpi = 'resultaat-behaald' and s.volgorde = 0`.execute(ctx.db)
  const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
  const html = await lees(get(routes.kpi(rows[0]!.id)))
  expect(html).toContain('In 2025 eindigden 12 beschikkingen. Bij 11 van 12 is het resultaat vastgesteld (91,6%).')
  expect(html).toContain('evaluatiegesprek van cliënt, aanbieder en lokaal team')
})

function deel(html: string): string {
  const [, onderdeel = ''] = html.split('>Stuurindicatoren<')
  expect(onderdeel).not.toBe('')
  return onderdeel.split('</section>')[0]!.replaceAll('<!-- -->', '')
}
