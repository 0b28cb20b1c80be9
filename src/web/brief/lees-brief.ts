import { maakStuk } from '../../domain/act/brief/maak-stuk.ts'
import { listNormenVan } from '../../domain/act/brief/normen-van-brief.ts'
import { leesAfzender } from '../../domain/plan/huisstijl/huisstijl.ts'
import { findBrief, findOntvanger, listOntvangers } from '../../domain/act/brief/queries.ts'
import { findTaak } from '../../domain/plan/bezetting/lees-taken.ts'
import type { Context } from '../../platform/context.ts'
import { Weigering } from '../../platform/errors.ts'

/** A letter with its addressees and the task that approves it. */
export async function leesBrief(ctx: Context, id: string) {
  const brief = await findBrief(ctx, id)
  const taak =
    brief.taak === null ? null : await findTaak(ctx, brief.taak, brief.gemeente, ctx.today).catch(alsOnbekend)
  return { brief, taak, ontvangers: await listOntvangers(ctx, id), normen: await listNormenVan(ctx, id) }
}

// A task that the region took away since: nobody may approve it, and the page says so when somebody tries.
function alsOnbekend(fout: unknown): null {
  if (fout instanceof Weigering && fout.status === 404) return null
  throw fout
}

/** The letter to one addressee, with who comes before and after. */
export async function leesOntvangerpagina(ctx: Context, id: string, ontvangerId: string) {
  const brief = await findBrief(ctx, id)
  const ontvanger = await findOntvanger(ctx, id, ontvangerId)
  const ontvangers = await listOntvangers(ctx, id)
  const plaats = ontvangers.findIndex((een) => een.id === ontvangerId)
  return {
    brief,
    ontvanger,
    stuk:
      ontvanger.documentId === null
        ? await maakStuk(ctx, brief, ontvanger, null, await leesAfzender(ctx, brief.gemeente))
        : null,
    vorige: ontvangers[plaats - 1],
    volgende: ontvangers[plaats + 1],
  }
}
