import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { preparedIf } from '../../platform/prepared.ts'
import { PAGINA, TELGRENS, type Lijst } from './lijst.ts'

type Vraag<Rij> = {
  /** What is counted: "actie t where …" */
  van: RawBuilder<unknown>
  /** The rows in their order, without a limit */
  rijen: RawBuilder<Rij>
  /** Null: all of them */
  pagina: number | null
  /** The list as everybody opens it: the connection keeps its plan (platform/prepared.ts) */
  kaal: boolean
}

/** One page of a list and how many there are, asked together; the count stops at TELGRENS + 1. All of it when `pagina` is null. */
export async function leesLijst<Rij>(ctx: Context, { van, rijen, pagina, kaal }: Vraag<Rij>): Promise<Lijst<Rij>> {
  if (pagina === null) {
    const { rows } = await rijen.execute(ctx.db)
    return { rijen: rows, totaal: rows.length }
  }
  const deel = kaal ? sql`limit ${sql.lit(PAGINA)}` : sql`limit ${PAGINA} offset ${(pagina - 1) * PAGINA}`
  const [telling, { rows }] = await Promise.all([
    preparedIf(
      kaal,
      sql<{ totaal: number }>`select count(*) as totaal from (select from ${van} limit ${sql.lit(TELGRENS + 1)}) as n`,
    ).execute(ctx.db),
    preparedIf(kaal, sql<Rij>`${rijen} ${deel}`).execute(ctx.db),
  ])
  return { rijen: rows, totaal: telling.rows[0]!.totaal }
}
