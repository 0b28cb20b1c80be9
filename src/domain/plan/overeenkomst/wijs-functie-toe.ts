import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { enqueue } from '../../jobs.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'
import { leesRegelset } from '../inrichting/lees-regelset.ts'
import { Rollen } from '../inrichting/regelset.ts'
import { dubbeleFunctie, type Functie } from './functies.ts'
import { listFuncties } from './queries.ts'

type Toewijzing = { overeenkomstId: string; functie: Functie; gebruikerId: string }

/**
 * Gives somebody a function in an overeenkomst (ROL-23). Only an rvm stands beside others, any other function passes to the new
 * person. Throws 404, or 422 when one person would hold two functions that must be apart (ROL-06).
 */
export function wijsFunctieToe(ctx: Context, { overeenkomstId, functie, gebruikerId }: Toewijzing): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overeenkomst:toewijzen')
    await lockOvereenkomst(ctx, overeenkomstId)
    const naam = await findGebruiker(ctx, gebruikerId)
    const nu = await listFuncties(ctx, overeenkomstId)
    const vervangen = functie === 'rvm' ? [] : nu.filter((een) => een.functie === functie && een.eigen)
    const straks = [...nu.filter((een) => functie === 'rvm' || een.functie !== functie), { functie, gebruikerId }]
    const regels = Rollen.parse((await leesRegelset(ctx, 'rollen', ctx.today)).inhoud)
    const dubbel = dubbeleFunctie(regels, straks)
    if (dubbel) {
      throw invalid(`${naam} kan niet tegelijk ${dubbel[0]} en ${dubbel[1]} zijn. Kies twee personen.`)
    }

    await sql`delete from overeenkomst_functie where regio_id = ${ctx.regioId} and overeenkomst_id = ${overeenkomstId}
      and functie = ${functie} and functie <> 'rvm'`.execute(ctx.db)
    await sql`insert into overeenkomst_functie (regio_id, overeenkomst_id, functie, gebruiker_id, vanaf)
      values (${ctx.regioId}, ${overeenkomstId}, ${functie}, ${gebruikerId}, ${ctx.today}) on conflict do nothing`.execute(
      ctx.db,
    )
    await leg(
      ctx,
      'functie:toegewezen',
      overeenkomstId,
      functie,
      vervangen.map((een) => een.naam).join(', ') || null,
      naam,
    )
  })
}

/** Takes a function from somebody. Throws 404 when he does not hold it. */
export function trekFunctieIn(ctx: Context, { overeenkomstId, functie, gebruikerId }: Toewijzing): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'overeenkomst:toewijzen')
    await lockOvereenkomst(ctx, overeenkomstId)
    const naam = await findGebruiker(ctx, gebruikerId)
    const { rows } =
      await sql`delete from overeenkomst_functie where regio_id = ${ctx.regioId} and overeenkomst_id = ${overeenkomstId}
      and functie = ${functie} and gebruiker_id = ${gebruikerId} returning functie`.execute(ctx.db)
    if (rows.length === 0) {
      throw notFound('Deze functie')
    }
    await leg(ctx, 'functie:ingetrokken', overeenkomstId, functie, naam, null)
  })
}

async function lockOvereenkomst(ctx: Context, id: string) {
  const { rows } =
    await sql`select id from overeenkomst where ${zicht(ctx).overeenkomst('overeenkomst')} and id = ${id} for update`.execute(
      ctx.db,
    )
  if (rows.length === 0) {
    throw notFound('Deze overeenkomst')
  }
}

// The functions are on the contracting side: not for an aanbieder's account.
async function findGebruiker(ctx: Context, id: string): Promise<string> {
  const { rows } = await sql<{ naam: string }>`select naam from gebruiker where regio_id = ${ctx.regioId} and id = ${id}
    and uitgeschakeld_op is null and exists (select from roltoewijzing r
      where r.regio_id = gebruiker.regio_id and r.gebruiker_id = gebruiker.id and r.agb is null)`.execute(ctx.db)
  if (!rows[0]) {
    throw notFound('Deze persoon')
  }
  return rows[0].naam
}

async function leg(
  ctx: Context,
  soort: string,
  overeenkomstId: string,
  functie: Functie,
  oud: string | null,
  nieuw: string | null,
) {
  await recordEvent(ctx, {
    soort,
    onderwerp: { type: 'overeenkomst', id: overeenkomstId },
    gegevens: { wijzigingen: [{ veld: functie, oud, nieuw }] },
  })
  await enqueue(ctx, 'controleer-overeenkomsten', { regioId: ctx.regioId }, `controleer-overeenkomsten:${ctx.regioId}`)
}
