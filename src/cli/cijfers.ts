import { makeContext, OPDRACHTREGEL, type Diensten } from '../diensten.ts'
import { leesCijfers } from '../domain/check/kpi/lees-cijfers.ts'
import { beoordeelBerichten } from '../domain/do/bericht/beoordeel-berichten.ts'
import { Stop } from '../platform/errors.ts'
import { kiesRegio } from './regio.ts'

/** Prints all figures of a region, as JSON or as lines. What was read but not yet judged is judged first. */
export async function cijfers(
  diensten: Diensten,
  opties: { regio?: string; jaar?: string; json?: boolean },
): Promise<number> {
  if (opties.jaar !== undefined && !/^\d{4}$/.test(opties.jaar))
    throw new Stop('Schrijf het jaar met vier cijfers, bijvoorbeeld --jaar 2025.')
  const regio = await kiesRegio(diensten.db, opties.regio)
  const ctx = makeContext(diensten, regio.id, OPDRACHTREGEL)
  await beoordeelBerichten(ctx)
  const uitkomst = await leesCijfers(ctx, opties.jaar === undefined ? {} : { jaar: Number(opties.jaar) })
  if (opties.json) {
    console.log(JSON.stringify(uitkomst))
    return 0
  }
  for (const rij of uitkomst.kpi) {
    console.log(
      [
        rij.jaar,
        rij.kpi,
        rij.agb,
        rij.subregio,
        rij.waarde?.replace('.', ',') ?? '-',
        rij.oordeel ?? rij.reden ?? '',
        `n ${rij.n}`,
      ].join('\t'),
    )
  }
  return 0
}
