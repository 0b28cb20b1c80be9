import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { leesLijst } from '../../begrippen/lees-lijst.sql.ts'
import { isKaal, type Bladzijde, type Lijst } from '../../begrippen/lijst.ts'
import { beheerdDoor } from '../../plan/aanbieder/beheerd-door.sql.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Besluit, Bron } from './bevinding.ts'

export type Bevindingfilter = {
  /** `nieuw`: open, and nobody decided about it yet */
  stand?: 'open' | 'nieuw' | 'gesloten' | undefined
  bron?: Bron | undefined
  aanbiederId?: string | undefined
  jaar?: number | undefined
  /** Findings of aanbieders this person manages or stands in for. */
  vanMij?: string | undefined
}
export type Bevindingkolom = 'ontstaan' | 'titel' | 'aanbieder'

export type BevindingInLijst = {
  id: string
  bron: Bron
  titel: string
  aanbiederId: string
  aanbieder: string
  subregio: string | null
  jaar: number | null
  indicatief: boolean
  ontstaanOp: Temporal.Instant
  geslotenOp: Temporal.Instant | null
  besluit: Besluit | null
}

const sorteringen = {
  ontstaan: sql`b.ontstaan_op`,
  titel: sql`b.titel collate "nl-x-icu"`,
  aanbieder: sql`a.naam collate "nl-x-icu"`,
} satisfies Record<Bevindingkolom, unknown>

/** One page of the findings of a filter, or all of them when `pagina` is null; the count stops at TELGRENS + 1. */
export async function listBevindingen(
  ctx: Context,
  filter: Bevindingfilter,
  { sorteer, richting, pagina }: Omit<Bladzijde<Bevindingkolom>, 'pagina'> & { pagina: number | null },
): Promise<Lijst<BevindingInLijst>> {
  const waar = voorwaarden(ctx, filter)
  const volgorde = richting === 'af' ? sql`desc` : sql`asc`
  const rijen = sql<BevindingInLijst>`
    select b.id, b.bron, b.titel, b.aanbieder_id, a.naam as aanbieder, s.naam as subregio, b.jaar, b.indicatief, b.ontstaan_op, b.gesloten_op,
      (select d.besluit from bevinding_besluit d where d.regio_id = b.regio_id and d.bevinding_id = b.id order by d.besloten_op desc limit 1) as besluit
    from bevinding b
    join aanbieder a on a.regio_id = b.regio_id and a.id = b.aanbieder_id
    left join subregio s on s.regio_id = b.regio_id and s.id = b.subregio_id
    where ${waar}
    order by ${sorteringen[sorteer]} ${volgorde}, b.id ${volgorde}`
  const kaal = pagina === 1 && isKaal({ ...filter, stand: undefined }, { pagina })
  return leesLijst(ctx, { van: sql`bevinding b where ${waar}`, rijen, pagina, kaal })
}

function voorwaarden(ctx: Context, { stand, bron, aanbiederId, jaar, vanMij }: Bevindingfilter) {
  const delen: RawBuilder<unknown>[] = [zicht(ctx).bevinding('b')]
  if (stand === 'open' || stand === 'nieuw') delen.push(sql`b.gesloten_op is null`)
  if (stand === 'nieuw') {
    delen.push(
      sql`not exists (select from bevinding_besluit d where d.regio_id = b.regio_id and d.bevinding_id = b.id)`,
    )
  }
  if (stand === 'gesloten') delen.push(sql`b.gesloten_op is not null`)
  if (bron) delen.push(sql`b.bron = ${bron}`)
  if (aanbiederId) delen.push(sql`b.aanbieder_id = ${aanbiederId}`)
  if (jaar) delen.push(sql`b.jaar = ${jaar}`)
  if (vanMij) delen.push(beheerdDoor(ctx, sql`b.aanbieder_id`, vanMij))
  return sql.join(delen, sql` and `)
}

export type Bevinding = BevindingInLijst & {
  toelichting: string
  overeenkomstId: string | null
  overeenkomst: string | null
  kpiUitkomstId: string | null
  /** The term that passed, and the meeting it came up in. */
  termijnId: string | null
  gesprekId: string | null
  ontstaanDoor: string
}

/** One finding with what it is about. */
export async function findBevinding(ctx: Context, id: string): Promise<Bevinding> {
  const { rows } = await sql<Bevinding>`
    select b.id, b.bron, b.titel, b.toelichting, b.aanbieder_id, a.naam as aanbieder, s.naam as subregio, b.jaar, b.indicatief, b.ontstaan_op,
      b.ontstaan_door, b.gesloten_op, b.overeenkomst_id, o.nummer as overeenkomst, b.kpi_uitkomst_id, b.termijn_id, b.gesprek_id, null as besluit
    from bevinding b
    join aanbieder a on a.regio_id = b.regio_id and a.id = b.aanbieder_id
    left join subregio s on s.regio_id = b.regio_id and s.id = b.subregio_id
    left join overeenkomst o on o.regio_id = b.regio_id and o.id = b.overeenkomst_id
    where ${zicht(ctx).bevinding('b')} and b.id = ${id}`.execute(ctx.db)
  const [bevinding] = rows
  if (!bevinding) throw notFound('Deze bevinding')
  return bevinding
}

export type BesluitOver = { besluit: Besluit; reden: string; beslotenOp: Temporal.Instant; door: string }

/** What was decided about a finding, newest first. */
export async function listBesluiten(ctx: Context, bevindingId: string): Promise<BesluitOver[]> {
  return ctx.db
    .selectFrom('bevindingBesluit as d')
    .innerJoin('gebruiker as g', (join) =>
      join.onRef('g.id', '=', 'd.beslotenDoor').onRef('g.regioId', '=', 'd.regioId'),
    )
    .select(['d.besluit', 'd.reden', 'd.beslotenOp', 'g.naam as door'])
    .where('d.regioId', '=', ctx.regioId)
    .where('d.bevindingId', '=', bevindingId)
    .orderBy('d.beslotenOp', 'desc')
    .execute()
}

/** The findings that came from a term or a meeting, newest first. */
export async function listBevindingenVan(
  ctx: Context,
  van: { termijnId: string } | { gesprekId: string },
): Promise<{ id: string; titel: string; geslotenOp: Temporal.Instant | null }[]> {
  const waar = 'termijnId' in van ? sql`b.termijn_id = ${van.termijnId}` : sql`b.gesprek_id = ${van.gesprekId}`
  const { rows } = await sql<{
    id: string
    titel: string
    geslotenOp: Temporal.Instant | null
  }>`select b.id, b.titel, b.gesloten_op
    from bevinding b where ${zicht(ctx).bevinding('b')} and ${waar} order by b.ontstaan_op desc, b.id limit 100`.execute(
    ctx.db,
  )
  return rows
}

/** Names of the aanbieders, for the choice in a form. */
export function listAanbiedernamen(ctx: Context): Promise<{ id: string; naam: string }[]> {
  return ctx.db
    .selectFrom('aanbieder')
    .select(['id', 'naam'])
    .where(zicht(ctx).aanbieder('aanbieder'))
    .orderBy(sql`naam collate "nl-x-icu"`)
    .limit(2000)
    .execute()
}
