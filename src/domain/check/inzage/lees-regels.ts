import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { toonClienten } from '../../../platform/inzage.ts'
import { hex, voorwaarde, type Inzage, type Inzagefilter } from './queries.ts'

/** A line of the log: a request and one of its clients (null: a request that reached none). `regelSpanId` is the child span. */
export type Inzageregel = Omit<Inzage, 'onderwerp' | 'clienten'> & {
  resource: Record<string, string>
  dataSubjectId: string | null
  regelSpanId: string | null
  label: string | null
}

// So many requests at a time; one of them can have thousands of lines.
const PER_KEER = 200

/** Every line of the requests of a filter, oldest first; whose lines were read is recorded as well (S51). */
export async function* leesRegels(ctx: Context, filter: Inzagefilter): AsyncGenerator<Inzageregel> {
  for (let na = 0; ;) {
    const { rows: ids } = await sql<{
      id: number
    }>`select i.id from inzage i where ${voorwaarde(ctx, filter)} and i.id > ${na}
      order by i.id limit ${PER_KEER}`.execute(ctx.db)
    if (ids.length === 0) return
    const { rows } =
      await sql<Inzageregel>`select i.id, i.start_time, i.name, i.status, i.fout, i.gebruiker, i.rol, i.namens, i.taak,
        i.taak_id, i.resource, ${hex}, c.data_subject_id, encode(c.span_id, 'hex') as regel_span_id, client.label
      from inzage i
      left join inzage_client c on c.regio_id = i.regio_id and c.inzage_id = i.id
        and (${filter.clientId ?? null}::uuid is null or c.data_subject_id = ${filter.clientId ?? null})
      left join client on client.regio_id = c.regio_id and client.id = c.data_subject_id
      where i.regio_id = ${ctx.regioId} and i.id = any(${ids.map(({ id }) => id)}::bigint[])
      order by i.id, client.label, c.data_subject_id`.execute(ctx.db)
    toonClienten(
      ctx,
      rows.flatMap(({ dataSubjectId }) => dataSubjectId ?? []),
    )
    yield* rows
    na = ids.at(-1)!.id
  }
}
