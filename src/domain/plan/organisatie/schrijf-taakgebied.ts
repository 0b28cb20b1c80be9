import { z } from 'zod'
import { vrijeTekst } from '../../begrippen/vrije-tekst.ts'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { tekst } from './invoer.ts'
import { leesMissie } from './lees-regels.ts'
import { lockOrganisatie } from './lock-organisatie.ts'
import { listTaakgebiedjaren } from './queries.ts'

export const TaakgebiedInvoer = z.object({
  plan: tekst(4000, 'Schrijf op wat de regio dit jaar doet'),
  uren: z.int('Vul een heel aantal uren in').max(1_000_000, 'Vul hooguit 1.000.000 uur in').nullable(),
  verslag: vrijeTekst(4000),
  /** The version that was seen; 0 when nothing stood there. */
  versie: z.coerce.number('Ververs de pagina').int(),
})
export type TaakgebiedInvoer = z.output<typeof TaakgebiedInvoer>

export type Taakgebiedjaar = {
  id: string
  taakgebied: string
  jaar: number
  plan: string
  uren: number | null
  verslag: string
  versie: number
  gewijzigdOp: Temporal.Instant
  gewijzigdDoor: string
}

/** Writes what the region plans in a task area in a year and reports about it (ORG-15). Throws 404, 409 when somebody wrote since. */
export function schrijfTaakgebied(
  ctx: Context,
  taakgebied: string,
  jaar: number,
  invoer: TaakgebiedInvoer,
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'organisatie:bijhouden')
    await lockOrganisatie(ctx)
    const oud = (await listTaakgebiedjaren(ctx, jaar)).find((een) => een.taakgebied === taakgebied)
    const { taakgebieden } = await leesMissie(ctx)
    if (!oud && !taakgebieden.some(({ code }) => code === taakgebied)) throw notFound('Dit taakgebied')
    if ((oud?.versie ?? 0) !== invoer.versie) {
      throw conflict(
        'Iemand anders heeft dit taakgebied intussen gewijzigd. Ververs de pagina en kijk wat er nu staat.',
      )
    }
    const { plan, uren, verslag } = invoer
    const nieuw = {
      plan,
      uren,
      verslag,
      versie: invoer.versie + 1,
      gewijzigdOp: ctx.now,
      gewijzigdDoor: ctx.actor.naam,
    }
    const { id } = await ctx.db
      .insertInto('taakgebiedjaar')
      .values({ regioId: ctx.regioId, taakgebied, jaar, ...nieuw })
      .onConflict((op) => op.columns(['regioId', 'jaar', 'taakgebied']).doUpdateSet(nieuw))
      .returning('id')
      .executeTakeFirstOrThrow()
    await recordEvent(ctx, {
      soort: 'taakgebied:geschreven',
      onderwerp: { type: 'taakgebied', id },
      gegevens: {
        taakgebied,
        jaar,
        wijzigingen: (['plan', 'uren', 'verslag'] as const)
          .map((veld) => ({ veld, oud: String(oud?.[veld] ?? ''), nieuw: String(nieuw[veld] ?? '') }))
          .filter((een) => een.oud !== een.nieuw),
      },
    })
  })
}
