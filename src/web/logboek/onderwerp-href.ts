import { routes } from '../routes.ts'

const PAGINA: Record<string, (id: string) => string> = {
  aanbieder: (id) => routes.aanbieder(id),
  overeenkomst: (id) => routes.overeenkomst(id),
  bevinding: (id) => routes.bevinding(id),
  inleesronde: (id) => routes.inleesronde(id),
  regelsetdeel: (deel) => routes.regelsetdeel(deel),
}

/** The page of the subject of an audit record, when it has one. */
export function onderwerpHref(type: string, id: string): string | undefined {
  return PAGINA[type]?.(id)
}
