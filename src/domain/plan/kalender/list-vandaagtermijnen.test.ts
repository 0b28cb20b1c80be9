import { sql } from 'kysely'
import { expect } from 'vitest'
import { alsPersoon, maakAanbieder, maakOvereenkomst } from '../../../../test/afspraken.ts'
import { test } from '../../../../test/regio.ts'
import type { Context } from '../../../platform/context.ts'
import { listTermijnen } from './list-termijnen.ts'
import { listVandaagtermijnen } from './list-vandaagtermijnen.ts'
import { leesEigen } from './van-persoon.sql.ts'

// Every combination of whose a term can be.
async function vul(
  { db, regioId, today, now }: Context,
  personen: (string | null)[],
  over: [string | null, string | null][],
) {
  for (const [aanbiederId, overeenkomstId] of over)
    await sql`insert into termijn (regio_id, bron, bron_id, sleutel, titel, aard, startgebeurtenis, startdatum, berekening, einddatum,
        kant, rol, gebruiker_id, aanbieder_id, overeenkomst_id, uitgesteld_tot, uitstel_reden, uitgesteld_door, gepland_op, gewijzigd_op)
      select ${regioId}, bron, '1', row_number() over () || coalesce(${aanbiederId}::text, '') || coalesce(right(${overeenkomstId}::text, 12), ''), 'Iets', aard, 'iets', ${today}::date - 60,
        '{}', ${today}::date + dagen, case when rol is null then 'aanbieder' else 'regio' end, rol, wie, ${aanbiederId}::uuid, ${overeenkomstId}::uuid,
        uitstel, case when uitstel is not null then 'x' end, case when uitstel is not null then 'x' end, ${now.toString()}::timestamptz, ${now.toString()}::timestamptz
      from unnest(array['uiterlijk', 'moment']) aard, unnest(array[-9, 3, 40]) dagen, unnest(array['mandaat', 'einde']) bron,
        unnest(array['contractmanager', 'contracteigenaar', 'rvm', 'contractbeheerder', null]) rol,
        unnest(${personen}::uuid[]) wie, unnest(array[null, ${today}::date + 1]) uitstel
      where (rol is not null or (${aanbiederId}::uuid is not null and wie is null))`.execute(db)
}

test('ROL-07: Vandaag noemt precies de termijnen die de kalender van iemand zelf heeft', async ({ ctx }) => {
  const noor = await alsPersoon(ctx, 'Noor', 'contractmanager')
  const ruud = await alsPersoon(ctx, 'Ruud', 'contracteigenaar')
  const iris = await alsPersoon(ctx, 'Iris', 'contractbeheerder')
  const bas = await alsPersoon(ctx, 'Bas', 'contractmanager')
  const aanbieders = [
    await maakAanbieder(ctx),
    await maakAanbieder(ctx, { agb: '98990108', kvk: '99331217', naam: 'Dijk' }),
  ]
  const lopend = await maakOvereenkomst(ctx)
  const voorbij = await maakOvereenkomst(ctx, {
    overeenkomst: 'OUD-1',
    agb: '98990108',
    begindatum: '2020-01-01',
    einddatum: '2021-12-31',
  })
  await sql`update aanbieder set contractmanager_id = ${noor.actor.id} where id = ${aanbieders[0]}`.execute(ctx.db)
  for (const [overeenkomst, functie, wie] of [
    [lopend, 'contracteigenaar', ruud],
    [lopend, 'rvm', iris],
    [voorbij, 'contracteigenaar', iris],
  ] as const)
    await sql`insert into overeenkomst_functie (regio_id, overeenkomst_id, functie, gebruiker_id, vanaf)
      values (${ctx.regioId}, ${overeenkomst}, ${functie}, ${wie.actor.id}, '2020-01-01')`.execute(ctx.db)
  // Bas stands in for Ruud, who has the agreement that runs
  await sql`insert into waarneming (regio_id, gebruiker_id, waarnemer_id, begindatum, einddatum, reden, vastgelegd_op, vastgelegd_door)
    values (${ctx.regioId}, ${ruud.actor.id}, ${bas.actor.id}, ${ctx.today}::date - 1, ${ctx.today}::date + 9, 'Vakantie', ${ctx.now.toString()}, 'x')`.execute(
    ctx.db,
  )
  await vul(
    ctx,
    [null, noor.actor.id, ruud.actor.id],
    [
      [null, null],
      [aanbieders[0]!, null],
      [aanbieders[1]!, null],
      [aanbieders[0]!, lopend],
      [aanbieders[1]!, voorbij],
      [null, lopend],
    ],
  )

  for (const wie of [noor, ruud, iris, bas]) {
    const filter = {
      eigen: await leesEigen(wie, wie.actor.id),
      stand: 'open',
      tot: ctx.today.add({ days: 31 }),
      zonderBron: ['einde'],
    } as const
    const { rijen } = await listTermijnen(wie, filter, { pagina: null, hoogstens: 1000 })
    const verwacht = rijen.filter(({ uitgesteldTot }) => uitgesteldTot === null)
    expect(verwacht.length, wie.actor.naam).toBeGreaterThan(5)
    expect(
      (await listVandaagtermijnen(wie)).map(({ id }) => id),
      wie.actor.naam,
    ).toEqual(verwacht.slice(0, 100).map(({ id }) => id))
  }
})
