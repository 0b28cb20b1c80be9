import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { ongezien } from '../../../platform/ongezien.sql.ts'
import { zicht } from '../../rechten/zicht.ts'
import { vanPersoon, type Eigen } from './van-persoon.sql.ts'

export type Stand = 'loopt' | 'gehaald' | 'verstreken' | 'vervallen'

export type Termijnfilter = {
  /** Somebody's own terms (leesEigen). */
  eigen?: Eigen | undefined
  aanbiederId?: string | undefined
  overeenkomstId?: string | undefined
  /** open: running or passed without having been done. */
  stand?: 'open' | Stand | undefined
  /** Both days belong to it. */
  van?: Temporal.PlainDate | undefined
  tot?: Temporal.PlainDate | undefined
  /** Of one source. */
  bron?: string | undefined
  /** Sources that are shown elsewhere. */
  zonderBron?: readonly string[] | undefined
  /** Not those whose reminder was put off until a later day. */
  zonderUitstel?: true | undefined
}

const GETELD = sql`t.id, t.einddatum, t.aard, t.stand, t.gesloten_op`
// the same, and what `zicht` asks of a term
const VOOR_ZICHT = sql`${GETELD}, t.regio_id, t.bron, t.bron_id, t.kant, t.spiegel, t.aanbieder_id, t.overeenkomst_id`

/**
 * The terms a filter means, of those this person may see, as a table `t` with what they are counted and ordered by. Somebody's own are
 * found in several ways; what he may see of them is asked once.
 */
export function gekozen(ctx: Context, { eigen, ...filter }: Termijnfilter): RawBuilder<unknown> {
  const waar = voorwaarde(ctx, filter)
  const ziet = zicht(ctx).termijn('t')
  // an aanbieder's account sees what it must do, and all of that is its own
  if (eigen === undefined || ctx.actor.agb !== null)
    return sql`(select ${GETELD} from termijn t where ${ziet} and ${waar}) t`
  const delen = vanPersoon(ctx, eigen).map(
    (manier) => sql`select ${VOOR_ZICHT} from termijn t where t.regio_id = ${ctx.regioId} and ${waar} and ${manier}`,
  )
  return sql`(select ${GETELD} from (${sql.join(delen, sql` union `)}) t where ${ziet}) t`
}

/** The calendar as people open it, of themselves or of everybody: connections keep its plan. */
export function isVast({ eigen: _e, stand: _s, van: _v, tot: _t, ...rest }: Termijnfilter): boolean {
  return Object.values(rest).every((waarde) => waarde === undefined)
}

function voorwaarde(ctx: Context, filter: Omit<Termijnfilter, 'eigen'>): RawBuilder<boolean> {
  const { aanbiederId, overeenkomstId, stand, van, tot, bron, zonderBron, zonderUitstel } = filter
  const delen: RawBuilder<boolean>[] = []
  if (aanbiederId !== undefined) delen.push(sql`t.aanbieder_id = ${aanbiederId}`)
  if (overeenkomstId !== undefined) delen.push(sql`t.overeenkomst_id = ${overeenkomstId}`)
  if (stand !== undefined) delen.push(metStand(ctx, stand))
  if (van !== undefined) delen.push(sql`t.einddatum >= ${ongezien(van, 'date')}`)
  if (tot !== undefined) delen.push(sql`t.einddatum <= ${ongezien(tot, 'date')}`)
  if (bron !== undefined) delen.push(sql`t.bron = ${bron}`)
  if (zonderBron !== undefined) delen.push(sql`t.bron <> all(${zonderBron}::text[])`)
  if (zonderUitstel) delen.push(sql`(t.uitgesteld_tot is null or t.uitgesteld_tot <= ${ongezien(ctx.today, 'date')})`)
  return delen.length === 0 ? sql`true` : sql<boolean>`(${sql.join(delen, sql` and `)})`
}

// standNu as conditions that an index serves.
export function metStand(ctx: Context, stand: 'open' | Stand): RawBuilder<boolean> {
  const today = ongezien(ctx.today, 'date')
  switch (stand) {
    case 'open':
      return sql`t.gesloten_op is null and (t.aard = 'uiterlijk' or t.einddatum >= ${today})`
    case 'loopt':
      return sql`t.gesloten_op is null and t.einddatum >= ${today}`
    case 'verstreken':
      return sql`t.gesloten_op is null and t.aard = 'uiterlijk' and t.einddatum < ${today}`
    case 'gehaald':
      return sql`(t.stand = 'gehaald' or (t.gesloten_op is null and t.aard = 'moment' and t.einddatum < ${today}))`
    case 'vervallen':
      return sql`t.stand = 'vervallen'`
  }
}

// The day after the last, also before the hourly round has come by (laat-verstrijken.ts).
export function standNu({ today }: Context): RawBuilder<string> {
  return sql<string>`(case when t.gesloten_op is not null then t.stand when t.einddatum >= ${today} then 'loopt' when t.aard = 'moment' then 'gehaald'
    else 'verstreken' end)`
}

/** What a list shows of a term, with `verbanden`. */
export const kolommen = (
  ctx: Context,
) => sql`t.id, t.bron, t.bron_id, t.titel, t.aard, t.einddatum, t.kant, t.rol, t.gebruiker_id is not null as persoonlijk, w.personen, t.aanbieder_id,
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
