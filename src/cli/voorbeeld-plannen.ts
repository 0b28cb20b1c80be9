import { beoordeelPlan } from '../domain/act/verbeterplan/beoordeel-plan.ts'
import { beoordeelRealisatie } from '../domain/act/verbeterplan/beoordeel-realisatie.ts'
import { bewaarConcept } from '../domain/act/verbeterplan/concept.ts'
import { dienPlanIn } from '../domain/act/verbeterplan/dien-plan-in.ts'
import type { Einde } from '../domain/act/verbeterplan/doe-afsluiting.ts'
import { leesPlan } from '../domain/act/verbeterplan/lees-plan.ts'
import { meldRealisatie } from '../domain/act/verbeterplan/meld-realisatie.ts'
import type { Planoordeel, Realisatieoordeel } from '../domain/act/verbeterplan/plan.ts'
import { listPlannen, listPlannenVan } from '../domain/act/verbeterplan/queries.ts'
import { sluitPlan } from '../domain/act/verbeterplan/sluit-plan.ts'
import { verzetTermijn } from '../domain/act/verbeterplan/verzet-termijn.ts'
import { vraagPlan } from '../domain/act/verbeterplan/vraag-plan.ts'
import { listGesprekken } from '../domain/act/gesprek/list-gesprekken.ts'
import { legBevindingVast } from '../domain/check/bevinding/leg-bevinding-vast.ts'
import type { Context } from '../platform/context.ts'
import { inReadTransaction, inTransaction, narrow } from '../platform/transaction.ts'
import { binnen, type Daad, type Register } from './voorbeeld-register.ts'

type Punt = { nr?: number; oorzaak: string; maatregel: string; resultaat: string; wie: string; wanneer: string }
/** Per point a word and a text: a judgement with its reason, or what was realised with its evidence. */
type PerPunt<Woord extends string = string> = Record<string, [Woord, string]>
export type Planbeurt = Daad &
  (
    | { doe: 'plan'; punten: Punt[]; toelichting?: string }
    | { doe: 'planconcept'; punten: Partial<Punt>[] }
    | {
        doe: 'planoordeel'
        punten: PerPunt<Planoordeel>
        geheel: Planoordeel
        reden: string
        uiterlijk?: string
        realisatie?: string
      }
    | { doe: 'melden'; punten: PerPunt }
    | { doe: 'realisatie'; punten: PerPunt<Realisatieoordeel>; tot?: string }
    | { doe: 'verzetten'; naar: string; reden: string }
    | { doe: 'plansluiten'; einde: Einde; reden: string }
  )
type Vraagbeurt = Daad & { doe: 'vraag'; uiterlijk: string; realisatie?: string }

/** verbeterplannen.json: plans, act by act. `gesprek`: the day of the meeting they came from. Days as YYYY-MM-DD. */
export type Voorbeeldplan = {
  agb: string
  titel: string
  aanleiding: string
  bevinding?: string
  gesprek?: string
  beurten: [Vraagbeurt, ...Planbeurt[]]
}

const TIJD = '11:00'
const dag = (iso: string) => Temporal.PlainDate.from(iso)
const dagOf = (iso: string | undefined) => (iso === undefined ? null : dag(iso))

/** Plays the plans of the demonstration region through the same use cases as real ones. Done once, in one transaction. */
export async function vulPlannenAan(ctx: Context, plannen: Voorbeeldplan[], register: Register): Promise<void> {
  const bekend = await inReadTransaction(ctx, (ctx) =>
    listPlannen(ctx, {}, { sorteer: 'gevraagd', richting: 'op', pagina: null }),
  )
  if (plannen.some(({ titel }) => bekend.rijen.some((rij) => rij.titel === titel))) return
  await inTransaction(ctx, async (ctx) => {
    for (const plan of plannen) await speelPlan(ctx, plan, register)
  })
}

