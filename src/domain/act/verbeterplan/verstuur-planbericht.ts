import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Bericht, Uitkomst } from '../../../platform/mail.ts'
import { datumzin } from '../../begrippen/datumzin.ts'
import { findRegionaam } from '../../plan/account/queries.ts'
import type { Post } from '../../plan/account/verstuur-mail.ts'
import { maakPlanmail, type Berichtsoort } from './planmail.ts'
import type { Planstand } from './plan.ts'
import { verstuurEens } from '../../plan/account/verstuur-eens.ts'

/**
 * Makes and sends one mail about a plan. What became of it is recorded; when the server may take it later this throws, and the queue
 * tries again. What was sent is never sent again.
 */
export async function verstuurPlanbericht(ctx: Context, berichtId: string, post: Post): Promise<void> {
  await verstuurEens(
    ctx,
    post,
    (ctx) => bereidVoor(ctx, berichtId, post?.url ?? ''),
    (ctx, uitkomst) => legVast(ctx, berichtId, uitkomst),
  )
}

type Rij = {
  soort: Berichtsoort
  naam: string
  email: string
  planId: string
  nummer: string
  stand: Planstand
  uiterlijk: Temporal.PlainDate
  aanbieder: string
}

async function bereidVoor(ctx: Context, berichtId: string, url: string): Promise<Bericht | undefined> {
  const { rows } =
    await sql<Rij>`select b.soort, b.naam, b.email, v.id as plan_id, v.nummer, v.stand, v.uiterlijk, a.naam as aanbieder
    from verbeterplan_bericht b
    join verbeterplan v on v.regio_id = b.regio_id and v.id = b.verbeterplan_id
    join aanbieder a on a.regio_id = v.regio_id and a.id = v.aanbieder_id
    where b.regio_id = ${ctx.regioId} and b.id = ${berichtId} and b.verzonden_op is null and b.mislukt_op is null
    for update of b`.execute(ctx.db)
  const [rij] = rows
  if (!rij) return undefined
  // to ask what is there already, or is no longer wanted, only confuses
  if (rij.soort === 'gevraagd' && rij.stand !== 'gevraagd') {
    await legVast(ctx, berichtId, { soort: 'blijvend', fout: 'het plan is al verder' })
    return undefined
  }
  const { soort, naam, email, planId, nummer, uiterlijk, aanbieder } = rij
  const inhoud = maakPlanmail(soort, {
    naam,
    aanbieder,
    regio: await findRegionaam(ctx),
    nummer,
    uiterlijk: datumzin(uiterlijk),
    url,
    link: `${url}/verbeterplannen/${planId}`,
  })
  return { ...inhoud, aan: email, kenmerk: berichtId }
}

async function legVast(ctx: Context, berichtId: string, uitkomst: Uitkomst) {
  const fout = uitkomst.soort === 'verzonden' ? null : uitkomst.fout
  await sql`update verbeterplan_bericht set pogingen = pogingen + 1, laatste_fout = ${fout},
      verzonden_op = case when ${uitkomst.soort === 'verzonden'} then ${ctx.now}::timestamptz end,
      mislukt_op = case when ${uitkomst.soort === 'blijvend'} then ${ctx.now}::timestamptz end
    where regio_id = ${ctx.regioId} and id = ${berichtId}`.execute(ctx.db)
}
