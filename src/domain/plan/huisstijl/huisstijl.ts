import { sql } from 'kysely'
import type { Afzender } from '../../../platform/document/document.ts'
import { leesLogo } from '../../../platform/document/logo.ts'
import type { Context } from '../../../platform/context.ts'

export type Huisstijl = {
  gemeente: string | null
  naam: string
  adres: string
  voettekst: string
  logo: Buffer | null
  logoVorm: 'png' | 'svg' | null
  reeks: string
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
}

/** The newest house style of the region (null) and of each gemeente that has one. */
export async function listHuisstijlen(ctx: Context): Promise<Huisstijl[]> {
  const { rows } =
    await sql<Huisstijl>`select distinct on (gemeente_code) gemeente_code as gemeente, naam, adres, voettekst, logo, logo_vorm,
      reeks, vastgelegd_op, vastgelegd_door
    from huisstijl where regio_id = ${ctx.regioId} order by gemeente_code nulls first, id desc`.execute(ctx.db)
  return rows
}

/**
 * In whose name something is sent: the gemeente's own style, else the region's, else its name alone. The series of letters is the
 * sender's.
 */
export async function leesAfzender(
  ctx: Context,
  gemeente: string | null,
): Promise<{ afzender: Afzender; reeks: string }> {
  const { rows } = await sql<Huisstijl>`select naam, adres, voettekst, logo, logo_vorm, reeks from huisstijl
    where regio_id = ${ctx.regioId} and (gemeente_code is null or gemeente_code = ${gemeente}::text)
    order by gemeente_code nulls last, id desc limit 1`.execute(ctx.db)
  const stijl = rows[0]
  if (stijl) {
    const { naam, adres, voettekst, logo, reeks } = stijl
    const gelezen = logo === null ? null : leesLogo(logo)
    return { afzender: { naam, adres, voettekst, logo: gelezen && 'fout' in gelezen ? null : gelezen }, reeks }
  }
  const { rows: regio } = await sql<{ naam: string }>`select naam from regio where id = ${ctx.regioId}`.execute(ctx.db)
  const { naam } = regio[0]!
  return { afzender: { naam, adres: '', voettekst: naam, logo: null }, reeks: 'BRIEF' }
}
