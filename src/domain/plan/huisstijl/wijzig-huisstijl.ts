import { sql } from 'kysely'
import { z } from 'zod'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { leesLogo } from '../../../platform/document/logo.ts'
import { conflict, invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { authorize } from '../../rechten.ts'
import { listHuisstijlen } from './huisstijl.ts'

export const Huisstijlinvoer = z.object({
  naam: vrijeTekst(120).pipe(z.string().min(1, 'Vul in uit wiens naam brieven gaan')),
  adres: vrijeTekst(400),
  voettekst: vrijeTekst(300),
  reeks: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z][A-Z0-9]{0,9}$/, 'Begin met een letter, en gebruik hooguit tien letters en cijfers'),
})

/**
 * Sets the house style of the region, or of a gemeente: a new version, the old ones stay. `logo`: bytes of a new one, null for none,
 * undefined for as it was. Two senders never share a series. Throws 403, 404, 409, 422.
 */
export function wijzigHuisstijl(
  ctx: Context,
  gemeente: string | null,
  { naam, adres, voettekst, reeks }: z.infer<typeof Huisstijlinvoer>,
  logo: Uint8Array | null | undefined,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'inrichting:wijzigen')
    await sql`select pg_advisory_xact_lock(hashtext('huisstijl'), hashtext(${ctx.regioId}))`.execute(ctx.db)
    const bekend = await ctx.db.selectFrom('gemeente').select('code').where('regioId', '=', ctx.regioId).execute()
    if (gemeente !== null && !bekend.some(({ code }) => code === gemeente)) throw notFound('Deze gemeente')
    const stijlen = await listHuisstijlen(ctx)
    if (stijlen.some((stijl) => stijl.gemeente !== gemeente && stijl.reeks === reeks)) {
      throw conflict(`De reeks ${reeks} is al van een andere afzender. Kies een andere.`)
    }
    const oud = stijlen.find((stijl) => stijl.gemeente === gemeente)
    const gelezen = logo ? leesLogo(logo) : null
    if (gelezen && 'fout' in gelezen) throw invalid(gelezen.fout)
    const bytes = logo === undefined ? (oud?.logo ?? null) : logo && Buffer.from(logo)
    const vorm = logo === undefined ? (oud?.logoVorm ?? null) : (gelezen?.vorm ?? null)

    await sql`insert into huisstijl (regio_id, gemeente_code, naam, adres, voettekst, logo, logo_vorm, reeks, vastgelegd_op, vastgelegd_door)
      values (${ctx.regioId}, ${gemeente}, ${naam}, ${adres}, ${voettekst}, ${bytes}, ${vorm}, ${reeks}, ${ctx.now}, ${ctx.actor.naam})`.execute(
      ctx.db,
    )
    await recordEvent(ctx, {
      soort: 'huisstijl:gewijzigd',
      onderwerp: { type: 'huisstijl', id: gemeente ?? 'regio' },
      gegevens: { naam, adres, voettekst, reeks, logo: vorm },
    })
  })
}
