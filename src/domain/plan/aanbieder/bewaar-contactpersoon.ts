import { sql } from 'kysely'
import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Wijziging } from '../../begrippen/csv.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import { findAanbieder, type Contactpersoon } from './queries.ts'

const tekst = (max: number) => z.string().trim().max(max, `Gebruik hooguit ${max} tekens`)

/** CTR-04: somebody at the aanbieder who can be called or mailed. */
export const ContactpersoonInvoer = z
  .object({
    naam: tekst(120).min(1, 'Vul de naam in'),
    functie: tekst(120),
    email: z.union([z.literal(''), z.email('Vul een e-mailadres in, bijvoorbeeld naam@aanbieder.nl').max(200)]),
    telefoon: z
      .string()
      .trim()
      .regex(/^(\+?[0-9][0-9 ()-]{5,20})?$/, 'Vul een telefoonnummer in, bijvoorbeeld 075 123 45 67'),
  })
  .refine(({ email, telefoon }) => email !== '' || telefoon !== '', {
    path: ['email'],
    message: 'Vul een e-mailadres of een telefoonnummer in',
  })

export type ContactpersoonInvoer = z.infer<typeof ContactpersoonInvoer>

const velden = ['naam', 'functie', 'email', 'telefoon'] as const

/** Adds a contactpersoon to an aanbieder. Throws 404 when the aanbieder is not there. */
export function voegContactpersoonToe(
  ctx: Context,
  aanbiederId: string,
  invoer: ContactpersoonInvoer,
): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'aanbieder:wijzigen')
    await findAanbieder(ctx, aanbiederId)
    const { rows } = await sql<{
      id: string
    }>`insert into contactpersoon (regio_id, aanbieder_id, naam, functie, email, telefoon)
      values (${ctx.regioId}, ${aanbiederId}, ${invoer.naam}, ${invoer.functie}, ${invoer.email}, ${invoer.telefoon}) returning id`.execute(
      ctx.db,
    )
    await leg(ctx, 'contactpersoon:toegevoegd', aanbiederId, null, invoer)
    return rows[0]!.id
  })
}

/** Changes a contactpersoon. Throws 404 when he is not of this aanbieder. */
export function wijzigContactpersoon(
  ctx: Context,
  aanbiederId: string,
  id: string,
  invoer: ContactpersoonInvoer,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'aanbieder:wijzigen')
    const oud = await lockContactpersoon(ctx, aanbiederId, id)
    await sql`update contactpersoon set naam = ${invoer.naam}, functie = ${invoer.functie}, email = ${invoer.email},
      telefoon = ${invoer.telefoon} where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await leg(ctx, 'contactpersoon:gewijzigd', aanbiederId, oud, invoer)
  })
}

/** Takes away a contactpersoon who left; the audit trail keeps who it was. Throws 404 when he is not of this aanbieder. */
export function verwijderContactpersoon(ctx: Context, aanbiederId: string, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'aanbieder:wijzigen')
    const oud = await lockContactpersoon(ctx, aanbiederId, id)
    await sql`delete from contactpersoon where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await leg(ctx, 'contactpersoon:verwijderd', aanbiederId, oud, null)
  })
}

async function lockContactpersoon(ctx: Context, aanbiederId: string, id: string) {
  const { rows } = await sql<Contactpersoon>`select id, naam, functie, email, telefoon from contactpersoon
    where ${zicht(ctx).vanAanbieder('contactpersoon')} and aanbieder_id = ${aanbiederId} and id = ${id} for update`.execute(ctx.db)
  if (!rows[0]) {
    throw notFound('Deze contactpersoon')
  }
  return rows[0]
}

function leg(
  ctx: Context,
  soort: string,
  aanbiederId: string,
  oud: ContactpersoonInvoer | null,
  nieuw: ContactpersoonInvoer | null,
) {
  const wijzigingen: Wijziging[] = velden
    .filter((veld) => oud?.[veld] !== nieuw?.[veld])
    .map((veld) => ({ veld, oud: oud?.[veld] ?? null, nieuw: nieuw?.[veld] ?? null }))
  return recordEvent(ctx, { soort, onderwerp: { type: 'aanbieder', id: aanbiederId }, gegevens: { wijzigingen } })
}
