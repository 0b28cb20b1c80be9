import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { TermijnInLijst } from './list-termijnen.ts'
import { kolommen, metStand, verbanden } from './termijn.sql.ts'
import { rollenVan, wie } from './van-persoon.sql.ts'

// What Vandaag names in its own words already.
const ELDERS = ['verlenging', 'einde', 'certificaat', 'vaststelling', 'gesprek', 'actie', 'overlegtafel']
const VOORUIT = { days: 31 }
const HOOGSTENS = 100

/** The actor's open terms that end within a month or passed, but for those whose reminder was put off. */
export async function listVandaagtermijnen(ctx: Context): Promise<TermijnInLijst[]> {
  if (ctx.actor.soort !== 'gebruiker') return []
  const vanMij = ctx.actor.agb === null ? mijn(ctx) : sql`true`
  const { rows } = await prepared(sql<TermijnInLijst>`with ${wie(ctx, ctx.actor.id)}
    select ${kolommen(ctx)} from (select t.* from termijn t
      where ${zicht(ctx).termijn('t')} and ${metStand(ctx, 'open')} and t.einddatum <= ${ctx.today.add(VOORUIT)}
        and t.bron not in (${sql.join(ELDERS.map((bron) => sql.lit(bron)))})
        and (t.uitgesteld_tot is null or t.uitgesteld_tot <= ${ctx.today}) and ${vanMij}
      order by t.einddatum, t.id limit ${sql.lit(HOOGSTENS)}) t ${verbanden} order by t.einddatum, t.id`).execute(
    ctx.db,
  )
  return rows
}

/**
 * `vanPersoon` for few terms and one plan: it asks of each term whose it is, instead of gathering first all that somebody has (an owner
 * can have a whole region). list-vandaagtermijnen.test.ts holds the two together.
 */
function mijn(ctx: Context): RawBuilder<boolean> {
  const { regioId, today } = ctx
  const beheerd = sql`t.aanbieder_id in (select a.id from p join aanbieder a on a.regio_id = ${regioId} and a.contractmanager_id = p.id)`
  const functie = (
    naam: RawBuilder<unknown>,
  ) => sql`(exists (select from overeenkomst_functie f where f.regio_id = t.regio_id
        and f.overeenkomst_id = t.overeenkomst_id and f.functie = ${naam} and f.gebruiker_id in (select id from p))
      or (t.overeenkomst_id is null and exists (select from overeenkomst o join overeenkomst_functie f
        on f.regio_id = o.regio_id and f.overeenkomst_id = o.id and f.functie = ${naam} and f.gebruiker_id in (select id from p)
        where o.regio_id = t.regio_id and o.aanbieder_id = t.aanbieder_id and f.loopt_tot >= ${today} and ${zicht(ctx).overeenkomst('o')})))`
  return sql<boolean>`(t.gebruiker_id in (select id from p)
    or (t.kant = 'regio' and t.gebruiker_id is null and case
      when t.rol = 'contractmanager' and t.aanbieder_id is not null then ${beheerd}
      when t.rol in ('contracteigenaar', 'rvm') and (t.aanbieder_id is not null or t.overeenkomst_id is not null) then ${functie(sql`t.rol`)}
      when t.rol not in ('contractmanager', 'contracteigenaar', 'rvm') or (t.aanbieder_id is null and t.overeenkomst_id is null)
        then t.rol in (${rollenVan(ctx)})
      else false end)
    or (t.kant = 'aanbieder' and ${beheerd})
    or (t.aard = 'uiterlijk' and t.einddatum < ${today} and t.gesloten_op is null and ${functie(sql`'contracteigenaar'`)}))`
}
