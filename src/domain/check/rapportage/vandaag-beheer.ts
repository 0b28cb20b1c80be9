import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { TELGRENS } from '../../begrippen/lijst.ts'
import { zicht } from '../../rechten/zicht.ts'

export type BerichtAandacht = { oordeel: 'wachtend' | 'aangehouden' | 'regels'; code: string | null; aantal: number }

/** Messages that wait or are held back, and messages of which a line counts nowhere, by reason; each kind stops above a thousand. */
export async function telBerichtAandacht(ctx: Context): Promise<BerichtAandacht[]> {
  const deel = (oordeel: string, naam: string, code: RawBuilder<unknown>, waar: RawBuilder<unknown>) => sql`
    (select ${sql.lit(naam)} as oordeel, code, count(*)::int as aantal from (select ${code} as code from bericht_aandacht k
      where k.regio_id = ${ctx.regioId} and k.oordeel = ${sql.lit(oordeel)} and ${waar} and ${zicht(ctx).vanBericht('k')} limit ${sql.lit(TELGRENS + 1)}) as b group by code)`
  const { rows } = await prepared(sql<BerichtAandacht>`select * from (
    ${deel('wachtend', 'wachtend', sql`k.code`, sql`true`)}
    union all ${deel('aangehouden', 'aangehouden', sql`k.code`, sql`true`)}
    union all ${deel('geldig', 'regels', sql`null::text`, sql`k.regelfouten > 0`)}
  ) as aandacht order by aantal desc, code`).execute(ctx.db)
  return rows
}

export type Onbezet = {
  zonderContractmanager: number
  zonderAchtervanger: number
  namen: string[]
  zonderAanbieder: number
}

/** Aanbieders without contractmanager or achtervanger, and overeenkomsten whose aanbieder is not known; counts stop above a thousand. */
export async function telOnbezet(ctx: Context): Promise<Onbezet> {
  const mijn = zicht(ctx).aanbieder('aanbieder')
  const { rows } = await prepared(sql<Onbezet>`
    with zonder as (select naam from aanbieder where ${mijn} and contractmanager_id is null limit ${sql.lit(TELGRENS + 1)})
    select (select count(*)::int from zonder) as zonder_contractmanager,
      (select count(*)::int from (select from aanbieder where ${mijn} and achtervanger_id is null limit ${sql.lit(TELGRENS + 1)}) as a) as zonder_achtervanger,
      array(select naam from zonder order by naam collate "nl-x-icu" limit 3) as namen,
      (select count(*)::int from (select from overeenkomst where ${zicht(ctx).overeenkomst('overeenkomst')} and aanbieder_id is null limit ${sql.lit(TELGRENS + 1)}) as o) as zonder_aanbieder`).execute(
    ctx.db,
  )
  return rows[0]!
}

/** Deliveries of files of the last fortnight that stopped before the end: nothing was heard for two minutes. */
export async function listAfgebrokenRondes(
  ctx: Context,
): Promise<{ id: string; gestartOp: Temporal.Instant; gestartDoor: string; bestanden: number }[]> {
  const { rows } = await prepared(sql<{
    id: string
    gestartOp: Temporal.Instant
    gestartDoor: string
    bestanden: number
  }>`
    select id, gestart_op, gestart_door, bestanden from inleesronde
    where regio_id = ${ctx.regioId} and klaar_op is null and gestart_op > ${ctx.now.subtract({ hours: 14 * 24 }).toString()}::timestamptz
      and laatste_teken_op < ${ctx.now.subtract({ minutes: 2 }).toString()}::timestamptz
    order by gestart_op desc limit 5`).execute(ctx.db)
  return rows
}
