import { mogelijkeEindes, type Einde } from '../../domain/act/verbeterplan/doe-afsluiting.ts'
import type { Geopend } from '../../domain/act/verbeterplan/lees-plan.ts'
import { planstanden } from '../../domain/act/verbeterplan/plan.ts'
import { voortgang } from '../../domain/act/verbeterplan/puntstand.ts'
import type { Context } from '../../platform/context.ts'
import { datumZonderDag } from '../lijst.ts'
import { routes } from '../routes.ts'
import { Datumveld } from '../ui/datumveld.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { datum, punt, vanTotaal } from '../ui/notatie.ts'
import type { Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Planformulier, type Formulierstand } from './kader.tsx'

type Props = { raam: Raam; ctx: Context; geopend: Geopend; stand: Formulierstand }

const hulp: Record<Einde, string> = {
  gerealiseerd: 'Elk punt is gerealiseerd en het resultaat is voldoende.',
  'niet gerealiseerd':
    'Een of meer punten zijn niet gerealiseerd, of het resultaat is onvoldoende. Een escalatie kan hierop rusten.',
  'niet ingediend': 'De laatste dag is voorbij en er kwam geen plan. Een escalatie kan hierop rusten.',
  ingetrokken: 'Het plan is niet meer nodig.',
}

/** The ways in which this plan can end here; in an escalation the last two are decided there. */
export function eindesHier({ rij, plan }: Geopend, vandaag: Temporal.PlainDate): Einde[] {
  return mogelijkeEindes(plan, vandaag).filter(
    (einde) => rij.escalatieId === null || einde === 'gerealiseerd' || einde === 'niet gerealiseerd',
  )
}

/** Ending a plan, with a reason. */
export function AfsluitenPage({ raam, ctx, geopend, stand }: Props) {
  const { rij, plan } = geopend
  const { waarden, fouten, verborgen } = stand
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const { totaal, gerealiseerd } = voortgang(plan)
  const kan = eindesHier(geopend, ctx.today)
  return (
    <Planformulier
      raam={raam}
      rij={rij}
      titel="Verbeterplan afsluiten"
      lead={
        <>
          {rij.titel}, {rij.aanbieder}
          {punt(rij.aanbieder)} Het plan staat op <b>{planstanden[plan.stand].toLowerCase()}</b>
          {totaal > 0 && `; ${vanTotaal(gerealiseerd, totaal)} punten gerealiseerd`}.
        </>
      }
      stand={stand}
    >
      {kan.length === 0 ? (
        <p className="ov-proza">
          Dit plan kan hier nog niet worden afgesloten.{' '}
          {rij.escalatieId !== null && (
            <>
              Het hoort bij een <a href={routes.escalatie(rij.escalatieId)}>escalatie</a>: besluit daar hoe het verder
              gaat, het plan volgt vanzelf.
            </>
          )}
        </p>
      ) : (
        <Formulier
          actie={routes.verbeterplan(rij.id, 'afsluiten')}
          csrf={raam.csrf}
          knop="Plan afsluiten"
          verborgen={verborgen}
          terug={{ label: 'Terug', href: routes.verbeterplan(rij.id) }}
        >
          <Keuze
            naam="einde"
            label="Hoe eindigt het plan?"
            soort="rondjes"
            opties={kan.map((einde) => ({ waarde: einde, label: planstanden[einde], hulp: hulp[einde] }))}
            waarde={waarden['einde']}
            fout={fout('einde')}
          />
          <Tekstveld
            naam="reden"
            label="Reden"
            hulp="De aanbieder leest dit."
            regels={4}
            waarde={waarden['reden']}
            fout={fout('reden')}
          />
        </Formulier>
      )}
    </Planformulier>
  )
}

/** Shortening or extending the term that runs, with a reason (ESA-10). */
export function VerzettenPage({ raam, ctx, geopend: { rij, plan }, stand }: Props) {
  const { waarden, fouten, verborgen } = stand
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const van = plan.stand === 'uitvoering' ? plan.realisatieUiterlijk! : plan.uiterlijk
  return (
    <Planformulier
      raam={raam}
      rij={rij}
      titel="Termijn verzetten"
      lead={
        <>
          De termijn voor {plan.stand === 'uitvoering' ? 'de realisatie' : 'het plan'} loopt tot en met{' '}
          <b>{datum(van)}</b>. U kunt haar in redelijkheid verkorten of verlengen.
        </>
      }
      stand={stand}
    >
      <Formulier
        actie={routes.verbeterplan(rij.id, 'termijn')}
        csrf={raam.csrf}
        knop="Termijn verzetten"
        verborgen={verborgen}
        terug={{ label: 'Terug', href: routes.verbeterplan(rij.id) }}
      >
        <Datumveld
          naam="naar"
          label="Nieuwe laatste dag"
          waarde={waarden['naar'] ?? datumZonderDag(van)}
          fout={fout('naar')}
        />
        <Tekstveld
          naam="reden"
          label="Reden"
          hulp="De aanbieder leest dit. De kalender past zich aan; laat de aanbieder het ook weten."
          regels={3}
          waarde={waarden['reden']}
          fout={fout('reden')}
        />
        <p className="ov-klein">Vandaag is het {datum(ctx.today)}.</p>
      </Formulier>
    </Planformulier>
  )
}
