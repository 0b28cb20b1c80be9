import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { Bewaarsoort } from '../bewaarsoort.ts'
import { wis } from '../wis.ts'

/**
 * Evaluations and answers about a toewijzing that is not (or no longer) there. Those about one that is go with its client.
 * Which table one is from stands before its id.
 */
export const evaluaties: Bewaarsoort = {
  woorden: ['evaluatie of antwoord zonder toewijzing', 'evaluaties en antwoorden zonder toewijzing'],
  rijp: (ctx, grens) => sql`${los(ctx, 'evaluatie', sql`datum`, grens)} union all
    ${los(ctx, 'cto_respons', sql`greatest(datum_respons, veldwerk_einde)`, grens)}`,
  inhoud: () => ({
    evaluaties: sql`(select count(*) from rijp where id like 'evaluatie %')`,
    antwoorden: sql`(select count(*) from rijp where id like 'cto_respons %')`,
  }),
  perKeer: 5_000,
  async wis(ctx, ids) {
    const van = (tabel: string) => ids.flatMap((id) => (id.startsWith(`${tabel} `) ? [id.slice(tabel.length + 1)] : []))
    const aantallen = {
      evaluaties: await wis(ctx, 'evaluatie', sql`x.id = any(${van('evaluatie')}::uuid[])`),
      antwoorden: await wis(ctx, 'cto_respons', sql`x.id = any(${van('cto_respons')}::uuid[])`),
    }
    return { aantallen }
  },
}

function los({ regioId }: Context, tabel: string, einde: RawBuilder<unknown>, grens: Temporal.PlainDate) {
  return sql`select ${sql.lit(`${tabel} `)} || x.id as id, ${einde} as einde from ${sql.table(tabel)} x
    where x.regio_id = ${regioId} and ${einde} <= ${grens} and not exists (select from toewijzing_versie v
      where v.regio_id = x.regio_id and v.gemeente = x.gemeente and v.nummer = x.nummer)`
}