async function speelPlan(ctx: Context, plan: Voorbeeldplan, register: Register) {
  const [vraag, ...beurten] = plan.beurten
  const aanbiederId = register.aanbiederId(plan.agb)
  const als = binnen(ctx, register).als(vraag, TIJD)
  const gesprekken = plan.gesprek
    ? (await listGesprekken(als, { aanbiederId }, { sorteer: 'datum', richting: 'op', pagina: 1 })).rijen
    : []
  const id = await vraagPlan(als, {
    aanbiederId,
    overeenkomstId: null,
    bevindingId: plan.bevinding
      ? await legBevindingVast(als, { aanbiederId, titel: plan.bevinding, toelichting: '' })
      : null,
    gesprekId: gesprekken.find(({ datum }) => datum.toString() === plan.gesprek)?.id ?? null,
    titel: plan.titel,
    aanleiding: plan.aanleiding,
    startdatum: plan.gesprek ? dag(plan.gesprek) : als.today,
    uiterlijk: dag(vraag.uiterlijk),
    realisatieUiterlijk: dagOf(vraag.realisatie),
  })
  for (const beurt of beurten) await speelPlanbeurt(ctx, id, beurt, register)
}

/** The plan that a case asked for. */
export async function findPlanVan(ctx: Context, escalatieId: string): Promise<string> {
  return (await listPlannenVan(ctx, { escalatieId }))[0]!.id
}

/** One act on a plan, by whom and when it was done. */
export async function speelPlanbeurt(ctx: Context, id: string, beurt: Planbeurt, register: Register): Promise<void> {
  const als = binnen(ctx, register).als(beurt, TIJD)
  // its own draft is for an aanbieder's eyes only
  await narrow(als)
  await speel(als, id, beurt)
  await narrow(ctx)
}

async function speel(als: Context, id: string, beurt: Planbeurt): Promise<void> {
  const { rij } = await leesPlan(als, id)
  switch (beurt.doe) {
    case 'plan': {
      const punten = beurt.punten.map(({ nr, wie, wanneer, ...velden }) => ({
        nr: nr ?? null,
        velden,
        wie,
        einddatum: dag(wanneer),
      }))
      return dienPlanIn(als, id, rij.versie, { punten, toelichting: beurt.toelichting ?? '', ontvangen: als.today })
    }
    case 'planconcept': {
      const velden = beurt.punten.flatMap((punt, i) =>
        Object.entries(punt).map(([naam, tekst]) => [`punten.${i}.${naam}`, String(tekst)] as const),
      )
      return bewaarConcept(als, id, 'plan', 0, { ...Object.fromEntries(velden), aantal: String(beurt.punten.length) })
    }
    case 'planoordeel': {
      const { geheel, reden, uiterlijk, realisatie } = beurt
      const punten = per(beurt.punten)
      return beoordeelPlan(als, id, rij.versie, {
        punten,
        geheel,
        reden,
        uiterlijk: dagOf(uiterlijk),
        realisatieUiterlijk: dagOf(realisatie),
      })
    }
    case 'melden':
      return meldRealisatie(
        als,
        id,
        rij.versie,
        Object.entries(beurt.punten).map(([nr, [tekst, bewijs]]) => ({ nr: Number(nr), tekst, bewijs })),
      )
    case 'realisatie':
      return beoordeelRealisatie(als, id, rij.versie, {
        punten: per(beurt.punten),
        realisatieUiterlijk: dagOf(beurt.tot),
      })
    case 'verzetten':
      return verzetTermijn(als, id, rij.versie, { naar: dag(beurt.naar), reden: beurt.reden })
    case 'plansluiten':
      return sluitPlan(als, id, rij.versie, beurt)
  }
}

function per<Woord extends string>(punten: PerPunt<Woord>) {
  return Object.entries(punten).map(([nr, [oordeel, reden]]) => ({ nr: Number(nr), oordeel, reden }))
}

/** Acts on the plan of a case, beside those on the case itself. */
export function isPlanbeurt(beurt: { doe: string }): beurt is Planbeurt {
  return ['plan', 'planconcept', 'planoordeel', 'melden', 'realisatie', 'verzetten', 'plansluiten'].includes(beurt.doe)
}
