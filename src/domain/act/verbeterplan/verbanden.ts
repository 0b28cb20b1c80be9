import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { leesMet } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Planrij } from './lees-plan.ts'

type Verband = { id: string; naam: string }

/** What a plan came from, as far as this person may read it. */
export type Verbanden = { bevinding: Verband | null; gesprek: Verband | null; escalatie: Verband | null }

export async function findVerbanden(
  ctx: Context,
  { bevindingId, gesprekId, escalatieId }: Pick<Planrij, 'bevindingId' | 'gesprekId' | 'escalatieId'>,
): Promise<Verbanden> {
  const een = async (vraag: ReturnType<typeof sql<Verband>>) => (await vraag.execute(ctx.db)).rows[0] ?? null
  return {
    bevinding:
      bevindingId === null
        ? null
        : await leesMet(
            ctx,
            'bevinding:lezen',
            () =>
              een(
                sql<Verband>`select b.id, b.titel as naam from bevinding b where ${zicht(ctx).bevinding('b')} and b.id = ${bevindingId}`,
              ),
            null,
          ),
    gesprek:
      gesprekId === null
        ? null
        : await leesMet(
            ctx,
            'gesprek:lezen',
            () =>
              een(
                sql<Verband>`select g.id, g.titel as naam from gesprek g where ${zicht(ctx).gesprek('g')} and g.id = ${gesprekId}`,
              ),
            null,
          ),
    escalatie:
      escalatieId === null
        ? null
        : await leesMet(
            ctx,
            'escalatie:lezen',
            () =>
              een(
                sql<Verband>`select e.id, e.nummer || ' ' || e.titel as naam from escalatie e where ${zicht(ctx).escalatie('e')} and e.id = ${escalatieId}`,
              ),
            null,
          ),
  }
}
