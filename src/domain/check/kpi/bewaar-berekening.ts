import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { leesMinimum } from '../../plan/inrichting/kleine-aantallen.ts'
import { bewaarTellingen } from './bewaar-tellingen.ts'
import { isGeldig } from './geldige-regels.sql.ts'
import type { Meetjaar } from './list-meetjaren.ts'
import type { Kpiuitkomst } from './maak-uitkomsten.ts'
import { metRekenruimte } from './reken-ruimte.ts'

/** A digest of outcomes, cases and versions of definitions: the day of calculating is no part of it. */
export async function maakVingerafdruk(
  ctx: Context,
  { periode }: Meetjaar,
  uitkomsten: Kpiuitkomst[],
): Promise<Buffer> {
  const gevallen = await sql<{ aantal: number; som: string | null }>`select count(*)::int as aantal,
      sum(hashtextextended(concat_ws('|', kpi, agb, gemeente, wet, nummer, client_id, uitkomst, referentiedatum, startdatum), 0)) as som
    from tel_geval`.execute(ctx.db)
  const cijfers = uitkomsten.map(({ definitie, aanbiederId, subregioId, uitkomst, ...rij }) => [
    definitie.id, aanbiederId, subregioId, rij.clientenInZorg, rij.n, rij.teller, uitkomst.waarde, uitkomst.oordeel, uitkomst.reden,
    rij.uitgesloten, rij.kenmerken,
  ]) // prettier-ignore
  const { voorlopig, nulmeting, begindatum } = periode
  return createHash('sha256')
    .update(JSON.stringify([voorlopig, nulmeting, begindatum, gevallen.rows, cijfers]))
    .digest()
}

/** Stores a calculation with its outcomes and the cases behind them (tel_geval, same transaction). Gives its id. */
export async function bewaarBerekening(
  ctx: Context,
  meetjaar: Meetjaar,
  uitkomsten: Kpiuitkomst[],
  vingerafdruk: Buffer,
): Promise<string> {
  const { periode } = meetjaar
  const getoondMinimum = await leesMinimum(ctx)
  const { id } = await ctx.db
    .insertInto('kpiBerekening')
    .values({
      regioId: ctx.regioId,
      jaar: periode.jaar,
      periodeVan: periode.begindatum,
      periodeTot: periode.einddatum,
      peildatum: periode.peildatum,
      voorlopig: periode.voorlopig,
      nulmeting: periode.nulmeting,
      berekendOp: ctx.now,
      berekendDoor: ctx.actor.naam,
      invoer: JSON.stringify(await leesInvoer(ctx, meetjaar)),
      vingerafdruk,
      getoondMinimum,
      regelsetdelen: [...new Set(uitkomsten.map(({ definitie }) => definitie.id))],
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertUitkomsten(ctx, id, periode.jaar, uitkomsten)
  await bewaarTellingen(ctx, id, getoondMinimum)
  await insertGevallen(ctx, id)
  return id
}

/** How much the figures were made of. */
export type Invoer = Record<'toewijzingen' | 'startberichten' | 'stopberichten' | 'evaluaties' | 'antwoorden', number>

async function leesInvoer(ctx: Context, { periode, definities }: Meetjaar): Promise<Invoer> {
  const wetten = [...new Set(definities.flatMap((definitie) => definitie.wetten))]
  const geldig = isGeldig({ regioId: ctx.regioId, wetten, peildatum: periode.peildatum })
  const { rows } = await sql<Invoer>`select
    (select count(*) from toewijzing_versie where ${geldig})::int as toewijzingen,
    (select count(*) from start_melding where ${geldig})::int as startberichten,
    (select count(*) from stop_melding where ${geldig})::int as stopberichten,
    (select count(*) from tel_waarneming where soort <> 'respons')::int as evaluaties,
    (select count(*) from tel_waarneming where soort = 'respons')::int as antwoorden`.execute(ctx.db)
  return rows[0]!
}

// One parameter as JSON: parallel arrays would be nine.
async function insertUitkomsten(ctx: Context, berekeningId: string, jaar: number, uitkomsten: Kpiuitkomst[]) {
  const rijen = uitkomsten.map(({ definitie, uitkomst, ...rij }) => ({
    kpi: definitie.code,
    agb: rij.agb,
    aanbieder_id: rij.aanbiederId,
    subregio_id: rij.subregioId,
    clienten_in_zorg: rij.clientenInZorg,
    n: rij.n,
    teller: rij.teller,
    waarde: uitkomst.waarde,
    oordeel: uitkomst.oordeel,
    reden: uitkomst.reden,
    uitgesloten: rij.uitgesloten,
    kenmerken: rij.kenmerken,
    regelsetdeel_id: definitie.id,
    clienten: rij.clienten,
  }))
  await sql`insert into kpi_uitkomst (regio_id, berekening_id, jaar, kpi, agb, aanbieder_id, subregio_id, clienten_in_zorg, n,
      teller, waarde, oordeel, reden, uitgesloten, kenmerken, regelsetdeel_id, clienten)
    select ${ctx.regioId}, ${berekeningId}, ${jaar}, kpi, agb, aanbieder_id, subregio_id, clienten_in_zorg, n, teller, waarde,
      oordeel, reden, uitgesloten, kenmerken, regelsetdeel_id, clienten
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as rij (kpi text, agb text, aanbieder_id uuid, subregio_id uuid,
      clienten_in_zorg int, n int, teller int, waarde text, oordeel text, reden text, uitgesloten jsonb, kenmerken jsonb,
      regelsetdeel_id uuid, clienten jsonb)`.execute(ctx.db)
}

async function insertGevallen(ctx: Context, berekeningId: string) {
  await metRekenruimte(ctx, async () => {
    await sql`insert into kpi_gevallen (regio_id, uitkomst_id, agb, client_id, toewijzing_id, uitkomst, referentiedatum, startdatum)
      select ${ctx.regioId}, u.id, u.agb, array_agg(geval.client_id), array_agg(t.id), array_agg(geval.uitkomst),
        array_agg(geval.referentiedatum), array_agg(geval.startdatum)
      from tel_geval geval
      join kpi_uitkomst u on u.regio_id = ${ctx.regioId} and u.berekening_id = ${berekeningId} and u.kpi = geval.kpi
        and u.agb = geval.agb and u.subregio_id = geval.subregio_id
      left join toewijzing t on t.regio_id = ${ctx.regioId} and t.gemeente = geval.gemeente and t.nummer = geval.nummer
        and t.wet = geval.wet
      group by u.id, u.agb`.execute(ctx.db)
  })
}
