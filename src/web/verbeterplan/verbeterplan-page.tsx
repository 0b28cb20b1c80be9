import { kan } from '../../domain/act/verbeterplan/planacten.ts'
import { isLopend, puntenVan } from '../../domain/act/verbeterplan/plan.ts'
import { voortgang } from '../../domain/act/verbeterplan/puntstand.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Knop } from '../ui/knop.tsx'
import { Kolommen } from '../ui/kolommen.tsx'
import { Loop } from '../ui/loop.tsx'
import { Meer } from '../ui/meer.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, dagVanMoment, datum, relatief } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import type { Plandeel } from './lees-kader.ts'
import { levensloop } from './levensloop.ts'
import { Punten } from './punt.tsx'
import { Gebeurtenissen } from './verbeterplan-gebeurtenissen.tsx'
import { Kop } from './verbeterplan-kop.tsx'
import { Zijkant } from './verbeterplan-zijkant.tsx'
import { Voortgangsbeeld } from './voortgangsbeeld.tsx'
import { Planoordeel } from './woorden.tsx'

type Props = Plandeel & { raam: Raam; gedaan?: string | undefined }

const meldingen: Record<string, string> = {
  gevraagd:
    'Het verbeterplan is gevraagd. De termijn staat in de kalender van de aanbieder; zijn contactpersonen krijgen een e-mail.',
  ingediend: 'Het verbeterplan is ontvangen.',
  beoordeeld: 'Het oordeel is vastgelegd.',
  gemeld: 'De melding is ontvangen.',
  gerealiseerd: 'Het oordeel over de realisatie is vastgelegd.',
  verzet: 'De termijn is verzet.',
  gesloten: 'Het verbeterplan is gesloten.',
}

/** One plan: where it stands and who acts next, how far it is, each point with every judgement and its reason, and all that happened. */
export function VerbeterplanPage({ raam, ctx, kader, gedaan }: Props) {
  const { rij, plan, regels } = kader
  const melding = gedaan === undefined ? undefined : meldingen[gedaan]
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: 'Verbeterplannen', href: routes.verbeterplannen() }]}
      titel={rij.titel}
      titelInTab={`${rij.nummer} ${rij.titel}`}
      lead={<Lead {...{ ctx, kader }} />}
      actie={<Hoofdknop {...{ ctx, kader }} />}
      acties={<Anders {...{ ctx, kader }} />}
      melding={melding && <Melding soort="gedaan">{melding}</Melding>}
    >
      <Loop label="Waar het plan staat" stappen={levensloop(kader)} />
      <Kop {...{ ctx, kader }} />
      <Kolommen zijLabel="Termijnen en versies" zij={<Zijkant {...{ ctx, kader }} />}>
        <Onderdeel titel="Wat er is gevraagd">
          <p className="ov-tekst">{rij.aanleiding}</p>
        </Onderdeel>
        <Voortgangsbeeld plan={plan} regels={regels} vandaag={ctx.today} />
        {puntenVan(plan).length > 0 && <Punten {...{ plan, regels }} />}
        <Onderdeel titel="Wat er gebeurde">
          <Gebeurtenissen kader={kader} />
        </Onderdeel>
      </Kolommen>
    </Pagina>
  )
}

