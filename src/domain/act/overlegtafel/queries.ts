import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { prepared } from '../../../platform/prepared.ts'
import { PAGINA, TELGRENS, type Bladzijde, type Lijst } from '../../begrippen/lijst.ts'
import { zicht } from '../../rechten/zicht.ts'
import type { Momenten } from './toestand.ts'
import type { Aanwezigheid } from './tel-gemiste-tafels.ts'
import { zichtTafel } from './zicht-tafel.ts'

export type Tafelfilter = {
  /** `open`: neither closed nor dropped */
  stand?: 'open' | 'gesloten' | 'vervallen' | undefined
  categorie?: string | undefined
  jaar?: number | undefined
}
export type Tafelkolom = 'datum' | 'titel'

export type TafelInLijst = Momenten & {
  id: string
  titel: string
  thema: string
  categorieen: string[]
  subregioId: string | null
  subregio: string | null
  datum: Temporal.PlainDate
  genodigd: number
  aanwezig: number
  /** Of the aanbieder whose account this is: null when it was not invited */
  eigen: { antwoord: 'komt' | 'afgemeld' | null; aanwezigheid: Aanwezigheid | null } | null
}

export type Overlegtafel = TafelInLijst & {
  begintijd: string
  wijze: 'fysiek' | 'online'
  plaats: string
  geplandOp: Temporal.Instant
  geplandDoor: string
  samengesteldVoor: Temporal.PlainDate | null
  regelsVersie: number | null
  terugkoppeling: string | null
  teruggekoppeldDoor: string | null
  vervallenReden: string | null
  versie: number
}

const sorteringen = {
  datum: sql`o.datum`,
  titel: sql`o.titel collate "nl-x-icu"`,
} satisfies Record<Tafelkolom, unknown>

const momenten = sql`o.samengesteld_op, o.uitgenodigd_op, o.gehouden_op, o.teruggekoppeld_op, o.gesloten_op, o.vervallen_op`

// Counts are of the aanbieders this person sees; in the region nobody is "eigen".
function samenvatting(ctx: Context) {
  const stand = sql`select w.aanwezigheid from overlegtafel_aanwezigheid w where w.regio_id = d.regio_id
    and w.overlegtafel_id = d.overlegtafel_id and w.aanbieder_id = d.aanbieder_id order by w.vastgelegd_op desc, w.id desc limit 1`
  const deelnames = sql`from overlegtafel_deelname d where ${zicht(ctx).vanAanbieder('d')} and d.overlegtafel_id = o.id
    and d.ingetrokken_op is null`
  return sql`o.id, o.titel, o.thema, o.subregio_id, s.naam as subregio, o.datum, ${momenten},
    array(select p.categorie from overlegtafel_product p where p.regio_id = o.regio_id and p.overlegtafel_id = o.id order by 1) as categorieen,
    (select count(*)::int ${deelnames}) as genodigd,
    (select count(*)::int ${deelnames} and (${stand}) = 'aanwezig') as aanwezig,
    (select json_build_object('antwoord', d.antwoord, 'aanwezigheid', (${stand})) ${deelnames} and d.agb = ${ctx.actor.agb}) as eigen`
}

/** One page of the tables of a filter, or all of them when `pagina` is null; the count stops at TELGRENS + 1. */
export async function listOverlegtafels(
  ctx: Context,
  filter: Tafelfilter,
  { sorteer, richting, pagina }: Omit<Bladzijde<Tafelkolom>, 'pagina'> & { pagina: number | null },
): Promise<Lijst<TafelInLijst>> {
  const waar = voorwaarden(ctx, filter)
  const volgorde = richting === 'af' ? sql`desc` : sql`asc`
  const { rows: telling } = await sql<{ totaal: number }>`select count(*) as totaal
    from (select from overlegtafel o where ${waar} limit ${TELGRENS + 1}) as t`.execute(ctx.db)
  const { rows: rijen } = await sql<TafelInLijst>`${tafels(ctx, waar)}
    order by ${sorteringen[sorteer]} ${volgorde}, o.id ${volgorde}
    limit ${pagina === null ? null : PAGINA} offset ${pagina === null ? 0 : (pagina - 1) * PAGINA}`.execute(ctx.db)
  return { rijen, totaal: telling[0]!.totaal }
}

