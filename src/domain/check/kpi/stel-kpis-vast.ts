import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import type { NieuweBevinding } from '../bevinding/bevinding.ts'
import { maakBevindingen } from '../bevinding/maak-bevindingen.ts'
import { vereisMandaat } from '../../plan/bezetting/vereis-mandaat.ts'
import { vraagVolgen } from '../../plan/kalender/vraag-volgen.ts'
import { authorize } from '../../rechten.ts'
import { findDefinities, type Definitie } from './definities.ts'
import { lockKpis } from './lock-kpis.ts'
import { beoordeel, gevolgVanVaststellen } from './oordeel.ts'
import { findLaatsteBerekening, listGemeten, type OpgeslagenBerekening, type OpgeslagenUitkomst } from './queries.ts'
import { uiterlijkVaststellen } from './uiterlijk-vaststellen.ts'

/**
 * Establishes the newest calculation of a year (KPI-03). Every result below the norm becomes a bevinding, once per KPI,
 * aanbieder, subregio and year. `gezien` is the calculation the person looked at: throws 409 when it is no longer the newest,
 * and when there is none, when it is provisional, or when it is established already. `teLaat`: after the agreed day.
 */
export function stelKpisVast(
  ctx: Context,
  jaar: number,
  toelichting: string,
  { gezien }: { gezien?: string | undefined } = {},
): Promise<{ vaststellingId: string; bevindingen: number; teLaat: boolean }> {
  return inTransaction(ctx, async (ctx) => {
    await authorize(ctx, 'kpi:vaststellen')
    await vereisMandaat(ctx, { taak: 'kpi-vaststellen', gemeenten: [] })
    await lockKpis(ctx)
    const berekening = keur(await findLaatsteBerekening(ctx, jaar), jaar, gezien)
    const { id: vaststellingId } = await ctx.db
      .insertInto('kpiVaststelling')
      .values({
        regioId: ctx.regioId,
        berekeningId: berekening.id,
        jaar,
        vastgesteldOp: ctx.now,
        vastgesteldDoor: ctx.actor.id,
        toelichting: toelichting.trim(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const bevindingen = await maakBevindingen(ctx, await maakNieuweBevindingen(ctx, berekening))
    await vraagVolgen(ctx)
    const uiterlijk = await uiterlijkVaststellen(ctx, berekening.periodeTot)
    const teLaat = Temporal.PlainDate.compare(ctx.today, uiterlijk.dag) > 0
    await recordEvent(ctx, {
      soort: 'kpi:vastgesteld',
      onderwerp: { type: 'kpi-berekening', id: berekening.id },
      gegevens: { jaar, toelichting: toelichting.trim(), bevindingen, teLaat },
    })
    return { vaststellingId, bevindingen, teLaat }
  })
}

function keur(
  berekening: OpgeslagenBerekening | undefined,
  jaar: number,
  gezien: string | undefined,
): OpgeslagenBerekening {
  if (!berekening) {
    throw conflict(`Over ${jaar} is nog niets berekend. Bereken eerst de KPI’s.`)
  }
  if (berekening.voorlopig) {
    throw conflict(
      `De cijfers over ${jaar} zijn nog voorlopig. Vaststellen kan vanaf de peildatum, 1 maart ${jaar + 1}.`,
    )
  }
  if (gezien !== undefined && gezien !== berekening.id) {
    throw conflict('De KPI’s zijn intussen opnieuw berekend. Bekijk de nieuwe cijfers en stel die vast.')
  }
  if (berekening.vastgesteldOp) {
    throw conflict(`Deze cijfers over ${jaar} zijn al vastgesteld.`)
  }
  return berekening
}

async function maakNieuweBevindingen(ctx: Context, berekening: OpgeslagenBerekening): Promise<NieuweBevinding[]> {
  const uitkomsten = await listGemeten(ctx, berekening.id)
  const definities = await findDefinities(
    ctx,
    uitkomsten.map(({ regelsetdeelId }) => regelsetdeelId),
  )
  return uitkomsten.flatMap((uitkomst) => {
    const definitie = definities.get(uitkomst.regelsetdeelId)!
    const gevolg = gevolgVanVaststellen(definitie, beoordeel(definitie, { ...uitkomst, heeftMeting: true }), berekening)
    return gevolg === 'bevinding' || gevolg === 'indicatieve bevinding'
      ? [beschrijf(uitkomst, definitie, gevolg === 'indicatieve bevinding')]
      : []
  })
}

function beschrijf(uitkomst: OpgeslagenUitkomst, definitie: Definitie, indicatief: boolean): NieuweBevinding {
  // No figure in the words: who may see it reads it beside the finding, and everybody reads these (S44).
  const { agb, aanbiederId, subregioId, subregio, jaar } = uitkomst
  return {
    bron: 'kpi',
    sleutel: `kpi ${definitie.code} ${agb} ${subregioId} ${jaar}`,
    titel: `${definitie.naam} ${jaar} onder de norm in ${subregio}`,
    toelichting: `De uitkomst ligt onder de norm. De norm is: ${definitie.normtekst}.`,
    aanbiederId,
    agb,
    subregioId,
    kpiUitkomstId: uitkomst.id,
    clienten: telAchter(uitkomst),
    jaar,
    indicatief,
  }
}

// As scherm-af.ts: the fewest of those in care and those who were counted.
function telAchter({ clientenInZorg, n, clienten }: OpgeslagenUitkomst): number {
  const geteld = clienten.n ?? n
  return clientenInZorg === 0 ? geteld : Math.min(clientenInZorg, geteld)
}
