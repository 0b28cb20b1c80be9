import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { findDefinities, type Definitie } from '../../check/kpi/definities.ts'
import { listTeVertellen } from '../../check/kpi/list-mededelingen.ts'
import { noteerMededeling } from '../../check/kpi/noteer-mededeling.ts'
import type { Brief, Ontvanger } from './queries.ts'

/** The letter of the catalogue that tells of a changed norm (LIF-15). */
export const NORMBRIEF = 'D57'

/** Writes down which changed norms a letter tells. Throws 422 when one of them is no change of a norm, or the letter tells of none. */
export async function zetNormen(
  ctx: Context,
  briefId: string,
  soort: string,
  normen: readonly string[],
): Promise<void> {
  if (normen.length === 0) return
  const bekend = new Set((await listTeVertellen(ctx)).map(({ nieuw }) => nieuw.id))
  if (soort !== NORMBRIEF || normen.some((id) => !bekend.has(id)))
    throw invalid('Deze brief kan die norm niet mededelen. Kies opnieuw welke norm verandert.')
  await sql`insert into brief_norm (regio_id, brief_id, regelsetdeel_id)
    select ${ctx.regioId}, ${briefId}, n from unnest(${[...new Set(normen)]}::uuid[]) n`.execute(ctx.db)
}

/** The changed norms a letter tells. */
export async function listNormenVan(ctx: Context, briefId: string): Promise<Definitie[]> {
  const { rows } = await sql<{ id: string }>`select regelsetdeel_id as id from brief_norm
    where regio_id = ${ctx.regioId} and brief_id = ${briefId}`.execute(ctx.db)
  if (rows.length === 0) return []
  return [
    ...(
      await findDefinities(
        ctx,
        rows.map(({ id }) => id),
      )
    ).values(),
  ].toSorted((a, b) => a.nummer - b.nummer)
}

/** What a letter told has reached this addressee: the communication record follows from it (LIF-15). */
export async function noteerUitBrief(
  ctx: Context,
  { id, wijze }: Pick<Brief, 'id' | 'wijze'>,
  { aanbiederId, agb, documentId }: Pick<Ontvanger, 'aanbiederId' | 'agb' | 'documentId'>,
  ontvangen: Temporal.PlainDate,
): Promise<void> {
  const normen = await listNormenVan(ctx, id)
  await noteerMededeling(ctx, {
    normen: normen.map((norm) => norm.id),
    aanbieders: [{ aanbiederId, agb }],
    datum: ontvangen,
    kanaal: wijze,
    toelichting: '',
    documentId,
  })
}
