import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { enqueueAll, type Jobs } from '../../jobs.ts'

/**
 * Terms whose last day is over (TRM-03): what had to be done by then has passed, what took place then is done. What a term names for
 * that moment is queued with it, once. Gives how many passed.
 */
export async function laatVerstrijken(ctx: Context): Promise<number> {
  const { rows } = await sql<{ id: string; aard: string; taak: keyof Jobs | null }>`update termijn set
      stand = case aard when 'moment' then 'gehaald' else 'verstreken' end,
      gehaald_op = case aard when 'moment' then einddatum end,
      gesloten_op = case aard when 'moment' then ${ctx.now}::timestamptz end,
      volgende_herinnering_op = case aard when 'uiterlijk' then volgende_herinnering_op end,
      gewijzigd_op = ${ctx.now}
    where regio_id = ${ctx.regioId} and gesloten_op is null and stand = 'loopt' and einddatum < ${ctx.today}
    returning id, aard, taak_bij_verstrijken as taak`.execute(ctx.db)
  for (const [taak, termijnen] of Map.groupBy(rows, ({ taak }) => taak)) {
    if (taak === null) continue
    // which jobs a term can name is held by Verstrijktaak where it is planned
    const jobs = termijnen.map(({ id }) => ({
      payload: { regioId: ctx.regioId, termijnId: id },
      sleutel: `${taak}:${id}`,
    }))
    await enqueueAll(ctx, taak, jobs)
  }
  return rows.filter(({ aard }) => aard === 'uiterlijk').length
}