/** Tables that are neither closed nor dropped, the first fifty by their day: more than a region has at a time. */
export async function listOpenTafels(ctx: Context): Promise<TafelInLijst[]> {
  const { rows } = await prepared(sql<TafelInLijst>`${tafels(ctx, voorwaarden(ctx, { stand: 'open' }))}
    order by o.datum, o.id limit ${sql.lit(PAGINA)}`).execute(ctx.db)
  return rows
}

function tafels(ctx: Context, waar: RawBuilder<unknown>) {
  return sql`select ${samenvatting(ctx)} from overlegtafel o
    left join subregio s on s.regio_id = o.regio_id and s.id = o.subregio_id where ${waar}`
}

function voorwaarden(ctx: Context, { stand, categorie, jaar }: Tafelfilter) {
  const delen: RawBuilder<unknown>[] = [zichtTafel(ctx, 'o')]
  if (stand === 'open') delen.push(sql`o.gesloten_op is null and o.vervallen_op is null`)
  if (stand === 'gesloten') delen.push(sql`o.gesloten_op is not null`)
  if (stand === 'vervallen') delen.push(sql`o.vervallen_op is not null`)
  if (categorie) {
    delen.push(sql`exists (select from overlegtafel_product p where p.regio_id = o.regio_id and p.overlegtafel_id = o.id
      and p.categorie = ${categorie})`)
  }
  if (jaar) delen.push(sql`o.datum between make_date(${jaar}::int, 1, 1) and make_date(${jaar}::int, 12, 31)`)
  return sql.join(delen, sql` and `)
}

/** One table; 404 when it is not there or may not be seen. */
export async function findOverlegtafel(ctx: Context, id: string): Promise<Overlegtafel> {
  const { rows } = await sql<Overlegtafel>`
    select ${samenvatting(ctx)}, o.begintijd, o.wijze, o.plaats, o.gepland_op, o.gepland_door, o.samengesteld_voor,
      r.versie as regels_versie, o.terugkoppeling, o.teruggekoppeld_door, o.vervallen_reden, o.versie
    from overlegtafel o
    left join subregio s on s.regio_id = o.regio_id and s.id = o.subregio_id
    left join regelsetdeel r on r.regio_id = o.regio_id and r.id = o.regels_id
    where ${zichtTafel(ctx, 'o')} and o.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw notFound('Deze overlegtafel')
  return rows[0]
}

export type Tafelbesluit = {
  id: string
  tekst: string
  vastgelegdOp: Temporal.Instant
  door: string
  partijen: string[]
}

/** What was decided at a table and who was party, in the order it was written down; an aanbieder reads where it was party itself. */
export async function listTafelbesluiten(ctx: Context, id: string): Promise<Tafelbesluit[]> {
  const { agb } = ctx.actor
  const { rows } = await sql<Tafelbesluit>`
    select b.id, b.tekst, b.vastgelegd_op, b.vastgelegd_door as door,
      array(select a.naam from overlegtafel_besluit_partij p join aanbieder a on a.regio_id = p.regio_id and a.id = p.aanbieder_id
        where ${zicht(ctx).vanAanbieder('p')} and p.besluit_id = b.id
        order by a.naam collate "nl-x-icu") as partijen
    from overlegtafel_besluit b
    where b.regio_id = ${ctx.regioId} and b.overlegtafel_id = ${id} and (${agb}::text is null or exists (select
      from overlegtafel_besluit_partij p where p.regio_id = b.regio_id and p.besluit_id = b.id and p.agb = ${agb}))
    order by b.vastgelegd_op, b.id`.execute(ctx.db)
  return rows
}
