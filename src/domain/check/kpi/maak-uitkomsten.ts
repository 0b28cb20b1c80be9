import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { procent } from '../../begrippen/percentage.ts'
import { leesRegelset } from '../../plan/inrichting/lees-regelset.ts'
import { Minimumaantallen } from '../../plan/inrichting/regelset.ts'
import { benchmarks, type Benchmark } from './benchmark.ts'
import { listCombinaties, type Combinatie } from './combinaties.ts'
import type { Definitie } from './definities.ts'
import type { Meetjaar } from './list-meetjaren.ts'
import { definitieVoor } from './normen-per-aanbieder.ts'
import { beoordeel, type Uitkomst } from './oordeel.ts'
import type { Kpitelling, Tellingen } from './tel-kpis.ts'
import { telStuurindicatoren, type Stuurindicatoren } from './tel-stuurindicatoren.ts'

/** What stands beside a figure without changing its judgement; keys that a KPI does not have are missing. */
export type Kenmerken = Stuurindicatoren & {
  /** KPI 3: middle and 90 % of the waiting days of those who started (one decimal, whole days), and how many never did. */
  mediaan?: string | null
  p90?: number | null
  nooitGestart?: number
  /** KPI 1: respondents as a percentage of the clients in care, one decimal, cut off. */
  respons?: string | null
  /** KPI 2: evaluations that were not behaald, by origin of the reason. */
  redenen?: Record<string, number>
  /** Where the others stand (ROL-21); null when that may not be shown. */
  benchmark?: Benchmark | null
}

export type Kpiuitkomst = Combinatie & Kpitelling & { definitie: Definitie; uitkomst: Uitkomst; kenmerken: Kenmerken }

/** Judges every KPI × aanbieder × subregio of a year that was just counted (telKpis, same transaction). */
export async function maakUitkomsten(ctx: Context, meetjaar: Meetjaar, telling: Tellingen): Promise<Kpiuitkomst[]> {
  const { definities, afwijkingen } = meetjaar
  const stuurindicatoren = await telStuurindicatoren(ctx, meetjaar)
  const wachtdagen = await leesWachtdagen(ctx)
  const redenen = await leesRedenen(ctx)
  const kaal = (await listCombinaties(ctx)).flatMap((combinatie) =>
    definities.map((nieuwste) => {
      const definitie = definitieVoor(afwijkingen, nieuwste, combinatie.agb)
      const geteld = telling(definitie, combinatie.agb, combinatie.subregioId)
      const plaats = `${combinatie.agb} ${combinatie.subregioId}`
      const kenmerken: Record<Definitie['code'], () => Kenmerken> = {
        clienttevredenheid: () => ({ respons: respons(geteld) }),
        'resultaat-behaald': () => ({ redenen: redenen.get(plaats) ?? {} }),
        'start-zorg': () => wachtdagen.get(plaats) ?? { mediaan: null, p90: null, nooitGestart: 0 },
      }
      return {
        ...combinatie,
        ...geteld,
        definitie,
        uitkomst: beoordeel(definitie, geteld),
        kenmerken: {
          ...kenmerken[definitie.code](),
          ...stuurindicatoren.get(definitie.code)!(combinatie.agb, combinatie.subregioId),
        },
      }
    }),
  )
  return voegBenchmarkToe(kaal, Minimumaantallen.parse((await leesRegelset(ctx, 'minimumaantallen', ctx.today)).inhoud))
}

function voegBenchmarkToe(uitkomsten: Kpiuitkomst[], minima: Parameters<typeof benchmarks>[1]): Kpiuitkomst[] {
  const groep = ({ definitie, subregioId }: Kpiuitkomst) => `${definitie.code} ${subregioId}`
  const groepen = Map.groupBy(uitkomsten, groep)
  const perGroep = new Map(
    [...groepen].map(([naam, rijen]) => [
      naam,
      benchmarks(
        rijen.flatMap(({ agb, n, uitkomst }) =>
          uitkomst.waarde === null ? [] : [{ agb, n, waarde: uitkomst.waarde }],
        ),
        minima,
      ),
    ]),
  )
  return uitkomsten.map((rij) => {
    const benchmark = perGroep.get(groep(rij))?.get(rij.agb)
    return benchmark === undefined ? rij : { ...rij, kenmerken: { ...rij.kenmerken, benchmark } }
  })
}

function respons({ n, clientenInZorg, heeftMeting }: Kpitelling): string | null {
  return heeftMeting && clientenInZorg > 0 ? procent(n, clientenInZorg, 1) : null
}

async function leesWachtdagen(ctx: Context): Promise<Map<string, Kenmerken>> {
  const { rows } = await sql<{ plaats: string; mediaan: string | null; p90: number | null; nooitGestart: number }>`
    select agb || ' ' || subregio_id as plaats,
      to_char(percentile_cont(0.5) within group (order by dagen), 'FM9999990.0') as mediaan,
      percentile_disc(0.9) within group (order by dagen) as p90,
      (count(*) - count(dagen))::int as nooit_gestart
    from (select *, case when startdatum is not null then greatest(0, startdatum - referentiedatum) end as dagen from tel_geval
      where kpi = 'start-zorg' and telt is not null) geval
    group by agb, subregio_id`.execute(ctx.db)
  return new Map(rows.map(({ plaats, ...kenmerken }) => [plaats, kenmerken]))
}

async function leesRedenen(ctx: Context): Promise<Map<string, Record<string, number>>> {
  const { rows } = await sql<{ plaats: string; redenen: Record<string, number> }>`
    select plaats, jsonb_object_agg(reden, n) as redenen from (
      select agb || ' ' || subregio_id as plaats, reden, count(*) as n from tel_waarneming
      where soort = 'einde-beschikking' and resultaat = 'niet behaald' group by agb, subregio_id, reden) geteld
    group by plaats`.execute(ctx.db)
  return new Map(rows.map(({ plaats, redenen }) => [plaats, redenen]))
}
