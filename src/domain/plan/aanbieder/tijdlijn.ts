import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { together } from '../../../platform/transaction.ts'
import { leesMet, mag } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Wijziging } from '../../begrippen/csv.ts'
import { isOpen, leesKleinzicht } from '../inrichting/kleine-aantallen.ts'
import type { Aanbieder } from './queries.ts'

/** Something that happened around an aanbieder. `op` is the day in Amsterdam; what it means is for the page to say. */
export type Gebeurtenis = { op: Temporal.PlainDate } & (
  | { wat: 'overeenkomst begonnen' | 'overeenkomst afgelopen'; id: string; nummer: string; onderwerp: string }
  /** `aantal` null: messages about one client each, of which this person sees no numbers */
  | { wat: 'berichten'; maand: Temporal.PlainDate; soort: string; aantal: number | null }
  | { wat: 'kpis vastgesteld'; jaar: number }
  | { wat: 'bevinding'; id: string; titel: string; indicatief: boolean }
  | { wat: 'besluit'; id: string; titel: string; besluit: string; door: string }
  | { wat: 'gewijzigd'; soort: string; door: string; wijzigingen: Wijziging[] }
)

/** What happened, newest first, at most `limit`: agreements, messages of the last months, results, findings and changes. */
export async function listGebeurtenissen(
  ctx: Context,
  aanbieder: Pick<Aanbieder, 'id' | 'agb'>,
  limit: number,
  maanden = 6,
): Promise<Gebeurtenis[]> {
  const alles = await together(
    ctx,
    () => leesMet(ctx, 'overeenkomst:lezen', () => overeenkomsten(ctx, aanbieder.id, limit), []),
    () => leesMet(ctx, 'bericht:lezen', () => berichten(ctx, aanbieder, limit, maanden), []),
    () => leesMet(ctx, 'kpi:lezen', () => vaststellingen(ctx), []),
    () => leesMet(ctx, 'bevinding:lezen', () => bevindingen(ctx, aanbieder.id, limit), []),
    () => leesMet(ctx, 'bevinding:lezen', () => besluiten(ctx, aanbieder.id, limit), []),
    () => (mag(ctx.actor, 'audit:lezen') || ctx.actor.agb === null ? wijzigingen(ctx, aanbieder.id, limit) : []),
  )
  return alles
    .flat()
    .toSorted((a, b) => Temporal.PlainDate.compare(b.op, a.op))
    .slice(0, limit)
}

async function overeenkomsten(ctx: Context, aanbiederId: string, limit: number): Promise<Gebeurtenis[]> {
  const mijn = zicht(ctx).overeenkomst('overeenkomst')
  const { rows } = await prepared(sql<Gebeurtenis>`select * from (
      select begindatum as op, 'overeenkomst begonnen' as wat, id, nummer, onderwerp from overeenkomst
        where ${mijn} and aanbieder_id = ${aanbiederId} and begindatum <= ${ctx.today}
      union all
      select loopt_tot, 'overeenkomst afgelopen', id, nummer, onderwerp from overeenkomst
        where ${mijn} and aanbieder_id = ${aanbiederId} and loopt_tot < ${ctx.today}) as g
    order by op desc, nummer limit ${sql.lit(limit)}`).execute(ctx.db)
  return rows
}

// By month and kind: an aanbieder sends thousands.
async function berichten(
  ctx: Context,
  { agb }: Pick<Aanbieder, 'agb'>,
  limit: number,
  maanden: number,
): Promise<Gebeurtenis[]> {
  const { rows } =
    await prepared(sql<Gebeurtenis>`select max(dagtekening) as op, 'berichten' as wat, date_trunc('month', dagtekening)::date as maand,
      soort, count(*) as aantal
    from bericht where ${zicht(ctx).bericht('bericht')} and agb = ${agb} and dagtekening >= ${ctx.today.subtract({ months: maanden })}
      and dagtekening <= ${ctx.today}
    group by 3, 4 order by 1 desc, soort limit ${sql.lit(limit)}`).execute(ctx.db)
  return verberg(rows, ctx.today, isOpen(await leesKleinzicht(ctx), { agb }))
}

// A 301, 305 or 307 and its answer are about one client: their number, and the day of the last one, are about few (S44).
const OVER_EEN_CLIENT = ['301', '302', '305', '306', '307', '308']

