import type { ReactNode } from 'react'
import type { Brieftekst } from '../../domain/act/escalatie/maak-brief.ts'
import { inTeLeveren } from '../../domain/act/escalatie/in-te-leveren.ts'
import type { Geopend } from '../../domain/act/escalatie/lees-zaak.ts'
import { deelVan, type Stuksoort } from '../../domain/act/escalatie/ladder.ts'
import type { Zaakdossier } from '../../domain/act/escalatie/find-dossier.ts'
import { isGeschorst } from '../../domain/act/escalatie/termijnen.ts'
import type { PlanInLijst } from '../../domain/act/verbeterplan/queries.ts'
import type { Zaakplan } from '../../domain/act/verbeterplan/uit-plan.ts'
import type { Mogelijk } from '../../domain/act/escalatie/vooruitzicht.ts'
import { waarde } from '../../domain/act/escalatie/maak-brief.ts'
import { mag } from '../../domain/rechten.ts'
import type { Context } from '../../platform/context.ts'
import { routes } from '../routes.ts'
import { Feiten } from '../ui/feiten.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Knop } from '../ui/knop.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Kolommen, Zijdeel } from '../ui/kolommen.tsx'
import { Meer } from '../ui/meer.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, datum, hoofdletter, moment, relatief } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { Tijdlijn } from '../ui/tijdlijn.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { WatNu } from '../ui/wat-nu.tsx'
import { Plannenlijst } from '../verbeterplan/plannen-lijst.tsx'
import { wijze } from './brief-page.tsx'
import { Ladderbeeld, wieBesluit } from './ladder.tsx'
import { Rekenwijze } from './rekenwijze.tsx'
import { een, type Waarden } from './velden.tsx'
import { grondzin, opDeLadder } from './woorden.ts'

export type Escalatiegegevens = {
  geopend: Geopend
  dossier: Zaakdossier
  /** The plan that runs in this case: what it gives is not typed here */
  plan: Zaakplan | null
  plannen: PlanInLijst[]
  mogelijk: Mogelijk[]
  wieMag: ReadonlyMap<string, string>
  brief: Brieftekst | null
}

type Props = Escalatiegegevens & {
  raam: Raam
  ctx: Context
  gedaan?: string | undefined
  waarden?: Waarden
  fouten?: Veldfout[]
}

const meldingen: Record<string, string> = {
  geopend: 'De escalatie is geopend.',
  gezet: 'De stap is gezet.',
  voorgesteld: 'Uw voorstel ligt klaar voor een besluit.',
  voorbereid: 'De brief is klaar. De stap gaat in als hij is verstuurd.',
  besloten: 'Uw besluit is vastgelegd.',
  verstuurd: 'De verzending is vastgelegd en de stap is gezet.',
  ingetrokken: 'De stap is ingetrokken.',
  vastgelegd: 'Het stuk is vastgelegd.',
  ingediend: 'Wij hebben uw stuk ontvangen.',
}

/** One case: where it stands and why, what may be done next and by whom, what may not and why not, which terms run. */
export function EscalatiePage(props: Props) {
  const { raam, ctx, geopend, dossier, gedaan, fouten = [] } = props
  const { rij, zaak, ladder } = geopend
  const aanbieder = ctx.actor.agb !== null
  const melding = gedaan === undefined ? undefined : meldingen[gedaan]
  const open = dossier.kop.geslotenOp === null
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[{ label: 'Escalaties', href: routes.escalaties() }]}
      titel={rij.titel}
      titelInTab={`${rij.nummer} ${rij.titel}`}
      lead={<Lead {...props} />}
      actie={<Hoofdknop {...props} />}
      acties={open && !aanbieder && mag(ctx.actor, 'escalatie:stap-zetten') ? <Stukmenu {...props} /> : undefined}
      melding={melding && <Melding soort="gedaan">{melding}</Melding>}
    >
      <Foutenlijst fouten={fouten} />
      <Kop {...props} />
      <Open {...props} />
      <Kolommen zijLabel="Termijnen en stukken" zij={<Zijkant {...props} />}>
        {aanbieder && <Indienen {...props} />}
        <Onderdeel titel="De ladder">
          <Ladderbeeld
            id={rij.id}
            toestand={zaak.toestand!}
            {...{ ladder, dossier, aanbieder }}
            zet={mag(ctx.actor, 'escalatie:stap-zetten')}
            mogelijk={props.mogelijk}
            wieMag={props.wieMag}
          />
        </Onderdeel>
        {!aanbieder && open && <WatKan {...props} />}
        <Onderdeel titel="Wat er gebeurde">
          <Gebeurtenissen {...props} />
        </Onderdeel>
      </Kolommen>
    </Pagina>
  )
}

