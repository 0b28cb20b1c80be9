import { procent } from '../../domain/begrippen/percentage.ts'
import type { Overeenkomstregels } from '../../domain/plan/overeenkomst/lees-regels.ts'
import type { Overeenkomstjaar } from '../../domain/plan/overeenkomst/queries.ts'
import { BudgetGrafiek } from '../ui/budget-grafiek.tsx'
import { CijfersAlsTabel } from '../ui/cijfers-als-tabel.tsx'
import { Grafiek } from '../ui/grafiek.tsx'
import { LegeStaat } from '../ui/lege-staat.tsx'
import { bedragHeel, datum, decimaal, hoofdletter, maandnaam } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Waarom } from '../ui/waarom.tsx'
import { Betekenis } from '../ui/betekenis.tsx'
import { begroting, type Begroting } from './begroting.ts'

type Props = {
  jaar: Overeenkomstjaar | undefined
  jaartal: number
  vandaag: Temporal.PlainDate
  regels: Overeenkomstregels
}

/** Claimed against the ceiling of one year, with where it ends (FRM-10). */
export function Budget({ jaar, jaartal, vandaag, regels }: Props) {
  if (!jaar || (jaar.plafondCent === null && jaar.gedeclareerdCent === 0)) {
    return (
      <Onderdeel titel={`Budget ${jaartal}`}>
        <LegeStaat titel={`Nog geen bedragen in ${jaartal}`}>
          Hier staat wat er is gedeclareerd naast het plafond, zodra dat bekend is.
        </LegeStaat>
      </Onderdeel>
    )
  }
  const stand = begroting(jaar, vandaag)
  return (
    <Onderdeel
      titel={`Budget ${jaartal}`}
      noot={
        <>
          <Betekenis soort="gecontracteerd">plafond</Betekenis>{' '}
          <Betekenis soort="geleverd">gedeclareerd en prognose</Betekenis>
        </>
      }
    >
      <Grafiek
        conclusie={conclusie(jaar, stand)}
        waarom={<WaaromBudget jaar={jaar} stand={stand} regels={regels} vandaag={vandaag} />}
        tabel={
          <CijfersAlsTabel
            bijschrift={`Gedeclareerd in ${jaartal} per maand`}
            koppen={['Maand', 'In de maand', 'Samen']}
            rijen={jaar.perMaandCent.map((cent, i) => [
              hoofdletter(maandnaam(i + 1)),
              bedragHeel(cent),
              bedragHeel(jaar.perMaandCent.slice(0, i + 1).reduce((som, een) => som + een, 0)),
            ])}
            rechts={[1, 2]}
          />
        }
      >
        <BudgetGrafiek
          jaar={jaartal}
          plafond={jaar.plafondCent}
          cumulatief={stand.cumulatief}
          {...(stand.prognose && { prognose: stand.prognose })}
        />
      </Grafiek>
    </Onderdeel>
  )
}

function conclusie({ jaar, plafondCent, gedeclareerdCent }: Overeenkomstjaar, { prognose }: Begroting): string {
  if (plafondCent === null) {
    return `In ${jaar} is ${bedragHeel(gedeclareerdCent)} gedeclareerd; er is geen plafond.`
  }
  if (gedeclareerdCent > plafondCent) {
    return `Het plafond is met ${bedragHeel(gedeclareerdCent - plafondCent)} overschreden.`
  }
  if (!prognose) {
    return `Gedeclareerd is ${decimaal(procent(gedeclareerdCent, plafondCent, 1))}% van het plafond.`
  }
  const verwacht = `Verwacht wordt ${bedragHeel(prognose.midden)}, tussen ${bedragHeel(prognose.laag)} en ${bedragHeel(prognose.hoog)}.`
  if (prognose.laag > plafondCent) return `${verwacht} Ook de onderkant ligt boven het plafond.`
  return prognose.midden > plafondCent
    ? `${verwacht} Dat is boven het plafond.`
    : `${verwacht} Dat blijft binnen het plafond.`
}

function WaaromBudget({
  jaar,
  stand,
  regels,
  vandaag,
}: {
  jaar: Overeenkomstjaar
  stand: Begroting
  regels: Overeenkomstregels
  vandaag: Temporal.PlainDate
}) {
  const { drempels, bronnen } = regels
  const maanden = stand.cumulatief.length
  return (
    <Waarom
      bij={`budget ${jaar.jaar}`}
      regel={`Oranje vanaf ${drempels.oranjeVanafProcent}% van het plafond, rood vanaf ${drempels.roodVanafProcent}% of bij een prognose boven ${drempels.roodBovenPrognoseProcent}%. De prognose trekt de volledig gedeclareerde maanden door naar het hele jaar.`}
      bron={bronnen.bestedingsruimte.bron}
      gegevens={`Geldige declaratieregels, naar de maand waarin de zorg begon, stand ${datum(vandaag)}.`}
      berekening={[
        {
          stap: maanden === 0 ? 'Volledig gedeclareerde maanden' : `Gedeclareerd tot en met ${maandnaam(maanden)}`,
          uitkomst: bedragHeel(stand.cumulatief.at(-1) ?? 0),
        },
        ...(stand.prognose
          ? [{ stap: 'Doorgetrokken naar het hele jaar', uitkomst: bedragHeel(stand.prognose.midden) }]
          : []),
        { stap: 'Plafond', uitkomst: jaar.plafondCent === null ? 'geen' : bedragHeel(jaar.plafondCent) },
      ]}
      versie={`Regel bestedingsruimte, versie ${bronnen.bestedingsruimte.versie}`}
    />
  )
}
