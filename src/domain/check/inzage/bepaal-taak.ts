import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Taak } from '../../../platform/inzage.ts'
import { zicht } from '../../rechten/zicht.ts'

/** Where a link to cases came from, as it stands in a URL: `kpi-<id>`, `bevinding-<id>` or `bericht-<number>`. */
export type Herkomst = string | undefined

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const HERKOMST = new RegExp(`^(?:(kpi|bevinding)-(${UUID})|(bericht)-([0-9]{1,15}))$`)

/**
 * The task at hand when a case is opened (S50): what the link came from, when the client is a case of it, else the reason chosen in
 * this session. Undefined: nobody said what for, and the person must be asked. Sets what is recorded.
 */
export async function bepaalTaak(
  ctx: Context,
  { bij, toewijzingId, sessieId }: { bij?: Herkomst; toewijzingId?: string; sessieId: string },
): Promise<Taak | undefined> {
  const afgeleid = toewijzingId === undefined ? undefined : await leidAf(ctx, bij, toewijzingId)
  return zet(ctx, afgeleid ?? (await findReden(ctx, sessieId)))
}

/** The task of looking at the cases behind a result: the finding it came from, when that is about this result, else the result. */
export async function bepaalTaakBijUitkomst(ctx: Context, uitkomstId: string, bij?: Herkomst): Promise<Taak> {
  const [, soort, id] = HERKOMST.exec(bij ?? '') ?? []
  if (soort === 'bevinding' && id) {
    const { rows } =
      await sql`select from bevinding b where ${zicht(ctx, 'bevinding:lezen').bevinding('b')} and b.id = ${id}
      and b.kpi_uitkomst_id = ${uitkomstId}`.execute(ctx.db)
    if (rows.length > 0) return zet(ctx, { soort: 'bevinding', id })
  }
  return zet(ctx, { soort: 'kpi-uitkomst', id: uitkomstId })
}

/** The result whose cases are asked for, before it is known whether there is one: what is no id is not kept. */
export function zetUitkomst(ctx: Context, uitkomstId: string) {
  if (new RegExp(`^${UUID}$`).test(uitkomstId)) zet(ctx, { soort: 'kpi-uitkomst', id: uitkomstId })
}

/** Sets the task that is recorded with what this request shows. */
export function zet<T extends Taak | undefined>(ctx: Context, taak: T): T {
  if (ctx.inzage) ctx.inzage.taak = taak
  return taak
}

// Anybody can write anything in a URL: a link counts when the client really is a case of what it names.
async function leidAf(ctx: Context, bij: Herkomst, toewijzingId: string): Promise<Taak | undefined> {
  const herkomst = leesHerkomst(ctx, bij)
  if (!herkomst) return undefined
  const { rows } = await sql`select from toewijzing t
    where ${zicht(ctx).regel('t')} and t.id = ${toewijzingId} and exists (${herkomst.vraag})`.execute(ctx.db)
  return rows.length > 0 ? herkomst.taak : undefined
}

function leesHerkomst(ctx: Context, bij: Herkomst): { taak: Taak; vraag: RawBuilder<unknown> } | undefined {
  const [, bron, id, , nummer] = HERKOMST.exec(bij ?? '') ?? []
  if (nummer) return { taak: { soort: 'bericht', id: nummer }, vraag: inBericht(ctx, nummer) }
  if (!bron || !id) return undefined
  const gevallen = sql`${zicht(ctx).vanUitkomst('k')} and t.client_id = any (k.client_id)`
  return bron === 'kpi'
    ? {
        taak: { soort: 'kpi-uitkomst', id },
        vraag: sql`select from kpi_gevallen k where ${gevallen} and k.uitkomst_id = ${id}`,
      }
    : {
        taak: { soort: 'bevinding', id },
        vraag: sql`select from bevinding b join kpi_gevallen k on ${gevallen} and k.uitkomst_id = b.kpi_uitkomst_id
          where ${zicht(ctx).bevinding('b')} and b.id = ${id}`,
      }
}

function inBericht(ctx: Context, nummer: string): RawBuilder<unknown> {
  const regels = ['toewijzing_versie', 'start_melding', 'stop_melding', 'declaratie_regel'].map(
    (tabel) => sql`select from ${sql.table(tabel)} m
      where ${zicht(ctx).regel('m')} and m.bericht_id = ${nummer}::bigint and m.client_id = t.client_id`,
  )
  return sql.join(regels, sql` union all `)
}

async function findReden(ctx: Context, sessieId: string): Promise<Taak | undefined> {
  const { rows } = await sql<{ reden: string }>`select reden from inzage_reden
    where regio_id = ${ctx.regioId} and sessie_id = ${sessieId} order by id desc limit 1`.execute(ctx.db)
  return rows[0] && { soort: 'reden', id: rows[0].reden }
}
