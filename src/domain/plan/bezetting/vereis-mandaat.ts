import type { Context } from '../../../platform/context.ts'
import { Weigering } from '../../../platform/errors.ts'
import { rollen, type Rol } from '../../rechten.ts'
import { findTaak } from './lees-taken.ts'
import { alsWie, wieMag, type Bevoegd } from './mandaat.ts'
import { listMandaten, neemtWaar } from './queries.ts'

type Vraag = {
  taak: string
  /** CBS codes the decision is about; empty: the region as a whole. */
  gemeenten: readonly string[]
  bedragCent?: number
  maanden?: number
  /** Who prepared what is decided on, for tasks that ask four eyes. */
  voorbereidDoor?: string
}

/** Kept with the decision: as who it was taken, and on which mandate (null: the A of the matrix). */
export type Bevoegdheid = { als: Rol; mandaatId: string | null; grond: string }

/**
 * Throws 403, with the name of the role that may, when the actor has no mandate for this decision (ROL-13); and when he prepared
 * it himself, or stands in for who did, and the task asks four eyes. Needed in every gemeente the decision is about.
 */
export async function vereisMandaat(ctx: Context, vraag: Vraag): Promise<Bevoegdheid> {
  const mandaten = await listMandaten(ctx, vraag.taak)
  let gevonden: Bevoegdheid | undefined
  for (const gemeente of vraag.gemeenten.length > 0 ? vraag.gemeenten : [null]) {
    const taak = await findTaak(ctx, vraag.taak, gemeente, ctx.today)
    const { bedragCent, maanden } = vraag
    const bevoegd = wieMag(taak.verdeling, mandaten, { gemeente, datum: ctx.today, bedragCent, maanden })
    const als = alsWie(bevoegd, ctx.actor.rollen, gemeente)
    if (!als) throw geenMandaat(taak.naam, bevoegd)
    if (taak.vierOgen && vraag.voorbereidDoor !== undefined) await eisVierOgen(ctx, taak.naam, vraag.voorbereidDoor)
    gevonden ??= { als: als.rol, mandaatId: als.mandaat?.id ?? null, grond: als.mandaat?.grond ?? taak.bron.tekst }
  }
  return gevonden!
}

function geenMandaat(taak: string, bevoegd: readonly Bevoegd[]) {
  const namen = [...new Set(bevoegd.map(({ rol }) => rollen[rol].toLowerCase()))]
  return new Weigering(
    403,
    'geen-mandaat',
    namen.length === 0
      ? `Voor "${taak}" heeft niemand mandaat. Vraag de functioneel beheerder om de taakverdeling aan te vullen.`
      : `Voor "${taak}" heeft u hier geen mandaat. Dat heeft: ${namen.join(' of ')}. Leg het daar voor.`,
  )
}

async function eisVierOgen(ctx: Context, taak: string, voorbereidDoor: string) {
  if (ctx.actor.id !== voorbereidDoor && !(await neemtWaar(ctx, ctx.actor.id, voorbereidDoor))) return
  throw new Weigering(
    403,
    'vier-ogen',
    `"${taak}" vraagt twee mensen: wie het voorbereidt of voor die persoon waarneemt, besluit er niet over. Vraag een ander met mandaat.`,
  )
}