function Lead({ ctx, kader: { plan, rij } }: Plandeel) {
  const extern = ctx.actor.agb !== null
  const aanbieder = extern ? 'U' : rij.aanbieder
  const tot = (dag: Temporal.PlainDate | null) =>
    dag && (
      <>
        {' '}
        Dat {Temporal.PlainDate.compare(dag, ctx.today) < 0 ? 'moest uiterlijk' : 'kan tot en met'} {datum(dag)},{' '}
        {relatief(dag, ctx.today)}.
      </>
    )
  const { open } = voortgang(plan)
  switch (plan.stand) {
    case 'gevraagd':
      return (
        <>
          <b>Gevraagd.</b> {aanbieder} dient het plan in.{tot(plan.uiterlijk)}
        </>
      )
    case 'aanvullen':
      return (
        <>
          <b>Aan te vullen.</b> {aanbieder} past aan wat is teruggegeven en dient het plan opnieuw in.
          {tot(plan.uiterlijk)}
        </>
      )
    case 'ingediend':
      return (
        <>
          <b>Ingediend.</b> De regio beoordeelt elk punt, met een reden.
        </>
      )
    case 'uitvoering':
      return (
        <>
          <b>In uitvoering.</b> {aanbieder} meldt per punt wat is gerealiseerd;{' '}
          {aantal(open, 'punt staat', 'punten staan')} nog open.{tot(plan.realisatieUiterlijk)}
        </>
      )
    case 'gerapporteerd':
      return (
        <>
          <b>Gerapporteerd.</b> De regio beoordeelt wat is gerealiseerd en sluit het plan.
        </>
      )
    default:
      return (
        <>
          <b>
            <Planoordeel stand={plan.stand} />
          </b>{' '}
          sinds {datum(dagVanMoment(rij.geslotenOp!))}. {rij.geslotenReden}
        </>
      )
  }
}

// The one act that matters most now.
function Hoofdknop({ ctx, kader: { rij, plan } }: Plandeel) {
  const extern = ctx.actor.agb !== null
  const { gemeld, open } = voortgang(plan)
  if (mag(ctx.actor, 'verbeterplan:indienen') && extern) {
    if (kan('indienen', plan.stand)) return <Knop href={routes.verbeterplan(rij.id, 'indienen')}>Plan schrijven</Knop>
    if (kan('melden', plan.stand)) return <Knop href={routes.verbeterplan(rij.id, 'melden')}>Realisatie melden</Knop>
  }
  if (!mag(ctx.actor, 'verbeterplan:beoordelen')) return null
  if (kan('beoordelen', plan.stand))
    return <Knop href={routes.verbeterplan(rij.id, 'beoordelen')}>Plan beoordelen</Knop>
  if (gemeld > 0) return <Knop href={routes.verbeterplan(rij.id, 'realisatie')}>Realisatie beoordelen</Knop>
  if (plan.stand === 'gerapporteerd' && open === 0)
    return <Knop href={routes.verbeterplan(rij.id, 'afsluiten')}>Plan afsluiten</Knop>
  return null
}

function Anders({ ctx, kader: { rij, plan } }: Plandeel) {
  const extern = ctx.actor.agb !== null
  const namens = mag(ctx.actor, 'verbeterplan:indienen') && !extern
  const beslist = mag(ctx.actor, 'verbeterplan:beoordelen')
  const voorbij =
    plan.realisatieUiterlijk !== null && Temporal.PlainDate.compare(ctx.today, plan.realisatieUiterlijk) > 0
  return (
    <Meer
      items={[
        ...(beslist && plan.stand === 'uitvoering' && voorbij
          ? [{ label: 'Realisatie beoordelen', href: routes.verbeterplan(rij.id, 'realisatie') }]
          : []),
        ...(namens && kan('indienen', plan.stand)
          ? [{ label: 'Namens de aanbieder indienen', href: routes.verbeterplan(rij.id, 'indienen') }]
          : []),
        ...(namens && kan('melden', plan.stand)
          ? [{ label: 'Namens de aanbieder melden', href: routes.verbeterplan(rij.id, 'melden') }]
          : []),
        ...(beslist && kan('verzetten', plan.stand) && !(rij.escalatieId !== null && plan.stand === 'gevraagd')
          ? [{ label: 'Termijn verzetten', href: routes.verbeterplan(rij.id, 'termijn') }]
          : []),
        ...(beslist && isLopend(plan.stand)
          ? [{ label: 'Plan afsluiten', href: routes.verbeterplan(rij.id, 'afsluiten') }]
          : []),
        { label: 'Formulier bekijken', href: routes.verbeterplanformulier() },
      ]}
    />
  )
}
