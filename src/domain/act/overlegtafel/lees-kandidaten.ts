import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { leesOmvangregels, type Omvangregels } from '../../plan/aanbieder/omvangregels.ts'
import { bepaalGrootteklasse, type Indicatoren, type Klassebepaling } from './bepaal-grootteklasse.ts'
import { kiesSubregio, type Clienten } from './kies-subregio.ts'
import type { Grootteklasse, Tafelregels } from './regels.ts'
import type { Kandidaat } from './stel-samen.ts'

/** How the size class came about. `jaar`: of clients and turnover; `opgegeven`: nothing known, so the registered class. */
export type Omvang = Indicatoren & {
  jaar: number
  /** Of clients and turnover; a table composed before this was kept was about the Wmo. */
  wet?: Omvangregels['wet']
  /** Turnover was not claimed in that year: the ceilings of this year stand for it (TAF-10, "omzet of budget") */
  budget: boolean
  zzp: boolean
  punten: Klassebepaling['punten'] | null
}

export type Tafelkandidaat = Kandidaat & { aanbieder: string; omvang: Omvang }

/** What a table is about: no categories is every product; subregio's in scope, in the order of the region. */
export type Tafelvraag = {
  overlegtafelId: string
  categorieen: readonly string[]
  subregioIds: readonly string[]
  datum: Temporal.PlainDate
}

type Rij = Indicatoren & {
  aanbiederId: string
  aanbieder: string
  agb: string
  kvk: string
  opgegeven: Grootteklasse | 'zzp'
  perSubregio: Clienten[]
  laatstUitgenodigdOp: Temporal.PlainDate | null
  uitgesloten: boolean
  budgetCent: number | null
}

/**
 * Everybody contracted on the day of the table for its subject in its scope (FRM-09), with what the proposal is made of. Clients: in care
 * with these products in the twelve months up to today. Size: clients and claims within the law of the region (part `omvang`) in the last full year, employees as last
 * written down (FRM-18, besluit 024).
 */
export async function leesKandidaten(
  ctx: Context,
  { overlegtafelId, categorieen, subregioIds, datum }: Tafelvraag,
  { drempels }: Pick<Tafelregels, 'drempels'>,
): Promise<Tafelkandidaat[]> {
  const jaar = ctx.today.year - 1
  const { wet } = await leesOmvangregels(ctx)
  const product = (kolom: string) =>
    categorieen.length === 0 ? sql`true` : sql`${sql.raw(kolom)} = any(${categorieen}::text[])`
  const { rows } = await sql<Rij>`
    with gebied as (select code, subregio_id from gemeente
        where regio_id = ${ctx.regioId} and subregio_id = any(${subregioIds}::uuid[])),
    contract as (select distinct o.aanbieder_id, o.agb, b.subregio_id from overeenkomst o
      join overeenkomst_gemeente g on g.regio_id = o.regio_id and g.overeenkomst_id = o.id
      join gebied b on b.code = g.gemeente_code
      where o.regio_id = ${ctx.regioId} and o.aanbieder_id is not null and o.begindatum <= ${datum} and o.loopt_tot >= ${datum}
        and exists (select from overeenkomst_product op join product p on p.regio_id = op.regio_id and p.id = op.product_id
          where op.regio_id = o.regio_id and op.overeenkomst_id = o.id and ${product('p.categorie')})),
    zorg as (select t.agb, b.subregio_id, count(distinct t.client_id)::int as clienten from toewijzing t
      join gebied b on b.code = t.gemeente
      where t.regio_id = ${ctx.regioId} and not t.ingetrokken and t.gestart_op <= ${ctx.today}
        and coalesce(t.gestopt_op, 'infinity') > ${ctx.today.subtract({ years: 1 })} and ${product('t.categorie')}
      group by 1, 2)
    select a.id as aanbieder_id, a.naam as aanbieder, a.agb, a.kvk, a.grootteklasse as opgegeven,
      (select json_agg(json_build_object('subregioId', c.subregio_id, 'clienten', coalesce(z.clienten, 0))) from contract c
        left join zorg z on z.agb = c.agb and z.subregio_id = c.subregio_id where c.aanbieder_id = a.id) as per_subregio,
      (select max((d.uitgenodigd_op at time zone 'Europe/Amsterdam')::date) from overlegtafel_deelname d where d.regio_id = a.regio_id
        and d.aanbieder_id = a.id and d.ingetrokken_op is null and d.overlegtafel_id <> ${overlegtafelId}) as laatst_uitgenodigd_op,
      exists (select from overlegtafel_uitsluiting u where u.regio_id = a.regio_id and u.aanbieder_id = a.id
        and u.vanaf <= ${datum} and coalesce(least(u.opgeheven_vanaf, u.tot + 1), 'infinity') > ${datum}) as uitgesloten,
      (select nullif(count(distinct t.client_id), 0)::int from toewijzing t where t.regio_id = a.regio_id and t.agb = a.agb
        and t.wet = ${wet} and not t.ingetrokken and t.gestart_op <= make_date(${jaar}::int, 12, 31)
        and coalesce(t.gestopt_op, 'infinity') >= make_date(${jaar}::int, 1, 1)) as clienten,
      (select m.medewerkers from aanbieder_omvang m where m.regio_id = a.regio_id and m.aanbieder_id = a.id
        and m.jaar <= ${ctx.today.year} order by m.jaar desc limit 1) as medewerkers,
      (select sum(d.bedrag_cent)::bigint from declaratie_maand d join overeenkomst o on o.regio_id = d.regio_id and o.id = d.overeenkomst_id
        where d.regio_id = a.regio_id and d.agb = a.agb and o.domein_producten = ${wet}
          and d.maand between make_date(${jaar}::int, 1, 1) and make_date(${jaar}::int, 12, 31)) as omzet_cent,
      (select sum(p.cent)::bigint from plafond p join overeenkomst o on o.regio_id = p.regio_id and o.id = p.overeenkomst_id
        where p.regio_id = a.regio_id and o.aanbieder_id = a.id and o.domein_producten = ${wet} and p.jaar = ${ctx.today.year}) as budget_cent
    from aanbieder a where a.regio_id = ${ctx.regioId} and a.id in (select aanbieder_id from contract) order by a.agb`.execute(
    ctx.db,
  )
  return rows.map((rij) => weeg(rij, subregioIds, { jaar, wet }, drempels))
}

function weeg(
  rij: Rij,
  subregioIds: readonly string[],
  { jaar, wet }: { jaar: number; wet: Omvangregels['wet'] },
  drempels: Tafelregels['drempels'],
): Tafelkandidaat {
  const { aanbiederId, aanbieder, agb, kvk, opgegeven, perSubregio, laatstUitgenodigdOp, uitgesloten } = rij
  const { clienten, medewerkers, budgetCent } = rij
  const omzetCent = rij.omzetCent ?? budgetCent
  const bepaald = bepaalGrootteklasse({ clienten, medewerkers, omzetCent }, drempels)
  return {
    aanbiederId,
    aanbieder,
    agb,
    kvk,
    klasse: bepaald?.klasse ?? (opgegeven === 'zzp' ? 'klein' : opgegeven),
    subregioId: kiesSubregio(perSubregio, subregioIds),
    clienten: perSubregio.reduce((som, een) => som + een.clienten, 0),
    laatstUitgenodigdOp,
    uitgesloten,
    omvang: {
      jaar,
      wet,
      clienten,
      medewerkers,
      omzetCent,
      budget: rij.omzetCent === null && budgetCent !== null,
      zzp: bepaald?.zzp ?? opgegeven === 'zzp',
      punten: bepaald?.punten ?? null,
    },
  }
}
