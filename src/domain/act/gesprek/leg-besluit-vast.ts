import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { vereisMandaat } from '../../plan/bezetting/vereis-mandaat.ts'
import { magVerslagWijzigen } from './mag-verslag-wijzigen.ts'
import { listAgendapunten } from './queries.ts'
import { listBesluiten } from './list-verslag.ts'

export const Besluitinvoer = z.object({
  tekst: vrijeTekst(1000).pipe(z.string().min(1, 'Schrijf op wat er is besloten')),
  agendapuntId: z.union([z.literal(''), z.uuid('Kies een agendapunt uit de lijst')]).default(''),
  /** A task of the mandate register, when a measure was decided on. */
  taak: z.union([z.literal(''), z.string().regex(/^[a-z0-9-]+$/, 'Kies een maatregel uit de lijst')]).default(''),
})

/** Writes down a decision (GES-16); one about a measure only by who has the mandate for it, as who and on which ground (ROL-13). */
export function legBesluitVast(
  ctx: Context,
  gesprekId: string,
  invoer: z.output<typeof Besluitinvoer>,
): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    const gesprek = await magVerslagWijzigen(ctx, gesprekId)
    const { tekst, agendapuntId, taak } = invoer
    if (agendapuntId !== '' && !(await listAgendapunten(ctx, gesprekId)).some(({ id }) => id === agendapuntId)) {
      throw notFound('Dit agendapunt')
    }
    const gemeenten = gesprek.gemeenteCode === null ? [] : [gesprek.gemeenteCode]
    const bevoegd = taak === '' ? null : await vereisMandaat(ctx, { taak, gemeenten })
    const { id } = await ctx.db
      .insertInto('gesprekBesluit')
      .values({
        regioId: ctx.regioId,
        gesprekId,
        agendapuntId: agendapuntId || null,
        tekst,
        taak: taak || null,
        beslotenAls: bevoegd?.als ?? null,
        mandaatId: bevoegd?.mandaatId ?? null,
        grond: bevoegd?.grond ?? null,
        vastgelegdOp: ctx.now,
        vastgelegdDoor: ctx.actor.naam,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordEvent(ctx, {
      soort: 'besluit:vastgelegd',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { tekst, taak: taak || null, als: bevoegd?.als ?? null, grond: bevoegd?.grond ?? null },
    })
    return id
  })
}

/** Takes a decision out of the minutes that was written down by mistake; the audit trail keeps it. */
export function haalBesluitWeg(ctx: Context, gesprekId: string, besluitId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await magVerslagWijzigen(ctx, gesprekId)
    const besluit = (await listBesluiten(ctx, gesprekId)).find(({ id }) => id === besluitId)
    if (!besluit) throw notFound('Dit besluit')
    await ctx.db
      .updateTable('gesprekBesluit')
      .set({ weggehaaldOp: ctx.now })
      .where('regioId', '=', ctx.regioId)
      .where('id', '=', besluitId)
      .execute()
    await recordEvent(ctx, {
      soort: 'besluit:weggehaald',
      onderwerp: { type: 'gesprek', id: gesprekId },
      gegevens: { tekst: besluit.tekst },
    })
  })
}
