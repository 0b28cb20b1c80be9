import { actiestanden } from '../../domain/act/gesprek/actiestand.ts'
import type { EscalatieMetStand } from '../../domain/act/escalatie/queries.ts'
import type { TermijnInLijst } from '../../domain/plan/kalender/list-termijnen.ts'
import type { Actie } from '../../domain/act/gesprek/list-acties.ts'
import type { Rapportagedeel } from '../../domain/act/gesprek/list-rapportage.ts'
import type { Definitie } from '../../domain/check/kpi/definities.ts'
import { bronnen } from '../../domain/check/bevinding/bevinding.ts'
import type { BevindingInLijst } from '../../domain/check/bevinding/queries.ts'
import type { KpiPunt } from '../../domain/check/kpi/list-kpi-trend.ts'
import type { Jaargeld } from '../../domain/plan/aanbieder/queries.ts'
import type { Certificaat } from '../../domain/plan/aanbieder/list-certificaten.ts'
import type { Subregio } from '../../domain/plan/inrichting/queries.ts'
import { klassen, type Klasse } from '../../domain/plan/risico/klasse.ts'
import { wieTekst } from '../kalender/stand.tsx'
import { KpiTrend } from '../aanbieder/kpi-trend.tsx'
import { datumZonderDag } from '../lijst.ts'
import { routes } from '../routes.ts'
import { bedragHeel, datum, hoofdletter, woord } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Agenda } from './gesprek-page.tsx'
import { Gesprekkaart } from './kader.tsx'
import type { Kader } from './lees-kader.ts'
import { Rapportagetekst } from './rapportage-page.tsx'

export type Pakket = {
  klasse: Klasse | null
  kpi: { punten: KpiPunt[]; definities: Definitie[]; subregios: Subregio[] } | null
  acties: Actie[]
  bevindingen: BevindingInLijst[] | null
  geld: Jaargeld[] | null
  certificaten: Certificaat[]
  rapportage: Rapportagedeel[]
  vorige: { id: string; datum: Temporal.PlainDate } | null
  /** What the aanbieder and we still owe, with its last day */
  termijnen: TermijnInLijst[]
  escalaties: EscalatieMetStand[]
}

