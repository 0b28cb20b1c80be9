import { recordEvent } from '../../../platform/audit.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { bewaarZaak } from './bewaar-zaak.ts'
import { doeStap } from './doe.ts'
import { deelVan } from './ladder.ts'
import { leesZaak } from './lees-zaak.ts'
import { metStukken, past, toetsZet } from './toets.ts'
import { vereisMandaatStap, type Bevoegd } from './vereis-mandaat-stap.ts'
import { eisUitkomst } from './weiger-stap.ts'
import type { Stuk, Zet } from './zaak.ts'

/**
 * Puts what happened to a verbeterplan into its case (ESA-12, ESA-16), and takes the step this makes when the case allows it: a plan
 * that came too late lies in the case and moves nothing. The caller has authorised the act on the plan; the step asks its own mandate
 * (403). Gives the step that was taken.
 */
export async function neemPlanOver(
  ctx: Context,
  id: string,
  stuk: Omit<Stuk, 'beurt'>,
  stap: string | null,
  partij: Zet['partij'],
): Promise<string | null> {
  const geopend = await leesZaak(ctx, id, true)
  const { ladder, zaak, feiten, rij } = geopend
  if (!ladder.stukken.some(({ code }) => code === stuk.soort)) throw notFound(`Het stuk ${stuk.soort} in de ladder`)
  if (deelVan(ladder, 'toestanden', zaak.toestand!).soort === 'einde') return null
  const overgang = ladder.overgangen.find(({ code }) => code === stap)
  const zet: Zet = {
    overgang: stap ?? '',
    motivering: '',
    datum: ctx.today,
    velden: {},
    stukken: [stuk],
    maatregelen: [],
    partij,
    door: ctx.actor.id,
  }
  const kan = overgang && past(overgang, zaak.toestand) && toetsZet(ladder, zaak, zet, feiten).length === 0
  const bevoegd: Bevoegd =
    kan && overgang.mandaat !== null
      ? await vereisMandaatStap(ctx, ladder, zet, rij.overeenkomstId)
      : { taken: new Set(), bevoegdheid: null }
  const nieuw = kan
    ? eisUitkomst(doeStap(ladder, zaak, zet, bevoegd.taken, feiten)).zaak
    : metStukken(ladder, zaak, { stukken: [stuk] })
  await bewaarZaak(ctx, geopend, nieuw, { partij, bevoegd: bevoegd.bevoegdheid })
  await recordEvent(ctx, {
    soort: 'stuk:vastgelegd',
    onderwerp: { type: 'escalatie', id },
    gegevens: {
      stuk: stuk.soort,
      uit: 'verbeterplan',
      stap: kan ? stap : null,
      naar: nieuw.toestand,
      ...bevoegd.bevoegdheid,
    },
  })
  return kan ? stap : null
}
