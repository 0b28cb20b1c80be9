import { sql } from 'kysely'
import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { authorize } from '../../rechten.ts'
import { listGebruikers } from '../inrichting/queries.ts'
import { findKernpartner } from './find-kernpartner.ts'
import { CONTRACTROLLEN } from './wijzig-contractmanager.ts'

export const KernpartnerInvoer = z.object({
  aanspreekpuntId: z.uuid('Kies wie het aanspreekpunt is'),
  motivering: vrijeTekst(2000).pipe(z.string().min(1, 'Schrijf op waarom dit een kernpartner is')),
})

export type KernpartnerInvoer = z.infer<typeof KernpartnerInvoer>

/**
 * Makes an aanbieder a kernpartner with one aanspreekpunt across all domains and overeenkomsten (CTR-11, ROL-10), or gives it another
 * from today. Throws 404, or 422 when that person does not hold contracts.
 */
export function wijsKernpartnerAan(ctx: Context, aanbiederId: string, invoer: KernpartnerInvoer): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'aanbieder:wijzigen')
    await lockAanbieder(ctx, aanbiederId)
    const persoon = (await listGebruikers(ctx, CONTRACTROLLEN)).find(({ id }) => id === invoer.aanspreekpuntId)
    if (!persoon) {
      throw invalid('Kies iemand die contracten mag beheren.', 'aanspreekpuntId')
    }
    const nu = await findKernpartner(ctx, aanbiederId)
    if (nu?.aanspreekpuntId === persoon.id && nu.motivering === invoer.motivering) {
      return
    }
    await beeindigRij(ctx, aanbiederId)
    await sql`insert into kernpartner (regio_id, aanbieder_id, aanspreekpunt_id, motivering, vanaf)
      values (${ctx.regioId}, ${aanbiederId}, ${persoon.id}, ${invoer.motivering}, ${ctx.today})`.execute(ctx.db)
    await leg(ctx, 'kernpartner:aangewezen', aanbiederId, nu?.aanspreekpunt ?? null, persoon.naam, invoer.motivering)
  })
}

/** From today the aanbieder is no kernpartner any more. Throws 404, or 409 when it was none. */
export function beeindigKernpartner(ctx: Context, aanbiederId: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'aanbieder:wijzigen')
    await lockAanbieder(ctx, aanbiederId)
    const nu = await findKernpartner(ctx, aanbiederId)
    if (!nu) {
      throw conflict('Deze aanbieder is geen kernpartner meer.')
    }
    await beeindigRij(ctx, aanbiederId)
    await leg(ctx, 'kernpartner:beeindigd', aanbiederId, nu.aanspreekpunt, null, nu.motivering)
  })
}

async function lockAanbieder(ctx: Context, id: string) {
  const { rows } =
    await sql`select id from aanbieder where regio_id = ${ctx.regioId} and id = ${id} for update`.execute(ctx.db)
  if (rows.length === 0) {
    throw notFound('Deze aanbieder')
  }
}

async function beeindigRij(ctx: Context, aanbiederId: string) {
  await sql`update kernpartner set tot = ${ctx.today} where regio_id = ${ctx.regioId} and aanbieder_id = ${aanbiederId}
    and tot is null`.execute(ctx.db)
}

function leg(
  ctx: Context,
  soort: string,
  aanbiederId: string,
  oud: string | null,
  nieuw: string | null,
  motivering: string,
) {
  return recordEvent(ctx, {
    soort,
    onderwerp: { type: 'aanbieder', id: aanbiederId },
    gegevens: { motivering, wijzigingen: oud === nieuw ? [] : [{ veld: 'aanspreekpunt', oud, nieuw }] },
  })
}
