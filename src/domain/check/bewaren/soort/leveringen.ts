import { sql } from 'kysely'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { wis, wisLogwaarden } from '../wis.ts'

// One file is a row or two, and a delivery can hold a million of them.
const BESTANDEN_PER_KEER = 20_000

/** Deliveries: the list of files with their names, and why one was refused. The messages in them have their own term. */
export const leveringen: Bewaarsoort = {
  woorden: ['levering', 'leveringen'],
  rijp: (
    { regioId },
    grens,
  ) => sql`select id::text, (coalesce(klaar_op, laatste_teken_op) at time zone 'Europe/Amsterdam')::date as einde
    from inleesronde where regio_id = ${regioId}
      and coalesce(klaar_op, laatste_teken_op) < ${grens.add({ days: 1 })}::date::timestamp at time zone 'Europe/Amsterdam'`,
  inhoud: ({ regioId }) => ({
    bestanden: sql`(select count(*) from inleesbestand x where x.regio_id = ${regioId} and x.ronde_id::text in (select id from rijp))`,
  }),
  perKeer: 1,
  async wis(ctx, [rondeId = '']) {
    const { rows } = await sql<{ bestanden: number }>`with deel as materialized (
        select id, bericht_id from inleesbestand where regio_id = ${ctx.regioId} and ronde_id = ${rondeId}::uuid
        order by id limit ${BESTANDEN_PER_KEER}
      ), los as (
        update bericht b set ronde_id = null from deel where b.regio_id = ${ctx.regioId} and b.id = deel.bericht_id
          and b.ronde_id = ${rondeId}::uuid
      ), fout as (
        delete from inleesfout f using deel where f.regio_id = ${ctx.regioId} and f.ronde_id = ${rondeId}::uuid and f.bestand_id = deel.id
      ) select count(*)::int as bestanden from deel`.execute(ctx.db)
    const bestanden = rows[0]!.bestanden
    await wis(
      ctx,
      'inleesbestand',
      sql`x.ronde_id = ${rondeId}::uuid and x.id in (select f.id from inleesbestand f
        where f.regio_id = ${ctx.regioId} and f.ronde_id = ${rondeId}::uuid order by f.id limit ${BESTANDEN_PER_KEER})`,
    )
    if (bestanden === BESTANDEN_PER_KEER) return { aantallen: { bestanden }, klaar: false }
    const aantallen = {
      leveringen: await wis(ctx, 'inleesronde', sql`x.id = ${rondeId}::uuid`),
      bestanden,
      logwaarden: await wisLogwaarden(ctx, 'inleesronde', [rondeId]),
    }
    return { aantallen }
  },
}
