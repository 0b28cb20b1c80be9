import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { zicht, zietHeleRegio } from '../../rechten/zicht.ts'

type Jaar = { agb: string; jaar: number; maandCent: (number | null)[] }
export type Maanden = { gedeclareerdCent: number; perMaandCent: number[] }

/** What these aanbieders claimed this year, and per month from eleven months ago; a month without claims is left out. In cents. */
export async function listMaanden(ctx: Context, agbs: readonly string[]): Promise<Map<string, Maanden>> {
  const vanaf = ctx.today.with({ day: 1 }).subtract({ months: 11 })
  const waar = sql`agb ${agbs.length === 1 ? sql`= ${agbs[0]}` : sql`= any(${agbs}::text[])`}`
  // Who sees a part of the region adds up that part.
  const { rows } = await prepared(
    zietHeleRegio(ctx, 'budget:lezen')
      ? sql<Jaar>`select agb, jaar, maand_cent from declaratie_jaar
        where regio_id = ${ctx.regioId} and ${waar} and jaar in (${vanaf.year}, ${ctx.today.year})`
      : sql<Jaar>`select agb, extract(year from maand)::int as jaar, ${perMaand} as maand_cent from declaratie_maand
        where ${zicht(ctx, 'budget:lezen').vanOvereenkomst('declaratie_maand')} and ${waar} and maand between make_date(${vanaf.year}, 1, 1) and make_date(${ctx.today.year}, 12, 31) group by 1, 2`,
  ).execute(ctx.db)
  return new Map([...Map.groupBy(rows, ({ agb }) => agb)].map(([agb, jaren]) => [agb, telOp(jaren, vanaf, ctx.today)]))
}

const perMaand = sql`array[${sql.join(
  Array.from(
    { length: 12 },
    (_, i) => sql`(sum(bedrag_cent) filter (where extract(month from maand) = ${sql.lit(i + 1)}))::bigint`,
  ),
)}]`

function telOp(jaren: readonly Jaar[], vanaf: Temporal.PlainDate, vandaag: Temporal.PlainDate): Maanden {
  const van = (jaar: number) => jaren.find((een) => een.jaar === jaar)?.maandCent ?? []
  const gevuld = (maanden: readonly (number | null)[]) => maanden.filter((cent) => cent !== null)
  const ditJaar = gevuld(van(vandaag.year))
  return {
    gedeclareerdCent: ditJaar.reduce((som, cent) => som + cent, 0),
    perMaandCent:
      vanaf.year === vandaag.year ? ditJaar : [...gevuld(van(vanaf.year).slice(vanaf.month - 1)), ...ditJaar],
  }
}
