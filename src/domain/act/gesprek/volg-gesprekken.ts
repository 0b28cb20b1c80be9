import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { asRegion, inTransaction } from '../../../platform/transaction.ts'
import { lockKalender, volgBron, type Gevolgd } from '../../plan/kalender/volg-bron.ts'
import { gesprekdagGesloten } from './gesprekdag-gesloten.ts'
import { gesprekdagen, type Gesprekdag } from './gesprekdagen.ts'
import { leesRegelsVan } from './lees-gespreksregels.ts'
import { volgActies } from './volg-acties.ts'

type Rij = Gesprekdag & { regelsetdeelId: string }

/**
 * Makes the calendar equal to the dates of the meetings and of the actions that were agreed there, or of one meeting in the
 * transaction of its act (besluit 030). Done again, it changes nothing.
 */
export function volgGesprekken(ctx: Context, gesprekId?: string): Promise<void> {
  return inTransaction(ctx, (ctx) =>
    asRegion(ctx, async () => {
      await lockKalender(ctx)
      // a meeting whose minutes are final, or that was cancelled, has no dates any more
      const open =
        gesprekId === undefined ? sql`g.definitief_op is null and g.geannuleerd_op is null` : sql`g.id = ${gesprekId}`
      const rijen = await leesDagen(ctx, open)
      const gevolgd: Gevolgd[] = []
      for (const rij of rijen) {
        gevolgd.push(...gesprekdagen(rij, await leesRegelsVan(ctx, rij.regelsetdeelId), ctx.today))
      }
      const sluit = async (
        weg: readonly { id: string; bronId: string; sleutel: string; einddatum: Temporal.PlainDate }[],
      ) => {
        const dicht = await leesDagen(ctx, sql`g.id = any(${weg.map(({ bronId }) => bronId)}::uuid[])`)
        const van = new Map(dicht.map((rij) => [rij.id, rij]))
        return weg.map(({ id, bronId, sleutel, einddatum }) => ({
          id,
          ...gesprekdagGesloten(van.get(bronId), sleutel, einddatum, ctx.today),
        }))
      }
      await volgBron(ctx, 'gesprek', gevolgd, sluit, gesprekId === undefined ? undefined : [gesprekId])
      await volgActies(ctx, gesprekId)
    }),
  )
}

async function leesDagen(ctx: Context, waar: ReturnType<typeof sql>): Promise<Rij[]> {
  const dag = (kolom: string) => sql`(${sql.ref(`g.${kolom}`)} at time zone 'Europe/Amsterdam')::date`
  const { rows } =
    await sql<Rij>`select g.id, g.titel, g.aanbieder_id, g.eigenaar_id, g.datum, g.begintijd, g.regelsetdeel_id,
      g.uitgenodigd_op is not null or g.rapportage_gevraagd_op is not null as verteld,
      ${dag('rapportage_gevraagd_op')} as rapportage_gevraagd, g.rapportage_uiterlijk, ${dag('rapportage_ingediend_op')} as rapportage_ingediend,
      ${dag('gehouden_op')} as gehouden, g.verslag_uiterlijk, ${dag('gedeeld_op')} as gedeeld, g.reactie_uiterlijk,
      ${dag('definitief_op')} as definitief, g.geannuleerd_op is not null as geannuleerd,
      (select min(r.gegeven_op at time zone 'Europe/Amsterdam')::date from verslagreactie r
        where r.regio_id = g.regio_id and r.gesprek_id = g.id) as gereageerd,
      (select case when count(*) = 1 then min(k.overeenkomst_id::text)::uuid end from gesprek_overeenkomst k
        where k.regio_id = g.regio_id and k.gesprek_id = g.id) as overeenkomst_id
    from gesprek g where g.regio_id = ${ctx.regioId} and ${waar} order by g.id`.execute(ctx.db)
  return rows
}
