import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { isKaal, PAGINA, TELGRENS, zoekpatronen, type Bladzijde, type Lijst } from '../../begrippen/lijst.ts'
import { preparedIf } from '../../../platform/prepared.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Domein } from './domein.ts'
import type { Overeenkomstfase } from './fase.ts'
import { inFase } from './in-fase.sql.ts'
import type { Relatietype } from './relatietype.ts'

export type Overeenkomstfilter = {
  zoek?: string | undefined
  fase?: Overeenkomstfase | undefined
  relatietype?: Relatietype | undefined
  domein?: Domein | undefined
  /** CBS code of one gemeente it holds for. */
  gemeente?: string | undefined
  aanbiederId?: string | undefined
  /** Whose aanbieders: contract manager or back-up. */
  contractmanager?: string | undefined
}

export type Overeenkomstkolom = 'nummer' | 'onderwerp' | 'begindatum' | 'looptTot'

export type OvereenkomstInLijst = {
  id: string
  nummer: string
  relatietype: Relatietype
  domein: Domein
  onderwerp: string
  agb: string
  /** null while the aanbieder is not known yet. */
  aanbiederId: string | null
  aanbieder: string | null
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate
  looptTot: Temporal.PlainDate
  verlengingen: number
  verlengingMaanden: number
  verlengd: number
  nietVerlengdOp: Temporal.PlainDate | null
  /** Of this year, in cents; both null for who may not read the budget. */
  gedeclareerdCent: number | null
  plafondCent: number | null
}

const sorteringen = {
  nummer: sql`o.nummer`,
  onderwerp: sql`o.onderwerp collate "nl-x-icu"`,
  begindatum: sql`o.begindatum`,
  looptTot: sql`o.loopt_tot`,
} satisfies Record<Overeenkomstkolom, RawBuilder<unknown>>

/** One page of the overeenkomsten; every sorting stands on an index and the count stops at TELGRENS + 1. */
export async function listOvereenkomsten(
  ctx: Context,
  filter: Overeenkomstfilter,
  bladzijde: Bladzijde<Overeenkomstkolom>,
): Promise<Lijst<OvereenkomstInLijst>> {
  const waar = await voorwaarden(ctx, filter, TELGRENS + 1)
  const kaal = isKaal(filter, bladzijde)
  const deel = kaal ? sql`limit ${sql.lit(PAGINA)}` : sql`limit ${PAGINA} offset ${(bladzijde.pagina - 1) * PAGINA}`
  const [telling, { rows: rijen }] = await Promise.all([
    preparedIf(
      kaal,
      sql<{ totaal: number }>`select count(*) as totaal
        from (select from overeenkomst o where ${waar} limit ${sql.lit(TELGRENS + 1)}) as t`,
    ).execute(ctx.db),
    preparedIf(kaal, selectPagina(ctx, waar, bladzijde, deel)).execute(ctx.db),
  ])
  return { rijen, totaal: telling.rows[0]!.totaal }
}

/** All overeenkomsten of a filter, for export. */
export async function listAlleOvereenkomsten(
  ctx: Context,
  filter: Overeenkomstfilter,
  bladzijde: Bladzijde<Overeenkomstkolom>,
): Promise<OvereenkomstInLijst[]> {
  const query = selectPagina(ctx, await voorwaarden(ctx, filter, null), bladzijde, sql``)
  // The page of one aanbieder shows all of its overeenkomsten.
  const { rows } = await preparedIf(isKaal({ ...filter, aanbiederId: undefined }, bladzijde), query).execute(ctx.db)
  return rows
}

function selectPagina(
  ctx: Context,
  waar: RawBuilder<unknown>,
  { sorteer, richting }: Bladzijde<Overeenkomstkolom>,
  deel: RawBuilder<unknown>,
) {
  const volgorde = richting === 'af' ? sql`desc` : sql`asc`
  const orde = sql`${sorteringen[sorteer]} ${volgorde}, o.id ${volgorde}`
  const jaar = ctx.today.year
  const geld = zicht(ctx, 'budget:lezen').overeenkomst('o')
  // The page is cut before anything is looked up beside it: the names and the money of the shown rows only.
  return sql<OvereenkomstInLijst>`select o.id, o.nummer, o.relatietype, o.domein, o.onderwerp, o.agb, o.aanbieder_id, a.naam as aanbieder,
      o.begindatum, o.einddatum, o.loopt_tot, o.verlengingen, o.verlenging_maanden, o.verlengd, o.niet_verlengd_op,
      p.cent as plafond_cent,
      case when ${geld} then coalesce((select sum(d.bedrag_cent) from declaratie_maand d where d.regio_id = ${ctx.regioId} and d.overeenkomst_id = o.id
        and d.maand between make_date(${jaar}, 1, 1) and make_date(${jaar}, 12, 31)), 0)::bigint end as gedeclareerd_cent
    from (select * from overeenkomst o where ${waar} order by ${orde} ${deel}) as o
    left join aanbieder a on a.regio_id = ${ctx.regioId} and a.id = o.aanbieder_id
    left join plafond p on p.regio_id = ${ctx.regioId} and p.overeenkomst_id = o.id and p.jaar = ${jaar} and ${geld}
    order by ${orde}`
}

async function voorwaarden(ctx: Context, filter: Overeenkomstfilter, max: number | null): Promise<RawBuilder<unknown>> {
  const delen: RawBuilder<unknown>[] = [zicht(ctx).overeenkomst('o')]
  const patronen = zoekpatronen(filter.zoek ?? '')
  if (patronen) {
    // Once, for the count and the page alike. A page needs a thousand hits at most, an export all of them.
    const { rows } = await sql<{
      id: string
    }>`select zoek_overeenkomsten(${patronen}::text[], ${max}::int) as id`.execute(ctx.db)
    delen.push(sql`o.id = any(${rows.map(({ id }) => id)}::uuid[])`)
  }
  if (filter.fase) {
    delen.push(inFase(filter.fase, ctx.today))
  }
  if (filter.relatietype) {
    delen.push(sql`o.relatietype = ${filter.relatietype}`)
  }
  if (filter.domein) {
    delen.push(sql`o.domein = ${filter.domein}`)
  }
  if (filter.gemeente) {
    delen.push(sql`exists (select from overeenkomst_gemeente g where g.regio_id = ${ctx.regioId} and g.overeenkomst_id = o.id
      and g.gemeente_code = ${filter.gemeente})`)
  }
  if (filter.aanbiederId) {
    delen.push(sql`o.aanbieder_id = ${filter.aanbiederId}`)
  }
  if (filter.contractmanager) {
    delen.push(sql`o.aanbieder_id in (select id from aanbieder where regio_id = ${ctx.regioId}
      and (contractmanager_id = ${filter.contractmanager} or achtervanger_id = ${filter.contractmanager}))`)
  }
  return sql.join(delen, sql` and `)
}
