import { existsSync, realpathSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PROJECT } from '../diensten.ts'
import type { Env } from '../platform/env.ts'
import { Stop } from '../platform/errors.ts'

/** The migrations already ran when the services were opened. */
export function dbMigreren(): Promise<number> {
  console.log('De database is bijgewerkt.')
  return Promise.resolve(0)
}

/** Throws away the embedded database with its keys. Never a server of somebody else, never one in use, never without --ja. */
export function dbOpnieuw(env: Env, ja: boolean): number {
  if (env.DATABASE_URL) {
    throw new Stop('Overlap gooit geen database weg op een eigen server. Doe dat zelf en start daarna opnieuw.')
  }
  const map = resolve(env.OVERLAP_MAP ?? join(PROJECT, '.overlap'))
  if (!ja) throw new Stop(`Dit gooit de database en de sleutels in ${map} weg. Voeg --ja toe als u dat wilt.`)
  const database = join(map, 'database')
  if (existsSync(join(database, 'data', 'postmaster.pid'))) throw new Stop('Overlap draait nog. Stop het eerst.')
  // the folder may be a link to a place where the server's account can work
  if (existsSync(database)) rmSync(realpathSync(database), { recursive: true, force: true })
  rmSync(map, { recursive: true, force: true })
  console.log('De database is weggegooid. Bij de volgende start begint Overlap opnieuw.')
  return 0
}
