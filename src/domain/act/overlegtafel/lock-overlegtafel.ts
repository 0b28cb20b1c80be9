import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { vraagVolgen } from '../../plan/kalender/vraag-volgen.ts'
import { volgOverlegtafels } from './volg-overlegtafels.ts'
import { weigerHandeling, type Handeling, type Momenten } from './toestand.ts'
import { zichtTafel } from './zicht-tafel.ts'

export type Tafelstand = Momenten & {
  id: string
  titel: string
  subregioId: string | null
  datum: Temporal.PlainDate
  samengesteldVoor: Temporal.PlainDate | null
  versie: number
}

/** The table, held until the end of the transaction, when this may be done to it now; 404, or 409 with the reason why not. */
export async function lockOverlegtafel(ctx: Context, id: string, handeling: Handeling): Promise<Tafelstand> {
  const { rows } =
    await sql<Tafelstand>`select id, titel, subregio_id, datum, samengesteld_voor, versie, samengesteld_op, uitgenodigd_op,
      gehouden_op, teruggekoppeld_op, gesloten_op, vervallen_op
    from overlegtafel o where ${zichtTafel(ctx, 'o')} and id = ${id} for update`.execute(ctx.db)
  const [tafel] = rows
  if (!tafel) throw notFound('Deze overlegtafel')
  const zin = weigerHandeling(handeling, tafel, ctx.today)
  if (zin !== null) throw conflict(zin)
  return tafel
}

/** 409 when somebody changed the table since this person saw it: he looks again before he decides. */
export function keurVersie({ versie }: Tafelstand, gezien: number): void {
  if (versie !== gezien) throw conflict('Iemand anders heeft deze tafel intussen gewijzigd. Bekijk haar opnieuw.')
}

/** Writes moments or fields of a table; the version goes up by one, and its dates in the calendar follow. */
export async function zetTafel(ctx: Context, id: string, velden: Record<string, unknown>): Promise<void> {
  await ctx.db
    .updateTable('overlegtafel')
    .set((eb) => ({ ...velden, versie: eb('versie', '+', 1) }))
    .where('regioId', '=', ctx.regioId)
    .where('id', '=', id)
    .execute()
  await volgOverlegtafels(ctx, id)
  await vraagVolgen(ctx)
}
