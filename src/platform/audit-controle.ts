import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from './context.ts'
import { inReadTransaction } from './transaction.ts'

/** Head and length of the chain of one region, written to a file outside the database. */
export const Anker = z.object({
  regioId: z.uuid(),
  regio: z.string(),
  lengte: z.number().int().nonnegative(),
  kop: z.string().regex(/^[0-9a-f]{64}$/),
  op: z.string(),
})
export type Anker = z.infer<typeof Anker>

type Fout = { volgnr: number; fout: string }

/** Checks the whole chain of this region and, when given, that it still holds what each anchor saw. */
export function controleerAudit(
  ctx: Context,
  ankers: Anker[] = [],
): Promise<{ lengte: number; fout: Fout | undefined }> {
  return inReadTransaction(ctx, async (ctx) => {
    const { lengte } = (
      await sql<{
        lengte: number
      }>`select coalesce(max(volgnr), 0) as lengte from audit_regel where regio_id = ${ctx.regioId}`.execute(ctx.db)
    ).rows[0]!
    const fouten = (await sql<Fout>`select * from audit_eerste_fout()`.execute(ctx.db)).rows
    for (const anker of ankers.filter(({ lengte }) => lengte > 0)) {
      const { rows } = await sql<{
        kop: string
      }>`select encode(hash, 'hex') as kop from audit_regel where regio_id = ${ctx.regioId} and volgnr = ${anker.lengte}`.execute(
        ctx.db,
      )
      if (rows[0]?.kop !== anker.kop) {
        fouten.push({
          volgnr: anker.lengte,
          fout: rows[0]
            ? `is anders dan in het anker van ${anker.op}`
            : `ontbreekt, maar staat in het anker van ${anker.op}`,
        })
      }
    }
    return { lengte, fout: fouten.sort((a, b) => a.volgnr - b.volgnr)[0] }
  })
}

/** Writes head and length of each chain to `<map>/ankers/<day>.json`, outside the database; gives the file. */
export async function schrijfAnker(
  contexten: (Context & { regioNaam: string })[],
  map: string,
  today: Temporal.PlainDate,
): Promise<string> {
  const ankers: Anker[] = []
  for (const ctx of contexten) {
    const keten = await inReadTransaction(ctx, (ctx) =>
      ctx.db.selectFrom('auditKeten').select(['lengte', 'kop']).where('regioId', '=', ctx.regioId).executeTakeFirst(),
    )
    if (keten) {
      ankers.push({
        regioId: ctx.regioId,
        regio: ctx.regioNaam,
        lengte: keten.lengte,
        kop: keten.kop.toString('hex'),
        op: ctx.now.toString(),
      })
    }
  }
  const folder = join(map, 'ankers')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const bestand = join(folder, `${today.toString()}.json`)
  // a whole file or none: written aside, then put in place
  writeFileSync(`${bestand}.nieuw`, JSON.stringify(ankers, null, 2), { mode: 0o600 })
  renameSync(`${bestand}.nieuw`, bestand)
  return bestand
}
