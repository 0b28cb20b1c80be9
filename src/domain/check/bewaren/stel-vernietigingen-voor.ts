import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { Aantallen } from './bewaarsoort.ts'
import { grensVan, termijnzin, type Soortcode } from './bewaartermijn.ts'
import { grondVan, leesBewaartermijnen, type GeldendeTermijn } from './lees-bewaartermijnen.ts'
import { lockBewaren } from './lock-bewaren.ts'
import { soorten } from './soorten.ts'
import { volgendeStap, type Laatste } from './stap.ts'

/** Every day, for every kind: proposes what may be destroyed, one proposal per kind. Nothing is destroyed by it. */
export async function stelVernietigingenVoor(ctx: Context): Promise<void> {
  const termijnen = await inTransaction(ctx, leesBewaartermijnen)
  for (const termijn of termijnen) await inTransaction(ctx, (ctx) => stelVoor(ctx, termijn))
}

async function stelVoor(ctx: Context, termijn: GeldendeTermijn) {
  await lockBewaren(ctx)
  const { code: soort } = termijn
  const laatste = await findLaatste(ctx, soort)
  if (volgendeStap(laatste, ctx.today) === 'niets') return
  const grens = grensVan(ctx.today, termijn)
  const { aantal, eerste, laatste: einde, ...inhoud } = await telRijp(ctx, soort, grens)
  // what nobody prepared was only a count: it is made again
  await sql`delete from vernietiging where regio_id = ${ctx.regioId} and soort = ${soort} and besluit is null`.execute(
    ctx.db,
  )
  if (aantal === 0) return
  const grond = grondVan(termijn, termijnzin(termijn))
  const openstaand = laatste && laatste.besluit === null ? laatste : undefined
  const { rows } = await sql<{
    id: string
  }>`insert into vernietiging (regio_id, id, soort, regelsetdeel_id, grond, grens, aantal, eerste,
      laatste, inhoud, voorgesteld_op)
    values (${ctx.regioId}, coalesce(${openstaand?.id ?? null}::uuid, uuidv7()), ${soort}, ${termijn.deel.id}, ${grond}, ${grens}, ${aantal}, ${eerste}, ${einde},
      ${JSON.stringify(inhoud)}::jsonb, ${openstaand?.voorgesteldOp ?? ctx.now}) returning id`.execute(ctx.db)
  if (openstaand) return
  await recordEvent(ctx, {
    soort: 'vernietiging:voorgesteld',
    onderwerp: { type: 'vernietiging', id: rows[0]!.id },
    gegevens: { soort, aantal, grond, grens: grens.toString() },
  })
}

type Gevonden = Laatste & { id: string; voorgesteldOp: Temporal.Instant }

async function findLaatste({ db, regioId }: Context, soort: Soortcode): Promise<Gevonden | undefined> {
  const { rows } = await sql<Gevonden>`select id, voorgesteld_op, voorgelegd_op, besluit, uitgesteld_tot, klaar_op
    from vernietiging where regio_id = ${regioId} and soort = ${soort} order by voorgesteld_op desc, id desc limit 1`.execute(
    db,
  )
  return rows[0]
}

type Telling = { aantal: number; eerste: Temporal.PlainDate; laatste: Temporal.PlainDate } & Aantallen

/** One query per kind: how many may go, from when to when, and what hangs below them. */
async function telRijp(ctx: Context, soort: Soortcode, grens: Temporal.PlainDate): Promise<Telling> {
  const { rijp, inhoud } = soorten[soort]
  const kolommen = Object.entries(inhoud(ctx)).map(([naam, telling]) => sql`, ${telling}::int as ${sql.ref(naam)}`)
  const { rows } = await sql<Telling>`with rijp as materialized (${rijp(ctx, grens)})
    select count(*)::int as aantal, min(einde) as eerste, max(einde) as laatste ${sql.join(kolommen, sql``)} from rijp`.execute(
    ctx.db,
  )
  return rows[0]!
}
