import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Agendainhoud } from './agenda.ts'
import type { Niveau } from './gespreksregels.ts'

type Over = { gesprekId: string; soort: string; aanbiederId: string | null; gemeenteCode: string | null }

/** What there is to talk about: the figures that were established last, open findings, and items carried over. */
export async function leesAgendainhoud(ctx: Context, over: Over): Promise<Agendainhoud> {
  const [kpis, bevindingen, meegenomen] = [
    over.aanbiederId === null ? [] : await listKpis(ctx, over.aanbiederId),
    over.aanbiederId === null ? [] : await listBevindingen(ctx, over.aanbiederId),
    await listMeegenomen(ctx, over),
  ]
  return { kpis, bevindingen, meegenomen }
}

type Kpi = {
  kpi: string
  naam: string
  norm: string
  jaar: number
  delen: { subregio: string; waarde: string | null; oordeel: string | null; n: number; eenheid: string }[]
}

// ROL-19: only what was established, for the aanbieder reads the agenda too.
async function listKpis(ctx: Context, aanbiederId: string): Promise<Agendainhoud['kpis']> {
  const { rows } = await sql<Kpi>`with laatste as (select v.jaar, v.berekening_id from kpi_vaststelling v
      where v.regio_id = ${ctx.regioId} order by v.jaar desc, v.vastgesteld_op desc limit 1)
    select u.kpi, r.inhoud ->> 'naam' as naam, r.inhoud ->> 'normtekst' as norm, u.jaar,
      json_agg(json_build_object('subregio', s.naam, 'waarde', u.waarde, 'oordeel', u.oordeel, 'n', u.n, 'eenheid', r.inhoud ->> 'eenheid')
        order by s.volgorde) as delen
    from laatste l
    join kpi_uitkomst u on u.regio_id = ${ctx.regioId} and u.berekening_id = l.berekening_id and u.aanbieder_id = ${aanbiederId}
    join subregio s on s.regio_id = u.regio_id and s.id = u.subregio_id
    join regelsetdeel r on r.regio_id = u.regio_id and r.id = u.regelsetdeel_id
    where u.waarde is not null
    group by u.kpi, r.inhoud, u.jaar order by min((r.inhoud ->> 'nummer')::int), u.kpi`.execute(ctx.db)
  return rows.map(({ kpi, naam, norm, jaar, delen }) => ({
    code: kpi,
    naam: `${naam} ${String(jaar)}`,
    tekst: `Norm: ${norm.charAt(0).toLowerCase()}${norm.slice(1)}. ${delen
      .map(({ subregio, waarde, oordeel, n, eenheid }) => {
        const getal = (waarde ?? '').replace('.', ',') + (eenheid === 'cijfer' ? '' : '%')
        return `${subregio}: ${getal}, ${oordeel ?? ''} (n ${String(n)})`
      })
      .join('; ')}.`,
  }))
}

async function listBevindingen(ctx: Context, aanbiederId: string): Promise<Agendainhoud['bevindingen']> {
  const { rows } = await sql<
    Agendainhoud['bevindingen'][number]
  >`select b.id, b.titel, b.toelichting, b.bron from bevinding b
    where b.regio_id = ${ctx.regioId} and b.aanbieder_id = ${aanbiederId} and b.gesloten_op is null
    order by b.ontstaan_op, b.id limit 100`.execute(ctx.db)
  return rows
}

// Items somebody carried over, and those that people put on the agenda of a meeting that was cancelled; once, in the next meeting.
async function listMeegenomen(ctx: Context, { gesprekId, soort, aanbiederId, gemeenteCode }: Over) {
  const { rows } = await sql<{ id: string; titel: string; toelichting: string; niveau: Niveau | null }>`
    select p.id, p.titel, p.toelichting, p.niveau
    from gesprek g join agendapunt p on p.regio_id = g.regio_id and p.gesprek_id = g.id and p.weggehaald_op is null
    where g.regio_id = ${ctx.regioId} and g.id <> ${gesprekId}
      and g.aanbieder_id is not distinct from ${aanbiederId}::uuid and g.gemeente_code is not distinct from ${gemeenteCode}::text
      and (g.aanbieder_id is not null or g.gemeente_code is not null or g.soort = ${soort})
      and (p.meenemen_op is not null or (g.geannuleerd_op is not null and p.bron in ('hand', 'meegenomen')))
      and not exists (select from agendapunt n join gesprek h on h.regio_id = n.regio_id and h.id = n.gesprek_id
        where n.regio_id = p.regio_id and n.van_punt_id = p.id and h.geannuleerd_op is null)
    order by g.datum, p.volgorde, p.id limit 100`.execute(ctx.db)
  return rows
}
