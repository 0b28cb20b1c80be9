import { sql } from 'kysely'
import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Wijziging } from '../../begrippen/csv.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import { listContactpersonen } from './list-contactpersonen.ts'
import { findAanbieder } from './queries.ts'

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
    /** For which overeenkomsten and gemeenten (CBS codes); none: for all of them. */
    overeenkomstIds: z.array(z.uuid('Kies overeenkomsten uit de lijst')).default([]),
    gemeenteCodes: z.array(z.string().regex(/^[0-9]{4}$/, 'Kies gemeenten uit de lijst')).default([]),
  })
  .refine(({ email, telefoon }) => email !== '' || telefoon !== '', {
    path: ['email'],
    message: 'Vul een e-mailadres of een telefoonnummer in',
  })

/** Overeenkomsten and gemeenten may be left out: then for all of them. */
export type Contactpersoongegevens = z.input<typeof ContactpersoonInvoer>

/** Adds a contactpersoon to an aanbieder. Throws 404 when the aanbieder, or something he is there for, is not there. */
export function voegContactpersoonToe(
  ctx: Context,
  aanbiederId: string,
  invoer: Contactpersoongegevens,
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
    const id = rows[0]!.id
    await bind(ctx, aanbiederId, id, invoer)
    await leg(ctx, 'contactpersoon:toegevoegd', aanbiederId, null, await lees(ctx, aanbiederId, id))
    return id
  })
}

/** Changes a contactpersoon. Throws 404 when he, or something he is there for, is not of this aanbieder. */
export function wijzigContactpersoon(
  ctx: Context,
  aanbiederId: string,
  id: string,
  invoer: Contactpersoongegevens,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'aanbieder:wijzigen')
    await lockContactpersoon(ctx, aanbiederId, id)
    const oud = await lees(ctx, aanbiederId, id)
    await sql`update contactpersoon set naam = ${invoer.naam}, functie = ${invoer.functie}, email = ${invoer.email},
      telefoon = ${invoer.telefoon} where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await bind(ctx, aanbiederId, id, invoer)
    await leg(ctx, 'contactpersoon:gewijzigd', aanbiederId, oud, await lees(ctx, aanbiederId, id))
  })
}

/** Takes away a contactpersoon who left; the audit trail keeps who it was. Throws 404 when he is not of this aanbieder. */
export function verwijderContactpersoon(ctx: Context, aanbiederId: string, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'aanbieder:wijzigen')
    await lockContactpersoon(ctx, aanbiederId, id)
    const oud = await lees(ctx, aanbiederId, id)
    await sql`delete from contactpersoon where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await leg(ctx, 'contactpersoon:verwijderd', aanbiederId, oud, null)
  })
}

async function lockContactpersoon(ctx: Context, aanbiederId: string, id: string) {
  const { rows } = await sql`select id from contactpersoon
    where ${zicht(ctx).vanAanbieder('contactpersoon')} and aanbieder_id = ${aanbiederId} and id = ${id} for update`.execute(
    ctx.db,
  )
  if (rows.length === 0) {
    throw notFound('Deze contactpersoon')
  }
}

async function bind(
  ctx: Context,
  aanbiederId: string,
  id: string,
  { overeenkomstIds = [], gemeenteCodes = [] }: Contactpersoongegevens,
) {
  await sql`delete from contactpersoon_overeenkomst where regio_id = ${ctx.regioId} and contactpersoon_id = ${id}`.execute(
    ctx.db,
  )
  await sql`delete from contactpersoon_gemeente where regio_id = ${ctx.regioId} and contactpersoon_id = ${id}`.execute(
    ctx.db,
  )
  const { rows: overeenkomsten } =
    await sql`insert into contactpersoon_overeenkomst (regio_id, contactpersoon_id, overeenkomst_id)
    select ${ctx.regioId}, ${id}, o.id from overeenkomst o where o.regio_id = ${ctx.regioId} and o.aanbieder_id = ${aanbiederId}
      and o.id = any(${overeenkomstIds}::uuid[]) returning overeenkomst_id`.execute(ctx.db)
  const { rows: gemeenten } = await sql`insert into contactpersoon_gemeente (regio_id, contactpersoon_id, gemeente_code)
    select ${ctx.regioId}, ${id}, g.code from gemeente g where g.regio_id = ${ctx.regioId} and g.code = any(${gemeenteCodes}::text[])
    returning gemeente_code`.execute(ctx.db)
  if (overeenkomsten.length < new Set(overeenkomstIds).size) {
    throw notFound('Een van deze overeenkomsten')
  }
  if (gemeenten.length < new Set(gemeenteCodes).size) {
    throw notFound('Een van deze gemeenten')
  }
}

type Waarden = Record<string, string>

/** As the audit trail tells it. */
async function lees(ctx: Context, aanbiederId: string, id: string): Promise<Waarden> {
  const { naam, functie, email, telefoon, overeenkomsten, gemeenten } = (
    await listContactpersonen(ctx, aanbiederId)
  ).find((een) => een.id === id)!
  return {
    naam,
    functie,
    email,
    telefoon,
    overeenkomsten: overeenkomsten.map(({ nummer }) => nummer).join(', '),
    gemeenten: gemeenten.map((gemeente) => gemeente.naam).join(', '),
  }
}

function leg(ctx: Context, soort: string, aanbiederId: string, oud: Waarden | null, nieuw: Waarden | null) {
  const wijzigingen: Wijziging[] = Object.keys(oud ?? nieuw ?? {})
    .map((veld) => ({ veld, oud: oud?.[veld] ?? null, nieuw: nieuw?.[veld] ?? null }))
    .filter((wijziging) => wijziging.oud !== wijziging.nieuw && (wijziging.oud || wijziging.nieuw))
  return recordEvent(ctx, { soort, onderwerp: { type: 'aanbieder', id: aanbiederId }, gegevens: { wijzigingen } })
}
