import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { leesZaak, type Geopend } from './lees-zaak.ts'

/** Locks a case for an act on what somebody saw. Throws 404; 409 when somebody else did something with it since. */
export async function lockZaak(ctx: Context, id: string, gezien: number): Promise<Geopend> {
  const geopend = await leesZaak(ctx, id, true)
  if (geopend.rij.versie !== gezien) {
    throw conflict(
      'Iemand anders heeft intussen iets aan deze escalatie gedaan. Open haar opnieuw en kijk of uw stap nog past.',
    )
  }
  return geopend
}
