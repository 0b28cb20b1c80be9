import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Wet } from './bericht.ts'
import { verhuldVerder } from './lezer/kenmerk.ts'

/** Where a number of a sender stands that may hide a BSN, by table. */
const KENMERKEN: Record<string, readonly string[]> = {
  bericht: ['identificatie'],
  toewijzing_versie: ['identificatie'],
  declaratie: ['declaratienummer'],
  declaratie_regel: ['referentie', 'vorige_referentie'],
  declaratie_antwoord: ['declaratie_identificatie'],
  declaratie_antwoord_regel: ['referentie'],
  retour: ['heen_identificatie'],
}

/**
 * Takes every hidden number of this law on to the key `versie`, in one go: answers find what they answer by it, also while
 * messages are read. The number of a file that was refused only says so from now on.
 */
export async function wisselKenmerken(ctx: Context, wet: Wet, versie: number) {
  const { regioId } = ctx
  const { rows } = await sql<{ oud: string }>`select distinct oud from (${sql.join(
    kolommenVan().map(
      ([tabel, kolom]) => sql`select ${sql.ref(`t.${kolom}`)} as oud from ${vanWet(tabel, regioId, wet)}
        and ${sql.ref(`t.${kolom}`)} like 'verborgen-%'`,
    ),
    sql` union all `,
  )}) x`.execute(ctx.db)
  await sql`update inleesbestand set identificatie = 'verborgen' where regio_id = ${regioId}
    and identificatie like 'verborgen-%'`.execute(ctx.db)
  if (rows.length === 0) return
  const sleutel = ctx.sleutels.vind(regioId, wet, versie)
  const oud = rows.map((rij) => rij.oud)
  const nieuw = oud.map((tekst) => verhuldVerder(tekst, sleutel, versie - 1, versie))
  await sql`drop table if exists pg_temp.w_kenmerk`.execute(ctx.db)
  await sql`create temp table w_kenmerk on commit drop as
    select * from unnest(${oud}::text[], ${nieuw}::text[]) as u (oud, nieuw)`.execute(ctx.db)
  for (const [tabel, kolom] of kolommenVan()) {
    await sql`update ${sql.table(tabel)} t set ${sql.ref(kolom)} = k.nieuw from w_kenmerk k
      where t.regio_id = ${regioId} and ${sql.ref(`t.${kolom}`)} = k.oud`.execute(ctx.db)
  }
}

function kolommenVan(): [string, string][] {
  return Object.entries(KENMERKEN).flatMap(([tabel, kolommen]) =>
    kolommen.map((kolom): [string, string] => [tabel, kolom]),
  )
}

function vanWet(tabel: string, regioId: string, wet: Wet): RawBuilder<unknown> {
  return tabel === 'bericht'
    ? sql`bericht t where t.regio_id = ${regioId} and t.wet = ${wet}`
    : sql`${sql.table(tabel)} t join bericht b on b.regio_id = t.regio_id and b.id = t.bericht_id
        where t.regio_id = ${regioId} and b.wet = ${wet}`
}
