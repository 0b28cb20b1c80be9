import { besluiten as besluitnamen, bronnen, mogelijkeBesluiten } from '../../domain/check/bevinding/bevinding.ts'
import type { Besproken } from '../../domain/act/gesprek/list-besproken.ts'
import type { EscalatieMetStand } from '../../domain/act/escalatie/queries.ts'
import type { PlanInLijst } from '../../domain/act/verbeterplan/queries.ts'
import type { BesluitOver, Bevinding } from '../../domain/check/bevinding/queries.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import type { Uitkomst } from '../../domain/check/kpi/find-uitkomst.ts'
import { nTekst, uitkomstTekst } from '../kpi/uitkomst-tekst.ts'
import { Feiten } from '../ui/feiten.tsx'
import { Afgeschermd } from '../ui/getoond.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop } from '../ui/knop.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Tijdlijn } from '../ui/tijdlijn.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { Plannenlijst } from '../verbeterplan/plannen-lijst.tsx'

/** The term or meeting a finding came from, as far as this person may open that. */
export type Herkomst = { soort: 'termijn' | 'gesprek'; id: string; naam: string; dag: Temporal.PlainDate } | undefined

type Props = {
  raam: Raam
  ctx: Context
  bevinding: Bevinding
  besluiten: BesluitOver[]
  /** The figure it is about, as far as this person may see it */
  uitkomst?: Uitkomst | undefined
  /** Where the rule of the regelset stands that it came from, when it is one of those */
  regel?: string | null | undefined
  /** What it came from and what it led to */
  herkomst: Herkomst
  gesprekken: Besproken[]
  escalaties: EscalatieMetStand[]
  plannen: PlanInLijst[]
  gedaan?: string | undefined
  waarden?: Record<string, string>
  fouten?: Veldfout[]
}

const meldingen: Record<string, string> = {
  vastgelegd: 'De bevinding is vastgelegd.',
  besloten: 'Uw besluit is vastgelegd.',
}

