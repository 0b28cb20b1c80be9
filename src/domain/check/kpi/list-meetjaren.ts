import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { listDefinities, type Definitie } from './definities.ts'
import { meetperiode, type Meetperiode } from './meetperiode.ts'
import { listAfwijkingen, type Afwijking } from './normen-per-aanbieder.ts'

/** `afwijkingen`: who is judged by an older definition, because the newest was not told to it (LIF-15). */
export type Meetjaar = { periode: Meetperiode; definities: Definitie[]; afwijkingen: Afwijking[] }

/**
 * The measuring years that have begun, oldest first, each with the definitions that applied on its first day. Years of which
 * messages or results were destroyed are past: what is left of them makes other figures.
 */
export async function listMeetjaren(ctx: Context, jaar?: number): Promise<Meetjaar[]> {
  const { rows } = await sql<{ contractfaseVanaf: Temporal.PlainDate }>`select contractfase_vanaf from regio
    where id = ${ctx.regioId}`.execute(ctx.db)
  const vanaf = rows[0]?.contractfaseVanaf
  if (!vanaf) {
    return []
  }
  const jaren = reeks(await eersteJaar(ctx, vanaf), ctx.today.year).filter((een) => jaar === undefined || een === jaar)
  const meetjaren: Meetjaar[] = []
  for (const kandidaat of jaren) {
    const meetjaar = await bepaal(ctx, kandidaat, vanaf)
    if (meetjaar) {
      meetjaren.push(meetjaar)
    }
  }
  return meetjaren
}

async function eersteJaar(ctx: Context, vanaf: Temporal.PlainDate): Promise<number> {
  const { rows } = await sql<{ grens: Temporal.PlainDate | null }>`select max(grens) as grens from vernietiging
    where regio_id = ${ctx.regioId} and besluit = 'vernietigen' and soort in ('clienten', 'kpis')`.execute(ctx.db)
  const grens = rows[0]?.grens
  return grens ? Math.max(vanaf.year, grens.year + 1) : vanaf.year
}

async function bepaal(ctx: Context, jaar: number, vanaf: Temporal.PlainDate): Promise<Meetjaar | null> {
  const nieuwjaar = new Temporal.PlainDate(jaar, 1, 1)
  const begin = Temporal.PlainDate.compare(vanaf, nieuwjaar) > 0 ? vanaf : nieuwjaar
  const definities = await listDefinities(ctx, begin)
  const regels = definities[0]
  const periode = regels ? meetperiode(jaar, regels, vanaf, ctx.today) : null
  return periode && { periode, definities, afwijkingen: await listAfwijkingen(ctx, definities, begin) }
}

function reeks(van: number, totEnMet: number): number[] {
  return Array.from({ length: Math.max(0, totEnMet - van + 1) }, (_, plaats) => van + plaats)
}
