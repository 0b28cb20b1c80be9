import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { geslotenBronnen } from '../../rechten/termijnbronnen.ts'

/** A role somebody holds today, without limits where `heel`: for the others it is not said that they see this term. */
function houders(ctx: Context, r: string, heel: boolean): RawBuilder<boolean> {
  const x = (kolom: string) => sql.raw(`${r}.${kolom}`)
  const onbegrensd = heel
    ? sql`and ${x('gemeenten')} is null and ${x('wet')} is null and ${x('categorieen')} is null`
    : sql``
  return sql<boolean>`${x('regio_id')} = ${ctx.regioId} and ${x('ingetrokken_op')} is null and ${x('begindatum')} <= ${ctx.today}
    and (${x('einddatum')} is null or ${x('einddatum')} >= ${ctx.today}) ${onbegrensd}`
}

/**
 * Who is reminded of each of these terms, as rows (termijn_id, nummer, gebruiker_id, als). In the region: the person; else who has the
 * function at the overeenkomst or aanbieder; else the back-up; else everybody with the role. At an aanbieder: all of its people. Along
 * with them, when asked, the back-up; the contract manager watches what an aanbieder must do; what passed rises to the contracteigenaar
 * (or all who hold that role). Who may not read what a term is of, is not told. Whoever is away has a substitute instead; who cannot sign in is passed over.
 */
export function ontvangers(
  ctx: Context,
  termijnen: readonly { id: string; nummer: number; achtervanger: boolean; gestegen: boolean }[],
): RawBuilder<unknown> {
  const dicht = geslotenBronnen()
  const dichtVoor = sql`unnest(${dicht.map(([bron]) => bron)}::text[], ${dicht.map(([, rol]) => rol)}::text[]) as d (bron, rol)`
  const functies = sql`('contracteigenaar', 'rvm')`
  return sql`
    with t as (
      select t.id, t.kant, t.rol, t.gebruiker_id, t.aanbieder_id, t.overeenkomst_id, t.bron, t.spiegel, u.nummer, u.achtervanger, u.gestegen
      from unnest(${termijnen.map(({ id }) => id)}::uuid[], ${termijnen.map(({ nummer }) => nummer)}::int[],
        ${termijnen.map(({ achtervanger }) => achtervanger)}::boolean[], ${termijnen.map(({ gestegen }) => gestegen)}::boolean[])
        as u (id, nummer, achtervanger, gestegen)
      join termijn t on t.regio_id = ${ctx.regioId} and t.id = u.id
    ), functie as (
      select t.id, f.functie, f.gebruiker_id from t
        join overeenkomst_functie f on f.regio_id = ${ctx.regioId} and f.overeenkomst_id = t.overeenkomst_id
      union
      select t.id, f.functie, f.gebruiker_id from t
        join overeenkomst o on o.regio_id = ${ctx.regioId} and o.aanbieder_id = t.aanbieder_id and o.loopt_tot >= ${ctx.today}
        join overeenkomst_functie f on f.regio_id = ${ctx.regioId} and f.overeenkomst_id = o.id
        where t.overeenkomst_id is null
    ), kandidaat as (
      select id, gebruiker_id, 'zelf' as als, 1 as rang from t where kant = 'regio' and gebruiker_id is not null
      union all select t.id, a.contractmanager_id, 'functie', 1 from t join aanbieder a on a.regio_id = ${ctx.regioId} and a.id = t.aanbieder_id
        where t.kant = 'regio' and t.gebruiker_id is null and t.rol = 'contractmanager' and a.contractmanager_id is not null
      union all select t.id, f.gebruiker_id, 'functie', 1 from t join functie f on f.id = t.id and f.functie = t.rol
        where t.kant = 'regio' and t.gebruiker_id is null and t.rol in ${functies}
      union all select t.id, a.achtervanger_id, 'achtervanger', 2 from t join aanbieder a on a.regio_id = ${ctx.regioId} and a.id = t.aanbieder_id
        where t.kant = 'regio' and t.rol = 'contractmanager' and a.achtervanger_id is not null
      union all select t.id, r.gebruiker_id, 'rol', 3 from t join roltoewijzing r on r.rol = t.rol and ${houders(ctx, 'r', true)}
        where t.kant = 'regio'
      union all select t.id, r.gebruiker_id, 'aanbieder', 1 from t
        join aanbieder a on a.regio_id = ${ctx.regioId} and a.id = t.aanbieder_id
        join roltoewijzing r on r.agb = a.agb and ${houders(ctx, 'r', false)}
          and not exists (select from ${dichtVoor} where d.bron = t.bron and d.rol = r.rol)
        where t.kant = 'aanbieder'
    ), actief as (
      select k.* from kandidaat k join gebruiker g on g.regio_id = ${ctx.regioId} and g.id = k.gebruiker_id and g.uitgeschakeld_op is null
    ), eigenaar as (
      select t.id, f.gebruiker_id from t join functie f on f.id = t.id and f.functie = 'contracteigenaar' where t.gestegen
    ), allen as (
      select id, gebruiker_id, als from actief a where rang = (select min(b.rang) from actief b where b.id = a.id)
      union all select t.id, a.contractmanager_id, 'bewaakt' from t
        join aanbieder a on a.regio_id = ${ctx.regioId} and a.id = t.aanbieder_id where t.kant = 'aanbieder' and not t.spiegel
      union all select t.id, a.achtervanger_id, 'achtervanger' from t
        join aanbieder a on a.regio_id = ${ctx.regioId} and a.id = t.aanbieder_id
        where t.achtervanger and not t.spiegel and (t.kant = 'aanbieder' or t.rol = 'contractmanager')
      union all select id, gebruiker_id, 'eigenaar' from eigenaar
      union all select t.id, r.gebruiker_id, 'eigenaar' from t join roltoewijzing r on r.rol = 'contracteigenaar' and ${houders(ctx, 'r', true)}
        where t.gestegen and not exists (select from eigenaar e where e.id = t.id)
    ), aanwezig as (
      select a.id, coalesce(w.waarnemer_id, a.gebruiker_id) as gebruiker_id, case when w.id is null then a.als else 'waarnemer' end as als
      from allen a left join waarneming w on w.regio_id = ${ctx.regioId} and w.gebruiker_id = a.gebruiker_id and w.beeindigd_op is null
        and w.begindatum <= ${ctx.today} and w.einddatum >= ${ctx.today}
    )
    select distinct on (p.id, p.gebruiker_id) p.id as termijn_id, t.nummer, p.gebruiker_id, p.als from aanwezig p
    join t on t.id = p.id
    join gebruiker g on g.regio_id = ${ctx.regioId} and g.id = p.gebruiker_id and g.uitgeschakeld_op is null
    order by p.id, p.gebruiker_id, array_position(array['zelf', 'functie', 'aanbieder', 'rol', 'waarnemer', 'bewaakt', 'achtervanger', 'eigenaar'], p.als)`
}
