import type { Definitie } from '../../domain/check/kpi/definities.ts'
import type { KpiPunt } from '../../domain/check/kpi/list-kpi-trend.ts'
import type { BevindingInKaart } from '../../domain/plan/aanbieder/queries.ts'
import type { Gebeurtenis } from '../../domain/plan/aanbieder/tijdlijn.ts'
import type { Subregio } from '../../domain/plan/inrichting/queries.ts'
import type { OvereenkomstInLijst } from '../../domain/plan/overeenkomst/list-overeenkomsten.ts'
import { overeenkomstkolommen } from '../overeenkomst/kolommen.tsx'
import { routes } from '../routes.ts'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { datum } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Tabel } from '../ui/tabel.tsx'
import { Aanbiederkaart, type Kaartgegevens } from './kaart.tsx'
import { KpiTrend } from './kpi-trend.tsx'
import { AanbiederTijdlijn } from './tijdlijn.tsx'

/** All overeenkomsten of one aanbieder. */
export function AanbiederOvereenkomstenPage(props: Kaartgegevens & { overeenkomsten: OvereenkomstInLijst[] }) {
  return (
    <Aanbiederkaart {...props} deel="overeenkomsten">
      <Onderdeel titel="Overeenkomsten">
        <Tabel
          bijschrift={`Overeenkomsten van ${props.aanbieder.naam}`}
          kolommen={overeenkomstkolommen(props.ctx.today).filter(({ naam }) => naam !== 'aanbieder')}
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

/** The KPI's of one aanbieder, with the figures open. */
export function AanbiederKpisPage(
  props: Kaartgegevens & { punten: KpiPunt[]; definities: Definitie[]; subregios: Subregio[] },
) {
  return (
    <Aanbiederkaart {...props} deel="kpis">
      <KpiTrend punten={props.punten} definities={props.definities} subregios={props.subregios} tabelOpen />
    </Aanbiederkaart>
  )
}

/** The findings about one aanbieder, the open ones first. */
export function AanbiederBevindingenPage(props: Kaartgegevens & { bevindingen: BevindingInKaart[] }) {
  const dag = (op: Temporal.Instant) => datum(op.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate())
  return (
    <Aanbiederkaart {...props} deel="bevindingen">
      <Onderdeel titel="Bevindingen">
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
    </Aanbiederkaart>
  )
}

/** Everything that happened around one aanbieder. */
export function AanbiederGebeurtenissenPage(props: Kaartgegevens & { gebeurtenissen: Gebeurtenis[] }) {
  return (
    <Aanbiederkaart {...props} deel="gebeurtenissen">
      <Onderdeel titel="Wat er gebeurde" noot="berichten van het laatste half jaar, per maand">
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
