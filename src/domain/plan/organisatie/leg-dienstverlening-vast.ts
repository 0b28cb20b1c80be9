import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { listGemeenten } from '../inrichting/queries.ts'
import { vraagVolgen } from '../kalender/vraag-volgen.ts'
import { keurDienstverlening, type Dienstverlening, type DienstverleningInvoer } from './dienstverlening.ts'
import { lockOrganisatie } from './lock-organisatie.ts'
import { listDienstverlening } from './queries.ts'

/**
 * Records what a centrumgemeente does for a partner (ORG-06), or corrects it: `vorige` is the one that changes, with the version that
 * was seen. Throws 404 for an unknown one or gemeente, 409 when somebody changed it since, 422 with the field as code.
 */
export function legDienstverleningVast(
  ctx: Context,
  invoer: DienstverleningInvoer,
  vorige?: { id: string; versie: number },
): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'organisatie:bijhouden')
    await lockOrganisatie(ctx)
    const alle = await listDienstverlening(ctx)
    const oud = vorige && alle.find(({ id }) => id === vorige.id)
    if (vorige) eisOpen(oud, vorige.versie)
    const bekend = new Set((await listGemeenten(ctx)).map(({ code }) => code))
    if (!bekend.has(invoer.dienstverlener) || !bekend.has(invoer.gemeente)) throw notFound('Deze gemeente')
    const zelfde = alle.filter(
      (een) =>
        een.id !== vorige?.id && een.dienstverlener === invoer.dienstverlener && een.gemeente === invoer.gemeente,
    )
    const fout = keurDienstverlening(invoer, zelfde)
    if (fout) throw invalid(fout.melding, fout.veld)
    const { dienstverlener, gemeente, reikwijdte, begindatum, einddatum, vindplaats } = invoer
    const kolommen = {
      dienstverlenerCode: dienstverlener,
      gemeenteCode: gemeente,
      reikwijdte,
      begindatum,
      einddatum,
      vindplaats,
      versie: (oud?.versie ?? 0) + 1,
      vastgelegdOp: ctx.now,
      vastgelegdDoor: ctx.actor.naam,
    }
    const { id } = oud
      ? await ctx.db
          .updateTable('dienstverleningsovereenkomst')
          .set(kolommen)
          .where('regioId', '=', ctx.regioId)
          .where('id', '=', oud.id)
          .returning('id')
          .executeTakeFirstOrThrow()
      : await ctx.db
          .insertInto('dienstverleningsovereenkomst')
          .values({ regioId: ctx.regioId, ...kolommen })
          .returning('id')
          .executeTakeFirstOrThrow()
    await recordEvent(ctx, {
      soort: oud ? 'dienstverlening:gewijzigd' : 'dienstverlening:vastgelegd',
      onderwerp: { type: 'dienstverlening', id },
      gegevens: { wijzigingen: verschillen(oud, invoer) },
    })
    await vraagVolgen(ctx)
    return id
  })
}

/** Throws 404 when it is not there, 409 when it was ended or changed since. */
export function eisOpen(oud: Dienstverlening | undefined, versie: number): asserts oud is Dienstverlening {
  if (!oud) throw notFound('Deze dienstverleningsovereenkomst')
  if (oud.beeindigdOp) throw conflict('Deze overeenkomst is beëindigd en verandert niet meer.')
  if (oud.versie !== versie) {
    throw conflict(
      'Iemand anders heeft deze overeenkomst intussen gewijzigd. Ververs de pagina en kijk wat er nu staat.',
    )
  }
}

function verschillen(oud: Dienstverlening | undefined, nieuw: DienstverleningInvoer) {
  const tekst = (waarde: string | Temporal.PlainDate | null | undefined) => waarde?.toString() ?? null
  const velden = ['dienstverlener', 'gemeente', 'reikwijdte', 'begindatum', 'einddatum', 'vindplaats'] as const
  return velden
    .map((veld) => ({ veld, oud: tekst(oud?.[veld]), nieuw: tekst(nieuw[veld]) }))
    .filter((een) => een.oud !== een.nieuw)
}
