import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { prepared } from '../../../platform/prepared.ts'
import { runningScope } from '../../../platform/transaction.ts'
import { toonAantal, toonDeel, type Getoond } from '../../begrippen/getoond-aantal.ts'
import { kalenderjaar } from '../../begrippen/periode.ts'
import { zicht } from '../../rechten/zicht.ts'
import { isOpen, leesKleinzicht } from '../inrichting/kleine-aantallen.ts'
import type { Overeenkomst, Overeenkomstjaar } from './queries.ts'
import { ruimteCent } from './ruimte.ts'

/** FRM-10 for one year. All in cents; `ruimteCent` null without a ceiling. */
export type Ruimte = {
  /** First day that is not fully claimed yet: from here on what was assigned counts as an obligation. */
  vanaf: Temporal.PlainDate
  /** null: of too few clients to be shown to this person; then `ruimteCent` is the most that can be left */
  verplichtCent: number | null
  toewijzingen: Getoond
  /** Toewijzingen whose amount cannot be told: no volume, or another unit than the tariff. null: too few to be shown */
  zonderBedrag: number | null
  ruimteCent: number | null
}

type Verplichting = {
  cent: number
  toewijzingen: number
  clienten: number
  zonderBedrag: number
  clientenZonder: number
  clientenMet: number
}

/** Room left in a year: ceiling − claimed − assigned but not yet claimed; null for a role that does not see the whole region. */
export async function leesRuimte(
  ctx: Context,
  overeenkomst: Pick<Overeenkomst, 'id' | 'agb'>,
  { jaar, plafondCent, gedeclareerdCent, perMaandCent }: Overeenkomstjaar,
): Promise<Ruimte | null> {
  const vanaf = eersteOpenDag(jaar, perMaandCent, ctx.today)
  const geteld = await telVerplichtingen(ctx, overeenkomst, jaar, vanaf)
  if (!geteld) return null
  const verplichting = toon(geteld, await minimumVoor(ctx, overeenkomst))
  const bedragen = { gerealiseerdCent: gedeclareerdCent, verplichtCent: verplichting.verplichtCent ?? 0 }
  return { vanaf, ...verplichting, ruimteCent: plafondCent === null ? null : ruimteCent({ plafondCent, ...bedragen }) }
}

async function minimumVoor(ctx: Context, { agb }: Pick<Overeenkomst, 'agb'>): Promise<number> {
  const klein = await leesKleinzicht(ctx)
  return klein === null || isOpen(klein, { agb }) ? 1 : klein.minimum
}

// What was assigned is volume times tariff: of few clients it would tell what each of them gets (S44).
function toon(
  verplichting: Verplichting,
  minimum: number,
): Pick<Ruimte, 'verplichtCent' | 'toewijzingen' | 'zonderBedrag'> {
  const { cent, toewijzingen, clienten, zonderBedrag, clientenZonder, clientenMet } = verplichting
  const delen = [
    { aantal: zonderBedrag, clienten: clientenZonder },
    { aantal: toewijzingen - zonderBedrag, clienten: clientenMet },
  ]
  return {
    verplichtCent: cent === 0 || clientenMet >= minimum ? cent : null,
    toewijzingen: toonAantal(toewijzingen, clienten, minimum),
    zonderBedrag: toonDeel(delen, minimum)?.[0] ?? null,
  }
}

/** The day after the last month before the running one with claims. */
export function eersteOpenDag(
  jaar: number,
  perMaandCent: readonly number[],
  vandaag: Temporal.PlainDate,
): Temporal.PlainDate {
  const voorbij = jaar < vandaag.year ? 12 : jaar > vandaag.year ? 0 : vandaag.month - 1
  const laatste = perMaandCent.slice(0, voorbij).findLastIndex((cent) => cent !== 0) + 1
  return kalenderjaar(jaar).begindatum.add({ months: laatste })
}

// Frequency (WMO757): 1 per day, 2 per week, 4 per month, 6 once over the whole period. Unit 01 is minutes of an hourly tariff.
async function telVerplichtingen(
  ctx: Context,
  { id, agb }: Pick<Overeenkomst, 'id' | 'agb'>,
  jaar: number,
  vanaf: Temporal.PlainDate,
): Promise<Verplichting | null> {
  // Whoever sees a part of the toewijzingen would see too much room.
  if (runningScope(ctx) !== '') return null
  const { rows } = await prepared(sql<Verplichting>`
    with open as (
      select t.client_id, t.volume::numeric * ta.cent * case t.frequentie when '4' then 12 else 1 end
          * (least(make_date(${jaar}, 12, 31), t.einddatum, t.gestopt_op) - greatest(${vanaf}::date, t.ingangsdatum) + 1)
          / case t.frequentie when '1' then 1 when '2' then 7 when '4' then 365 when '6' then t.einddatum - t.ingangsdatum + 1 end
          / case when t.eenheid = op.eenheid_tarief then 1 when t.eenheid = '01' and op.eenheid_tarief = '04' then 60 end as cent
      from toewijzing t
      join product p on p.regio_id = t.regio_id and p.categorie = t.categorie and p.code = t.code
      join overeenkomst_product op on op.regio_id = t.regio_id and op.overeenkomst_id = ${id} and op.product_id = p.id
      join overeenkomst_gemeente g on g.regio_id = t.regio_id and g.overeenkomst_id = ${id} and g.gemeente_code = t.gemeente
      left join tarief ta on ta.regio_id = t.regio_id and ta.overeenkomst_product_id = op.id and ta.geldig_van = make_date(${jaar}, 1, 1)
      where ${zicht(ctx).regel('t')} and t.agb = ${agb} and not t.ingetrokken
        and t.ingangsdatum <= make_date(${jaar}, 12, 31) and coalesce(least(t.einddatum, t.gestopt_op), ${vanaf}::date) >= ${vanaf}::date
    )
    select coalesce(trunc(sum(cent)), 0)::bigint as cent, count(*) as toewijzingen, count(*) filter (where cent is null) as zonder_bedrag,
      count(distinct client_id) as clienten, count(distinct client_id) filter (where cent is null) as clienten_zonder,
      count(distinct client_id) filter (where cent is not null) as clienten_met
    from open`).execute(ctx.db)
  return rows[0]!
}
