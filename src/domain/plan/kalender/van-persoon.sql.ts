import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { ongezien } from '../../../platform/ongezien.sql.ts'
import { zicht } from '../../rechten/zicht.ts'

/** What makes a term somebody's: himself and whom he stands in for today, and what these manage and hold. */
export type Eigen = {
  personen: string[]
  /** Aanbieders they manage. */
  beheerd: string[]
  /** Overeenkomsten with their function, and aanbieders with such an overeenkomst that runs. */
  eigenaar: string[]
  eigenaarBij: string[]
  rvm: string[]
  rvmBij: string[]
  rollen: string[]
}

/** Somebody and whom he stands in for today, as the common table expression `p (id)`. */
export function wie({ regioId, today }: Context, gebruikerId: string): RawBuilder<unknown> {
  return sql`p as materialized (select ${gebruikerId}::uuid as id union select w.gebruiker_id from waarneming w
    where w.regio_id = ${regioId} and w.waarnemer_id = ${gebruikerId}::uuid and w.beeindigd_op is null
      and w.begindatum <= ${today} and w.einddatum >= ${today})`
}

/** The roles of `p` today, for the whole side of the region. */
export function rollenVan({ regioId, today }: Context): RawBuilder<unknown> {
  return sql`select r.rol from p join roltoewijzing r on r.regio_id = ${regioId} and r.gebruiker_id = p.id
    where r.agb is null and r.ingetrokken_op is null and r.begindatum <= ${today} and (r.einddatum is null or r.einddatum >= ${today})`
}

/** Looks it up once, so that each question after it is a comparison with a list. */
export async function leesEigen(ctx: Context, gebruikerId: string): Promise<Eigen> {
  const { regioId, today } = ctx
  const functie = (naam: string) => sql`select f.overeenkomst_id from p join overeenkomst_functie f
    on f.regio_id = ${regioId} and f.gebruiker_id = p.id and f.functie = ${sql.lit(naam)}`
  const bij = (naam: string) => sql`select distinct o.aanbieder_id from p join overeenkomst_functie f
    on f.regio_id = ${regioId} and f.gebruiker_id = p.id and f.functie = ${sql.lit(naam)} and f.loopt_tot >= ${today}
    join overeenkomst o on o.regio_id = f.regio_id and o.id = f.overeenkomst_id
    where o.aanbieder_id is not null and ${zicht(ctx).overeenkomst('o')}`
  const { rows } = await prepared(sql<Eigen>`with ${wie(ctx, gebruikerId)}
    select array(select id from p) as personen,
      array(select a.id from p join aanbieder a on a.regio_id = ${regioId} and a.contractmanager_id = p.id) as beheerd,
      array(${functie('contracteigenaar')}) as eigenaar, array(${bij('contracteigenaar')}) as eigenaar_bij,
      array(${functie('rvm')}) as rvm, array(${bij('rvm')}) as rvm_bij,
      array(${rollenVan(ctx)}) as rollen`).execute(ctx.db)
  return rows[0]!
}

/**
 * Whose a term (alias `t`) is: somebody's own, of the function or role he has, of an aanbieder he manages and watches, or one that passed
 * and rose to him as contracteigenaar. The counterpart of `ontvangers`. One condition for each way to it, each begun by an index: taken
 * together with "or" they would read the whole region.
 */
export function vanPersoon(ctx: Context, eigen: Eigen): RawBuilder<boolean>[] {
  const { personen, beheerd, eigenaar, eigenaarBij, rvm, rvmBij, rollen } = eigen
  const in_ = (kolom: RawBuilder<unknown>, ...lijsten: string[][]) =>
    sql`${kolom} = any(${ongezien(lijsten.flat(), 'uuid[]')}::uuid[])`
  const [aanbieder, overeenkomst] = [sql`t.aanbieder_id`, sql`t.overeenkomst_id`]
  const vanRegio = sql`t.kant = 'regio' and t.gebruiker_id is null`
  const gestegen = sql`t.aard = 'uiterlijk' and t.einddatum < ${ongezien(ctx.today, 'date')} and t.gesloten_op is null`
  const alsEigenaar = sql`((${vanRegio} and t.rol = 'contracteigenaar') or (${gestegen}))`
  const alsRvm = sql`${vanRegio} and t.rol = 'rvm'`
  return [
    sql`${in_(sql`t.gebruiker_id`, personen)}`,
    sql`${in_(aanbieder, beheerd, eigenaarBij, rvmBij)} and (
      (${in_(aanbieder, beheerd)} and (t.kant = 'aanbieder' or (${vanRegio} and t.rol = 'contractmanager')))
      or (${overeenkomst} is null and ((${in_(aanbieder, eigenaarBij)} and ${alsEigenaar}) or (${in_(aanbieder, rvmBij)} and ${alsRvm}))))`,
    sql`${in_(overeenkomst, eigenaar, rvm)} and (
      (${in_(overeenkomst, eigenaar)} and ${alsEigenaar}) or (${in_(overeenkomst, rvm)} and ${alsRvm}))`,
    // the index termijn_rol holds these
    sql`${vanRegio} and t.rol = any(${ongezien(rollen, 'text[]')}::text[]) and (t.rol not in ('contractmanager', 'contracteigenaar', 'rvm')
      or (t.aanbieder_id is null and t.overeenkomst_id is null))`,
  ]
}
