import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { OpgeslagenCel, UitkomstInLijst } from './list-uitkomsten.ts'
import { schermUitkomsten } from './scherm-uitkomsten.ts'
import { bijAanbieders, onder, watIsOpgeteld, type Berekening, type Matrixfilter } from './tel-uitkomsten.ts'

export type Matrixcel = Omit<UitkomstInLijst, 'aanbieder' | 'agb' | 'subregio' | 'teller'>
export type Matrixblad = { aanbieders: { id: string; naam: string }[]; cellen: Matrixcel[]; totaal: number | null }

type Blad = Matrixfilter & { volgorde: 'mis' | 'naam'; limit: number; offset: number }

/**
 * One page of the matrix: the aanbieders with most results below the norm first, or by name, and their outcomes in no order.
 * `totaal` is how many aanbieders there are; null when that is all of the calculation (tel-uitkomsten.ts has counted those).
 */
export async function listMatrix(ctx: Context, berekening: Berekening, blad: Blad): Promise<Matrixblad> {
  const { berekeningId } = berekening
  const opgeteld = watIsOpgeteld(ctx, berekening, blad)
  const bron =
    opgeteld === 'niets' ? uitUitkomsten(ctx, berekeningId, blad) : uitTelling(ctx, berekeningId, blad, opgeteld)
  // Page one has a text of its own, and so a plan that reads no more than one page.
  const deel =
    blad.offset === 0
      ? sql`${bron} limit ${sql.lit(blad.limit)}`
      : sql`${bron} limit ${blad.limit} offset ${blad.offset}`
  const vraag = prepared(sql<{ id: string; naam: string; totaal: number | null }>`${deel}`).execute(ctx.db)
  // what stands in an index is asked twice at once; what is added up on the spot is added up once
  const opBlad =
    opgeteld === 'niets'
      ? sql`${(await vraag).rows.map(({ id }) => id)}::uuid[]`
      : sql`array(select id from (${deel}) as blad)`
  const [aanbieders, cellen] = await Promise.all([
    vraag,
    prepared(sql<OpgeslagenCel>`
      select u.id, u.berekening_id, u.kpi, u.aanbieder_id, u.agb, u.subregio_id, u.clienten_in_zorg, u.n, u.teller, u.waarde, u.oordeel, u.reden,
        u.clienten, u.regelsetdeel_id
      from kpi_uitkomst u where ${zicht(ctx).uitkomst('u')} and u.berekening_id = ${berekeningId}
        and u.aanbieder_id = any(${opBlad})`).execute(ctx.db),
  ])
  return {
    aanbieders: aanbieders.rows,
    cellen: await schermUitkomsten(ctx, blad.klein, cellen.rows),
    totaal: opgeteld === 'niets' ? (aanbieders.rows[0]?.totaal ?? 0) : null,
  }
}

// Every order stands on an index.
function uitTelling(
  ctx: Context,
  berekeningId: string,
  { volgorde }: Blad,
  opgeteld: 'alles' | 'getoond',
): RawBuilder<unknown> {
  const meeste = opgeteld === 'alles' ? sql`k.onder desc,` : sql`k.getoond_onder desc,`
  return sql`select k.aanbieder_id as id, k.naam, null::int as totaal from kpi_aanbieder k
    where k.regio_id = ${ctx.regioId} and k.berekening_id = ${berekeningId}
    order by ${volgorde === 'mis' ? meeste : sql``} k.naam collate "nl-x-icu", k.aanbieder_id`
}

function uitUitkomsten(ctx: Context, berekeningId: string, { volgorde, ...filter }: Blad): RawBuilder<unknown> {
  return sql`select a.id, a.naam, count(*) over ()::int as totaal
    from (select u.aanbieder_id, count(*) filter (where ${onder(filter.klein)}) as onder from kpi_uitkomst u
      where ${zicht(ctx).uitkomst('u')} and u.berekening_id = ${berekeningId}${bijAanbieders(ctx, filter)} group by 1) as per
    join aanbieder a on a.regio_id = ${ctx.regioId} and a.id = per.aanbieder_id
    order by ${volgorde === 'mis' ? sql`per.onder desc,` : sql``} a.naam collate "nl-x-icu", a.id`
}
