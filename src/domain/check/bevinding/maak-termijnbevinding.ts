import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { datumzin } from '../../begrippen/datumzin.ts'
import { findRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../plan/inrichting/regelset-inhoud.ts'
import { maakBevindingen } from './maak-bevindingen.ts'
import { maaktBevinding, Termijnbevindingen, type Verstreken } from './termijnbevindingen.ts'

type Rij = Verstreken & {
  aanbiederId: string
  agb: string
  overeenkomstId: string | null
  titel: string
  gevolg: string
}

/**
 * A term of an aanbieder passed: a finding where the regelset says so, once per term, for a person to judge (AMB-33). Gives how many it
 * made. A region without the part has none.
 */
export function maakTermijnbevinding(ctx: Context, termijnId: string): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const deel = await findRegelset(ctx, 'termijnbevindingen', ctx.today)
    const { rows } =
      await sql<Rij>`select t.bron, t.code, t.kant, t.aanbieder_id, a.agb, t.overeenkomst_id, t.aard, t.einddatum,
        t.gehaald_op, t.stand = 'vervallen' as vervallen, t.titel, t.gevolg
      from termijn t join aanbieder a on a.regio_id = t.regio_id and a.id = t.aanbieder_id
      where t.regio_id = ${ctx.regioId} and t.id = ${termijnId} for update of t`.execute(ctx.db)
    const termijn = rows[0]
    if (!termijn || !deel) return 0
    if (!maaktBevinding(termijn, leesInhoud(Termijnbevindingen, deel.inhoud), ctx.today)) return 0
    const { titel, einddatum, gevolg, aanbiederId, agb, overeenkomstId } = termijn
    return maakBevindingen(ctx, [
      {
        bron: 'termijn',
        sleutel: `termijn:${termijnId}`,
        titel: `Niet op tijd: ${titel}`.slice(0, 200),
        toelichting: `De laatste dag was ${datumzin(einddatum)}. ${gevolg}`.trim(),
        aanbiederId,
        agb,
        overeenkomstId: overeenkomstId ?? undefined,
        termijnId,
      },
    ])
  })
}
