import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Richting } from '../../begrippen/lijst.ts'

/** One record of the audit trail; `waarden` is its JSON text, null when the values were destroyed. */
export type Logregel = {
  volgnr: number
  tijdstip: Temporal.Instant
  actorNaam: string
  soort: string
  onderwerpType: string
  onderwerpId: string
  waarden: string | null
}

/** `persoon` is the id of an actor; days are inclusive, in Dutch time. */
export type Logfilter = {
  onderwerp?: string | undefined
  persoon?: string | undefined
  vanaf?: Temporal.PlainDate | undefined
  tot?: Temporal.PlainDate | undefined
}

type Blad = { richting: Richting; offset: number; limit: number }

/** Records of the region in the order of the chain; of a person or a period by time, for which there is an index. */
export async function listLogregels(ctx: Context, filter: Logfilter, blad: Blad): Promise<Logregel[]> {
  const richting = blad.richting === 'op' ? sql`asc` : sql`desc`
  const opTijd = filter.persoon !== undefined || filter.vanaf !== undefined || filter.tot !== undefined
  const { rows } =
    await sql<Logregel>`select r.volgnr, r.tijdstip, r.actor_naam, r.soort, r.onderwerp_type, r.onderwerp_id, w.waarden
    from audit_regel r left join audit_waarden w using (regio_id, volgnr)
    where ${voorwaarde(ctx, filter)}
    order by ${opTijd ? sql`r.tijdstip ${richting},` : sql``} r.volgnr ${richting} limit ${blad.limit} offset ${blad.offset}`.execute(
      ctx.db,
    )
  return rows
}

/** At most `hoogstens`: one more than is shown means "more than". */
export async function countLogregels(ctx: Context, filter: Logfilter, hoogstens: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n
    from (select from audit_regel r where ${voorwaarde(ctx, filter)} limit ${hoogstens}) as r`.execute(ctx.db)
  return rows[0]!.n
}

/** The kinds of subject that occur, and who acted: what a filter can offer. */
export async function listLogkeuzes(
  ctx: Context,
): Promise<{ onderwerpen: string[]; personen: { id: string; naam: string }[] }> {
  // A loose scan of the index: one step per kind, however many records there are.
  const { rows: onderwerpen } = await sql<{ type: string }>`with recursive soort as (
      (select onderwerp_type as type from audit_regel where regio_id = ${ctx.regioId} order by onderwerp_type limit 1)
      union all
      select (select r.onderwerp_type from audit_regel r where r.regio_id = ${ctx.regioId} and r.onderwerp_type > s.type
        order by r.onderwerp_type limit 1) from soort s where s.type is not null
    ) select type from soort where type is not null`.execute(ctx.db)
  const { rows: personen } = await sql<{ id: string; naam: string }>`select id::text, naam from gebruiker
    where regio_id = ${ctx.regioId} order by naam collate "nl-x-icu", id`.execute(ctx.db)
  return { onderwerpen: onderwerpen.map(({ type }) => type), personen }
}

/** Length and head (hex) of the chain; nothing was recorded yet when undefined. */
export async function findKeten(ctx: Context): Promise<{ lengte: number; kop: string } | undefined> {
  const { rows } = await sql<{ lengte: number; kop: string }>`select lengte, encode(kop, 'hex') as kop from audit_keten
    where regio_id = ${ctx.regioId}`.execute(ctx.db)
  return rows[0]
}

function voorwaarde(ctx: Context, { onderwerp, persoon, vanaf, tot }: Logfilter): RawBuilder<boolean> {
  const begin = (dag: Temporal.PlainDate) => sql`${dag}::date::timestamp at time zone 'Europe/Amsterdam'`
  const delen = [
    sql<boolean>`r.regio_id = ${ctx.regioId}`,
    onderwerp !== undefined && sql<boolean>`r.onderwerp_type = ${onderwerp}`,
    persoon !== undefined && sql<boolean>`r.actor_id = ${persoon}`,
    vanaf !== undefined && sql<boolean>`r.tijdstip >= ${begin(vanaf)}`,
    tot !== undefined && sql<boolean>`r.tijdstip < ${begin(tot.add({ days: 1 }))}`,
  ]
  return sql.join(
    delen.filter((deel) => deel !== false),
    sql` and `,
  )
}
