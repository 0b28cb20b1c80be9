import { antwoorden, type Antwoord } from '../../domain/act/gesprek/gesprek.ts'
import { hoedanigheden } from '../../domain/act/gesprek/aanwezigen.ts'
import { past } from '../../domain/act/gesprek/gespreksacten.ts'
import { rapportageUiterlijk, reactieUiterlijk, verslagUiterlijk } from '../../domain/act/gesprek/termijnen.ts'
import type { BerekendeTermijn, Termijn } from '../../domain/begrippen/termijn.ts'
import type { Deelnemer } from '../../domain/act/gesprek/queries.ts'
import type { EscalatieMetStand } from '../../domain/act/escalatie/queries.ts'
import type { PlanInLijst } from '../../domain/act/verbeterplan/queries.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Knop, KnopFormulier } from '../ui/knop.tsx'
import { Kolommen, Zijdeel } from '../ui/kolommen.tsx'
import { Melding } from '../ui/melding.tsx'
import { datum, moment, relatief } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Tijdlijn, type Gebeurtenis } from '../ui/tijdlijn.tsx'
import { Verborgen } from '../ui/verborgen.tsx'
import { Vouw } from '../ui/vouw.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { WatNu, type WatNuItem } from '../ui/wat-nu.tsx'
import { Plannenlijst } from '../verbeterplan/plannen-lijst.tsx'
import { Gesprekkaart } from './kader.tsx'
import type { Kader } from './lees-kader.ts'
import { dagVan } from './woorden.ts'

type Props = {
  kader: Kader
  collegas: { id: string; naam: string; functie: string }[]
  contactpersonen: { id: string; naam: string; functie: string }[]
  plannen: PlanInLijst[]
  /** The case it is held for, as far as this person may read it */
  zaak: EscalatieMetStand | null
  /** That came up in this meeting, as far as this person may read them */
  bevindingen: { id: string; titel: string; geslotenOp: Temporal.Instant | null }[]
  gedaan?: string | undefined
}

const meldingen: Record<string, string> = {
  gepland: 'Het gesprek is gepland. Er is nog niemand uitgenodigd.',
  uitgenodigd: 'De uitnodigingen zijn onderweg.',
  gevraagd: 'De rapportage is gevraagd.',
  voorbereid: 'Het gesprek is voorbereid.',
  verplaatst: 'Het gesprek is verplaatst; wie was uitgenodigd, krijgt bericht.',
  geannuleerd: 'Het gesprek gaat niet door; wie was uitgenodigd, krijgt bericht.',
  bijgewerkt: 'De agenda is bijgewerkt.',
  deelnemers: 'De deelnemers zijn gewijzigd.',
  antwoord: 'Het antwoord is vastgelegd.',
}

/** One meeting: agenda, who is asked, which terms run and what happened. */
export function GesprekPage({ kader, collegas, contactpersonen, plannen, zaak, bevindingen, gedaan }: Props) {
  const melding = gedaan === undefined ? undefined : meldingen[gedaan]
  return (
    <Gesprekkaart kader={kader} deel="gesprek" melding={melding && <Melding soort="gedaan">{melding}</Melding>}>
      <Kolommen
        zij={
          <>
            <WatNu items={termijnen(kader)} leeg="Er loopt geen termijn." />
            {zaak && (
              <Zijdeel titel="Escalatie">
                <a href={routes.escalatie(zaak.id)}>{zaak.titel}</a>
                <div className="ov-klein">
                  {zaak.nummer} · {zaak.standnaam.toLowerCase()}
                </div>
              </Zijdeel>
            )}
            <Verbeterplannen kader={kader} plannen={plannen} />
            <Zijdeel titel="Wat er gebeurde">
              <Tijdlijn gebeurtenissen={gebeurtenissen(kader)} />
            </Zijdeel>
          </>
        }
      >
        <Onderdeel titel="Agenda" noot={wijzigLink(kader)}>
          <Agenda ctx={kader.ctx} punten={kader.punten} />
        </Onderdeel>
        <Bevindingen {...{ kader, bevindingen }} />
        <Deelnemers {...{ kader, collegas, contactpersonen }} />
      </Kolommen>
    </Gesprekkaart>
  )
}

