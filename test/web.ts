import { sql } from 'kysely'
import { createApp } from '../src/app.ts'
import { maakGebruiker } from '../src/domain/plan/inrichting/maak-gebruiker.ts'
import type { Rol } from '../src/domain/rechten.ts'
import { makeClock, type Clock } from '../src/platform/clock.ts'
import type { Context } from '../src/platform/context.ts'
import { makeLog } from '../src/platform/log.ts'
import { findSessie, startSessie } from '../src/platform/sessie.ts'
import { inTransaction } from '../src/platform/transaction.ts'
import type { Virusscanner } from '../src/platform/virusscanner.ts'
import type { GewoneGrens } from '../src/web/gewone-grens.ts'
import { routes } from '../src/web/routes.ts'
import type { Zwaargrens } from '../src/web/zwaar-werk.ts'
import { bewaakInzage } from './bewaak-inzage.ts'

type Grens = { agb?: string; gemeenten?: string[]; wet?: 'wmo' | 'jw'; categorieen?: string[] }
type Opties = Grens & {
  ctx: Context
  rol: Rol
  naam?: string
  vandaag?: Temporal.PlainDate
  /** Stands still, where a test depends on the minute; else the time of day runs on. */
  clock?: Clock
  /** A mail server is set. */
  mail?: boolean
  /** Why this person looks at cases; null: nobody asked yet. */
  reden?: string | null
  scanner?: Virusscanner
  gewoon?: GewoneGrens | boolean
  zwaar?: Zwaargrens
  /** More roles of the same person */
  ook?: ({ rol: Rol } & Grens)[]
}

/** The program as a function, signed in with one role in the region of `ctx`: `get` and `post` answer like a browser's. */
export async function makeTestApp({
  ctx,
  rol,
  naam,
  vandaag = ctx.today,
  clock = makeClock(vandaag),
  ook = [],
  mail = false,
  reden = 'gegevens',
  scanner,
  gewoon,
  zwaar,
  ...grens
}: Opties) {
  const app = createApp({
    db: ctx.db,
    clock,
    sleutels: ctx.sleutels,
    log: makeLog('silent'),
    voorbeeld: true,
    mail,
    scanner,
    gewoon,
    ...(zwaar && { zwaar }),
  })
  const beheer = { ...ctx, actor: { ...ctx.actor, rollen: [{ rol: 'beheer (opdrachtregel)', agb: null }], agb: null } }
  const gebruikerId = await maakGebruiker(beheer, {
    naam: naam ?? `Test ${[rol, ...Object.values(grens).flat()].join(' ')}`,
    functie: 'test',
    rol,
    ...grens,
    voorbeeld: true,
  })
  for (const { rol, agb = null, gemeenten = null, wet = null, categorieen = null } of ook) {
    await inTransaction(beheer, ({ db }) =>
      sql`insert into roltoewijzing (regio_id, gebruiker_id, rol, agb, gemeenten, wet, categorieen, begindatum)
        values (${ctx.regioId}, ${gebruikerId}, ${rol}, ${agb}, ${gemeenten}, ${wet}, ${categorieen}, ${vandaag})`.execute(
        db,
      ),
    )
  }
  const token = await startSessie({ ...beheer, now: clock.now() }, gebruikerId, {
    wijze: 'wachtwoord en code',
    toestel: 'Proef op Linux',
  })
  const sessie = (await findSessie(ctx.db, token, { now: clock.now(), today: clock.today(), voorbeeld: true }))!
  const cookie = `overlap=${token}`
  if (reden !== null) {
    await inTransaction(beheer, ({ db }) =>
      sql`insert into inzage_reden (regio_id, sessie_id, reden, gekozen_op)
        values (${ctx.regioId}, ${sessie.sessieId}, ${reden}, ${clock.now()})`.execute(db),
    )
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
