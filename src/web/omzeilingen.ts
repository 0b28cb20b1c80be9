import type { Context } from 'hono'
import type { Clock } from '../platform/clock.ts'
import type { Weigering } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'

// Another site, a file where none is taken, too often, too much: what somebody tries who wants to get around a lock (ASVS V16.3.3).
const CODES = new Set(['herkomst', 'csrf', 'geen-bestanden', 'te-vaak', 'te-groot'])
const MINUUT = 60_000

/**
 * Writes to the log of the program that a request without a session was refused; what somebody with a session tried stands in
 * `weigering`. Once per minute, kind and room, so that a flood fills no disk. Only the first word of the path: more could be a secret.
 */
export function makeOmzeilingen({ log, clock }: { log: Log; clock: Clock }) {
  const gemeld = new Map<string, number>()
  return (c: Context, { code, status }: Weigering): void => {
    if (!CODES.has(code)) return
    const kamer = /^\/[a-z-]{1,40}(?=\/|$)/.exec(c.req.path)?.[0] ?? '/'
    const wat = `${code} ${c.req.method} ${kamer}`
    const nu = clock.now().epochMilliseconds
    if (nu - (gemeld.get(wat) ?? -Infinity) < MINUUT) return
    if (gemeld.size > 1_000) gemeld.clear()
    gemeld.set(wat, nu)
    log.warn({ method: c.req.method, route: kamer, code, status }, 'request refused')
  }
}
