import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { TELGRENS, type Richting } from '../../begrippen/lijst.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Berichtsoort, Wet } from './bericht.ts'

export type Oordeel = 'geldig' | 'wachtend' | 'aangehouden' | 'afgekeurd'

/** `regels`: counts, but a line of it does not. `signaal`: counts, but is odd. */
export const uitkomsten = ['geldig', 'wachtend', 'aangehouden', 'afgekeurd', 'regels', 'signaal'] as const

type Uitkomst = (typeof uitkomsten)[number]

export type Berichtfilter = {
  soort?: Berichtsoort | undefined
  agb?: string | undefined
  gemeente?: string | undefined
  uitkomst?: Uitkomst | undefined
}

/** Part of a list. */
export type Deel = { offset: number; limit: number }

export const berichtvolgordes = ['ingelezen', 'dagtekening', 'identificatie', 'soort'] as const

export type Berichtvolgorde = { sorteer: (typeof berichtvolgordes)[number]; richting: Richting }

/** A message that was read, with its judgement; null while it is not judged yet. */
export type BerichtInLijst = {
  id: number
  wet: Wet
  soort: Berichtsoort
  afzender: string
  ontvanger: string
  identificatie: string
  dagtekening: Temporal.PlainDate
  gemeente: string
  gemeentenaam: string | null
  agb: string
  aanbieder: string | null
  aanbiederId: string | null
  ingelezenOp: Temporal.Instant
  oordeel: Oordeel | null
  code: string | null
  plaats: string | null
  signaal: string | null
  regelfouten: number
}

const kolommen = sql`b.id, b.wet, b.soort, b.afzender, b.ontvanger, b.identificatie, b.dagtekening, b.gemeente, g.naam as gemeentenaam, b.agb,
  a.naam as aanbieder, a.id as aanbieder_id, b.ingelezen_op, b.oordeel, b.code, b.plaats, b.signaal, b.regelfouten`
const namen = (ctx: Context) => sql`left join aanbieder a on ${zicht(ctx).aanbieder('a')} and a.agb = b.agb
  left join gemeente g on g.regio_id = b.regio_id and g.code = b.gemeente`

/** Messages of a filter; each order is that of an index. */
export async function listBerichten(
  ctx: Context,
  filter: Berichtfilter,
  { offset, limit, ...orde }: Deel & Berichtvolgorde,
): Promise<BerichtInLijst[]> {
  const volgorde = opVolgorde(orde)
  const { rows } = await sql<BerichtInLijst>`
    select ${kolommen} from (select b.* from ${bron(ctx, filter)} order by ${volgorde} limit ${limit} offset ${offset}) as b
    ${namen(ctx)} order by ${volgorde}`.execute(ctx.db)
  return rows
}

function opVolgorde({ sorteer, richting }: Berichtvolgorde): RawBuilder<unknown> {
  const heen = richting === 'af' ? sql`desc` : sql`asc`
  switch (sorteer) {
    case 'ingelezen':
      return sql`b.id ${heen}`
    case 'dagtekening':
      return sql`b.dagtekening ${heen}, b.id ${heen}`
    case 'identificatie':
      return sql`b.identificatie ${heen}, b.id ${heen}`
    case 'soort':
      return sql`b.soort ${heen}, b.id ${heen}`
  }
}

/** How many there are, up to one above TELGRENS. */
export async function telBerichten(ctx: Context, filter: Berichtfilter): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from (select from ${bron(ctx, filter)} limit ${TELGRENS + 1}) as b`.execute(ctx.db)
  return rows[0]!.n
}

function isAandacht({ uitkomst }: Berichtfilter): boolean {
  return uitkomst !== undefined && uitkomst !== 'geldig'
}

function bron(ctx: Context, filter: Berichtfilter): RawBuilder<unknown> {
  const { soort, agb, gemeente, uitkomst } = filter
  const waar = [
    zicht(ctx).bericht('b'),
    soort !== undefined && sql`b.soort = ${soort}`,
    agb !== undefined && sql`b.agb = ${agb}`,
    gemeente !== undefined && sql`b.gemeente = ${gemeente}`,
    uitkomst === 'geldig' && sql`b.oordeel = 'geldig'`,
    isAandacht(filter) && sql`k.regio_id = ${ctx.regioId}`,
    uitkomst === 'regels' && sql`k.oordeel = 'geldig' and k.regelfouten > 0`,
    uitkomst === 'signaal' && sql`k.signaal is not null`,
    (uitkomst === 'wachtend' || uitkomst === 'aangehouden' || uitkomst === 'afgekeurd') && sql`k.oordeel = ${uitkomst}`,
  ].filter((deel) => deel !== false)
  const tabellen = isAandacht(filter)
    ? sql`bericht_aandacht k join bericht b on b.regio_id = k.regio_id and b.id = k.bericht_id`
    : sql`bericht b`
  return sql`${tabellen} where ${sql.join(waar, sql` and `)}`
}

type Aanvaarding = { regel: number; aanvaardOp: Temporal.Instant; aanvaardDoor: string; reden: string }

export type Bericht = BerichtInLijst & { rondeId: string | null; bestand: string | null; aanvaardingen: Aanvaarding[] }

/** One message; throws 404. */
export async function findBericht(ctx: Context, id: number): Promise<Bericht> {
  const { rows } = await sql<Omit<Bericht, 'aanvaardingen'>>`
    select ${kolommen}, b.ronde_id,
      (select f.naam from inleesbestand f where f.regio_id = b.regio_id and f.bericht_id = b.id order by f.ingelezen_op, f.id limit 1) as bestand
    from bericht b ${namen(ctx)} where ${zicht(ctx).bericht('b')} and b.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Dit bericht')
  const { rows: aanvaardingen } =
    await sql<Aanvaarding>`select regel, aanvaard_op, aanvaard_door, reden from aanvaarding
    where regio_id = ${ctx.regioId} and bericht_id = ${id} order by regel`.execute(ctx.db)
  return { ...rows[0], aanvaardingen }
}
