import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { leesRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { Rollen } from '../../plan/inrichting/regelset.ts'
import { maakBevindingen } from './maak-bevindingen.ts'

type Rij = { id: string; nummer: string; aanbiederId: string; agb: string; mist: string[] }

/** One finding per running or coming overeenkomst that misses a function of ROL-23; found again, it is not made again. */
export function controleerOvereenkomsten(ctx: Context): Promise<number> {
  return inTransaction(ctx, async (ctx) => {
    const { vereisteFuncties } = Rollen.parse((await leesRegelset(ctx, 'rollen', ctx.today)).inhoud)
    const functies = vereisteFuncties.map(({ functie }) => functie)
    const minima = vereisteFuncties.map(({ minimaal }) => minimaal)

    // Imported overeenkomsten follow their dates: a missing function does not stop them, it is found. Contract manager and back-up
    // of the aanbieder hold it for each overeenkomst that has none of its own.
    const { rows } = await sql<Rij>`
      with bezet as (
        select overeenkomst_id as id, functie, count(*) as aantal from overeenkomst_functie where regio_id = ${ctx.regioId} group by 1, 2)
      select o.id, o.nummer, o.aanbieder_id, o.agb, array_agg(v.functie order by v.plaats) as mist
      from overeenkomst o
      join aanbieder a on a.regio_id = o.regio_id and a.id = o.aanbieder_id
      cross join unnest(${functies}::text[], ${minima}::int[]) with ordinality as v (functie, minimaal, plaats)
      left join bezet b on b.id = o.id and b.functie = v.functie
      where o.regio_id = ${ctx.regioId} and o.loopt_tot >= ${ctx.today}
        and coalesce(b.aantal, 0) + case when b.aantal is not null then 0
          when v.functie = 'contractmanager' and a.contractmanager_id is not null then 1
          when v.functie = 'achtervanger' and a.achtervanger_id is not null then 1 else 0 end < v.minimaal
        and not exists (select from bevinding f where f.regio_id = o.regio_id and f.sleutel = 'functies:' || o.id)
      group by o.regio_id, o.id order by o.nummer`.execute(ctx.db)

    const naam = new Map(vereisteFuncties.map(({ functie, naam }) => [functie as string, naam]))
    return maakBevindingen(
      ctx,
      rows.map(({ id, nummer, aanbiederId, agb, mist }) => {
        const wie = opsomming(mist.map((functie) => naam.get(functie) ?? functie))
        return {
          bron: 'overeenkomst' as const,
          sleutel: `functies:${id}`,
          titel: `${nummer} mist ${wie}`,
          toelichting: `Voor overeenkomst ${nummer} is nog niemand aangewezen als ${wie}. Wijs iemand aan bij de overeenkomst.`,
          aanbiederId,
          agb,
          overeenkomstId: id,
        }
      }),
    )
  })
}

/** "a", "a en b", "a, b en c". */
function opsomming(delen: string[]): string {
  return delen.length < 2 ? delen.join('') : `${delen.slice(0, -1).join(', ')} en ${delen.at(-1) ?? ''}`
}
