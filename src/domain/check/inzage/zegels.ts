import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { inReadTransaction } from '../../../platform/transaction.ts'

/** What a record of the audit chain says of the lines after `na` up to `tot`. */
const Zegel = z.object({
  na: z.int(),
  tot: z.int(),
  inzagen: z.int(),
  regels: z.int(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Zegel = z.infer<typeof Zegel> & { volgnr: number; tijdstip: Temporal.Instant }

/** The seals of the region, oldest first. One whose values were destroyed is left out. */
export async function listZegels(ctx: Context): Promise<Zegel[]> {
  const { rows } = await sql<{ volgnr: number; tijdstip: Temporal.Instant; waarden: string }>`
    select r.volgnr, r.tijdstip, w.waarden from audit_regel r join audit_waarden w using (regio_id, volgnr)
    where r.regio_id = ${ctx.regioId} and r.onderwerp_type = 'inzage' and r.soort = 'inzage:verzegeld' order by r.volgnr`.execute(
    ctx.db,
  )
  return rows.map(({ waarden, ...rest }) => ({ ...Zegel.parse(JSON.parse(waarden)), ...rest }))
}

export async function telHash(ctx: Context, na: number, tot: number) {
  const { rows } = await sql<{ inzagen: number; regels: number; hash: string }>`
    select inzagen, regels, encode(hash, 'hex') as hash from inzage_hash(${na}, ${tot})`.execute(ctx.db)
  return rows[0]!
}

/** Whether the lines are still what each seal says: how many seals, and the first that does not fit. */
export function controleerZegels(ctx: Context): Promise<{ zegels: number; fout: Zegel | undefined }> {
  return inReadTransaction(ctx, async (ctx) => {
    const zegels = await listZegels(ctx)
    for (const zegel of zegels) {
      if ((await telHash(ctx, zegel.na, zegel.tot)).hash !== zegel.hash) return { zegels: zegels.length, fout: zegel }
    }
    return { zegels: zegels.length, fout: undefined }
  })
}
