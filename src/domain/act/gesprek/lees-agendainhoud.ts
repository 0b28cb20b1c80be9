import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { schermUitkomsten } from '../../check/kpi/scherm-uitkomsten.ts'
import { leesMinimum } from '../../plan/inrichting/kleine-aantallen.ts'
import type { Agendainhoud } from './agenda.ts'
import type { Niveau } from './gespreksregels.ts'

type Over = {
  gesprekId: string
  soort: string
  aanbiederId: string | null
  gemeenteCode: string | null
  escalatieId: string | null
}

/**
 * What there is to talk about: the figures that were established last, open findings, and items carried over. A meeting for a case is
 * about that case: its findings, or the case itself when it has none, and what its meetings carried over.
 */
export async function leesAgendainhoud(ctx: Context, over: Over): Promise<Agendainhoud> {
  const [kpis, bevindingen, meegenomen] = [
    over.aanbiederId === null ? [] : await listKpis(ctx, over.aanbiederId),
    over.aanbiederId === null ? [] : await listBevindingen(ctx, over.aanbiederId, over.escalatieId),
    await listMeegenomen(ctx, over),
  ]
  const zaak = over.escalatieId === null || bevindingen.length > 0 ? null : await findZaaktitel(ctx, over.escalatieId)
  return { kpis, zaak, bevindingen, meegenomen }
}

type Cel = Parameters<typeof schermUitkomsten>[2][number] & {
  naam: string
  norm: string
  jaar: number
  subregio: string
  eenheid: string
}

// ROL-19: only what was established, for the aanbieder reads the agenda too. S44: it stands there for everybody who reads the meeting, so
// only what may be shown to who does not work with cases.
async function listKpis(ctx: Context, aanbiederId: string): Promise<Agendainhoud['kpis']> {
  const { rows } = await sql<Cel>`with laatste as (select v.jaar, v.berekening_id from kpi_vaststelling v
      where v.regio_id = ${ctx.regioId} order by v.jaar desc, v.vastgesteld_op desc limit 1)
    select u.kpi, r.inhoud ->> 'naam' as naam, r.inhoud ->> 'normtekst' as norm, r.inhoud ->> 'eenheid' as eenheid, u.jaar, s.naam as subregio,
      u.berekening_id, u.agb, u.subregio_id, u.clienten_in_zorg, u.n, u.teller, u.waarde, u.oordeel, u.clienten, u.regelsetdeel_id
    from laatste l
    join kpi_uitkomst u on u.regio_id = ${ctx.regioId} and u.berekening_id = l.berekening_id and u.aanbieder_id = ${aanbiederId}
    join subregio s on s.regio_id = u.regio_id and s.id = u.subregio_id
    join regelsetdeel r on r.regio_id = u.regio_id and r.id = u.regelsetdeel_id
    order by (r.inhoud ->> 'nummer')::int, u.kpi, s.volgorde`.execute(ctx.db)
  const minimum = await leesMinimum(ctx)
  const gemeten = rows.filter(({ waarde }) => waarde !== null)
  const getoond = await schermUitkomsten(
    ctx,
    { minimum, agbs: [], subregios: [] },
    gemeten,
    rows.filter(({ waarde }) => waarde === null),
  )
  return [...Map.groupBy(getoond, ({ kpi }) => kpi)].map(([code, delen]) => {
    const { naam, jaar, norm } = delen[0]!
    return {
      code,
      naam: `${naam} ${String(jaar)}`,
      tekst: `Norm: ${norm.charAt(0).toLowerCase()}${norm.slice(1)}. ${delen.map((deel) => `${deel.subregio}: ${cijfer(deel, minimum)}`).join('; ')}.`,
    }
  })
}

type Getoond = Pick<Awaited<ReturnType<typeof schermUitkomsten<Cel>>>[number], 'waarde' | 'oordeel' | 'n' | 'eenheid'>

/** "93,4%, voldoende (n 45)"; without what is about too few clients. */
function cijfer({ waarde, oordeel, n, eenheid }: Getoond, minimum: number): string {
  const getal = waarde === null ? '' : waarde.replace('.', ',') + (eenheid === 'cijfer' ? '' : '%')
  const telling = typeof n === 'number' ? ` (n ${String(n)})` : ''
  if (getal === '' && oordeel === null) return `minder dan ${String(minimum)} cliënten`
  return [getal, oordeel ?? ''].filter((deel) => deel !== '').join(', ') + (getal === '' ? '' : telling)
}

async function listBevindingen(
  ctx: Context,
  aanbiederId: string,
  escalatieId: string | null,
): Promise<Agendainhoud['bevindingen']> {
  // of a case: what it began with, also when that was closed meanwhile, and what came up in its meetings
  const welke =
    escalatieId === null
      ? sql`b.gesloten_op is null`
      : sql`(exists (select from escalatie e where e.regio_id = b.regio_id and e.id = ${escalatieId} and e.bevinding_id = b.id)
        or (b.gesloten_op is null and exists (select from gesprek g where g.regio_id = b.regio_id and g.id = b.gesprek_id
          and g.escalatie_id = ${escalatieId})))`
  const { rows } = await sql<
    Agendainhoud['bevindingen'][number]
  >`select b.id, b.titel, b.toelichting, b.bron from bevinding b
    where b.regio_id = ${ctx.regioId} and b.aanbieder_id = ${aanbiederId} and ${welke}
    order by b.ontstaan_op, b.id limit 100`.execute(ctx.db)
  return rows
}

async function findZaaktitel(ctx: Context, id: string): Promise<{ id: string; titel: string } | null> {
  const { rows } = await sql<{ id: string; titel: string }>`select e.id, e.nummer || ': ' || e.titel as titel
    from escalatie e where e.regio_id = ${ctx.regioId} and e.id = ${id}`.execute(ctx.db)
  return rows[0] ?? null
}

// Items somebody carried over, and those that people put on the agenda of a meeting that was cancelled; once, in the next meeting. Those of a
// case that runs stay with its meetings.
async function listMeegenomen(ctx: Context, { gesprekId, soort, aanbiederId, gemeenteCode, escalatieId }: Over) {
  const { rows } = await sql<{ id: string; titel: string; toelichting: string; niveau: Niveau | null }>`
    select p.id, p.titel, p.toelichting, p.niveau
    from gesprek g join agendapunt p on p.regio_id = g.regio_id and p.gesprek_id = g.id and p.weggehaald_op is null
    where g.regio_id = ${ctx.regioId} and g.id <> ${gesprekId}
      and g.aanbieder_id is not distinct from ${aanbiederId}::uuid and g.gemeente_code is not distinct from ${gemeenteCode}::text
      and (g.escalatie_id is not distinct from ${escalatieId}::uuid or (${escalatieId}::uuid is null and not exists (select from escalatie e
        where e.regio_id = g.regio_id and e.id = g.escalatie_id and e.gesloten_op is null)))
      and (g.aanbieder_id is not null or g.gemeente_code is not null or g.soort = ${soort})
      and (p.meenemen_op is not null or (g.geannuleerd_op is not null and p.bron in ('hand', 'meegenomen')))
      and not exists (select from agendapunt n join gesprek h on h.regio_id = n.regio_id and h.id = n.gesprek_id
        where n.regio_id = p.regio_id and n.van_punt_id = p.id and h.geannuleerd_op is null)
    order by g.datum, p.volgorde, p.id limit 100`.execute(ctx.db)
  return rows
}
