import type { Context } from '../../../platform/context.ts'
import { isOpen, type Kleinzicht } from '../../plan/inrichting/kleine-aantallen.ts'
import { findDefinities } from './definities.ts'
import { schermAf, type Achter, type Cel, type Getoondecel } from './scherm-af.ts'

type Opgeslagen = Omit<Cel, 'schaal' | 'clienten'> & {
  berekeningId: string
  agb: string
  subregioId: string
  clienten: Achter
  regelsetdeelId: string
}

type Intern = 'clienten' | 'regelsetdeelId'
type Afgeschermd<R> = Omit<R, keyof Getoondecel | Intern> & Omit<Getoondecel, 'toonOordeel'>

/**
 * Rows of kpi_uitkomst as this person may see them. What a cell shows of the clients in care depends on the other KPI's of its
 * aanbieder, subregio and calculation: those are in `rijen`, or `erbij`.
 */
export async function schermUitkomsten<R extends Opgeslagen>(
  ctx: Context,
  klein: Kleinzicht | null,
  rijen: readonly R[],
  erbij: readonly Opgeslagen[] = [],
): Promise<Afgeschermd<R>[]> {
  const dicht = [...rijen, ...erbij].filter((rij) => !isOpen(klein, rij))
  if (klein === null || dicht.length === 0) return rijen.map((rij) => toon(rij, undefined))
  const definities = await findDefinities(
    ctx,
    dicht.map(({ regelsetdeelId }) => regelsetdeelId),
  )
  const getoond = new Map<Opgeslagen, Getoondecel>()
  const plaats = ({ berekeningId, agb, subregioId }: Opgeslagen) => `${berekeningId} ${agb} ${subregioId}`
  for (const cellen of Map.groupBy(dicht, plaats).values()) {
    const metSchaal = cellen.map((cel) => ({ ...cel, schaal: definities.get(cel.regelsetdeelId)!.schaal }))
    for (const [plek, cel] of schermAf(metSchaal, klein.minimum).entries()) getoond.set(cellen[plek]!, cel)
  }
  return rijen.map((rij) => toon(rij, getoond.get(rij)))
}

// Built without what stays inside, so that no page can show it by mistake.
function toon<R extends Opgeslagen>(rij: R, cel: Getoondecel | undefined): Afgeschermd<R> {
  const { clienten: _clienten, regelsetdeelId: _deel, ...open } = rij
  if (!cel) return { ...open, afgeschermd: null } as Afgeschermd<R>
  const { toonOordeel, ...getoond } = cel
  return { ...open, ...getoond, oordeel: toonOordeel ? rij.oordeel : null } as unknown as Afgeschermd<R>
}
