import { makeContext, OPDRACHTREGEL, type Diensten } from '../diensten.ts'
import { vulBewaartermijnenAan } from '../domain/check/bewaren/vul-bewaartermijnen-aan.ts'
import { hervatVernietigingen } from '../domain/check/bewaren/voer-vernietiging-uit.ts'
import { listRegios } from '../domain/plan/inrichting/list-regios.ts'
import { vraagVolgen } from '../domain/plan/kalender/vraag-volgen.ts'
import { vulRegelsetAan } from '../domain/plan/inrichting/vul-regelset-aan.ts'

/**
 * At start and after an update: every region gets the parts and the terms its regelset has gained, what was decided to destroy and is not
 * done goes on, and the calendar follows.
 */
export async function werkRegiosBij(diensten: Diensten): Promise<void> {
  for (const { id } of await listRegios(diensten.db)) {
    const ctx = makeContext(diensten, id, OPDRACHTREGEL)
    await vulRegelsetAan(ctx)
    await vulBewaartermijnenAan(ctx)
    await hervatVernietigingen(ctx)
    await vraagVolgen(ctx)
  }
}
