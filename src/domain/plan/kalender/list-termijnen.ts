import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { PAGINA, TELGRENS, type Lijst } from '../../begrippen/lijst.ts'
import { zicht } from '../../rechten/zicht.ts'
import { vanPersoon } from './van-persoon.sql.ts'

export type Stand = 'loopt' | 'gehaald' | 'verstreken' | 'vervallen'

export type TermijnInLijst = {
  id: string
  bron: string
  bronId: string
  titel: string
  aard: 'uiterlijk' | 'moment'
  einddatum: Temporal.PlainDate
  kant: 'regio' | 'aanbieder'
  rol: string | null
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

export type Termijnfilter = {
  /** Somebody's own terms, by his id. */
  persoon?: string | undefined
  aanbiederId?: string | undefined
  overeenkomstId?: string | undefined
  /** open: running or passed without having been done. */
  stand?: 'open' | Stand | undefined
  /** Both days belong to it. */
  van?: Temporal.PlainDate | undefined
  tot?: Temporal.PlainDate | undefined
  /** Sources that are shown elsewhere. */
  zonderBron?: readonly string[] | undefined
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
    where ${zicht(ctx).termijn('t')} and t.bron = ${bron} and t.bron_id = ${bronId} and ${standNu(ctx)} in ('loopt', 'verstreken')
    order by t.einddatum, t.id`.execute(ctx.db)
  return rows
}

function voorwaarde(ctx: Context, filter: Termijnfilter): RawBuilder<boolean> {
  const { persoon, aanbiederId, overeenkomstId, stand, van, tot, zonderBron } = filter
  const delen: RawBuilder<boolean>[] = [zicht(ctx).termijn('t')]
  // an aanbieder's account sees what it must do, and all of that is its own
  if (persoon !== undefined && ctx.actor.agb === null) delen.push(vanPersoon(ctx, persoon))
  if (aanbiederId !== undefined) delen.push(sql`t.aanbieder_id = ${aanbiederId}`)
  if (overeenkomstId !== undefined) delen.push(sql`t.overeenkomst_id = ${overeenkomstId}`)
  if (stand === 'open') delen.push(sql`t.gesloten_op is null and ${standNu(ctx)} in ('loopt', 'verstreken')`)
  else if (stand !== undefined) delen.push(sql`${standNu(ctx)} = ${stand}`)
  if (van !== undefined) delen.push(sql`t.einddatum >= ${van}`)
  if (tot !== undefined) delen.push(sql`t.einddatum <= ${tot}`)
  if (zonderBron !== undefined) delen.push(sql`t.bron <> all(${zonderBron}::text[])`)
  return sql<boolean>`(${sql.join(delen, sql` and `)})`
}

// The day after the last, also before the hourly round has come by (laat-verstrijken.ts).
function standNu({ today }: Context): RawBuilder<string> {
  return sql<string>`(case when t.stand = 'loopt' and t.einddatum < ${today} then case t.aard when 'moment' then 'gehaald' else 'verstreken' end
    else t.stand end)`
}

export const kolommen = (
  ctx: Context,
) => sql`t.id, t.bron, t.bron_id, t.titel, t.aard, t.einddatum, t.kant, t.rol, w.personen, t.aanbieder_id,
  a.naam as aanbieder, t.overeenkomst_id, o.nummer as overeenkomst, t.gevolg, ${standNu(ctx)} as stand, t.gehaald_op, t.herinneringen, t.uitgesteld_tot, t.gewijzigd_op`

export const verbanden = sql`
  left join aanbieder a on a.regio_id = t.regio_id and a.id = t.aanbieder_id
  left join overeenkomst o on o.regio_id = t.regio_id and o.id = t.overeenkomst_id
  left join lateral (select array(
    select g.naam from gebruiker g where g.regio_id = t.regio_id and g.id = t.gebruiker_id
    union select g.naam from gebruiker g where t.gebruiker_id is null and t.rol = 'contractmanager' and g.regio_id = t.regio_id and g.id = a.contractmanager_id
    union select g.naam from overeenkomst_functie f join gebruiker g on g.regio_id = f.regio_id and g.id = f.gebruiker_id
      where t.gebruiker_id is null and t.rol in ('contracteigenaar', 'rvm') and f.regio_id = t.regio_id and f.overeenkomst_id = t.overeenkomst_id and f.functie = t.rol
    order by 1 limit 3) as personen) w on true`
