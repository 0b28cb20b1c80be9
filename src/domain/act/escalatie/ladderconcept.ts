import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { Ladder } from './ladder.ts'

/** The ladder that is being composed; `versie` counts its changes. */
export type Ladderconcept = {
  ladder: Ladder
  versie: number
  begonnenOp: Temporal.Instant
  begonnenDoor: string
  gewijzigdOp: Temporal.Instant
  gewijzigdDoor: string
}

/** The draft of the region; null when nobody is composing one. Its parts are well formed, whether they fit is another matter. */
export async function findLadderconcept(ctx: Context, lock = false): Promise<Ladderconcept | null> {
  const { rows } = await sql<
    Omit<Ladderconcept, 'ladder'> & { inhoud: unknown }
  >`select inhoud, versie, begonnen_op, begonnen_door, gewijzigd_op, gewijzigd_door
    from ladderconcept where regio_id = ${ctx.regioId} ${lock ? sql`for update` : sql``}`.execute(ctx.db)
  const [rij] = rows
  if (!rij) return null
  const { inhoud, ...rest } = rij
  return { ...rest, ladder: Ladder.parse(inhoud) }
}

/** The same for who changes it: 404 without one, 409 when somebody changed it since this version was seen. */
export async function lockLadderconcept(ctx: Context, gezien: number): Promise<Ladderconcept> {
  const concept = await findLadderconcept(ctx, true)
  if (!concept) throw notFound('Dit concept')
  if (concept.versie !== gezien) {
    throw conflict('Iemand anders heeft de ladder intussen gewijzigd. Bekijk haar opnieuw.')
  }
  return concept
}

export async function schrijfLadderconcept(ctx: Context, ladder: Ladder): Promise<void> {
  await sql`update ladderconcept set inhoud = ${JSON.stringify(ladder)}::jsonb, versie = versie + 1, gewijzigd_op = ${ctx.now},
      gewijzigd_door = ${ctx.actor.naam} where regio_id = ${ctx.regioId}`.execute(ctx.db)
}
