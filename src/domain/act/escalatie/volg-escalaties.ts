import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { asRegion, inTransaction } from '../../../platform/transaction.ts'
import { lockKalender, volgBron, type Sluiting, type Weg } from '../../plan/kalender/volg-bron.ts'
import { kalendertermijn, type Zaaktermijn } from './kalendertermijn.ts'
import { leesLadderVan } from './lees-ladder.ts'
import { rekenstappen } from './lees-zaak.ts'
import type { Schorsing } from './zaak.ts'

type Rij = Zaaktermijn & { regelsetdeelId: string }

/**
 * Makes the calendar equal to the running terms of the cases, or of one case in the transaction of its act, so that both change
 * together (besluit 030). Done again, it changes nothing.
 */
export function volgEscalaties(ctx: Context, escalatieId?: string): Promise<void> {
  return inTransaction(ctx, (ctx) =>
    asRegion(ctx, async () => {
      await lockKalender(ctx)
      const rijen = await leesTermijnen(ctx, escalatieId)
      const schorsingen = await leesSchorsingen(ctx, [...new Set(rijen.map((rij) => rij.escalatieId))])
      const gevolgd = []
      for (const rij of rijen) {
        const ladder = await leesLadderVan(ctx, rij.regelsetdeelId)
        const van = schorsingen.filter((schorsing) => schorsing.escalatieId === rij.escalatieId)
        const termijn = kalendertermijn(ladder, { ...rij, stappen: rekenstappen(rij.stappen) }, van)
        const voorbij = Temporal.PlainDate.compare(rij.werkelijkEinde, ctx.today) < 0
        if (!(voorbij && termijn.aard === 'moment')) gevolgd.push(termijn)
      }
      await volgBron(
        ctx,
        'escalatie',
        gevolgd,
        (weg) => sluit(ctx, weg),
        escalatieId === undefined ? undefined : [escalatieId],
      )
    }),
  )
}

async function leesTermijnen(ctx: Context, escalatieId: string | undefined): Promise<Rij[]> {
  const een = escalatieId === undefined ? sql`` : sql`and e.id = ${escalatieId}`
  const { rows } =
    await sql<Rij>`select e.id as escalatie_id, e.nummer, e.aanbieder_id, e.overeenkomst_id, e.regelsetdeel_id, d.versie,
      t.code, t.start, t.einddatum, t.werkelijk_einde, t.afgesproken, t.stappen
    from escalatie e join escalatie_termijn t on t.regio_id = e.regio_id and t.escalatie_id = e.id and t.klaar is null
    join regelsetdeel d on d.regio_id = e.regio_id and d.id = e.regelsetdeel_id
    where e.regio_id = ${ctx.regioId} and e.gesloten_op is null ${een} order by e.id, t.nr`.execute(ctx.db)
  return rows
}

async function leesSchorsingen(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql<
    Schorsing & { escalatieId: string }
  >`select escalatie_id, vanaf, uiterlijk, tot, termijnen from escalatie_schorsing
    where regio_id = ${ctx.regioId} and escalatie_id = any(${ids}::uuid[]) order by escalatie_id, nr`.execute(ctx.db)
  return rows
}

// Answered by a step that says so: done. Ended with the case, or taken back with what it belonged to: it asks nothing any more.
async function sluit(ctx: Context, weg: readonly Weg[]): Promise<Sluiting[]> {
  const { rows } = await sql<{
    id: string
    sleutel: string
    einddatum: Temporal.PlainDate
    klaar: Temporal.PlainDate | null
    regelsetdeelId: string | null
    overgangen: string[]
  }>`select w.id, w.sleutel, w.einddatum, t.klaar, e.regelsetdeel_id, array(select s.overgang from escalatie_stap s
      where s.regio_id = e.regio_id and s.escalatie_id = e.id and s.datum = t.klaar) as overgangen
    from unnest(${weg.map(({ id }) => id)}::uuid[], ${weg.map(({ bronId }) => bronId)}::uuid[], ${weg.map(({ sleutel }) => sleutel)}::text[],
      ${weg.map(({ einddatum }) => einddatum.toString())}::date[]) as w (id, escalatie_id, sleutel, einddatum)
    left join escalatie e on e.regio_id = ${ctx.regioId} and e.id = w.escalatie_id
    left join lateral (select t.klaar from escalatie_termijn t where t.regio_id = e.regio_id and t.escalatie_id = e.id and t.code = w.sleutel
      order by t.nr desc limit 1) t on true`.execute(ctx.db)
  const sluitingen: Sluiting[] = []
  for (const { id, sleutel, einddatum, klaar, regelsetdeelId, overgangen } of rows) {
    const ladder = regelsetdeelId === null ? null : await leesLadderVan(ctx, regelsetdeelId)
    const gedaan = ladder?.overgangen.some(({ code, klaar }) => overgangen.includes(code) && klaar.includes(sleutel))
    sluitingen.push(
      gedaan
        ? { id, op: klaar, reden: 'Gedaan met een stap in de escalatie.' }
        : klaar === null && regelsetdeelId !== null
          ? { id, op: einddatum, reden: 'De laatste dag is voorbij.' }
          : { id, op: null, reden: 'De escalatie vraagt dit niet meer.' },
    )
  }
  return sluitingen
}
