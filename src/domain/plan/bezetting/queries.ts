import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Mandaat } from './mandaat.ts'

/** An entry of the mandate register as people read it. */
export type Registermandaat = Mandaat & {
  taak: string
  gemeentenaam: string | null
  vastgelegdOp: Temporal.Instant
  vastgelegdDoor: string
  ingetrokkenOp: Temporal.Instant | null
  ingetrokkenDoor: string | null
  intrekkingReden: string | null
}

const kolommen = sql`m.id, m.taak, m.rol, m.gemeente_code as gemeente, g.naam as gemeentenaam, m.grond, m.hoogste_cent,
  m.hoogste_maanden, m.geldig_vanaf, m.geldig_tot, m.ingetrokken_op is not null as ingetrokken, m.vastgelegd_op,
  m.vastgelegd_door, m.ingetrokken_op, m.ingetrokken_door, m.intrekking_reden`

/** The register, by task; what ended stays readable. */
export async function listMandaten(ctx: Context, taak?: string): Promise<Registermandaat[]> {
  const { rows } = await sql<Registermandaat>`select ${kolommen} from mandaat m
    left join gemeente g on g.regio_id = m.regio_id and g.code = m.gemeente_code
    where m.regio_id = ${ctx.regioId} and (${taak ?? null}::text is null or m.taak = ${taak ?? null})
    order by m.taak, m.ingetrokken_op nulls first, m.geldig_vanaf desc, m.id limit 2000`.execute(ctx.db)
  return rows
}

export type Waarneming = {
  id: string
  gebruikerId: string
  gebruiker: string
  waarnemerId: string
  waarnemer: string
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate
  reden: string
  rollen: string[]
  vastgelegdDoor: string
  beeindigdOp: Temporal.Instant | null
}

/** Substitutions that run, are to come or ended in the last year. */
export async function listWaarnemingen(ctx: Context): Promise<Waarneming[]> {
  const { rows } =
    await sql<Waarneming>`select w.id, w.gebruiker_id, g.naam as gebruiker, w.waarnemer_id, n.naam as waarnemer,
      w.begindatum, w.einddatum, w.reden, w.vastgelegd_door, w.beeindigd_op,
      coalesce((select array_agg(distinct r.rol order by r.rol) from roltoewijzing r
        where r.regio_id = w.regio_id and r.waarneming_id = w.id), '{}') as rollen
    from waarneming w
    join gebruiker g on g.regio_id = w.regio_id and g.id = w.gebruiker_id
    join gebruiker n on n.regio_id = w.regio_id and n.id = w.waarnemer_id
    where w.regio_id = ${ctx.regioId} and w.einddatum >= ${ctx.today.subtract({ years: 1 })}
    order by w.einddatum desc, w.id limit 500`.execute(ctx.db)
  return rows
}

/** Whether one of these two stands in for the other today: then they do not count as four eyes. */
export async function neemtWaar(ctx: Context, een: string, ander: string): Promise<boolean> {
  const { rows } = await sql`select from waarneming where regio_id = ${ctx.regioId} and beeindigd_op is null
    and begindatum <= ${ctx.today} and einddatum >= ${ctx.today}
    and ((gebruiker_id::text = ${een} and waarnemer_id::text = ${ander})
      or (gebruiker_id::text = ${ander} and waarnemer_id::text = ${een})) limit 1`.execute(ctx.db)
  return rows.length > 0
}

/** Roles that at least one person who can sign in holds today. */
export async function listBezetteRollen(ctx: Context): Promise<Set<string>> {
  const { rows } = await sql<{ rol: string }>`select distinct r.rol from roltoewijzing r
    join gebruiker g on g.regio_id = r.regio_id and g.id = r.gebruiker_id and g.uitgeschakeld_op is null
    where r.regio_id = ${ctx.regioId} and r.ingetrokken_op is null and r.begindatum <= ${ctx.today} and (r.einddatum is null or r.einddatum >= ${ctx.today})`.execute(
    ctx.db,
  )
  return new Set(rows.map(({ rol }) => rol))
}
