import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { Weigering } from '../platform/errors.ts'

/** How many files are made at once in this process, how many of one person, how many wait for a turn, and how long (ms). */
export type Zwaargrens = { tegelijk: number; persoon: number; wachtrij: number; wachten: number }

// ASVS V15.2.2. Own choice: of ten connections to the database four at most, so that pages always have some.
export const ZWAARGRENS: Zwaargrens = { tegelijk: 4, persoon: 2, wachtrij: 24, wachten: 20_000 }

// Lists as a file, and letters, agendas and minutes as a document.
const ZWAAR = /\.(xlsx|csv|pdf|docx|json)$/

type Wachter = { persoon: string; ga: () => void }

/**
 * Lets so many files be made at once; who comes next waits his turn, without a connection to the database. Throws 429 when that takes
 * too long or too many wait already.
 */
export function begrensZwaarWerk(grens: Zwaargrens): MiddlewareHandler<AppEnv> {
  const bezig = new Map<string, number>()
  const wachters: Wachter[] = []
  let aantal = 0
  const kan = (persoon: string) => aantal < grens.tegelijk && (bezig.get(persoon) ?? 0) < grens.persoon
  const begin = (persoon: string) => {
    aantal++
    bezig.set(persoon, (bezig.get(persoon) ?? 0) + 1)
  }
  const klaar = (persoon: string) => {
    aantal--
    const over = bezig.get(persoon)! - 1
    if (over === 0) bezig.delete(persoon)
    else bezig.set(persoon, over)
    const i = wachters.findIndex((wachter) => kan(wachter.persoon))
    if (i >= 0) wachters.splice(i, 1)[0]!.ga()
  }

  function wacht(persoon: string): Promise<void> {
    if (wachters.length >= grens.wachtrij) throw druk()
    return new Promise((ga, nee) => {
      const wachter: Wachter = {
        persoon,
        ga: () => {
          clearTimeout(klok)
          // taken at once, before anybody else can
          begin(persoon)
          ga()
        },
      }
      const klok = setTimeout(() => {
        wachters.splice(wachters.indexOf(wachter), 1)
        nee(druk())
      }, grens.wachten)
      wachters.push(wachter)
    })
  }

  return async (c, next) => {
    if (!ZWAAR.test(c.req.path)) return next()
    const persoon = c.var.ctx.actor.id
    if (kan(persoon)) begin(persoon)
    else await wacht(persoon)
    try {
      await next()
    } finally {
      klaar(persoon)
    }
  }
}

const druk = () =>
  new Weigering(
    429,
    'te-druk',
    'Er worden nu te veel bestanden tegelijk gemaakt. Probeer het over een minuut opnieuw.',
    {
      opnieuwNa: 60,
    },
  )
