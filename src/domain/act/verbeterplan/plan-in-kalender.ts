import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { asRegion } from '../../../platform/transaction.ts'
import { berekenTermijn } from '../../begrippen/termijn.ts'
import { planTermijn } from '../../plan/kalender/plan-termijn.ts'
import { vervalTermijn } from '../../plan/kalender/verval-termijn.ts'
import { vervulTermijn } from '../../plan/kalender/vervul-termijn.ts'
import { leesKalender } from './lees-planregels.ts'
import type { Planrij } from './lees-plan.ts'
import { puntenVan, type Plan } from './plan.ts'
import { looptijdVan, type Planregels } from './planregels.ts'
import { plantermijnen, type Plantermijn } from './plantermijnen.ts'

type Termijnrij = Pick<Planrij, 'id' | 'nummer' | 'aanbiederId' | 'overeenkomstId'>

/** The terms of a plan that was just asked. */
export async function planEersteTermijnen(
  ctx: Context,
  rij: Termijnrij,
  regels: Planregels,
  plan: Plan,
  start: Temporal.PlainDate,
) {
  for (const termijn of plantermijnen(plan, regels, ctx.today)) await zet(ctx, rij, regels, { ...termijn, start })
  await bewaarEersteDag(ctx, rij.id)
}

/** What the plan no longer waits for was done, or asks nothing any more; what is new or moved is planned. */
export async function volgPlantermijnen(
  ctx: Context,
  rij: Termijnrij,
  regels: Planregels,
  oud: Plan,
  nieuw: Plan,
  op: Temporal.PlainDate,
) {
  const eerst = plantermijnen(oud, regels, ctx.today)
  const nu = plantermijnen(nieuw, regels, op)
  for (const { sleutel } of eerst.filter((een) => !nu.some((ander) => ander.sleutel === een.sleutel))) {
    if (isGedaan(nieuw, sleutel)) await vervulTermijn(ctx, 'verbeterplan', rij.id, op, sleutel)
    else
      await vervalTermijn(
        ctx,
        'verbeterplan',
        rij.id,
        nieuw.geslotenReden ?? 'Er is over beslist zonder melding.',
        sleutel,
      )
  }
  for (const termijn of nu) {
    const was = eerst.find(({ sleutel }) => sleutel === termijn.sleutel)
    if (was && (was.datum === null || termijn.datum === null || was.datum.equals(termijn.datum))) continue
    await zet(ctx, rij, regels, termijn)
  }
  await bewaarEersteDag(ctx, rij.id)
}

/** Whether what a closed term asked was done: something was handed in, judged or reported. */
function isGedaan(plan: Plan, sleutel: string): boolean {
  const gemeld = (nr: number) => plan.meldingen.some((een) => een.nr === nr)
  switch (sleutel) {
    case 'indienen':
    case 'aanvullen':
      return plan.stand === 'ingediend'
    case 'beoordelen':
      return plan.stand !== 'ingetrokken'
    case 'eindoordeel':
      return plan.stand !== 'ingetrokken'
    case 'realisatie':
      return puntenVan(plan).every(({ nr }) => gemeld(nr))
    default:
      return gemeld(Number(sleutel.replace('punt-', '')))
  }
}

async function zet(ctx: Context, rij: Termijnrij, regels: Planregels, termijn: Plantermijn) {
  const { sleutel, titel, kant, wat, datum, start, gevolg } = termijn
  const looptijd = wat === 'realisatie' || wat === 'punt' ? null : looptijdVan(regels, wat)
  // a day that is what the rule of the form gives is kept with how it was counted; another was agreed
  const geteld =
    looptijd && (datum === null || berekenTermijn(looptijd, start, await leesKalender(ctx)).einddatum.equals(datum))
  await planTermijn(ctx, {
    bron: 'verbeterplan',
    bronId: rij.id,
    sleutel,
    titel: `${titel} (${rij.nummer})`,
    regel: geteld
      ? { looptijd, naam: looptijd.naam, bron: looptijd.bron }
      : { datum: datum!, bron: wat === 'realisatie' ? regels.realisatie : (looptijd?.bron ?? null) },
    startdatum: start,
    startgebeurtenis: looptijd?.startgebeurtenis ?? 'het oordeel over het plan',
    wie: kant === 'aanbieder' ? { kant } : { kant: 'regio', rol: 'contractmanager' },
    over: { aanbiederId: rij.aanbiederId, overeenkomstId: rij.overeenkomstId },
    gevolg,
  })
}

// Kept for lists: the first day on which somebody must have acted.
async function bewaarEersteDag(ctx: Context, id: string) {
  await asRegion(ctx, () =>
    sql`update verbeterplan set eerste_dag = (select min(t.einddatum) from termijn t where t.regio_id = ${ctx.regioId}
        and t.bron = 'verbeterplan' and t.bron_id = ${id} and t.gesloten_op is null)
      where regio_id = ${ctx.regioId} and id = ${id}`.execute(ctx.db),
  )
}
