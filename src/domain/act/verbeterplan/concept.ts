import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize, type Recht } from '../../rechten.ts'
import { leesPlan } from './lees-plan.ts'
import type { Partij } from './plan.ts'
import { kan, type Planact } from './planacten.ts'

export type Conceptsoort = 'plan' | 'oordeel' | 'melding' | 'realisatieoordeel'

/** What somebody was still writing: the fields of the form by name. */
export type Concept = {
  inhoud: Readonly<Record<string, string>>
  versie: number
  gewijzigdOp: Temporal.Instant
  gewijzigdDoor: string
}

const soorten: Record<Conceptsoort, { recht: Recht; act: Planact }> = {
  plan: { recht: 'verbeterplan:indienen', act: 'indienen' },
  oordeel: { recht: 'verbeterplan:beoordelen', act: 'beoordelen' },
  melding: { recht: 'verbeterplan:indienen', act: 'melden' },
  realisatieoordeel: { recht: 'verbeterplan:beoordelen', act: 'realisatie beoordelen' },
}

export function partijVan(ctx: Context): Partij {
  return ctx.actor.agb === null ? 'opdrachtgever' : 'aanbieder'
}

/** The draft of one's own side; the other side has its own and never sees this one. */
export async function findConcept(ctx: Context, id: string, wat: Conceptsoort): Promise<Concept | undefined> {
  const { rows } = await sql<Concept>`select inhoud, versie, gewijzigd_op, gewijzigd_door from verbeterplan_concept
    where regio_id = ${ctx.regioId} and verbeterplan_id = ${id} and partij = ${partijVan(ctx)} and wat = ${wat}`.execute(
    ctx.db,
  )
  return rows[0]
}

/**
 * Keeps what somebody has written so far, over the draft he saw (0: none). Throws 403, 404, and 409 when a colleague wrote over it or
 * the plan does not ask this any more.
 */
export function bewaarConcept(
  ctx: Context,
  id: string,
  wat: Conceptsoort,
  gezien: number,
  inhoud: Concept['inhoud'],
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const { recht, act } = soorten[wat]
    await authorize(ctx, recht)
    const { plan } = await leesPlan(ctx, id, true)
    if (!kan(act, plan.stand)) throw conflict('Dit plan vraagt dit niet meer. Wat u schreef staat hieronder nog.')
    const { rows } =
      await sql`insert into verbeterplan_concept (regio_id, verbeterplan_id, partij, wat, inhoud, versie, gewijzigd_op, gewijzigd_door)
      values (${ctx.regioId}, ${id}, ${partijVan(ctx)}, ${wat}, ${JSON.stringify(inhoud)}::jsonb, ${gezien + 1}, ${ctx.now}, ${ctx.actor.naam})
      on conflict (regio_id, verbeterplan_id, partij, wat) do update set inhoud = excluded.inhoud, versie = excluded.versie,
        gewijzigd_op = excluded.gewijzigd_op, gewijzigd_door = excluded.gewijzigd_door
      where verbeterplan_concept.versie = ${gezien} returning 1`.execute(ctx.db)
    if (rows.length === 0) {
      throw conflict(
        'Een collega heeft dit concept intussen bewaard. Wat u invulde staat hieronder nog; bewaart u opnieuw, dan vervangt het dat van uw collega.',
      )
    }
  })
}

/** Throws away the draft of one's own side, with the act it was for. */
export async function wisConcept(ctx: Context, id: string, wat: Conceptsoort): Promise<void> {
  await sql`delete from verbeterplan_concept where regio_id = ${ctx.regioId} and verbeterplan_id = ${id} and partij = ${partijVan(ctx)}
    and wat = ${wat}`.execute(ctx.db)
}
