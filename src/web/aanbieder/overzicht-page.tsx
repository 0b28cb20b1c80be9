import type { Definitie } from '../../domain/check/kpi/definities.ts'
import {
  certificaatstand,
  titelVerlopen,
  type Certificaatregels,
} from '../../domain/plan/aanbieder/certificaatstand.ts'
import type { Certificaat } from '../../domain/plan/aanbieder/list-certificaten.ts'
import type { Gebeurtenis } from '../../domain/plan/aanbieder/tijdlijn.ts'
import type { KpiPunt } from '../../domain/check/kpi/list-kpi-trend.ts'
import type { Contactpersoon } from '../../domain/plan/aanbieder/list-contactpersonen.ts'
import type { BevindingInKaart } from '../../domain/plan/aanbieder/queries.ts'
import type { Subregio } from '../../domain/plan/inrichting/queries.ts'
import { volgendeVerlenging } from '../../domain/plan/overeenkomst/beslismoment.ts'
import type { Overeenkomstregels } from '../../domain/plan/overeenkomst/lees-regels.ts'
import type { OvereenkomstInLijst } from '../../domain/plan/overeenkomst/list-overeenkomsten.ts'
import { mag } from '../../domain/rechten.ts'
import { routes } from '../routes.ts'
import { Gegevens } from '../ui/gegevens.tsx'
import { Kolommen, Zijdeel } from '../ui/kolommen.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { aantal, datum, opsomming, relatief, teLaat } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { WatNu, type WatNuItem } from '../ui/wat-nu.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { KpiTrend, onderNorm } from './kpi-trend.tsx'
import { Aanbiederkaart, type Kaartgegevens } from './kaart.tsx'
import { AanbiederTijdlijn } from './tijdlijn.tsx'

type Props = Kaartgegevens & {
  punten: KpiPunt[]
  definities: Definitie[]
  subregios: Subregio[]
  overeenkomsten: OvereenkomstInLijst[]
  regels: Overeenkomstregels
  contactpersonen: Contactpersoon[]
  bevindingen: BevindingInKaart[]
  certificaten: Certificaat[]
  certificaatregels: Certificaatregels
  gebeurtenissen: Gebeurtenis[]
}

/** Everything about one aanbieder on one page. */
export function AanbiederOverzichtPage(props: Props) {
  const { aanbieder, cijfers, punten, definities, subregios, contactpersonen, gebeurtenissen } = props
  return (
    <Aanbiederkaart {...props} deel="overzicht" lead={<Lead {...props} />}>
      <Kolommen
        zijLabel="Wat nu, contactpersonen en gegevens"
        zij={
          <>
            <WatNu items={watNu(props)} leeg="Er staat niets open." />
            <Zijdeel titel="Contactpersonen">
              <Contactpersonen contactpersonen={contactpersonen} contractmanager={aanbieder.contractmanager} />
            </Zijdeel>
            <Zijdeel titel="Gegevens">
              <Gegevens
                rijen={[
                  { naam: 'KvK', waarde: aanbieder.kvk },
                  { naam: 'AGB', waarde: aanbieder.agb },
                  { naam: 'Vorm', waarde: aanbieder.rechtsvorm || '–' },
                  { naam: 'Sinds', waarde: aanbieder.contractVan ? datum(aanbieder.contractVan) : '–' },
                ]}
              />
            </Zijdeel>
          </>
        }
      >
        {mag(props.ctx.actor, 'kpi:lezen') && (
          <KpiTrend punten={punten} definities={definities} subregios={subregios} />
        )}
        <Onderdeel titel="Wat er gebeurde">
          {gebeurtenissen.length === 0 ? (
            <LegeStaat titel="Nog niets gebeurd">
              Hier komt te staan wat er is afgesproken, geleverd en besloten.
            </LegeStaat>
          ) : (
            <AanbiederTijdlijn
              gebeurtenissen={gebeurtenissen}
              alles={{ label: 'Alle gebeurtenissen', href: routes.aanbieder(aanbieder.id, 'gebeurtenissen') }}
            />
          )}
        </Onderdeel>
      </Kolommen>
      {cijfers.overeenkomsten === 0 && <p className="ov-klein">Deze aanbieder heeft nog geen overeenkomsten.</p>}
    </Aanbiederkaart>
  )
}

function Lead({ ctx, cijfers, punten, definities }: Props) {
  const { gedeclareerdCent, plafondCent, openBevindingen } = cijfers
  const stand = onderNorm(punten, definities)
  return (
    <>
      {openBevindingen === 0 && mag(ctx.actor, 'bevinding:lezen') && 'Geen open bevindingen. '}
      {openBevindingen > 0 && (
        <>
          <b>{aantal(openBevindingen, 'open bevinding', 'open bevindingen')}.</b>{' '}
        </>
      )}
      {stand &&
        stand.kpis.length > 0 &&
        `${stand.wanneer} onder de norm: ${opsomming(stand.kpis.map(({ naam }) => naam.toLowerCase()))}.`}
      {stand && stand.kpis.length === 0 && `${stand.wanneer} ligt alles wat te meten is op of boven de norm.`}
      {plafondCent !== null && gedeclareerdCent !== null && gedeclareerdCent > plafondCent && (
        <>
          {' '}
          <b>Het plafond van dit jaar is overschreden.</b>
        </>
      )}
    </>
  )
}

