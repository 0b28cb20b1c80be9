import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../app-env.ts'
import type { Clock } from '../platform/clock.ts'
import type { Context, Db } from '../platform/context.ts'
import { Weigering } from '../platform/errors.ts'
import type { Vastlegger } from '../platform/inzage.ts'
import type { Log } from '../platform/log.ts'
import { traceparentVan } from '../platform/trace.ts'
import { FoutPage } from './fout-page.tsx'
import { renderPage } from './render.tsx'

const NIET_TE_TONEN =
  'Wat u wilde zien, kan nu niet worden vastgelegd. Daarom tonen wij het niet. Probeer het later opnieuw.'

type Diensten = { db: Db; clock: Clock; log: Log; legVast: Vastlegger }

/**
 * Records what an answer shows of clients, after the pages were made and their transaction has ended, before the answer leaves: what
 * cannot be recorded is not shown. Stands around everything that knows a person.
 */
export function vastleggenInzage({ db, clock, log, legVast }: Diensten): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next()
    const ctx = c.get('ctx') as Context | undefined
    if (!ctx?.inzage) return
    ctx.inzage.fout ??= foutVan(c.error, c.res.status)
    try {
      await legVast(db, ctx, clock.now())
    } catch (error) {
      log.error({ err: error, method: c.req.method }, 'reading cases was not recorded')
      // a new answer would keep the headers of the one before it
      c.res = undefined
      c.res = new Response(renderPage(<FoutPage status={503} melding={NIET_TE_TONEN} raam={c.get('raam')} />), {
        status: 503,
        headers: { 'content-type': 'text/html; charset=UTF-8' },
      })
    }
    c.res.headers.set('traceparent', traceparentVan(ctx.inzage.span))
  }
}

function foutVan(error: Error | undefined, status: number): string | undefined {
  if (error instanceof Weigering) return error.code
  return status >= 400 ? `status ${status}` : undefined
}
