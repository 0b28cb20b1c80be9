import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { BSN, xml301, xml305, xml307, xml323 } from '../../../test/builders-bericht.ts'
import { lever, maakAfspraken } from '../../../test/inlezen.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import type { Context } from '../../platform/context.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

async function vul(ctx: Context) {
  await maakAfspraken(ctx)
  await lever(
    ctx,
    xml301({ identificatie: 'T1' }, { volume: 4 }),
    xml301(
      { identificatie: 'T2', dagtekening: '2024-03-01' },
      { moment: '2024-03-01 09:00:00', volume: 6, reden: '04', einddatum: '2027-06-30' },
    ),
    xml301({ identificatie: 'T3', dagtekening: '2024-03-05' }, { nummer: 1002, moment: '2024-03-05 09:00:00' }),
    xml305({ identificatie: 'S1' }),
    xml307({ identificatie: 'E1' }),
    xml323({ identificatie: 'D1' }, { referentie: 'R1', volume: 10 }, { referentie: 'R2', volume: 3, tarief: 9999 }),
    {
      naam: 'evaluaties.csv',
      inhoud:
        'gemeentecode;toewijzingNummer;datum;soort;resultaat;reden\n0439;1001;2024-02-04;einde-beschikking;niet behaald;client\n',
    },
  )
  const { rows } = await sql<{
    id: string
    label: string
    nummer: number
    agb: string
  }>`select t.id, c.label, t.nummer, t.agb
    from toewijzing t join client c on c.id = t.client_id where t.regio_id = ${ctx.regioId} order by t.nummer`.execute(
    ctx.db,
  )
  return { casus: rows[0]!, ander: rows[1]! }
}

/** A figure of 2024 in which the toewijzing counts in time. */
async function telMee(ctx: Context, toewijzingId: string) {
  await sql`with b as (insert into kpi_berekening (regio_id, jaar, periode_van, periode_tot, peildatum, voorlopig, berekend_op,
      berekend_door, invoer, vingerafdruk) values (${ctx.regioId}, 2024, '2024-01-01', '2024-12-31', '2025-03-01', false, ${ctx.now.toString()}, 'x', '{}', '\\x00')
      returning id),
    u as (insert into kpi_uitkomst (regio_id, berekening_id, jaar, kpi, agb, aanbieder_id, subregio_id, clienten_in_zorg, n, teller, waarde,
        oordeel, uitgesloten, regelsetdeel_id)
      select ${ctx.regioId}, b.id, 2024, 'start-zorg', a.agb, a.id, s.id, 40, 37, 22, '59.4', 'onvoldoende', '{}', r.id
      from b, aanbieder a, regelsetdeel r, subregio s where a.regio_id = ${ctx.regioId} and a.agb = '98990101'
        and r.deel = 'kpi-start-zorg' and r.regio_id = ${ctx.regioId} and s.regio_id = ${ctx.regioId} and s.volgorde = 0 returning id)
    insert into kpi_gevallen (regio_id, uitkomst_id, agb, client_id, toewijzing_id, uitkomst, referentiedatum, startdatum)
    select ${ctx.regioId}, u.id, '98990101', array[t.client_id], array[t.id], array['tijdig'], array['2024-01-15'::date], array['2024-01-22'::date]
    from u, toewijzing t where t.id = ${toewijzingId}`.execute(ctx.db)
}

describe('een toewijzing', () => {
  test('de casus op een pagina: versies, start en stop, declaraties per maand, en waarom zij meetelt', async ({
    ctx,
  }) => {
    const { casus, ander } = await vul(ctx)
    await telMee(ctx, casus.id)
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const html = await lees(get(`/toewijzingen/${casus.id}`))
    expect(html).toContain(`Cliënt ${casus.label}`)
    expect(html).toContain(
      'De zorg begon op ma 22 jan 2024, 7 dagen na de referentiedatum, en stopte op wo 31 jan 2024.',
    )
    expect(html).toMatch(/6 uur per week.*verlenging.*geldt nu.*4 uur per week.*vervangen/s)
    expect(html).toContain('stop: tijdelijk beëindigd')
    expect(html).toContain('Februari 2024')
    expect(html).toMatch(/10 uur.*€ 354,00.*€ 299,97/s)
    expect(html).toContain('Start zorg 2024')
    expect(html).toContain('telt mee: tijdig')
    expect(html).toContain('Referentiedatum ma 15 jan 2024, start ma 22 jan 2024: 7 dagen')
    expect(html).toContain('vastgesteld door lokaal team, ingelezen door')
    expect(html).toContain(`href="/toewijzingen/${ander.id}"`)
  })

  test('niets wat een cliënt noemt staat op de pagina, en het label niet in de titel of een adres', async ({ ctx }) => {
    const { casus } = await vul(ctx)
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const html = await lees(get(`/toewijzingen/${casus.id}`))
    for (const geheim of [BSN.jan, 'Proefpersoon', '1951']) expect(html).not.toContain(geheim)
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toBe('Toewijzing · Proefregio · Overlap')
    expect(html.match(/(href|action)="[^"]*"/g)?.filter((adres) => adres.includes(casus.label))).toEqual([])
  })

  test('alleen wie casussen mag zien; een aanbieder alleen de eigen', async ({ ctx }) => {
    const { casus } = await vul(ctx)
    const status = async (opties: Omit<Parameters<typeof makeTestApp>[0], 'ctx'>) =>
      (await (await makeTestApp({ ctx, ...opties })).get(`/toewijzingen/${casus.id}`)).status
    expect(await status({ rol: 'toezichthouder' })).toBe(200)
    expect(await status({ rol: 'backoffice' })).toBe(403)
    expect(await status({ rol: 'beleid' })).toBe(403)
    expect(await status({ rol: 'aanbieder', agb: '98990101' })).toBe(200)
    expect(await status({ rol: 'aanbieder', agb: '98990108' })).toBe(404)
    const { get } = await makeTestApp({ ctx, rol: 'contractmanager', naam: 'Nog iemand' })
    expect((await get('/toewijzingen/00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await get('/toewijzingen/iets-anders')).status).toBe(404)
    const aanbieder = await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101', naam: 'Veenlicht' })
    expect(await lees(aanbieder.get(`/toewijzingen/${casus.id}`))).not.toContain('/berichten/')
  })
})
