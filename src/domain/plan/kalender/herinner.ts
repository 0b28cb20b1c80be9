import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { leesHerinneringsregels, ritmeVan } from './herinneringsregels.ts'
import { laatVerstrijken } from './laat-verstrijken.ts'
import { ontvangers } from './ontvangers.sql.ts'
import { stuurDagberichten } from './stuur-dagberichten.ts'
import { lockKalender } from './volg-bron.ts'
import { ochtend, volgendeHerinnering } from './volgende-herinnering.ts'

type Rij = {
  id: string
  bron: string
  code: string | null
  aard: 'uiterlijk' | 'moment'
  einddatum: Temporal.PlainDate
  herinneringen: number
}

/**
 * Sweeps what is due by now: terms that passed, reminders whose moment has come (however long ago), and one message a day per person
 * with all of them. All of it is one transaction, and two sweeps wait for each other: nothing is lost or sent twice.
 */
export function herinner(ctx: Context): Promise<{ verstreken: number; herinnerd: number; berichten: number }> {
  return inTransaction(ctx, async (ctx) => {
    await lockKalender(ctx)
    const verstreken = await laatVerstrijken(ctx)
    const { rows } = await sql<Rij>`select id, bron, code, aard, einddatum, herinneringen from termijn
      where regio_id = ${ctx.regioId} and volgende_herinnering_op <= ${ctx.now} order by volgende_herinnering_op, id for update`.execute(
      ctx.db,
    )
    if (rows.length > 0) await herinnerAan(ctx, rows)
    return { verstreken, herinnerd: rows.length, berichten: await stuurDagberichten(ctx) }
  })
}

async function herinnerAan(ctx: Context, rijen: readonly Rij[]) {
  const regels = await leesHerinneringsregels(ctx)
  const stappen = rijen.map((rij) => {
    const ritme = ritmeVan(regels, rij)
    const nummer = rij.herinneringen + 1
    const over = ctx.today.until(rij.einddatum).days
    const volgende = volgendeHerinnering({ ...rij, herinneringen: nummer }, ritme, regels.maximum, ctx.today)
    return {
      id: rij.id,
      nummer,
      achtervanger: over <= ritme.achtervangerVanaf,
      gestegen: over < 0,
      volgende: volgende && ochtend(volgende).toString(),
    }
  })
  await sql`insert into herinnering (regio_id, termijn_id, nummer, gebruiker_id, als, gemaakt_op)
    select ${ctx.regioId}, o.termijn_id, o.nummer, o.gebruiker_id, o.als, ${ctx.now}::timestamptz from (${ontvangers(ctx, stappen)}) as o`.execute(
    ctx.db,
  )
  await sql`update termijn t set herinneringen = u.nummer, volgende_herinnering_op = u.volgende, uitgesteld_tot = null, uitstel_reden = null,
      uitgesteld_door = null
    from unnest(${stappen.map(({ id }) => id)}::uuid[], ${stappen.map(({ nummer }) => nummer)}::int[],
      ${stappen.map(({ volgende }) => volgende)}::timestamptz[]) as u (id, nummer, volgende)
    where t.regio_id = ${ctx.regioId} and t.id = u.id`.execute(ctx.db)
}
