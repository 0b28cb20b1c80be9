import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { PAGINA, TELGRENS, type Bladzijde, type Lijst } from '../../begrippen/lijst.ts'
import { zicht } from '../../rechten/zicht.ts'
import { klassen } from '../../plan/risico/klasse.ts'
import { hoeveelGesprekken } from './hoeveel-gesprekken.ts'
import type { Regels } from './lees-gespreksregels.ts'

export type GezienInLijst = {
  id: string
  naam: string
  contractmanager: string | null
  klasse: number | null
  nodig: number
  gehouden: number
  gepland: number
  laatste: Temporal.PlainDate | null
  volgende: Temporal.PlainDate | null
}

export type Gezienfilter = {
  jaar: number
  /** Only who is seen too little: too few held when the year is over, else too few held and planned. */
  teWeinig?: boolean | undefined
  /** Aanbieders this person manages or stands in for. */
  vanMij?: string | undefined
}
export type Gezienkolom = 'naam' | 'nodig' | 'gehouden' | 'laatste'

const sorteringen = {
  naam: sql`naam collate "nl-x-icu"`,
  nodig: sql`nodig`,
  gehouden: sql`gehouden`,
  laatste: sql`laatste`,
} satisfies Record<Gezienkolom, unknown>

/**
 * Every aanbieder with an overeenkomst that ran in the year, with how many meetings it must have (GES-01, CLS-11) and has. How many
 * is the pure rule, worked out per class; `gezienstand` judges a row, and the condition below says the same in SQL.
 */
export async function listGezien(
  ctx: Context,
  { regels, frequenties }: Regels,
  filter: Gezienfilter,
  { sorteer, richting, pagina }: Omit<Bladzijde<Gezienkolom>, 'pagina'> & { pagina: number | null },
): Promise<Lijst<GezienInLijst>> {
  const nummers = [null, ...Object.keys(klassen).map(Number)]
  const nodig = nummers.map((klasse) => hoeveelGesprekken(regels.minimum, klasse, frequenties).aantal)
  const begin = new Temporal.PlainDate(filter.jaar, 1, 1)
  const einde = new Temporal.PlainDate(filter.jaar, 12, 31)
  const voorbij = Temporal.PlainDate.compare(ctx.today, einde) >= 0
  const waar: RawBuilder<unknown>[] = [
    zicht(ctx).aanbieder('a'),
    sql`exists (select from overeenkomst o where ${zicht(ctx).overeenkomst('o')} and o.aanbieder_id = a.id
      and o.begindatum <= ${einde} and o.loopt_tot >= ${begin})`,
  ]
  if (filter.vanMij)
    waar.push(sql`(a.contractmanager_id::text = ${filter.vanMij} or a.achtervanger_id::text = ${filter.vanMij})`)
  const tekort = voorbij ? sql`gehouden < nodig` : sql`gehouden + gepland < nodig`
  const alles = sql`with per as (
      select a.id, a.naam, c.naam as contractmanager, k.klasse, n.nodig, g.gehouden, g.gepland, g.laatste, g.volgende
      from aanbieder a
      left join gebruiker c on c.regio_id = a.regio_id and c.id = a.contractmanager_id
      left join lateral (select k.klasse from aanbieder_klasse k where k.regio_id = a.regio_id and k.aanbieder_id = a.id
        and k.geldig_vanaf <= ${ctx.today} order by k.geldig_vanaf desc, k.id desc limit 1) k on true
      join unnest(${nummers}::int[], ${nodig}::int[]) as n (klasse, nodig) on n.klasse is not distinct from k.klasse
      cross join lateral (select count(*) filter (where g.gehouden_op is not null)::int as gehouden,
          count(*) filter (where g.gehouden_op is null)::int as gepland,
          max(g.datum) filter (where g.gehouden_op is not null) as laatste, min(g.datum) filter (where g.gehouden_op is null) as volgende
        from gesprek g where g.regio_id = a.regio_id and g.aanbieder_id = a.id and g.telt_mee and g.geannuleerd_op is null
          and g.datum between ${begin} and ${einde}) g
      where ${sql.join(waar, sql` and `)}
    ), gekozen as (select * from per ${filter.teWeinig ? sql`where ${tekort}` : sql``})`
  const volgorde = richting === 'af' ? sql`desc nulls last` : sql`asc nulls first`
  const { rows: telling } = await sql<{ totaal: number }>`${alles}
    select count(*) as totaal from (select from gekozen limit ${TELGRENS + 1}) t`.execute(ctx.db)
  const { rows: rijen } = await sql<GezienInLijst>`${alles}
    select * from gekozen order by ${sorteringen[sorteer]} ${volgorde}, id
    limit ${pagina === null ? null : PAGINA} offset ${pagina === null ? 0 : (pagina - 1) * PAGINA}`.execute(ctx.db)
  return { rijen, totaal: telling[0]!.totaal }
}

export type OpdrachtgeverGezien = { code: string; naam: string; gehouden: number; gepland: number }

/** How many opdrachtgeversoverleggen each gemeente has in a year (PLN-07). */
export async function listOpdrachtgevers(ctx: Context, jaar: number): Promise<OpdrachtgeverGezien[]> {
  const { rows } = await sql<OpdrachtgeverGezien>`select m.code, m.naam,
      count(g.id) filter (where g.gehouden_op is not null)::int as gehouden,
      count(g.id) filter (where g.gehouden_op is null)::int as gepland
    from gemeente m left join gesprek g on ${zicht(ctx).gesprek('g')} and g.gemeente_code = m.code and g.geannuleerd_op is null
      and g.datum between ${`${String(jaar)}-01-01`}::date and ${`${String(jaar)}-12-31`}::date
    where m.regio_id = ${ctx.regioId}
    group by m.code, m.naam, m.volgorde order by m.volgorde, m.code`.execute(ctx.db)
  return rows
}
