import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { vereisMandaat } from '../../plan/bezetting/vereis-mandaat.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import { leesTafelregels } from './lees-tafelregels.ts'
import { listDeelname } from './list-deelname.ts'
import { stuurBerichten } from './stuur-berichten.ts'

// besluit 018: who decides about tables, for the region as a whole
const MANDAAT = { taak: 'overlegtafel-organiseren', gemeenten: [] }

export type UitsluitingInvoer = { tot: Temporal.PlainDate | null; motivering: string }

/**
 * A person decides not to invite an aanbieder to tables, until a day or until further notice (TAF-12); it gets the decision by mail (D41).
 * 403 without mandate; 404; 409 without the ground of TAF-11, or when it is not invited already; 422 for a day that has passed.
 */
export function sluitUit(ctx: Context, aanbiederId: string, { tot, motivering }: UitsluitingInvoer): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:organiseren')
    const agb = await lockAanbieder(ctx, aanbiederId)
    const { als, mandaatId } = await vereisMandaat(ctx, MANDAAT)
    if (tot && Temporal.PlainDate.compare(tot, ctx.today) < 0) {
      throw invalid('Deze dag is voorbij. Kies een latere dag, of laat het veld leeg.', 'tot')
    }
    const { regels } = await leesTafelregels(ctx)
    const [deelname] = await listDeelname(ctx, regels, aanbiederId)
    if (deelname?.uitsluiting) throw conflict('Over deze aanbieder is al besloten haar niet uit te nodigen.')
    if (!deelname?.aanleiding) {
      throw conflict(
        'Er is geen aanleiding: deze aanbieder was niet afwezig zonder reden en miste niet te veel tafels.',
      )
    }
    const { gemist, zonderReden, aanleiding, vanaf } = deelname
    const grond = { gemist, zonderReden, aanleiding, geteldVanaf: vanaf?.toString() ?? null, als, mandaatId }
    const { id } = await ctx.db
      .insertInto('overlegtafelUitsluiting')
      .values({
        regioId: ctx.regioId,
        aanbiederId,
        agb,
        vanaf: ctx.today,
        tot,
        grond: JSON.stringify(grond),
        motivering,
        beslotenOp: ctx.now,
        beslotenDoor: ctx.actor.naam,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordEvent(ctx, {
      soort: 'aanbieder:uitgesloten-van-overlegtafels',
      onderwerp: { type: 'aanbieder', id: aanbiederId },
      gegevens: { tot: tot?.toString() ?? null, motivering, grond },
    })
    await stuurBerichten(ctx, { soort: 'uitsluiting', uitsluitingId: id, aan: { aanbiederId } })
    return id
  })
}

/** From today the aanbieder is invited again, with a reason; missed tables count anew (FRM-20). 404, or 409 when it is already. */
export function hefUitsluitingOp(ctx: Context, aanbiederId: string, { reden }: { reden: string }): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overlegtafel:organiseren')
    await lockAanbieder(ctx, aanbiederId)
    await vereisMandaat(ctx, MANDAAT)
    const { regels } = await leesTafelregels(ctx)
    const uitsluiting = (await listDeelname(ctx, regels, aanbiederId))[0]?.uitsluiting
    if (!uitsluiting) throw conflict('Deze aanbieder wordt al uitgenodigd.')
    await sql`update overlegtafel_uitsluiting set opgeheven_vanaf = ${ctx.today}, opgeheven_op = ${ctx.now.toString()}::timestamptz,
        opgeheven_door = ${ctx.actor.naam}, opheffing_reden = ${reden}
      where regio_id = ${ctx.regioId} and id = ${uitsluiting.id}`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'aanbieder:weer-uitgenodigd-voor-overlegtafels',
      onderwerp: { type: 'aanbieder', id: aanbiederId },
      gegevens: { reden },
    })
    await stuurBerichten(ctx, { soort: 'opheffing', uitsluitingId: uitsluiting.id, aan: { aanbiederId } })
  })
}

// Two people who decide about the same aanbieder wait for each other.
async function lockAanbieder(ctx: Context, aanbiederId: string): Promise<string> {
  const { rows } = await sql<{ agb: string }>`select agb from aanbieder a
    where ${zicht(ctx).aanbieder('a')} and a.id = ${aanbiederId} for update`.execute(ctx.db)
  if (!rows[0]) throw notFound('Deze aanbieder')
  return rows[0].agb
}
