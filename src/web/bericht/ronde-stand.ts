import type { Ronde } from '../../domain/do/bericht/rondes.ts'

export type Rondestand = 'bezig' | 'beoordelen' | 'afgebroken' | 'klaar'

// A round gives a sign after every batch; the judgement of a very large one may be silent for longer.
const STIL = { minutes: 2 }

/** Where a delivery stands at `nu`. Silence before everything was read means that it stopped. */
export function rondestand(
  ronde: Pick<Ronde, 'klaarOp' | 'laatsteTekenOp' | 'omvang' | 'gelezen'>,
  nu: Temporal.Instant,
): Rondestand {
  if (ronde.klaarOp !== null) return 'klaar'
  if (ronde.omvang !== null && ronde.gelezen >= ronde.omvang) return 'beoordelen'
  return Temporal.Instant.compare(ronde.laatsteTekenOp.add(STIL), nu) < 0 ? 'afgebroken' : 'bezig'
}
