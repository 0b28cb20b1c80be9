import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { toonClienten } from '../../../platform/inzage.ts'
import { zicht } from '../../rechten/zicht.ts'

/** One toewijzing as it stands now. The client is a label, never more. */
export type Casus = {
  id: string
  clientId: string
  label: string
  wet: 'wmo' | 'jw'
  gemeenteCode: string
  gemeente: string
  subregio: string | null
  nummer: number
  agb: string
  aanbiederId: string | null
  aanbieder: string | null
  categorie: string | null
  code: string | null
  product: string | null
  ingangsdatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate | null
  redenWijziging: string | null
  ingetrokken: boolean
  toegewezenOp: Temporal.PlainDate
  referentiedatum: Temporal.PlainDate
  gestartOp: Temporal.PlainDate | null
  gestoptOp: Temporal.PlainDate | null
  volume: number | null
  eenheid: string | null
  frequentie: string | null
}

/** Throws 404 when it is not there, or belongs to another aanbieder than the actor's. */
export async function findCasus(ctx: Context, id: string): Promise<Casus> {
  const { rows } = await sql<Casus>`
    select t.id, t.client_id, c.label, t.wet, t.gemeente as gemeente_code, coalesce(g.naam, t.gemeente) as gemeente, s.naam as subregio, t.nummer, t.agb,
      a.id as aanbieder_id, a.naam as aanbieder, t.categorie, t.code, p.naam as product, t.ingangsdatum, t.einddatum, t.reden_wijziging,
      t.ingetrokken, t.toegewezen_op, t.referentiedatum, t.gestart_op, t.gestopt_op, t.volume, t.eenheid, t.frequentie
    from toewijzing t
    join client c on c.regio_id = t.regio_id and c.id = t.client_id
    left join gemeente g on g.regio_id = t.regio_id and g.code = t.gemeente
    left join subregio s on s.regio_id = t.regio_id and s.id = g.subregio_id
    left join aanbieder a on ${zicht(ctx).aanbieder('a')} and a.agb = t.agb
    left join product p on p.regio_id = t.regio_id and p.categorie = t.categorie and p.code = t.code
    where ${zicht(ctx).regel('t')} and t.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Deze toewijzing')
  toonClienten(ctx, [rows[0].clientId])
  return rows[0]
}

type Sleutel = Pick<Casus, 'gemeenteCode' | 'nummer' | 'wet' | 'agb'>

/** `oordeel` null: not judged yet. */
export type Versie = {
  berichtId: number
  identificatie: string
  moment: Temporal.PlainDateTime
  dagtekening: Temporal.PlainDate
  ingangsdatum: Temporal.PlainDate
  einddatum: Temporal.PlainDate | null
  redenWijziging: string | null
  volume: number | null
  eenheid: string | null
  frequentie: string | null
  oordeel: string | null
}

/** Versions of the 301, in the order in which they hold: the first one is the current one when it is valid. */
export async function listVersies(ctx: Context, { gemeenteCode, nummer, wet }: Sleutel): Promise<Versie[]> {
  const { rows } = await sql<Versie>`
    select bericht_id, identificatie, toewijzing_moment as moment, dagtekening, ingangsdatum, einddatum, reden_wijziging, volume, eenheid,
      frequentie, oordeel
    from toewijzing_versie
    where ${zicht(ctx).regel('toewijzing_versie')} and gemeente = ${gemeenteCode} and nummer = ${nummer} and wet = ${wet}
    order by toewijzing_moment desc, (reden_wijziging is not null) desc, dagtekening desc, identificatie desc, regel desc
    limit 100`.execute(ctx.db)
  return rows
}

export type Startstop = {
  soort: '305' | '307'
  berichtId: number
  datum: Temporal.PlainDate
  redenBeeindiging: string | null
  verwijderd: boolean
  dagtekening: Temporal.PlainDate
  oordeel: string | null
}

/** Starts and stops as they were reported, by date. */
export async function listStartstops(ctx: Context, { gemeenteCode, nummer, wet }: Sleutel): Promise<Startstop[]> {
  const { rows } = await sql<Startstop>`
    select '305' as soort, bericht_id, begindatum as datum, null as reden_beeindiging, status_aanlevering = 3 as verwijderd, dagtekening, oordeel
    from start_melding where ${zicht(ctx).regel('start_melding')} and gemeente = ${gemeenteCode} and nummer = ${nummer} and wet = ${wet}
    union all
    select '307', bericht_id, einddatum, reden_beeindiging, status_aanlevering = 3, dagtekening, oordeel
    from stop_melding where ${zicht(ctx).regel('stop_melding')} and gemeente = ${gemeenteCode} and nummer = ${nummer} and wet = ${wet}
    order by datum, dagtekening, soort, bericht_id limit 200`.execute(ctx.db)
  return rows
}

/** What was claimed in a month of care, in the unit of the claim. What does not count stands apart. */
export type Declaratiemaand = {
  maand: Temporal.PlainDate
  code: string
  eenheid: string
  volume: number
  bedragCent: number
  regels: number
  nietMee: number
  nietMeeCent: number
  nietToegekend: number
}

/** Claims per month of ProductPeriode.Begindatum, oldest first. */
export async function listDeclaratiemaanden(
  ctx: Context,
  { gemeenteCode, nummer, wet }: Sleutel,
): Promise<Declaratiemaand[]> {
  const { rows } = await sql<Declaratiemaand>`
    select date_trunc('month', van)::date as maand, code, eenheid,
      coalesce(sum(volume) filter (where oordeel = 'geldig'), 0)::int8 as volume,
      coalesce(sum(bedrag_cent) filter (where oordeel = 'geldig'), 0)::int8 as bedrag_cent,
      count(*) filter (where oordeel = 'geldig')::int as regels,
      count(*) filter (where oordeel is distinct from 'geldig')::int as niet_mee,
      coalesce(sum(bedrag_cent) filter (where oordeel is distinct from 'geldig'), 0)::int8 as niet_mee_cent,
      count(*) filter (where toegekend = false)::int as niet_toegekend
    from declaratie_regel
    where ${zicht(ctx).regel('declaratie_regel')} and gemeente = ${gemeenteCode} and nummer = ${nummer} and wet = ${wet}
    group by 1, 2, 3 order by 1, 2, 3`.execute(ctx.db)
  return rows
}
