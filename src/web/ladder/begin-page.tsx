import { beginpunten } from '../../domain/act/escalatie/begin-ladderconcept.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import { Keuze } from '../ui/keuze.tsx'
import { Melding } from '../ui/melding.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { ladderkruimels } from './concept-page.tsx'

type Props = { raam: Raam; gedaan?: string | undefined; fouten?: Veldfout[] }

/** Composing a ladder begins from one that is there. */
export function BeginPage({ raam, gedaan, fouten = [] }: Props) {
  return (
    <Pagina
      raam={raam}
      kruimels={ladderkruimels}
      titel="Ladder samenstellen"
      lead="Begin bij een ladder die er al is en pas die aan. Het concept blijft bewaard; wat nu geldt, verandert pas als u de nieuwe ladder laat ingaan."
      melding={gedaan === 'verworpen' && <Melding soort="gedaan">Het concept is weggegooid.</Melding>}
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.ladderconcept()}
        csrf={raam.csrf}
        knop="Samenstellen beginnen"
        terug={{ label: 'Terug', href: routes.regelsetdeel('escalatieladder') }}
      >
        <Keuze
          naam="van"
          label="Waar begint u mee?"
          soort="rondjes"
          opties={Object.entries(beginpunten).map(([waarde, label]) => ({ waarde, label }))}
          waarde="eigen"
          fout={fouten.find(({ veld }) => veld === 'van')?.melding}
        />
      </Formulier>
    </Pagina>
  )
}
