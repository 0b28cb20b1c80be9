import type { Context } from '../../../platform/context.ts'
import { listGemeenten } from '../inrichting/queries.ts'
import { zoekGebreken, type Vastgelegd } from './gebreken.ts'
import { leesOrganisatieregels } from './lees-regels.ts'
import {
  listDienstverlening,
  listHarmonisatie,
  listMaatregelen,
  listModelversies,
  listSamenwerking,
} from './queries.ts'

/** How contract management is organised today, with the rules it is held against and what is missing. */
export async function leesOrganisatie(ctx: Context) {
  const regels = await leesOrganisatieregels(ctx)
  const gemeenten = await listGemeenten(ctx)
  const vastgelegd: Vastgelegd = {
    modellen: await listModelversies(ctx),
    maatregelen: await listMaatregelen(ctx),
    dienstverlening: await listDienstverlening(ctx),
    samenwerking: await listSamenwerking(ctx),
    harmonisatie: await listHarmonisatie(ctx),
  }
  return { regels, gemeenten, ...vastgelegd, gebreken: zoekGebreken(regels, vastgelegd, gemeenten, ctx.today) }
}

export type Organisatie = Awaited<ReturnType<typeof leesOrganisatie>>
