import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { Ladder } from './ladder.ts'
import { lockLadderconcept, schrijfLadderconcept } from './ladderconcept.ts'
import { metDeelVerplaatst, zetDeel, zoekDeel, zonderDeel, type DeelVan, type Ladderdeel } from './ladderdelen.ts'
import { LADDERDEEL } from './lees-ladder.ts'

type Wijziging =
  | { soort: 'zet'; deel: Ladderdeel; nieuw: DeelVan<Ladderdeel> }
  | { soort: 'verwijder'; deel: Ladderdeel; code: string }
  | { soort: 'verplaats'; deel: Ladderdeel; code: string; richting: 'omhoog' | 'omlaag' }
  | { soort: 'kop'; naam: string; bron: Ladder['bron'] }

/**
 * Changes one part of the draft; whether the whole fits is told and not refused, for a draft is built piece by piece. `gezien`: the
 * version that was looked at. Throws 403, 404, or 409 when somebody was first or the last of its kind would go.
 */
export function wijzigLadderconcept(ctx: Context, gezien: number, wijziging: Wijziging): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    const { ladder } = await lockLadderconcept(ctx, gezien)
    const nieuw = Ladder.safeParse(voerUit(ladder, wijziging))
    if (!nieuw.success) throw conflict('Dit is het laatste onderdeel van zijn soort. Voeg eerst een ander toe.')
    await schrijfLadderconcept(ctx, nieuw.data)
    await recordEvent(ctx, {
      soort: 'ladderconcept:gewijzigd',
      onderwerp: { type: 'regelsetdeel', id: LADDERDEEL },
      gegevens: watVeranderde(ladder, wijziging),
    })
  })
}

function voerUit(ladder: Ladder, wijziging: Wijziging): Ladder {
  switch (wijziging.soort) {
    case 'zet':
      return zetDeel(ladder, wijziging.deel, wijziging.nieuw)
    case 'verwijder':
      if (!zoekDeel(ladder, wijziging.deel, wijziging.code)) throw notFound('Dit onderdeel van de ladder')
      return zonderDeel(ladder, wijziging.deel, wijziging.code)
    case 'verplaats':
      if (!zoekDeel(ladder, wijziging.deel, wijziging.code)) throw notFound('Dit onderdeel van de ladder')
      return metDeelVerplaatst(ladder, wijziging.deel, wijziging.code, wijziging.richting)
    case 'kop':
      return { ...ladder, naam: wijziging.naam, bron: wijziging.bron }
  }
}

function watVeranderde(ladder: Ladder, wijziging: Wijziging): Record<string, unknown> {
  switch (wijziging.soort) {
    case 'zet': {
      const { deel, nieuw } = wijziging
      return { deel, oud: zoekDeel(ladder, deel, nieuw.code) ?? null, nieuw }
    }
    case 'verwijder':
      return { deel: wijziging.deel, oud: zoekDeel(ladder, wijziging.deel, wijziging.code), nieuw: null }
    case 'verplaats':
      return { deel: wijziging.deel, code: wijziging.code, richting: wijziging.richting }
    case 'kop':
      return { oud: { naam: ladder.naam, bron: ladder.bron }, nieuw: { naam: wijziging.naam, bron: wijziging.bron } }
  }
}
