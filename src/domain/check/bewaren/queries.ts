import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Aantallen } from './bewaarsoort.ts'
import type { Soortcode } from './bewaartermijn.ts'

/** A proposal to destroy, with what was decided and done. `resteert`: what a running destruction still has to do. */
export type Vernietiging = {
  id: string
  soort: Soortcode
  grond: string
  grens: Temporal.PlainDate
  aantal: number
  eerste: Temporal.PlainDate
  laatste: Temporal.PlainDate
  inhoud: Aantallen
  voorgesteldOp: Temporal.Instant
  voorgelegdOp: Temporal.Instant | null
  voorgelegdDoorId: string | null
  voorgelegdDoor: string | null
  toelichting: string | null
  besluit: 'vernietigen' | 'uitstellen' | null
  reden: string | null
  uitgesteldTot: Temporal.PlainDate | null
  beslotenOp: Temporal.Instant | null
  beslotenDoor: string | null
  gevuld: boolean
  klaarOp: Temporal.Instant | null
  vernietigd: Aantallen
  resteert: number
  /** The part of the regelset the term was from, and its version */
  deel: string
  versie: number
}

const selectie = ({
  regioId,
}: Context) => sql`select v.id, v.soort, v.grond, v.grens, v.aantal, v.eerste, v.laatste, v.inhoud,
    v.voorgesteld_op, v.voorgelegd_op, v.voorgelegd_door::text as voorgelegd_door_id, p.naam as voorgelegd_door, v.toelichting, v.besluit,
    v.reden, v.uitgesteld_tot, v.besloten_op, b.naam as besloten_door, v.gevuld_op is not null as gevuld, v.klaar_op, v.vernietigd,
    case when v.besluit = 'vernietigen' and v.klaar_op is null then (select count(*)::int from vernietiging_regel r
      where r.regio_id = v.regio_id and r.vernietiging_id = v.id) else 0 end as resteert, d.deel, d.versie
  from vernietiging v
  join regelsetdeel d on d.regio_id = v.regio_id and d.id = v.regelsetdeel_id
  left join gebruiker p on p.regio_id = v.regio_id and p.id = v.voorgelegd_door
  left join gebruiker b on b.regio_id = v.regio_id and b.id = v.besloten_door
  where v.regio_id = ${regioId}`

/** The newest first; at most 200. */
export async function listVernietigingen(ctx: Context): Promise<Vernietiging[]> {
  const { rows } =
    await sql<Vernietiging>`${selectie(ctx)} order by v.voorgesteld_op desc, v.id desc limit 200`.execute(ctx.db)
  return rows
}

/** Throws 404. */
export async function findVernietiging(ctx: Context, id: string): Promise<Vernietiging> {
  const { rows } = await sql<Vernietiging>`${selectie(ctx)} and v.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Dit voorstel')
  return rows[0]
}
