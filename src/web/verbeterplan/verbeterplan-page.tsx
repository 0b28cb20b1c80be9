import type { ReactNode } from 'react'
import { kan } from '../../domain/act/verbeterplan/planacten.ts'
import {
  isLopend,
  planoordelen,
  puntenVan,
  type Oordeel,
  type Plan,
  type Punt,
} from '../../domain/act/verbeterplan/plan.ts'
import type { Planregels } from '../../domain/act/verbeterplan/planregels.ts'
import { dagVan, kort } from '../../domain/act/verbeterplan/plantermijnen.ts'
import { puntstand, voortgang } from '../../domain/act/verbeterplan/puntstand.ts'
import { mag, rollen, type Rol } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { regelInWoorden, rekenstappen } from '../kalender/rekenstappen.ts'
import { routes } from '../routes.ts'
import { Feiten } from '../ui/feiten.tsx'
import { Knop } from '../ui/knop.tsx'
import { Kolommen, Zijdeel } from '../ui/kolommen.tsx'
import { Loop, type Loopstap } from '../ui/loop.tsx'
import { Meer } from '../ui/meer.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, datum, moment, relatief, vanTotaal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tijdlijn } from '../ui/tijdlijn.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { WatNu } from '../ui/wat-nu.tsx'
import type { Kader } from './lees-kader.ts'
import { Voortgangsbeeld } from './voortgangsbeeld.tsx'
import { oordeelnamen, Planoordeel, Puntoordeel } from './woorden.tsx'

type Props = { raam: Raam; ctx: Context; kader: Kader; gedaan?: string | undefined }

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
  const heeftPunten = puntenVan(plan).length > 0
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
        {heeftPunten && (
          <Onderdeel
            titel={plan.ronde > 1 ? `Punten, versie ${plan.ronde}` : 'Punten'}
            conclusie={<Geheel plan={plan} />}
          >
            {plan.indieningen.at(-1)!.toelichting !== '' && (
              <p className="ov-tekst">{plan.indieningen.at(-1)!.toelichting}</p>
            )}
            {puntenVan(plan).map((punt) => (
              <Puntblok key={punt.nr} {...{ plan, punt, regels }} />
            ))}
          </Onderdeel>
        )}
        <Onderdeel titel="Wat er gebeurde">
          <Gebeurtenissen kader={kader} />
        </Onderdeel>
      </Kolommen>
    </Pagina>
  )
}

type Deel = { ctx: Context; kader: Kader }

