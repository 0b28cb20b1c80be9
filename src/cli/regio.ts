import { listRegios, type Regio } from '../domain/plan/inrichting/list-regios.ts'
import type { Db } from '../platform/context.ts'
import { Stop } from '../platform/errors.ts'

/** The region of this name; the only one when no name is given. Throws Stop naming the regions there are. */
export async function kiesRegio(db: Db, naam: string | undefined): Promise<Regio> {
  const regios = await listRegios(db)
  const namen = regios.map((regio) => regio.naam).join(', ')
  if (regios.length === 0) {
    throw new Stop('Er is nog geen regio. Maak er een met: npx --no overlap regio aanmaken --bestand regio.json')
  }
  if (naam === undefined) {
    const [enige, ...meer] = regios
    if (enige && meer.length === 0) return enige
    throw new Stop(`Er zijn meer regio's. Kies er een met --regio. De namen: ${namen}.`)
  }
  const gevonden = regios.find((regio) => regio.naam === naam)
  if (!gevonden) throw new Stop(`De regio "${naam}" bestaat niet. De namen: ${namen}.`)
  return gevonden
}
