import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { preparedIf } from '../../../platform/prepared.ts'
import { PAGINA, TELGRENS, type Lijst } from '../../begrippen/lijst.ts'
import { zicht } from '../../rechten/zicht.ts'
import {
  gekozen,
  isVast,
  kolommen,
  metStand,
  standNu,
  verbanden,
  type Stand,
  type Termijnfilter,
} from './termijn.sql.ts'

export type TermijnInLijst = {
  id: string
  bron: string
  bronId: string
  titel: string
  aard: 'uiterlijk' | 'moment'
  einddatum: Temporal.PlainDate
  kant: 'regio' | 'aanbieder'
  rol: string | null
  /** Of one person, not of who has the function. */
  persoonlijk: boolean
  /** Who must act now, in the region; empty when nobody has the function. */
  personen: string[]
  aanbiederId: string | null
  aanbieder: string | null
  overeenkomstId: string | null
  overeenkomst: string | null
  gevolg: string
  stand: Stand
  gehaaldOp: Temporal.PlainDate | null
  herinneringen: number
  uitgesteldTot: Temporal.PlainDate | null
  gewijzigdOp: Temporal.Instant
}

/** Terms in order of their last day. `pagina` null: all, at most `hoogstens`. */
export async function listTermijnen(
  ctx: Context,
  filter: Termijnfilter,
  {
    pagina,
    hoogstens = PAGINA,
    richting = 'op',
  }: { pagina: number | null; hoogstens?: number; richting?: 'op' | 'af' },
): Promise<Lijst<TermijnInLijst>> {
  const van = gekozen(ctx, filter)
  const orde = richting === 'op' ? sql`t.einddatum, t.id` : sql`t.einddatum desc, t.id desc`
  const vast = isVast(filter) && pagina === 1
  const deel = sql`limit ${sql.lit(hoogstens)} offset ${sql.lit(pagina === null ? 0 : (pagina - 1) * PAGINA)}`
  const [{ rows }, telling] = await Promise.all([
    preparedIf(
      vast,
      sql<TermijnInLijst>`select ${kolommen(ctx)} from (select t.id from ${van} order by ${orde} ${deel}) k
        join termijn t on t.regio_id = ${ctx.regioId} and t.id = k.id ${verbanden} order by ${orde}`,
    ).execute(ctx.db),
    pagina === null
      ? undefined
      : preparedIf(
          vast,
          sql<{ n: number }>`select count(*)::int as n from (select from ${van} limit ${sql.lit(TELGRENS + 1)}) t`,
        ).execute(ctx.db),
  ])
  return { rijen: rows, totaal: telling?.rows[0]!.n ?? rows.length }
}

/** What of a month stands in its boxes. */
export type Maand = { termijnen: TermijnInLijst[]; perDag: ReadonlyMap<string, number> }

/** The terms of a filter, at most so many of a day, and by ISO date how many each day has: a busy month reads no more than it shows. */
export async function listPerDag(ctx: Context, filter: Termijnfilter, hoogstens: number): Promise<Maand> {
  const { rows } = await preparedIf(
    isVast(filter),
    sql<TermijnInLijst & { opDag: number }>`select ${kolommen(ctx)}, k.op_dag
      from (select t.id, row_number() over (partition by t.einddatum order by t.id) as nr,
          (count(*) over (partition by t.einddatum))::int as op_dag
        from ${gekozen(ctx, filter)}) k
      join termijn t on t.regio_id = ${ctx.regioId} and t.id = k.id ${verbanden}
      where k.nr <= ${sql.lit(hoogstens)} order by t.einddatum, t.id`,
  ).execute(ctx.db)
  return { termijnen: rows, perDag: new Map(rows.map(({ einddatum, opDag }) => [einddatum.toString(), opDag])) }
}

/**
 * How many terms end in each month of a year, and how many of those passed without having been done. Counted by day first: so they come
 * from the index.
 */
export async function telPerMaand(
  ctx: Context,
  jaar: number,
  filter: Termijnfilter,
): Promise<{ maand: number; aantal: number; verstreken: number }[]> {
  const [van, tot] = [new Temporal.PlainDate(jaar, 1, 1), new Temporal.PlainDate(jaar, 12, 31)]
  const telling = sql<{
    maand: number
    aantal: number
    verstreken: number
  }>`select extract(month from d.einddatum)::int as maand, sum(d.aantal)::int as aantal, sum(d.verstreken)::int as verstreken
    from (select t.einddatum, count(*) as aantal, count(*) filter (where ${standNu(ctx)} = 'verstreken') as verstreken
      from ${gekozen(ctx, { ...filter, van, tot })} group by t.einddatum) d group by 1 order by 1`
  const { rows } = await preparedIf(isVast(filter), telling).execute(ctx.db)
  return rows
}

/** How many passed and are still open, the first that runs, and how many end in the next week: for the sentence above the calendar. */
export async function telOpen(ctx: Context, filter: Termijnfilter): Promise<Openstand> {
  const telling = filter.eigen === undefined ? telRegio(ctx, filter) : telEigen(ctx, filter)
  const { rows } = await preparedIf(isVast(filter), telling).execute(ctx.db)
  return rows[0]!
}

type Openstand = { verstreken: number; dezeWeek: number; eerste: Temporal.PlainDate | null }

// Of a region there may be many: each question stops where it knows enough.
function telRegio(ctx: Context, filter: Termijnfilter) {
  const open = (meer: Termijnfilter) => gekozen(ctx, { ...filter, ...meer })
  return sql<Openstand>`select
    (select count(*)::int from (select from ${open({ stand: 'verstreken' })} limit ${sql.lit(TELGRENS + 1)}) t) as verstreken,
    (select count(*)::int from (select from ${open({ stand: 'loopt', van: ctx.today, tot: ctx.today.add({ days: 7 }) })}
      limit ${sql.lit(TELGRENS + 1)}) t) as deze_week,
    (select t.einddatum from ${open({ stand: 'loopt', van: ctx.today })} order by t.einddatum, t.id limit 1) as eerste`
}

// Somebody's own are gathered once.
function telEigen(ctx: Context, filter: Termijnfilter) {
  const { today } = ctx
  return sql<Openstand>`select count(*) filter (where ${standNu(ctx)} = 'verstreken')::int as verstreken,
      count(*) filter (where t.einddatum between ${today} and ${today.add({ days: 7 })})::int as deze_week,
      min(t.einddatum) filter (where t.einddatum >= ${today}) as eerste
    from ${gekozen(ctx, { ...filter, stand: 'open' })}`
}

/** The open terms of one thing, for its own page: "which terms run". */
export async function listTermijnenVan(ctx: Context, bron: string, bronId: string): Promise<TermijnInLijst[]> {
  const { rows } = await sql<TermijnInLijst>`select ${kolommen(ctx)} from termijn t ${verbanden}
    where ${zicht(ctx).termijn('t')} and t.bron = ${bron} and t.bron_id = ${bronId} and ${metStand(ctx, 'open')}
    order by t.einddatum, t.id`.execute(ctx.db)
  return rows
}
