import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import type { TermijnInLijst } from './list-termijnen.ts'
import { gekozen, kolommen, verbanden } from './termijn.sql.ts'
import { leesEigen } from './van-persoon.sql.ts'

// What Vandaag names in its own words already.
const ELDERS = ['verlenging', 'einde', 'certificaat', 'vaststelling', 'gesprek', 'actie', 'overlegtafel']
const VOORUIT = { days: 31 }
const HOOGSTENS = 100

/** The actor's open terms that end within a month or passed, but for those whose reminder was put off. */
export async function listVandaagtermijnen(ctx: Context): Promise<TermijnInLijst[]> {
  if (ctx.actor.soort !== 'gebruiker') return []
  const eigen = ctx.actor.agb === null ? await leesEigen(ctx, ctx.actor.id) : undefined
  const tot = ctx.today.add(VOORUIT)
  const van = gekozen(ctx, { eigen, stand: 'open', tot, zonderBron: ELDERS, zonderUitstel: true })
  const { rows } = await prepared(sql<TermijnInLijst>`select ${kolommen(ctx)}
    from (select t.id from ${van} order by t.einddatum, t.id limit ${sql.lit(HOOGSTENS)}) k
    join termijn t on t.regio_id = ${ctx.regioId} and t.id = k.id ${verbanden} order by t.einddatum, t.id`).execute(
    ctx.db,
  )
  return rows
}
