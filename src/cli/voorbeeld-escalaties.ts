import { besluitOverStap } from '../domain/act/escalatie/besluit-over-stap.ts'
import type { Grond } from '../domain/act/escalatie/gronden.ts'
import { leesZaak } from '../domain/act/escalatie/lees-zaak.ts'
import { openEscalatie } from '../domain/act/escalatie/open-escalatie.ts'
import { legStukVast } from '../domain/act/escalatie/leg-stuk-vast.ts'
import { listEscalaties } from '../domain/act/escalatie/queries.ts'
import { trekStapIn } from '../domain/act/escalatie/trek-stap-in.ts'
import { verzendBrief } from '../domain/act/escalatie/verzend-brief.ts'
import type { Verzending } from '../domain/act/escalatie/zaak.ts'
import { zetStap, type Stapinvoer } from '../domain/act/escalatie/zet-stap.ts'
import { legBevindingVast } from '../domain/check/bevinding/leg-bevinding-vast.ts'
import type { Context } from '../platform/context.ts'
import { inReadTransaction, inTransaction } from '../platform/transaction.ts'
import { findPlanVan, isPlanbeurt, speelPlanbeurt, type Planbeurt } from './voorbeeld-plannen.ts'
import { binnen, type Daad, type Register } from './voorbeeld-register.ts'

type Velden = Record<string, string>
type Stap = {
  stap: string
  /** Where to, for a step that leads to more than one state. */
  doel?: string
  grond?: Grond
  motivering?: string
  velden?: Velden
  stukken?: Record<string, Velden>
  maatregelen?: Record<string, Velden>
}
type Beurt = Planbeurt | Zaakbeurt
type Zaakbeurt = Daad &
  (
    | ({ doe: 'open' } & Stap)
    | ({ doe: 'zet' } & Stap)
    | { doe: 'besluit'; akkoord: boolean; reden: string }
    | { doe: 'verstuur'; wijze: Verzending['wijze']; kenmerk: string }
    | { doe: 'stuk'; soort: string; velden: Velden }
    | { doe: 'trek in'; reden: string }
  )
/** escalaties.json: cases, act by act, as people did them. Days as YYYY-MM-DD, amounts in cents. */
export type Voorbeeldzaak = { agb: string; titel: string; bevinding?: string; beurten: Beurt[] }

/** Plays the cases of the demonstration region through the same use cases as real ones. Done once, in one transaction. */
export async function vulEscalatiesAan(ctx: Context, zaken: Voorbeeldzaak[], register: Register): Promise<void> {
  const bekend = await inReadTransaction(ctx, (ctx) =>
    listEscalaties(ctx, {}, { sorteer: 'geopend', richting: 'op', pagina: 1 }),
  )
  if (bekend.totaal > 0) return
  await inTransaction(ctx, async (ctx) => {
    for (const zaak of zaken) await speelZaak(ctx, zaak, register)
  })
}

async function speelZaak(ctx: Context, { agb, titel, bevinding, beurten }: Voorbeeldzaak, register: Register) {
  const aanbiederId = register.aanbiederId(agb)
  let id = ''
  // everybody saw the newest: each act makes one version
  let gezien = 0
  for (const beurt of beurten) {
    if (isPlanbeurt(beurt)) {
      await speelPlanbeurt(ctx, await findPlanVan(ctx, id), beurt, register)
      gezien = (await leesZaak(ctx, id)).rij.versie
      continue
    }
    const als = binnen(ctx, register).als(beurt)
    if (beurt.doe === 'open') {
      const bevindingId = bevinding
        ? await legBevindingVast(als, { aanbiederId, titel: bevinding, toelichting: '' })
        : undefined
      id = await openEscalatie(als, {
        aanbiederId,
        titel,
        zet: stap(beurt, als.today),
        ...(bevindingId && { bevindingId }),
      })
      gezien = (await leesZaak(als, id)).rij.versie
      continue
    }
    if (beurt.doe === 'zet') await zetStap(als, id, gezien, stap(beurt, als.today))
    else if (beurt.doe === 'besluit') await besluitOverStap(als, id, gezien, beurt)
    else if (beurt.doe === 'stuk')
      await legStukVast(als, id, gezien, { soort: beurt.soort, velden: beurt.velden, datum: als.today })
    else if (beurt.doe === 'trek in') await trekStapIn(als, id, gezien, beurt.reden)
    else await verzendBrief(als, id, gezien, { datum: als.today, wijze: beurt.wijze, kenmerk: beurt.kenmerk })
    gezien++
  }
}

function stap(
  { stap, doel, grond, motivering = '', velden = {}, stukken = {}, maatregelen = {} }: Stap,
  datum: Temporal.PlainDate,
): Stapinvoer {
  return {
    overgang: stap,
    doel,
    grond,
    motivering,
    datum,
    velden,
    stukken: Object.entries(stukken).map(([soort, velden]) => ({ soort, velden, datum })),
    maatregelen: Object.entries(maatregelen).map(([soort, velden]) => ({ soort, velden })),
  }
}
