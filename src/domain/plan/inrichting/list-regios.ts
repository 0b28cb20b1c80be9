import { sql } from 'kysely'
import type { Db } from '../../../platform/context.ts'

export type Regio = { id: string; naam: string; voorbeeld: boolean }

/** All regions of this installation, by name: the one list that is read before a region is chosen. */
export async function listRegios(db: Db): Promise<Regio[]> {
  return (await sql<Regio>`select * from regio_lijst()`.execute(db)).rows
}