export function Contactpersonen({
  contactpersonen,
  contractmanager,
}: {
  contactpersonen: Contactpersoon[]
  contractmanager: string | null
}) {
  return (
    <ul className="ov-lijst">
      {contactpersonen.map(({ id, naam, functie, email, telefoon, overeenkomsten, gemeenten }) => (
        <li key={id}>
          <b>{naam}</b>
          {functie && <div>{functie}</div>}
          {overeenkomsten.length + gemeenten.length > 0 && (
            <div className="ov-klein">
              voor{' '}
              {opsomming([
                ...overeenkomsten.map(({ nummer }) => nummer),
                ...gemeenten.map((gemeente) => gemeente.naam),
              ])}
            </div>
          )}
          {email && (
            <div>
              <a href={`mailto:${email}`}>{email}</a>
            </div>
          )}
          {telefoon && (
            <div>
              <a href={`tel:${telefoon.replace(/[^+0-9]/g, '')}`}>{telefoon}</a>
            </div>
          )}
        </li>
      ))}
      {contactpersonen.length === 0 && <li className="ov-stil">Nog geen contactpersoon bij de aanbieder.</li>}
      {contractmanager && (
        <li>
          <b>{contractmanager}</b> <span className="ov-stil">gemeenten</span>
          <div>contractmanager</div>
        </li>
      )}
    </ul>
  )
}

type MetDag = WatNuItem & { dag: Temporal.PlainDate }

function watNu(props: Props): WatNuItem[] {
  const { ctx, aanbieder, overeenkomsten, regels, bevindingen } = props
  const besluiten = overeenkomsten
    .flatMap((overeenkomst) => {
      const optie = volgendeVerlenging(overeenkomst, regels)
      const loopt = Temporal.PlainDate.compare(overeenkomst.looptTot, ctx.today) >= 0
      return optie && loopt ? [{ overeenkomst, optie }] : []
    })
    .toSorted((a, b) => Temporal.PlainDate.compare(a.optie.uiterlijkBeslissen, b.optie.uiterlijkBeslissen))
    .slice(0, 4)
    .map(({ overeenkomst, optie }): MetDag => {
      const laat = Temporal.PlainDate.compare(optie.uiterlijkBeslissen, ctx.today) < 0
      return {
        dag: optie.uiterlijkBeslissen,
        wanneer: datum(optie.uiterlijkBeslissen),
        relatief: laat ? teLaat(optie.uiterlijkBeslissen, ctx.today) : relatief(optie.uiterlijkBeslissen, ctx.today),
        teLaat: laat,
        wat: `Besluit over verlenging van ${overeenkomst.nummer}`,
        href: routes.overeenkomst(overeenkomst.id),
        waarom: (
          <Waarom
            bij={`de beslisdag van ${overeenkomst.nummer}`}
            regel={`${regels.opzegtermijn.naam}: ${regels.opzegtermijn.bron.tekst}`}
            bron={`${regels.opzegtermijn.bron.document}, ${regels.opzegtermijn.bron.paragraaf}`}
            berekening={[
              { stap: 'Laatste dag zonder verlenging', uitkomst: datum(optie.zonderVerlengingTotEnMet) },
              { stap: 'Uiterlijk bekend bij de aanbieder', uitkomst: datum(optie.uiterlijkBeslissen) },
            ]}
          />
        ),
      }
    })
  const verlopen = new Set(props.certificaten.map(({ naam }) => titelVerlopen(naam)))
  // an expired certificate stands here with its own day
  const open = bevindingen.filter(({ geslotenOp, titel }) => geslotenOp === null && !verlopen.has(titel)).slice(0, 4)
  const werk = open.map(({ id, titel, ontstaanOp }): WatNuItem => ({
    wanneer: datum(ontstaanOp.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()),
    relatief: 'sinds',
    wat: titel,
    href: routes.bevinding(id),
  }))
  const zonder = aanbieder.contractmanager === null || aanbieder.achtervanger === null
  const rol06: WatNuItem[] = zonder
    ? [
        {
          wanneer: 'Nu',
          teLaat: true,
          wat: aanbieder.contractmanager === null ? 'Contractmanager aanwijzen' : 'Achtervanger aanwijzen',
          href: `${routes.aanbieder(aanbieder.id, 'gegevens')}#contractmanager`,
        },
      ]
    : []
  // what has a day comes first, the day that passed longest ago before all
  const opDag = [...certificaatwerk(props), ...besluiten].toSorted((a, b) => Temporal.PlainDate.compare(a.dag, b.dag))
  return [...rol06, ...opDag, ...werk]
}

/** Certificates that expired or are about to (CTR-13). */
function certificaatwerk({ ctx, aanbieder, certificaten, certificaatregels, bevindingen }: Props): MetDag[] {
  return certificaten.toReversed().flatMap((certificaat): MetDag[] => {
    const stand = certificaatstand(certificaat, certificaten, ctx.today, certificaatregels)
    if (stand !== 'verlopen' && stand !== 'verloopt') return []
    const { naam, geldigTot } = certificaat
    const bevinding = bevindingen.find(({ titel, geslotenOp }) => geslotenOp === null && titel === titelVerlopen(naam))
    return [
      {
        dag: geldigTot,
        wanneer: datum(geldigTot),
        relatief: relatief(geldigTot, ctx.today),
        teLaat: stand === 'verlopen',
        wat: stand === 'verlopen' ? titelVerlopen(naam) : `Certificaat ${naam} verloopt`,
        href: bevinding ? routes.bevinding(bevinding.id) : `${routes.aanbieder(aanbieder.id, 'gegevens')}#certificaten`,
      },
    ]
  })
}
