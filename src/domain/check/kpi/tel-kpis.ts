import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Definitie } from './definities.ts'
import { maakClienten } from './clienten-in-zorg.sql.ts'
import { clienttevredenheid } from './clienttevredenheid.sql.ts'
import type { Meetjaar } from './list-meetjaren.ts'
import type { Afwijking } from './normen-per-aanbieder.ts'
import type { Telling } from './oordeel.ts'
import { metRekenruimte } from './reken-ruimte.ts'
import { resultaatBehaald } from './resultaat-behaald.sql.ts'
import type { Achter } from './scherm-af.ts'
import { startZorg } from './start-zorg.sql.ts'
import { maakToewijzingen } from './toewijzingen.sql.ts'
import { maakWaarnemingen } from './waarnemingen.sql.ts'
import { maakZorg } from './zorg.sql.ts'

/**
 * What was counted for one KPI, aanbieder and subregio. `uitgesloten` has every reason of the definition, 0 included; `clienten` how
 * many clients stand behind each count.
 */
export type Kpitelling = Telling & { uitgesloten: Record<string, number>; clienten: Achter }

/** Finds the counts of a combination; nothing counted gives zeros. */
export type Tellingen = (definitie: Definitie, agb: string, subregioId: string) => Kpitelling

/**
 * Counts all KPI's of one year from the messages, evaluations and surveys (FRM-01, FRM-02, FRM-03). Needs a transaction: the
 * cases behind the figures stay until its end in the temporary table tel_geval (kpi, agb, subregio_id, client_id, gemeente,
 * nummer, wet, uitkomst, referentiedatum, startdatum, telt).
 */
export function telKpis(ctx: Context, { periode, definities, afwijkingen }: Meetjaar): Promise<Tellingen> {
  return metRekenruimte(ctx, async () => {
    const { regioId } = ctx
    const wetten = [...new Set(definities.flatMap((definitie) => definitie.wetten))]
    const bereik = { regioId, wetten, peildatum: periode.peildatum }
    await sql`drop table if exists pg_temp.tel_toewijzing, pg_temp.tel_zorg, pg_temp.tel_client, pg_temp.tel_waarneming,
      pg_temp.tel_geval`.execute(ctx.db)
    await maakToewijzingen(bereik).execute(ctx.db)
    await maakZorg(bereik).execute(ctx.db)
    await maakClienten({ regioId, periode }).execute(ctx.db)
    await maakWaarnemingen({ regioId, wetten, periode }).execute(ctx.db)
    await sql`create temp table tel_geval (kpi text, agb text, subregio_id uuid, gemeente text, nummer int, wet text,
      client_id uuid, uitkomst text, referentiedatum date, startdatum date, telt int) on commit drop`.execute(ctx.db)
    for (const { definitie, wie } of verdeel(definities, afwijkingen)) {
      await sql`insert into tel_geval
        select kpi, agb, subregio_id, geval.gemeente, nummer, wet, client_id, uitkomst, referentiedatum, startdatum, telt
        from (${gevallen(definitie, { regioId, periode })}) geval
        join gemeente on gemeente.regio_id = ${regioId} and gemeente.code = geval.gemeente
        where ${wie}`.execute(ctx.db)
    }
    return leesTellingen(ctx)
  })
}

/** Each definition with whose cases it counts: an older one those of who was not told of the newest (LIF-15). */
function verdeel(definities: readonly Definitie[], afwijkingen: readonly Afwijking[]) {
  return definities.flatMap((nieuwste) => {
    const anders = afwijkingen.filter(({ definitie }) => definitie.code === nieuwste.code)
    const uitgezonderd = anders.flatMap(({ agbs }) => agbs)
    return [
      { definitie: nieuwste, wie: uitgezonderd.length === 0 ? sql`true` : sql`agb <> all(${uitgezonderd}::text[])` },
      ...anders.map(({ definitie, agbs }) => ({ definitie, wie: sql`agb = any(${agbs}::text[])` })),
    ]
  })
}

