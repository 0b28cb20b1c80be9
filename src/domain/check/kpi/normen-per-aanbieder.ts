import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { listNormversies, type Definitie } from './definities.ts'
import { geldendeNorm, type Kennis } from './geldende-norm.ts'

/** Aanbieders that are judged by an older version than the others, because they were not told of the newest (LIF-15). */
export type Afwijking = { definitie: Definitie; agbs: string[] }

/**
 * Who is judged by another version than the newest that has begun on a day. Most regions never changed a norm: then nothing more is
 * read than the versions.
 */
export async function listAfwijkingen(
  ctx: Context,
  definities: readonly Definitie[],
  dag: Temporal.PlainDate,
): Promise<Afwijking[]> {
  if (definities.every(({ versie }) => versie === 1)) return []
  const versies = Map.groupBy(await listNormversies(ctx, dag), ({ code }) => code)
  const partijen = await listKennis(
    ctx,
    [...versies.values()].flat().map(({ id }) => id),
  )
  return definities.flatMap((nieuwste) => {
    const perVersie = Map.groupBy(
      partijen.map(({ agb, ...kennis }) => ({ agb, norm: geldendeNorm(versies.get(nieuwste.code)!, dag, kennis)! })),
      ({ norm }) => norm.id,
    )
    return [...perVersie]
      .filter(([id]) => id !== nieuwste.id)
      .map(([, rijen]) => ({ definitie: rijen[0]!.norm, agbs: rijen.map(({ agb }) => agb) }))
  })
}

/** The definition that one aanbieder is judged by. */
export function definitieVoor(afwijkingen: readonly Afwijking[], nieuwste: Definitie, agb: string): Definitie {
  const anders = afwijkingen.find(
    ({ definitie, agbs }) => definitie.code === nieuwste.code && definitie.id !== nieuwste.id && agbs.includes(agb),
  )
  return anders?.definitie ?? nieuwste
}

/** What every aanbieder knows of these versions. */
export async function listKennis(
  ctx: Context,
  ids: readonly string[],
): Promise<(Kennis & { agb: string; aanbiederId: string })[]> {
  const { rows } = await sql<{
    aanbiederId: string
    agb: string
    partijSinds: Temporal.PlainDate | null
    verteld: [string, string][] | null
  }>`select a.id as aanbieder_id, a.agb, o.sinds as partij_sinds, m.verteld
    from aanbieder a
    left join (select aanbieder_id, min(begindatum) as sinds from overeenkomst where regio_id = ${ctx.regioId}
      group by aanbieder_id) o on o.aanbieder_id = a.id
    left join (select aanbieder_id, json_agg(json_build_array(regelsetdeel_id, datum)) as verteld
      from (select aanbieder_id, regelsetdeel_id, min(datum) as datum from normmededeling
        where regio_id = ${ctx.regioId} and regelsetdeel_id = any(${ids}::uuid[]) and ingetrokken_op is null
        group by aanbieder_id, regelsetdeel_id) eerste group by aanbieder_id) m on m.aanbieder_id = a.id
    where a.regio_id = ${ctx.regioId} order by a.id`.execute(ctx.db)
  return rows.map(({ verteld, ...rij }) => ({
    ...rij,
    verteldOp: new Map((verteld ?? []).map(([id, datum]) => [id, Temporal.PlainDate.from(datum)])),
  }))
}
