import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { uitputting } from '../../plan/overeenkomst/ruimte.ts'
import { authorize } from '../../rechten.ts'
import { listCombinaties } from './combinaties.ts'
import { listMeetjaren, type Meetjaar } from './list-meetjaren.ts'
import { definitieVoor } from './normen-per-aanbieder.ts'
import { beoordeel } from './oordeel.ts'
import { metRekenruimte } from './reken-ruimte.ts'
import { telStops } from './startberichten.sql.ts'
import { telKpis } from './tel-kpis.ts'
import { telStartberichten } from './tel-startberichten.ts'

/** All figures of the region, counted now and stored nowhere. Years from the contract phase; `jaar` limits kpi and contracten. */
export function leesCijfers(ctx: Context, { jaar }: { jaar?: number | undefined } = {}) {
  return inTransaction(ctx, async (ctx) => {
    // Counting needs to see everybody's evaluations: an aanbieder's account would get other figures, not its own.
    await authorize(ctx, 'kpi:berekenen')
    const jaren = await listMeetjaren(ctx)
    const gevraagd = jaren.filter(({ periode }) => jaar === undefined || periode.jaar === jaar)
    const kpi = []
    for (const meetjaar of gevraagd) {
      kpi.push(...(await leesKpis(ctx, meetjaar)))
    }
    const jaartallen = jaren.map(({ periode }) => periode.jaar)
    return {
      kpi,
      aanbieders: await leesAanbieders(ctx, jaartallen),
      contracten: await leesContracten(ctx, jaartallen, jaar),
    }
  })
}

export type Cijfers = Awaited<ReturnType<typeof leesCijfers>>

async function leesKpis(ctx: Context, meetjaar: Meetjaar) {
  const { periode, definities, afwijkingen } = meetjaar
  const telling = await telKpis(ctx, meetjaar)
  const combinaties = await listCombinaties(ctx)
  return combinaties.flatMap(({ agb, subregioId, subregio }) =>
    definities.map((nieuwste) => {
      const definitie = definitieVoor(afwijkingen, nieuwste, agb)
      const { heeftMeting, uitgesloten, clienten: _clienten, ...aantallen } = telling(definitie, agb, subregioId)
      const { waarde, oordeel, reden } = beoordeel(definitie, { heeftMeting, ...aantallen })
      return {
        kpi: definitie.code,
        agb,
        subregio,
        jaar: periode.jaar,
        ...aantallen,
        waarde,
        oordeel,
        reden,
        uitgesloten,
        peildatum: periode.peildatum.toString(),
        voorlopig: periode.voorlopig,
      }
    }),
  )
}

function leesAanbieders(ctx: Context, jaren: readonly number[]) {
  return metRekenruimte(ctx, async () => {
    const { rows } = await sql<{ agb: string; toewijzingen: number; waarvanIngetrokken: number }>`
      select aanbieder.agb, count(t.id)::int as toewijzingen, count(t.id) filter (where ingetrokken)::int as waarvan_ingetrokken
      from aanbieder left join toewijzing t on t.regio_id = aanbieder.regio_id and t.agb = aanbieder.agb
      where aanbieder.regio_id = ${ctx.regioId} group by aanbieder.agb, aanbieder.id order by aanbieder.id`.execute(
      ctx.db,
    )
    const starts = Map.groupBy(await telStartberichten(ctx), ({ agb }) => agb)
    const stops = new Map((await telStops(ctx.regioId).execute(ctx.db)).rows.map(({ agb, stops }) => [agb, stops]))
    return rows.map((rij) => {
      const eigen = starts.get(rij.agb) ?? []
      const perJaar = (veld: 'starts' | 'tijdig') =>
        Object.fromEntries(jaren.map((jaar) => [jaar, som(eigen.filter((r) => r.jaar === jaar).map((r) => r[veld]))]))
      return {
        ...rij,
        starts: som(eigen.map((r) => r.starts)),
        stops: stops.get(rij.agb) ?? 0,
        startsPerJaar: perJaar('starts'),
        tijdige305PerJaar: perJaar('tijdig'),
      }
    })
  })
}

// declaratie_maand holds what counts, by the month of ProductPeriode.Begindatum.
async function leesContracten(ctx: Context, jaren: readonly number[], jaar: number | undefined) {
  const { rows } = await sql<{
    overeenkomst: string
    agb: string
    jaar: number
    gedeclareerdCent: number
    plafondCent: number | null
  }>`
    with gedeclareerd as (
      select overeenkomst_id, extract(year from maand)::int as jaar, sum(bedrag_cent)::bigint as cent
      from declaratie_maand where regio_id = ${ctx.regioId} group by overeenkomst_id, extract(year from maand))
    select o.nummer as overeenkomst, o.agb, regel.jaar, coalesce(gedeclareerd.cent, 0) as gedeclareerd_cent, plafond.cent as plafond_cent
    from (select overeenkomst_id, jaar from gedeclareerd union
      select overeenkomst_id, jaar from plafond where regio_id = ${ctx.regioId}) regel
    join overeenkomst o on o.regio_id = ${ctx.regioId} and o.id = regel.overeenkomst_id
    left join gedeclareerd on gedeclareerd.overeenkomst_id = regel.overeenkomst_id and gedeclareerd.jaar = regel.jaar
    left join plafond on plafond.regio_id = ${ctx.regioId} and plafond.overeenkomst_id = regel.overeenkomst_id and plafond.jaar = regel.jaar
    where regel.jaar = any(${jaar === undefined ? jaren : [jaar]}::int[])
    order by o.id, regel.jaar`.execute(ctx.db)
  return rows.map((rij) => ({ ...rij, uitputting: uitputting(rij.gedeclareerdCent, rij.plafondCent) }))
}

function som(getallen: readonly number[]): number {
  return getallen.reduce((totaal, getal) => totaal + getal, 0)
}
