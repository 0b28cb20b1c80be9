import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Geopend } from './lees-zaak.ts'
import { leesMaatregelnamen } from './lees-maatregelnamen.ts'
import { maakBrief, type Brieftekst } from './maak-brief.ts'

/** The letter of the step that waits, as it would be sent now; null when none waits or the step has none. */
export async function leesBrief(ctx: Context, { rij, ladder, zaak }: Geopend): Promise<Brieftekst | null> {
  if (!zaak.open || !ladder.overgangen.some(({ code }) => code === zaak.open!.zet.overgang)) return null
  const { rows } = await sql<{ aanbieder: string; regio: string }>`select a.naam as aanbieder, r.naam as regio
    from aanbieder a join regio r on r.id = a.regio_id where a.regio_id = ${ctx.regioId} and a.id = ${rij.aanbiederId}`.execute(
    ctx.db,
  )
  const gesprek = zaak.stukken.findLast(({ soort }) => soort === 'gespreksnotitie')
  return maakBrief(ladder, zaak.open.zet, {
    ...rows[0]!,
    kenmerk: rij.nummer,
    gespreksdatum: gesprek?.datum ?? null,
    namen: await leesMaatregelnamen(ctx),
  })
}
