import type { ReactNode } from 'react'
import { routes } from '../routes.ts'
import { Melding } from '../ui/melding.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabs } from '../ui/tabs.tsx'

const delen = {
  overzicht: { label: 'Overzicht', href: routes.organisatie() },
  model: { label: 'Modellen en maatregelen', href: routes.organisatie('model') },
  dienstverlening: { label: 'Dienstverlening', href: routes.organisatie('dienstverlening') },
  samenwerking: { label: 'Samenwerking', href: routes.organisatie('samenwerking') },
  harmonisatie: { label: 'Gelijke afspraken', href: routes.organisatie('harmonisatie') },
  opdracht: { label: 'Opdracht', href: routes.organisatie('opdracht') },
  missie: { label: 'Missie en taken', href: routes.organisatie('missie') },
}

const meldingen: Record<string, string> = {
  model: 'Het model is vastgelegd. Rollen die mensen al hebben, zijn niet veranderd.',
  maatregel: 'De maatregel is vastgelegd en staat in de kalender.',
  afgerond: 'De maatregel is afgerond.',
  dienstverlening: 'De overeenkomst is vastgelegd. De laatste dag komt in de kalender.',
  beeindigd: 'De overeenkomst is beëindigd.',
  samenwerking: 'De afspraak is vastgelegd. Wat eerder was afgesproken, blijft te lezen.',
  harmonisatie: 'De afspraak is vastgelegd. Wat eerder was afgesproken, blijft te lezen.',
  opdracht: 'De opdracht is gegeven.',
  advies: 'Uw advies staat bij de opdracht.',
  missie: 'De nieuwe versie is vastgelegd.',
  taakgebied: 'Het taakgebied is bijgewerkt.',
}

type Props = {
  raam: Raam
  deel: keyof typeof delen
  lead: ReactNode
  gedaan?: string | undefined
  actie?: ReactNode
  acties?: ReactNode
  children: ReactNode
}

/** The frame of the room: one title, and its parts as pages of their own. */
export function OrganisatieKader({ raam, deel, lead, gedaan = '', actie, acties, children }: Props) {
  const melding = Object.hasOwn(meldingen, gedaan) ? meldingen[gedaan] : undefined
  return (
    <Pagina
      raam={raam}
      titel="Inrichting van contractmanagement"
      titelInTab={deel === 'overzicht' ? 'Inrichting van contractmanagement' : `${delen[deel].label}, inrichting`}
      lead={lead}
      actie={actie}
      acties={acties}
      melding={melding && <Melding soort="gedaan">{melding}</Melding>}
    >
      <Tabs
        label="Delen van de inrichting"
        tabs={Object.entries(delen).map(([naam, tab]) => ({ ...tab, actief: naam === deel }))}
      />
      {children}
    </Pagina>
  )
}

/** Where a form of the room stands. */
export const kruimels = (deel: keyof typeof delen) => [
  { label: 'Inrichting van contractmanagement', href: routes.organisatie() },
  ...(deel === 'overzicht' ? [] : [delen[deel]]),
]
