import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../app-env.ts'
import type { Clock } from '../platform/clock.ts'
import type { Context, Db } from '../platform/context.ts'
import { Weigering } from '../platform/errors.ts'
import type { Vastlegger } from '../platform/inzage.ts'
import type { Log } from '../platform/log.ts'
import { makeStap, traceparentVan } from '../platform/trace.ts'
import { FoutPage } from './fout-page.tsx'
import { renderPage } from './render.tsx'

const NIET_TE_TONEN =
  'Wat u wilde zien, kan nu niet worden vastgelegd. Daarom tonen wij het niet. Probeer het later opnieuw.'

type Diensten = { db: Db; clock: Clock; log: Log; legVast: Vastlegger }

/**
 * Records what an answer shows of clients, before the answer leaves: what cannot be recorded is not shown. Stands around everything
 * that knows a person. What a page shows is known when it begins to be drawn (`render`), so it is written down meanwhile; the rest,
 * or what went wrong after that, when the transaction of the page has ended.
 */
export function vastleggenInzage({ db, clock, log, legVast }: Diensten): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    let alvast: { aantal: number; mislukt: Promise<Error | undefined> } | undefined
    c.set('legInzageAlvast', async () => {
      const { ctx } = c.var
      const aantal = ctx.inzage?.poging ? ctx.inzage.clienten.size : 0
      if (alvast || aantal === 0) return
      // awaited after the transaction of the page, which would else wait for a second connection while it holds one
      const mislukt = legVast(db, ctx, clock.now()).then(
        () => undefined,
        (fout: unknown) => (fout instanceof Error ? fout : new Error(String(fout))),
      )
      alvast = { aantal, mislukt }
      // the database has work before this process draws
      await new Promise(setImmediate)
    })
    await next()
    const ctx = c.get('ctx') as Context | undefined
    if (!ctx?.inzage) return
    const { inzage } = ctx
    inzage.fout ??= foutVan(c.error, c.res.status)
    try {
      const mislukt = await alvast?.mislukt
      if (mislukt) throw mislukt
      if (!alvast) await legVast(db, ctx, clock.now())
      else if (inzage.fout !== undefined || inzage.clienten.size > alvast.aantal) {
        await legVast(db, { ...ctx, inzage: { ...inzage, span: makeStap(inzage.span) } }, clock.now())
      }
    } catch (error) {
      log.error({ err: error, method: c.req.method }, 'reading cases was not recorded')
      // a new answer would keep the headers of the one before it
      c.res = undefined
      c.res = new Response(renderPage(<FoutPage status={503} melding={NIET_TE_TONEN} raam={c.get('raam')} />), {
        status: 503,
        headers: { 'content-type': 'text/html; charset=UTF-8' },
      })
    }
    c.res.headers.set('traceparent', traceparentVan(inzage.span))
  }
}

function foutVan(error: Error | undefined, status: number): string | undefined {
  if (error instanceof Weigering) return error.code
  return status >= 400 ? `status ${status}` : undefined
}