function Lead({ geopend: { rij, ladder, zaak }, dossier, ctx }: Props) {
  const { naam, zin, soort } = deelVan(ladder, 'toestanden', zaak.toestand!)
  const plek = opDeLadder(ladder, zaak.toestand!)
  if (soort === 'einde') {
    return (
      <>
        <b>Gesloten: {naam.toLowerCase()}.</b> {zin}
      </>
    )
  }
  const eerste = loopt(ladder, dossier, ctx.today)[0]
  return (
    <>
      {plek ? (
        <>
          Staat op{' '}
          <b>
            {plek}: {naam.toLowerCase()}
          </b>
          .
        </>
      ) : (
        <b>{naam}.</b>
      )}{' '}
      {zin}
      {eerste && (
        <>
          {' '}
          {deelVan(ladder, 'termijnen', eerste.code).naam}: tot en met {datum(eerste.werkelijkEinde)},{' '}
          {relatief(eerste.werkelijkEinde, ctx.today)}.
        </>
      )}
      {rij.openStand !== null && ctx.actor.agb === null && ' Er staat een stap open.'}
    </>
  )
}

// The one act that matters most now.
function Hoofdknop({ geopend: { rij, zaak }, mogelijk, ctx, plan }: Props) {
  if (zaak.open?.stand === 'besloten' && mag(ctx.actor, 'escalatie:versturen')) {
    return <Knop href={routes.escalatieVersturen(rij.id)}>Brief versturen</Knop>
  }
  if (zaak.open || !mag(ctx.actor, 'escalatie:stap-zetten')) return null
  const eerste = mogelijk.find(
    ({ belet, overgang }) => belet.length === 0 && overgang.naar !== 'zelfde' && overgang.naar !== 'vorige',
  )
  if (!eerste) return null
  if (plan && uitPlan(plan, eerste)) return <Knop href={routes.verbeterplan(plan.id)}>Verbeterplan openen</Knop>
  return <Knop href={routes.escalatiestap(rij.id, eerste.overgang.code)}>{eerste.overgang.naam}</Knop>
}

/** A step whose record comes from the plan: it is taken there. */
function uitPlan(plan: Zaakplan | null, { overgang }: Mogelijk): boolean {
  return plan !== null && overgang.stukken.some((soort) => plan.soorten.has(soort))
}

function Stukmenu({ geopend: { rij, ladder }, plan }: Props) {
  return (
    <Meer
      label="Stuk vastleggen"
      items={ladder.stukken
        .filter(({ code }) => !['aanleiding', 'agendapunt'].includes(code) && !plan?.soorten.has(code))
        .map(({ code, naam }) => ({ label: naam, href: routes.escalatiestuk(rij.id, code) }))}
    />
  )
}

