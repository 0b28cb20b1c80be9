import { sql } from 'kysely'
import type { Context } from './context.ts'
import { inReadTransaction } from './transaction.ts'

// One batch, one short transaction: however long the chain, nothing waits for whoever reads it.
const PER_KEER = 1000

/** From which record: after a number of the chain, and between two moments. */
export type Auditvraag = { na?: number; vanaf?: Temporal.Instant | undefined; voor?: Temporal.Instant | undefined }

export type Auditregel = { nummer: number; json: string }

type Rij = {
  volgnr: number
  tijdstip: Temporal.Instant
  actorId: string
  soort: string
  onderwerpType: string
  onderwerpId: string
  hash: string
}

/**
 * The audit trail as JSON objects of one line, for a system that gathers logs: who (an id), when (UTC), what, about what, and the hash
 * of the chain, with which a copy elsewhere proves what stood here. Never a name, nor old or new values. In the order of the chain,
 * which has no gaps: `na` the last number goes on where it stopped.
 */
export async function* leesAudit(
  ctx: Context,
  regio: string,
  { na = 0, vanaf, voor }: Auditvraag,
): AsyncGenerator<Auditregel> {
  let laatste = na
  for (;;) {
    const rijen = await inReadTransaction(ctx, async ({ db, regioId }) => {
      const { rows } =
        await sql<Rij>`select volgnr, tijdstip, actor_id, soort, onderwerp_type, onderwerp_id, encode(hash, 'hex') as hash
        from audit_regel where regio_id = ${regioId} and volgnr > ${laatste}
          and (${vanaf ?? null}::timestamptz is null or tijdstip >= ${vanaf ?? null}::timestamptz)
          and (${voor ?? null}::timestamptz is null or tijdstip < ${voor ?? null}::timestamptz)
        order by volgnr limit ${PER_KEER}`.execute(db)
      return rows
    })
    for (const rij of rijen) yield { nummer: rij.volgnr, json: alsJson(ctx, regio, rij) }
    if (rijen.length < PER_KEER) return
    laatste = rijen.at(-1)!.volgnr
  }
}

// Fixed names and order: who gathers logs makes a rule on them.
function alsJson({ regioId }: Context, regio: string, rij: Rij): string {
  return JSON.stringify({
    logboek: 'handelingen',
    tijdstip: rij.tijdstip.toString(),
    regio,
    regioId,
    nummer: rij.volgnr,
    gebeurtenis: rij.soort,
    actor: rij.actorId,
    onderwerp: { type: rij.onderwerpType, id: rij.onderwerpId },
    hash: rij.hash,
  })
}
