import type { Context } from '../../../platform/context.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { leesRegelsetdelen } from '../inrichting/lees-regelset.ts'
import { leesInhoud } from '../inrichting/regelset-inhoud.ts'
import { Bestedingsdrempels } from './ruimte.ts'
import { Verlengingsregels } from './verlenging.ts'

export type Overeenkomstregels = Awaited<ReturnType<typeof leesRegels>>

/** The rules about extensions and money as they apply today, each with its source for "Waarom?". */
export async function leesRegels(ctx: Context) {
  const { verlenging, feestdagen, bestedingsruimte } = await leesRegelsetdelen(
    ctx,
    ['verlenging', 'feestdagen', 'bestedingsruimte'],
    ctx.today,
  )
  return {
    opzegtermijn: leesInhoud(Verlengingsregels, verlenging.inhoud).opzegtermijn,
    kalender: leesInhoud(Kalender, feestdagen.inhoud),
    drempels: leesInhoud(Bestedingsdrempels, bestedingsruimte.inhoud),
    bronnen: { verlenging, bestedingsruimte },
  }
}
