import { sql, type RawBuilder } from 'kysely'
import type { Actor, Context } from '../../../platform/context.ts'
import { forbidden } from '../../../platform/errors.ts'
import { toonGrens, type Getoond } from '../../begrippen/getoond-aantal.ts'
import { leesMinimum } from '../../plan/inrichting/kleine-aantallen.ts'
import { authorize, mag } from '../../rechten.ts'
import { zietKleineAantallen } from '../../rechten/kleine-aantallen.ts'
import { zicht } from '../../rechten/zicht.ts'

/** What was read in: evaluations of the lokaal team, or answers of a client satisfaction survey (cto). */
export type Bron = 'evaluaties' | 'cto'

const TABEL = {
  evaluaties: { tabel: sql`evaluatie`, datum: sql`e.datum`, goed: sql`e.resultaat = 'behaald'` },
  // an answer without a figure is kept, and counts nowhere
  cto: { tabel: sql`cto_respons`, datum: sql`e.veldwerk_einde`, goed: sql`e.cijfer <> ''` },
} satisfies Record<Bron, Record<string, RawBuilder<unknown>>>

/** One gemeente in one year; `naam` is null for a code that is not of this region. Counts only: nothing here is about one client. */
export type Gemeentestand = {
  code: string
  naam: string | null
  subregio: string | null
  aantal: number
  /** Behaald, or answered with a figure. */
  goed: number
  /** The toewijzing is not known yet. */
  wachtend: number
  eerste: Temporal.PlainDate | null
  laatste: Temporal.PlainDate | null
  ingelezenOp: Temporal.Instant | null
}

/**
 * What was read in over a year, per gemeente: those of the region, also when there is nothing, and unknown ones. For who sees every
 * figure (`zietIngelezen`); others get `listGrof`.
 */
export async function listPerGemeente(ctx: Context, bron: Bron, jaar: number): Promise<Gemeentestand[]> {
  await authorize(ctx, 'evaluatie:lezen')
  if (!zietIngelezen(ctx.actor, bron)) throw forbidden('evaluatie:lezen')
  const { tabel, datum, goed } = TABEL[bron]
  const { rows } = await sql<Gemeentestand>`
    with per as (
      select e.gemeente, count(*)::int as aantal, count(*) filter (where ${goed})::int as goed, min(${datum}) as eerste, max(${datum}) as laatste,
        count(*) filter (where not exists (select from toewijzing t
          where ${zicht(ctx).regel('t')} and t.regio_id = e.regio_id and t.gemeente = e.gemeente and t.nummer = e.nummer))::int as wachtend,
        max(e.ingelezen_op) as ingelezen_op
      from ${tabel} e where ${zicht(ctx).oordeel('e')} and ${datum} between make_date(${jaar}, 1, 1) and make_date(${jaar}, 12, 31)
      group by 1
    ), eigen as (
      select g.code, g.naam, g.volgorde, s.naam as subregio, s.volgorde as plek from gemeente g
      join subregio s on s.regio_id = g.regio_id and s.id = g.subregio_id where g.regio_id = ${ctx.regioId}
    )
    select coalesce(g.code, p.gemeente) as code, g.naam, g.subregio, coalesce(p.aantal, 0) as aantal, coalesce(p.goed, 0) as goed,
      coalesce(p.wachtend, 0) as wachtend, p.eerste, p.laatste, p.ingelezen_op
    from eigen g full join per p on p.gemeente = g.code order by g.plek, g.volgorde, 1`.execute(ctx.db)
  return rows
}

/**
 * Who sees how many there are: who works with cases, and who reads these files in himself and so had them in hand (besluit 017). Who
 * neither does needs to know whether something came, not how many.
 */
export function zietIngelezen(actor: Actor, bron: Bron): boolean {
  return zietKleineAantallen(actor) || mag(actor, bron === 'cto' ? 'cto:inlezen' : 'evaluatie:inlezen')
}

/** The same without a count that is about few clients, or from which one follows: none, fewer than the minimum, or as many or more. */
export type Grofstand = Pick<Gemeentestand, 'code' | 'naam' | 'subregio' | 'ingelezenOp'> & {
  aantal: Getoond
  wachtend: Getoond
}

/**
 * What was read in over a year per gemeente, roughly: exact counts next to the figures of the KPI's would give hidden cells of those
 * (S44). Clients count, not evaluations; what waits for its toewijzing is about nobody known and counts as one each.
 */
