import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { heeftMandaat } from '../../plan/bezetting/heeft-mandaat.ts'
import { mag } from '../../rechten.ts'

/** What a letter waits for. */
export type Wat = 'keuren' | 'versturen' | 'posten' | 'opnieuw' | 'aanpassen'

export type Briefwerk = {
  id: string
  wat: Wat
  onderwerp: string
  opgesteldDoor: string
  opgesteldDoorId: string
  taak: string | null
  gemeente: string | null
  /** Since when it waits */
  sinds: Temporal.PlainDate
  /** Addressees that it waits for, or all of them */
  aantal: number
  reden: string
  vanMij: boolean
}

// More than one person handles on a day; who has more finds them in the list of letters.
const HOOGSTENS = 100

/**
 * Letters that wait for somebody, the oldest first: for approval by who has the mandate and did not write it (ROL-13), for sending, for the
 * proof of sending by post, for another try, or to be changed after they came back. `vanMij`: for the actor.
 */
export async function listBriefwerk(ctx: Context): Promise<Briefwerk[]> {
  const { rows } = await prepared(sql<Omit<Briefwerk, 'vanMij'>>`
    with wacht as (
      select o.brief_id, count(*) filter (where o.mislukt_op is null)::int as te_posten, count(o.mislukt_op)::int as mislukt
      from brief_ontvanger o where o.regio_id = ${ctx.regioId} and o.verzonden_op is null
        and (o.mislukt_op is not null or o.document_id is not null) group by o.brief_id
    ), werk as (
      select b.*, w.* from brief b cross join lateral (
        select case b.stand when 'voorgelegd' then 'keuren' when 'goedgekeurd' then 'versturen' else 'aanpassen' end as wat,
          (select count(*)::int from brief_ontvanger o where o.regio_id = b.regio_id and o.brief_id = b.id) as aantal,
          coalesce(case when b.stand = 'voorgelegd' then b.voorgelegd_op else b.besloten_op end, b.opgesteld_op) as op) w
      where b.regio_id = ${ctx.regioId} and (b.stand in ('voorgelegd', 'goedgekeurd') or (b.stand = 'concept' and b.reden <> ''))
      union all
      select b.*, w.* from wacht join brief b on b.regio_id = ${ctx.regioId} and b.id = wacht.brief_id and b.stand = 'verzonden'
      cross join lateral (
        select 'posten' as wat, wacht.te_posten as aantal, b.verzonden_op as op where b.wijze = 'post' and wacht.te_posten > 0
        union all select 'opnieuw', wacht.mislukt, b.verzonden_op where wacht.mislukt > 0) w
    )
    select w.id, w.wat, w.onderwerp, g.naam as opgesteld_door, w.opgesteld_door as opgesteld_door_id, w.taak, w.gemeente_code as gemeente,
      (w.op at time zone 'Europe/Amsterdam')::date as sinds, w.aantal, w.reden
    from werk w join gebruiker g on g.regio_id = w.regio_id and g.id = w.opgesteld_door
    order by w.op, w.id, w.wat limit ${sql.lit(HOOGSTENS)}`).execute(ctx.db)
  const bekend = new Map<string, boolean>()
  const werk: Briefwerk[] = []
  for (const rij of rows) werk.push({ ...rij, vanMij: await isVanMij(ctx, rij, bekend) })
  return werk
}

async function isVanMij(ctx: Context, rij: Omit<Briefwerk, 'vanMij'>, bekend: Map<string, boolean>): Promise<boolean> {
  const { wat, taak, gemeente, opgesteldDoorId } = rij
  if (wat !== 'keuren') return opgesteldDoorId === ctx.actor.id && mag(ctx.actor, 'brief:opstellen')
  if (taak === null || !mag(ctx.actor, 'brief:goedkeuren')) return false
  const sleutel = `${taak} ${gemeente ?? ''} ${opgesteldDoorId}`
  const antwoord =
    bekend.get(sleutel) ??
    (await heeftMandaat(ctx, {
      taak,
      gemeenten: gemeente === null ? [] : [gemeente],
      voorbereidDoor: opgesteldDoorId,
    }))
  bekend.set(sleutel, antwoord)
  return antwoord
}
