import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import { test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'

// What the list of aanbieders would otherwise add up: each year with claims, January to December, null without claims.
async function verschil({ db, regioId }: Context) {
  const { rows } = await sql`
    with verwacht as (
      select agb, extract(year from maand)::int as jaar, array_agg(cent order by maand) as maand_cent from (
        select j.agb, m as maand, (select sum(bedrag_cent)::bigint from declaratie_maand d
          where d.regio_id = ${regioId} and d.agb = j.agb and d.maand = m::date) as cent
        from (select distinct agb, date_trunc('year', maand) as jaar from declaratie_maand where regio_id = ${regioId}) j,
          generate_series(j.jaar, j.jaar + interval '11 months', '1 month') m) maanden
      group by 1, 2)
    (select agb, jaar, maand_cent from declaratie_jaar where regio_id = ${regioId} except select * from verwacht)
    union all (select * from verwacht except select agb, jaar, maand_cent from declaratie_jaar where regio_id = ${regioId})`.execute(
    db,
  )
  return rows
}

test('het jaar van een aanbieder is altijd de som van de maanden, wat er ook bij komt of af gaat', async ({ ctx }) => {
  const overeenkomsten: [string, string][] = []
  for (const agb of ['98990101', '98990108']) {
    await maakAanbieder(ctx, { agb, naam: `Aanbieder ${agb}` })
    for (const nummer of ['A', 'B']) {
      overeenkomsten.push([agb, await maakOvereenkomst(ctx, { agb, overeenkomst: `${agb}-${nummer}` })])
    }
  }
  const regel = fc.record({
    welke: fc.nat(overeenkomsten.length - 1),
    maand: fc.integer({ min: 0, max: 35 }),
    cent: fc.integer({ min: -500, max: 9_000 }),
  })
  const stap = fc.oneof(
    fc.record({ erbij: fc.uniqueArray(regel, { maxLength: 5, selector: ({ welke, maand }) => `${welke} ${maand}` }) }),
    fc.record({ eraf: fc.integer({ min: 0, max: 35 }), jaren: fc.boolean() }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(stap, { maxLength: 6 }), async (stappen) => {
      await sql`delete from declaratie_maand where regio_id = ${ctx.regioId}`.execute(ctx.db)
      for (const stap of stappen) {
        if ('eraf' in stap) {
          await sql`delete from declaratie_maand where regio_id = ${ctx.regioId} and maand >= date '2024-01-01' + make_interval(months => ${stap.eraf})
            and (${stap.jaren} or agb = '98990101')`.execute(ctx.db)
        } else if (stap.erbij.length > 0) {
          const rijen = stap.erbij.map(({ welke, maand, cent }) => {
            const [agb, id] = overeenkomsten[welke]!
            return sql`(${ctx.regioId}::uuid, ${agb}, (date '2024-01-01' + make_interval(months => ${maand}))::date, ${id}::uuid, 1, ${cent}::bigint)`
          })
          await sql`insert into declaratie_maand (regio_id, agb, maand, overeenkomst_id, regels, bedrag_cent)
            values ${sql.join(rijen)} on conflict do nothing`.execute(ctx.db)
        }
        expect(await verschil(ctx)).toEqual([])
      }
    }),
    { numRuns: 40 },
  )
})