/** Plans that run with this aanbieder, and asking one as the outcome of this meeting (GES-07). */
function Verbeterplannen({ kader: { ctx, gesprek }, plannen }: Pick<Props, 'kader' | 'plannen'>) {
  const vragen = gesprek.aanbiederId !== null && gesprek.gehoudenOp !== null && mag(ctx.actor, 'verbeterplan:vragen')
  if (plannen.length === 0 && !vragen) return null
  return (
    <Zijdeel titel="Verbeterplannen">
      <Plannenlijst plannen={plannen} />
      {vragen && (
        <p>
          <a href={routes.verbeterplanVragen({ gesprek: gesprek.id })}>Verbeterplan vragen</a>
        </p>
      )}
    </Zijdeel>
  )
}

function wijzigLink({ ctx, gesprek }: Kader) {
  const wijzigen = past('agenda wijzigen', gesprek.stand) && mag(ctx.actor, 'gesprek:wijzigen')
  return (
    <>
      {wijzigen && <a href={routes.gesprek(gesprek.id, 'agenda')}>Wijzigen</a>}{' '}
      <a href={routes.gespreksstuk(gesprek.id, 'uitnodiging', 'pdf')}>Uitnodiging als PDF</a>{' '}
      <a href={routes.gespreksstuk(gesprek.id, 'uitnodiging', 'docx')}>Als Word</a>
    </>
  )
}

