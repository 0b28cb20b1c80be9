import { mag, type Recht } from '../../domain/rechten.ts'
import { verborgenBronnen } from '../../domain/rechten/termijnbronnen.ts'
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
  escalatie: {
    naam: 'Escalatie',
    recht: 'escalatie:lezen',
    actie: 'Escalatie openen',
    href: ({ bronId }) => routes.escalatie(bronId),
  },
  'escalatie-stuk': {
    naam: 'Ontvangen in een escalatie',
    recht: 'escalatie:lezen',
    actie: 'Escalatie openen',
    href: ({ bronId }) => routes.escalatie(bronId),
  },
  gesprek: {
    naam: 'Gesprek',
    recht: 'gesprek:lezen',
    actie: 'Gesprek openen',
    href: ({ bronId }) => routes.gesprek(bronId),
  },
  'gesprek-jaar': {
    naam: 'Gesprekken van het jaar',
    recht: 'gesprek:plannen',
    actie: 'Gesprek plannen',
    href: ({ bronId }) => routes.gesprekPlannen({ aanbieder: bronId }),
  },
  'opdrachtgever-jaar': {
    naam: 'Opdrachtgeversoverleg',
    recht: 'gesprek:lezen',
    actie: 'Overzicht openen',
    href: () => routes.gezien(),
  },
  actie: { naam: 'Actie', recht: 'actie:lezen', actie: 'Actie openen', href: ({ bronId }) => routes.actie(bronId) },
  overlegtafel: {
    naam: 'Overlegtafel',
    recht: 'overlegtafel:lezen',
    actie: 'Overlegtafel openen',
    href: ({ bronId }) => routes.overlegtafel(bronId),
  },
  'overlegtafel-toets': {
    naam: 'Toets van overlegtafels',
    recht: 'overlegtafel:lezen',
    actie: 'Overlegtafels openen',
    href: () => routes.overlegtafels(),
  },
  'overlegtafel-jaar': {
    naam: 'Overlegtafels van het jaar',
    recht: 'overlegtafel:organiseren',
    actie: 'Overlegtafel plannen',
    href: () => routes.overlegtafelPlannen(),
  },
  // no act elsewhere: it is closed on its own page
  hand: { naam: 'Eigen termijn', recht: 'termijn:lezen', actie: '', href: () => null },
}

/** What terms can be of, for the choice in the calendar. */
export function bronkeuzes(actor: Actor): { waarde: string; label: string }[] {
  const verborgen = new Set(verborgenBronnen(actor))
  return Object.entries(bronnen)
    .filter(([bron]) => !verborgen.has(bron) && !(actor.agb !== null && bron.endsWith('-jaar')))
    .map(([waarde, { naam }]) => ({ waarde, label: naam }))
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
