import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { CsvFout } from '../../begrippen/csv.ts'

/** A toewijzing that a file refers to, and the first row that does. */
export type Toewijzingsleutel = { gemeente: string; nummer: number; rij: number }

const DEEL = 10_000

/** Which evaluaties or answers still wait for their toewijzing; ask at the end of a run, for files come in any order. */
export async function wachtendeEvaluaties(ctx: Context, sleutels: readonly Toewijzingsleutel[]): Promise<CsvFout[]> {
  const fouten: CsvFout[] = []
  for (let begin = 0; begin < sleutels.length; begin += DEEL) {
    const deel = sleutels.slice(begin, begin + DEEL)
    const { rows } = await sql<{ rij: number }>`select u.rij
      from unnest(${deel.map(({ gemeente }) => gemeente)}::text[], ${deel.map(({ nummer }) => nummer)}::int[],
        ${deel.map(({ rij }) => rij)}::int[]) as u (gemeente, nummer, rij)
      where not exists (select from toewijzing t where t.regio_id = ${ctx.regioId} and t.gemeente = u.gemeente and t.nummer = u.nummer)
      order by u.rij`.execute(ctx.db)
    for (const { rij } of rows) {
      const melding = `Rij ${rij}: deze toewijzing is niet bekend. De rij telt mee zodra het toewijzingsbericht (301) is ingelezen.`
      fouten.push({ code: 'onbekende-toewijzing', melding, rij })
    }
  }
  return fouten
}
