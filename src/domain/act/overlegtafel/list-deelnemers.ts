import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Aanwezigheid } from './tel-gemiste-tafels.ts'

export type Deelnemer = {
  aanbiederId: string
  aanbieder: string
  uitgenodigdOp: Temporal.Instant
  /** In whose place (TAF-13) */
  vervangt: string | null
  antwoord: 'komt' | 'afgemeld' | null
  afgevaardigde: string
  reden: string
  beantwoordOp: Temporal.Instant | null
  beantwoordDoor: string | null
  /** Known once the table was held */
  aanwezigheid: Aanwezigheid | null
  toelichting: string | null
  /** Mails of the invitation: asked for, sent, and failed for good */
  mails: number
  verzonden: number
  mislukt: number
  /** Why the last one failed */
  fout: string | null
}

/** Who is invited, by name; an aanbieder's account reads itself only. Invitations that were taken back are left out. */
export async function listDeelnemers(ctx: Context, overlegtafelId: string): Promise<Deelnemer[]> {
  const { rows } = await sql<Deelnemer>`
    select d.aanbieder_id, a.naam as aanbieder, d.uitgenodigd_op, v.naam as vervangt, d.antwoord, d.afgevaardigde, d.reden, d.beantwoord_op,
      d.beantwoord_door, w.aanwezigheid, w.toelichting, coalesce(m.mails, 0) as mails, coalesce(m.verzonden, 0) as verzonden,
      coalesce(m.mislukt, 0) as mislukt, m.fout
    from overlegtafel_deelname d
    join aanbieder a on a.regio_id = d.regio_id and a.id = d.aanbieder_id
    left join aanbieder v on v.regio_id = d.regio_id and v.id = d.vervangt_id and ${ctx.actor.agb === null}
    left join lateral (select w.aanwezigheid, w.toelichting from overlegtafel_aanwezigheid w where w.regio_id = d.regio_id
      and w.overlegtafel_id = d.overlegtafel_id and w.aanbieder_id = d.aanbieder_id order by w.vastgelegd_op desc, w.id desc limit 1) w on true
    left join lateral (select count(*)::int as mails, count(m.verzonden_op)::int as verzonden, count(m.mislukt_op)::int as mislukt,
        max(m.laatste_fout) filter (where m.mislukt_op is not null) as fout
      from overlegtafel_bericht m where m.regio_id = d.regio_id and m.overlegtafel_id = d.overlegtafel_id
        and m.aanbieder_id = d.aanbieder_id and m.soort = 'uitnodiging' and ${ctx.actor.agb === null}) m on true
    where ${zicht(ctx).vanAanbieder('d')} and d.overlegtafel_id = ${overlegtafelId} and d.ingetrokken_op is null
    order by a.naam collate "nl-x-icu", a.id`.execute(ctx.db)
  return rows
}
