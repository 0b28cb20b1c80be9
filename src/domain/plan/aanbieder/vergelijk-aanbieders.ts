import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { CsvRij, CsvRijoordeel, Wijziging } from '../../begrippen/csv.ts'
import type { Aanbiederrij } from './aanbieder-csv.ts'

/** A row beside what is known; `id` null: a new aanbieder. */
export type Vergeleken = CsvRijoordeel & { id: string | null; waarde: Aanbiederrij }

const velden = ['kvk', 'naam', 'rechtsvorm', 'plaats', 'grootteklasse', 'medewerkers', 'contractVan'] as const

/** What each row would do, in the order of the file; the same aanbieder a second time does nothing. */
export async function vergelijkAanbieders(ctx: Context, rijen: readonly CsvRij<Aanbiederrij>[]): Promise<Vergeleken[]> {
  const { rows } = await sql<
    Aanbiederrij & { id: string }
  >`select id, agb, kvk, naam, rechtsvorm, plaats, grootteklasse,
      medewerkers, contract_van::text as contract_van
    from aanbieder where regio_id = ${ctx.regioId} and agb = any(${rijen.map(({ waarde }) => waarde.agb)}::text[])`.execute(
    ctx.db,
  )
  const bekend = new Map(rows.map((row) => [row.agb, row]))
  const gezien = new Set<string>()

  return rijen.map(({ rij, waarde }) => {
    const oud = bekend.get(waarde.agb)
    const eerder = gezien.has(waarde.agb)
    gezien.add(waarde.agb)
    const wijzigingen = oud && !eerder ? verschillen(oud, waarde) : []
    return {
      rij,
      titel: waarde.naam,
      oordeel: oud || eerder ? (wijzigingen.length > 0 ? 'gewijzigd' : 'ongewijzigd') : 'nieuw',
      wijzigingen,
      melding: eerder ? 'Deze rij staat al eerder in het bestand.' : null,
      id: oud?.id ?? null,
      waarde,
    }
  })
}

function verschillen(oud: Aanbiederrij, nieuw: Aanbiederrij): Wijziging[] {
  return velden
    .filter((veld) => oud[veld] !== nieuw[veld])
    .map((veld) => ({ veld, oud: alsTekst(oud[veld]), nieuw: alsTekst(nieuw[veld]) }))
}

function alsTekst(waarde: string | number | null): string | null {
  return waarde === null ? null : String(waarde)
}
