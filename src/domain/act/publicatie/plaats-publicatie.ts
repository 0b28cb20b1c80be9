import { sql } from 'kysely'
import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'

export const Publicatieinvoer = z
  .object({
    titel: vrijeTekst(200).pipe(z.string().min(1, 'Vul een titel in')),
    tekst: vrijeTekst(20_000),
    doelgroep: z.enum(['iedereen', 'aanbieders'], 'Kies voor wie het is'),
    kanaal: z.enum(['website', 'mail', 'post', 'bijeenkomst', 'anders'], 'Kies hoe het is of wordt verteld'),
    datum: z.custom<Temporal.PlainDate>(
      (waarde) => waarde instanceof Temporal.PlainDate,
      'Vul een bestaande datum in, bijvoorbeeld 13 nov 2026',
    ),
  })
  .refine(({ kanaal, tekst }) => kanaal !== 'website' || tekst !== '', {
    path: ['tekst'],
    message: 'Schrijf wat er op de website komt',
  })
export type Publicatieinvoer = z.infer<typeof Publicatieinvoer>

/**
 * Records what was told, to whom, by which channel, when (COM-01). On the website for everybody it stands on the page of the region from
 * that day on. Throws 403, 422.
 */
export function plaatsPublicatie(
  ctx: Context,
  { titel, tekst, doelgroep, kanaal, datum }: Publicatieinvoer,
): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'publicatie:plaatsen')
    const { rows } = await sql<{
      id: string
    }>`insert into publicatie (regio_id, titel, tekst, doelgroep, kanaal, datum, vastgelegd_op, vastgelegd_door)
      values (${ctx.regioId}, ${titel}, ${tekst}, ${doelgroep}, ${kanaal}, ${datum}, ${ctx.now}, ${ctx.actor.naam}) returning id`.execute(
      ctx.db,
    )
    const id = rows[0]!.id
    await recordEvent(ctx, {
      soort: 'publicatie:geplaatst',
      onderwerp: { type: 'publicatie', id },
      gegevens: { titel, doelgroep, kanaal, datum: datum.toString() },
    })
    return id
  })
}

/** Takes a publication off the website; that it was there stays. Throws 403, 404, 409. */
export function trekPublicatieIn(ctx: Context, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'publicatie:plaatsen')
    const { rows } = await sql<{
      briefId: string | null
      weg: boolean
    }>`select p.brief_id, p.ingetrokken_op is not null as weg
      from publicatie p where ${zicht(ctx).publicatie('p')} and p.id = ${id} for update`.execute(ctx.db)
    const [rij] = rows
    if (!rij) throw notFound('Deze publicatie')
    if (rij.weg) throw conflict('Deze publicatie is al ingetrokken.')
    if (rij.briefId !== null) throw conflict('Een brief die is verzonden, kan niet worden ingetrokken.')
    await sql`update publicatie set ingetrokken_op = ${ctx.now}, ingetrokken_door = ${ctx.actor.naam}
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await recordEvent(ctx, { soort: 'publicatie:ingetrokken', onderwerp: { type: 'publicatie', id }, gegevens: {} })
  })
}