/** Everything to take to the meeting, on one page that prints (GES-14, GES-18). */
export function VoorbereidingPage({ kader, pakket }: { kader: Kader; pakket: Pakket }) {
  const { ctx, gesprek, regels, overeenkomsten } = kader
  const { klasse, kpi, acties, bevindingen, geld, certificaten, rapportage, vorige, termijnen, escalaties } = pakket
  const laat = acties.filter(
    ({ einddatum, gereedOp }) => gereedOp === null && Temporal.PlainDate.compare(einddatum, ctx.today) < 0,
  )
  const verwacht = regels.frequenties.filter(
    ({ per, code }) => per === 'aanbieder' && !regels.regels.soorten.some((soort) => soort.code === code),
  )
  return (
    <Gesprekkaart kader={kader} deel="voorbereiding">
      <Onderdeel
        titel="In het kort"
        noot={
          <>
            <a href={routes.gespreksstuk(gesprek.id, 'voorbereiding', 'pdf')}>Als PDF</a>{' '}
            <a href={routes.gespreksstuk(gesprek.id, 'voorbereiding', 'docx')}>Als Word</a>
          </>
        }
        conclusie={
          <>
            {klasse === null
              ? 'Er is nog geen klasse vastgesteld. '
              : `Klasse ${String(klasse)}: ${klassen[klasse].toLowerCase()}. `}
            {bevindingen &&
              `${hoofdletter(woord(bevindingen.length))} ${bevindingen.length === 1 ? 'bevinding staat' : 'bevindingen staan'} open. `}
            {acties.length === 0
              ? 'Er lopen geen acties.'
              : `${hoofdletter(woord(acties.length))} ${acties.length === 1 ? 'actie loopt' : 'acties lopen'}${laat.length > 0 ? `, ${woord(laat.length)} te laat` : ''}.`}
          </>
        }
      >
        <p className="ov-klein">
          {overeenkomsten.map(({ nummer, onderwerp }) => `${nummer}, ${onderwerp}`).join('; ')}
          {vorige && (
            <>
              {overeenkomsten.length > 0 && '. '}
              <a href={routes.gesprek(vorige.id, 'verslag')}>Verslag van {datum(vorige.datum)}</a>
            </>
          )}
        </p>
      </Onderdeel>
      {kpi && <KpiTrend punten={kpi.punten} definities={kpi.definities} subregios={kpi.subregios} />}
      {bevindingen && (
        <Onderdeel titel="Open bevindingen">
          <Tabel
            bijschrift="Open bevindingen"
            rijen={bevindingen}
            sleutel={({ id }) => id}
            leeg={<p>Er staan geen bevindingen open.</p>}
            kolommen={[
              { naam: 'titel', kop: 'Bevinding', cel: ({ id, titel }) => <a href={routes.bevinding(id)}>{titel}</a> },
              { naam: 'bron', kop: 'Bron', cel: ({ bron }) => bronnen[bron] },
              { naam: 'subregio', kop: 'Subregio', cel: ({ subregio }) => subregio ?? '' },
            ]}
          />
        </Onderdeel>
      )}
      {escalaties.length > 0 && (
        <Onderdeel titel="Lopende escalaties">
          <ul className="ov-lijst">
            {escalaties.map(({ id, nummer, titel, standnaam }) => (
              <li key={id}>
                <a href={routes.escalatie(id)}>
                  {nummer}: {titel}
                </a>
                <div className="ov-klein">{standnaam.toLowerCase()}</div>
              </li>
            ))}
          </ul>
        </Onderdeel>
      )}
      <Onderdeel titel="Lopende acties">
        <Tabel
          bijschrift="Lopende acties"
          rijen={acties}
          sleutel={({ id }) => id}
          leeg={<p>Er lopen geen acties.</p>}
          kolommen={[
            { naam: 'wat', kop: 'Wat', cel: ({ id, tekst }) => <a href={routes.actie(id)}>{tekst}</a> },
            { naam: 'wie', kop: 'Wie', cel: ({ eigenaar }) => eigenaar },
            { naam: 'wanneer', kop: 'Klaar op', heel: true, cel: ({ einddatum }) => datum(einddatum) },
            { naam: 'stand', kop: 'Stand', cel: ({ stand }) => actiestanden[stand] },
          ]}
        />
      </Onderdeel>
      {geld && (
        <Onderdeel titel="Budget">
          <Tabel
            bijschrift="Gedeclareerd en plafond per jaar"
            rijen={geld.slice(0, 3)}
            sleutel={({ jaar }) => String(jaar)}
            smal
            leeg={<p>Er is nog niets gedeclareerd.</p>}
            kolommen={[
              { naam: 'jaar', kop: 'Jaar', cel: ({ jaar }) => jaar },
              {
                naam: 'gedeclareerd',
                kop: 'Gedeclareerd',
                rechts: true,
                cel: ({ gedeclareerdCent }) => bedragHeel(gedeclareerdCent),
              },
              {
                naam: 'plafond',
                kop: 'Plafond',
                rechts: true,
                cel: ({ plafondCent }) => (plafondCent === null ? 'geen' : bedragHeel(plafondCent)),
              },
            ]}
          />
        </Onderdeel>
      )}
      <Onderdeel
        titel="Verplichtingen"
        conclusie={
          verwacht.length > 0
            ? `Van elke aanbieder verwacht: ${verwacht.map(({ naam, aantal, perJaren }) => `${naam} (${String(aantal)} keer per ${perJaren === 1 ? 'jaar' : `${String(perJaren)} jaar`})`).join(', ')}.`
            : undefined
        }
      >
        {termijnen.length > 0 && (
          <Tabel
            bijschrift="Lopende termijnen"
            rijen={termijnen}
            sleutel={({ id }) => id}
            kolommen={[
              { naam: 'titel', kop: 'Termijn', cel: ({ id, titel }) => <a href={routes.termijn(id)}>{titel}</a> },
              { naam: 'dag', kop: 'Laatste dag', heel: true, cel: ({ einddatum }) => datum(einddatum) },
              { naam: 'wie', kop: 'Wie', cel: (rij) => wieTekst(rij) },
            ]}
          />
        )}
        <p className="ov-klein">
          Certificaten:{' '}
          {certificaten.length === 0
            ? 'geen vastgelegd.'
            : `${certificaten.map(({ naam, geldigTot }) => `${naam} tot en met ${datumZonderDag(geldigTot)}`).join('; ')}.`}
        </p>
      </Onderdeel>
      {rapportage.length > 0 && (
        <Onderdeel titel="Rapportage van de aanbieder">
          <Rapportagetekst regels={regels} delen={rapportage} />
        </Onderdeel>
      )}
      {regels.regels.gedrag.length > 0 && (
        <Onderdeel
          titel="Wat wij van de aanbieder verwachten"
          conclusie={`${regels.regels.gedrag.map(({ tekst }) => tekst).join('. ')}.`}
        />
      )}
      <Onderdeel titel="Agenda">
        <Agenda ctx={ctx} punten={kader.punten} />
      </Onderdeel>
      {gesprek.teltMee && <p className="ov-klein">Dit gesprek telt mee voor het aantal gesprekken per jaar.</p>}
    </Gesprekkaart>
  )
}
