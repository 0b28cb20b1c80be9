import type { Context } from '../../../platform/context.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { leesRegelsetdelen } from '../inrichting/lees-regelset.ts'
import { leesInhoud } from '../inrichting/regelset-inhoud.ts'
import { Termijnen } from '../inrichting/regelset.ts'
import type { Certificaatregels } from './certificaatstand.ts'

/** When to warn about a certificate, as it applies today. */
export async function leesCertificaatregels(ctx: Context): Promise<Certificaatregels> {
  const { termijnen, feestdagen } = await leesRegelsetdelen(ctx, ['termijnen', 'feestdagen'], ctx.today)
  const waarschuwing = leesInhoud(Termijnen, termijnen.inhoud).termijnen.find(
    ({ code }) => code === 'certificaat-verloopt',
  )
  return { waarschuwing: waarschuwing ?? null, kalender: leesInhoud(Kalender, feestdagen.inhoud) }
}
