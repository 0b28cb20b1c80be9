import { sql } from 'kysely'
import type { Periode } from '../../begrippen/periode.ts'

type Meting = { regioId: string; periode: Periode & { einddatum: Temporal.PlainDate } }

/** Makes tel_client: C (decision 8), every client of an aanbieder and subregio with care that touches the period, once. */
export function maakClienten({ regioId, periode }: Meting) {
  return sql`create temp table tel_client on commit drop as
select client_id, agb, subregio_id, wet
from tel_zorg
join gemeente on gemeente.regio_id = ${regioId} and gemeente.code = tel_zorg.gemeente
where begindatum <= ${periode.einddatum} and (einddatum is null or einddatum >= ${periode.begindatum})
group by client_id, agb, subregio_id, wet`
}
