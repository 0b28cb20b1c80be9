import type { Context } from '../../../platform/context.ts'
import { leesOrganisatieregels } from './lees-regels.ts'
import { kiesModel } from './model.ts'
import { listModelversies } from './queries.ts'
import { zoekModel, type Functiemodel, type Rolbundel } from './regels.ts'

export type Rolbundels = { functiemodel: string; bundels: Rolbundel[] }

/** The bundles of roles that follow from the function model of today (ORG-07); null while none was chosen. */
export async function listRolbundels(ctx: Context): Promise<Rolbundels | null> {
  const versie = kiesModel(await listModelversies(ctx), 'functiemodel', ctx.today)
  const model = versie && zoekModel(await leesOrganisatieregels(ctx), 'functiemodel', versie.model)
  return model ? { functiemodel: model.naam, bundels: (model as Functiemodel).bundels } : null
}