function Kop({ geopend: { rij, ladder, zaak, feiten }, dossier, ctx }: Props) {
  const { kop, stappen } = dossier
  const geopendDag = kop.geopendOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  const laatste = stappen.findLast(({ beslotenDoor }) => beslotenDoor !== null)
  const lopend = zaak.maatregelen.filter(({ einde }) => einde === null)
  return (
    <Feiten
      feiten={[
        {
          label: 'Aanbieder',
          waarde: <a href={routes.aanbieder(rij.aanbiederId)}>{kop.aanbieder}</a>,
          toelichting: kop.overeenkomst ? (
            <a href={routes.overeenkomst(rij.overeenkomstId!)}>{kop.overeenkomst}</a>
          ) : (
            (kop.subregio ?? 'alle overeenkomsten')
          ),
        },
        {
          label: 'Aanleiding',
          waarde:
            kop.bevindingId && mag(ctx.actor, 'bevinding:lezen') ? (
              <a href={routes.bevinding(kop.bevindingId)}>{kop.bevinding ?? 'bevinding'}</a>
            ) : (
              (grondzin(stappen[0]?.grond ?? null) ?? 'met de hand geopend')
            ),
          toelichting: `${rij.nummer}, door ${kop.geopendDoor}`,
        },
        {
          label: 'Loopt sinds',
          waarde: datum(geopendDag),
          toelichting: kop.geslotenOp ? 'gesloten' : aantal(geopendDag.until(ctx.today).days, 'dag', 'dagen'),
        },
        {
          label: lopend.length > 0 ? 'Maatregelen' : 'Laatste besluit',
          waarde:
            lopend.length > 0
              ? lopend.map(({ soort }) => deelVan(ladder, 'maatregelen', soort).naam).join(', ')
              : (laatste?.beslotenDoor ?? 'nog geen'),
          toelichting:
            lopend.length > 0
              ? isGeschorst(zaak.schorsingen, feiten.vandaag)
                ? 'opgeschort door bezwaar'
                : `sinds ${datum(lopend[0]!.begin)}`
              : laatste && datum(laatste.datum),
        },
      ]}
    />
  )
}