function gevallen(definitie: Definitie, { regioId, periode }: { regioId: string; periode: Meetjaar['periode'] }) {
  const { code, wetten, termijnDagen } = definitie
  if (code === 'clienttevredenheid') {
    return clienttevredenheid({ wetten })
  }
  return code === 'resultaat-behaald'
    ? resultaatBehaald({ wetten })
    : startZorg({ regioId, wetten, peildatum: periode.peildatum, periode, termijnDagen: termijnDagen ?? 0 })
}

async function leesTellingen(ctx: Context): Promise<Tellingen> {
  const clienten = await sql<{ agb: string; subregioId: string; wet: string; n: number }>`
    select agb, subregio_id, wet, count(*)::int as n from tel_client group by agb, subregio_id, wet`.execute(ctx.db)
  const inZorg = new Map(clienten.rows.map(({ agb, subregioId, wet, n }) => [`${agb} ${subregioId} ${wet}`, n]))
  const geteld = await sql<Geteld>`select kpi, agb, subregio_id, uitkomst, telt is null as eruit, sum(n)::int as n,
      coalesce(sum(som), 0)::int as som, count(*)::int as clienten
    from (select kpi, agb, subregio_id, client_id, uitkomst, telt, count(*) as n, sum(telt) as som from tel_geval
      group by kpi, agb, subregio_id, client_id, uitkomst, telt) per_client
    group by kpi, agb, subregio_id, uitkomst, telt is null`.execute(ctx.db)
  const gevallen = Map.groupBy(geteld.rows, ({ kpi, agb, subregioId }) => `${kpi} ${agb} ${subregioId}`)
  const achter = await leesAchter(ctx)

  return (definitie, agb, subregioId) => {
    const eigen = gevallen.get(`${definitie.code} ${agb} ${subregioId}`) ?? []
    const mee = eigen.filter(({ eruit }) => !eruit)
    return {
      clientenInZorg: som(definitie.wetten.map((wet) => inZorg.get(`${agb} ${subregioId} ${wet}`) ?? 0)),
      n: som(mee.map(({ n }) => n)),
      teller: som(mee.map((rij) => rij.som)),
      heeftMeting: definitie.code !== 'clienttevredenheid' || eigen.length > 0,
      uitgesloten: Object.fromEntries(
        definitie.uitsluitingen.map(({ code }) => [
          code,
          som(eigen.filter((r) => r.eruit && r.uitkomst === code).map((r) => r.n)),
        ]),
      ),
      clienten: {
        ...achter.get(`${definitie.code} ${agb} ${subregioId}`),
        uitgesloten: Object.fromEntries(eigen.filter((r) => r.eruit).map((r) => [r.uitkomst, r.clienten])),
      },
    }
  }
}

// A client with two toewijzingen, one in time and one too late, stands behind both counts.
async function leesAchter(ctx: Context): Promise<Map<string, Achter>> {
  const { rows } = await sql<{ plaats: string; n: number; teller: number; rest: number }>`
    select kpi || ' ' || agb || ' ' || subregio_id as plaats, count(*)::int as n, count(*) filter (where teller)::int as teller,
      count(*) filter (where rest)::int as rest
    from (select kpi, agb, subregio_id, client_id, bool_or(telt > 0) as teller, bool_or(telt = 0) as rest from tel_geval
      where telt is not null group by kpi, agb, subregio_id, client_id) per_client
    group by kpi, agb, subregio_id`.execute(ctx.db)
  return new Map(rows.map(({ plaats, ...achter }) => [plaats, achter]))
}

type Geteld = {
  kpi: string
  agb: string
  subregioId: string
  uitkomst: string
  eruit: boolean
  n: number
  som: number
  clienten: number
}

function som(getallen: readonly number[]): number {
  return getallen.reduce((totaal, getal) => totaal + getal, 0)
}
