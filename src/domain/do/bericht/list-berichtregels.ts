import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { toonClienten } from '../../../platform/inzage.ts'
import { mag } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Bericht, Oordeel } from './queries.ts'

/** A line of a message without anything personal. `label` and `toewijzingId` only for who may see cases. */
export type Berichtregel = {
  regel: number
  label: string | null
  toewijzingId: string | null
  nummer: number | null
  product: string | null
  van: Temporal.PlainDate | null
  tot: Temporal.PlainDate | null
  volume: number | null
  eenheid: string | null
  bedragCent: number | null
  referentie: string | null
  /** Codes of a return message, or what a start or stop says: 'start', 'stop', 'verwijderd' */
  woorden: string | null
  oordeel: Oordeel | null
  code: string | null
  melding: string | null
}

const LEEG = sql`null::text`

/** The lines of a message, what does not count first, at most `limit`. 302, 306 and 308 have their codes as one line. */
export async function listBerichtregels(
  ctx: Context,
  { id, soort }: Pick<Bericht, 'id' | 'soort'>,
  limit: number,
): Promise<Berichtregel[]> {
  const { rows } = await sql<Berichtregel & { clientId: string | null }>`select * from (${vraag(ctx, soort, id)}) as r
    order by oordeel is not distinct from 'geldig', regel limit ${limit}`.execute(ctx.db)
  // with or without its label: a line says what one client gets
  toonClienten(
    ctx,
    rows.flatMap(({ clientId }) => clientId ?? []),
  )
  return rows
}

function vraag(ctx: Context, soort: Bericht['soort'], id: number): RawBuilder<unknown> {
  const casus = mag(ctx.actor, 'casus:lezen')
  const waar = (tabel: RawBuilder<unknown>) => sql`${tabel}.regio_id = ${ctx.regioId} and ${tabel}.bericht_id = ${id}`
  const m = sql`m`
  // A label and the way to the case: only joined for who may see them.
  const client = casus
    ? sql`left join client c on ${zicht(ctx, 'casus:lezen').client('c')} and c.id = m.client_id
        left join toewijzing t on ${zicht(ctx, 'casus:lezen').regel('t')} and t.gemeente = m.gemeente and t.nummer = m.nummer and t.wet = m.wet`
    : sql``
  const wie = casus ? sql`c.label, t.id as toewijzing_id` : sql`null::text as label, null::uuid as toewijzing_id`
  const product = sql`coalesce(m.code, 'categorie ' || m.categorie) as product`
  const geenDeclaratie = sql`null::bigint as bedrag_cent, ${LEEG} as referentie`
  const geenReden = sql`${LEEG} as code, ${LEEG} as melding`

  switch (soort) {
    case '301':
      return sql`select m.regel, m.client_id, ${wie}, m.nummer, ${product}, m.ingangsdatum as van, m.einddatum as tot, m.volume, m.eenheid, ${geenDeclaratie},
          ${LEEG} as woorden, m.oordeel, ${geenReden} from toewijzing_versie m ${client} where ${waar(m)}`
    case '305':
      return sql`select m.regel, m.client_id, ${wie}, m.nummer, ${product}, m.begindatum as van, null::date as tot, null::int as volume, ${LEEG} as eenheid,
          ${geenDeclaratie}, case m.status_aanlevering when 3 then 'verwijderd' else 'start' end as woorden, m.oordeel, ${geenReden}
        from start_melding m ${client} where ${waar(m)}`
    case '307':
      return sql`select m.regel, m.client_id, ${wie}, m.nummer, ${product}, m.begindatum as van, m.einddatum as tot, null::int as volume, ${LEEG} as eenheid,
          ${geenDeclaratie}, case m.status_aanlevering when 3 then 'verwijderd' else 'stop' end as woorden, m.oordeel, ${geenReden}
        from stop_melding m ${client} where ${waar(m)}`
    case '323':
      return sql`select m.regel, m.client_id, ${wie}, m.nummer, ${product}, m.van, m.tot, m.volume, m.eenheid, m.bedrag_cent, m.referentie,
          case when m.toegekend = false then 'niet toegekend' when m.credit then 'credit' end as woorden, m.oordeel, m.fout as code, ${LEEG} as melding
        from declaratie_regel m ${client} where ${waar(m)}
        union all
        select m.regel, null, null, null, null, null, null, null, null, null, null, null, null, 'afgekeurd', m.code, m.melding
        from declaratie_regel_fout m where ${waar(m)}`
    case '325':
      // the line it refuses is named by its reference only
      return sql`select m.regel, (select r.client_id from bericht b join declaratie_regel r on r.regio_id = b.regio_id and r.agb = b.agb
            and r.referentie = m.referentie where b.regio_id = m.regio_id and b.id = m.bericht_id limit 1) as client_id,
          ${LEEG} as label, null::uuid as toewijzing_id, null::int as nummer, ${LEEG} as product, null::date as van, null::date as tot,
          null::int as volume, ${LEEG} as eenheid, m.bedrag_cent, m.referentie, 'niet toegekend: ' || array_to_string(m.codes, ', ') as woorden,
          ${LEEG} as oordeel, ${geenReden} from declaratie_antwoord_regel m where ${waar(m)}`
    default:
      return sql`select 0 as regel, null::uuid as client_id, ${LEEG} as label, null::uuid as toewijzing_id, null::int as nummer, ${LEEG} as product, null::date as van, null::date as tot,
          null::int as volume, ${LEEG} as eenheid, ${geenDeclaratie},
          case when m.afgekeurd then 'afgekeurd: ' else 'goedgekeurd: ' end || array_to_string(m.codes, ', ') as woorden, ${LEEG} as oordeel, ${geenReden}
        from retour m where ${waar(m)}`
  }
}
