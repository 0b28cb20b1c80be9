import type { Context } from '../../../platform/context.ts'
import type { Afzender, Document } from '../../../platform/document/document.ts'
import { Kalender } from '../../begrippen/werkdagen.ts'
import { leesRegelsetdelen } from '../../plan/inrichting/lees-regelset.ts'
import { leesInhoud, leesVersies } from '../../plan/inrichting/regelset-inhoud.ts'
import { Termijnen } from '../../plan/inrichting/regelset.ts'
import { maakBriefblokken, maakBriefdocument } from './maak-briefdocument.ts'
import type { Brief, Ontvanger } from './queries.ts'
import { Briefsjablonen, type Sjabloonveld } from './sjabloon.ts'

/** The letter to one addressee as a document: as it is sent, or as it would be sent today when it has no number yet. */
export async function maakStuk(
  ctx: Context,
  brief: Brief,
  ontvanger: Pick<Ontvanger, 'aanbieder' | 'tav' | 'plaats' | 'eigen'>,
  nummer: string | null,
  { afzender }: { afzender: Afzender },
): Promise<Document> {
  const delen = await leesRegelsetdelen(ctx, ['feestdagen', 'termijnen'], ctx.today)
  const inhoud = {
    onderwerp: brief.onderwerp,
    alineas: brief.alineas,
    velden: await leesVelden(ctx, brief),
    waarden: brief.velden,
    eigen: ontvanger.eigen,
    aanbieder: ontvanger.aanbieder,
    afzender: afzender.naam,
    nummer,
    datum: ctx.today,
    wijze: brief.wijze,
    kalender: leesInhoud(Kalender, delen.feestdagen.inhoud),
    termijnen: leesInhoud(Termijnen, delen.termijnen.inhoud).termijnen,
  }
  return maakBriefdocument({
    titel: brief.onderwerp,
    afzender,
    ...ontvanger,
    datum: ctx.today,
    kenmerk: nummer ?? 'volgt bij verzending',
    verzending: brief.aangetekend ? 'Aangetekend per post' : brief.wijze === 'post' ? 'Per post' : 'Per e-mail',
    blokken: maakBriefblokken(inhoud),
    gemaaktOp: ctx.now,
  })
}

/** The fields of the template as it was when the letter was written. */
export async function leesVelden(
  ctx: Context,
  { sjabloon, regelsetdeelId }: Pick<Brief, 'sjabloon' | 'regelsetdeelId'>,
): Promise<Sjabloonveld[]> {
  const [deel] = await leesVersies(ctx, [{ id: regelsetdeelId }])
  return leesInhoud(Briefsjablonen, deel!.inhoud).sjablonen.find(({ code }) => code === sjabloon)?.velden ?? []
}
