import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { CsvFout } from '../../begrippen/csv.ts'

/** What an overeenkomst refers to, and the first row that says so. `gemeenten`: CBS codes with commas. */
export type Overeenkomstsleutel = { agb: string; gemeenten: string; rij: number }

/** Which overeenkomsten still wait for an aanbieder or a gemeente; ask at the end of a run, for files come in any order. */
export async function wachtendeOvereenkomsten(
  ctx: Context,
  sleutels: readonly Overeenkomstsleutel[],
): Promise<CsvFout[]> {
  const agbs = [...new Set(sleutels.map(({ agb }) => agb))]
  const gemeenten = [...new Set(sleutels.flatMap((sleutel) => sleutel.gemeenten.split(',')))]
  const { rows } = await sql<{ soort: string; code: string }>`
    select 'aanbieder' as soort, u.code from unnest(${agbs}::text[]) as u (code)
      where not exists (select from aanbieder a where a.regio_id = ${ctx.regioId} and a.agb = u.code)
    union all
    select 'gemeente', u.code from unnest(${gemeenten}::text[]) as u (code)
      where not exists (select from gemeente g where g.regio_id = ${ctx.regioId} and g.code = u.code)`.execute(ctx.db)
  const onbekend = new Set(rows.map(({ soort, code }) => `${soort} ${code}`))

  return sleutels.flatMap(({ agb, gemeenten, rij }) => {
    const fouten: CsvFout[] = []
    if (onbekend.has(`aanbieder ${agb}`)) {
      const melding = `Rij ${rij}: de aanbieder van deze overeenkomst is niet bekend. De overeenkomst wacht tot de aanbieder is ingelezen.`
      fouten.push({ code: 'onbekende-aanbieder', melding, rij })
    }
    if (gemeenten.split(',').some((code) => onbekend.has(`gemeente ${code}`))) {
      const melding = `Rij ${rij}: een gemeente van deze overeenkomst hoort niet bij deze regio. Controleer de CBS-codes.`
      fouten.push({ code: 'onbekende-gemeente', melding, rij })
    }
    return fouten
  })
}
