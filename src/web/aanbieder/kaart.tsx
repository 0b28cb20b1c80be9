import type { ReactNode } from 'react'
import type { Aanbieder } from '../../domain/plan/aanbieder/queries.ts'
import type { Aanbiedercijfers } from '../../domain/plan/aanbieder/list-aanbiedercijfers.ts'
import { procent } from '../../domain/begrippen/percentage.ts'
import type { Getoond } from '../../domain/begrippen/getoond-aantal.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { datumZonderDag } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Feiten } from '../ui/feiten.tsx'
import { getoond } from '../ui/getoond.tsx'
import { Knop } from '../ui/knop.tsx'
import { Meer, type MeerItem } from '../ui/meer.tsx'
import { bedragHeel, decimaal } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabs } from '../ui/tabs.tsx'

export type Kaartdeel = 'overzicht' | 'overeenkomsten' | 'kpis' | 'bevindingen' | 'gebeurtenissen' | 'gegevens'

export type Kaartgegevens = {
  raam: Raam
  ctx: Context
  aanbieder: Aanbieder
  cijfers: Aanbiedercijfers
  /** `aantal` null: too few in each subregio to be shown */
  clienten: { jaar: number; aantal: Getoond | null } | null
}

type Props = Kaartgegevens & {
  deel: Kaartdeel
  lead?: ReactNode
  melding?: ReactNode
  fouten?: boolean
  children: ReactNode
}

const delen: { deel: Kaartdeel; label: string }[] = [
  { deel: 'overzicht', label: 'Overzicht' },
  { deel: 'overeenkomsten', label: 'Overeenkomsten' },
  { deel: 'kpis', label: 'KPI’s' },
  { deel: 'bevindingen', label: 'Bevindingen' },
  { deel: 'gebeurtenissen', label: 'Gebeurtenissen' },
  { deel: 'gegevens', label: 'Gegevens' },
]

/** Frame of every page about one aanbieder: name, facts, parts. */
export function Aanbiederkaart({
  raam,
  ctx,
  aanbieder,
  cijfers,
  clienten,
  deel,
  lead,
  melding,
  fouten = false,
  children,
}: Props) {
  const actief = delen.find((een) => een.deel === deel)!
  const aantallen: Partial<Record<Kaartdeel, number>> = {
    overeenkomsten: cijfers.overeenkomsten,
    bevindingen: cijfers.openBevindingen,
  }
  const meer: MeerItem[] = mag(ctx.actor, 'aanbieder:wijzigen')
    ? [
        { label: 'Contactpersoon toevoegen', href: routes.contactpersoon(aanbieder.id) },
        { label: 'Contractmanager instellen', href: `${routes.aanbieder(aanbieder.id, 'gegevens')}#contractmanager` },
      ]
    : []
  return (
    <Pagina
      raam={raam}
      kruimels={[
        { label: 'Plan', href: routes.aanbieders() },
        { label: 'Aanbieders', href: routes.aanbieders() },
      ]}
      titel={aanbieder.naam}
      titelInTab={deel === 'overzicht' ? aanbieder.naam : `${actief.label}, ${aanbieder.naam}`}
      lead={lead}
      melding={melding}
      fouten={fouten}
      actie={
        mag(ctx.actor, 'bevinding:vastleggen') &&
        deel !== 'gegevens' && (
          <Knop href={`${routes.bevindingVastleggen()}?aanbieder=${aanbieder.id}`}>Bevinding vastleggen</Knop>
        )
      }
      acties={<Meer items={meer} />}
    >
      <Feiten feiten={feiten(aanbieder, cijfers, clienten, ctx.today.year)} />
      <Tabs
        label="Onderdelen van deze aanbieder"
        tabs={delen.map(({ deel: een, label }) => ({
          label,
          href: een === 'overzicht' ? routes.aanbieder(aanbieder.id) : routes.aanbieder(aanbieder.id, een),
          actief: een === deel,
          ...(aantallen[een] !== undefined && { aantal: aantallen[een] }),
        }))}
      />
      {children}
    </Pagina>
  )
}

function feiten(aanbieder: Aanbieder, cijfers: Aanbiedercijfers, clienten: Kaartgegevens['clienten'], jaar: number) {
  const { gedeclareerdCent, plafondCent } = cijfers
  return [
    {
      label: 'Contractmanager',
      waarde: aanbieder.contractmanager ?? 'geen',
      toelichting: aanbieder.achtervanger ? `achtervanger ${aanbieder.achtervanger}` : 'geen achtervanger',
    },
    {
      label: 'Overeenkomsten',
      waarde: cijfers.overeenkomsten,
      groot: true,
      toelichting: cijfers.eersteEinde ? `eerste einde ${datumZonderDag(cijfers.eersteEinde)}` : 'geen die loopt',
    },
    {
      label: clienten ? `Cliënten in zorg, ${clienten.jaar}` : 'Cliënten in zorg',
      waarde: clienten ? (clienten.aantal === null ? 'weinig' : getoond(clienten.aantal)) : '–',
      groot: true,
      toelichting: clienten?.aantal === null ? 'in elke subregio te weinig om te tonen' : 'geteld per subregio',
    },
    {
      label: `Gedeclareerd ${jaar}`,
      betekenis: 'geleverd' as const,
      waarde: plafondCent ? `${decimaal(procent(gedeclareerdCent, plafondCent, 1))}%` : bedragHeel(gedeclareerdCent),
      groot: true,
      toelichting: plafondCent ? `${bedragHeel(gedeclareerdCent)} van ${bedragHeel(plafondCent)}` : 'geen plafond',
    },
    {
      label: 'Medewerkers',
      waarde: aanbieder.medewerkers,
      groot: true,
      toelichting: [aanbieder.grootteklasse, aanbieder.plaats].filter(Boolean).join(' · '),
    },
  ]
}
