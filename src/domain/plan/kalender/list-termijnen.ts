import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { PAGINA, TELGRENS, type Lijst } from '../../begrippen/lijst.ts'
import { zicht } from '../../rechten/zicht.ts'
import { kolommen, metStand, standNu, verbanden, voorwaarde, type Stand, type Termijnfilter } from './termijn.sql.ts'

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
  const waar = voorwaarde(ctx, filter)
  const orde = richting === 'op' ? sql`t.einddatum, t.id` : sql`t.einddatum desc, t.id desc`
  const offset = pagina === null ? 0 : (pagina - 1) * PAGINA
  const { rows } = await sql<TermijnInLijst>`select ${kolommen(ctx)} from (select t.* from termijn t where ${waar}
      order by ${orde} limit ${hoogstens} offset ${offset}) t ${verbanden} order by ${orde}`.execute(ctx.db)
  if (pagina === null || (pagina === 1 && rows.length < PAGINA)) return { rijen: rows, totaal: rows.length }
  const { rows: tel } = await sql<{ n: number }>`select count(*)::int as n from (select from termijn t where ${waar}
    limit ${TELGRENS + 1}) t`.execute(ctx.db)
  return { rijen: rows, totaal: tel[0]!.n }
}

/** How many terms end in each month of a year, and how many of those passed without having been done. */
export async function telPerMaand(
  ctx: Context,
  jaar: number,
  filter: Termijnfilter,
): Promise<{ maand: number; aantal: number; verstreken: number }[]> {
  const [van, tot] = [new Temporal.PlainDate(jaar, 1, 1), new Temporal.PlainDate(jaar, 12, 31)]
  const { rows } = await sql<{
    maand: number
    aantal: number
    verstreken: number
  }>`select extract(month from t.einddatum)::int as maand,
      count(*)::int as aantal, count(*) filter (where ${standNu(ctx)} = 'verstreken')::int as verstreken
    from termijn t where ${voorwaarde(ctx, { ...filter, van, tot })} group by 1 order by 1`.execute(ctx.db)
  return rows
}

/** How many passed and are still open, the first that runs, and how many end in the next week: for the sentence above the calendar. */
export async function telOpen(
  ctx: Context,
  filter: Termijnfilter,
): Promise<{ verstreken: number; dezeWeek: number; eerste: Temporal.PlainDate | null }> {
  const open = (meer: Termijnfilter) => voorwaarde(ctx, { ...filter, ...meer })
  const { rows } = await sql<{ verstreken: number; dezeWeek: number; eerste: Temporal.PlainDate | null }>`select
    (select count(*)::int from (select from termijn t where ${open({ stand: 'verstreken' })} limit ${TELGRENS + 1}) t) as verstreken,
    (select count(*)::int from (select from termijn t where ${open({ stand: 'loopt', van: ctx.today, tot: ctx.today.add({ days: 7 }) })}
      limit ${TELGRENS + 1}) t) as deze_week,
    (select t.einddatum from termijn t where ${open({ stand: 'loopt', van: ctx.today })} order by t.einddatum, t.id limit 1) as eerste`.execute(
    ctx.db,
  )
  return rows[0]!
}

/** The open terms of one thing, for its own page: "which terms run". */
export async function listTermijnenVan(ctx: Context, bron: string, bronId: string): Promise<TermijnInLijst[]> {
  const { rows } = await sql<TermijnInLijst>`select ${kolommen(ctx)} from termijn t ${verbanden}
    where ${zicht(ctx).termijn('t')} and t.bron = ${bron} and t.bron_id = ${bronId} and ${metStand(ctx, 'open')}
    order by t.einddatum, t.id`.execute(ctx.db)
  return rows
}
