import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { zicht } from '../../rechten/zicht.ts'
import { findDefinities, listNormversies, type Definitie } from './definities.ts'
import { isGewijzigd } from './geldende-norm.ts'
import type { Kpicode } from './kpi-definitie.ts'
import type { Mededeling } from './noteer-mededeling.ts'
import { listKennis } from './normen-per-aanbieder.ts'

/** A version that asks something else than the one before it, with that one. */
export type Normwijzigingsversie = { nieuw: Definitie; vorige: Definitie }

/** Every change of a norm, also those still to begin; per KPI the newest first. */
export async function listNormwijzigingen(ctx: Context): Promise<Normwijzigingsversie[]> {
  // later than any regelset reaches
  const alle = await listNormversies(ctx, ctx.today.add({ years: 100 }))
  const perKpi = Map.groupBy(alle, ({ code }) => code)
  return [...perKpi.values()].flatMap((versies) =>
    versies
      .slice(1)
      .map((nieuw, plaats) => ({ nieuw, vorige: versies[plaats]! }))
      .filter(({ nieuw, vorige }) => isGewijzigd(vorige, nieuw))
      .toReversed(),
  )
}

/** One of them, of this KPI. Throws 404, also when that version changed no norm. */
export async function findNormwijziging(ctx: Context, kpi: Kpicode, versie: number): Promise<Normwijzigingsversie> {
  const gevonden = (await listNormwijzigingen(ctx)).find(({ nieuw }) => nieuw.code === kpi && nieuw.versie === versie)
  if (!gevonden) throw notFound('Deze gewijzigde norm')
  return gevonden
}

/** Versions of definitions by id, as far as they change a norm. */
export async function listTeVertellen(ctx: Context): Promise<Normwijzigingsversie[]> {
  const laatste = new Map<string, Normwijzigingsversie>()
  for (const wijziging of await listNormwijzigingen(ctx)) {
    if (!laatste.has(wijziging.nieuw.code)) laatste.set(wijziging.nieuw.code, wijziging)
  }
  return [...laatste.values()]
}

export type Bericht = Pick<Mededeling, 'datum' | 'kanaal' | 'toelichting' | 'documentId'> & {
  id: string
  vastgelegdDoor: string
  ingetrokkenOp: Temporal.Instant | null
}

/** What one aanbieder knows of a changed norm, and what holds against it. */
export type Ingelicht = {
  aanbiederId: string
  agb: string
  aanbieder: string
  contractmanagerId: string | null
  /** verteld: before the norm began; laat: after; overeenkomst: it signed when the norm was in force; niet: nobody told it */
  stand: 'verteld' | 'laat' | 'overeenkomst' | 'niet'
  /** The first day on which the changed norm holds against it; null: not yet known */
  vanaf: Temporal.PlainDate | null
  berichten: Bericht[]
}

/** Every aanbieder within the scope, by name, with what was told to it about one changed norm (LIF-15). */
export async function listIngelicht(ctx: Context, { nieuw }: Normwijzigingsversie): Promise<Ingelicht[]> {
  const { rows: aanbieders } = await sql<{
    id: string
    agb: string
    naam: string
    contractmanagerId: string | null
  }>`select a.id, a.agb, a.naam, a.contractmanager_id from aanbieder a where ${zicht(ctx).aanbieder('a')}
    order by a.naam collate "nl-x-icu", a.id`.execute(ctx.db)
  const { rows: berichten } = await sql<
    Bericht & { aanbiederId: string }
  >`select m.aanbieder_id, m.id, m.datum, m.kanaal,
      m.toelichting, m.document_id, m.vastgelegd_door, m.ingetrokken_op
    from normmededeling m where ${zicht(ctx).vanAanbieder('m')} and m.regelsetdeel_id = ${nieuw.id}
    order by m.datum, m.id`.execute(ctx.db)
  const per = Map.groupBy(berichten, ({ aanbiederId }) => aanbiederId)
  const kennis = new Map((await listKennis(ctx, [nieuw.id])).map((een) => [een.aanbiederId, een]))
  return aanbieders.map(({ id, agb, naam, contractmanagerId }) => {
    const { verteldOp, partijSinds } = kennis.get(id)!
    return {
      aanbiederId: id,
      agb,
      aanbieder: naam,
      contractmanagerId,
      ...standVan(nieuw, verteldOp.get(nieuw.id), partijSinds),
      berichten: per.get(id) ?? [],
    }
  })
}

/** LIF-15: since when a changed norm holds against one aanbieder; the same rule as geldendeNorm, told as a day. */
export function standVan(
  { geldigVanaf }: Pick<Definitie, 'geldigVanaf'>,
  verteld: Temporal.PlainDate | undefined,
  partijSinds: Temporal.PlainDate | null,
): Pick<Ingelicht, 'stand' | 'vanaf'> {
  if (partijSinds !== null && Temporal.PlainDate.compare(geldigVanaf, partijSinds) <= 0)
    return { stand: 'overeenkomst', vanaf: geldigVanaf }
  if (verteld === undefined) return { stand: 'niet', vanaf: null }
  return Temporal.PlainDate.compare(verteld, geldigVanaf) < 0
    ? { stand: 'verteld', vanaf: geldigVanaf }
    : { stand: 'laat', vanaf: verteld.add({ days: 1 }) }
}

/** How many aanbieders a calculation judged by an older norm than the newest of its day, per KPI: they were not told (LIF-15). */
export async function listOudereNormen(
  ctx: Context,
  berekeningId: string,
): Promise<{ kpi: Kpicode; versie: number; aanbieders: number }[]> {
  const { rows } = await sql<{ kpi: Kpicode; regelsetdeelId: string; aanbieders: number; begin: Temporal.PlainDate }>`
    select u.kpi, u.regelsetdeel_id, count(distinct u.aanbieder_id)::int as aanbieders, b.periode_van as begin
    from kpi_uitkomst u join kpi_berekening b on b.regio_id = u.regio_id and b.id = u.berekening_id
    where ${zicht(ctx).uitkomst('u')} and u.berekening_id = ${berekeningId} group by 1, 2, 4`.execute(ctx.db)
  if (rows.length === 0) return []
  const versies = await listNormversies(ctx, rows[0]!.begin)
  const gebruikt = await findDefinities(
    ctx,
    rows.map(({ regelsetdeelId }) => regelsetdeelId),
  )
  return rows.flatMap(({ kpi, regelsetdeelId, aanbieders }) => {
    const nieuwste = versies.findLast(({ code }) => code === kpi)
    const oud = gebruikt.get(regelsetdeelId)!
    return nieuwste && isGewijzigd(oud, nieuwste) ? [{ kpi, versie: nieuwste.versie, aanbieders }] : []
  })
}
