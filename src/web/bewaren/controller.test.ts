import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst } from '../../../test/afspraken.ts'
import { test } from '../../../test/regio.ts'
import { makeTestApp } from '../../../test/web.ts'
import { stelVernietigingenVoor } from '../../domain/check/bewaren/stel-vernietigingen-voor.ts'
import type { Context } from '../../platform/context.ts'

const lees = async (antwoord: Response | Promise<Response>) => (await (await antwoord).text()).replaceAll('\u00a0', ' ')

async function maakVoorstel(ctx: Context): Promise<string> {
  await maakAanbieder(ctx)
  await maakOvereenkomst(ctx, { overeenkomst: 'OUD-001' })
  await maakOvereenkomst(ctx, { overeenkomst: 'OUD-002' })
  await sql`update overeenkomst set begindatum = '2010-01-01', einddatum = '2014-12-31' where regio_id = ${ctx.regioId}`.execute(
    ctx.db,
  )
  await stelVernietigingenVoor(ctx)
  const { rows } = await sql<{ id: string }>`select id from vernietiging where regio_id = ${ctx.regioId}`.execute(
    ctx.db,
  )
  expect(rows).toHaveLength(1)
  return rows[0]!.id
}

describe('bewaren', () => {
  test('S14: elke termijn staat er met haar bron; zonder voorstellen zegt de pagina wat er komt', async ({ ctx }) => {
    const { get } = await makeTestApp({ ctx, rol: 'privacyfunctionaris' })
    const html = await lees(get('/bewaren'))
    expect(html).toContain('Er is niets over zijn bewaartermijn')
    expect(html).toContain('10 jaar na het einde van de overeenkomst')
    expect(html).toContain('resultaat 16.1')
    expect(html).toContain('Keuze bij een open plek in de bron')
    expect((await get('/inrichting/bewaartermijnen')).status).toBe(200)
  })

  test('R3: van voorstel tot verklaring, door twee mensen', async ({ ctx }) => {
    const id = await maakVoorstel(ctx)
    const beheerder = await makeTestApp({ ctx, rol: 'contractbeheerder', naam: 'Bea de Boer' })
    const eigenaar = await makeTestApp({ ctx, rol: 'contracteigenaar', naam: 'Els Kramer' })
    const fg = await makeTestApp({ ctx, rol: 'privacyfunctionaris' })
    expect(await lees(beheerder.get('/bewaren'))).toContain(`<a href="/bewaren/${id}">2 overeenkomsten</a>`)
    expect(await lees(eigenaar.get(`/bewaren/${id}`))).toContain('Een contractbeheerder legt dit voor.')

    const leeg = await beheerder.post(`/bewaren/${id}/voorleggen`, { toelichting: ' ' })
    expect(leeg.status).toBe(422)
    expect(await lees(leeg)).toContain('Schrijf op wat u hebt nagegaan.')
    const voor = await beheerder.post(`/bewaren/${id}/voorleggen`, { toelichting: 'Geen bezwaar gevonden.' })
    expect(voor.headers.get('location')).toBe(`/bewaren/${id}?gedaan=voorgelegd`)
    expect(await lees(fg.get(`/bewaren/${id}`))).toContain('Hierover besluit een contracteigenaar.')

    for (const [velden, melding] of [
      [{ reden: 'x' }, 'Kies vernietigen of uitstellen.'],
      [{ besluit: 'vernietigen', reden: '' }, 'Vul de reden van het besluit in.'],
      [{ besluit: 'uitstellen', reden: 'Bezwaar', tot: '' }, 'Vul een bestaande datum in'],
      [{ besluit: 'uitstellen', reden: 'Bezwaar', tot: '1-1-2020' }, 'Stel uit tot een dag die nog komt.'],
    ] as const) {
      const fout = await eigenaar.post(`/bewaren/${id}/besluiten`, velden)
      expect(fout.status).toBe(422)
      expect(await lees(fout)).toContain(melding)
    }
    const besluit = await eigenaar.post(`/bewaren/${id}/besluiten`, {
      besluit: 'vernietigen',
      reden: 'Termijn voorbij.',
    })
    expect(besluit.headers.get('location')).toBe(`/bewaren/${id}?gedaan=vernietigen`)
    const html = await lees(fg.get(`/bewaren/${id}`))
    expect(html).toContain('Els Kramer besloot te vernietigen: Termijn voorbij.')
    expect(html).toContain('Bea de Boer legde het voor: Geen bezwaar gevonden.')
    expect((await eigenaar.post(`/bewaren/${id}/besluiten`, { besluit: 'vernietigen', reden: 'x' })).status).toBe(409)
  })

  test('wie alleen leest, kan niets; andere rollen zien de pagina niet', async ({ ctx }) => {
    const id = await maakVoorstel(ctx)
    const fg = await makeTestApp({ ctx, rol: 'privacyfunctionaris' })
    expect((await fg.post(`/bewaren/${id}/voorleggen`, { toelichting: 'x' })).status).toBe(403)
    for (const rol of ['contractmanager', 'functioneel beheerder', 'lokaal team'] as const) {
      expect((await (await makeTestApp({ ctx, rol })).get('/bewaren')).status).toBe(403)
    }
  })
})
