import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { PAGINA, TELGRENS, type Bladzijde, type Lijst } from '../../begrippen/lijst.ts'
import { zicht } from '../../rechten/zicht.ts'
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

export const rondestanden = ['mis', 'open'] as const

/** `mis`: files were refused or wait; `open`: not read to the end. `door` is a name. */
export type Rondefilter = { stand?: (typeof rondestanden)[number] | undefined; door?: string | undefined }

export const rondevolgordes = ['gestart', 'door'] as const

type Rondebladzijde = Omit<Bladzijde<(typeof rondevolgordes)[number]>, 'pagina'> & { pagina: number | null }

/** One page of the deliveries, or all of them when `pagina` is null; the count stops at TELGRENS + 1. */
export async function listRondes(
  ctx: Context,
  { stand, door }: Rondefilter,
  { sorteer, richting, pagina }: Rondebladzijde,
  aantal = PAGINA,
): Promise<Lijst<Ronde>> {
  const heen = richting === 'af' ? sql`desc` : sql`asc`
  const orde = sorteer === 'door' ? sql`gestart_door ${heen}, gestart_op ${heen}, id` : sql`gestart_op ${heen}, id`
  const waar = sql`regio_id = ${ctx.regioId}
    ${stand === 'mis' ? sql`and (afgekeurd > 0 or wachtend > 0)` : stand === 'open' ? sql`and klaar_op is null` : sql``}
    ${door === undefined ? sql`` : sql`and gestart_door = ${door}`}`
  const { rows: rijen } = await sql<Ronde>`select ${kolommen} from inleesronde where ${waar} order by ${orde} ${heen}
    limit ${pagina === null ? null : aantal} offset ${pagina === null ? 0 : (pagina - 1) * aantal}`.execute(ctx.db)
  const { rows: telling } = await sql<{ n: number }>`select count(*)::int as n
    from (select from inleesronde where ${waar} limit ${TELGRENS + 1}) as r`.execute(ctx.db)
  return { rijen, totaal: telling[0]!.n }
}

export const bestandsuitkomsten = ['verwerkt', 'dubbel', 'wachtend', 'aangehouden', 'afgekeurd'] as const

export type Bestandsuitkomst = (typeof bestandsuitkomsten)[number]

/** A file or zip entry and what became of it, as the judgement stands now. `uitkomst` null: read, not judged yet. */
export type Inleesbestand = {
  id: number
  naam: string
  soort: string | null
  /** Name of the gemeente or aanbieder, or its code when it is not known. */
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
    select f.id, f.naam, f.soort, coalesce(g.naam, a.naam, f.afzender) as afzender, f.identificatie, f.bericht_id, ${UITKOMST} as uitkomst, coalesce(f.code, b.code) as code,
      f.melding, coalesce(f.plaats, b.plaats) as plaats, coalesce(b.regelfouten, 0) as regelfouten,
      (select count(*)::int from inleesfout r where r.regio_id = f.regio_id and r.ronde_id = f.ronde_id and r.bestand_id = f.id) as rijfouten
    from (select f.id as gekozen from ${bron(ctx, rondeId, uitkomst)} order by f.id limit ${limit} offset ${offset}) as blad
    join inleesbestand f on f.regio_id = ${ctx.regioId} and f.ronde_id = ${rondeId} and f.id = blad.gekozen
    left join bericht b on b.regio_id = f.regio_id and b.id = f.bericht_id
    left join gemeente g on g.regio_id = f.regio_id and g.code = f.afzender
    left join aanbieder a on a.regio_id = f.regio_id and a.agb = f.afzender
    order by f.id`.execute(ctx.db)
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
  return sql`inleesbestand f left join bericht b on ${zicht(ctx).bericht('b')} and b.id = f.bericht_id
    where f.regio_id = ${ctx.regioId} and f.ronde_id = ${rondeId} ${uitkomst === undefined ? sql`` : sql`and ${UITKOMST} = ${uitkomst}`}`
}
