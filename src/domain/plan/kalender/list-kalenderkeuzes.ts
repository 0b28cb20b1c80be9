import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'

type Optie = { id: string; naam: string }

const HOOGSTENS = 200

/**
 * What somebody can choose in the calendar: aanbieders by name (null when there are too many), and the overeenkomsten of the chosen
 * aanbieder. What was chosen and may be seen is always among them.
 */
export async function listKalenderkeuzes(
  ctx: Context,
  gekozen: { aanbieder: string | undefined; overeenkomst: string | undefined },
): Promise<{ aanbieders: Optie[] | null; aanbieder: Optie | undefined; overeenkomsten: Optie[] }> {
  const { rows } = await sql<Optie & { soort: string }>`
    (select 'aanbieder' as soort, id, naam from aanbieder where ${zicht(ctx).aanbieder('aanbieder')} order by naam collate "nl-x-icu", id
      limit ${HOOGSTENS + 1})
    union all (select 'gekozen', id, naam from aanbieder where ${zicht(ctx).aanbieder('aanbieder')} and id = ${gekozen.aanbieder ?? null}::uuid)
    union all (select 'overeenkomst', id, nummer from overeenkomst where ${zicht(ctx).overeenkomst('overeenkomst')}
      and (aanbieder_id = ${gekozen.aanbieder ?? null}::uuid or id = ${gekozen.overeenkomst ?? null}::uuid) order by nummer limit ${HOOGSTENS})`.execute(
    ctx.db,
  )
  const van = (soort: string) => rows.filter((rij) => rij.soort === soort).map(({ id, naam }) => ({ id, naam }))
  const aanbieders = van('aanbieder')
  return {
    aanbieders: aanbieders.length > HOOGSTENS ? null : aanbieders,
    aanbieder: van('gekozen')[0],
    overeenkomsten: van('overeenkomst'),
  }
}
