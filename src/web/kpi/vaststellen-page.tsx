import type { Jaarstand } from '../../domain/check/kpi/stand.ts'
import type { listOudereNormen } from '../../domain/check/kpi/list-mededelingen.ts'
import type { Aantallen } from '../../domain/check/kpi/tel-uitkomsten.ts'
import type { UitkomstInLijst } from '../../domain/check/kpi/list-uitkomsten.ts'
import { routes } from '../routes.ts'
import { Afbreekbaar } from '../ui/afbreekbaar.tsx'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst } from '../ui/foutenlijst.tsx'
import { getoond } from '../ui/getoond.tsx'
import { Melding } from '../ui/melding.tsx'
import { aantal, datum, moment } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel, soortVanOordeel } from '../ui/oordeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
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
  /** Who was judged by an older norm, because the newest was not told in time (LIF-15) */
  ouder: Awaited<ReturnType<typeof listOudereNormen>>
  vandaag: Temporal.PlainDate
  uiterlijk: Temporal.PlainDate
  /** What was filled in, when that is too long */
  teLang?: string | undefined
}

/** The last check before results become final: what follows from it stands here, before the button. */
export function VaststellenPage({
  raam,
  stand,
  berekeningId,
  uitkomsten,
  aantallen,
  ouder,
  vandaag,
  uiterlijk,
  teLang,
}: Props) {
  const mis = uitkomsten.filter(({ oordeel }) => oordeel !== null && soortVanOordeel(oordeel) === 'mis')
  const teLaat = Temporal.PlainDate.compare(vandaag, uiterlijk) > 0
  const zin = telZin(aantallen)
  const fouten =
    teLang === undefined ? [] : [{ veld: 'toelichting', melding: 'Gebruik voor de toelichting hooguit 2000 tekens.' }]
  return (
    <Pagina
      raam={raam}
      fouten={fouten.length > 0}
      kruimels={[{ label: `KPI’s over ${String(stand.jaar)}`, href: routes.kpis({ jaar: stand.jaar }) }]}
      titel={`Resultaten over ${String(stand.jaar)} vaststellen`}
      lead={
        <>
          <b>{zin.kop}</b>. Vaststellen maakt ze definitief en maakt van elk resultaat onder de norm één bevinding.
        </>
      }
    >
      <Foutenlijst fouten={fouten} />
      <p className="ov-conclusie">
        Berekend {moment(stand.berekendOp)}, peildatum {datum(stand.peildatum)}.{' '}
        {teLaat
          ? `Vaststellen had uiterlijk ${datum(uiterlijk)} gemoeten; het kan nog steeds.`
          : `Vaststellen kan tot en met ${datum(uiterlijk)}.`}
      </p>
      {ouder.map(({ kpi, versie, aanbieders }) => (
        <Melding key={kpi}>
          {aantal(aanbieders, 'aanbieder is', 'aanbieders zijn')} voor {kpiNamen[kpi].toLowerCase()} met een eerdere
          norm beoordeeld, omdat niet is vastgelegd dat {aanbieders === 1 ? 'hij' : 'zij'} de nieuwe op tijd{' '}
          {aanbieders === 1 ? 'wist' : 'wisten'}. Is het wel verteld, leg dat dan eerst vast bij{' '}
          <a href={routes.normVerteld(`kpi-${kpi}`, versie)}>wie versie {versie} kent</a>.
        </Melding>
      ))}
      <Onderdeel
        titel={`${aantal(mis.length, 'resultaat', 'resultaten')} onder de norm`}
        conclusie="Hiervan komt een bevinding, tenzij die er al is."
      >
        <Tabel
          bijschrift="Resultaten onder de norm"
          kolommen={kolommen}
          rijen={mis}
          sleutel={({ id }) => id}
          leeg={<p className="ov-stil">Geen.</p>}
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
          waarde={teLang}
          fout={fouten[0]?.melding}
        />
      </Formulier>
    </Pagina>
  )
}

const kolommen: Kolom<UitkomstInLijst>[] = [
  { naam: 'aanbieder', kop: 'Aanbieder', cel: ({ id, aanbieder }) => <a href={routes.kpi(id)}>{aanbieder}</a> },
  { naam: 'kpi', kop: 'KPI', cel: ({ kpi }) => kpiNamen[kpi] },
  { naam: 'subregio', kop: 'Subregio', cel: ({ subregio }) => <Afbreekbaar tekst={subregio} /> },
  { naam: 'waarde', kop: 'Waarde', rechts: true, cel: uitkomstTekst },
  { naam: 'n', kop: 'Aantal', rechts: true, cel: ({ n }) => (n === null ? '–' : getoond(n)) },
  { naam: 'oordeel', kop: 'Oordeel', cel: (uitkomst) => <Oordeel oordeel={oordeelsoort(uitkomst)} /> },
]