/** The step that waits: what it is, and the decision or the letter it waits for. */
function Open(props: Props) {
  const { raam, ctx, geopend, dossier, wieMag, mogelijk, waarden = {}, fouten = [] } = props
  const { rij, ladder, zaak } = geopend
  const voorstel = dossier.voorstellen.find(({ stand }) => stand === 'voorgesteld' || stand === 'besloten')
  if (!zaak.open || !voorstel || ctx.actor.agb !== null) return null
  const overgang = deelVan(ladder, 'overgangen', voorstel.overgang)
  const fout = (veld: string) => fouten.find((een) => een.veld === veld)?.melding
  const { zet } = voorstel
  const bekend = mogelijk.find((een) => een.overgang.code === overgang.code)
  const eigen = zaak.open.zet.door === ctx.actor.id
  const magBesluiten = voorstel.stand === 'voorgesteld' && mag(ctx.actor, 'escalatie:besluiten') && !eigen
  return (
    <section className="ov-open" aria-labelledby="open-kop">
      <h2 id="open-kop">
        {voorstel.stand === 'voorgesteld' ? `Voorgesteld: ${overgang.naam}` : `Klaar om te versturen: ${overgang.naam}`}
      </h2>
      <p>
        Door {voorstel.voorgesteldDoor}, {moment(voorstel.voorgesteldOp)}.{' '}
        {voorstel.stand === 'besloten' && voorstel.beslotenDoor && `Besluit: ${voorstel.beslotenDoor}. `}
        {voorstel.stand === 'voorgesteld' &&
          bekend &&
          `${hoofdletter(wieBesluit(bekend, wieMag))}, niet door wie het voorstelde.`}
      </p>
      <dl className="ov-paren">
        {zet.grond && <Paar naam="Grond">{grondzin(zet.grond)}</Paar>}
        {zet.doel && <Paar naam="Naar">{deelVan(ladder, 'toestanden', zet.doel).naam}</Paar>}
        {zet.motivering && <Paar naam="Motivering">{zet.motivering}</Paar>}
        {zet.maatregelen.map(({ soort, velden }) => {
          const { naam, velden: eigenVelden } = deelVan(ladder, 'maatregelen', soort)
          const uitwerking = eigenVelden
            .map((veld) => waarde(veld, velden[veld.code] ?? ''))
            .filter((tekst) => tekst !== '')
          return (
            <Paar key={soort} naam="Maatregel">
              {[naam, ...uitwerking].join(', ')}
            </Paar>
          )
        })}
      </dl>
      {props.brief && (
        <Vouw titel={`Brief: ${props.brief.naam}`}>
          {props.brief.alineas.map((alinea, i) => (
            <p key={i} className="ov-proza">
              {alinea}
            </p>
          ))}
        </Vouw>
      )}
      {magBesluiten && (
        <Formulier
          actie={routes.escalatieBesluiten(rij.id)}
          csrf={raam.csrf}
          knop="Besluit vastleggen"
          verborgen={{ gezien: String(rij.versie) }}
        >
          <Keuze
            naam="besluit"
            label="Uw besluit"
            soort="rondjes"
            opties={[
              {
                waarde: 'akkoord',
                label: 'Akkoord',
                hulp:
                  overgang.brief === null
                    ? 'De stap gaat meteen in.'
                    : 'Daarna wordt de brief verstuurd; dan gaat de stap in.',
              },
              {
                waarde: 'afwijzen',
                label: 'Afwijzen',
                hulp: 'De zaak blijft waar zij was. Het voorstel blijft met uw reden te lezen.',
              },
            ]}
            waarde={een(waarden['besluit'])}
            fout={fout('besluit')}
          />
          <Tekstveld
            naam="reden"
            label="Reden"
            facultatief
            hulp="Verplicht als u afwijst."
            regels={3}
            waarde={een(waarden['reden'])}
            fout={fout('reden')}
          />
        </Formulier>
      )}
      {mag(ctx.actor, 'escalatie:stap-zetten') && (
        <Vouw titel="Deze stap intrekken" open={fout('redenIntrekken') !== undefined}>
          <Formulier
            actie={routes.escalatieIntrekken(rij.id)}
            csrf={raam.csrf}
            knop="Stap intrekken"
            soort="tweede"
            verborgen={{ gezien: String(rij.versie) }}
          >
            <Tekstveld
              naam="redenIntrekken"
              label="Waarom trekt u haar in"
              regels={2}
              waarde={een(waarden['redenIntrekken'])}
              fout={fout('redenIntrekken')}
            />
          </Formulier>
        </Vouw>
      )}
    </section>
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

/** Every step from here: those that can be taken first, then those that cannot yet and why. */
function WatKan({ ctx, geopend: { rij, zaak }, mogelijk: alles, wieMag, plan }: Props) {
  const zet = mag(ctx.actor, 'escalatie:stap-zetten')
  if (zaak.open) {
    return (
      <Onderdeel
        titel="Wat nu kan"
        conclusie="Eerst de stap die open staat. Daarna staat hier wat er verder kan, en wat nog niet."
      />
    )
  }
  // To end what does not run, or start what runs, is no step that anybody looks for.
  const lopend = new Set(zaak.maatregelen.flatMap(({ soort, einde }) => (einde === null ? [soort] : [])))
  const mogelijk = alles.filter(({ overgang: { maatregelen } }) => {
    const { start, einde } = maatregelen
    return einde.every((soort) => lopend.has(soort)) && !(start.length > 0 && start.every((soort) => lopend.has(soort)))
  })
  const kan = mogelijk.filter(({ belet }) => belet.length === 0).length
  return (
    <Onderdeel
      titel="Wat nu kan"
      conclusie={
        kan === 0
          ? 'Er kan nu geen stap worden gezet.'
          : `${hoofdletter(aantal(kan, 'stap', 'stappen'))} ${kan === 1 ? 'kan' : 'kunnen'} nu; de rest staat erbij met wat eraan ontbreekt.`
      }
    >
      <Tabel
        bijschrift="Mogelijke stappen"
        rijen={mogelijk}
        sleutel={({ overgang }) => overgang.code}
        klikbaar={false}
        kolommen={[
          {
            naam: 'stap',
            kop: 'Stap',
            cel: (een) => {
              const { overgang, belet } = een
              if (plan && uitPlan(plan, een)) {
                return (
                  <>
                    {overgang.naam}: <a href={routes.verbeterplan(plan.id)}>in verbeterplan {plan.nummer}</a>
                  </>
                )
              }
              return zet && belet.length === 0 ? (
                <a href={routes.escalatiestap(rij.id, overgang.code)}>{overgang.naam}</a>
              ) : (
                overgang.naam
              )
            },
          },
          {
            naam: 'wie',
            kop: 'Door wie',
            cel: (een) => `${wieBesluit(een, wieMag)}${een.overgang.voorstel ? ', op voorstel' : ''}`,
          },
          {
            naam: 'nodig',
            kop: 'Nodig',
            cel: ({ belet, nodig }) =>
              belet.length > 0 ? (
                <>
                  <b>Nog niet.</b> {belet.join(' ')}
                </>
              ) : nodig.length > 0 ? (
                nodig.join(', ')
              ) : (
                'niets meer'
              ),
          },
          {
            naam: 'regel',
            kop: 'Regel',
            heel: true,
            telefoon: 'weg',
            cel: ({ overgang }) => <span className="ov-stil">{overgang.regel.split(',')[0]}</span>,
          },
        ]}
      />
    </Onderdeel>
  )
}

function Indienen({ ctx, geopend: { rij, ladder, zaak }, plan }: Props) {
  const kan = inTeLeveren(ladder, zaak).filter(({ code }) => !plan?.soorten.has(code))
  if ((kan.length === 0 && !plan) || !mag(ctx.actor, 'escalatie:reageren')) return null
  return (
    <Onderdeel titel="Wat u kunt doen" conclusie="Wat u indient, is die dag ontvangen. De regio ziet het meteen.">
      <ul className="ov-lijst">
        {plan && (
          <li>
            <a href={routes.verbeterplan(plan.id)}>Verbeterplan {plan.nummer} openen</a>
            <div className="ov-klein">Daar schrijft u het plan en meldt u wat is gerealiseerd.</div>
          </li>
        )}
        {kan.map(({ code, naam, uitleg }) => (
          <li key={code}>
            <a href={routes.escalatiestuk(rij.id, code)}>{naam} indienen</a>
            {uitleg && <div className="ov-klein">{uitleg}</div>}
          </li>
        ))}
      </ul>
    </Onderdeel>
  )
}

/** The terms that ask something, the first one first; a right that passed asks nothing of anybody. */
function loopt(ladder: Props['geopend']['ladder'], { termijnen }: Props['dossier'], vandaag: Temporal.PlainDate) {
  const verlopen = (einde: Temporal.PlainDate) => Temporal.PlainDate.compare(einde, vandaag) < 0
  return termijnen
    .filter(({ klaar }) => klaar === null)
    .filter(({ code, werkelijkEinde }) => !(verlopen(werkelijkEinde) && deelVan(ladder, 'termijnen', code).recht))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.werkelijkEinde, b.werkelijkEinde))
}