export async function listGrof(ctx: Context, bron: Bron, jaar: number): Promise<Grofstand[]> {
  await authorize(ctx, 'evaluatie:lezen')
  const { tabel, datum } = TABEL[bron]
  const minimum = await leesMinimum(ctx)
  const { rows } = await sql<Omit<Grofstand, 'aantal' | 'wachtend'> & { clienten: number; wachtenden: number }>`
    with per as (
      select e.gemeente, count(distinct coalesce(t.client_id::text, e.nummer::text))::int as clienten,
        count(distinct e.nummer) filter (where t.client_id is null)::int as wachtenden, max(e.ingelezen_op) as ingelezen_op
      from ${tabel} e left join toewijzing t on ${zicht(ctx).regel('t')} and t.gemeente = e.gemeente and t.nummer = e.nummer
      where ${zicht(ctx).oordeel('e')} and ${datum} between make_date(${jaar}, 1, 1) and make_date(${jaar}, 12, 31)
      group by 1
    ), eigen as (
      select g.code, g.naam, g.volgorde, s.naam as subregio, s.volgorde as plek from gemeente g
      join subregio s on s.regio_id = g.regio_id and s.id = g.subregio_id where g.regio_id = ${ctx.regioId}
    )
    select coalesce(g.code, p.gemeente) as code, g.naam, g.subregio, coalesce(p.clienten, 0) as clienten,
      coalesce(p.wachtenden, 0) as wachtenden, p.ingelezen_op
    from eigen g full join per p on p.gemeente = g.code order by g.plek, g.volgorde, 1`.execute(ctx.db)
  return rows.map(({ clienten, wachtenden, ...rest }) => ({
    ...rest,
    aantal: toonGrens(clienten, minimum),
    wachtend: toonGrens(wachtenden, minimum),
  }))
}

/** The years that something is about, the last one first. */
export async function listJaren(ctx: Context, bron: Bron): Promise<number[]> {
  const { tabel, datum } = TABEL[bron]
  const { rows } = await sql<{ eerste: number | null; laatste: number | null }>`
    select extract(year from min(${datum}))::int as eerste, extract(year from max(${datum}))::int as laatste
    from ${tabel} e where ${zicht(ctx).oordeel('e')}`.execute(ctx.db)
  const { eerste, laatste } = rows[0]!
  return eerste === null || laatste === null ? [] : Array.from({ length: laatste - eerste + 1 }, (_, i) => laatste - i)
}

/** One time that somebody read in a file; how many is null for who does not see that. */
export type Inlezing = {
  ingelezenOp: Temporal.Instant
  ingelezenDoor: string
  aantal: number | null
  eerste: Temporal.PlainDate | null
  laatste: Temporal.PlainDate | null
  gemeenten: string[]
}

/** The times something was read in, the last one first; one more than `limit` when there are older ones. */
export async function listInlezingen(
  ctx: Context,
  bron: Bron,
  { offset, limit }: { offset: number; limit: number },
): Promise<Inlezing[]> {
  await authorize(ctx, 'evaluatie:lezen')
  const { tabel, datum } = TABEL[bron]
  // A loose scan of the index, one step per time: however many rows each of them brought.
  const { rows } = await sql<Inlezing>`
    with recursive keer as (
      (select e.ingelezen_op from ${tabel} e where ${zicht(ctx).oordeel('e')} order by e.ingelezen_op desc limit 1)
      union all
      select (select e.ingelezen_op from ${tabel} e where ${zicht(ctx).oordeel('e')} and e.ingelezen_op < keer.ingelezen_op
        order by e.ingelezen_op desc limit 1) from keer where keer.ingelezen_op is not null
    ), blad as (select ingelezen_op from keer where ingelezen_op is not null limit ${limit + 1} offset ${offset})
    select b.ingelezen_op, e.ingelezen_door, count(*)::int as aantal, min(${datum}) as eerste, max(${datum}) as laatste,
      array_agg(distinct coalesce(g.naam, e.gemeente)) as gemeenten
    from blad b join ${tabel} e on ${zicht(ctx).oordeel('e')} and e.ingelezen_op = b.ingelezen_op
    left join gemeente g on g.regio_id = e.regio_id and g.code = e.gemeente
    group by 1, 2 order by 1 desc, 2`.execute(ctx.db)
  // a total of several gemeenten minus those that are shown is a hidden one, and the days of a few are their days
  return zietIngelezen(ctx.actor, bron)
    ? rows
    : rows.map((rij) => ({ ...rij, aantal: null, eerste: null, laatste: null }))
}
