import { sql } from 'kysely'
import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { invalid } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { authorize } from '../../rechten.ts'
import { bijzondereRollen } from './rolgrens.ts'

export const controlesoorten = ['bijzonder', 'alle'] as const
export type Controlesoort = (typeof controlesoorten)[number]

export type Toegang = {
  id: string
  gebruikerId: string
  naam: string
  email: string | null
  rol: string
  aanbieder: string | null
  gemeenten: string | null
  wet: string | null
  categorieen: string | null
  begindatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate | null
  toegekendDoor: string | null
  laatstAangemeldOp: Temporal.Instant | null
}

/** Who may what since when, for people who are not switched off; of the special roles alone, or of all. */
export async function listToegang(ctx: Context, soort: Controlesoort): Promise<Toegang[]> {
  const { rows } = await sql<Toegang>`select r.id, g.id as gebruiker_id, g.naam, g.email, r.rol,
      coalesce(a.naam, r.agb) as aanbieder,
      (select string_agg(p.naam, ', ' order by p.naam) from gemeente p
        where p.regio_id = r.regio_id and p.code = any(r.gemeenten)) as gemeenten,
      r.wet, array_to_string(r.categorieen, ', ') as categorieen, r.begindatum, r.einddatum, r.toegekend_door,
      g.laatst_aangemeld_op
    from roltoewijzing r join gebruiker g on g.regio_id = r.regio_id and g.id = r.gebruiker_id
    left join aanbieder a on a.regio_id = r.regio_id and a.agb = r.agb
    where r.regio_id = ${ctx.regioId} and r.ingetrokken_op is null and (r.einddatum is null or r.einddatum >= ${ctx.today})
      and g.uitgeschakeld_op is null and (${soort === 'alle'} or r.rol = any(${bijzondereRollen}::text[]))
    order by g.naam collate "nl-x-icu", g.id, r.rol, r.id`.execute(ctx.db)
  return rows
}

/** The period that is to be looked at: a quarter for special roles (BIO2 8.02.01), a year for all (5.18.02). */
export function controleperiode(soort: Controlesoort, dag: Temporal.PlainDate): string {
  return soort === 'alle' ? String(dag.year) : `${dag.year}-K${Math.ceil(dag.month / 3)}`
}

export type Toegangscontrole = {
  soort: Controlesoort
  periode: string
  bekekenOp: Temporal.Instant
  bekekenDoor: string
  aantal: number
  opmerking: string
}

/** When it was looked at before, the newest first. */
export async function listToegangscontroles(ctx: Context, aantal: number): Promise<Toegangscontrole[]> {
  const { rows } = await sql<Toegangscontrole>`select soort, periode, bekeken_op, bekeken_door, aantal, opmerking
    from toegangscontrole where regio_id = ${ctx.regioId} order by bekeken_op desc, id desc limit ${aantal}`.execute(
    ctx.db,
  )
  return rows
}

/**
 * Marks that somebody looked at who may what, with what there was to see in the audit trail. Throws 422 when it changed since the page
 * was opened: `aantal` roles were on it.
 */
export function bekijkToegang(
  ctx: Context,
  { soort, aantal, opmerking }: { soort: Controlesoort; aantal: number; opmerking: string },
): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'gebruiker:lezen')
    const gezien = await listToegang(ctx, soort)
    if (gezien.length !== aantal) throw invalid('De rollen zijn intussen gewijzigd. Bekijk de lijst opnieuw.')
    const periode = controleperiode(soort, ctx.today)
    await sql`insert into toegangscontrole (regio_id, soort, periode, bekeken_op, bekeken_door, bekeken_door_id, aantal, opmerking)
      values (${ctx.regioId}, ${soort}, ${periode}, ${ctx.now}, ${ctx.actor.naam},
        ${ctx.actor.soort === 'gebruiker' ? ctx.actor.id : null}, ${aantal}, ${opmerking})`.execute(ctx.db)
    await recordEvent(ctx, {
      soort: 'toegang:bekeken',
      onderwerp: { type: 'regio', id: ctx.regioId },
      gegevens: { soort, periode, aantal, rollen: gezien.map(({ naam, rol }) => `${naam}: ${rol}`) },
    })
  })
}
