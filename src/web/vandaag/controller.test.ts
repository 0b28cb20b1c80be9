import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst } from '../../../test/afspraken.ts'
import { xml305 } from '../../../test/builders-bericht.ts'
import { lever } from '../../../test/inlezen.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { maakBevindingen } from '../../domain/check/bevinding/maak-bevindingen.ts'
import type { Context } from '../../platform/context.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

async function bevinding(ctx: Context, aanbiederId: string, agb: string, titel: string) {
  await maakBevindingen(ctx, [{ bron: 'hand', sleutel: titel, titel, toelichting: '', aanbiederId, agb }])
}

async function beheert(ctx: Context, aanbiederId: string, gebruikerId: string) {
  await sql`update aanbieder set contractmanager_id = ${gebruikerId} where id = ${aanbiederId}`.execute(ctx.db)
}

/** The parts of the page: mine, my team's, what changed. */
function delen(html: string) {
  const [mij = '', rest = ''] = html.split(/<h2>(?:Van mijn team|In de regio) /)
  return { mij, team: rest.split('<aside')[0] ?? '', zij: html.split('<aside')[1] ?? '' }
}

describe('vandaag', () => {
  test('eerst wat van mij is, dan wat van mijn team is', async ({ ctx }) => {
    const eigen = await maakAanbieder(ctx, { agb: '98990101', naam: 'Mijn Zorg' })
    const ander = await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Andermans Zorg' })
    await maakOvereenkomst(ctx, { overeenkomst: 'EIGEN-1', agb: '98990101', einddatum: '2026-12-31', verlengingen: 0 })
    await maakOvereenkomst(ctx, { overeenkomst: 'ANDER-1', agb: '98990108', einddatum: '2026-12-31', verlengingen: 0 })
    await bevinding(ctx, eigen, '98990101', 'Te weinig personeel')
    await bevinding(ctx, eigen, '98990101', 'Rapportage ontbreekt')
    await bevinding(ctx, ander, '98990108', 'Wachtlijst te lang')
    const { get, gebruikerId } = await makeTestApp({ ctx, rol: 'contractmanager' })
    await beheert(ctx, eigen, gebruikerId)

    const { mij, team } = delen(await lees(get('/')))
    expect(mij).toContain('2 bevindingen bij Mijn Zorg')
    expect(mij).toContain('Te weinig personeel')
    expect(mij).toContain('EIGEN-1')
    expect(mij).not.toContain('Andermans Zorg')
    expect(mij).toContain('KPI’s over 2024 vaststellen')
    expect(mij).toContain('Te laat')
    expect(team).toContain('1 bevinding bij Andermans Zorg')
    expect(team).toContain('ANDER-1')
    expect(team).toContain('1 aanbieder zonder contractmanager')
    expect(team).not.toContain('Mijn Zorg')
  })

  test('KPI-03: een jaar staat er niet meer als het is vastgesteld', async ({ ctx }) => {
    const { get, gebruikerId } = await makeTestApp({ ctx, rol: 'contractmanager' })
    expect(await lees(get('/'))).toMatch(/KPI’s over 2024 vaststellen.*KPI’s over 2025 vaststellen/s)
    await sql`with b as (insert into kpi_berekening (regio_id, jaar, periode_van, periode_tot, peildatum, voorlopig, berekend_op, berekend_door, invoer, vingerafdruk)
        values (${ctx.regioId}, 2024, '2024-01-01', '2024-12-31', '2025-03-01', false, ${ctx.now.toString()}, 'x', '{}', '\\x00') returning id)
      insert into kpi_vaststelling (regio_id, berekening_id, jaar, vastgesteld_op, vastgesteld_door)
      select ${ctx.regioId}, b.id, 2024, ${ctx.now.toString()}, ${gebruikerId} from b`.execute(ctx.db)
    const html = await lees(get('/'))
    expect(html).not.toContain('KPI’s over 2024 vaststellen')
    expect(html).toContain('KPI’s over 2025 vaststellen')
    expect(html).toContain('wo 1 apr')
  })

  test('de backoffice ziet berichten die wachten, met de reden die het meest voorkomt', async ({ ctx }) => {
    await maakAanbieder(ctx)
    await lever(ctx, xml305({ identificatie: 'S1' }, { nummer: 1 }), xml305({ identificatie: 'S2' }, { nummer: 2 }))
    const { mij } = delen(await lees((await makeTestApp({ ctx, rol: 'backoffice' })).get('/')))
    expect(mij).toContain('2 berichten wachten op iets dat nog niet bekend is')
    expect(mij).toContain('De toewijzing is niet bekend.')
    for (const rol of ['contractmanager', 'beleid'] as const)
      expect(await lees((await makeTestApp({ ctx, rol })).get('/'))).not.toContain('berichten wachten')
  })

  test('een afgebroken levering staat bij wie haar begon', async ({ ctx }) => {
    const { get } = await makeTestApp({ ctx, rol: 'backoffice', naam: 'Tess' })
    await sql`insert into inleesronde (regio_id, bron, gestart_op, gestart_door, laatste_teken_op, bestanden)
      values (${ctx.regioId}, 'web', ${ctx.now.subtract({ hours: 30 }).toString()}, 'Tess', ${ctx.now.subtract({ hours: 30 }).toString()}, 12)`.execute(
      ctx.db,
    )
    expect(delen(await lees(get('/'))).mij).toContain('Een levering is niet helemaal ingelezen')
  })

  test('wat anderen deden sinds het vorige bezoek, voor zover de rol het mag zien', async ({ ctx }) => {
    await maakAanbieder(ctx)
    await maakAanbieder(ctx, { medewerkers: 350 })
    const manager = delen(await lees((await makeTestApp({ ctx, rol: 'contractmanager' })).get('/')))
    expect(manager.zij).toContain('Aanbieder gewijzigd: <a href="/aanbieders/')
    expect(manager.zij).toContain('Aanbieders ingelezen')
    expect(manager.zij).not.toContain('Gebruiker aangemaakt')
    const { get, gebruikerId } = await makeTestApp({ ctx, rol: 'functioneel beheerder' })
    expect(delen(await lees(get('/'))).zij).toContain('Gebruiker aangemaakt')
    await sql`update gebruiker set vorige_bezoek_op = now() + interval '10 years' where id = ${gebruikerId}`.execute(
      ctx.db,
    )
    const later = delen(await lees(get('/')))
    expect(later.zij).toContain('Sinds uw vorige bezoek')
    expect(later.zij).toContain('Er is niets veranderd.')
  })

  test('een aanbieder ziet het eigen werk en niets van een ander', async ({ ctx }) => {
    const eigen = await maakAanbieder(ctx, { agb: '98990101', naam: 'Eigen Zorg' })
    const ander = await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Andermans Zorg' })
    await bevinding(ctx, eigen, '98990101', 'Rapportage ontbreekt')
    await bevinding(ctx, ander, '98990108', 'Wachtlijst te lang')
    await maakOvereenkomst(ctx, { overeenkomst: 'ANDER-1', agb: '98990108', einddatum: '2026-12-31', verlengingen: 0 })
    const html = await lees((await makeTestApp({ ctx, rol: 'aanbieder', agb: '98990101' })).get('/'))
    expect(html).toContain('1 bevinding bij Eigen Zorg')
    expect(html).toContain('Bekijken')
    for (const geheim of ['Andermans', 'Wachtlijst', 'ANDER-1', 'De laatste week', 'contractmanager gewijzigd'])
      expect(html).not.toContain(geheim)
  })

  test('wie niets te doen heeft, leest wat hier komt te staan', async ({ ctx }) => {
    const html = await lees((await makeTestApp({ ctx, rol: 'lokaal team' })).get('/'))
    expect(html).toContain('Er ligt niets voor u klaar.')
    expect(html).toContain('Bestanden inlezen')
    expect(html).toContain('Niets is te laat en niets hoeft vandaag.')
  })
})