function Lead({ ctx, kader: { plan, rij } }: Deel) {
  const extern = ctx.actor.agb !== null
  const aanbieder = extern ? 'U' : rij.aanbieder
  const tot = (dag: Temporal.PlainDate | null) =>
    dag && (
      <>
        {' '}
        Dat kan tot en met {datum(dag)}, {relatief(dag, ctx.today)}.
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
function Hoofdknop({ ctx, kader: { rij, plan } }: Deel) {
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

function Anders({ ctx, kader: { rij, plan } }: Deel) {
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

function levensloop({ rij, plan }: Kader): Loopstap[] {
  const eersteAkkoord = plan.oordelen.find(
    ({ fase, nr, oordeel }) => fase === 'plan' && nr === null && oordeel === 'akkoord',
  )
  const rang = { gevraagd: 1, aanvullen: 1, ingediend: 2, uitvoering: 3, gerapporteerd: 4 } as const
  const dicht = !isLopend(plan.stand)
  // how far it came before it was closed
  const bereikt =
    plan.stand in rang
      ? rang[plan.stand as keyof typeof rang]
      : eersteAkkoord
        ? plan.stand === 'gerealiseerd'
          ? 5
          : 4
        : plan.ronde > 0
          ? 2
          : 1
  const stand = (nr: number): Loopstap['stand'] => {
    if (nr < bereikt || plan.stand === 'gerealiseerd') return 'gedaan'
    if (nr > bereikt) return dicht ? 'weg' : 'later'
    return dicht ? 'weg' : 'nu'
  }
  const laatste = plan.indieningen.at(-1)
  return [
    { naam: 'Gevraagd', noot: datum(dagVanMoment(rij.gevraagdOp)), stand: 'gedaan' },
    {
      naam: plan.stand === 'aanvullen' ? 'Aanvullen' : 'Indienen',
      noot:
        laatste && plan.stand !== 'aanvullen'
          ? `versie ${laatste.ronde}, ${datum(laatste.ontvangen)}`
          : `uiterlijk ${datum(plan.uiterlijk)}`,
      stand: stand(1),
    },
    { naam: 'Beoordelen', noot: eersteAkkoord && datum(dagVanMoment(eersteAkkoord.op)), stand: stand(2) },
    {
      naam: 'Uitvoeren en melden',
      noot: plan.realisatieUiterlijk === null ? undefined : `uiterlijk ${datum(plan.realisatieUiterlijk)}`,
      stand: stand(3),
    },
    { naam: 'Realisatie beoordelen', stand: stand(4) },
  ]
}

function Kop({ ctx, kader: { rij, plan, verbanden } }: Deel) {
  const { totaal, gerealiseerd } = voortgang(plan)
  const { bevinding, gesprek, escalatie } = verbanden
  const verband = escalatie
    ? { soort: 'escalatie', naam: escalatie.naam, href: routes.escalatie(escalatie.id) }
    : bevinding
      ? { soort: 'bevinding', naam: bevinding.naam, href: routes.bevinding(bevinding.id) }
      : gesprek && { soort: 'gesprek', naam: gesprek.naam, href: routes.gesprek(gesprek.id) }
  return (
    <Feiten
      feiten={[
        {
          label: 'Aanbieder',
          waarde: <a href={routes.aanbieder(rij.aanbiederId)}>{rij.aanbieder}</a>,
          toelichting: rij.overeenkomstId ? (
            <a href={routes.overeenkomst(rij.overeenkomstId)}>{rij.overeenkomst}</a>
          ) : (
            'alle overeenkomsten'
          ),
        },
        {
          label: 'Komt uit',
          waarde: verband ? <a href={verband.href}>{verband.naam}</a> : 'een verzoek van de regio',
          toelichting: verband ? verband.soort : `door ${rij.gevraagdDoor}`,
        },
        {
          label: 'Gevraagd',
          waarde: datum(dagVanMoment(rij.gevraagdOp)),
          // how the region divides its work is not for an aanbieder
          toelichting: [
            rij.nummer,
            ctx.actor.agb === null && rij.besloten ? `als ${rollen[rij.besloten.als as Rol].toLowerCase()}` : '',
          ]
            .filter((deel) => deel !== '')
            .join(', '),
        },
        {
          label: 'Gerealiseerd',
          waarde: totaal === 0 ? 'nog geen plan' : vanTotaal(gerealiseerd, totaal),
          toelichting: totaal === 0 ? undefined : 'punten',
          betekenis: 'geleverd',
        },
      ]}
    />
  )
}

/** The last judgement of the whole, with its reason. */
function Geheel({ plan }: { plan: Plan }) {
  const geheel = plan.oordelen.findLast(({ nr }) => nr === null)
  if (!geheel) return 'Nog niet beoordeeld.'
  return (
    <>
      <b>{geheel.fase === 'plan' ? planoordelen[geheel.oordeel] : oordeelnamen[geheel.oordeel]}:</b> {geheel.reden}{' '}
      <span className="ov-stil">
        {geheel.door}, {datum(dagVanMoment(geheel.op))}
      </span>
    </>
  )
}

/** A point as it was agreed, what was reported of it, and every judgement with its reason. */
export function Puntblok({ plan, punt, regels }: { plan: Plan; punt: Punt; regels: Planregels }) {
  const verloop = [
    ...plan.oordelen
      .filter(({ nr }) => nr === punt.nr)
      .map((oordeel) => ({ op: oordeel.op, regel: <Oordeelregel oordeel={oordeel} /> })),
    ...plan.meldingen
      .filter(({ nr }) => nr === punt.nr)
      .map(({ op, tekst, bewijs, door }) => ({
        op,
        regel: (
          <>
            <b>Gemeld</b> door {door}: {tekst}
            {bewijs !== '' && (
              <div>
                <b>Bewijs:</b> {bewijs}
              </div>
            )}
          </>
        ),
      })),
  ].toSorted((a, b) => Temporal.Instant.compare(a.op, b.op))
  return (
    <article className="ov-planblok" id={`punt-${punt.nr}`}>
      <h3>
        <span>
          {punt.nr}. {kort(punt, regels)}
        </span>
        <Puntoordeel stand={puntstand(plan, punt.nr)} />
      </h3>
      <Puntinhoud punt={punt} regels={regels} dag={dagVan(plan, punt)} />
      {verloop.length > 0 && (
        <ul className="ov-lijst ov-planverloop" aria-label={`Oordelen en meldingen bij punt ${punt.nr}`}>
          {verloop.map(({ op, regel }, i) => (
            <li key={i}>
              <span className="ov-klein">{datum(dagVanMoment(op))}</span> <div className="ov-tekst">{regel}</div>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

/** What a point says, in the form of the regelset. */
export function Puntinhoud({
  punt,
  regels,
  dag = punt.einddatum,
}: {
  punt: Omit<Punt, 'akkoordIn'>
  regels: Planregels
  dag?: Temporal.PlainDate
}) {
  return (
    <dl className="ov-paren">
      {regels.vragen
        .filter(({ code }) => (punt.velden[code] ?? '') !== '')
        .map(({ code, naam }) => (
          <Paar key={code} naam={naam}>
            {punt.velden[code]}
          </Paar>
        ))}
      <Paar naam={regels.wie.naam}>{punt.wie}</Paar>
      <Paar naam={regels.wanneer.naam}>
        {datum(dag)}
        {!dag.equals(punt.einddatum) && <span className="ov-stil"> (was {datum(punt.einddatum)})</span>}
      </Paar>
    </dl>
  )
}

function Paar({ naam, children }: { naam: string; children: ReactNode }) {
  return (
    <>
      <dt>{naam}</dt>
      <dd>{children}</dd>
    </>
  )
}

function Oordeelregel({ oordeel: { fase, ronde, oordeel, reden, door } }: { oordeel: Oordeel }) {
  return (
    <>
      <b>{oordeelnamen[oordeel]}</b>
      {fase === 'plan' && ` (versie ${ronde})`}, {door}: {reden}
    </>
  )
}

function Zijkant({ ctx, kader: { rij, plan, regels, termijnen, eerste, verbanden, mails } }: Deel) {
  const meer = [
    verbanden.bevinding && {
      naam: verbanden.bevinding.naam,
      soort: 'Bevinding',
      href: routes.bevinding(verbanden.bevinding.id),
    },
    verbanden.gesprek && { naam: verbanden.gesprek.naam, soort: 'Gesprek', href: routes.gesprek(verbanden.gesprek.id) },
    verbanden.escalatie && {
      naam: verbanden.escalatie.naam,
      soort: 'Escalatie',
      href: routes.escalatie(verbanden.escalatie.id),
    },
  ].filter((een) => een !== null)
  return (
    <>
      <WatNu
        titel="Lopende termijnen"
        leeg={isLopend(plan.stand) ? 'Er loopt geen termijn die u moet bewaken.' : 'Er loopt geen termijn meer.'}
        items={termijnen.map(({ id, titel, einddatum, kant, gevolg }) => {
          const teLaat = Temporal.PlainDate.compare(einddatum, ctx.today) < 0
          return {
            wanneer: datum(einddatum),
            relatief: relatief(einddatum, ctx.today),
            teLaat,
            wat: (
              <>
                <a href={routes.termijn(id)}>{titel.replace(` (${rij.nummer})`, '')}</a>{' '}
                <span className="ov-stil">({kant})</span>
                {teLaat && gevolg !== '' && <div className="ov-klein">{gevolg}</div>}
              </>
            ),
            waarom: eerste?.id === id && (
              <Waarom
                bij={titel}
                regel={regelInWoorden(eerste.berekening, eerste.startgebeurtenis)}
                bron={
                  eerste.berekening.bron
                    ? `${eerste.berekening.bron.document}, ${eerste.berekening.bron.paragraaf}. ${eerste.berekening.bron.tekst}`
                    : undefined
                }
                berekening={rekenstappen(eerste.berekening, eerste.startgebeurtenis)}
              />
            ),
          }
        })}
      />
      {ctx.actor.agb === null && rij.escalatieId === null && <Mails mails={mails} wacht={plan.stand === 'gevraagd'} />}
      <Zijdeel titel="Versies">
        {plan.indieningen.length === 0 ? (
          <p className="ov-klein">Er is nog geen plan ingediend.</p>
        ) : (
          <ul className="ov-lijst">
            {plan.indieningen.toReversed().map(({ ronde, ontvangen, punten, partij, door }) => (
              <li key={ronde}>
                <a href={routes.planversie(rij.id, ronde)}>Versie {ronde}</a>{' '}
                <span className="ov-stil">{aantal(punten.length, 'punt', 'punten')}</span>
                <div className="ov-klein">
                  {datum(ontvangen)}, {partij === 'aanbieder' ? door : `${door}, namens de aanbieder`}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Zijdeel>
      <Zijdeel titel="Waaraan wordt getoetst">
        <ul className="ov-lijst">
          {regels.criteria.map(({ tekst, bron }) => (
            <li key={tekst}>
              {tekst}
              <div className="ov-klein">{bron.document}</div>
            </li>
          ))}
        </ul>
      </Zijdeel>
      {meer.length > 1 && (
        <Zijdeel titel="Hoort bij">
          <ul className="ov-lijst">
            {meer.map(({ naam, soort, href }) => (
              <li key={href}>
                <a href={href}>{naam}</a>
                <div className="ov-klein">{soort}</div>
              </li>
            ))}
          </ul>
        </Zijdeel>
      )}
    </>
  )
}

const mailwoorden = { gevraagd: 'plan gevraagd', ingetrokken: 'plan ingetrokken' } as const

/** Who at the aanbieder was told by mail, and whether the mail server took it. */
function Mails({ mails, wacht }: { mails: Kader['mails']; wacht: boolean }) {
  if (mails.length === 0 && !wacht) return null
  return (
    <Zijdeel titel="E-mail aan de aanbieder">
      {mails.length === 0 ? (
        <p className="ov-klein">
          Deze aanbieder heeft geen contactpersoon met een e-mailadres. Vertel zelf dat u een plan vraagt.
        </p>
      ) : (
        <ul className="ov-lijst">
          {mails.map(({ id, soort, naam, gevraagdOp, verzondenOp, misluktOp, fout }) => (
            <li key={id}>
              {naam} <span className="ov-stil">{mailwoorden[soort]}</span>
              <div className="ov-klein">
                {verzondenOp
                  ? `aangenomen ${moment(verzondenOp)}`
                  : misluktOp
                    ? `niet verstuurd: ${fout ?? 'onbekende fout'}`
                    : `in de wachtrij sinds ${moment(gevraagdOp)}`}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Zijdeel>
  )
}

/** All that happened, the newest first; judgements of points stand with their point. */
function Gebeurtenissen({ kader: { rij, plan } }: { kader: Kader }) {
  const alles = [
    {
      op: rij.gevraagdOp,
      soort: 'gecontracteerd' as const,
      tekst: (
        <>
          <b>Gevraagd</b> door {rij.gevraagdDoor}
        </>
      ),
    },
    ...plan.indieningen.map(({ op, ronde, door, partij, ontvangen }) => ({
      op,
      soort: 'geleverd' as const,
      tekst: (
        <>
          <b>Versie {ronde} ingediend</b> door {door}
          {partij === 'opdrachtgever' && `, namens de aanbieder, ontvangen op ${datum(ontvangen)}`}
        </>
      ),
    })),
    ...plan.oordelen
      .filter(({ nr }) => nr === null)
      .map((oordeel) => ({
        op: oordeel.op,
        soort: undefined,
        tekst: (
          <>
            <b>
              {oordeel.fase === 'plan' ? `Versie ${oordeel.ronde}` : 'Realisatie'}:{' '}
              {oordeelnamen[oordeel.oordeel].toLowerCase()}
            </b>
            , {oordeel.door}: {oordeel.reden}
          </>
        ),
      })),
    ...groepeer(plan),
    ...plan.verzettingen.map(({ op, soort, van, naar, reden, door }) => ({
      op,
      soort: undefined,
      tekst: (
        <>
          <b>{soort === 'plan' ? 'Termijn voor het plan' : 'Termijn voor de realisatie'} verzet</b> van {datum(van)}{' '}
          naar {datum(naar)}, {door}: {reden}
        </>
      ),
    })),
    ...(plan.stand === 'niet ingediend' || plan.stand === 'ingetrokken'
      ? [
          {
            op: rij.geslotenOp!,
            soort: undefined,
            tekst: (
              <>
                <b>Gesloten: {plan.stand}</b>: {rij.geslotenReden}
              </>
            ),
          },
        ]
      : []),
  ].toSorted((a, b) => Temporal.Instant.compare(b.op, a.op))
  return (
    <Tijdlijn
      gebeurtenissen={alles.map(({ op, tekst, soort }) => ({
        moment: moment(op),
        datetime: op.toString(),
        tekst,
        ...(soort && { soort }),
      }))}
    />
  )
}

// Points that were reported or judged together are one event.
function groepeer(plan: Plan) {
  const per = new Map<
    string,
    { op: Temporal.Instant; soort: 'geleverd' | undefined; wat: string; door: string; nummers: number[] }
  >()
  const tel = (
    wat: string,
    soort: 'geleverd' | undefined,
    { op, door, nr }: { op: Temporal.Instant; door: string; nr: number },
  ) => {
    const sleutel = `${wat} ${op.toString()} ${door}`
    const bekend = per.get(sleutel) ?? { op, soort, wat, door, nummers: [] }
    per.set(sleutel, { ...bekend, nummers: [...bekend.nummers, nr] })
  }
  for (const melding of plan.meldingen) tel('Gemeld', 'geleverd', melding)
  for (const { fase, nr, op, door } of plan.oordelen) {
    if (fase === 'realisatie' && nr !== null) tel('Realisatie beoordeeld', undefined, { op, door, nr })
  }
  return [...per.values()].map(({ op, soort, wat, door, nummers }) => ({
    op,
    soort,
    tekst: (
      <>
        <b>{wat}</b>: {nummers.length === 1 ? 'punt' : 'punten'} {nummers.join(', ')}, door {door}
      </>
    ),
  }))
}

export function dagVanMoment(op: Temporal.Instant): Temporal.PlainDate {
  return op.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
}
