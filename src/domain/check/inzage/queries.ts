import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { toonClienten, type Taak } from '../../../platform/inzage.ts'

/** One request that showed, exported or tried to reach cases. `onderwerp` names what it was for. */
export type InzageInLijst = {
  id: number
  startTime: Temporal.Instant
  name: string
  status: 'Unset' | 'Ok' | 'Error'
  fout: string | null
  gebruiker: string
  rol: string
  namens: string
  taak: Taak['soort'] | null
  taakId: string | null
  onderwerp: string | null
  clienten: number
}

/** Days are inclusive, in Dutch time. `clientId`: requests in which this client was shown. */
export type Inzagefilter = {
  persoon?: string | undefined
  taak?: Taak['soort'] | undefined
  mislukt?: boolean | undefined
  vanaf?: Temporal.PlainDate | undefined
  tot?: Temporal.PlainDate | undefined
  clientId?: string | undefined
}

type Blad = { offset: number; limit: number }

/** Requests of the region, the newest first. */
export async function listInzagen(ctx: Context, filter: Inzagefilter, blad: Blad): Promise<InzageInLijst[]> {
  const { rows } =
    await sql<InzageInLijst>`select ${kolommen} from (select i.* from inzage i where ${voorwaarde(ctx, filter)}
      order by i.id desc limit ${blad.limit} offset ${blad.offset}) as i ${onderwerp}
    order by i.id desc`.execute(ctx.db)
  return rows
}

/** At most `hoogstens`: one more than is shown means "more than". */
export async function countInzagen(ctx: Context, filter: Inzagefilter, hoogstens: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n
    from (select from inzage i where ${voorwaarde(ctx, filter)} limit ${hoogstens}) as i`.execute(ctx.db)
  return rows[0]!.n
}

/** A request in the fields of the standard Logboek Dataverwerkingen; ids in hexadecimal. */
export type Inzage = InzageInLijst & {
  traceId: string
  spanId: string
  parentSpanId: string | null
  endTime: Temporal.Instant
  processingActivityId: string
  dataSubjectIdType: string
}

export async function findInzage(ctx: Context, id: number): Promise<Inzage> {
  const { rows } = await sql<Inzage>`select ${kolommen}, ${hex} from inzage i ${onderwerp}
    where i.regio_id = ${ctx.regioId} and i.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Deze inzage')
  return rows[0]
}

/** The labels of the clients of a request, at most `limit`; a client that was removed has none. Looking at them is recorded too. */
export async function listLabels(ctx: Context, id: number, limit: number): Promise<string[]> {
  const { rows } = await sql<{ clientId: string; label: string | null }>`
    select c.data_subject_id as client_id, client.label
    from inzage_client c left join client on client.regio_id = c.regio_id and client.id = c.data_subject_id
    where c.regio_id = ${ctx.regioId} and c.inzage_id = ${id} order by client.label nulls last limit ${limit}`.execute(
    ctx.db,
  )
  toonClienten(
    ctx,
    rows.map(({ clientId }) => clientId),
  )
  return rows.map(({ label }) => label ?? 'verwijderde cliënt')
}

/** The client with this label, as it was typed over. */
export async function findClient(
  ctx: Context,
  labels: readonly string[],
): Promise<{ id: string; label: string } | undefined> {
  const { rows } = await sql<{ id: string; label: string }>`select id, label from client
    where regio_id = ${ctx.regioId} and label = any(${labels}::text[]) limit 1`.execute(ctx.db)
  if (rows[0]) toonClienten(ctx, [rows[0].id])
  return rows[0]
}

export type Kijker = {
  gebruiker: string
  rol: string
  namens: string
  keren: number
  eerste: Temporal.Instant
  laatste: Temporal.Instant
}

/** Who looked at a client, and who tried: who looked last first. For a request of the data subject (AVG art. 15). */
export async function listKijkers(ctx: Context, clientId: string): Promise<Kijker[]> {
  const { rows } = await sql<Kijker>`
    select i.gebruiker, i.rol, i.namens, count(*)::int as keren, min(i.start_time) as eerste, max(i.start_time) as laatste
    from inzage_client c join inzage i on i.regio_id = c.regio_id and i.id = c.inzage_id
    where c.regio_id = ${ctx.regioId} and c.data_subject_id = ${clientId}
    group by i.gebruiker_id, i.gebruiker, i.rol, i.namens order by laatste desc limit 500`.execute(ctx.db)
  return rows
}

export const hex = sql`encode(i.trace_id, 'hex') as trace_id, encode(i.span_id, 'hex') as span_id,
  encode(i.parent_span_id, 'hex') as parent_span_id, i.end_time, i.processing_activity_id, i.data_subject_id_type`

const kolommen = sql`i.id, i.start_time, i.name, i.status, i.fout, i.gebruiker, i.rol, i.namens, i.taak, i.taak_id, i.clienten,
  coalesce(b.titel, case k.kpi when 'start-zorg' then 'Start zorg' when 'resultaat-behaald' then 'Resultaat behaald'
    else 'Cliënttevredenheid' end || ' ' || k.jaar || ', ' || a.naam || ', ' || s.naam, m.identificatie) as onderwerp`

// taak_id is an id of the kind that taak says
const onderwerp = sql`
  left join bevinding b on b.regio_id = i.regio_id and b.id = case i.taak when 'bevinding' then i.taak_id::uuid end
  left join kpi_uitkomst k on k.regio_id = i.regio_id and k.id = case i.taak when 'kpi-uitkomst' then i.taak_id::uuid end
  left join aanbieder a on a.regio_id = k.regio_id and a.id = k.aanbieder_id
  left join subregio s on s.regio_id = k.regio_id and s.id = k.subregio_id
  left join bericht m on m.regio_id = i.regio_id and m.id = case i.taak when 'bericht' then i.taak_id::bigint end`

export function voorwaarde(ctx: Context, filter: Inzagefilter): RawBuilder<boolean> {
  const { persoon, taak, mislukt, vanaf, tot, clientId } = filter
  const begin = (dag: Temporal.PlainDate) => sql`${dag}::date::timestamp at time zone 'Europe/Amsterdam'`
  const delen = [
    sql<boolean>`i.regio_id = ${ctx.regioId}`,
    persoon !== undefined && sql<boolean>`i.gebruiker_id = ${persoon}`,
    taak !== undefined && sql<boolean>`i.taak = ${taak}`,
    mislukt === true && sql<boolean>`i.status = 'Error'`,
    vanaf !== undefined && sql<boolean>`i.start_time >= ${begin(vanaf)}`,
    tot !== undefined && sql<boolean>`i.start_time < ${begin(tot.add({ days: 1 }))}`,
    clientId !== undefined &&
      sql<boolean>`i.id in (select c.inzage_id from inzage_client c where c.regio_id = ${ctx.regioId} and c.data_subject_id = ${clientId})`,
  ]
  return sql.join(
    delen.filter((deel) => deel !== false),
    sql` and `,
  )
}
