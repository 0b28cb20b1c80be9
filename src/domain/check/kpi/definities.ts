import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { KpiDefinitie, kpiCodes } from './kpi-definitie.ts'

/** A definition as it is stored: `id` and `versie` of its part of the regelset stay with every result. */
export type Definitie = KpiDefinitie & { id: string; versie: number; geldigVanaf: Temporal.PlainDate }

/** The definitions that apply on a day, KPI 1 first. A year is judged by those of the first day of its period. */
export async function listDefinities(ctx: Context, datum: Temporal.PlainDate): Promise<Definitie[]> {
  const { rows } = await sql<Rij>`select distinct on (deel) id, versie, geldig_vanaf, inhoud from regelsetdeel
    where regio_id = ${ctx.regioId} and deel = any(${kpiCodes.map((code) => `kpi-${code}`)}::text[])
      and geldig_vanaf <= ${datum}
    order by deel, versie desc`.execute(ctx.db)
  return rows.map(leesDefinitie).toSorted((a, b) => a.nummer - b.nummer)
}

/** Definitions by the id under which results refer to them. */
export async function findDefinities(ctx: Context, ids: readonly string[]): Promise<Map<string, Definitie>> {
  const { rows } = await sql<Rij>`select id, versie, geldig_vanaf, inhoud from regelsetdeel
    where regio_id = ${ctx.regioId} and id = any(${[...new Set(ids)]}::uuid[])`.execute(ctx.db)
  return new Map(rows.map((rij) => [rij.id, leesDefinitie(rij)]))
}

type Rij = { id: string; versie: number; geldigVanaf: Temporal.PlainDate; inhoud: unknown }

function leesDefinitie({ inhoud, ...deel }: Rij): Definitie {
  return { ...KpiDefinitie.parse(inhoud), ...deel }
}
