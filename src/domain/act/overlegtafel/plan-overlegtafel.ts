import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { vraagVolgen } from '../../plan/kalender/vraag-volgen.ts'
import type { TafelInvoer } from './invoer.ts'
import { volgOverlegtafels } from './volg-overlegtafels.ts'

/**
 * Plans a table: subject, scope, day and place (TAF-03, TAF-04, TAF-06); gives its id. 422 with the field as code without product and
 * theme, for a day that has passed, or a subregio or product of which the region knows nothing.
 */
export function planOverlegtafel(ctx: Context, invoer: TafelInvoer): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:organiseren')
    await keurOnderwerp(ctx, invoer)
    if (Temporal.PlainDate.compare(invoer.datum, ctx.today) < 0) {
      throw invalid('Deze dag is voorbij. Kies een latere dag.', 'datum')
    }
    const { categorieen, ...tafel } = invoer
    const { id } = await ctx.db
      .insertInto('overlegtafel')
      .values({ regioId: ctx.regioId, ...tafel, geplandOp: ctx.now, geplandDoor: ctx.actor.naam })
      .returning('id')
      .executeTakeFirstOrThrow()
    await zetProducten(ctx, id, categorieen)
    await volgOverlegtafels(ctx, id)
    await vraagVolgen(ctx)
    await recordEvent(ctx, {
      soort: 'overlegtafel:gepland',
      onderwerp: { type: 'overlegtafel', id },
      gegevens: { ...invoer, datum: invoer.datum.toString() },
    })
    return id
  })
}

/** 422 when the subject names nothing, or something the region does not have. */
export async function keurOnderwerp(
  ctx: Context,
  { categorieen, thema, subregioId }: Pick<TafelInvoer, 'categorieen' | 'thema' | 'subregioId'>,
): Promise<void> {
  if (categorieen.length === 0 && thema === '') {
    throw invalid('Kies een product of noem een thema. Een tafel gaat over minstens een van beide.', 'categorieen')
  }
  const { rows } = await sql<{ subregio: boolean; producten: number }>`select
    ${subregioId}::uuid is null or exists (select from subregio where regio_id = ${ctx.regioId} and id = ${subregioId}::uuid) as subregio,
    (select count(distinct categorie)::int from product where regio_id = ${ctx.regioId} and categorie = any(${categorieen}::text[])) as producten`.execute(
    ctx.db,
  )
  if (!rows[0]!.subregio) throw invalid('Dit gebied hoort niet bij de regio. Kies een ander.', 'subregioId')
  if (rows[0]!.producten !== new Set(categorieen).size) {
    throw invalid('Een van deze producten kent de regio niet. Kies opnieuw.', 'categorieen')
  }
}

/** The products of a table, in place of those it had. */
export async function zetProducten(ctx: Context, id: string, categorieen: readonly string[]): Promise<void> {
  await sql`delete from overlegtafel_product where regio_id = ${ctx.regioId} and overlegtafel_id = ${id}`.execute(
    ctx.db,
  )
  await sql`insert into overlegtafel_product (regio_id, overlegtafel_id, categorie)
    select distinct ${ctx.regioId}::uuid, ${id}::uuid, c from unnest(${categorieen}::text[]) as c`.execute(ctx.db)
}
