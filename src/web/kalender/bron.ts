import { mag, type Recht } from '../../domain/rechten.ts'
import type { Actor } from '../../platform/context.ts'
import { routes } from '../routes.ts'

type Bronverwijzing = { bron: string; bronId: string; aanbiederId: string | null }
type Bron = { naam: string; recht: Recht; actie: string; href: (verwijzing: Bronverwijzing) => string | null }

// A room that plans terms adds its line: what people call it, and where the act is done.
const bronnen: Record<string, Bron> = {
  verlenging: {
    naam: 'Verlenging',
    recht: 'overeenkomst:lezen',
    actie: 'Verlenging openen',
    href: ({ bronId }) => routes.overeenkomst(bronId, 'verlenging'),
  },
  einde: {
    naam: 'Einde overeenkomst',
    recht: 'overeenkomst:lezen',
    actie: 'Overeenkomst openen',
    href: ({ bronId }) => routes.overeenkomst(bronId),
  },
  certificaat: {
    naam: 'Certificaat',
    recht: 'aanbieder:lezen',
    actie: 'Certificaten openen',
    href: ({ aanbiederId }) => aanbiederId && `${routes.aanbieder(aanbiederId, 'gegevens')}#certificaten`,
  },
  verbeterplan: {
    naam: 'Verbeterplan',
    recht: 'verbeterplan:lezen',
    actie: 'Verbeterplan openen',
    href: ({ bronId }) => routes.verbeterplan(bronId),
  },
  mandaat: { naam: 'Mandaat', recht: 'mandaat:lezen', actie: 'Mandaten openen', href: () => routes.mandaten() },
  waarneming: {
    naam: 'Waarneming',
    recht: 'mandaat:lezen',
    actie: 'Waarnemingen openen',
    href: () => routes.waarnemingen(),
  },
  dienstverlening: {
    naam: 'Dienstverlening tussen gemeenten',
    recht: 'organisatie:lezen',
    actie: 'Overeenkomst openen',
    href: ({ bronId }) => routes.dienstverlening(bronId),
  },
  modelmaatregel: {
    naam: 'Maatregel bij de organisatie',
    recht: 'organisatie:lezen',
    actie: 'Maatregelen openen',
    href: () => `${routes.organisatie('model')}#maatregelen`,
  },
  vaststelling: {
    naam: 'Vaststellen van KPI’s',
    recht: 'kpi:vaststellen',
    actie: 'Cijfers bekijken',
    href: ({ bronId }) => routes.kpisVaststellen(Number(bronId)),
  },
}

/** Where the act of a term is done, for who may open that; null when there is no such page for this person. */
export function bronlink(actor: Actor, verwijzing: Bronverwijzing): { actie: string; href: string } | null {
  const bron = Object.hasOwn(bronnen, verwijzing.bron) ? bronnen[verwijzing.bron] : undefined
  const href = bron && mag(actor, bron.recht) ? bron.href(verwijzing) : null
  return bron && href ? { actie: bron.actie, href } : null
}

/** "Verlenging" of 'verlenging'. */
export function bronnaam(bron: string): string {
  return (Object.hasOwn(bronnen, bron) ? bronnen[bron]?.naam : undefined) ?? bron
}
