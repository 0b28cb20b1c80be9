import { mag, type Recht } from '../../domain/rechten.ts'
import type { Actor } from '../../platform/context.ts'
import { UUID } from '../lijst.ts'
import { routes } from '../routes.ts'

const PAGINA: Record<string, { recht: Recht; href: (id: string) => string | undefined }> = {
  aanbieder: { recht: 'aanbieder:lezen', href: (id) => routes.aanbieder(id) },
  overeenkomst: { recht: 'overeenkomst:lezen', href: (id) => routes.overeenkomst(id) },
  bevinding: { recht: 'bevinding:lezen', href: (id) => routes.bevinding(id) },
  overlegtafel: { recht: 'overlegtafel:lezen', href: (id) => routes.overlegtafel(id) },
  gesprek: { recht: 'gesprek:lezen', href: (id) => routes.gesprek(id) },
  verbeterplan: { recht: 'verbeterplan:lezen', href: (id) => routes.verbeterplan(id) },
  actie: { recht: 'actie:lezen', href: (id) => routes.actie(id) },
  gebruiker: { recht: 'gebruiker:lezen', href: (id) => (UUID.test(id) ? routes.gebruiker(id) : undefined) },
  inleesronde: { recht: 'bericht:lezen', href: (id) => routes.inleesronde(id) },
  vernietiging: { recht: 'bewaren:lezen', href: (id) => routes.vernietiging(id) },
  regelsetdeel: { recht: 'inrichting:lezen', href: (deel) => routes.regelsetdeel(deel) },
}

/** The page of the subject of an audit record, when it has one that this person may open. */
export function onderwerpHref(actor: Actor, type: string, id: string): string | undefined {
  const pagina = PAGINA[type]
  return pagina && mag(actor, pagina.recht) ? pagina.href(id) : undefined
}
