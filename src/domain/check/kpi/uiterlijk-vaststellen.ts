import type { Context } from '../../../platform/context.ts'
import { berekenTermijn } from '../../begrippen/termijn.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { leesRegelsetdelen } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud } from '../../plan/inrichting/regelset-inhoud.ts'
import { Termijnen } from '../../plan/inrichting/regelset.ts'

/** Last day on which the results of a period are established in time, and the day from which to warn (KPI-03, AMB-17). */
export async function uiterlijkVaststellen(
  ctx: Context,
  periodeTot: Temporal.PlainDate,
): Promise<{ dag: Temporal.PlainDate; waarschuwVanaf: Temporal.PlainDate }> {
  const delen = await leesRegelsetdelen(ctx, ['termijnen', 'feestdagen'], ctx.today)
  const { termijnen } = leesInhoud(Termijnen, delen.termijnen.inhoud)
  const kalender = leesInhoud(Kalender, delen.feestdagen.inhoud)
  const einde = (code: string) => {
    const termijn = termijnen.find((kandidaat) => kandidaat.code === code)
    if (!termijn) {
      throw new Error(`The regelset has no term ${code}`)
    }
    return berekenTermijn(termijn, periodeTot, kalender).einddatum
  }
  return { dag: einde('kpi-vaststellen'), waarschuwVanaf: einde('kpi-vaststellen-waarschuwing') }
}
