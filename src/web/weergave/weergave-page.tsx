import type { Weergavelijst } from '../../domain/plan/inrichting/weergave.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst } from '../ui/foutenlijst.tsx'
import { hoofdletter } from '../ui/notatie.ts'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { lijstpaden } from './weergaven.tsx'

type Props = { raam: Raam; lijst: Weergavelijst; naam: string; keuze: URLSearchParams; fout: string }

const NAMEN: Record<Weergavelijst, string> = {
  aanbieders: 'aanbieders',
  overeenkomsten: 'overeenkomsten',
  berichten: 'berichten',
  leveringen: 'leveringen',
  kpis: 'KPI’s',
  bevindingen: 'bevindingen',
  overlegtafels: 'overlegtafels',
  verbeterplannen: 'verbeterplannen',
  escalaties: 'escalaties',
  gesprekken: 'gesprekken',
  acties: 'acties',
  logboek: 'logboek',
}

/** The form of keeping a view once more, with what was wrong beside it. */
export function WeergavePage({ raam, lijst, naam, keuze, fout }: Props) {
  const terug = `${lijstpaden[lijst]}?${keuze.toString()}`
  return (
    <Pagina raam={raam} titel="Weergave bewaren" kruimels={[{ label: hoofdletter(NAMEN[lijst]), href: terug }]} fouten>
      <Foutenlijst fouten={[{ veld: 'naam', melding: fout }]} />
      <Formulier
        actie={routes.weergaven()}
        csrf={raam.csrf}
        knop="Bewaren"
        terug={{ label: 'Terug naar de lijst', href: terug }}
        verborgen={{ lijst, keuze: keuze.toString() }}
      >
        <Tekstveld
          naam="naam"
          label="Naam van de weergave"
          hulp="Alleen u ziet deze. Noem geen cliënt."
          waarde={naam}
          fout={fout}
        />
      </Formulier>
    </Pagina>
  )
}