function Zijkant(props: Props) {
  const { ctx, geopend, dossier } = props
  const { rij, ladder, zaak } = geopend
  const lopend = loopt(ladder, dossier, ctx.today)
  return (
    <>
      <WatNu
        titel="Lopende termijnen"
        leeg="Er loopt geen termijn."
        items={lopend.map((termijn) => {
          const soort = deelVan(ladder, 'termijnen', termijn.code)
          const teLaat = Temporal.PlainDate.compare(termijn.werkelijkEinde, ctx.today) < 0
          return {
            wanneer: datum(termijn.werkelijkEinde),
            relatief: relatief(termijn.werkelijkEinde, ctx.today),
            teLaat,
            wat: (
              <>
                {soort.naam} <span className="ov-stil">({soort.wie === 'aanbieder' ? 'aanbieder' : 'regio'})</span>
                {teLaat && <div className="ov-klein">{soort.gevolg}</div>}
              </>
            ),
            waarom: <Rekenwijze termijn={termijn} soort={soort} schorsingen={zaak.schorsingen} />,
          }
        })}
      />
      {isGeschorst(zaak.schorsingen, ctx.today) && <p className="ov-klein">Het bezwaar schort de maatregel op.</p>}
      {props.plannen.length > 0 && (
        <Zijdeel titel="Verbeterplan">
          <Plannenlijst plannen={props.plannen} />
        </Zijdeel>
      )}
      <Zijdeel titel="Brieven">
        {dossier.brieven.length === 0 ? (
          <p className="ov-klein">Er is nog geen brief verstuurd.</p>
        ) : (
          <ul className="ov-lijst">
            {dossier.brieven.map((brief) => (
              <li key={brief.nr}>
                <a href={routes.escalatiebrief(rij.id, brief.nr)}>{brief.naam}</a>
                <div className="ov-klein">
                  {wijze(brief.wijze)} · {datum(brief.verzonden)}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Zijdeel>
      <Zijdeel titel="Stukken">
        {dossier.stukken.length === 0 ? (
          <p className="ov-klein">Er is nog geen stuk.</p>
        ) : (
          <ul className="ov-lijst">
            {dossier.stukken.toReversed().map((stuk) => {
              const soort = deelVan(ladder, 'stukken', stuk.soort)
              return (
                <li key={stuk.id}>
                  <Vouw titel={soort.naam}>
                    <Inhoud soort={soort} velden={stuk.velden} />
                  </Vouw>
                  <div className="ov-klein">
                    {datum(stuk.datum)} · {stuk.partij === 'aanbieder' ? 'aanbieder' : stuk.vastgelegdDoor}
                  </div>
                </li>
              )
            })}
          </ul>
        )}
      </Zijdeel>
    </>
  )
}

function Inhoud({ soort, velden }: { soort: Stuksoort; velden: Readonly<Record<string, string>> }) {
  return (
    <dl className="ov-paren">
      {soort.velden
        .filter(({ code }) => velden[code])
        .map((veld) => (
          <Paar key={veld.code} naam={veld.naam}>
            {waarde(veld, velden[veld.code]!)}
          </Paar>
        ))}
    </dl>
  )
}

/** Steps, and proposals that came to nothing, the newest first. */
function Gebeurtenissen({ geopend: { ladder }, dossier }: Props) {
  const dag = (op: Temporal.Instant) => op.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  const stappen = dossier.stappen.map((stap) => ({
    dag: stap.datum,
    tekst: (
      <>
        <b>{deelVan(ladder, 'overgangen', stap.overgang).naam}</b>
        {stap.naar !== stap.van && ` → ${deelVan(ladder, 'toestanden', stap.naar).naam.toLowerCase()}`},{' '}
        {stap.partij === 'aanbieder' ? 'aanbieder' : stap.door}
        {stap.beslotenDoor && stap.beslotenDoor !== stap.door && `, besluit ${stap.beslotenDoor}`}
        {stap.motivering && `: ${stap.motivering}`}
        {stap.velden['geleerd'] && (
          <div>
            <b>Geleerd:</b> {stap.velden['geleerd']}
          </div>
        )}
      </>
    ),
  }))
  const voorstellen = dossier.voorstellen
    .filter(({ stand }) => stand === 'afgewezen' || stand === 'ingetrokken')
    .map((voorstel) => ({
      dag: dag(voorstel.beslotenOp ?? voorstel.voorgesteldOp),
      tekst: (
        <>
          <b>
            {deelVan(ladder, 'overgangen', voorstel.overgang).naam}: {voorstel.stand}
          </b>
          , voorgesteld door {voorstel.voorgesteldDoor}
          {voorstel.stand === 'afgewezen' && voorstel.beslotenDoor && `, afgewezen door ${voorstel.beslotenDoor}`}
          {voorstel.reden && `: ${voorstel.reden}`}
        </>
      ),
    }))
  const alles = [...stappen, ...voorstellen].toSorted((a, b) => Temporal.PlainDate.compare(a.dag, b.dag)).toReversed()
  return (
    <Tijdlijn
      gebeurtenissen={alles.map(({ dag, tekst }) => ({ moment: datum(dag), datetime: dag.toString(), tekst }))}
    />
  )
}
