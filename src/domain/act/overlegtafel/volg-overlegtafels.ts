import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { asRegion, inTransaction } from '../../../platform/transaction.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { leesRegelsetdelen } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../plan/inrichting/regelset-inhoud.ts'
import { lockKalender, volgBron, type Sluiting, type Weg } from '../../plan/kalender/volg-bron.ts'
import { Tafelregels } from './regels.ts'
import { tafeldagen, type Tafeldag } from './tafeldagen.ts'

/** Makes the calendar equal to the dates of the tables, or of one table in the transaction of its act (besluit 030). */
export function volgOverlegtafels(ctx: Context, id?: string): Promise<void> {
  return inTransaction(ctx, (ctx) =>
    asRegion(ctx, async () => {
      await lockKalender(ctx)
      const open = sql`o.vervallen_op is null and o.teruggekoppeld_op is null`
      const tafels = await leesDagen(ctx, id === undefined ? open : sql`o.id = ${id}`)
      const regels = tafels.length === 0 ? null : await leesRegels(ctx)
      const gevolgd = regels === null ? [] : tafels.flatMap((tafel) => tafeldagen(tafel, regels, ctx.today))
      await volgBron(ctx, 'overlegtafel', gevolgd, (weg) => sluit(ctx, weg), id === undefined ? undefined : [id])
    }),
  )
}

async function leesRegels(ctx: Context) {
  const { overlegtafel, feestdagen } = await leesRegelsetdelen(ctx, ['overlegtafel', 'feestdagen'], ctx.today)
  const { terugkoppeling } = leesInhoud(Tafelregels, overlegtafel.inhoud)
  return { terugkoppeling, kalender: leesInhoud(Kalender, feestdagen.inhoud) }
}

async function leesDagen(ctx: Context, waar: ReturnType<typeof sql>): Promise<Tafeldag[]> {
  const dag = (kolom: string) => sql`(${sql.ref(`o.${kolom}`)} at time zone 'Europe/Amsterdam')::date`
  const { rows } = await sql<Tafeldag>`select o.id, o.titel, o.datum, o.begintijd, ${dag('gehouden_op')} as gehouden,
      ${dag('teruggekoppeld_op')} as teruggekoppeld, o.vervallen_op is not null as vervallen,
      array(select d.aanbieder_id::text from overlegtafel_deelname d where d.regio_id = o.regio_id and d.overlegtafel_id = o.id
        and d.ingetrokken_op is null and d.antwoord is distinct from 'afgemeld' order by d.aanbieder_id) as deelnemers
    from overlegtafel o where o.regio_id = ${ctx.regioId} and ${waar} order by o.id`.execute(ctx.db)
  return rows
}

async function sluit(ctx: Context, weg: readonly Weg[]): Promise<Sluiting[]> {
  const tafels = await leesDagen(ctx, sql`o.id = any(${weg.map(({ bronId }) => bronId)}::uuid[])`)
  const van = new Map(tafels.map((tafel) => [tafel.id, tafel]))
  return weg.map(({ id, bronId, sleutel, einddatum }) => {
    const tafel = van.get(bronId)
    if (sleutel === 'terugkoppeling' && tafel?.teruggekoppeld) {
      return { id, op: tafel.teruggekoppeld, reden: 'De terugkoppeling is verstuurd.' }
    }
    const geweest = tafel && !tafel.vervallen && Temporal.PlainDate.compare(einddatum, ctx.today) <= 0
    if (geweest && (tafel.gehouden || !einddatum.equals(ctx.today))) {
      return { id, op: einddatum, reden: 'De overlegtafel is geweest.' }
    }
    return { id, op: null, reden: tafel?.vervallen ? 'De overlegtafel is vervallen.' : 'Dit wordt niet meer gevraagd.' }
  })
}
