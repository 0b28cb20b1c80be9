import type { Context } from '../../../platform/context.ts'
import { isPgError } from '../../../platform/errors.ts'
import { bewaarBerichten } from './bewaar-berichten.ts'
import type { Gelezen } from './gelezen.ts'
import type { Clientgeheugen } from './clienten.ts'
import type { Telling } from './inleesronde.ts'

const ONBEWAARBAAR = {
  code: 'schemafout',
  melding:
    'Een waarde in dit bericht past niet in het programma. Vraag de afzender de datums en bedragen te controleren.',
}
const KEREN = 5

/**
 * Stores a batch. A message with a value that the database refuses does not hold up the others: it is searched by halves and
 * refused. Two deliveries that hold each other up take turns.
 */
export async function bewaarGroep(
  ctx: Context,
  rondeId: string,
  groep: readonly Gelezen[],
  gelezen: number,
  clienten: Clientgeheugen,
): Promise<Telling> {
  for (let keer = 1; ; keer++) {
    try {
      return await bewaarBerichten(ctx, rondeId, groep, gelezen, clienten)
    } catch (error) {
      if (isWaardefout(error)) {
        return bewaarInDelen(ctx, rondeId, groep, gelezen, clienten)
      }
      if (keer === KEREN || !(isPgError(error, '40P01') || isPgError(error, '40001'))) {
        throw error
      }
    }
  }
}

async function bewaarInDelen(
  ctx: Context,
  rondeId: string,
  groep: readonly Gelezen[],
  gelezen: number,
  clienten: Clientgeheugen,
): Promise<Telling> {
  if (groep.length === 1) {
    const { plek, naam } = groep[0]!
    return bewaarBerichten(ctx, rondeId, [{ plek, naam, fout: ONBEWAARBAAR, kop: {} }], gelezen, clienten)
  }
  const helft = groep.length >> 1
  const a = await bewaarGroep(ctx, rondeId, groep.slice(0, helft), gelezen, clienten)
  const b = await bewaarGroep(ctx, rondeId, groep.slice(helft), gelezen, clienten)
  return {
    bestanden: a.bestanden + b.bestanden,
    verwerkt: a.verwerkt + b.verwerkt,
    dubbel: a.dubbel + b.dubbel,
    afgekeurd: a.afgekeurd + b.afgekeurd,
  }
}

/** SQLSTATE class 22: data exception. */
function isWaardefout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('22')
}
