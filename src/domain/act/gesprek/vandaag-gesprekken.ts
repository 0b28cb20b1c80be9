import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { zicht } from '../../rechten/zicht.ts'

/** Something about a meeting that waits for an act of this person. */
export type Gesprekwerk = {
  wat: 'voorbereiden' | 'vastleggen' | 'delen' | 'verwerken' | 'definitief' | 'antwoorden' | 'rapporteren' | 'reageren'
  gesprekId: string
  titel: string
  met: string | null
  datum: Temporal.PlainDate
  op: Temporal.PlainDate | null
  vanMij: boolean
}

const VOORUIT = 21
const HOOGSTENS = 100

/** What of the meetings somebody leads or is asked to waits for an act; for an aanbieder what is asked of it. */
export async function listGesprekwerk(ctx: Context): Promise<Gesprekwerk[]> {
  const ik = /^[0-9a-f-]{36}$/.test(ctx.actor.id) ? ctx.actor.id : null
  const { rows } = await prepared(ctx.actor.agb === null ? regio(ctx, ik) : aanbieder(ctx)).execute(ctx.db)
  return rows
}

const kolommen = sql`g.id as gesprek_id, g.titel, coalesce(a.naam, m.naam) as met, g.datum`
const van = sql`gesprek g left join aanbieder a on a.regio_id = g.regio_id and a.id = g.aanbieder_id
  left join gemeente m on m.regio_id = g.regio_id and m.code = g.gemeente_code`

function regio(ctx: Context, ik: string | null) {
  const open = sql`exists (select from verslagreactie r where r.regio_id = g.regio_id and r.gesprek_id = g.id and r.soort = 'opmerking' and r.verwerkt_op is null)`
  return sql<Gesprekwerk>`select case
        when g.stand in ('gepland', 'rapportage gevraagd') and g.datum >= ${ctx.today} then 'voorbereiden'
        when g.stand in ('gepland', 'rapportage gevraagd', 'voorbereid') then 'vastleggen'
        when g.stand in ('gehouden', 'verslag concept') then 'delen'
        when ${open} then 'verwerken' else 'definitief' end as wat, ${kolommen},
      case when g.stand in ('gehouden', 'verslag concept') then g.verslag_uiterlijk
        when g.stand = 'verslag gedeeld' then case when ${open} then null else g.reactie_uiterlijk end else g.datum end as op,
      true as van_mij
    from ${van}
    where ${zicht(ctx).gesprek('g')} and g.eigenaar_id = ${ik}::uuid
      and ((g.stand in ('gepland', 'rapportage gevraagd', 'voorbereid') and g.datum < ${ctx.today})
        or (g.stand in ('gepland', 'rapportage gevraagd') and g.datum <= ${ctx.today.add({ days: VOORUIT })})
        or g.stand in ('gehouden', 'verslag concept')
        or (g.stand = 'verslag gedeeld' and (${open} or g.reactie_uiterlijk is null or g.reactie_uiterlijk < ${ctx.today})))
    union all
    select 'antwoorden', ${kolommen}, g.datum, true
    from deelnemer d join ${van} on g.regio_id = d.regio_id and g.id = d.gesprek_id
    where ${zicht(ctx).gesprek('g')} and d.gebruiker_id = ${ik}::uuid and d.antwoord is null and g.eigenaar_id <> d.gebruiker_id
      and g.uitgenodigd_op is not null and g.stand in ('gepland', 'rapportage gevraagd', 'voorbereid') and g.datum >= ${ctx.today}
    order by op nulls last, titel limit ${sql.lit(HOOGSTENS)}`
}

function aanbieder(ctx: Context) {
  const zien = zicht(ctx).gesprek('g')
  return sql<Gesprekwerk>`select 'antwoorden' as wat, ${kolommen}, g.datum as op, true as van_mij from ${van}
    where ${zien} and g.uitgenodigd_op is not null and g.stand in ('gepland', 'rapportage gevraagd', 'voorbereid') and g.datum >= ${ctx.today}
      and exists (select from deelnemer d where d.regio_id = g.regio_id and d.gesprek_id = g.id and d.hoedanigheid = 'aanbieder' and d.antwoord is null)
    union all
    select 'rapporteren', ${kolommen}, g.rapportage_uiterlijk, true from ${van}
    where ${zien} and g.rapportage_gevraagd_op is not null and g.rapportage_ingediend_op is null and g.gedeeld_op is null and g.geannuleerd_op is null
    union all
    select 'reageren', ${kolommen}, g.reactie_uiterlijk, true from ${van}
    where ${zien} and g.stand = 'verslag gedeeld' and g.reactie_uiterlijk >= ${ctx.today}
      and not exists (select from verslagreactie r where r.regio_id = g.regio_id and r.gesprek_id = g.id)
    order by op nulls last, titel limit ${sql.lit(HOOGSTENS)}`
}

export type Actiewerk = {
  id: string
  gesprekId: string
  tekst: string
  met: string | null
  eigenaar: string
  einddatum: Temporal.PlainDate
  accepteren: boolean
}

/** Actions of this person (or aanbieder) that are not ready, and actions ready at meetings he leads that wait for his acceptance. */
export async function listActiewerk(ctx: Context): Promise<Actiewerk[]> {
  const ik = /^[0-9a-f-]{36}$/.test(ctx.actor.id) ? ctx.actor.id : null
  const kolommen = sql`t.id, t.gesprek_id, t.tekst, a.naam as met, t.eigenaar, t.einddatum`
  const van = sql`actie t left join aanbieder a on a.regio_id = t.regio_id and a.id = t.aanbieder_id`
  const lopend = sql`t.geaccepteerd_op is null and t.vervallen_op is null`
  const mijn = ctx.actor.agb === null ? sql`t.eigenaar_id = ${ik}::uuid` : sql`t.kant = 'aanbieder'`
  const werk = sql<Actiewerk>`select ${kolommen}, false as accepteren from ${van}
    where ${zicht(ctx).actie('t')} and ${lopend} and t.gereed_op is null and ${mijn}
    union all
    select ${kolommen}, true from ${van} join gesprek g on g.regio_id = t.regio_id and g.id = t.gesprek_id
    where ${zicht(ctx).actie('t')} and ${lopend} and t.gereed_op is not null and g.eigenaar_id = ${ik}::uuid and ${ctx.actor.agb === null}
    order by einddatum, id limit ${sql.lit(HOOGSTENS)}`
  const { rows } = await prepared(werk).execute(ctx.db)
  return rows
}
