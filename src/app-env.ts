import type { Context } from './platform/context.ts'
import type { Virusscanner } from './platform/virusscanner.ts'
import type { Raam } from './web/ui/pagina.tsx'
import type { Partij } from './web/werkt-voor/partij.ts'

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
    /** For whom the person can work, when there is more than one; the context is of one of them */
    partijen: Partij[]
    /** The frame around every page: menu, region, person. */
    raam: Raam
    /** Asked about every file before it is read; undefined when none is set. */
    scanner: Virusscanner | undefined
    /** Whether a mail server is set. */
    mail: boolean
    /** Begins to record which clients the answer shows; resolves when the database has it to do, not when it is done. */
    legInzageAlvast?: () => Promise<void>
  }
}
