import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { neemBeurt, telsleutel, type Beurtgrens } from '../platform/beurten.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/context.ts'
import { teVaak } from '../platform/errors.ts'
import { telbaar, type Adreslezer } from './adres.ts'

type Limiet = {
  naam: string
  methode: 'GET' | 'POST'
  pad: RegExp
  /** For one network address, behind which a whole gemeente can sit. */
  adres?: Beurtgrens
  /** For one person who is signed in. */
  persoon?: Beurtgrens
}

const MINUUT = 60
const UUR = 3_600

// U12: how often what is sensitive or heavy can be done. Own choice: far above what people do, far below what a program could. Wrong
// passwords and codes are slowed down besides (plan/account/wachttijd.ts).
export const limieten: readonly Limiet[] = [
  {
    naam: 'aanmelden',
    methode: 'POST',
    pad: /^\/aanmelden(\/|$)/,
    adres: { aantal: 120, seconden: 10 * MINUUT },
  },
  {
    // each begin keeps a row until it is over
    naam: 'aanmelden bij de organisatie',
    methode: 'GET',
    pad: /^\/aanmelden\/organisatie$/,
    adres: { aantal: 120, seconden: 10 * MINUUT },
  },
  // the identity provider, that tells of everybody who signs out: many at the end of the day
  {
    naam: 'afmelden door de organisatie',
    methode: 'POST',
    pad: /^\/afmelden\/organisatie$/,
    adres: { aantal: 3000, seconden: 10 * MINUUT },
  },
  {
    naam: 'herstel',
    methode: 'POST',
    pad: /^\/wachtwoord-vergeten$/,
    adres: { aantal: 10, seconden: 15 * MINUUT },
  },
  // calendar programs look a few times an hour; behind one address sits a whole gemeente
  {
    naam: 'agenda',
    methode: 'GET',
    pad: /^\/kalender\/ical\//,
    adres: { aantal: 1200, seconden: 10 * MINUUT },
  },
  {
    naam: 'link',
    methode: 'GET',
    pad: /^\/(uitnodiging|wachtwoord)\//,
    adres: { aantal: 60, seconden: 10 * MINUUT },
  },
  {
    naam: 'link gebruiken',
    methode: 'POST',
    pad: /^\/(uitnodiging|wachtwoord)\//,
    adres: { aantal: 30, seconden: 10 * MINUUT },
  },
  { naam: 'account', methode: 'POST', pad: /^\/account(\/|$)/, persoon: { aantal: 30, seconden: 10 * MINUUT } },
  { naam: 'gebruikers', methode: 'POST', pad: /^\/gebruikers(\/|$)/, persoon: { aantal: 120, seconden: UUR } },
  {
    naam: 'inlezen',
    methode: 'POST',
    pad: /\/inlezen(\/|$)/,
    adres: { aantal: 600, seconden: UUR },
    persoon: { aantal: 120, seconden: UUR },
  },
  // each is scanned and kept
  {
    naam: 'document',
    methode: 'POST',
    pad: /\/dossier\/nieuw$|^\/documenten\/|^\/huisstijl\//,
    persoon: { aantal: 120, seconden: UUR },
  },
  {
    naam: 'document maken',
    methode: 'GET',
    pad: /\/(voorbeeld|uitnodiging|voorbereiding|[0-9]+)\.[a-z]{3,4}$/,
    persoon: { aantal: 120, seconden: 10 * MINUUT },
  },
  {
    naam: 'nieuws',
    methode: 'GET',
    pad: /^\/nieuws\//,
    adres: { aantal: 1200, seconden: 10 * MINUUT },
  },
  {
    naam: 'uitvoer',
    methode: 'GET',
    pad: /\.(xlsx|csv)$/,
    adres: { aantal: 300, seconden: 10 * MINUUT },
    persoon: { aantal: 60, seconden: 10 * MINUUT },
  },
  {
    naam: 'zoeken',
    methode: 'POST',
    pad: /^\/zoeken$/,
    adres: { aantal: 600, seconden: MINUUT },
    persoon: { aantal: 60, seconden: MINUUT },
  },
]

type Teller = { db: Db; clock: Clock; leesAdres: Adreslezer }

/** Throws 429 with the seconds to wait when the address, or the person who is signed in, has had the turns of this route. */
export function beperk(
  voor: 'adres' | 'persoon',
  { db, clock, leesAdres }: Teller,
  lijst: readonly Limiet[] = limieten,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const methode = c.req.method === 'HEAD' ? 'GET' : c.req.method
    for (const limiet of lijst) {
      const grens = limiet[voor]
      if (!grens || limiet.methode !== methode || !limiet.pad.test(c.req.path)) continue
      const wie = voor === 'adres' ? telbaar(leesAdres(c)) : c.var.ctx.actor.id
      const wacht = await neemBeurt(db, telsleutel('beurt', limiet.naam, voor, wie), grens, clock.now())
      if (wacht > 0) throw teVaak(wacht)
    }
    return next()
  }
}
