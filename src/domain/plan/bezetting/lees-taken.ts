import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { leesRegelset } from '../inrichting/lees-regelset.ts'
import { Taken, Verdeling, type Belegging, type Taak } from './taken.ts'

/** A division that the region chose itself for a task, from a day on. */
export type Rasciversie = {
  taak: string
  gemeente: string | null
  verdeling: Verdeling
  geldigVanaf: Temporal.PlainDate
  reden: string
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

/** A task as it is divided in a gemeente (null: the region); `eigen` is the version that the region chose, null the regelset's own. */
export type VerdeeldeTaak = Taak & { eigen: Rasciversie | null }

/** Every task of the regelset as it is divided on a day: the gemeente's own division, else the region's, else the regelset's. */
export async function listTaken(
  ctx: Context,
  gemeente: string | null,
  datum: Temporal.PlainDate,
): Promise<VerdeeldeTaak[]> {
  const { taken } = Taken.parse((await leesRegelset(ctx, 'taken', datum)).inhoud)
  const eigen = new Map((await listEigen(ctx, gemeente, datum)).map((versie) => [versie.taak, versie]))
  return taken.map((taak) => {
    const versie = eigen.get(taak.code) ?? null
    return { ...taak, verdeling: versie?.verdeling ?? taak.verdeling, eigen: versie }
  })
}

/** With whom the region belegt which kind of agreement (ROL-16); empty where its source does not say. */
export async function listBelegging(ctx: Context, datum: Temporal.PlainDate): Promise<Belegging[]> {
  return Taken.parse((await leesRegelset(ctx, 'taken', datum)).inhoud).belegging
}

/** One task as it is divided on a day. Throws 404 for an unknown task. */
export async function findTaak(
  ctx: Context,
  code: string,
  gemeente: string | null,
  datum: Temporal.PlainDate,
): Promise<VerdeeldeTaak> {
  const taak = (await listTaken(ctx, gemeente, datum)).find((een) => een.code === code)
  if (!taak) throw notFound('Deze taak')
  return taak
}

/** All divisions the region chose for a task, newest first. */
export async function listRasciversies(ctx: Context, taak: string): Promise<Rasciversie[]> {
  const { rows } = await sql<Rasciversie>`select taak, gemeente_code as gemeente, verdeling, geldig_vanaf, reden,
      vastgelegd_op, vastgelegd_door
    from rasci where regio_id = ${ctx.regioId} and taak = ${taak} order by geldig_vanaf desc, id desc limit 100`.execute(
    ctx.db,
  )
  return rows.map(gelezen)
}

// The newest that has begun, the gemeente's own before the region's.
async function listEigen(ctx: Context, gemeente: string | null, datum: Temporal.PlainDate): Promise<Rasciversie[]> {
  const { rows } =
    await sql<Rasciversie>`select distinct on (taak) taak, gemeente_code as gemeente, verdeling, geldig_vanaf,
      reden, vastgelegd_op, vastgelegd_door
    from rasci where regio_id = ${ctx.regioId} and geldig_vanaf <= ${datum}
      and (gemeente_code is null or gemeente_code = ${gemeente}::text)
    order by taak, gemeente_code nulls last, geldig_vanaf desc, id desc`.execute(ctx.db)
  return rows.map(gelezen)
}

function gelezen(versie: Rasciversie): Rasciversie {
  return { ...versie, verdeling: Verdeling.parse(versie.verdeling) }
}
