import type { Context } from './platform/context.ts'
import type { Raam } from './web/ui/pagina.tsx'

/** The person behind the request, as far as pages need it. */
export type Bezoeker = {
  sessieId: string
  regioNaam: string
  naam: string
  /** How this person signed in. */
  wijze: string
  csrf: string
  functie: string
  rijhoogte: 'compact' | 'ruim'
  sneltoetsen: boolean
  vorigeBezoekOp: Temporal.Instant | null
}

export type AppEnv = {
  Variables: {
    ctx: Context
    bezoeker: Bezoeker
    /** The frame around every page: menu, region, person. */
    raam: Raam
  }
}
