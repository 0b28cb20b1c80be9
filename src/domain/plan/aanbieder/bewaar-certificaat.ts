import { sql } from 'kysely'
import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { enqueue } from '../../jobs.ts'
import { authorize } from '../../rechten.ts'
import { vraagVolgen } from '../kalender/vraag-volgen.ts'
import type { Certificaat } from './list-certificaten.ts'
import { findAanbieder } from './queries.ts'

/** CTR-13: a quality certificate with the days it holds, the last one included. */
export const CertificaatInvoer = z
  .object({
    naam: vrijeTekst(120).pipe(z.string().min(1, 'Vul de naam van het certificaat in')),
    instelling: vrijeTekst(120),
    nummer: vrijeTekst(60),
    geldigVan: z.instanceof(Temporal.PlainDate),
    geldigTot: z.instanceof(Temporal.PlainDate),
  })
  .refine(({ geldigVan, geldigTot }) => Temporal.PlainDate.compare(geldigVan, geldigTot) <= 0, {
    path: ['geldigTot'],
    message: 'De laatste dag ligt voor de eerste dag',
  })

export type CertificaatInvoer = z.infer<typeof CertificaatInvoer>

const velden = ['naam', 'instelling', 'nummer', 'geldigVan', 'geldigTot'] as const

/** Adds a certificate to an aanbieder. Throws 404 when the aanbieder is not there. */
export function voegCertificaatToe(ctx: Context, aanbiederId: string, invoer: CertificaatInvoer): Promise<string> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'aanbieder:wijzigen')
    await findAanbieder(ctx, aanbiederId)
    const { naam, instelling, nummer, geldigVan, geldigTot } = invoer
    const { rows } = await sql<{ id: string }>`
      insert into certificaat (regio_id, aanbieder_id, naam, instelling, nummer, geldig_van, geldig_tot)
      values (${ctx.regioId}, ${aanbiederId}, ${naam}, ${instelling}, ${nummer}, ${geldigVan}, ${geldigTot}) returning id`.execute(
      ctx.db,
    )
    await leg(ctx, 'certificaat:toegevoegd', aanbiederId, null, invoer)
    return rows[0]!.id
  })
}

/** Corrects a certificate; a renewed one is added beside it. Throws 404 when it is not of this aanbieder. */
export function wijzigCertificaat(
  ctx: Context,
  aanbiederId: string,
  id: string,
  invoer: CertificaatInvoer,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'aanbieder:wijzigen')
    const oud = await lockCertificaat(ctx, aanbiederId, id)
    await sql`update certificaat set naam = ${invoer.naam}, instelling = ${invoer.instelling}, nummer = ${invoer.nummer},
      geldig_van = ${invoer.geldigVan}, geldig_tot = ${invoer.geldigTot} where regio_id = ${ctx.regioId} and id = ${id}`.execute(
      ctx.db,
    )
    await leg(ctx, 'certificaat:gewijzigd', aanbiederId, oud, invoer)
  })
}

/** Takes away a certificate that should not be there; the audit trail keeps it. Throws 404 when it is not of this aanbieder. */
export function verwijderCertificaat(ctx: Context, aanbiederId: string, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'aanbieder:wijzigen')
    const oud = await lockCertificaat(ctx, aanbiederId, id)
    await sql`delete from certificaat where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
    await leg(ctx, 'certificaat:verwijderd', aanbiederId, oud, null)
  })
}

async function lockCertificaat(ctx: Context, aanbiederId: string, id: string) {
  const { rows } = await sql<Certificaat>`select id, naam, instelling, nummer, geldig_van, geldig_tot from certificaat
    where regio_id = ${ctx.regioId} and aanbieder_id = ${aanbiederId} and id = ${id} for update`.execute(ctx.db)
  if (!rows[0]) {
    throw notFound('Dit certificaat')
  }
  return rows[0]
}

async function leg(
  ctx: Context,
  soort: string,
  aanbiederId: string,
  oud: CertificaatInvoer | null,
  nieuw: CertificaatInvoer | null,
) {
  const tekst = (van: CertificaatInvoer | null, veld: (typeof velden)[number]) => van?.[veld].toString() ?? null
  const wijzigingen = velden
    .map((veld) => ({ veld, oud: tekst(oud, veld), nieuw: tekst(nieuw, veld) }))
    .filter(({ oud, nieuw }) => oud !== nieuw)
  await recordEvent(ctx, { soort, onderwerp: { type: 'aanbieder', id: aanbiederId }, gegevens: { wijzigingen } })
  await enqueue(ctx, 'controleer-certificaten', { regioId: ctx.regioId }, `controleer-certificaten:${ctx.regioId}`)
  await vraagVolgen(ctx)
}
