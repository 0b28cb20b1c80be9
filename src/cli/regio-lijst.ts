import type { Diensten } from '../diensten.ts'
import { listRegios } from '../domain/plan/inrichting/list-regios.ts'

/** Prints the names of all regions, one a line. */
export async function regioLijst(diensten: Diensten): Promise<number> {
  for (const { naam } of await listRegios(diensten.db)) console.log(naam)
  return 0
}
