import { Betekenis } from '../ui/betekenis.tsx'
import { BudgetGrafiek } from '../ui/budget-grafiek.tsx'
import { CijfersAlsTabel } from '../ui/cijfers-als-tabel.tsx'
import { Grafiek } from '../ui/grafiek.tsx'
import { KpiLegenda, KpiMatrix } from '../ui/kpi-matrix.tsx'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { TrendRooster } from '../ui/trend-rooster.tsx'
import { Verdeling } from '../ui/verdeling.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { Wachtdagen } from '../ui/wachtdagen.tsx'
import { cumulatief, dagen, subregios, trend, veleDagen, verdeling } from './stijl-data.ts'
import { matrix } from './stijl-matrix.ts'

const kpis = [
  { id: 'start', naam: 'Start zorg', norm: '80%' },
  { id: 'resultaat', naam: 'Resultaat behaald', kort: 'Resultaat', norm: '65%' },
  { id: 'tevreden', naam: 'Cliënttevredenheid', kort: 'Tevreden', norm: '8,5' },
]

/** The charts of the style page. */
export function Grafieken() {
  return (
    <>
      <Onderdeel titel="KPI’s per subregio" noot="gevulde stip vastgesteld, open stip voorlopig">
        <Grafiek
          conclusie="Start zorg haalt de norm nergens in 2026; resultaat behaald ligt rond 70%."
          waarom={<Waarom bij="de KPI’s" regel="Elk jaar een meting per subregio." />}
          tabel={
            <CijfersAlsTabel
              bijschrift="Start zorg"
              koppen={['Jaar', 'Waarde']}
              rechts={[1]}
              rijen={[['2025', '59,4%']]}
            />
          }
        >
          <TrendRooster kolommen={subregios} rijen={trend} />
        </Grafiek>
      </Onderdeel>
      <Onderdeel titel="Verdeling">
        <Grafiek conclusie="In 9 van 37 metingen start de zorg te vaak na zes weken.">
          <Verdeling
            titel="Start zorg 2025, per subregio"
            banen={verdeling}
            lijnen={[
              { waarde: 80, tekst: 'norm 80%', hoofd: true },
              { waarde: 90, tekst: 'goed 90%' },
            ]}
            schaal={{ min: 30, max: 100, stap: 10 }}
            as={(waarde) => `${waarde}%`}
          />
        </Grafiek>
      </Onderdeel>
      <Onderdeel
        titel="Alle metingen"
        id="matrix"
        conclusie="Elke cel is een meting: cijfer, oordeel en aantal. Hoe voller de kleur, hoe verder onder de norm."
      >
        <KpiMatrix
          bijschrift="KPI’s over 2025"
          kpis={kpis}
          subregios={subregios.map((naam) => ({ id: naam.slice(0, 2), naam }))}
          rijen={matrix}
        />
        <KpiLegenda />
      </Onderdeel>
      <Onderdeel titel="Wachtdagen per toewijzing">
        <Grafiek conclusie="Wie op tijd begint, begint meestal binnen drie weken.">
          <Wachtdagen
            titel="Wachtdagen"
            dagen={dagen}
            nooitGestart={4}
            norm={42}
            bijNul="dag 0 = laatste van ingangs- en toewijzingsdatum"
          />
        </Grafiek>
        <Grafiek conclusie="Veel gevallen: per week een kolom.">
          <Wachtdagen titel="Wachtdagen van veel gevallen" dagen={veleDagen} nooitGestart={0} norm={42} />
        </Grafiek>
      </Onderdeel>
      <Onderdeel
        titel="Budget 2026"
        noot={
          <>
            <Betekenis soort="gecontracteerd">plafond</Betekenis>{' '}
            <Betekenis soort="geleverd">gedeclareerd en prognose</Betekenis>
          </>
        }
      >
        <Grafiek conclusie="Verwacht wordt € 760.090, tussen € 739.371 en € 766.116. Ook de onderkant van de band ligt boven het plafond.">
          <BudgetGrafiek
            jaar={2026}
            cumulatief={cumulatief}
            plafond={70_900_000}
            prognose={{ laag: 73_937_100, midden: 76_009_000, hoog: 76_611_600 }}
          />
        </Grafiek>
        <Grafiek conclusie="Vroeg in het jaar is de band breed.">
          <BudgetGrafiek
            jaar={2026}
            cumulatief={cumulatief.slice(0, 3)}
            plafond={90_000_000}
            prognose={{ laag: 61_000_000, midden: 74_400_000, hoog: 88_000_000 }}
          />
        </Grafiek>
      </Onderdeel>
    </>
  )
}
