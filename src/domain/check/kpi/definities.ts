import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { leesGeldend, leesInhoud, leesVersies, type Regelsetversie } from '../../plan/inrichting/regelset-inhoud.ts'
import { zicht } from '../../rechten/zicht.ts'
import { KpiDefinitie, kpiCodes } from './kpi-definitie.ts'

/** A definition as it is stored: `id` and `versie` of its part of the regelset stay with every result. */
export type Definitie = KpiDefinitie & { id: string; versie: number; geldigVanaf: Temporal.PlainDate }

const delen = kpiCodes.map((code) => `kpi-${code}`)

/** The definitions that apply on a day, KPI 1 first. A year is judged by those of the first day of its period. */
export async function listDefinities(ctx: Context, datum: Temporal.PlainDate): Promise<Definitie[]> {
  return opNummer([...(await leesGeldend(ctx, delen, datum)).values()])
}

/** Every version of every definition that has begun on a day, oldest first. */
export async function listNormversies(ctx: Context, datum: Temporal.PlainDate): Promise<Definitie[]> {
  const { rows } = await prepared(sql<{ id: string }>`select id from regelsetdeel
    where regio_id = ${ctx.regioId} and deel = any(${delen}::text[]) and geldig_vanaf <= ${datum} order by deel, versie`).execute(
    ctx.db,
  )
  return (await leesVersies(ctx, rows)).map(leesDefinitie)
}

/** Definitions by the id under which results refer to them. */
export async function findDefinities(ctx: Context, ids: readonly string[]): Promise<Map<string, Definitie>> {
  const versies = await leesVersies(
    ctx,
    [...new Set(ids)].map((id) => ({ id })),
  )
  return new Map(versies.map((versie) => [versie.id, leesDefinitie(versie)]))
}

/** The definitions the outcomes of one calculation were judged by, KPI 1 first; of a KPI with several versions the newest. */
export async function listDefinitiesVan(ctx: Context, berekeningId: string): Promise<Definitie[]> {
  const { rows } = await prepared(sql<{ id: string }>`select distinct on (deel) id from regelsetdeel
    where regio_id = ${ctx.regioId} and id = any((select regelsetdelen from kpi_berekening
      where ${zicht(ctx).berekening('kpi_berekening')} and id = ${berekeningId})::uuid[])
    order by deel, versie desc`).execute(ctx.db)
  return opNummer(await leesVersies(ctx, rows))
}

function opNummer(versies: readonly Regelsetversie[]): Definitie[] {
  return versies.map(leesDefinitie).toSorted((a, b) => a.nummer - b.nummer)
}

const definities = new WeakMap<Regelsetversie, Definitie>()

function leesDefinitie(deel: Regelsetversie): Definitie {
  const bekend = definities.get(deel)
  if (bekend) return bekend
  const { id, versie, geldigVanaf, inhoud } = deel
  const definitie = { ...leesInhoud(KpiDefinitie, inhoud), id, versie, geldigVanaf }
  definities.set(deel, definitie)
  return definitie
}
