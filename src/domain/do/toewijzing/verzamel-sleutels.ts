import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Omvang } from '../bericht/beoordeling/verzamel.ts'

/** The toewijzingen that the messages of w_bericht are about: w_sleutel. There is none when that is all of them. */
export async function verzamelSleutels(ctx: Context, { alles }: Omvang) {
  await sql`drop table if exists pg_temp.w_sleutel`.execute(ctx.db)
  if (alles) {
    return
  }
  await sql`create temp table w_sleutel on commit drop as
    select v.nummer, v.gemeente, v.wet from w_bericht b join toewijzing_versie v on v.regio_id = ${ctx.regioId} and v.bericht_id = b.id
    union select s.nummer, s.gemeente, s.wet from w_bericht b join start_melding s on s.regio_id = ${ctx.regioId}
      and s.bericht_id = b.id where s.nummer is not null
    union select s.nummer, s.gemeente, s.wet from w_bericht b join stop_melding s on s.regio_id = ${ctx.regioId}
      and s.bericht_id = b.id where s.nummer is not null`.execute(ctx.db)
  await sql`create unique index on w_sleutel (nummer, gemeente, wet)`.execute(ctx.db)
  await sql`analyze w_sleutel`.execute(ctx.db)
}

/** Narrows `tabel` to the toewijzingen in w_sleutel: a join, or nothing when all are. */
export function vanSleutel({ alles }: Omvang, tabel: RawBuilder<unknown>): RawBuilder<unknown> {
  return alles
    ? sql``
    : sql`join w_sleutel k on k.nummer = ${tabel}.nummer and k.gemeente = ${tabel}.gemeente and k.wet = ${tabel}.wet`
}
