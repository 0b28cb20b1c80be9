import { sql, type RawBuilder } from 'kysely'
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

/** Each seal as a row of (volgnr, tijdstip, na, tot, hash): the lines after `na` up to `tot`. For use in a from clause. */
export function inzageBlokken({ regioId }: Context): RawBuilder<unknown> {
  return sql`(select r.volgnr, r.tijdstip, (w.waarden::jsonb ->> 'na')::bigint as na, (w.waarden::jsonb ->> 'tot')::bigint as tot,
      w.waarden::jsonb ->> 'hash' as hash
    from audit_regel r join audit_waarden w using (regio_id, volgnr)
    where r.regio_id = ${regioId} and r.onderwerp_type = 'inzage' and r.soort = 'inzage:verzegeld')`
}

/**
 * Whether the lines are still what each seal says: how many seals, and the first that does not fit. Where the chain says that the lines
 * were destroyed there are none, and they were what the seal said when they went.
 */
export function controleerZegels(ctx: Context): Promise<{ zegels: number; fout: Zegel | undefined }> {
  return inReadTransaction(ctx, async (ctx) => {
    const zegels = await listZegels(ctx)
    const vernietigd = await listVernietigd(ctx)
    const klopt = async ({ na, tot, hash }: Zegel) => {
      const nu = await telHash(ctx, na, tot)
      const klopte = vernietigd.get(`${na}-${tot}`)
      return klopte === undefined ? nu.hash === hash : klopte && nu.inzagen === 0
    }
    for (const zegel of zegels) if (!(await klopt(zegel))) return { zegels: zegels.length, fout: zegel }
    return { zegels: zegels.length, fout: undefined }
  })
}

/** Which lines were destroyed (check/bewaren/soort/inzagen.ts), as "na-tot", with whether they were what their seal said. */
async function listVernietigd(ctx: Context): Promise<Map<string, boolean>> {
  const { rows } = await sql<{ waarden: string }>`select w.waarden
    from audit_regel r join audit_waarden w using (regio_id, volgnr)
    where r.regio_id = ${ctx.regioId} and r.onderwerp_type = 'inzage' and r.soort = 'inzage:vernietigd'`.execute(ctx.db)
  const Vernietigd = Zegel.pick({ na: true, tot: true }).extend({ klopte: z.boolean() })
  return new Map(
    rows.map(({ waarden }) => {
      const { na, tot, klopte } = Vernietigd.parse(JSON.parse(waarden))
      return [`${na}-${tot}`, klopte]
    }),
  )
}
