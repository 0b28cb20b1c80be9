import { describe, expect } from 'vitest'
import { maakAanbieder } from '../../test/afspraken.ts'
import { test } from '../../test/regio.ts'
import { makeTestApp } from '../../test/web.ts'
import type { Context } from '../platform/context.ts'

const GROOT = 3 * 1024 * 1024

/** A form whose length is told, or one that keeps coming in pieces: then `gelezen` counts what was taken of it. */
function formulier(lengte: 'vooraf' | 'in stukken') {
  const kop = { 'content-type': 'application/x-www-form-urlencoded' }
  if (lengte === 'vooraf') {
    return { init: { headers: { ...kop, 'content-length': String(GROOT) }, body: `naam=${'x'.repeat(GROOT - 5)}` } }
  }
  let gelezen = 0
  const body = new ReadableStream<Uint8Array>({
    pull(sluis) {
      gelezen += 65_536
      sluis.enqueue(new Uint8Array(65_536).fill(120))
      if (gelezen > 20 * GROOT) sluis.close()
    },
  })
  return { init: { headers: kop, body, duplex: 'half' }, gelezen: () => gelezen }
}

/** All that stands in a row, to see what a form changed of it. */
const rij = async (ctx: Context, tabel: 'gebruiker' | 'contactpersoon' | 'roltoewijzing', regioId: string) =>
  await ctx.db.selectFrom(tabel).selectAll().where('regioId', '=', regioId).orderBy('id').execute()

const voorkeur = async (ctx: Context, id: string) =>
  (await ctx.db.selectFrom('gebruiker').select('rijhoogte').where('id', '=', id).executeTakeFirstOrThrow()).rijhoogte

describe('een formulier', () => {
  test.for(['/aanmelden', '/voorkeuren', '/berichten/inlezen'])(
    'U13: boven 2 MB wordt het niet gelezen, ook zonder aanmelden: %s',
    async (pad, { ctx }) => {
      const { app, cookie } = await makeTestApp({ ctx, rol: 'contractbeheerder' })
      for (const koek of ['', cookie]) {
        for (const lengte of ['vooraf', 'in stukken'] as const) {
          const { init, gelezen } = formulier(lengte)
          const antwoord = await app.request(pad, {
            method: 'POST',
            ...init,
            headers: { ...init.headers, cookie: koek },
          } as RequestInit)
          expect([lengte, antwoord.status]).toEqual([lengte, 413])
          if (gelezen) expect(gelezen()).toBeLessThan(GROOT)
        }
      }
    },
  )

  test('ASVS V15.3.3: velden die een formulier niet heeft, wijzigen niets', async ({ ctx }) => {
    const aanbiederId = await maakAanbieder(ctx)
    const { gebruikerId, post } = await makeTestApp({ ctx, rol: 'contractmanager' })
    const vreemd = {
      id: '00000000-0000-7000-8000-000000000001',
      regioId: '00000000-0000-7000-8000-000000000001',
      regio_id: '00000000-0000-7000-8000-000000000001',
      aanbiederId: '00000000-0000-7000-8000-000000000001',
      gebruikerId: '00000000-0000-7000-8000-000000000001',
      voorbeeld: 'false',
      uitgeschakeldOp: '2026-01-01',
      rol: 'functioneel beheerder',
      agb: '98990108',
      'rollen[0].rol': 'functioneel beheerder',
      __proto__x: '1',
      constructor: 'x',
    }
    const [mens] = (await rij(ctx, 'gebruiker', ctx.regioId)).filter(({ id }) => id === gebruikerId)
    const rollen = await rij(ctx, 'roltoewijzing', ctx.regioId)
    expect((await post('/voorkeuren', { ...vreemd, naam: 'Iemand anders', rijhoogte: 'ruim' })).status).toBe(303)
    expect((await rij(ctx, 'gebruiker', ctx.regioId)).find(({ id }) => id === gebruikerId)).toEqual({
      ...mens,
      rijhoogte: 'ruim',
      sneltoetsen: false,
    })
    expect(await rij(ctx, 'roltoewijzing', ctx.regioId)).toEqual(rollen)

    const contact = { naam: 'Rachid Vos', functie: 'planner', email: 'r.vos@example.nl', telefoon: '' }
    const pad = `/aanbieders/${aanbiederId}/contactpersonen`
    expect((await post(pad, { ...vreemd, ...contact })).status).toBe(303)
    const [persoon, ...meer] = await rij(ctx, 'contactpersoon', ctx.regioId)
    expect(meer).toEqual([])
    expect(persoon).toMatchObject({ ...contact, aanbiederId, regioId: ctx.regioId })
    expect(persoon!.id).not.toBe(vreemd.id)
  })

  test('ASVS V3.5.1: als bestanden verstuurd gaat het niet om het bewijs van de pagina heen', async ({ ctx }) => {
    const { app, cookie, gebruikerId, postFormulier } = await makeTestApp({ ctx, rol: 'contractbeheerder' })
    const velden = new FormData()
    velden.set('rijhoogte', 'ruim')
    const antwoord = await app.request('/voorkeuren', { method: 'POST', headers: { cookie }, body: velden })
    expect(antwoord.status).toBe(400)
    expect((await postFormulier('/voorkeuren', velden)).status).toBe(400)
    expect(await voorkeur(ctx, gebruikerId)).toBe('compact')
  })
})
