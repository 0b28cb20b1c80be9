import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Context, Db } from './context.ts'
import { makeSpan, type Span } from './trace.ts'

/** What somebody set out to do with data of clients: the name and the processing activity of its line in the log. */
export type Poging = { name: string; activiteit: string; rol: string; toewijzingId?: string | undefined }

/** Why: what the work came from, or the reason somebody chose. */
export type Taak = {
  soort: 'kpi-uitkomst' | 'bevinding' | 'bericht' | 'reden' | 'inzage' | 'opdracht'
  id: string | null
}

/** What one request shows of clients, gathered while it is answered and recorded before the answer leaves (S48, S50). */
export type Inzage = {
  span: Span
  begin: Temporal.Instant
  poging: Poging | undefined
  taak: Taak | undefined
  clienten: Set<string>
  /** Recorded although no client was shown: looking at the log itself (S51). */
  altijd: boolean
  fout: string | undefined
}

export function makeInzage(begin: Temporal.Instant, traceparent?: string): Inzage {
  return {
    span: makeSpan(traceparent),
    begin,
    poging: undefined,
    taak: undefined,
    clienten: new Set(),
    altijd: false,
    fout: undefined,
  }
}

/** Says that these clients are shown. Throws where nobody said what for: what is not recorded cannot be shown. */
export function toonClienten(ctx: Context, ids: readonly string[]) {
  if (!ctx.inzage?.poging) throw new Error('clients are shown without saying what for: beginInzage first')
  for (const id of ids) ctx.inzage.clienten.add(id)
}

export type Vastlegger = (db: Db, ctx: Context, einde: Temporal.Instant) => Promise<void>

/**
 * Records what a request showed, with a line per client, in one statement and a transaction of its own, committed when this returns.
 * Nothing is recorded when nothing was tried, or when it ended without clients and without a refusal.
 */
export const legInzageVast: Vastlegger = async (db, ctx, einde) => {
  const { inzage } = ctx
  if (!inzage?.poging || (inzage.clienten.size === 0 && !inzage.altijd && inzage.fout === undefined)) return
  const { span, poging, taak, fout, clienten } = inzage
  const kop = {
    trace_id: span.traceId,
    span_id: span.spanId,
    parent_span_id: span.parentSpanId,
    status: fout === undefined ? 'Ok' : 'Error',
    name: poging.name,
    start_time: inzage.begin.toString({ fractionalSecondDigits: 3 }),
    end_time: laatste(inzage.begin, einde).toString({ fractionalSecondDigits: 3 }),
    resource: RESOURCE,
    activiteit: poging.activiteit,
    gebruiker_id: ctx.actor.id,
    gebruiker: ctx.actor.naam,
    rol: poging.rol,
    // on whose behalf: an aanbieder, else the region itself
    namens: ctx.actor.agb === null ? null : `aanbieder AGB ${ctx.actor.agb}`,
    taak: taak?.soort ?? null,
    taak_id: taak?.id ?? null,
    fout: fout ?? null,
  }
  await sql`select inzage_vastleggen(${ctx.regioId}::uuid, ${JSON.stringify(kop)}::jsonb, ${fout === undefined ? [...clienten] : []}::uuid[],
    ${poging.toewijzingId ?? null}::uuid)`.execute(db)
}

/** Which program this is, among the sources of a log that holds several; a fresh id each time it starts. */
const RESOURCE = { 'service.name': 'overlap', 'service.instance.id': randomBytes(8).toString('hex') }

function laatste(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) > 0 ? a : b
}
