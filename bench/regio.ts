import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { maakRegio } from '../src/domain/plan/inrichting/maak-regio.ts'
import { type Opstelling, openProgramma, PROJECT, type Proefdatabase } from './opstelling.ts'

export const VOORBEELD = join(PROJECT, 'db/voorbeeldregio')

export type Proefregio = Proefdatabase & { regioId: string; sleutels: string }

/** An empty region of the demonstration's shape, in a database of its own. */
export async function maakProefregio(opstelling: Opstelling): Promise<Proefregio> {
  const database = await opstelling.nieuweDatabase()
  const sleutels = join(opstelling.map, `sleutels-${database.naam}`)
  const programma = openProgramma(database.appUrl, sleutels)
  const regio: unknown = JSON.parse(readFileSync(join(VOORBEELD, 'regio.json'), 'utf8'))
  const { regioId } = await maakRegio(programma.ctx(''), regio)
  await programma.stop()
  return { ...database, regioId, sleutels }
}
