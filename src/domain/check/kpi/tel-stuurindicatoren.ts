import type { Context } from '../../../platform/context.ts'
import type { Definitie } from './definities.ts'
import type { Meetjaar } from './list-meetjaren.ts'
import { metRekenruimte } from './reken-ruimte.ts'
import {
  resultaatrealisatie,
  tevredenheidPerClient,
  voortijdigeUitval,
  wachttijdHeleRegio,
  type Resultaatrealisatie,
  type TevredenheidPerClient,
  type VoortijdigeUitval,
  type Wachttijd,
} from './stuurindicator.ts'
import {
  cijfergroepen,
  dekking,
  eindes,
  evaluatiegroepen,
  geevalueerdInZorg,
  wachttijden,
} from './stuurindicatoren.sql.ts'

/** What is measured beside a KPI. All but `dekking` are about all subregio's together and stand with each of them. */
export type Stuurindicatoren = {
  /** KPI 1: FRM-05. */
  tevredenheidPerClient?: TevredenheidPerClient
  /** KPI 2: FRM-04, and of how many toewijzingen that ended a result was established (KPI-17). */
  resultaatrealisatie?: Resultaatrealisatie
  dekking?: { beeindigd: number; geevalueerd: number }
  /** KPI 3: FRM-15 and waiting days. */
  voortijdigeUitval?: VoortijdigeUitval
  wachttijd?: Wachttijd
}

type Vind = (agb: string, subregioId: string) => Stuurindicatoren

/** Measures the stuurindicatoren of a year that was just counted (telKpis, same transaction); each stands with its KPI. */
export function telStuurindicatoren(
  ctx: Context,
  { periode, definities }: Meetjaar,
): Promise<Map<Definitie['code'], Vind>> {
  return metRekenruimte(ctx, async () => {
    const maak: Record<Definitie['code'], (definitie: Definitie) => Promise<Vind>> = {
      clienttevredenheid: (definitie) => telTevredenheid(ctx, definitie),
      'resultaat-behaald': (definitie) => telRealisatie(ctx, definitie, periode),
      'start-zorg': (definitie) => telUitval(ctx, definitie, periode),
    }
    const gevonden = new Map<Definitie['code'], Vind>()
    for (const definitie of definities) {
      gevonden.set(definitie.code, await maak[definitie.code](definitie))
    }
    return gevonden
  })
}

async function telTevredenheid(ctx: Context, { wetten, minimumWaarnemingen }: Definitie): Promise<Vind> {
  const { rows } = await cijfergroepen(wetten).execute(ctx.db)
  const perAgb = Map.groupBy(rows, ({ agb }) => agb)
  return (agb) => {
    const perOnderzoek = Map.groupBy(perAgb.get(agb) ?? [], ({ veldwerkEinde }) => veldwerkEinde)
    const onderzoeken = [...perOnderzoek].flatMap(([veldwerkEinde, groepen]) =>
      veldwerkEinde === null ? [] : [{ veldwerkEinde, groepen }],
    )
    return {
      tevredenheidPerClient: tevredenheidPerClient(perOnderzoek.get(null) ?? [], onderzoeken, minimumWaarnemingen),
    }
  }
}

async function telRealisatie(
  ctx: Context,
  { wetten, minimumWaarnemingen }: Definitie,
  periode: Meetjaar['periode'],
): Promise<Vind> {
  const groepen = Map.groupBy((await evaluatiegroepen(wetten).execute(ctx.db)).rows, ({ agb }) => agb)
  const inZorg = new Map((await geevalueerdInZorg(wetten).execute(ctx.db)).rows.map((rij) => [rij.agb, rij]))
  const { rows } = await dekking(wetten, ctx.regioId, periode, periode.peildatum).execute(ctx.db)
  const gedekt = new Map(rows.map(({ agb, subregioId, ...telling }) => [`${agb} ${subregioId}`, telling]))
  return (agb, subregioId) => ({
    resultaatrealisatie: resultaatrealisatie(
      groepen.get(agb) ?? [],
      inZorg.get(agb) ?? { inZorg: 0, daarvan: 0, tussentijds: 0 },
      minimumWaarnemingen,
    ),
    dekking: gedekt.get(`${agb} ${subregioId}`) ?? { beeindigd: 0, geevalueerd: 0 },
  })
}

async function telUitval(
  ctx: Context,
  { wetten, minimumWaarnemingen }: Definitie,
  periode: Meetjaar['periode'],
): Promise<Vind> {
  const { rows } = await eindes(wetten, ctx.regioId, periode).execute(ctx.db)
  const perAgb = Map.groupBy(rows, ({ agb }) => agb)
  const wacht = new Map((await wachttijden().execute(ctx.db)).rows.map((rij) => [rij.agb, rij]))
  return (agb) => {
    const eigen = perAgb.get(agb) ?? []
    const { n, voortijdig } = eigen.find(({ code }) => code === null) ?? { n: 0, voortijdig: 0 }
    const redenen = eigen.flatMap(({ wet, code, n }) =>
      wet === null || code === null ? [] : [{ wet, code, clienten: n }],
    )
    const dagen = wacht.get(agb) ?? { n: 0, mediaan: '', p90: 0 }
    return {
      voortijdigeUitval: voortijdigeUitval({ n, voortijdig, redenen }, minimumWaarnemingen),
      wachttijd: wachttijdHeleRegio(dagen.n, dagen.mediaan, dagen.p90, minimumWaarnemingen),
    }
  }
}
