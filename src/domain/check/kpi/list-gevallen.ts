import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { toonClienten } from '../../../platform/inzage.ts'
import { authorize } from '../../rechten.ts'
import { zicht } from '../../rechten/zicht.ts'

/** A case behind a figure. The client is known by its label only; `toewijzingId` addresses the case. */
export type Geval = {
  /** This and the label are null when the client was removed or destroyed since. */
  clientId: string | null
  label: string | null
  toewijzingId: string | null
  gemeente: string | null
  product: string | null
  /** The outcome as it was counted: tijdig, te laat, geen start, behaald, niet behaald: …, a grade, or a reason of exclusion. */
  uitkomst: string
  referentiedatum: Temporal.PlainDate
  startdatum: Temporal.PlainDate | null
}

/**
 * The cases of a result as they were counted; only for who works with cases (casus:lezen). `kies` picks from all of them those that
 * are shown: of these it is recorded that they were.
 */
export async function listGevallen<Keuze extends { getoond: readonly Geval[] }>(
  ctx: Context,
  uitkomstId: string,
  kies: (alle: Geval[]) => Keuze,
): Promise<Keuze> {
  await authorize(ctx, 'casus:lezen')
  const { rows } =
    await sql<Geval>`select client.id as client_id, client.label, t.id as toewijzing_id, g.naam as gemeente, coalesce(p.naam, t.code) as product,
      geval.uitkomst, geval.referentiedatum, geval.startdatum
    from kpi_gevallen k
    cross join lateral unnest(k.client_id, k.toewijzing_id, k.uitkomst, k.referentiedatum, k.startdatum)
      as geval (client_id, toewijzing_id, uitkomst, referentiedatum, startdatum)
    left join client on ${zicht(ctx).client('client')} and client.id = geval.client_id
    left join toewijzing t on ${zicht(ctx).regel('t')} and t.id = geval.toewijzing_id
    left join gemeente g on g.regio_id = k.regio_id and g.code = t.gemeente
    left join product p on p.regio_id = k.regio_id and p.categorie = t.categorie and p.code = t.code
    where ${zicht(ctx).vanUitkomst('k')} and k.uitkomst_id = ${uitkomstId} and (client.id is not null or geval.client_id is null)
    order by geval.referentiedatum, client.label, t.id`.execute(ctx.db)
  const keuze = kies(rows)
  toonClienten(
    ctx,
    keuze.getoond.flatMap(({ clientId }) => clientId ?? []),
  )
  return keuze
}
