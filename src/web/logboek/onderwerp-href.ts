import { UUID } from '../lijst.ts'
import { routes } from '../routes.ts'

const PAGINA: Record<string, (id: string) => string | undefined> = {
  aanbieder: (id) => routes.aanbieder(id),
  overeenkomst: (id) => routes.overeenkomst(id),
  bevinding: (id) => routes.bevinding(id),
  gebruiker: (id) => (UUID.test(id) ? routes.gebruiker(id) : undefined),
  inleesronde: (id) => routes.inleesronde(id),
  regelsetdeel: (deel) => routes.regelsetdeel(deel),
}

/** The page of the subject of an audit record, when it has one. */
export function onderwerpHref(type: string, id: string): string | undefined {
  return PAGINA[type]?.(id)
}
