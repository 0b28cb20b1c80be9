import { statusNaam, type KpiDefinitie } from '../../../domain/check/kpi/kpi-definitie.ts'
import { decimaal, hoofdletter, maandnaam, opsomming } from '../../ui/notatie.ts'
import { Tabel } from '../../ui/tabel.tsx'

/** A KPI: what it measures, the norm and the classes with their unit, and when it is measured, judged and evaluated. */
export function KpiDeel({ definitie }: { definitie: KpiDefinitie }) {
  const { eenheid, schaal, termijnDagen, peildatum, evaluatie, methode, doelmethode } = definitie
  const waarde = (tekst: string) => (eenheid === 'percentage' ? `${decimaal(tekst)}%` : decimaal(tekst))
  const rijen: [string, React.ReactNode][] = [
    ['Wat', definitie.omschrijving],
    ['Hoe wordt gemeten', methode ?? 'Nog niet bekend'],
    ...(doelmethode === null ? [] : [['Hoe doelen worden gesteld', doelmethode] as [string, string]]),
    ...(definitie.vragen.length === 0
      ? []
      : [['Vragen', <Zinnen key="v" zinnen={definitie.vragen} />] as [string, React.ReactNode]]),
    ['Norm', `${definitie.normtekst}.`],
    [
      'Oordeel',
      <Tabel
        key="o"
        bijschrift="Oordeel per klasse"
        klikbaar={false}
        plat
        smal
        rijen={schaal.map((klasse, i) => ({ ...klasse, tot: schaal[i + 1]?.ondergrens }))}
        sleutel={({ oordeel }) => oordeel}
        kolommen={[
          { naam: 'oordeel', kop: 'Oordeel', cel: ({ oordeel }) => oordeel },
          { naam: 'vanaf', kop: 'Vanaf', rechts: true, cel: ({ ondergrens }) => waarde(ondergrens) },
          { naam: 'tot', kop: 'Onder', rechts: true, cel: ({ tot }) => (tot === undefined ? '–' : waarde(tot)) },
        ]}
      />,
    ],
    ...(termijnDagen === null ? [] : [['Termijn', `${String(termijnDagen)} dagen`] as [string, string]]),
    ['Gemeten vanaf', `${String(definitie.minimumClienten)} cliënten in zorg`],
    ['Beoordeeld vanaf', `${String(definitie.minimumWaarnemingen)} gevallen`],
    ['Cijfers van', `${String(peildatum.dag)} ${maandnaam(peildatum.maand)} na het meetjaar`],
    [
      'Telt niet mee',
      definitie.uitsluitingen.length === 0 ? (
        'Alles telt mee'
      ) : (
        <Zinnen key="u" zinnen={definitie.uitsluitingen.map(({ naam }) => naam)} />
      ),
    ],
    ...(definitie.redenen.length === 0
      ? []
      : [['Reden ligt bij', opsomming(definitie.redenen.map(({ naam }) => naam))] as [string, string]]),
    [
      'Eerste jaar',
      definitie.nulmeting
        ? 'Een eerste periode korter dan een jaar is een nulmeting, zonder oordeel'
        : 'Telt meteen mee',
    ],
    [
      'Evaluatie',
      `Na ${evaluatie.naVolledigeMeetjaren === 1 ? 'het eerste volledige meetjaar' : `${String(evaluatie.naVolledigeMeetjaren)} volledige meetjaren`}, in kwartaal ${String(evaluatie.kwartaal)}${evaluatie.tussentijds ? ', met een tussenstand eerder' : ''}`,
    ],
    ['Status', statusNaam[definitie.status]],
    ['Wet', opsomming(definitie.wetten.map((wet) => (wet === 'wmo' ? 'Wmo' : 'Jeugdwet')))],
  ]
  return (
    <dl className="ov-regels">
      {rijen.map(([naam, inhoud]) => (
        <div key={naam}>
          <dt>{naam}</dt>
          <dd>{inhoud}</dd>
        </div>
      ))}
    </dl>
  )
}

function Zinnen({ zinnen }: { zinnen: string[] }) {
  return (
    <ul className="ov-regellijst">
      {zinnen.map((zin) => (
        <li key={zin}>{hoofdletter(zin)}</li>
      ))}
    </ul>
  )
}
