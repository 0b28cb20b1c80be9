import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Richting } from './keur-afwijking.ts'
import type { Omvang } from './lees-kandidaten.ts'
import type { Grootteklasse } from './regels.ts'
import type { Reden } from './stel-samen.ts'

export type KandidaatInTafel = {
  aanbiederId: string
  aanbieder: string
  agb: string
  kvk: string
  klasse: Grootteklasse
  omvang: Omvang
  subregioId: string
  subregio: string
  clienten: number
  laatstUitgenodigdOp: Temporal.PlainDate | null
  uitgesloten: boolean
  voorgesteld: boolean
  reden: Reden
  afwijking: { richting: Richting; motivering: string; door: string } | null
  /** In, after deviations */
  genodigd: boolean
}

/** Everybody a table was composed from, in the order of the proposal, with the deviation that counts; nothing for an aanbieder. */
export async function listKandidaten(ctx: Context, overlegtafelId: string): Promise<KandidaatInTafel[]> {
  const { rows } = await sql<KandidaatInTafel>`
    select k.aanbieder_id, a.naam as aanbieder, a.agb, a.kvk, k.klasse, k.omvang, k.subregio_id, s.naam as subregio, k.clienten,
      k.laatst_uitgenodigd_op, k.uitgesloten, k.voorgesteld, k.reden,
      case when w.richting is not null then json_build_object('richting', w.richting, 'motivering', w.motivering, 'door', w.vastgelegd_door)
        end as afwijking,
      coalesce(w.richting = 'wel', k.voorgesteld) as genodigd
    from overlegtafel_kandidaat k
    join aanbieder a on a.regio_id = k.regio_id and a.id = k.aanbieder_id
    join subregio s on s.regio_id = k.regio_id and s.id = k.subregio_id
    left join lateral (select richting, motivering, vastgelegd_door from overlegtafel_afwijking w where w.regio_id = k.regio_id
      and w.overlegtafel_id = k.overlegtafel_id and w.aanbieder_id = k.aanbieder_id
      order by w.vastgelegd_op desc, w.id desc limit 1) w on true
    where ${zicht(ctx).vanAanbieder('k')} and ${ctx.actor.agb === null} and k.overlegtafel_id = ${overlegtafelId}
    order by k.volgorde`.execute(ctx.db)
  return rows
}
