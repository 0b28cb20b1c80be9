import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { TELGRENS } from '../../begrippen/lijst.ts'
import type { Bron } from './inleesronde.ts'
import type { Deel } from './queries.ts'

/** A delivery of files, with what was counted so far; bytes in `omvang` (null: not known) and `gelezen`. */
export type Ronde = {
  id: string
  bron: Bron
  gestartOp: Temporal.Instant
  gestartDoor: string
  laatsteTekenOp: Temporal.Instant
  klaarOp: Temporal.Instant | null
  omvang: number | null
  gelezen: number
  bestanden: number
  verwerkt: number
  dubbel: number
  wachtend: number
  afgekeurd: number
}

const kolommen = sql`id, bron, gestart_op, gestart_door, laatste_teken_op, klaar_op, omvang, gelezen, bestanden, verwerkt, dubbel, wachtend, afgekeurd`

/** Throws 404. */
export async function findRonde(ctx: Context, id: string): Promise<Ronde> {
  const { rows } =
    await sql<Ronde>`select ${kolommen} from inleesronde where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Deze levering')
  return rows[0]
}

/** Deliveries, the last one first. */
export async function listRondes(ctx: Context, { offset, limit }: Deel): Promise<Ronde[]> {
  const { rows } = await sql<Ronde>`select ${kolommen} from inleesronde where regio_id = ${ctx.regioId}
    order by gestart_op desc, id desc limit ${limit} offset ${offset}`.execute(ctx.db)
  return rows
}

export const bestandsuitkomsten = ['verwerkt', 'dubbel', 'wachtend', 'aangehouden', 'afgekeurd'] as const

export type Bestandsuitkomst = (typeof bestandsuitkomsten)[number]

/** A file or zip entry and what became of it, as the judgement stands now. `uitkomst` null: read, not judged yet. */
export type Inleesbestand = {
  id: number
  naam: string
  soort: string | null
  afzender: string | null
  identificatie: string | null
  uitkomst: Bestandsuitkomst | null
  berichtId: number | null
  code: string | null
  melding: string | null
  plaats: string | null
  regelfouten: number
  rijfouten: number
}

// What became of a file follows the judgement of its message, also when that changes later.
const UITKOMST = sql`case when f.uitkomst <> 'gelezen' then f.uitkomst
  when f.bericht_id is null then case when f.code is null then 'verwerkt' else 'wachtend' end
  when b.oordeel = 'geldig' then 'verwerkt' else b.oordeel end`

/** Files of a delivery in the order in which they came. */
export async function listInleesbestanden(
  ctx: Context,
  rondeId: string,
  uitkomst: Bestandsuitkomst | undefined,
  { offset, limit }: Deel,
): Promise<Inleesbestand[]> {
  const { rows } = await sql<Inleesbestand>`
    select f.id, f.naam, coalesce(f.soort, b.wet || b.soort) as soort, coalesce(f.afzender, b.afzender) as afzender,
      coalesce(f.identificatie, b.identificatie) as identificatie, f.bericht_id, ${UITKOMST} as uitkomst, coalesce(f.code, b.code) as code,
      f.melding, coalesce(f.plaats, b.plaats) as plaats, coalesce(b.regelfouten, 0) as regelfouten,
      (select count(*)::int from inleesfout r where r.regio_id = f.regio_id and r.ronde_id = f.ronde_id and r.bestand_id = f.id) as rijfouten
    from ${bron(ctx, rondeId, uitkomst)} order by f.id limit ${limit} offset ${offset}`.execute(ctx.db)
  return rows
}

/** How many there are, up to one above TELGRENS. */
export async function telInleesbestanden(
  ctx: Context,
  rondeId: string,
  uitkomst: Bestandsuitkomst | undefined,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n
    from (select from ${bron(ctx, rondeId, uitkomst)} limit ${TELGRENS + 1}) as f`.execute(ctx.db)
  return rows[0]!.n
}

function bron(ctx: Context, rondeId: string, uitkomst: Bestandsuitkomst | undefined): RawBuilder<unknown> {
  return sql`inleesbestand f left join bericht b on b.regio_id = f.regio_id and b.id = f.bericht_id
    where f.regio_id = ${ctx.regioId} and f.ronde_id = ${rondeId} ${uitkomst === undefined ? sql`` : sql`and ${UITKOMST} = ${uitkomst}`}`
}