function verberg(gebeurtenissen: Gebeurtenis[], vandaag: Temporal.PlainDate, open: boolean): Gebeurtenis[] {
  return gebeurtenissen.map((gebeurtenis) => {
    if (open || gebeurtenis.wat !== 'berichten' || !OVER_EEN_CLIENT.includes(gebeurtenis.soort)) return gebeurtenis
    const einde = gebeurtenis.maand.add({ months: 1 }).subtract({ days: 1 })
    return { ...gebeurtenis, aantal: null, op: Temporal.PlainDate.compare(einde, vandaag) > 0 ? vandaag : einde }
  })
}

async function vaststellingen(ctx: Context): Promise<Gebeurtenis[]> {
  const { rows } = await prepared(sql<Gebeurtenis>`select (vastgesteld_op at time zone 'Europe/Amsterdam')::date as op,
      'kpis vastgesteld' as wat, jaar
    from kpi_vaststelling where regio_id = ${ctx.regioId} order by vastgesteld_op desc limit 20`).execute(ctx.db)
  return rows
}

async function bevindingen(ctx: Context, aanbiederId: string, limit: number): Promise<Gebeurtenis[]> {
  const { rows } =
    await prepared(sql<Gebeurtenis>`select (ontstaan_op at time zone 'Europe/Amsterdam')::date as op, 'bevinding' as wat,
      id, titel, indicatief
    from bevinding where ${zicht(ctx).bevinding('bevinding')} and aanbieder_id = ${aanbiederId} order by ontstaan_op desc, id limit ${sql.lit(limit)}`).execute(
      ctx.db,
    )
  return rows
}

async function besluiten(ctx: Context, aanbiederId: string, limit: number): Promise<Gebeurtenis[]> {
  const { rows } =
    await prepared(sql<Gebeurtenis>`select (e.besloten_op at time zone 'Europe/Amsterdam')::date as op, 'besluit' as wat,
      b.id, b.titel, e.besluit, g.naam as door
    from bevinding b join bevinding_besluit e on e.regio_id = b.regio_id and e.bevinding_id = b.id
    join gebruiker g on g.regio_id = e.regio_id and g.id = e.besloten_door
    where ${zicht(ctx).bevinding('b')} and b.aanbieder_id = ${aanbiederId} order by e.besloten_op desc, e.bevinding_id limit ${sql.lit(limit)}`).execute(
      ctx.db,
    )
  return rows
}

type Auditregel = { op: Temporal.PlainDate; soort: string; door: string; waarden: string | null }

async function wijzigingen(ctx: Context, aanbiederId: string, limit: number): Promise<Gebeurtenis[]> {
  const { rows } =
    await prepared(sql<Auditregel>`select (r.tijdstip at time zone 'Europe/Amsterdam')::date as op, r.soort, r.actor_naam as door, w.waarden
    from (select * from audit_regel where regio_id = ${ctx.regioId} and onderwerp_type = 'aanbieder' and onderwerp_id = ${aanbiederId}
        order by volgnr desc limit ${sql.lit(limit)}) as r
    left join audit_waarden w on w.regio_id = r.regio_id and w.volgnr = r.volgnr
    union all
    select * from (select (r.tijdstip at time zone 'Europe/Amsterdam')::date, r.soort, r.actor_naam, w.waarden
      from overeenkomst o
      join audit_regel r on r.regio_id = o.regio_id and r.onderwerp_type = 'overeenkomst' and r.onderwerp_id = o.id::text
      left join audit_waarden w on w.regio_id = r.regio_id and w.volgnr = r.volgnr
      where ${zicht(ctx, 'overeenkomst:lezen').overeenkomst('o')} and o.aanbieder_id = ${aanbiederId} order by r.volgnr desc limit ${sql.lit(limit)}) as o`).execute(
      ctx.db,
    )
  const magGeld = mag(ctx.actor, 'budget:lezen')
  return rows.map(({ op, soort, door, waarden }) => {
    const gegevens = JSON.parse(waarden ?? '{}') as { wijzigingen?: Wijziging[] }
    const wijzigingen = (gegevens.wijzigingen ?? []).filter(({ veld }) => magGeld || veld !== 'plafond')
    return { op, wat: 'gewijzigd', soort, door, wijzigingen }
  })
}
