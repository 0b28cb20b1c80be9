import type { Jaarstand } from '../../domain/check/kpi/stand.ts'
import type { Aantallen } from '../../domain/check/kpi/list-matrix.ts'
import type { UitkomstInLijst } from '../../domain/check/kpi/list-uitkomsten.ts'
import { routes } from '../routes.ts'
import { CijfersAlsTabel } from '../ui/cijfers-als-tabel.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { aantal, datum, getal, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel, soortVanOordeel } from '../ui/oordeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { kpiNamen, oordeelsoort, uitkomstTekst } from './uitkomst-tekst.ts'
import { telZin } from './verdeling-zin.ts'

type Props = {
  raam: Raam
  stand: Jaarstand
  /** The newest calculation: that is the one that will be established */
  berekeningId: string
  uitkomsten: UitkomstInLijst[]
  aantallen: Aantallen[]
  vandaag: Temporal.PlainDate
  uiterlijk: Temporal.PlainDate
}

/** The last check before results become final: what follows from it stands here, before the button. */
export function VaststellenPage({ raam, stand, berekeningId, uitkomsten, aantallen, vandaag, uiterlijk }: Props) {
  const mis = uitkomsten.filter(({ oordeel }) => oordeel !== null && soortVanOordeel(oordeel) === 'mis')
  const teLaat = Temporal.PlainDate.compare(vandaag, uiterlijk) > 0
  const zin = telZin(aantallen)
  return (
    <Pagina
      raam={raam}
      kruimels={[{ label: `KPI’s over ${String(stand.jaar)}`, href: routes.kpis({ jaar: stand.jaar }) }]}
      titel={`Resultaten over ${String(stand.jaar)} vaststellen`}
      lead={
        <>
          <b>{zin.kop}</b>. Vaststellen maakt ze definitief en maakt van elk resultaat onder de norm één bevinding.
        </>
      }
    >
      <p>
        Berekend {moment(stand.berekendOp)}, peildatum {datum(stand.peildatum)}.{' '}
        {teLaat
          ? `Vaststellen had uiterlijk ${datum(uiterlijk)} gemoeten; het kan nog steeds.`
          : `Vaststellen kan tot en met ${datum(uiterlijk)}.`}
      </p>
      <Onderdeel
        titel={`${aantal(mis.length, 'resultaat', 'resultaten')} onder de norm`}
        conclusie="Hiervan komt een bevinding, tenzij die er al is."
      >
        <CijfersAlsTabel
          bijschrift="Resultaten onder de norm"
          koppen={['Aanbieder', 'KPI', 'Subregio', 'Waarde', 'n', 'Oordeel']}
          rechts={[3, 4]}
          rijen={mis.map((uitkomst) => [
            <a href={routes.kpi(uitkomst.id)}>{uitkomst.aanbieder}</a>,
            kpiNamen[uitkomst.kpi],
            uitkomst.subregio,
            uitkomstTekst(uitkomst),
            getal(uitkomst.n),
            <Oordeel oordeel={oordeelsoort(uitkomst)} />,
          ])}
        />
      </Onderdeel>
      <Formulier
        actie={routes.kpisVaststellen(stand.jaar)}
        csrf={raam.csrf}
        knop={`Resultaten over ${String(stand.jaar)} vaststellen`}
        terug={{ label: 'Terug naar de KPI’s', href: routes.kpis({ jaar: stand.jaar }) }}
        verborgen={{ berekening: berekeningId }}
      >
        <Tekstveld
          naam="toelichting"
          label="Toelichting"
          facultatief
          regels={3}
          hulp="Bijvoorbeeld waar dit is besproken."
        />
      </Formulier>
    </Pagina>
  )
}
