import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { waarschuwVanaf } from '../../plan/aanbieder/certificaatstand.ts'
import { leesCertificaatregels } from '../../plan/aanbieder/lees-certificaatregels.ts'

export type AflopendCertificaat = {
  id: string
  naam: string
  geldigTot: Temporal.PlainDate
  aanbiederId: string
  aanbieder: string
  vanMij: boolean
}

// Further ahead than any warning; and of a whole country the first hundred are enough for a day.
const VOORUIT = { months: 24 }
const HOOGSTENS = 100

/** Certificates that will expire and are within their warning (CTR-13), of my aanbieders first; those that expired are findings. */
export async function listAflopendeCertificaten(ctx: Context): Promise<AflopendCertificaat[]> {
  const regels = await leesCertificaatregels(ctx)
  if (!regels.waarschuwing) return []
  const ik = /^[0-9a-f-]{36}$/.test(ctx.actor.id) ? ctx.actor.id : null
  const { rows } = await prepared(sql<AflopendCertificaat>`
    select c.id, c.naam, c.geldig_tot, a.id as aanbieder_id, a.naam as aanbieder,
      (a.contractmanager_id = ${ik}::uuid or a.agb = ${ctx.actor.agb}) is true as van_mij
    from certificaat c join aanbieder a on a.regio_id = c.regio_id and a.id = c.aanbieder_id
    where c.regio_id = ${ctx.regioId} and c.geldig_tot between ${ctx.today} and ${ctx.today.add(VOORUIT)} and c.geldig_van <= ${ctx.today}
      and (${ctx.actor.agb}::text is null or a.agb = ${ctx.actor.agb})
      and not exists (select from certificaat n where n.regio_id = c.regio_id and n.aanbieder_id = c.aanbieder_id
        and lower(n.naam) = lower(c.naam) and n.geldig_tot > c.geldig_tot
        and (n.geldig_van <= ${ctx.today} or n.geldig_van <= c.geldig_tot + 1))
    order by van_mij desc, c.geldig_tot, c.id limit ${sql.lit(HOOGSTENS)}`).execute(ctx.db)
  return rows.filter((rij) => Temporal.PlainDate.compare(waarschuwVanaf(rij, regels), ctx.today) <= 0)
}
