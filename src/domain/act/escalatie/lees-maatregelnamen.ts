import type { Context } from '../../../platform/context.ts'
import { listGemeenten } from '../../plan/inrichting/queries.ts'
import { listProducten } from './list-producten.ts'

/** What the gemeenten and products a measure is limited to are called, by code: as a letter and a page name them. */
export async function leesMaatregelnamen(ctx: Context): Promise<ReadonlyMap<string, string>> {
  const gemeenten = await listGemeenten(ctx)
  const producten = await listProducten(ctx)
  return new Map([...gemeenten, ...producten].map(({ code, naam }) => [code, naam]))
}