/** The agenda as people read it. */
export function Agenda({ ctx, punten }: Pick<Kader, 'ctx' | 'punten'>) {
  return (
    <ol className="ov-agenda">
      {punten.map(({ id, nummer, diepte, titel, toelichting, niveau, bron, bevindingId }) => (
        <li key={id} className={`ov-agenda-${String(Math.min(diepte, 3))}`}>
          <span className="ov-agenda-nr">{nummer}</span>
          <div>
            {bevindingId !== null && mag(ctx.actor, 'bevinding:lezen') ? (
              <a href={routes.bevinding(bevindingId)}>{titel}</a>
            ) : (
              titel
            )}
            {bron === 'bevinding' && <span className="ov-stil"> bevinding</span>}
            {bron === 'meegenomen' && <span className="ov-stil"> meegenomen</span>}
            {niveau && diepte === 1 && <span className="ov-stil"> {niveau}</span>}
            {toelichting !== '' && <p className="ov-klein">{toelichting}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Bevindingen({ kader: { ctx, gesprek }, bevindingen }: Pick<Props, 'kader' | 'bevindingen'>) {
  // before the day nothing came up yet
  const kan =
    gesprek.aanbiederId !== null &&
    gesprek.geannuleerdOp === null &&
    Temporal.PlainDate.compare(gesprek.datum, ctx.today) <= 0 &&
    mag(ctx.actor, 'bevinding:vastleggen')
  if (bevindingen.length === 0 && !kan) return null
  return (
    <Onderdeel
      titel="Bevindingen uit dit gesprek"
      {...(bevindingen.length === 0 && { conclusie: 'Nog geen.' })}
      noot={kan && <a href={routes.bevindingVastleggen({ gesprek: gesprek.id })}>Bevinding vastleggen</a>}
    >
      {bevindingen.length > 0 && (
        <ul className="ov-lijst">
          {bevindingen.map(({ id, titel, geslotenOp }) => (
            <li key={id}>
              <a href={routes.bevinding(id)}>{titel}</a>
              <div className="ov-klein">{geslotenOp ? 'gesloten' : 'open'}</div>
            </li>
          ))}
        </ul>
      )}
    </Onderdeel>
  )
}

function Deelnemers({ kader, collegas, contactpersonen }: Omit<Props, 'gedaan' | 'plannen' | 'zaak' | 'bevindingen'>) {
  const { raam, ctx, gesprek, deelnemers } = kader
  const schrijft = mag(ctx.actor, 'gesprek:wijzigen')
  const open = past('uitnodigen', gesprek.stand)
  const magAntwoorden = (d: Deelnemer) =>
    open &&
    (schrijft ||
      (ctx.actor.agb === null
        ? d.gebruikerId === ctx.actor.id
        : d.hoedanigheid === 'aanbieder' && mag(ctx.actor, 'gesprek:reageren')))
  const nieuw = collegas.filter(({ id }) => !deelnemers.some(({ gebruikerId }) => gebruikerId === id))
  const nieuwExtern = contactpersonen.filter(
    ({ id }) => !deelnemers.some(({ contactpersoonId }) => contactpersoonId === id),
  )
  return (
    <Onderdeel titel="Deelnemers">
      <Tabel
        bijschrift="Wie er bij het gesprek is"
        rijen={deelnemers}
        sleutel={({ id }) => id}
        klikbaar={false}
        kolommen={[
          {
            naam: 'naam',
            kop: 'Naam',
            cel: ({ naam, functie, contactpersoonId }) => (functie && contactpersoonId ? `${naam}, ${functie}` : naam),
          },
          { naam: 'rol', kop: 'Als', cel: ({ hoedanigheid }) => hoedanigheden[hoedanigheid] },
          {
            naam: 'stand',
            kop: gesprek.gehoudenOp ? 'Aanwezig' : 'Antwoord',
            cel: (d) => <Antwoorden {...{ kader, d, kan: magAntwoorden(d) }} />,
          },
          ...(schrijft && open
            ? [{ naam: 'bericht', kop: 'Uitnodiging', cel: (d: Deelnemer) => <Bericht kader={kader} d={d} /> }]
            : []),
        ]}
      />
      {schrijft && past('wijzigen', gesprek.stand) && nieuw.length + nieuwExtern.length > 0 && (
        <Vouw titel="Iemand toevoegen">
          <Formulier actie={routes.gesprek(gesprek.id, 'deelnemers')} csrf={raam.csrf} knop="Toevoegen" soort="tweede">
            {nieuwExtern.length > 0 && (
              <Keuze
                naam="contactpersonen"
                label="Van de aanbieder"
                facultatief
                leeg="Niemand"
                opties={nieuwExtern.map(({ id, naam, functie }) => ({
                  waarde: id,
                  label: [naam, functie].filter(Boolean).join(', '),
                }))}
              />
            )}
            {nieuw.length > 0 && (
              <Keuze
                naam="collegas"
                label="Collega"
                facultatief
                leeg="Niemand"
                opties={nieuw.map(({ id, naam, functie }) => ({
                  waarde: id,
                  label: [naam, functie].filter(Boolean).join(', '),
                }))}
              />
            )}
          </Formulier>
        </Vouw>
      )}
    </Onderdeel>
  )
}

function Antwoorden({ kader: { raam, gesprek }, d, kan }: { kader: Kader; d: Deelnemer; kan: boolean }) {
  if (gesprek.gehoudenOp) return d.aanwezig ? 'Was erbij' : 'Was er niet bij'
  const nu = d.antwoord === null ? 'Nog geen antwoord' : antwoorden[d.antwoord]
  const uitleg = d.antwoordToelichting === '' ? null : <span className="ov-klein"> {d.antwoordToelichting}</span>
  if (!kan) {
    return (
      <>
        {nu}
        {uitleg}
      </>
    )
  }
  return (
    <div className="ov-antwoord">
      <span>
        {nu}
        {uitleg}
      </span>
      <form method="post" action={routes.deelnemer(gesprek.id, d.id, 'antwoord')}>
        <Verborgen csrf={raam.csrf} />
        {(Object.keys(antwoorden) as Antwoord[])
          .filter((antwoord) => antwoord !== d.antwoord)
          .map((antwoord) => (
            <Knop key={antwoord} soort="tekst" naam="antwoord" waarde={antwoord}>
              {antwoorden[antwoord]}
              <span className="ams-visually-hidden">: {d.naam}</span>
            </Knop>
          ))}
      </form>
    </div>
  )
}

function Bericht({ kader: { raam, gesprek }, d }: { kader: Kader; d: Deelnemer }) {
  if (d.bericht === 'verzonden') return 'verstuurd'
  if (d.bericht === 'onderweg') return 'onderweg'
  if (d.bericht === 'mislukt') return <b className="ov-mis">niet aangekomen</b>
  const weg =
    d.gebruikerId === gesprek.eigenaarId ? null : (
      <KnopFormulier soort="tekst" actie={routes.deelnemer(gesprek.id, d.id, 'weghalen')} csrf={raam.csrf}>
        Weghalen<span className="ams-visually-hidden">: {d.naam}</span>
      </KnopFormulier>
    )
  return (
    <>
      {d.heeftMail ? 'nog niet' : 'geen e-mailadres'}
      {weg}
    </>
  )
}

function termijnen({ ctx, gesprek, regels }: Kader): WatNuItem[] {
  const { termijnen: t } = regels
  const laat = (dag: Temporal.PlainDate) => Temporal.PlainDate.compare(dag, ctx.today) < 0
  const item = (
    dag: Temporal.PlainDate,
    wat: string,
    termijn: Termijn | null,
    berekend: BerekendeTermijn | null,
    deel?: 'rapportage' | 'verslag',
  ): WatNuItem => ({
    wanneer: datum(dag),
    relatief: relatief(dag, ctx.today),
    teLaat: laat(dag),
    wat,
    ...(deel && { href: routes.gesprek(gesprek.id, deel) }),
    waarom: termijn && <Termijnuitleg wat={wat} termijn={termijn} berekend={berekend} />,
  })
  const uit: WatNuItem[] = []
  if (gesprek.geannuleerdOp) return uit
  if (gesprek.rapportageUiterlijk && !gesprek.rapportageIngediendOp && !gesprek.gedeeldOp)
    uit.push(
      item(
        gesprek.rapportageUiterlijk,
        'Rapportage van de aanbieder',
        t.rapportage,
        rapportageUiterlijk(t, gesprek.datum),
        'rapportage',
      ),
    )
  if (gesprek.gehoudenOp && !gesprek.gedeeldOp && gesprek.verslagUiterlijk)
    uit.push(
      item(
        gesprek.verslagUiterlijk,
        regels.regels.verslag.streven ? 'Verslag delen (streven)' : 'Verslag delen',
        t.verslag,
        verslagUiterlijk(t, gesprek.datum),
        ctx.actor.agb === null ? 'verslag' : undefined,
      ),
    )
  if (gesprek.gedeeldOp && !gesprek.definitiefOp && gesprek.reactieUiterlijk)
    uit.push(
      item(
        gesprek.reactieUiterlijk,
        'Reageren op het verslag',
        t.reactie,
        reactieUiterlijk(t, dagVan(gesprek.gedeeldOp)),
        'verslag',
      ),
    )
  return uit
}

function Termijnuitleg({
  wat,
  termijn,
  berekend,
}: {
  wat: string
  termijn: Termijn
  berekend: BerekendeTermijn | null
}) {
  return (
    <Waarom
      bij={wat}
      regel={termijn.bron.tekst}
      bron={`${termijn.bron.document}, ${termijn.bron.paragraaf}`}
      berekening={(berekend?.stappen ?? []).map((stap) => ({
        stap:
          stap.soort === 'start'
            ? termijn.startgebeurtenis
            : stap.soort === 'geteld'
              ? `${String(Math.abs(stap.aantal))} ${stap.eenheid}`
              : stap.soort === 'overgeslagen' || stap.soort === 'doorgeschoven'
                ? `${stap.soort}: ${stap.reden}`
                : stap.soort,
        uitkomst: datum(stap.datum),
      }))}
    />
  )
}

function gebeurtenissen({ gesprek: g, verplaatsingen }: Kader): Gebeurtenis[] {
  const op = (wanneer: Temporal.Instant | null, tekst: string) => (wanneer ? [{ op: wanneer, tekst }] : [])
  return [
    ...op(g.geplandOp, `Gepland door ${g.geplandDoor}`),
    // whom nobody invited sees the meeting from the day its minutes were shared: that is no invitation
    ...(g.gedeeldOp && g.uitgenodigdOp?.equals(g.gedeeldOp) ? [] : op(g.uitgenodigdOp, 'Uitgenodigd')),
    ...op(g.rapportageGevraagdOp, 'Rapportage gevraagd'),
    ...op(g.rapportageIngediendOp, `Rapportage aangeleverd door ${g.rapportageIngediendDoor ?? ''}`),
    ...verplaatsingen.map((v) => ({
      op: v.verplaatstOp,
      tekst: `Verplaatst van ${datum(v.vanDatum)} naar ${datum(v.naarDatum)}: ${v.reden}`,
    })),
    ...op(g.voorbereidOp, 'Voorbereid'),
    ...op(g.gehoudenOp, 'Gehouden'),
    ...op(g.gedeeldOp, 'Verslag gedeeld'),
    ...op(g.definitiefOp, 'Verslag definitief'),
    ...op(g.geannuleerdOp, `Geannuleerd: ${g.annuleringReden ?? ''}`),
  ]
    .toSorted((a, b) => Temporal.Instant.compare(b.op, a.op))
    .map(({ op: wanneer, tekst }) => ({ moment: moment(wanneer), datetime: wanneer.toString(), tekst }))
}
