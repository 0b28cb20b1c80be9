import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'

/**
 * Whether a term (alias `t`) is somebody's: his own, of the function or role he has, of an aanbieder he manages and watches, one that
 * passed and rose to him as contracteigenaar; or the same of somebody he stands in for today. The counterpart of `ontvangers`.
 */
export function vanPersoon(ctx: Context, gebruikerId: string): RawBuilder<boolean> {
  const { regioId, today } = ctx
  const personen = sql`(select ${gebruikerId}::uuid union all select w.gebruiker_id from waarneming w
    where w.regio_id = ${regioId} and w.waarnemer_id = ${gebruikerId}::uuid and w.beeindigd_op is null
      and w.begindatum <= ${today} and w.einddatum >= ${today})`
  const beheerd = sql`(select a.id from aanbieder a where a.regio_id = ${regioId} and a.contractmanager_id in ${personen})`
  const functie = (
    naam: RawBuilder<unknown>,
  ) => sql<boolean>`(t.overeenkomst_id in (select f.overeenkomst_id from overeenkomst_functie f
      where f.regio_id = ${regioId} and f.gebruiker_id in ${personen} and f.functie = ${naam})
    or (t.overeenkomst_id is null and t.aanbieder_id in (select o.aanbieder_id from overeenkomst_functie f
      join overeenkomst o on o.regio_id = f.regio_id and o.id = f.overeenkomst_id
      where f.regio_id = ${regioId} and f.gebruiker_id in ${personen} and f.functie = ${naam} and f.loopt_tot >= ${today} and ${zicht(ctx).overeenkomst('o')})))`
  const metRol = sql`(select r.rol from roltoewijzing r where r.regio_id = ${regioId} and r.gebruiker_id in ${personen}
    and r.agb is null and r.ingetrokken_op is null and r.begindatum <= ${today} and (r.einddatum is null or r.einddatum >= ${today}))`
  const zonderFunctie = sql`(t.rol not in ('contractmanager', 'contracteigenaar', 'rvm') or (t.aanbieder_id is null and t.overeenkomst_id is null))`
  return sql<boolean>`(t.gebruiker_id in ${personen}
    or (t.kant = 'regio' and t.gebruiker_id is null and (
      (t.rol = 'contractmanager' and t.aanbieder_id in ${beheerd})
      or (t.rol = 'contracteigenaar' and ${functie(sql`'contracteigenaar'`)})
      or (t.rol = 'rvm' and ${functie(sql`'rvm'`)})
      or (${zonderFunctie} and t.rol in ${metRol})))
    or (t.kant = 'aanbieder' and t.aanbieder_id in ${beheerd})
    or (t.aard = 'uiterlijk' and t.einddatum < ${today} and t.gesloten_op is null and ${functie(sql`'contracteigenaar'`)}))`
}
