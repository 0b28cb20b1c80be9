import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Wet } from './bericht.ts'
import { kolommen } from './bewaren/kolommen.ts'

/** What of each table is made with a key, and by what it is walked through. */
const tabellen = {
  client: { waarde: 'pseudoniem', volgorde: 'id' },
  bericht: { waarde: 'inhoud_hmac', volgorde: 'id' },
  vernietigd_bericht: { waarde: 'inhoud_hmac', volgorde: 'inhoud_hmac' },
} as const

export type Wisselbaar = keyof typeof tabellen

type Deel = { wet: Wet; tabel: Wisselbaar; versie: number; vanaf: string | null; perKeer: number }

/**
 * Takes the next rows on to the key `versie`. Each row says under which key it is, so rows that were done are passed over.
 * `laatste` null: there are no more. Needs lockOpslag (alone).
 */
export async function wisselDeel(
  ctx: Context,
  { wet, tabel, versie, vanaf, perKeer }: Deel,
): Promise<{ gewisseld: number; laatste: string | null }> {
  const { waarde, volgorde } = tabellen[tabel]
  const [kolom, plek] = [sql.ref(waarde), sql.ref(volgorde)]
  const type = sql.raw({ client: 'uuid', bericht: 'bigint', vernietigd_bericht: 'bytea' }[tabel])
  const { rows } = await sql<{ plek: string; waarde: Buffer; van: number }>`
    select ${plek}::text as plek, ${kolom} as waarde, sleutelversie as van from ${sql.table(tabel)}
    where regio_id = ${ctx.regioId} and wet = ${wet} and sleutelversie < ${versie}
      and (${vanaf}::text is null or ${plek} > ${vanaf}::text::${type})
    order by ${plek} limit ${perKeer}`.execute(ctx.db)
  if (rows.length === 0) return { gewisseld: 0, laatste: null }
  const sleutel = ctx.sleutels.vind(ctx.regioId, wet, versie)
  const [plekken, nieuw] = kolommen(
    2,
    rows.map((rij) => [rij.plek, `\\x${sleutel.verder(rij.waarde, rij.van, versie).toString('hex')}`]),
  )
  await sql`update ${sql.table(tabel)} t set ${kolom} = u.nieuw, sleutelversie = ${versie}
    from unnest(${plekken}::${type}[], ${nieuw}::bytea[]) as u (plek, nieuw)
    where t.regio_id = ${ctx.regioId} and t.wet = ${wet} and t.${plek} = u.plek`.execute(ctx.db)
  return { gewisseld: rows.length, laatste: rows.at(-1)!.plek }
}
