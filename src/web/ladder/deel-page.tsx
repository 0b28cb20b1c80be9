import type { Ladder } from '../../domain/act/escalatie/ladder.ts'
import { gebruiktDoor, type Ladderdeel } from '../../domain/act/escalatie/ladderdelen.ts'
import { routes } from '../routes.ts'
import { Formulier } from '../ui/formulier.tsx'
import { Foutenlijst, type Veldfout } from '../ui/foutenlijst.tsx'
import type { Optie } from '../ui/keuze.tsx'
import { KnopFormulier } from '../ui/knop.tsx'
import { opsomming } from '../ui/notatie.ts'
import { Onderdeel } from '../ui/onderdeel.tsx'
import { Pagina, type Raam } from '../ui/pagina.tsx'
import { Tekstveld } from '../ui/tekstveld.tsx'
import { ladderkruimels } from './concept-page.tsx'
import { Deelvelden } from './deelvelden.tsx'
import type { Waarden } from './deelvorm.ts'
import { Bronvelden, veldIn } from './rijen.tsx'
import { deelwoorden } from './woorden.ts'

type Basis = { raam: Raam; ladder: Ladder; versie: number; waarden: Waarden; fouten?: Veldfout[] }
type Props = Basis & {
  deel: Ladderdeel
  /** undefined: a new one */
  code?: string | undefined
  taken: Optie[]
  gesprekken: Optie[]
}

const kruimels = [...ladderkruimels, { label: 'Concept', href: routes.ladderconcept() }]

/** One part of the draft, in fields. */
export function LadderdeelPage({ raam, ladder, versie, deel, code, waarden, fouten = [], ...keuzes }: Props) {
  const { een, uitleg } = deelwoorden[deel]
  const naam = code === undefined ? undefined : [waarden['naam'] ?? ''].flat()[0]
  const gebruikt = code === undefined ? [] : gebruiktDoor(ladder, deel, code)
  return (
    <Pagina
      raam={raam}
      kruimels={kruimels}
      titel={naam ? `${een} wijzigen: ${naam}` : `${een} toevoegen`}
      lead={uitleg}
      fouten={fouten.length > 0}
    >
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={code === undefined ? routes.ladderconcept(deel) : routes.ladderconcept(deel, code)}
        csrf={raam.csrf}
        knop="In het concept bewaren"
        terug={{ label: 'Terug', href: routes.ladderconcept() }}
        verborgen={{ gezien: String(versie) }}
      >
        <Deelvelden
          deel={deel}
          vorm={{ ladder, waarden, fouten }}
          taken={keuzes.taken}
          gesprekken={keuzes.gesprekken}
        />
      </Formulier>
      {code !== undefined && (
        <Onderdeel
          titel="Uit de ladder halen"
          conclusie={
            gebruikt.length > 0
              ? `Wordt gebruikt door ${opsomming([...new Set(gebruikt)].slice(0, 6))}. Daar moet dan iets anders staan.`
              : 'Niets anders in de ladder gebruikt dit.'
          }
        >
          <KnopFormulier
            soort="tweede"
            actie={routes.ladderconcept(deel, code, 'verwijderen')}
            csrf={raam.csrf}
            velden={{ gezien: String(versie) }}
          >
            Weghalen
          </KnopFormulier>
        </Onderdeel>
      )}
    </Pagina>
  )
}

/** What the ladder is called and what it rests on. */
export function LadderkopPage({ raam, versie, waarden, fouten = [] }: Omit<Basis, 'ladder'>) {
  return (
    <Pagina raam={raam} kruimels={kruimels} titel="Naam en bron wijzigen" fouten={fouten.length > 0}>
      <Foutenlijst fouten={fouten} />
      <Formulier
        actie={routes.ladderconcept('kop')}
        csrf={raam.csrf}
        knop="In het concept bewaren"
        terug={{ label: 'Terug', href: routes.ladderconcept() }}
        verborgen={{ gezien: String(versie) }}
      >
        <Tekstveld {...veldIn({ waarden, fouten }, 'naam')} label="Naam van de ladder" />
        <Bronvelden vorm={{ waarden, fouten }} />
      </Formulier>
    </Pagina>
  )
}
