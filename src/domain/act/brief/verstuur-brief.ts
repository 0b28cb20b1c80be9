import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { enqueueAll } from '../../jobs.ts'
import { authorize } from '../../rechten.ts'
import { keurVersie } from './keur-brief.ts'
import { werkContactBij } from './lees-ontvangers.ts'
import { listOntvangers, lockBrief } from './queries.ts'

/**
 * Sends a letter to all its addressees: the queue numbers, makes, archives and mails each. Letters by post are made and wait for the proof
 * of sending. Once: who sends it twice finds it sent. It is told too as information to aanbieders (COM-01). Throws 403, 404, 409.
 */
export function verstuurBrief(ctx: Context, id: string, gezien: number): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'brief:opstellen')
    const brief = await lockBrief(ctx, id)
    if (brief.stand === 'verzonden') throw conflict('Deze brief is al verzonden.')
    keurVersie(brief.versie, gezien)
    const mag = brief.stand === 'goedgekeurd' || (brief.stand === 'concept' && brief.taak === null)
    if (!mag) throw conflict('Deze brief is niet goedgekeurd. Leg hem eerst voor.')
    await sql`update brief set stand = 'verzonden', verzonden_op = ${ctx.now}, versie = versie + 1
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await sql`insert into publicatie (regio_id, titel, tekst, doelgroep, doelgroep_tekst, kanaal, datum, brief_id, vastgelegd_op, vastgelegd_door)
      values (${ctx.regioId}, ${brief.onderwerp}, '', 'selectie', ${brief.selectie}, ${brief.wijze}, ${ctx.today}, ${id}, ${ctx.now},
        ${ctx.actor.naam})`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'brief:verzonden',
      onderwerp: { type: 'brief', id },
      gegevens: { soort: brief.soort, wijze: brief.wijze, ontvangers: brief.telling.ontvangers },
    })
    await vraagVerwerking(ctx, id)
  })
}

/**
 * Tries again what failed, to the address that is there now. What was sent stays as it is. Gives how many. Throws 403, 404, 409.
 */
export function probeerOpnieuw(ctx: Context, id: string): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'brief:opstellen')
    const { stand } = await lockBrief(ctx, id)
    if (stand !== 'verzonden') throw conflict('Deze brief is nog niet verzonden.')
    const mislukt = (await listOntvangers(ctx, id)).filter(({ misluktOp }) => misluktOp !== null)
    if (mislukt.length === 0) throw conflict('Er is niets mislukt.')
    await werkContactBij(
      ctx,
      mislukt.map(({ id }) => id),
    )
    await recordEvent(ctx, {
      soort: 'brief:opnieuw-geprobeerd',
      onderwerp: { type: 'brief', id },
      gegevens: { aantal: mislukt.length },
    })
    await vraagVerwerking(ctx, id)
    return mislukt.length
  })
}

/** Queues whoever of a letter (of every letter, without one) waits for us. One job per addressee, however often it is asked. */
export async function vraagVerwerking(ctx: Context, briefId: string | null): Promise<void> {
  const { rows } = await sql<{ id: string }>`select o.id from brief_ontvanger o
    join brief b on b.regio_id = o.regio_id and b.id = o.brief_id
    where o.regio_id = ${ctx.regioId} and b.stand = 'verzonden' and (${briefId}::uuid is null or b.id = ${briefId})
      and o.verzonden_op is null and o.mislukt_op is null and (b.wijze = 'mail' or o.document_id is null)
      and (o.bezig_tot is null or o.bezig_tot <= ${ctx.now})
    order by o.id`.execute(ctx.db)
  await enqueueAll(
    ctx,
    'verwerk-brief',
    rows.map(({ id }) => ({ payload: { regioId: ctx.regioId, ontvangerId: id }, sleutel: `verwerk-brief:${id}` })),
  )
}
