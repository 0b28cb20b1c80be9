import type { MiddlewareHandler } from 'hono'
import { telsleutel, type Beurtgrens } from '../platform/beurten.ts'
import type { Clock } from '../platform/clock.ts'
import { teVaak } from '../platform/errors.ts'
import { telbaar, type Adreslezer } from './adres.ts'
import type { Cookies } from './sessie-cookie.ts'

/** How often anything at all may be asked: in one session, and from one address, behind which a whole gemeente can sit. */
export type GewoneGrens = { sessie: Beurtgrens; adres: Beurtgrens }

// ASVS V2.4.1. Own choice: ten pages a second for a minute is no person; a copy of a region page by page takes hours.
export const GEWONE_GRENS = maakGrens(600)

/** So many a minute in one session, and twenty times as many from one address. */
export function maakGrens(perMinuut: number): GewoneGrens {
  return { sessie: { aantal: perMinuut, seconden: 60 }, adres: { aantal: 20 * perMinuut, seconden: 60 } }
}

// So many counters are kept; above it those that say nothing any more go, then the oldest.
const TELLERS = 20_000

/**
 * Throws 429 with the seconds to wait above the limit. Counted in memory of this process and before the session is looked up, so that
 * a flood costs the database nothing; what is heavy or sensitive has limits of its own that all processes share (limieten.ts).
 */
export function beperkAlles(
  { sessie, adres }: GewoneGrens,
  { clock, cookies, leesAdres }: { clock: Clock; cookies: Cookies; leesAdres: Adreslezer },
): MiddlewareHandler {
  const emmers = { sessie: maakEmmers(sessie), adres: maakEmmers(adres) }
  return async (c, next) => {
    const nu = clock.now().epochMilliseconds
    const token = cookies.sessie.lees(c)
    const wacht = Math.max(
      emmers.adres(telbaar(leesAdres(c)), nu),
      // only a hash is kept: the token itself opens the session
      token === undefined ? 0 : emmers.sessie(telsleutel('sessie', token).toString('base64'), nu),
    )
    if (wacht > 0) throw teVaak(wacht)
    return next()
  }
}

/** At most so many at once, which come back evenly; gives the seconds to wait, 0 when it was counted. */
export function maakEmmers({ aantal, seconden }: Beurtgrens, hoogstens = TELLERS) {
  const stap = (seconden * 1000) / aantal
  const volTot = new Map<string, number>()
  return (wie: string, nu: number): number => {
    const bekend = volTot.get(wie) ?? nu
    // a moment further away than the period comes from a clock that was put back
    const vol = bekend > nu + seconden * 1000 ? nu : Math.max(bekend, nu)
    if (vol + stap > nu + seconden * 1000) return Math.max(1, Math.ceil((vol + stap - nu) / 1000 - seconden))
    // put at the end: the oldest stand in front
    volTot.delete(wie)
    volTot.set(wie, vol + stap)
    if (volTot.size > hoogstens) ruimOp(volTot, nu, hoogstens)
    return 0
  }
}

function ruimOp(volTot: Map<string, number>, nu: number, hoogstens: number) {
  for (const [wie, vol] of volTot) if (vol <= nu) volTot.delete(wie)
  for (const wie of volTot.keys()) {
    // to half, so that a flood of new ones does not clear up each time
    if (volTot.size <= hoogstens / 2) break
    volTot.delete(wie)
  }
}
