import type { Definitie } from '../../domain/check/kpi/definities.ts'
import type { KpiPunt } from '../../domain/check/kpi/list-kpi-trend.ts'
import type { Stuurjaar } from '../../domain/check/kpi/list-stuurindicatoren.ts'
import type { Globaaljaar } from '../../domain/check/kpi/scherm-stuurjaar-af.ts'
import type { PlanInLijst } from '../../domain/act/verbeterplan/queries.ts'
import type { BevindingInKaart } from '../../domain/plan/aanbieder/queries.ts'
import type { Gebeurtenis } from '../../domain/plan/aanbieder/tijdlijn.ts'
import type { Subregio } from '../../domain/plan/inrichting/queries.ts'
import { domeinen } from '../../domain/plan/overeenkomst/domein.ts'
import type { OvereenkomstInLijst } from '../../domain/plan/overeenkomst/list-overeenkomsten.ts'
import { mag } from '../../domain/rechten.ts'
import { overeenkomstkolommen } from '../overeenkomst/kolommen.tsx'
import { routes } from '../routes.ts'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { datum, opsomming, woord } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Plannenlijst } from '../verbeterplan/plannen-lijst.tsx'
import { Aanbiederkaart, type Kaartgegevens } from './kaart.tsx'
import { KpiTrend } from './kpi-trend.tsx'
import { GlobaleStuurindicatoren } from './globale-stuurindicatoren.tsx'
import { Stuurindicatoren } from './stuurindicatoren.tsx'
import { AanbiederTijdlijn } from './tijdlijn.tsx'

/** All overeenkomsten of one aanbieder. */
export function AanbiederOvereenkomstenPage(props: Kaartgegevens & { overeenkomsten: OvereenkomstInLijst[] }) {
  return (
    <Aanbiederkaart {...props} deel="overeenkomsten">
      <Onderdeel titel="Overeenkomsten" conclusie={perDomein(props.overeenkomsten)}>
        <Tabel
          bijschrift={`Overeenkomsten van ${props.aanbieder.naam}`}
          kolommen={overeenkomstkolommen(props.ctx.today, mag(props.ctx.actor, 'budget:lezen')).filter(
            ({ naam }) => naam !== 'aanbieder',
          )}
          rijen={props.overeenkomsten}
          sleutel={({ id }) => id}
          leeg={
            <LegeStaat titel="Geen overeenkomsten">Hier staan de overeenkomsten zodra zij zijn ingelezen.</LegeStaat>
          }
        />
      </Onderdeel>
    </Aanbiederkaart>
  )
}

/** CTR-11: in how many domains; nothing when there is one. */
function perDomein(overeenkomsten: OvereenkomstInLijst[]): string | undefined {
  const groepen = [...Map.groupBy(overeenkomsten, ({ domein }) => domein)]
  return groepen.length < 2
    ? undefined
    : `In ${woord(groepen.length)} domeinen: ${opsomming(groepen.map(([domein, eigen]) => `${eigen.length} ${domeinen[domein]}`))}.`
}

/** The KPI's of one aanbieder, with the figures open. */
export function AanbiederKpisPage(
  props: Kaartgegevens & {
    punten: KpiPunt[]
    definities: Definitie[]
    subregios: Subregio[]
    /** With the smallest number of clients for who does not work with cases */
    stuurjaren: Stuurjaar[] | { minimum: number; jaren: Globaaljaar[] }
  },
) {
  return (
    <Aanbiederkaart {...props} deel="kpis">
      <KpiTrend punten={props.punten} definities={props.definities} subregios={props.subregios} tabelOpen />
      {'minimum' in props.stuurjaren ? (
        <GlobaleStuurindicatoren {...props.stuurjaren} />
      ) : (
        <Stuurindicatoren jaren={props.stuurjaren} definities={props.definities} />
      )}
    </Aanbiederkaart>
  )
}

/** The findings about one aanbieder, the open ones first. */
export function AanbiederBevindingenPage(
  props: Kaartgegevens & { bevindingen: BevindingInKaart[]; plannen: PlanInLijst[] },
) {
  const dag = (op: Temporal.Instant) => datum(op.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate())
  return (
    <Aanbiederkaart {...props} deel="bevindingen">
      <Onderdeel
        titel="Bevindingen"
        noot={
          <a href={routes.bevindingen({ stand: 'alle', aanbieder: props.aanbieder.id })}>
            Sorteren, kiezen en uitvoeren
          </a>
        }
      >
        <Tabel
          bijschrift={`Bevindingen bij ${props.aanbieder.naam}`}
          rijen={props.bevindingen}
          sleutel={({ id }) => id}
          kolommen={[
            {
              naam: 'titel',
              kop: 'Bevinding',
              cel: ({ id, titel, indicatief }) => (
                <>
                  <a href={routes.bevinding(id)}>{titel}</a>
                  {indicatief && <span className="ov-stil"> indicatief</span>}
                </>
              ),
            },
            { naam: 'overeenkomst', kop: 'Overeenkomst', cel: ({ overeenkomst }) => overeenkomst ?? '–' },
            { naam: 'sinds', kop: 'Sinds', heel: true, cel: ({ ontstaanOp }) => dag(ontstaanOp) },
            {
              naam: 'stand',
              kop: 'Stand',
              cel: ({ geslotenOp }) => (geslotenOp ? `Gesloten ${dag(geslotenOp)}` : 'Open'),
            },
          ]}
          leeg={<LegeStaat titel="Geen bevindingen">Hier staat wat niet voldoet aan wat is afgesproken.</LegeStaat>}
        />
      </Onderdeel>
      {props.plannen.length > 0 && (
        <Onderdeel
          titel="Verbeterplannen"
          noot={
            <a href={routes.verbeterplannen({ stand: 'alle', aanbieder: props.aanbieder.id })}>
              Sorteren, kiezen en uitvoeren
            </a>
          }
        >
          <Plannenlijst plannen={props.plannen} />
        </Onderdeel>
      )}
    </Aanbiederkaart>
  )
}

/** Everything that happened around one aanbieder. */
export function AanbiederGebeurtenissenPage(props: Kaartgegevens & { gebeurtenissen: Gebeurtenis[] }) {
  return (
    <Aanbiederkaart {...props} deel="gebeurtenissen">
      <Onderdeel
        titel="Wat er gebeurde"
        noot={mag(props.ctx.actor, 'bericht:lezen') ? 'berichten van het laatste half jaar, per maand' : undefined}
      >
        {props.gebeurtenissen.length === 0 ? (
          <LegeStaat titel="Nog niets gebeurd">
            Hier komt te staan wat er is afgesproken, geleverd en besloten.
          </LegeStaat>
        ) : (
          <AanbiederTijdlijn gebeurtenissen={props.gebeurtenissen} />
        )}
      </Onderdeel>
    </Aanbiederkaart>
  )
}
