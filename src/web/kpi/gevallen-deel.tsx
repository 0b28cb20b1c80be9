import type { Geval } from '../../domain/check/kpi/list-gevallen.ts'
import type { Uitkomst } from '../../domain/check/kpi/find-uitkomst.ts'
import { routes } from '../routes.ts'
import { aantal, datum, decimaal, getal } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Oordeel } from '../ui/oordeel.tsx'
import { Tabel, type Kolom } from '../ui/tabel.tsx'
import { Vouw } from '../ui/vouw.tsx'

const TE_LAAT = ['te laat', 'geen start', 'niet behaald']
const OP_TIJD = ['tijdig', 'behaald']
// A page shows what fits a meeting; the export holds all of them.
const MEEST = 200

type Props = {
  uitkomst: Uitkomst
  gevallen: Geval[] | null
  /** What its cases are looked at for */
  bij: string
}

/** The cases behind a figure: what went wrong first, what counted well folded, what was left out by reason. */
export function GevallenDeel({ uitkomst, gevallen, bij }: Props) {
  if (gevallen === null) {
    return (
      <Onderdeel titel="Gevallen">
        <p>
          Met uw rol ziet u de aantallen, niet de gevallen zelf. Getallen die over te weinig cliënten gaan, zijn
          afgeschermd.
        </p>
      </Onderdeel>
    )
  }
  const start = uitkomst.kpi === 'start-zorg'
  const mis = gevallen
    .filter(({ uitkomst }) => TE_LAAT.includes(uitkomst))
    .toSorted((a, b) => wachttijd(b) - wachttijd(a))
  const goed = gevallen.filter(({ uitkomst }) => OP_TIJD.includes(uitkomst))
  const cijfers = gevallen.filter(({ uitkomst }) => /^\d/.test(uitkomst))
  const buiten = gevallen.filter((geval) => !mis.includes(geval) && !goed.includes(geval) && !cijfers.includes(geval))
  const kolommen = kolommenVoor(uitkomst, bij)
  const tabel = (bijschrift: string, rijen: Geval[]) => (
    <>
      <Tabel
        bijschrift={bijschrift}
        kolommen={kolommen}
        rijen={rijen.slice(0, MEEST)}
        sleutel={({ label, toewijzingId }) => `${label} ${toewijzingId ?? ''}`}
        leeg={<p className="ov-stil">Geen.</p>}
      />
      {rijen.length > MEEST && (
        <p className="ov-stil">
          De eerste {getal(MEEST)} van {getal(rijen.length)}; de uitvoer bevat ze allemaal.
        </p>
      )}
    </>
  )
  return (
    <>
      {cijfers.length > 0 ? (
        <Onderdeel
          titel={`De ${aantal(cijfers.length, 'beoordeling', 'beoordelingen')}`}
          noot="cliënten onder een nummer; de naam staat bij de gemeente"
        >
          {tabel('Beoordelingen', cijfers)}
        </Onderdeel>
      ) : (
        <Onderdeel
          titel={
            start
              ? `${aantal(mis.length, 'geval', 'gevallen')} te laat`
              : `${aantal(mis.length, 'cliënt', 'cliënten')} zonder behaald resultaat`
          }
          noot="cliënten onder een nummer; de naam staat bij de gemeente"
        >
          {tabel(start ? 'Gevallen die te laat zijn' : 'Niet behaald', mis)}
          {goed.length > 0 && (
            <Vouw
              titel={
                start
                  ? `Ook de ${aantal(goed.length, 'geval', 'gevallen')} op tijd`
                  : `Ook de ${aantal(goed.length, 'cliënt', 'cliënten')} met behaald resultaat`
              }
            >
              {tabel(start ? 'Gevallen op tijd' : 'Behaald', goed)}
            </Vouw>
          )}
        </Onderdeel>
      )}
      {buiten.length > 0 && (
        <Onderdeel titel={`Niet meegeteld: ${getal(buiten.length)}`}>{tabel('Niet meegeteld', buiten)}</Onderdeel>
      )}
    </>
  )
}

/** Who never started waited longest. */
function wachttijd({ referentiedatum, startdatum }: Geval): number {
  return startdatum ? referentiedatum.until(startdatum).days : Number.MAX_SAFE_INTEGER
}

function kolommenVoor({ kpi, definitie }: Uitkomst, bij: string): Kolom<Geval>[] {
  const client: Kolom<Geval> = {
    naam: 'client',
    kop: 'Cliënt',
    heel: true,
    cel: ({ label, toewijzingId }) =>
      toewijzingId ? <a href={routes.toewijzing(toewijzingId, { bij })}>{label}</a> : label,
  }
  const gemeente: Kolom<Geval> = { naam: 'gemeente', kop: 'Gemeente', cel: ({ gemeente }) => gemeente ?? '–' }
  const product: Kolom<Geval> = {
    naam: 'product',
    kop: 'Product',
    telefoon: 'weg',
    cel: ({ product }) => product ?? '–',
  }
  if (kpi !== 'start-zorg') {
    return [
      client,
      gemeente,
      product,
      { naam: 'datum', kop: 'Datum', heel: true, cel: ({ referentiedatum }) => datum(referentiedatum) },
      {
        naam: 'uitkomst',
        kop: kpi === 'clienttevredenheid' ? 'Cijfer' : 'Oordeel',
        rechts: kpi === 'clienttevredenheid',
        cel: ({ uitkomst }) =>
          /^\d/.test(uitkomst) ? decimaal(uitkomst) : <Uitslag uitkomst={uitkomst} redenen={definitie.uitsluitingen} />,
      },
    ]
  }
  return [
    client,
    gemeente,
    product,
    { naam: 'ref', kop: 'Dag 0', heel: true, cel: ({ referentiedatum }) => datum(referentiedatum) },
    {
      naam: 'uiterlijk',
      kop: 'Uiterlijk',
      heel: true,
      telefoon: 'weg',
      cel: ({ referentiedatum }) => datum(referentiedatum.add({ days: definitie.termijnDagen ?? 0 })),
    },
    {
      naam: 'start',
      kop: 'Start',
      heel: true,
      cel: ({ startdatum }) => (startdatum ? datum(startdatum) : 'geen bericht'),
    },
    {
      naam: 'dagen',
      kop: 'Dagen',
      rechts: true,
      cel: ({ referentiedatum, startdatum }) => (startdatum ? getal(referentiedatum.until(startdatum).days) : '–'),
    },
    {
      naam: 'uitkomst',
      kop: 'Oordeel',
      cel: ({ uitkomst }) => <Uitslag uitkomst={uitkomst} redenen={definitie.uitsluitingen} />,
    },
  ]
}

function Uitslag({ uitkomst, redenen }: { uitkomst: string; redenen: { code: string; naam: string }[] }) {
  if (TE_LAAT.includes(uitkomst))
    return <Oordeel oordeel="onvoldoende" tekst={uitkomst === 'geen start' ? 'te laat' : uitkomst} />
  if (OP_TIJD.includes(uitkomst))
    return <Oordeel oordeel="voldoende" tekst={uitkomst === 'tijdig' ? 'op tijd' : uitkomst} />
  return <>{redenen.find(({ code }) => code === uitkomst)?.naam ?? uitkomst}</>
}
