import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
import { toonDeel } from '../../begrippen/getoond-aantal.ts'
import { isOpen, type Kleinzicht } from '../../plan/inrichting/kleine-aantallen.ts'
import type { Uitkomst } from './find-uitkomst.ts'

/** The waiting days of each counted case (null: never started), for the picture; `groepen` where cases may not be told apart. */
export type Wachttijden = { dagen: (number | null)[] } | { groepen: Wachtgroep[] }

export type Wachtgroep = { van: 'nul' | 'tijdig' | 'laat' | 'nooit'; tot?: 'tijdig' | 'nooit'; aantal: number }

/** How long the counted cases of a start-zorg result waited, without saying whose. Nothing when there is nothing to show. */
export async function listWachttijden(
  ctx: Context,
  klein: Kleinzicht | null,
  uitkomst: Uitkomst,
): Promise<Wachttijden | null> {
  if (uitkomst.kpi !== 'start-zorg') return null
  if (klein === null || isOpen(klein, uitkomst)) {
    const { rows } = await sql<{
      dagen: number | null
    }>`select ${dagen} as dagen ${gevallen(ctx, uitkomst)} order by 1`.execute(ctx.db)
    return rows.length === 0 ? null : { dagen: rows.map(({ dagen }) => dagen) }
  }
  return uitkomst.afgeschermd === null && uitkomst.waarde !== null ? leesGroepen(ctx, uitkomst, klein.minimum) : null
}

// The two halves, in time and not, are shown already: each is divided further only when both of its parts may be shown.
async function leesGroepen(ctx: Context, uitkomst: Uitkomst, minimum: number): Promise<Wachttijden> {
  const { rows } = await sql<{ groep: Wachtgroep['van']; aantal: number; clienten: number }>`
    select case when ${dagen} is null then 'nooit' when ${dagen} <= 0 then 'nul'
        when ${dagen} <= ${uitkomst.definitie.termijnDagen ?? 0} then 'tijdig' else 'laat' end as groep,
      count(*)::int as aantal, count(distinct k.client_id)::int as clienten
    ${gevallen(ctx, uitkomst)} group by 1`.execute(ctx.db)
  const groep = (van: Wachtgroep['van']) => rows.find((rij) => rij.groep === van) ?? { aantal: 0, clienten: 0 }
  const helft = (van: 'nul' | 'laat', tot: 'tijdig' | 'nooit'): Wachtgroep[] => {
    const delen = [groep(van), groep(tot)]
    const [eerste, tweede] = toonDeel(delen, minimum) ?? []
    return eerste === undefined || tweede === undefined
      ? [{ van, tot, aantal: delen[0]!.aantal + delen[1]!.aantal }]
      : [
          { van, aantal: eerste },
          { van: tot, aantal: tweede },
        ]
  }
  return { groepen: [...helft('nul', 'tijdig'), ...helft('laat', 'nooit')] }
}

const dagen = sql`(k.startdatum - k.referentiedatum)`

function gevallen(ctx: Context, { id }: Uitkomst): RawBuilder<unknown> {
  return sql`from kpi_gevallen s
    cross join lateral unnest(s.client_id, s.uitkomst, s.referentiedatum, s.startdatum) as k (client_id, uitkomst, referentiedatum, startdatum)
    where ${zicht(ctx).vanUitkomst('s')} and s.uitkomst_id = ${id} and k.uitkomst in ('tijdig', 'te laat', 'geen start')`
}
