import { makeContext, OPDRACHTREGEL, type Diensten } from '../diensten.ts'
import { listRegios } from '../domain/plan/inrichting/list-regios.ts'
import { vulRegelsetAan } from '../domain/plan/inrichting/vul-regelset-aan.ts'

/** After an update of the program: every region gets the parts its regelset has gained. */
export async function werkRegiosBij(diensten: Diensten): Promise<void> {
  for (const { id } of await listRegios(diensten.db)) {
    await vulRegelsetAan(makeContext(diensten, id, OPDRACHTREGEL))
  }
}
