import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'

/** Who manages whom (D09, PLN-05): one row per aanbieder with what is wrong with it. */
export type Verdeeld = {
  id: string
  naam: string
  contractmanagerId: string | null
  contractmanager: string | null
  achtervangerId: string | null
  achtervanger: string | null
  overeenkomsten: number
  openBevindingen: number
}

export type Persoonswerk = { id: string; naam: string; beheert: number; achtervanger: number; bevindingen: number }

/** The division of all aanbieders with a running overeenkomst, those with a gap first. */
export async function listVerdeling(ctx: Context): Promise<Verdeeld[]> {
  const { rows } = await sql<Verdeeld>`select a.id, a.naam, a.contractmanager_id, m.naam as contractmanager,
      a.achtervanger_id, n.naam as achtervanger,
      (select count(*)::int from overeenkomst o where o.regio_id = a.regio_id and o.aanbieder_id = a.id
        and o.loopt_tot >= ${ctx.today} and o.begindatum <= ${ctx.today}) as overeenkomsten,
      (select count(*)::int from bevinding b where b.regio_id = a.regio_id and b.aanbieder_id = a.id
        and b.gesloten_op is null) as open_bevindingen
    from aanbieder a
    left join gebruiker m on m.regio_id = a.regio_id and m.id = a.contractmanager_id
    left join gebruiker n on n.regio_id = a.regio_id and n.id = a.achtervanger_id
    where a.regio_id = ${ctx.regioId} and exists (select from overeenkomst o where o.regio_id = a.regio_id
      and o.aanbieder_id = a.id and o.loopt_tot >= ${ctx.today})
    order by (a.contractmanager_id is null or a.achtervanger_id is null) desc, m.naam collate "nl-x-icu" nulls first,
      a.naam collate "nl-x-icu", a.id limit 2000`.execute(ctx.db)
  return rows
}

/** What is wrong with a row (ROL-06): no contract manager, no back-up; null when all is well. */
export function verdelingsgebrek({
  contractmanager,
  achtervanger,
}: Pick<Verdeeld, 'contractmanager' | 'achtervanger'>): string | null {
  if (!contractmanager && !achtervanger) return 'geen contractmanager en geen achtervanger'
  if (!contractmanager) return 'geen contractmanager'
  return achtervanger ? null : 'geen achtervanger'
}

/** The same by person, most work first. */
export function perPersoon(verdeling: readonly Verdeeld[]): Persoonswerk[] {
  const personen = new Map<string, Persoonswerk>()
  const van = (id: string, naam: string) => {
    const bekend = personen.get(id) ?? { id, naam, beheert: 0, achtervanger: 0, bevindingen: 0 }
    personen.set(id, bekend)
    return bekend
  }
  for (const { contractmanagerId, contractmanager, achtervangerId, achtervanger, openBevindingen } of verdeling) {
    if (contractmanagerId && contractmanager) {
      const persoon = van(contractmanagerId, contractmanager)
      persoon.beheert++
      persoon.bevindingen += openBevindingen
    }
    if (achtervangerId && achtervanger) van(achtervangerId, achtervanger).achtervanger++
  }
  return [...personen.values()].toSorted((a, b) => b.beheert - a.beheert || a.naam.localeCompare(b.naam, 'nl'))
}
