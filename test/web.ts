import { createApp } from '../src/app.ts'
import { maakGebruiker } from '../src/domain/plan/inrichting/maak-gebruiker.ts'
import type { Rol } from '../src/domain/rechten.ts'
import { makeClock } from '../src/platform/clock.ts'
import type { Context } from '../src/platform/context.ts'
import { makeLog } from '../src/platform/log.ts'
import { findSessie, startSessie } from '../src/platform/sessie.ts'
import { sql } from 'kysely'
import { routes } from '../src/web/routes.ts'
import { bewaakInzage } from './bewaak-inzage.ts'

type Opties = {
  ctx: Context
  rol: Rol
  agb?: string
  naam?: string
  vandaag?: Temporal.PlainDate
  /** Why this person looks at cases; null: nobody asked yet. */
  reden?: string | null
}

/** The program as a function, signed in with one role in the region of `ctx`: `get` and `post` answer like a browser's. */
export async function makeTestApp({ ctx, rol, agb, naam, vandaag = ctx.today, reden = 'gegevens' }: Opties) {
  const clock = makeClock(vandaag)
  const app = createApp({ db: ctx.db, clock, sleutels: ctx.sleutels, log: makeLog('silent'), voorbeeld: true })
  const beheer = { ...ctx, actor: { ...ctx.actor, rollen: [{ rol: 'beheer (opdrachtregel)', agb: null }], agb: null } }
  const gebruikerId = await maakGebruiker(beheer, {
    naam: naam ?? `Test ${rol}${agb ?? ''}`,
    functie: 'test',
    rol,
    agb,
    voorbeeld: true,
  })
  const token = await startSessie({ ...beheer, now: clock.now() }, gebruikerId)
  const sessie = (await findSessie(ctx.db, token, clock.now(), clock.today()))!
  const cookie = `overlap=${token}`
  if (reden !== null) {
    await sql`insert into inzage_reden (regio_id, sessie_id, reden, gekozen_op)
      values (${ctx.regioId}, ${sessie.sessieId}, ${reden}, ${clock.now()})`.execute(ctx.db)
  }
  // no page of any test may show a client without a line in the log
  const request = async (path: string, init: RequestInit) =>
    bewaakInzage(ctx, await app.request(path, init), typeof init.body === 'string' ? init.body : '')
  return {
    app,
    csrf: sessie.csrf,
    cookie,
    gebruikerId,
    routes,
    sessieId: sessie.sessieId,
    get: (path: string, koppen: Record<string, string> = {}) => request(path, { headers: { cookie, ...koppen } }),
    post: (path: string, velden: Record<string, string> = {}) =>
      request(path, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ csrf: sessie.csrf, ...velden }).toString(),
      }),
    postFormulier: async (path: string, formulier: FormData) => {
      const alles = new FormData()
      alles.set('csrf', sessie.csrf)
      for (const [veld, waarde] of formulier.entries()) alles.append(veld, waarde)
      // as a browser does: with the length of the body
      const verzoek = new Request('http://localhost/', { method: 'POST', body: alles })
      const body = new Uint8Array(await verzoek.arrayBuffer())
      const headers = {
        cookie,
        'content-type': verzoek.headers.get('content-type')!,
        'content-length': String(body.length),
      }
      return app.request(path, { method: 'POST', headers, body })
    },
  }
}
