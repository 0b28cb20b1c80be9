import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { CsvRij, CsvRijoordeel, Wijziging } from '../../begrippen/csv.ts'
import type { Aanbiederrij } from './aanbieder-csv.ts'

/** A row beside what is known; `id` null: a new aanbieder. */
export type Vergeleken = CsvRijoordeel & { id: string | null; waarde: Aanbiederrij }

type Bekend = Aanbiederrij & { id: string; metDeHand: boolean }

const velden = ['kvk', 'naam', 'rechtsvorm', 'plaats', 'grootteklasse', 'medewerkers', 'contractVan'] as const

/** What each row would do, in the order of the file; the same aanbieder a second time does nothing. */
export async function vergelijkAanbieders(ctx: Context, rijen: readonly CsvRij<Aanbiederrij>[]): Promise<Vergeleken[]> {
  const { rows } = await sql<Bekend>`select a.id, a.agb, a.kvk, a.naam, a.rechtsvorm, a.plaats, a.grootteklasse,
      a.medewerkers, a.contract_van::text as contract_van, m.bron is not null as met_de_hand
    from aanbieder a
    left join aanbieder_omvang m on m.regio_id = a.regio_id and m.aanbieder_id = a.id and m.jaar = ${ctx.today.year} and m.bron = 'hand'
    where a.regio_id = ${ctx.regioId} and a.agb = any(${rijen.map(({ waarde }) => waarde.agb)}::text[])`.execute(ctx.db)
  const bekend = new Map(rows.map((row) => [row.agb, row]))
  const gezien = new Set<string>()

  return rijen.map(({ rij, waarde: inBestand }) => {
    const oud = bekend.get(inBestand.agb)
    // What somebody wrote down this year stands above a file (CTR-08).
    const blijft = oud?.metDeHand === true && oud.medewerkers !== inBestand.medewerkers
    const waarde = blijft ? { ...inBestand, medewerkers: oud.medewerkers } : inBestand
    const eerder = gezien.has(waarde.agb)
    gezien.add(waarde.agb)
    const wijzigingen = oud && !eerder ? verschillen(oud, waarde) : []
    return {
      rij,
      titel: waarde.naam,
      oordeel: oud || eerder ? (wijzigingen.length > 0 ? 'gewijzigd' : 'ongewijzigd') : 'nieuw',
      wijzigingen,
      melding: eerder
        ? 'Deze rij staat al eerder in het bestand.'
        : blijft
          ? `Het aantal medewerkers over ${ctx.today.year} is met de hand vastgelegd en blijft ${oud.medewerkers}.`
          : null,
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