/** One finding: what is not in order, where it came from, what was decided and what may be decided now. */
export function BevindingPage(props: Props) {
  const {
    raam,
    ctx,
    bevinding,
    besluiten,
    escalaties,
    plannen,
    gesprekken,
    herkomst,
    uitkomst,
    gedaan,
    waarden = {},
    fouten = [],
  } = props
  const magVragen = mag(ctx.actor, 'verbeterplan:vragen')
  const laatste = besluiten[0]
  const melding = gedaan === undefined ? undefined : meldingen[gedaan]
  const sinds = bevinding.ontstaanOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[{ label: 'Bevindingen', href: routes.bevindingen() }]}
      titel={bevinding.titel}
      lead={
        bevinding.geslotenOp ? (
          <>
            <b>Gesloten</b> op {datum(bevinding.geslotenOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate())}.
          </>
        ) : laatste ? (
          <>
            <b>{besluitnamen[laatste.besluit]}</b>, besloten door {laatste.door}.
          </>
        ) : (
          <>
            <b>Nog te beoordelen.</b> Er gebeurt niets vanzelf.
          </>
        )
      }
      melding={melding && <Melding soort="gedaan">{melding}</Melding>}
      acties={
        <>
          {magVragen && bevinding.geslotenOp === null && !plannen.some(({ geslotenOp }) => geslotenOp === null) && (
            <Knop soort="tweede" href={routes.verbeterplanVragen({ bevinding: bevinding.id })}>
              Verbeterplan vragen
            </Knop>
          )}
          {mag(ctx.actor, 'escalatie:stap-zetten') &&
            bevinding.geslotenOp === null &&
            !escalaties.some(({ geslotenOp }) => geslotenOp === null) && (
              <Knop soort="tweede" href={routes.escalatieOpenen({ bevinding: bevinding.id })}>
                Escalatie openen
              </Knop>
            )}
        </>
      }
    >
      <Foutenlijst fouten={fouten} />
      <Feiten
        feiten={[
          { label: 'Aanbieder', waarde: <a href={routes.aanbieder(bevinding.aanbiederId)}>{bevinding.aanbieder}</a> },
          {
            label: 'Bron',
            waarde: bevinding.kpiUitkomstId ? (
              <a href={routes.kpi(bevinding.kpiUitkomstId, { bij: `bevinding-${bevinding.id}` })}>
                {bronnen[bevinding.bron]}
              </a>
            ) : herkomst ? (
              <a href={herkomst.soort === 'termijn' ? routes.termijn(herkomst.id) : routes.gesprek(herkomst.id)}>
                {bronnen[bevinding.bron]}
              </a>
            ) : (
              bronnen[bevinding.bron]
            ),
            ...(herkomst && { toelichting: `${herkomst.naam}, ${datum(herkomst.dag)}` }),
            ...(bevinding.indicatief && { toelichting: 'indicatief: de methode is nog voorlopig' }),
          },
          ...(uitkomst
            ? [
                {
                  label: 'Uitkomst',
                  waarde: uitkomst.afgeschermd ? (
                    <Afgeschermd minimum={uitkomst.afgeschermd.minimum} />
                  ) : (
                    uitkomstTekst(uitkomst)
                  ),
                  toelichting: uitkomst.afgeschermd ? 'een deel van de cliënten' : nTekst(uitkomst),
                  betekenis: 'geleverd' as const,
                },
              ]
            : []),
          bevinding.overeenkomstId
            ? {
                label: 'Overeenkomst',
                waarde: <a href={routes.overeenkomst(bevinding.overeenkomstId)}>{bevinding.overeenkomst}</a>,
              }
            : { label: 'Subregio', waarde: bevinding.subregio ?? 'hele regio' },
          {
            label: 'Sinds',
            waarde: datum(sinds),
            toelichting: bevinding.jaar ? `over ${String(bevinding.jaar)}` : `door ${bevinding.ontstaanDoor}`,
          },
        ]}
      />
      {bevinding.toelichting && <p className="ov-proza">{bevinding.toelichting}</p>}
      <Waarom
        bij={bevinding.titel}
        regel={regels[bevinding.bron]}
        bron={props.regel ?? bronvermelding[bevinding.bron]}
        versie={`Gemaakt ${moment(bevinding.ontstaanOp)} door ${bevinding.ontstaanDoor}`}
        gevallen={
          bevinding.kpiUitkomstId ? (
            <a href={routes.kpi(bevinding.kpiUitkomstId, { bij: `bevinding-${bevinding.id}` })}>
              Het cijfer met zijn gevallen
            </a>
          ) : undefined
        }
      />
      {escalaties.length + plannen.length + gesprekken.length > 0 && (
        <Onderdeel titel="Wat het werd">
          <Plannenlijst plannen={plannen} />
          <ul className="ov-lijst">
            {gesprekken.map(({ id, titel, datum: dag, gehouden }) => (
              <li key={id}>
                <a href={routes.gesprek(id)}>Op de agenda: {titel}</a>
                <div className="ov-klein">
                  {gehouden ? 'besproken op' : 'gepland op'} {datum(dag)}
                </div>
              </li>
            ))}
            {escalaties.map(({ id, nummer, titel, standnaam, geslotenOp }) => (
              <li key={id}>
                <a href={routes.escalatie(id)}>
                  Escalatie {nummer}: {titel}
                </a>
                <div className="ov-klein">
                  {geslotenOp ? `gesloten: ${standnaam.toLowerCase()}` : standnaam.toLowerCase()}
                </div>
              </li>
            ))}
          </ul>
        </Onderdeel>
      )}
      {mag(ctx.actor, 'bevinding:beoordelen') && (
        <Onderdeel titel="Besluiten" conclusie="Wat u kiest, blijft met uw reden bij de bevinding staan.">
          <Formulier actie={`${routes.bevinding(bevinding.id)}/besluiten`} csrf={raam.csrf} knop="Besluit vastleggen">
            <Keuze
              naam="besluit"
              label="Wat gebeurt er met deze bevinding?"
              soort="rondjes"
              opties={mogelijkeBesluiten(bevinding.geslotenOp !== null)
                // who can ask a plan does so with its term; the decision follows from it
                .filter((waarde) => waarde !== 'plan vragen' || !magVragen)
                .map((waarde) => ({ waarde, label: besluitnamen[waarde] }))}
              waarde={waarden['besluit']}
              fout={fouten.find(({ veld }) => veld === 'besluit')?.melding}
            />
            <Tekstveld
              naam="reden"
              label="Reden"
              hulp="Kort en feitelijk; de aanbieder kan dit lezen."
              regels={3}
              waarde={waarden['reden']}
              fout={fouten.find(({ veld }) => veld === 'reden')?.melding}
            />
          </Formulier>
        </Onderdeel>
      )}
      <Onderdeel titel="Wat er gebeurde">
        <Tijdlijn
          gebeurtenissen={[
            ...besluiten.map(({ besluit, reden, beslotenOp, door }) => ({
              moment: moment(beslotenOp),
              datetime: beslotenOp.toString(),
              tekst: (
                <>
                  <b>{besluitnamen[besluit]}</b> door {door}: {reden}
                </>
              ),
            })),
            {
              moment: moment(bevinding.ontstaanOp),
              datetime: bevinding.ontstaanOp.toString(),
              tekst: <>Bevinding gemaakt door {bevinding.ontstaanDoor}</>,
            },
          ]}
        />
      </Onderdeel>
    </Pagina>
  )
}

const regels = {
  kpi: 'Een resultaat onder de norm wordt een bevinding zodra iemand het resultaat vaststelt. Een voorlopig resultaat waarschuwt alleen.',
  overeenkomst:
    'Bij een overeenkomst horen een contracteigenaar, een contractmanager, een achtervanger en ten minste één realisatie- en verificatiemanager.',
  certificaat:
    'Een kwaliteitscertificaat is geldig tot en met zijn laatste dag. Is het dan niet vernieuwd, dan is dat een bevinding. Een certificaat met dezelfde naam dat langer loopt, vervangt het.',
  clientenstop:
    'Tijdens een cliëntenstop worden geen nieuwe cliënten toegewezen. Een toewijzing die toch is verstuurd, is een feit: zij telt mee en wordt een bevinding.',
  termijn:
    'Wat een aanbieder uiterlijk op een dag zou doen en dan niet is gedaan, wordt een bevinding waar de regels van de regio dat zeggen. Elke termijn maakt er hooguit één.',
  gesprek: 'Iemand heeft dit in een gesprek met de aanbieder vastgesteld.',
  hand: 'Iemand heeft deze bevinding zelf vastgelegd.',
}
const bronvermelding = {
  kpi: 'Bijlage 19 Contractmanagement, regio Zaanstreek-Waterland: onvoldoende resultaten worden besproken met de aanbieder.',
  overeenkomst: 'Rollen voor succesvol contractmanagement (NEVI en RSJ IJsselland, 2026).',
  certificaat: undefined,
  clientenstop: 'Escalatieladder van de regio: cliëntenstop.',
  termijn: undefined,
  gesprek: undefined,
  hand: undefined,
}
