import type { ReactNode } from 'react'
import type { Kernpartner } from '../../domain/plan/aanbieder/find-kernpartner.ts'
import type { Aanbieder } from '../../domain/plan/aanbieder/queries.ts'
import type { Aanbiedercijfers } from '../../domain/plan/aanbieder/list-aanbiedercijfers.ts'
import { procent } from '../../domain/begrippen/percentage.ts'
import { mag, type Recht } from '../../domain/rechten.ts'
import type { Getoond } from '../../domain/begrippen/getoond-aantal.ts'
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

export type Kaartdeel =
  'overzicht' | 'overeenkomsten' | 'kpis' | 'bevindingen' | 'gesprekken' | 'dossier' | 'gebeurtenissen' | 'gegevens'

export type Kaartgegevens = {
  raam: Raam
  ctx: Context
  aanbieder: Aanbieder
  cijfers: Aanbiedercijfers
  /** `aantal` null: too few in each subregio to be shown; `uniek`: each client once in the whole region */
  clienten: { jaar: number; aantal: Getoond | null; uniek?: boolean } | null
  kernpartner: Kernpartner | null
}

type Props = Kaartgegevens & {
  deel: Kaartdeel
  lead?: ReactNode
  melding?: ReactNode
  fouten?: boolean
  children: ReactNode
}

const delen: { deel: Kaartdeel; label: string; recht?: Recht }[] = [
  { deel: 'overzicht', label: 'Overzicht' },
  { deel: 'overeenkomsten', label: 'Overeenkomsten', recht: 'overeenkomst:lezen' },
  { deel: 'kpis', label: 'KPI’s', recht: 'kpi:lezen' },
  { deel: 'bevindingen', label: 'Bevindingen', recht: 'bevinding:lezen' },
  { deel: 'gesprekken', label: 'Gesprekken', recht: 'gesprek:lezen' },
  { deel: 'dossier', label: 'Dossier', recht: 'document:lezen' },
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
  kernpartner,
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
  const wijzigen: MeerItem[] = mag(ctx.actor, 'aanbieder:wijzigen')
    ? [
        ...(mag(ctx.actor, 'gesprek:plannen')
          ? [{ label: 'Gesprek plannen', href: routes.gesprekPlannen({ aanbieder: aanbieder.id }) }]
          : []),
        ...(mag(ctx.actor, 'brief:opstellen')
          ? [{ label: 'Brief schrijven', href: routes.briefOpstellen({ aanbieder: aanbieder.id }) }]
          : []),
        ...(mag(ctx.actor, 'klasse:vastleggen')
          ? [{ label: 'Klasse vastleggen', href: routes.klasse(aanbieder.id) }]
          : []),
        { label: 'Contactpersoon toevoegen', href: routes.contactpersoon(aanbieder.id) },
        { label: 'Certificaat toevoegen', href: routes.certificaat(aanbieder.id) },
        { label: 'Medewerkers vastleggen', href: routes.omvang(aanbieder.id) },
        {
          label: kernpartner ? 'Kernpartner wijzigen' : 'Kernpartner aanwijzen',
          href: routes.kernpartner(aanbieder.id),
        },
        { label: 'Contractmanager instellen', href: `${routes.aanbieder(aanbieder.id, 'gegevens')}#contractmanager` },
      ]
    : []
  const kalender = { label: 'Kalender', href: routes.kalender({ van: 'iedereen', aanbieder: aanbieder.id }) }
  const meer = mag(ctx.actor, 'termijn:lezen') && ctx.actor.agb === null ? [kalender, ...wijzigen] : wijzigen
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Aanbieders', href: routes.aanbieders() }]}
      titel={aanbieder.naam}
      titelInTab={deel === 'overzicht' ? aanbieder.naam : `${actief.label}, ${aanbieder.naam}`}
      lead={
        kernpartner ? (
          <>
            <b>Kernpartner</b>, aanspreekpunt {kernpartner.aanspreekpunt}. {lead}
          </>
        ) : (
          lead
        )
      }
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
      <Feiten feiten={feiten(ctx, aanbieder, cijfers, clienten)} />
      <Tabs
        label="Onderdelen van deze aanbieder"
        tabs={delen
          .filter(({ deel: een }) => een !== 'kpis' || !raam.zonderKpis)
          .filter(({ recht }) => !recht || mag(ctx.actor, recht))
          .map(({ deel: een, label }) => ({
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

function feiten(ctx: Context, aanbieder: Aanbieder, cijfers: Aanbiedercijfers, clienten: Kaartgegevens['clienten']) {
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
    ...(mag(ctx.actor, 'kpi:lezen')
      ? [
          {
            label: clienten ? `Cliënten in zorg, ${clienten.jaar}` : 'Cliënten in zorg',
            waarde: clienten ? (clienten.aantal === null ? 'weinig' : getoond(clienten.aantal)) : '–',
            groot: true,
            toelichting:
              clienten?.aantal === null
                ? 'in elke subregio te weinig om te tonen'
                : clienten?.uniek
                  ? 'elke cliënt één keer'
                  : 'geteld per subregio',
          },
        ]
      : []),
    ...(gedeclareerdCent === null
      ? []
      : [
          {
            label: `Gedeclareerd ${ctx.today.year}`,
            betekenis: 'geleverd' as const,
            waarde: plafondCent
              ? `${decimaal(procent(gedeclareerdCent, plafondCent, 1))}%`
              : bedragHeel(gedeclareerdCent),
            groot: true,
            toelichting: plafondCent
              ? `${bedragHeel(gedeclareerdCent)} van ${bedragHeel(plafondCent)}`
              : 'geen plafond',
          },
        ]),
    {
      label: 'Medewerkers',
      waarde: aanbieder.medewerkers,
      groot: true,
      toelichting: [aanbieder.grootteklasse, aanbieder.plaats].filter(Boolean).join(' · '),
    },
  ]
}
