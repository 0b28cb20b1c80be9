import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { enqueue } from '../../jobs.ts'

export type Mededeling = {
  /** Versions of definitions that were told */
  normen: readonly string[]
  aanbieders: readonly { aanbiederId: string; agb: string }[]
  /** The day it was received (TRM-06) */
  datum: Temporal.PlainDate
  kanaal: 'website' | 'mail' | 'post' | 'bijeenkomst' | 'anders'
  toelichting: string
  /** The letter in the file */
  documentId: string | null
}

/** Writes down that a changed norm reached aanbieders (LIF-15), and has the results judged again: for them another norm may hold now. */
export async function noteerMededeling(ctx: Context, mededeling: Mededeling): Promise<void> {
  const { normen, aanbieders, datum, kanaal, toelichting, documentId } = mededeling
  if (normen.length === 0 || aanbieders.length === 0) return
  await sql`insert into normmededeling (regio_id, regelsetdeel_id, aanbieder_id, agb, datum, kanaal, toelichting, document_id,
      vastgelegd_op, vastgelegd_door)
    select ${ctx.regioId}, n, a."aanbiederId", a.agb, ${datum}, ${kanaal}, ${toelichting}, ${documentId}, ${ctx.now}, ${ctx.actor.naam}
    from unnest(${[...normen]}::uuid[]) n
    cross join jsonb_to_recordset(${JSON.stringify(aanbieders)}::jsonb) as a ("aanbiederId" uuid, agb text)`.execute(
    ctx.db,
  )
  await enqueue(ctx, 'bereken-kpis', { regioId: ctx.regioId }, `bereken-kpis:${ctx.regioId}`)
}
